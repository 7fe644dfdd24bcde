"""What the program is, and which keys it knows."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFormLayout, QScrollArea, QWidget

from ui.actions import ACTIONS, plain_title
from ui.layouts import button, column, label, row
from ui.widgets.dialog import Dialog

_MORE_KEYS = (
    ("Enter or F2", "Edit the cell; Enter keeps it, Esc leaves it as it was"),
    ("Any letter", "Type over the cell"),
    ("Delete", "Empty the selected cells; on whole rows, remove them"),
    ("Shift+Space", "Select the whole row"),
    ("Tab in a cell", "Keep it and go on to the next"),
    ("Ctrl+Enter", "In a cell: put what is typed into every chosen row; in a form: keep a text of several lines"),
    ("Left, Right, Space", "On the heading of a group: fold and unfold it"),
    ("R, A, C, I", "In the grid of roles: set or take away the letter"),
)


_IDEA = (
    "Plan, agree, run and report a creative partnership. The idea comes from UN-Habitat's World Urban Forum dialogue "
    "on partnerships and initiatives that support culture and innovation in cities."
)


class _Closing(Dialog):
    """A dialog that only wants to be closed again."""

    def _feet(self) -> QWidget:
        feet = QWidget()
        box = row(feet)
        box.addStretch(1)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        box.addWidget(close)
        return feet


class AboutDialog(_Closing):
    """A few words about the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About")
        self.setMinimumWidth(480)
        box = column(self, "medium", "wide")
        box.addWidget(label("Creative Partnership Workbook", "title"))
        for text in (
            _IDEA,
            "Everything stands in one file on your own computer. Nothing leaves it: no account, no network.",
            "MIT licence. Fonts: Noto (SIL Open Font License). Icons: Phosphor (MIT), through QtAwesome.",
        ):
            box.addWidget(label(text, "muted", wrap=True))
        box.addWidget(self._feet())


class KeysDialog(_Closing):
    """Every key, from the same list that the menus are made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard")
        self.resize(600, 560)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        form = QFormLayout(inner)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for keys, meaning in _MORE_KEYS:
            form.addRow(label(keys, "label"), label(meaning, wrap=True))
        for spec in ACTIONS:
            if spec.shortcuts:
                shown = [QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in spec.shortcuts]
                form.addRow(label(" or ".join(shown), "label"), label(plain_title(spec), wrap=True))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("Keys")
        scroll.setWidget(inner)
        box = column(self, "medium", "wide")
        box.addWidget(label("Keyboard", "title"))
        box.addWidget(scroll, 1)
        box.addWidget(self._feet())
