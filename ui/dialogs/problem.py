"""Says calmly what could not be done, and which ways there are out of it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import icon
from ui.layouts import button, column, label, row, wrapping_row
from ui.widgets.dialog import Dialog


class ProblemDialog(Dialog):
    """One sentence and the ways out of it; `wish` is the key of the way that was taken, or empty."""

    def __init__(
        self,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        ways: Mapping[str, str] | None = None,
        picture: tuple[str, str] = ("warning-circle", "warning"),
    ) -> None:
        """`picture` is an icon and the role of its colour."""
        super().__init__(parent)
        self.wish = ""
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        shown = QLabel()
        shown.setPixmap(icon(*picture).pixmap(QSize(32, 32)))
        words = column(gap="small")
        words.addWidget(label(title, "heading", wrap=True))
        self.sentence = label(sentence, wrap=True)
        words.addWidget(self.sentence)
        head = row(gap="large")
        head.addWidget(shown)
        head.addLayout(words, 1)
        feet = wrapping_row()
        feet.addStretch(1)
        for key, words_of_way in (ways or {}).items():
            way = button(words_of_way)
            way.clicked.connect(partial(self._on_way_taken, key))
            feet.addWidget(way)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        feet.addWidget(close)
        box = column(self, "wide", "wide")
        box.addLayout(head)
        box.addLayout(feet)

    def _on_way_taken(self, key: str) -> None:
        self.wish = key
        self.accept()
