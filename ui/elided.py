"""A line of text that gives way where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle

from ui.tables.writing import direction_flag


class Elided(QLabel):
    """A line that gives way where there is no room; all of it stands in its tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        where = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(inside, int(where) | direction_flag(text, self.layoutDirection()), text)
        painter.end()
