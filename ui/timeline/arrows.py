"""Draws what waits for what: an arrow from the end of one bar to the start of another, dashed where it is broken."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui import theme
from ui.timeline.drawing import Ground, diamond_box
from workbook.records import Activity
from workbook.scheduling import span_of
from workbook.scheduling.links import overlap

RowOf = Callable[[str], QRect | None]
_OUT = 8
_HEAD = 5


def draw_arrows(ground: Ground, activities: list[Activity], row_of: RowOf) -> None:
    """Draw the arrows from and to the activities that are seen; those that only pass by are left out."""
    for before, after in _pairs(ground, activities):
        from_row, to_row = row_of(before.id), row_of(after.id)
        if from_row is None or to_row is None:
            continue
        ends = _ends(ground, before, from_row, after, to_row)
        if ends is not None:
            broken = bool(overlap(before, after))
            _draw(ground, *ends, to_row, broken=broken)


def _pairs(ground: Ground, activities: list[Activity]) -> Iterator[tuple[Activity, Activity]]:
    seen = {one.id for one in activities}
    for one in activities:
        for before_id in one.depends_on:
            before = ground.book.one(Activity, before_id)
            if before is not None:
                yield before, one
        for after in ground.book.where(Activity, depends_on=one.id):
            if after.id not in seen:
                yield one, after


def _ends(
    ground: Ground, before: Activity, from_row: QRect, after: Activity, to_row: QRect
) -> tuple[QPointF, QPointF] | None:
    left, right = span_of(before), span_of(after)
    if left is None or right is None:
        return None
    one, other = ground.box(left, from_row), ground.box(right, to_row)
    if before.milestone:
        one = diamond_box(one)
    if after.milestone:
        other = diamond_box(other)
    start = one.left() if ground.mirrored else one.right()
    end = other.right() if ground.mirrored else other.left()
    return QPointF(start, one.center().y()), QPointF(end, other.center().y())


def _draw(ground: Ground, start: QPointF, end: QPointF, to_row: QRect, *, broken: bool) -> None:
    painter, onward = ground.painter, ground.onward
    colour = theme.current().colour("warning" if broken else "strong_line")
    painter.setPen(QPen(colour, 1.8 if broken else 1.3, Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out, into = start.x() + onward * _OUT, end.x() - onward * _OUT
    if (into - out) * onward >= 0:
        bends = [QPointF(into, start.y()), QPointF(into, end.y())]
    else:
        between = float(to_row.top() if end.y() >= start.y() else to_row.bottom())
        bends = [QPointF(out, start.y()), QPointF(out, between), QPointF(into, between), QPointF(into, end.y())]
    painter.drawPolyline(QPolygonF([start, *bends, end]))
    _draw_head(painter, end, onward)


def _draw_head(painter: QPainter, tip: QPointF, onward: int) -> None:
    colour = painter.pen().color()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    back = tip.x() - onward * _HEAD * 1.4
    painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - _HEAD), QPointF(back, tip.y() + _HEAD)]))
