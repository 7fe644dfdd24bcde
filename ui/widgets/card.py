"""A card: a heading and lines under it, some of which lead somewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from ui.icons import icon
from ui.layouts import clear, column, label, row
from ui.theme import room, set_role


@dataclass(frozen=True)
class Line:
    """What one line says. `run` is where it leads; two lines that say the same are the same line."""

    words: str
    remark: str = ""
    mark: str = ""
    role: str = "muted"
    run: Callable[[], object] | None = field(default=None, compare=False)
    target: str = ""


class LineButton(QPushButton):
    """A line of a list that can be pressed: a mark, words on as many lines as they take, and a remark."""

    def __init__(self, words: str, remark: str = "", mark: str = "", role: str = "text") -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setAutoDefault(True)  # Enter presses it outside dialogs too
        self.setAccessibleName(f"{words}. {remark}".strip())
        box = row(self, "small")
        box.setContentsMargins(8, 5, 8, 5)
        if mark:
            picture = label("")
            picture.setPixmap(icon(mark, role).pixmap(QSize(room(16), room(16))))
            picture.setContentsMargins(0, 1, 0, 0)
            box.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.words = label(words, wrap=True)
        box.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        if remark:
            aside = label(remark, "caption")
            aside.setContentsMargins(0, 1, 0, 0)
            box.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        box = self.layout()
        return box.heightForWidth(width) if box is not None else 30

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(max(220, self.width())))

    def minimumSizeHint(self) -> QSize:
        box = self.layout()
        return box.totalMinimumSize().expandedTo(QSize(120, 28)) if box is not None else QSize(120, 28)


class Card(QFrame):
    """Its lines are made anew only when what they say has changed, so that nothing flickers and focus stays."""

    def __init__(self, title: str, role: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)
        self.setAccessibleName(title)
        self._shown: Sequence[Line] | None = None
        self._box = column(self, "tight")
        self._box.setContentsMargins(14, 12, 14, 12)
        self.heading = label(title, "heading", wrap=True)
        self.heading.setContentsMargins(2, 0, 2, 4)
        self._box.addWidget(self.heading)
        self.lines = column(gap="hair")
        self._box.addLayout(self.lines)
        self._box.addStretch(1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Write these lines in place of those before."""
        if lines == self._shown:
            return
        self._shown = lines
        clear(self.lines)
        for line in lines:
            self.lines.addWidget(_widget(line))


def _widget(line: Line) -> QWidget:
    if line.run is None:
        text = label(line.words, line.role, wrap=True)
        text.setContentsMargins(2, 2, 2, 2)
        return text
    made = LineButton(line.words, line.remark, line.mark, line.role)
    made.clicked.connect(partial(_start, line.run))
    return made


def _start(run: Callable[[], object], _checked: bool = False) -> None:
    run()
