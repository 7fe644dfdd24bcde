"""What an empty table says: what belongs here, and how to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import icon
from ui.layouts import button, column, label


class EmptyState(QWidget):
    """A title, a sentence and one button that leads on."""

    action_requested = Signal()

    def __init__(self, icon_name: str, title: str, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icon(icon_name, "strong_line").pixmap(QSize(56, 56)))
        self.title = label(title, "heading", wrap=True)
        self.sentence = label(sentence, "muted", wrap=True)
        self.button = button(action, "primary")
        self.button.clicked.connect(self.action_requested)
        self.button.setVisible(bool(action))
        box = column(self, "small", "wide")
        box.addStretch(2)
        for widget in (picture, self.title, self.sentence, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                widget.setMaximumWidth(460)
                widget.setMinimumWidth(min(460, 300) if widget is not picture else 56)
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def say(self, title: str, sentence: str, action: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(action.replace("&", "&&"))
        self.button.setVisible(bool(action))
