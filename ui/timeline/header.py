"""The head of the timeline: two scales in the language of the workbook, and where today is."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from workbook.scheduling.scales import Part, Scales

_AIR = 10
Place = Callable[[datetime.date], float]


class TimeHeader(QHeaderView):
    """Draws what the timeline tells it; `seen` returns the scales of the days that are seen, `place` where a day is."""

    def __init__(self, seen: Callable[[], Scales], place: Place, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._seen, self._place = seen, place
        self.today: datetime.date | None = None
        self.setAccessibleName("Calendar")
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(100, 2 * (self.fontMetrics().height() + _AIR))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        shown, area = theme.current(), self.viewport().rect()
        painter.fillRect(area, shown.colour("sunken"))
        half = area.height() // 2
        upper, lower = self._seen()
        strong = QFont(self.font())
        strong.setBold(True)
        painter.setFont(strong)
        for part in upper:
            self._paint(painter, part, QRect(0, 0, 0, half), "text", keep=True)
        painter.setFont(self.font())
        for part in lower:
            self._paint(painter, part, QRect(0, half, 0, area.height() - half), "muted")
        painter.setPen(QPen(shown.colour("line"), 1))
        painter.drawLine(0, area.bottom(), area.right(), area.bottom())
        self._paint_today(painter, QRect(0, half, 0, area.height() - half))
        painter.end()

    def _paint(self, painter: QPainter, part: Part, band: QRect, role: str, *, keep: bool = False) -> None:
        """Draw one part; the words of a long one stay in sight while it is scrolled through."""
        one, other = self._place(part.first), self._place(part.after)
        left, right = int(min(one, other)), int(max(one, other))
        painter.setPen(QPen(theme.current().colour("line"), 1))
        painter.drawLine(int(one), band.top(), int(one), band.bottom())
        room = QRect(left, band.top(), right - left, band.height()).adjusted(6, 0, -4, 0)
        if keep:
            room = room.intersected(self.viewport().rect().adjusted(6, 0, -6, 0))
        metrics = painter.fontMetrics()
        middle = not keep and metrics.horizontalAdvance(part.text) > right - left - 10
        if middle:
            room = QRect(left, band.top(), right - left, band.height())
        if metrics.horizontalAdvance(part.text) > room.width():
            return
        painter.setPen(theme.current().colour(role))
        side = Qt.AlignmentFlag.AlignHCenter if middle or right - left < 44 else Qt.AlignmentFlag.AlignLeading
        if side == Qt.AlignmentFlag.AlignLeading and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), part.text)

    def _paint_today(self, painter: QPainter, band: QRect) -> None:
        if self.today is None:
            return
        x = int(self._place(self.today))
        other = int(self._place(self.today + datetime.timedelta(days=1)))
        middle = (x + other) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("accent"))
        painter.drawRect(QRect(middle - 3, band.bottom() - 4, 7, 5))
