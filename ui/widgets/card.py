"""A card: a heading and lines under it, some of which lead somewhere."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from ui.icons import icon
from ui.layouts import clear, column, label, row
from ui.theme import set_role


class LineButton(QPushButton):
    """A line of a list that can be pressed: a mark, words on as many lines as they take, and a remark."""

    def __init__(self, words: str, remark: str = "", mark: str = "", role: str = "text") -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setAccessibleName(f"{words}. {remark}".strip())
        box = row(self, "small")
        box.setContentsMargins(8, 5, 8, 5)
        if mark:
            picture = label("")
            picture.setPixmap(icon(mark, role).pixmap(QSize(16, 16)))
            box.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.words = label(words, wrap=True)
        box.addWidget(self.words, 1)
        if remark:
            box.addWidget(label(remark, "caption"), 0, Qt.AlignmentFlag.AlignTop)
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
        return QSize(120, 28)


class Card(QFrame):
    """Its lines are made anew whenever what they say has changed."""

    def __init__(self, title: str, role: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)
        self.setAccessibleName(title)
        self._box = column(self, "tight")
        self._box.setContentsMargins(14, 12, 14, 12)
        self.heading = label(title, "heading", wrap=True)
        self.heading.setContentsMargins(2, 0, 2, 4)
        self._box.addWidget(self.heading)
        self.lines = column(gap="hair")
        self._box.addLayout(self.lines)
        self._box.addStretch(1)

    def begin(self) -> None:
        """Take away the lines, to write them anew."""
        clear(self.lines)

    def say(self, words: str, role: str = "muted") -> None:
        text = label(words, role, wrap=True)
        text.setContentsMargins(2, 2, 2, 2)
        self.lines.addWidget(text)

    def offer(self, words: str, run: Callable[[], object], remark: str = "", mark: str = "", role: str = "text") -> None:
        """Add a line that leads somewhere."""
        line = LineButton(words, remark, mark, role)
        line.clicked.connect(lambda: run())
        self.lines.addWidget(line)
