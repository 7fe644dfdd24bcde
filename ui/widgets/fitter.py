"""Keeps what scrolls by itself inside a page or a dialog fitted to its width."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QStyle, QWidget

from ui.widgets.fitting import ask_size, fit, needed_by

_FORTH, _OFF = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class Fitter(QObject):
    """Finds the scroll areas inside a widget and fits what they hold whenever their width changes."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self.arrange)

    def begin(self) -> None:
        """Fit everything inside, once it has found its place."""
        self._waiting.start()

    def arrange(self) -> None:
        """Fit everything that is seen now."""
        for area in self._root.findChildren(QScrollArea):
            inner = area.widget()
            if inner is None or not area.widgetResizable():
                continue
            if not area.property("fitted"):
                area.setProperty("fitted", True)
                area.installEventFilter(self)
                if area.horizontalScrollBarPolicy() == _OFF:
                    area.setHorizontalScrollBarPolicy(_FORTH)
            if area.isVisible():
                width = area.width() - bar_width(area) - 2 * area.frameWidth()
                fit(inner, width)
                ask_size(inner, needed_by(inner, width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._waiting.start()
        return super().eventFilter(watched, event)


def bar_width(widget: QWidget) -> int:
    """Return how much a scroll bar takes."""
    return widget.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, widget)
