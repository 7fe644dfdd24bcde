"""Draws the bars of the timeline: what is planned, how far it is, what was agreed, and what is wrong in words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from ui import icons, theme
from workbook.book import Book
from workbook.records import Activity
from workbook.scheduling import Span, breaks, days_late, span_of, state_of
from workbook.scheduling.links import short
from workbook.scheduling.spans import agreed_span_of

_DAY = datetime.timedelta(days=1)
_ABOVE, _BELOW = 5, 9
_LEAST = 5.0
_AFTER = 20  # room for the handle from which links are drawn
ICON = 14
# State: colour of the ground, colour of the edge, and the icon that tells it without colour.
_LOOKS = {
    "planned": ("surface", "accent", ""),
    "running": ("accent_soft", "accent", ""),
    "done": ("good_soft", "good", "check-circle"),
    "late": ("error_soft", "error", "warning-circle"),
    "cancelled": ("surface", "faint", "x-circle"),
}


@dataclass(frozen=True)
class Ground:
    """What drawing needs: the painter, the book of the day, and where each day lies in the view."""

    painter: QPainter
    book: Book
    today: datetime.date
    place: Callable[[datetime.date], float]
    mirrored: bool
    current_top: int = -1
    """Where the row that is chosen begins, whose ground has another colour."""

    @property
    def onward(self) -> int:
        """1 where time runs to the right, -1 where it runs to the left."""
        return -1 if self.mirrored else 1

    def box(self, span: Span, row: QRect) -> QRectF:
        """Return the rectangle of a bar in its row; however short it is, it can be seen."""
        return box(self.place, span, row)


def box(place: Callable[[datetime.date], float], span: Span, row: QRect) -> QRectF:
    """Return the rectangle of a bar in its row."""
    one, other = place(span.first), place(span.last + _DAY)
    width = max(abs(other - one), _LEAST)
    left = min(one, other)
    return QRectF(left, row.top() + _ABOVE, width, row.height() - _ABOVE - _BELOW)


def draw_activity(ground: Ground, activity: Activity, row: QRect) -> None:
    """Draw one activity in its row."""
    _draw_agreed(ground, activity, row)
    span = span_of(activity)
    if span is None:
        return
    state = state_of(activity, ground.today)
    bar = ground.box(span, row)
    if activity.milestone:
        bar = diamond_box(bar)
        _draw_diamond(ground.painter, bar, state)
    else:
        _draw_bar(ground, activity, bar, state)
    _draw_words(ground, activity, bar, row, state)


def diamond_box(bar: QRectF) -> QRectF:
    """Return the square around a milestone's diamond, in the middle of its day."""
    size = bar.height() + 2
    return QRectF(bar.center().x() - size / 2, bar.center().y() - size / 2, size, size)


def _draw_bar(ground: Ground, activity: Activity, bar: QRectF, state: str) -> None:
    fill, edge, mark = _LOOKS[state]
    painter, shown = ground.painter, theme.current()
    style = Qt.PenStyle.DashLine if state == "cancelled" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(shown.colour(edge), 1.4, style))
    painter.setBrush(shown.colour(fill))
    painter.drawRoundedRect(bar.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
    done = 0 if state in ("done", "cancelled") else activity.done or 0
    if done:
        inner = bar.adjusted(2.5, bar.height() / 2 - 2.5, -2.5, -(bar.height() / 2 - 2.5))
        full = inner.width()
        inner.setWidth(full * done / 100)
        if ground.mirrored:
            inner.translate(full - inner.width(), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.colour(edge))
        painter.drawRoundedRect(inner, 2, 2)
    if mark and state != "late" and bar.width() > ICON + 8:
        start = bar.right() - ICON - 4 if ground.mirrored else bar.left() + 4
        icons.paint(painter, mark, QRect(int(start), int(bar.center().y() - ICON / 2), ICON, ICON), edge)


def _draw_diamond(painter: QPainter, square: QRectF, state: str) -> None:
    fill, edge, _mark = _LOOKS[state]
    shown = theme.current()
    painter.setPen(QPen(shown.colour(edge), 1.6))
    painter.setBrush(shown.colour(edge if state in ("done", "running") else fill))
    middle = square.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x(), square.top()),
                QPointF(square.right(), middle.y()),
                QPointF(middle.x(), square.bottom()),
                QPointF(square.left(), middle.y()),
            ]
        )
    )


def _draw_agreed(ground: Ground, activity: Activity, row: QRect) -> None:
    """Draw what was agreed as a thin line below the bar, or a small hollow diamond."""
    agreed = agreed_span_of(activity)
    if agreed is None:
        return
    painter = ground.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().colour("strong_line"))
    line = ground.box(agreed, row)
    line.setTop(row.bottom() - 6)
    line.setHeight(3)
    if activity.milestone:
        middle = line.center().x()
        line.setLeft(middle - 5)
        line.setWidth(10)
    painter.drawRoundedRect(line, 1.5, 1.5)


def _draw_words(ground: Ground, activity: Activity, bar: QRectF, row: QRect, state: str) -> None:
    """Write after the bar, with an icon, what needs attention; how far it is where nothing does."""
    edge = bar.left() if ground.mirrored else bar.right()
    found = breaks(ground.book, activity)
    late = days_late(activity, ground.today)
    if late:
        edge = _write(ground, edge, row, "warning-circle", f"{late} {'day' if late == 1 else 'days'} late", "error")
    if found:
        words = f"begins before {short(ground.book, found[0].before.id)} ends"
        edge = _write(ground, edge, row, "link-break", words, "warning")
    if not late and not found:
        if state == "cancelled" or (state == "done" and bar.width() <= ICON + 8):
            _write(ground, edge, row, "", state, "muted")
        elif activity.done and state != "done":
            _write(ground, edge, row, "", f"{activity.done}%", "muted")


def _write(ground: Ground, edge: float, row: QRect, mark: str, words: str, role: str) -> float:
    """Write words after a place; returns where the next ones may begin."""
    painter, onward = ground.painter, ground.onward
    middle = row.top() + _ABOVE + (row.height() - _ABOVE - _BELOW) / 2
    at = edge + onward * _AFTER
    width = painter.fontMetrics().horizontalAdvance(words)
    whole = width + 4 + (ICON + 4 if mark else 0)
    behind = QRectF(at - 2 if onward > 0 else at - whole + 2, row.top() + 2, whole, row.height() - 4)
    painter.fillRect(behind, theme.current().colour("hover" if row.top() == ground.current_top else "surface"))
    if mark:
        left = at if onward > 0 else at - ICON
        icons.paint(painter, mark, QRect(int(left), int(middle - ICON / 2), ICON, ICON), role)
        at += onward * (ICON + 4)
    painter.setPen(theme.current().colour(role))
    left = at if onward > 0 else at - width
    painter.drawText(QRectF(left, row.top(), width + 2, (middle - row.top()) * 2), Qt.AlignmentFlag.AlignVCenter, words)
    return at + onward * (width + 4)


def draw_ghost(ground: Ground, activity: Activity, span: Span, row: QRect) -> None:
    """Draw where a bar would lie."""
    bar = ground.box(span, row)
    if activity.milestone:
        bar = diamond_box(bar)
    soft = theme.current().colour("accent")
    soft.setAlpha(60)
    ground.painter.setPen(QPen(theme.current().colour("accent_strong"), 2, Qt.PenStyle.DashLine))
    ground.painter.setBrush(QBrush(soft))
    ground.painter.drawRoundedRect(bar.adjusted(1, 1, -1, -1), 3, 3)
