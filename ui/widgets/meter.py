"""How many of how many, drawn as a bar with its words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Meter(QWidget):
    """A thin bar; what it says is said in words beside it and to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, done: int, of: int, words: str) -> None:
        self._done, self._of = done, of
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme.current().colour("line"))
        painter.drawRoundedRect(whole, 4, 4)
        if self._of and self._done:
            part = QRectF(whole)
            part.setWidth(max(8.0, whole.width() * self._done / self._of))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                part.moveRight(whole.right())
            painter.setBrush(theme.current().colour("accent"))
            painter.drawRoundedRect(part, 4, 4)
        painter.end()
