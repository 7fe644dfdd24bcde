"""The timeline: a calendar with one row for each row of the table beside it, scrolled with it."""

import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.timeline.arrows import draw_arrows, draw_passing
from ui.timeline.backdrop import draw_lines, draw_rows, draw_today, draw_weekends
from ui.timeline.drawing import Ground, draw_activity
from ui.timeline.header import Place, TimeHeader
from ui.timeline.model import TimelineModel
from ui.timeline.passing import PassingLinks
from ui.timeline.scale import TimeScale
from workbook.changes import ChangeSet
from workbook.records import Activity
from workbook.scheduling import Span, span_of
from workbook.scheduling.scales import ZOOMS, Scales, scales

Index = QModelIndex | QPersistentModelIndex
_DAY = datetime.timedelta(days=1)
_WEEKENDS_FROM = 7.0
STEP = 1.35
_LEAST_ROOM = 120
_ENSURE = QAbstractItemView.ScrollHint.EnsureVisible


class TimelineView(QTableView):
    """Draws only the rows and days that are seen.

    It is a table of one column, as wide as time, so that scrolling, selection and what a screen reader is told come
    from Qt. `zoom_changed` carries the name of the zoom that comes closest.
    """

    zoom_changed = Signal(str)
    menu_requested = Signal(object)

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.scale = TimeScale.around(model.bridge.today(), model.bridge.today(), dict(ZOOMS)["month"], 900)
        self.head = TimeHeader(self._seen_scales, self.place, self)
        self.setModel(model)
        self.setHorizontalHeader(self.head)
        self._passing = PassingLinks(model, self)
        self._placed = False
        self._set_up()
        model.modelReset.connect(self._apply)
        model.bridge.changed.connect(self._on_changed)

    @property
    def mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def place(self, day: datetime.date) -> float:
        """Return where a day begins in the view: at its left, or in right-to-left languages at its right."""
        return self.placing()(day)

    def placing(self) -> Place:
        """Return `place` for the view as it is scrolled just now, for those who ask it often."""
        start, scale = self.columnViewportPosition(0), self.scale
        if self.mirrored:
            edge = start + self.columnWidth(0)
            return lambda day: edge - scale.at(day)
        return lambda day: start + scale.at(day)

    def day_at(self, x: float) -> datetime.date:
        start = self.columnViewportPosition(0)
        return self.scale.day(start + self.columnWidth(0) - x if self.mirrored else x - start)

    def row_rect(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    def current_activity(self) -> Activity | None:
        return self.rows.activity(self.currentIndex().row())

    def zoom_to(self, name: str) -> None:
        """Show days, weeks, months, quarters or years."""
        self._zoom(dict(ZOOMS)[name], self.viewport().width() / 2)

    def zoom_by(self, factor: float, x: float | None = None) -> None:
        """Draw time wider or narrower; the day at a place of the view stays there."""
        self._zoom(self.scale.day_width * factor, self.viewport().width() / 2 if x is None else x)

    def fit_all(self) -> None:
        """Show everything that has dates, from the first day to the last."""
        reach = self._reach(shown_only=True)
        room = self.viewport().width()
        width = max(1, room - 60) / max(reach.days + 2, 8)
        self._take(TimeScale.around(*self._reach(), width, room))
        self._scroll_to(reach.first - _DAY, 20)

    def go_to_today(self) -> None:
        self.go_to_day(self.rows.bridge.today())

    def go_to_day(self, day: datetime.date, share: float = 0.3) -> None:
        """Bring a day into sight, some way from where the view begins."""
        if not self.scale.first <= day <= self.scale.last:
            reach = self._reach()
            first, last = min(reach.first, day), max(reach.last, day)
            self._take(TimeScale.around(first, last, self.scale.day_width, self.viewport().width()))
        self._scroll_to(day, int(self.viewport().width() * share))

    def show_span(self, span: Span) -> None:
        """Scroll only if nothing of these days is in sight."""
        first, last = self._seen_days()
        if not span.meets(first, last):
            self.go_to_day(span.first)

    def _zoom(self, day_width: float, x: float) -> None:
        day = self.day_at(x)
        offset = self.viewport().width() - x if self.mirrored else x
        self._take(TimeScale.around(*self._reach(), day_width, self.viewport().width()))
        self._scroll_to(day, int(offset))

    def _take(self, scale: TimeScale) -> None:
        self.scale = scale
        self._apply()
        self.zoom_changed.emit(scale.zoom)

    def _apply(self) -> None:
        self.setColumnWidth(0, max(1, self.scale.width))
        self.updateGeometries()
        self.viewport().update()
        self.head.viewport().update()

    def _scroll_to(self, day: datetime.date, offset: int) -> None:
        self.horizontalScrollBar().setValue(int(self.scale.at(day)) - offset)
        self.viewport().update()
        self.head.viewport().update()

    def _reach(self, *, shown_only: bool = False) -> Span:
        """Return the days from the first of all dates to the last, today among them."""
        rows, today = self.rows, self.rows.bridge.today()
        shown = (rows.activity(row) for row in range(rows.rowCount()))
        activities = shown if shown_only else iter(rows.bridge.book.all(Activity))
        spans = [span for one in activities if one is not None and (span := span_of(one)) is not None]
        first = min((span.first for span in spans), default=today)
        last = max((span.last for span in spans), default=today + 90 * _DAY)
        return Span(first, last) if spans else Span(today, last)

    def _seen_days(self) -> tuple[datetime.date, datetime.date]:
        one, other = self.day_at(0), self.day_at(self.viewport().width())
        return min(one, other), max(one, other)

    def _seen_scales(self) -> Scales:
        return scales(*self._seen_days(), self.scale.day_width, self.rows.bridge.formats)

    def _seen_rows(self, area: QRect) -> range:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        count = self.rows.rowCount()
        return range(max(first, 0) if first >= 0 else count, (last if last >= 0 else count - 1) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        rows = self._seen_rows(event.rect())
        bridge, current = self.rows.bridge, self.currentIndex().row()
        top = self.rowViewportPosition(current)
        ground = Ground(painter, bridge.book, bridge.today(), self.placing(), self.mirrored, top)
        self._paint_behind(ground, event.rect(), rows, current)
        seen = [(row, one) for row in rows if (one := self.rows.activity(row)) is not None]
        draw_arrows(ground, [one for _row, one in seen], self._row_of)
        draw_passing(ground, self._passing.across(rows), self._row_of, self.viewport().width())
        for row, one in seen:
            draw_activity(ground, one, self.row_rect(row))
        draw_today(ground, self.viewport().height())
        self.paint_over(ground)
        painter.end()

    def _paint_behind(self, ground: Ground, area: QRect, rows: range, current: int) -> None:
        ground.painter.fillRect(area, theme.current().colour("surface"))
        if self.scale.day_width >= _WEEKENDS_FROM:
            draw_weekends(ground, area, Span(*self._seen_days()), self.rows)
        places = {row: self.row_rect(row) for row in rows}
        draw_rows(ground.painter, self.rows, places, current)
        draw_lines(ground, area, places, self._seen_scales())

    def paint_over(self, ground: Ground) -> None:
        """Draw what lies over the bars; those who know of gestures say more."""

    def _row_of(self, record_id: str) -> QRect | None:
        row = self.rows.row_of(record_id)
        return None if row < 0 else self.row_rect(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.head.today = self.rows.bridge.today()
        self._begin_if_placed()

    def _begin_if_placed(self) -> None:
        """Show all dates at first, once there is the room for it: what a splitter holds is shown before it is sized."""
        if not self._placed and self.isVisible() and self.viewport().width() >= _LEAST_ROOM:
            self._placed = True
            self.fit_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin_if_placed()
        if self.scale.width < self.viewport().width():
            day = self.day_at(self.viewport().width() if self.mirrored else 0)
            self._take(TimeScale.around(*self._reach(), self.scale.day_width, self.viewport().width()))
            self._scroll_to(day, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoom_by(STEP if turned > 0 else 1 / STEP, event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def _set_up(self) -> None:
        self.setAccessibleName("Timeline")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.space("row"))
        rows.hide()
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._apply()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def scrollTo(self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE) -> None:  # type: ignore[override]
        """Bring a row into sight; time stays where it is, for a cell is as wide as time itself."""
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(across)

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        for change in change_set.changes:
            activity = self.rows.bridge.book.one(Activity, change.id) if change.type == "activities" else None
            span = None if activity is None else span_of(activity)
            if span is not None and not (self.scale.first <= span.first and span.last <= self.scale.last):
                day, offset = self.day_at(self.viewport().width() if self.mirrored else 0), 0
                self._take(TimeScale.around(*self._reach(), self.scale.day_width, self.viewport().width()))
                self._scroll_to(day, offset)
                return
