"""Draws what lies behind the bars: days off, headings, the chosen row, the calendar's lines; and today over all."""

import datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPen

from ui import theme
from ui.timeline.drawing import Ground
from ui.timeline.model import TimelineModel
from workbook.scheduling import Span
from workbook.scheduling.scales import Scales, is_weekend

_DAY = datetime.timedelta(days=1)


def draw_weekends(ground: Ground, area: QRect, seen: Span, model: TimelineModel) -> None:
    """Shade the days on which nobody works, as the language of the workbook has them."""
    formats, colour = model.bridge.formats, theme.current().colour("page")
    for number in range(seen.days):
        day = seen.first + number * _DAY
        if is_weekend(day, formats):
            one, other = sorted((ground.place(day), ground.place(day + _DAY)))
            ground.painter.fillRect(int(one), area.top(), int(other) - int(one), area.height(), colour)


def draw_rows(painter: QPainter, model: TimelineModel, rows: dict[int, QRect], current: int) -> None:
    """Give headings of groups and the chosen row their own ground."""
    shown = theme.current()
    for row, place in rows.items():
        if model.activity(row) is None:
            painter.fillRect(place, shown.colour("sunken"))
        elif row == current:
            painter.fillRect(place, shown.colour("hover"))


def draw_lines(ground: Ground, area: QRect, rows: dict[int, QRect], shown: Scales) -> None:
    """Draw a line for each part of the calendar and one below each row."""
    painter = ground.painter
    painter.setPen(QPen(theme.current().colour("line"), 1))
    for part in shown.lower:
        x = int(ground.place(part.first))
        painter.drawLine(x, area.top(), x, area.bottom())
    for place in rows.values():
        painter.drawLine(area.left(), place.bottom(), area.right(), place.bottom())


def draw_today(ground: Ground, height: int) -> None:
    """Draw a line through the middle of today."""
    middle = (ground.place(ground.today) + ground.place(ground.today + _DAY)) / 2
    ground.painter.setPen(QPen(theme.current().colour("accent"), 2))
    ground.painter.drawLine(int(middle), 0, int(middle), height)
