"""The timeline at work, with the table beside it, against a bare QTableView of its size with the same rows.

What is promised is that a frame costs the same however long the plan is: only the rows that are seen are drawn.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.benchmarks.files import workbook_file
from tests.benchmarks.timing import Row, paired
from tests.benchmarks.windows import Bare, closed, opened, scroll, session_of, shown
from ui.main_window import MainWindow
from ui.pages.tables_page import TablesPage
from ui.pages.work.panel import WorkPanel
from ui.timeline.plan_view import PlanView

ACTIVITIES = (1_000, 10_000)
_RECORDS_TO_AN_ACTIVITY = 2.5
_ROUNDS = 25
_FLAT = 1.3


def rows() -> Iterator[Row]:
    """Measure frames at each size against a plain table, and the longest plan against the shortest."""
    with tempfile.TemporaryDirectory() as name:
        windows = [opened(_file(Path(name), count), Path(name)) for count in ACTIVITIES]
        timelines = [_timeline(window) for window in windows]
        for timeline, count in zip(timelines, ACTIVITIES, strict=True):
            yield from _against_a_table(timeline, count)
        yield from _against_each_other(timelines[-1], timelines[0])
        for window in windows:
            closed(window)


def _file(folder: Path, count: int) -> Path:
    return workbook_file(folder, int(count * _RECORDS_TO_AN_ACTIVITY))


def _against_a_table(timeline: PlanView, count: int) -> Iterator[Row]:
    bare = Bare(timeline)
    bare.view.verticalScrollBar().setValue(bare.view.verticalScrollBar().maximum() // 2)
    scrolled = paired(lambda: scroll(timeline), lambda: scroll(bare.view), _ROUNDS)
    yield Row("one frame of scrolling the timeline", count, scrolled.ours, scrolled.floor, scrolled.ratio, None)
    drag = _Drag(timeline)
    dragged = paired(drag.move, lambda: bare.view.viewport().repaint(), _ROUNDS)
    drag.let_go()
    yield Row("one frame of dragging a bar", count, dragged.ours, dragged.floor, dragged.ratio, None)
    bare.close()


def _against_each_other(long: PlanView, short: PlanView) -> Iterator[Row]:
    scrolled = paired(lambda: scroll(long), lambda: scroll(short), _ROUNDS)
    count = ACTIVITIES[-1]
    yield Row("the same frame of scrolling, of 1,000", count, scrolled.ours, scrolled.floor, scrolled.ratio, _FLAT)
    drags = _Drag(long), _Drag(short)
    dragged = paired(drags[0].move, drags[1].move, _ROUNDS)
    for drag in drags:
        drag.let_go()
    yield Row("the same frame of dragging, of 1,000", count, dragged.ours, dragged.floor, dragged.ratio, _FLAT)


def _timeline(window: MainWindow) -> PlanView:
    session = session_of(window)
    session.open_section("work")
    page = session.page
    assert isinstance(page, TablesPage)
    page.go_to("activities")
    panel = page.panel("activities")
    assert isinstance(panel, WorkPanel)
    shown(window)
    panel.timeline.zoom_to("month")
    panel.timeline.verticalScrollBar().setValue(panel.timeline.verticalScrollBar().maximum() // 2)
    shown(window)
    return panel.timeline


class _Drag:
    """Holds a bar in the middle of the view and moves it to and fro."""

    def __init__(self, timeline: PlanView) -> None:
        self.timeline = timeline
        row = timeline.rowAt(timeline.viewport().height() // 2)
        activity = timeline.rows.activity(row)
        assert activity is not None
        assert activity.start is not None
        timeline.go_to_day(activity.start)
        shown(timeline)
        self.at = QPointF(timeline.place(activity.start) + 40, timeline.row_rect(row).top() + 12)
        self.away = 0
        self._send(QEvent.Type.MouseButtonPress, self.at)
        self.move()
        assert timeline.gesture is not None, "no bar was taken hold of"

    def move(self) -> None:
        self.away = (self.away + 23) % 200
        self._send(QEvent.Type.MouseMove, self.at + QPointF(self.away, 0))
        self.timeline.viewport().repaint()

    def let_go(self) -> None:
        self.timeline.cancel()
        self._send(QEvent.Type.MouseButtonRelease, self.at)

    def _send(self, kind: QEvent.Type, at: QPointF) -> None:
        viewport = self.timeline.viewport()
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, at, viewport.mapToGlobal(at.toPoint()).toPointF(), button, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(viewport, event)
