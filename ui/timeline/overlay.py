"""Draws what lies over the bars while they are pointed at or held: handles, the ghost, a link to be, and its words."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui import theme
from ui.timeline.drawing import Ground, draw_ghost
from ui.timeline.gestures import Gesture
from ui.timeline.pointing import HANDLE, handle_of
from ui.timeline.view import TimelineView

_AIR = 6


def draw_handle(view: TimelineView, ground: Ground, row: int) -> None:
    """Draw the small circle after a bar from which links are drawn."""
    activity = view.rows.activity(row) if row >= 0 else None
    middle = None if activity is None else handle_of(view, row, activity)
    if middle is not None:
        ground.painter.setPen(QPen(theme.current().colour("accent"), 1.6))
        ground.painter.setBrush(theme.current().colour("surface"))
        ground.painter.drawEllipse(middle, HANDLE, HANDLE)


def draw_gesture(view: TimelineView, ground: Ground, gesture: Gesture, pointer: QPointF) -> None:
    """Draw what would be so if the gesture ended now."""
    row = view.rows.row_of(gesture.activity.id)
    if row < 0:
        return
    if gesture.part == "link":
        _draw_link(view, ground, row, gesture, pointer)
        return
    draw_ghost(ground, gesture.activity, gesture.ghost, view.row_rect(row))
    bar = ground.box(gesture.ghost, view.row_rect(row))
    _draw_words(view, ground, gesture, QPointF(bar.center().x(), bar.top()))


def _draw_link(view: TimelineView, ground: Ground, row: int, gesture: Gesture, pointer: QPointF) -> None:
    begun = handle_of(view, row, gesture.activity)
    if begun is None:
        return
    if gesture.target is not None:
        place = view.row_rect(view.rows.row_of(gesture.target.id))
        ground.painter.setPen(QPen(theme.current().colour("accent"), 2))
        ground.painter.setBrush(Qt.BrushStyle.NoBrush)
        ground.painter.drawRect(place.adjusted(1, 1, -2, -2))
    ground.painter.setPen(QPen(theme.current().colour("accent_strong"), 2, Qt.PenStyle.DashLine))
    ground.painter.drawLine(QLineF(begun, pointer))
    _draw_words(view, ground, gesture, pointer)


def _draw_words(view: TimelineView, ground: Ground, gesture: Gesture, at: QPointF) -> None:
    """Write what would be so in a small box above a place, or below it where there is no room above."""
    words = gesture.in_words(view.rows.bridge.formats)
    metrics, area = ground.painter.fontMetrics(), QRectF(view.viewport().rect())
    frame = QRectF(0, 0, metrics.horizontalAdvance(words) + 4 * _AIR, metrics.height() + _AIR)
    frame.moveCenter(QPointF(at.x(), at.y() - frame.height() / 2 - _AIR))
    if frame.top() < 0:
        frame.moveTop(at.y() + view.rowHeight(0))
    frame.moveLeft(max(2.0, min(frame.left(), area.width() - frame.width() - 2)))
    ground.painter.setPen(QPen(theme.current().colour("accent"), 1))
    ground.painter.setBrush(theme.current().colour("surface"))
    ground.painter.drawRoundedRect(frame, 4, 4)
    ground.painter.setPen(theme.current().colour("text"))
    ground.painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
