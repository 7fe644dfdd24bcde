"""Asks for one line of text."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.layouts import button, column, label
from ui.widgets.dialog import Dialog


class TextDialog(Dialog):
    """A line, its label, and a way out."""

    def __init__(self, title: str, name: str, example: str, parent: QWidget | None = None, given: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        named = label(name, "label")
        named.setBuddy(self.line)
        keep = button("Keep", "primary")
        keep.setEnabled(False)
        self.line.textChanged.connect(lambda text: keep.setEnabled(bool(text.strip())))
        self.line.setText(given)
        self.line.selectAll()
        box = column(self, "small", "wide")
        box.addWidget(label(title, "heading"))
        box.addWidget(named)
        box.addWidget(self.line)
        box.addSpacing(8)
        box.addLayout(self.feet(keep))


def ask_text(title: str, name: str, example: str, parent: QWidget, given: str = "") -> str:
    """Return what the person writes, beginning from what is given, or nothing."""
    dialog = TextDialog(title, name, example, parent, given)
    given = dialog.line.text().strip() if dialog.exec() else ""
    dialog.deleteLater()
    return given
