"""Draws what waits for what: an arrow from the end of one bar to the start of another, dashed where it is broken."""

from collections.abc import Callable, Iterable, Iterator

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
_NEAR = 100
"""No day is wider, so that an arrow bends no farther away from the day that it comes from or leads to."""


def draw_arrows(ground: Ground, activities: list[Activity], row_of: RowOf) -> None:
    """Draw the arrows from and to the activities that are seen."""
    for before, after in _pairs(ground, activities):
        found = _arrow(ground, before, after, row_of)
        if found is not None:
            _draw(ground, found, broken=bool(overlap(before, after)))


def draw_passing(ground: Ground, pairs: Iterable[tuple[Activity, Activity]], row_of: RowOf, width: int) -> None:
    """Draw arrows that begin above all that is seen and end below it, or the other way round.

    Only their way down is in sight; several that pass at the same place, within a view of this width, are drawn once.
    """
    drawn: set[tuple[int, bool]] = set()
    for before, after in pairs:
        found = _arrow(ground, before, after, row_of) if _may_be_seen(ground, before, after, width) else None
        if found is None or not 0 <= found[1].x() <= width:
            continue
        line = (int(found[1].x()), bool(overlap(before, after)))
        if line not in drawn:
            drawn.add(line)
            _draw(ground, found, broken=line[1])


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


def _may_be_seen(ground: Ground, before: Activity, after: Activity, width: int) -> bool:
    """Say without drawing whether the way down of an arrow can be in sight: it is near where a bar ends or begins."""
    left, right = span_of(before), span_of(after)
    if left is None or right is None:
        return False
    return any(-_NEAR <= ground.place(day) <= width + _NEAR for day in (left.last, right.first))


def _arrow(ground: Ground, before: Activity, after: Activity, row_of: RowOf) -> list[QPointF] | None:
    """Return the corners of an arrow; from the second to the third it goes up or down past other rows."""
    from_row, to_row = row_of(before.id), row_of(after.id)
    left, right = span_of(before), span_of(after)
    if from_row is None or to_row is None or left is None or right is None:
        return None
    one, other = ground.box(left, from_row), ground.box(right, to_row)
    if before.milestone:
        one = diamond_box(one)
    if after.milestone:
        other = diamond_box(other)
    start = QPointF(one.left() if ground.mirrored else one.right(), one.center().y())
    end = QPointF(other.right() if ground.mirrored else other.left(), other.center().y())
    out, into = start.x() + ground.onward * _OUT, end.x() - ground.onward * _OUT
    if (into - out) * ground.onward >= 0:
        return [start, QPointF(into, start.y()), QPointF(into, end.y()), end]
    between = float(to_row.top() if end.y() >= start.y() else to_row.bottom())
    turned = [QPointF(out, start.y()), QPointF(out, between), QPointF(into, between), QPointF(into, end.y())]
    return [start, *turned, end]


def _draw(ground: Ground, corners: list[QPointF], *, broken: bool) -> None:
    painter = ground.painter
    colour = theme.current().colour("warning" if broken else "strong_line")
    painter.setPen(QPen(colour, 1.8 if broken else 1.3, Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([_near_by(painter, corner) for corner in corners]))
    _draw_head(painter, corners[-1], ground.onward)


def _near_by(painter: QPainter, corner: QPointF) -> QPointF:
    """Bring a corner that lies far above or below closer to what is seen: long dashed lines take long to draw."""
    return QPointF(corner.x(), max(-_NEAR, min(corner.y(), painter.viewport().height() + _NEAR)))


def _draw_head(painter: QPainter, tip: QPointF, onward: int) -> None:
    colour = painter.pen().color()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    back = tip.x() - onward * _HEAD * 1.4
    painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - _HEAD), QPointF(back, tip.y() + _HEAD)]))
