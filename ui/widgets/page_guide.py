"""The help at the head of a page: why it matters, how to begin, and how others filled it in."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.guidance import Guidance
from ui.layouts import column, label, row
from ui.theme import set_role


class PageGuide(QFrame):
    """Two columns of words, which the page shows and hides."""

    def __init__(self, guidance: Guidance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "guide")
        self.setAccessibleName("Help and example")
        self.setAccessibleDescription(" ".join((guidance.help, *guidance.example)))
        box = row(self, "wide")
        box.setContentsMargins(16, 10, 16, 12)
        box.addLayout(_words("How to begin", (guidance.help,)), 5)
        box.addLayout(_words("For example", guidance.example), 6)


def _words(title: str, sentences: tuple[str, ...]) -> QVBoxLayout:
    box = column(gap="tight")
    box.addWidget(label(title, "label"))
    for sentence in sentences:
        box.addWidget(label(sentence, wrap=True))
    box.addStretch(1)
    return box
