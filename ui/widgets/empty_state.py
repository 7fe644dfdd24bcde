"""What an empty table says: what belongs here, and how to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import icon
from ui.layouts import button, column, label, row
from ui.theme import room

_WIDTH = 460


class EmptyState(QWidget):
    """A title, a sentence and one button that leads on."""

    action_requested = Signal()

    def __init__(self, icon_name: str, title: str, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, "strong_line").pixmap(QSize(room(56), room(56))))
        self.title = label(title, "heading", wrap=True)
        self.sentence = label(sentence, "muted", wrap=True)
        self.button = button(action, "primary")
        self.button.clicked.connect(self.action_requested)
        self.button.setVisible(bool(action))
        middle = QWidget()
        middle.setMaximumWidth(room(_WIDTH))
        inner = column(middle, "medium")
        for text in (picture, self.title, self.sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inner.addWidget(text)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        centred = row(gap="")
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        box = column(self, "small", "wide")
        box.addStretch(2)
        box.addLayout(centred)
        box.addStretch(3)

    def say(self, title: str, sentence: str, action: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(action.replace("&", "&&"))
        self.button.setVisible(bool(action))
