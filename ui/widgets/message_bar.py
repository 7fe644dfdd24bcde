"""One calm line about what happened, with a way on."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from ui import theme
from ui.icons import icon
from ui.layouts import button, label, row

_ICONS = {"information": "info", "warning": "warning", "error": "x-circle"}
_SHOWN_FOR = 7000


class MessageBar(QFrame):
    """Shows one message; pleasant ones leave by themselves, problems wait to be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Callable[[], object] | None = None
        self._picture = QLabel()
        self.text = label("", wrap=True)
        self.action = button("", "quiet")
        self.action.clicked.connect(self._on_action)
        self.dismiss = QToolButton()
        self.dismiss.setAccessibleName("Close this message")
        self.dismiss.setToolTip("Close this message")
        self.dismiss.clicked.connect(self.hide)
        box = row(self, "small")
        box.setContentsMargins(12, 6, 6, 6)
        box.addWidget(self._picture)
        box.addWidget(self.text, 1)
        box.addWidget(self.action)
        box.addWidget(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self, text: str, tone: str = "information", action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a message in place of the one before."""
        self._run = run
        self.text.setText(text)
        self.action.setText(action.replace("&", "&&"))
        self.action.setVisible(bool(action))
        self._picture.setPixmap(icon(_ICONS[tone], tone).pixmap(QSize(18, 18)))
        self.dismiss.setIcon(icon("x", "muted"))
        theme.set_role(self, f"say_{tone}")
        self.setAccessibleName(text)
        self.show()
        if tone == "information":
            self._timer.start()
        else:
            self._timer.stop()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _on_action(self) -> None:
        self.hide()
        if self._run is not None:
            self._run()
