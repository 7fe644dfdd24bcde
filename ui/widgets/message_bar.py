"""One calm line about what happened, with a way on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from ui import theme
from ui.icons import icon
from ui.layouts import button, clear, label, row
from ui.theme import room

_ICONS = {"information": "info", "warning": "warning", "error": "x-circle"}
_SHOWN_FOR = 7000


class MessageBar(QFrame):
    """Shows one message; pleasant ones leave by themselves, problems wait to be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self.text = label("", wrap=True)
        self.offered: list[QPushButton] = []
        self._buttons = row(gap="hair")
        self.dismiss = QToolButton()
        self.dismiss.setAccessibleName("Close this message")
        self.dismiss.setToolTip("Close this message")
        self.dismiss.clicked.connect(self.hide)
        box = row(self, "small")
        box.setContentsMargins(12, 6, 6, 6)
        box.addWidget(self._picture)
        box.addWidget(self.text, 1)
        box.addLayout(self._buttons)
        box.addWidget(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, tone: str = "information", *actions: tuple[str, Callable[[], object]]) -> None:
        """Show a message in place of the one before."""
        self.text.setText(text)
        clear(self._buttons)
        self.offered = [self._offer(title, run) for title, run in actions]
        self._picture.setPixmap(icon(_ICONS[tone], tone).pixmap(QSize(room(18), room(18))))
        self.dismiss.setIcon(icon("x", "muted"))
        theme.set_role(self, f"say_{tone}")
        self.setAccessibleName(text)
        self.show()
        if tone == "information":
            self._timer.start()
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _offer(self, title: str, run: Callable[[], object]) -> QPushButton:
        made = button(title, "quiet")
        made.clicked.connect(self.hide)
        made.clicked.connect(partial(_start, run))
        self._buttons.addWidget(made)
        return made


def _start(run: Callable[[], object], _checked: bool = False) -> None:
    run()
