"""What lies under the pointer: the middle of a bar, one of its ends, its handle for links, or an empty row."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.timeline.drawing import box, diamond_box
from ui.timeline.gestures import Part
from ui.timeline.view import TimelineView
from workbook.records import Activity
from workbook.scheduling import span_of

_EDGE = 6
_REACH = 8
HANDLE_AWAY = 11
HANDLE = 5
CURSORS: dict[Part, Qt.CursorShape] = {
    "whole": Qt.CursorShape.OpenHandCursor,
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "link": Qt.CursorShape.CrossCursor,
    "place": Qt.CursorShape.IBeamCursor,
}


class Hit(NamedTuple):
    """What is under the pointer."""

    row: int
    activity: Activity
    part: Part


def handle_of(view: TimelineView, row: int, activity: Activity) -> QPointF | None:
    """Return the middle of the small circle after a bar, from which links are drawn."""
    span = span_of(activity)
    if span is None:
        return None
    bar = box(view.place, span, view.row_rect(row))
    if activity.milestone:
        bar = diamond_box(bar)
    edge = bar.left() - HANDLE_AWAY if view.mirrored else bar.right() + HANDLE_AWAY
    return QPointF(edge, bar.center().y())


def hit(view: TimelineView, at: QPointF) -> Hit | None:
    """Return what is at a place of the view."""
    row = view.rowAt(int(at.y()))
    activity = view.rows.activity(row) if row >= 0 else None
    if activity is None:
        return None
    span, handle = span_of(activity), handle_of(view, row, activity)
    if span is None or handle is None:
        return Hit(row, activity, "place")
    if (at - handle).manhattanLength() <= _REACH:
        return Hit(row, activity, "link")
    part = _part_of(view, box(view.place, span, view.row_rect(row)), activity, at)
    return None if part is None else Hit(row, activity, part)


def _part_of(view: TimelineView, bar: QRectF, activity: Activity, at: QPointF) -> Part | None:
    if activity.milestone:
        return "whole" if diamond_box(bar).adjusted(-2, -2, 2, 2).contains(at) else None
    if not bar.adjusted(-2, -3, 2, 3).contains(at):
        return None
    to_left, to_right = at.x() - bar.left(), bar.right() - at.x()
    to_start, to_end = (to_right, to_left) if view.mirrored else (to_left, to_right)
    edge = min(_EDGE, bar.width() / 3)
    if to_end <= edge:
        return "end"
    return "start" if to_start <= edge else "whole"
