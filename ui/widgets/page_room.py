"""The room that pages stand in: a page that needs more than the window has is scrolled and never squeezed."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from ui.widgets.fitter import Fitter, bar_width
from ui.widgets.fitting import fit, least_size


class PageRoom(QScrollArea):
    """Holds the stack of pages; the one in front is fitted to the width and gets at least the height it needs."""

    def __init__(self, stack: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = stack
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(stack)
        self._fitter = Fitter(stack)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self.arrange)
        stack.currentChanged.connect(self._on_turned)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def arrange(self) -> None:
        """Give the page in front the size of the window, or what it needs."""
        self._waiting.stop()
        page = self.stack.currentWidget()
        if page is None:
            return
        bar, whole = bar_width(self), self.maximumViewportSize()
        fit(page, whole.width() - bar)
        least = least_size(page, whole.width() - bar)
        width = whole.width() - (bar if least.height() > whole.height() else 0)
        height = whole.height() - (bar if least.width() > width else 0)
        self.stack.resize(QSize(width, height).expandedTo(least))
        self._fitter.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.stack and event.type() == QEvent.Type.LayoutRequest:
            self._waiting.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _on_turned(self) -> None:
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self.arrange()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.stack.isAncestorOf(now):
            self.ensureWidgetVisible(now, 12, 12)
