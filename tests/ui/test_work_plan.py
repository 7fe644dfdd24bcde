"""The work plan: one scroll for table and timeline, zoom, bars moved by hand and by key, filters."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.pages.tables_page import TablesPage
from ui.pages.work.panel import WorkPanel
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import AddRecord
from workbook.records import Activity
from workbook.scheduling import is_late


@pytest.fixture
def work(session: Session) -> WorkPanel:
    """The work plan of the worked example, with the first activity chosen."""
    session.go_to("activities")
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel("activities")
    assert isinstance(panel, WorkPanel)
    panel.enter()
    return panel


def titled(work: WorkPanel, code: str) -> Activity:
    found = work.desk.bridge.book.by_code("activities", code)
    assert isinstance(found, Activity)
    return found


def choose(work: WorkPanel, code: str) -> Activity:
    """Make an activity the current one and put the focus on the timeline."""
    activity = titled(work, code)
    work.view.go_to(activity.id)
    work.timeline.setFocus()
    QApplication.processEvents()
    return activity


def test_table_and_timeline_scroll_and_choose_together(work: WorkPanel, session: Session) -> None:
    for number in range(40):
        session.bridge.do(AddRecord("activities", {"title": f"Do something {number}"}))
    table, timeline = work.view, work.timeline
    QApplication.processEvents()
    table.verticalScrollBar().setValue(317)
    assert timeline.verticalScrollBar().value() == 317
    timeline.verticalScrollBar().setValue(95)
    assert table.verticalScrollBar().value() == 95
    assert table.viewport().height() == timeline.viewport().height()
    for row in (0, 7, 51):
        assert table.rowViewportPosition(row) == timeline.rowViewportPosition(row)
        assert table.rowHeight(row) == timeline.rowHeight(row)
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    assert table.currentIndex().row() == timeline.currentIndex().row() == 1
    table.setCurrentIndex(work.model.index(51, 2))
    assert timeline.currentIndex().row() == 51
    assert table.verticalScrollBar().value() == timeline.verticalScrollBar().value()


def test_the_sentence_of_a_row_is_what_a_screen_reader_is_told(work: WorkPanel) -> None:
    index = work.timeline.model().index(2, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("A-03 Fit out workshop and stage: 1 Jun – 30 Oct 2026")
    assert "days late" in told
    assert told.endswith("after A-02")
    heard = QAccessible.queryAccessibleInterface(work.timeline)
    assert heard is not None
    assert told in {heard.child(number).text(QAccessible.Text.Name) for number in range(heard.childCount())}


def test_zooming_keeps_the_day_under_the_pointer(work: WorkPanel) -> None:
    timeline = work.timeline
    timeline.zoom_to("month")
    timeline.go_to_today()
    x = 250.0
    day = timeline.day_at(x)
    timeline.zoom_by(2.0, x)
    assert abs((timeline.day_at(x) - day).days) <= 1
    assert timeline.scale.zoom == "week"
    assert work.zoom_bar.zoom.currentData() == "week"


def test_everything_fits_and_today_is_found(work: WorkPanel, workspace: Workspace) -> None:
    timeline, today = work.timeline, work.desk.bridge.today()
    timeline.zoom_to("day")
    workspace.run("timeline_all")
    width = timeline.viewport().width()
    spans = [one for one in work.desk.bridge.book.all(Activity) if one.start and one.end]
    assert all(0 <= timeline.place(day) <= width for one in spans for day in (one.start, one.end) if day)
    timeline.zoom_to("day")
    timeline.go_to_day(datetime.date(2020, 1, 1))
    assert 0 <= timeline.place(datetime.date(2020, 1, 1)) <= width
    workspace.run("timeline_today")
    assert 0 <= timeline.place(today) <= width


def test_right_to_left_time_runs_the_other_way(work: WorkPanel, qapp: QApplication) -> None:
    first, later = datetime.date(2026, 3, 1), datetime.date(2026, 5, 1)
    assert work.timeline.place(first) < work.timeline.place(later)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        work.timeline.fit_all()
        assert work.timeline.place(first) > work.timeline.place(later)
        assert work.timeline.day_at(work.timeline.place(later) - 0.2) == later
        work.timeline.grab()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_filters_say_in_words_why_nothing_is_shown(work: WorkPanel, qtbot: QtBot) -> None:
    today, book = work.desk.bridge.today(), work.desk.bridge.book
    work.filters.chips["late"].click()
    assert set(work.model.rows.ids) == {one.id for one in book.all(Activity) if is_late(one, today)}
    work.filters.chips["broken"].click()
    assert not work.filters.chips["late"].isChecked()
    assert not work.model.rowCount()
    assert work.empty.sentence.text() == "Every activity begins after what it waits for."
    work.empty.button.click()
    assert work.model.rowCount() == book.count("activities")
    objective = work.filters.objective
    objective.setCurrentIndex(1)
    assert {titled(work, work.model.index(row, 0).data()).objective for row in range(work.model.rowCount())} == {
        objective.currentData()
    }


def test_the_form_is_a_key_away_and_folds_back(work: WorkPanel, workspace: Workspace) -> None:
    assert work.fold.isHidden()
    work.view.setFocus()
    workspace.run("details")
    assert work.is_unfolded
    assert work.side.isAncestorOf(work.window().focusWidget())
    workspace.run("details")
    assert work.fold.isHidden()
    work.go_to(titled(work, "A-05").id, "depends_on")
    assert work.is_unfolded
