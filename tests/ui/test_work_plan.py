"""The work plan: one scroll for table and timeline, zoom, bars moved by hand and by key, filters."""

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.pages.tables_page import TablesPage
from ui.pages.work.choose_activity import ChooseActivityDialog
from ui.pages.work.panel import WorkPanel
from ui.session import Session
from ui.timeline.drawing import box
from ui.timeline.pointing import handle_of
from ui.workspace import Workspace
from workbook.operations import AddRecord
from workbook.records import Activity
from workbook.scheduling import LinkActivities, broken_links, is_late, span_of


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


def middle_of(work: WorkPanel, activity: Activity) -> QPoint:
    """Bring an activity into sight; returns the middle of its bar."""
    span = span_of(activity)
    assert span is not None
    timeline = work.timeline
    timeline.zoom_to("quarter")
    timeline.go_to_day(span.first, 0.2)
    row = work.model.rows.place(activity.id)
    return box(timeline.place, span, timeline.row_rect(row)).center().toPoint()


def drag(work: WorkPanel, start: QPoint, *steps: QPoint) -> None:
    port = work.timeline.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in steps:
        QTest.mouseMove(port, step)


def drop(work: WorkPanel, at: QPoint) -> None:
    QTest.mouseRelease(work.timeline.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_bar_is_dragged_as_one_step_and_esc_leaves_it(work: WorkPanel, workspace: Workspace) -> None:
    before = titled(work, "A-06")
    seq, at = work.desk.bridge.workbook.seq, middle_of(work, before)
    drag(work, at, at + QPoint(15, 0), at + QPoint(30, 0))
    assert "(20 days later)" in work.words.text()
    work.timeline.grab()
    QTest.keyClick(work.timeline, Qt.Key.Key_Escape)
    drop(work, at + QPoint(30, 0))
    assert work.desk.bridge.workbook.seq == seq
    drag(work, at, at + QPoint(15, 0), at + QPoint(30, 0))
    drop(work, at + QPoint(30, 0))
    after = titled(work, "A-06")
    assert before.start is not None
    assert after.start == before.start + datetime.timedelta(days=20)
    assert work.desk.bridge.workbook.seq == seq + 1
    workspace.run("undo")
    assert titled(work, "A-06") == before


def test_an_end_is_dragged_and_the_other_side_stays(work: WorkPanel) -> None:
    before = titled(work, "A-06")
    middle = middle_of(work, before)
    span = span_of(before)
    assert span is not None
    work.timeline.go_to_day(span.last, 0.6)
    at = QPoint(int(work.timeline.place(span.last + datetime.timedelta(days=1))) - 2, middle.y())
    drag(work, at, at - QPoint(15, 0), at - QPoint(30, 0))
    drop(work, at - QPoint(30, 0))
    after = titled(work, "A-06")
    assert (after.start, after.end) == (before.start, span.last - datetime.timedelta(days=20))


def test_a_link_is_drawn_from_the_end_of_a_bar_and_a_circle_is_refused(work: WorkPanel, workspace: Workspace) -> None:
    first, second = titled(work, "A-09"), titled(work, "A-06")
    middle_of(work, first)
    row = work.model.rows.place(first.id)
    handle = handle_of(work.timeline, row, first)
    assert handle is not None
    start = handle.toPoint()
    target = work.timeline.row_rect(work.model.rows.place(second.id)).center()
    drag(work, start, start + QPoint(20, 5), target)
    assert work.words.text() == "A-06 begins after A-09 has ended"
    work.timeline.grab()
    drop(work, target)
    assert first.id in titled(work, "A-06").depends_on
    work.planning.carry_out(LinkActivities(second.id, first.id), second.id)
    assert "leads back" in workspace.message.text.text()


def test_every_gesture_has_keys(work: WorkPanel, session: Session) -> None:
    before, seq = choose(work, "A-06"), session.bridge.workbook.seq
    assert before.start is not None
    assert before.end is not None
    timeline, held = work.timeline, Qt.KeyboardModifier
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    QTest.keyClick(timeline, Qt.Key.Key_Right, held.ShiftModifier)
    assert session.bridge.workbook.seq == seq
    assert "(8 days later)" in work.words.text()
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert session.bridge.workbook.seq == seq + 1
    for _ in range(3):
        QTest.keyClick(timeline, Qt.Key.Key_Left, held.ControlModifier)
    QTest.keyClick(timeline, Qt.Key.Key_Right, held.ControlModifier | held.ShiftModifier)
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    after = titled(work, "A-06")
    assert after.start == before.start + datetime.timedelta(days=9)
    assert after.end == before.end + datetime.timedelta(days=5)
    choose(work, "A-06")
    QTest.keyClick(timeline, Qt.Key.Key_S)
    QTest.keyClick(timeline, Qt.Key.Key_Left)
    QTest.keyClick(timeline, Qt.Key.Key_Escape)
    assert titled(work, "A-06") == after
    assert "nothing was changed" in work.words.text()


def test_a_broken_link_is_told_with_a_way_to_mend_it(work: WorkPanel, workspace: Workspace) -> None:
    before = choose(work, "A-04")
    for _ in range(10):
        QTest.keyClick(work.timeline, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(work.timeline, Qt.Key.Key_Return)
    assert "A-06" in workspace.message.text.text()
    assert "before A-04 ends" in workspace.message.text.text()
    work.filters.chips["broken"].click()
    assert titled(work, "A-06").id in work.model.rows.ids
    work.filters.clear()
    choose(work, "A-04")
    workspace.run("shift_following")
    assert not list(broken_links(work.desk.bridge.book))
    workspace.run("undo")
    workspace.run("undo")
    assert titled(work, "A-04") == before


def test_first_dates_come_after_what_it_waits_for(work: WorkPanel, session: Session) -> None:
    earlier = titled(work, "A-11")
    session.bridge.do(AddRecord("activities", {"title": "Say thank you", "depends_on": (earlier.id,)}))
    added = session.bridge.book.all(Activity)[-1]
    choose(work, added.code)
    QTest.keyClick(work.timeline, Qt.Key.Key_Right)
    assert "press P" in work.words.text()
    QTest.keyClick(work.timeline, Qt.Key.Key_P)
    placed = titled(work, added.code)
    assert placed.start == earlier.end
    assert (placed.end - placed.start).days == 13 if placed.start and placed.end else False


def test_agreed_dates_that_are_there_stay_where_all_are_set(work: WorkPanel, session: Session) -> None:
    session.bridge.do(AddRecord("activities", {"title": "New", "end": datetime.date(2027, 5, 1)}))
    kept = titled(work, "A-04").baseline_end
    work.planning.agree()
    assert session.bridge.book.all(Activity)[-1].baseline_end == datetime.date(2027, 5, 1)
    assert titled(work, "A-04").baseline_end == kept != titled(work, "A-04").end


def test_linking_by_key_offers_only_what_makes_no_circle(work: WorkPanel) -> None:
    choices = dict(work.planning._may_follow(titled(work, "A-04")))
    codes = {title.split()[0] for title in choices.values()}
    assert not codes & {"A-04", "A-01", "A-02", "A-03", "A-06"}
    dialog = ChooseActivityDialog("What begins after A-04?", list(choices.items()))
    QTest.keyClicks(dialog.line, "coordinate")
    assert dialog.chosen() == titled(work, "A-12").id
    dialog.deleteLater()


def test_an_empty_plan_offers_how_to_begin_and_its_first_activity_a_timeline_of_the_time_around_today(
    desk: Desk, qtbot: QtBot
) -> None:
    panel = WorkPanel(desk, "calendar-check")
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    idle = (panel.tools, panel.filters, panel.zoom_bar)
    assert [one.isVisible() for one in idle] == [False, False, False]
    assert panel.empty.button.isVisible()
    desk.bridge.do(AddRecord("activities", {"title": "Open the workshop"}))
    qtbot.waitUntil(lambda: panel.timeline.viewport().width() > 200)
    assert [one.isVisible() for one in idle] == [True, True, True]
    scale, today = panel.timeline.scale, desk.bridge.today()
    assert scale.zoom in ("day", "week", "month")
    assert scale.last - scale.first < datetime.timedelta(days=1000)
    assert scale.first <= today <= scale.last
