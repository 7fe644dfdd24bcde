"""The page of trackers: how each stands, and what is done about it."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from tests.ui.driving import answering, entered, panel_of
from ui.forms.fields_dialog import FieldsDialog
from ui.pages.history import HistoryPage
from ui.pages.overview import OverviewPage
from ui.pages.record_panel import RecordPanel
from ui.pages.trackers import TrackersPage
from ui.pages.trackers.panel import RegisterPanel
from ui.session import Session
from ui.trackers.send_dialog import SendDialog
from ui.workspace import Workspace
from workbook.measures.deadlines import calendar_of, late
from workbook.operations import AddRecord
from workbook.records import Tracker


def add(session: Session, code: str, **given: Any) -> str:
    """Put a tracker on record: for the partner with a code, or of the whole plan."""
    partner = session.bridge.book.by_code("partners", code)
    known = {"file": f"{code or 'plan'}.xlsx", "partner": None if partner is None else partner.id, "language": "en"}
    operation = AddRecord("trackers", known | given)
    session.bridge.workbook.do(operation)
    return operation.record_id


@pytest.fixture
def today(session: Session) -> datetime.date:
    return session.bridge.today()


@pytest.fixture
def panel(session: Session, today: datetime.date) -> RegisterPanel:
    """One tracker in each group."""
    day = datetime.timedelta(1)
    add(session, "P-02", status="returned", returned_on=today, returned_file="back.xlsx", note="Thank you")
    add(session, "P-03", due=today + 3 * day, issued_on=today, state=1)
    add(session, "P-04", due=today - 2 * day, issued_on=today - 9 * day)
    add(session, "", status="not_expected")
    return panel_of(entered(session, "trackers", TrackersPage), RegisterPanel)


def shown(panel: RegisterPanel) -> list[tuple[str, str]]:
    model = panel.model
    return [(model.index(row, 0).data(), model.index(row, 1).data() or "") for row in range(model.rowCount())]


def test_trackers_stand_in_groups_with_counts_and_the_first_is_chosen(panel: RegisterPanel) -> None:
    assert shown(panel) == [
        ("Overdue (1)", ""),
        ("P-04 Lindell University of Applied Arts", "2 days late"),
        ("Out (1)", ""),
        ("P-03 Tram and Harbour Museum", "3 days left"),
        ("Returned (1)", ""),
        ("P-02 Planning Department", "returned"),
        ("Not expected any more (1)", ""),
        ("The whole plan", "not expected"),
    ]
    assert panel.counts.text() == "Overdue: 1   ·   Out: 1   ·   Returned: 1   ·   Not expected any more: 1"
    assert panel.chosen.title.text() == "TR-03   P-04 Lindell University of Applied Arts"
    assert panel.chosen.stands.text() == "Overdue: 2 days late"
    assert panel.window().focusWidget() is panel.table
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.chosen.title.text().startswith("TR-02   P-03"), "headings are passed over"
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.chosen.facts.text().splitlines()[1:] == [
        f"Returned on {panel.desk.bridge.formats.date(panel.desk.bridge.today())} as back.xlsx",
        "Note: Thank you",
    ]
    assert [key for key, one in panel.chosen.buttons.items() if one.isVisible()] == [
        "send_again",
        "details",
        "record_history",
    ]


def test_an_empty_page_leads_on_to_sending(session: Session) -> None:
    panel = panel_of(entered(session, "trackers", TrackersPage), RegisterPanel)
    assert panel.empty.isVisible()
    assert panel.window().focusWidget() is panel.empty.button
    asked: list[tuple[str | None, ...]] = []
    answering(SendDialog, lambda dialog: asked.append(dialog.table.chosen()))
    panel.empty.button.click()
    assert len(asked[0]) > 2


def test_the_filter_narrows_every_group_and_says_when_nothing_matches(panel: RegisterPanel) -> None:
    panel.filter.setText("museum")
    assert shown(panel) == [("Out (1)", ""), ("P-03 Tram and Harbour Museum", "3 days left")]
    panel.filter.setText("nobody of this name")
    assert panel.empty.title.text() == "Nothing matches"
    panel.empty.button.click()
    assert len(shown(panel)) == 8


def test_a_tracker_is_sent_again_to_the_one_who_has_it(panel: RegisterPanel, session: Session) -> None:
    partner = session.bridge.book.by_code("partners", "P-04")
    assert partner is not None
    seen: list[Any] = []
    answering(SendDialog, lambda dialog: seen.append((dialog.table.chosen(), dialog.replaces.isEnabled())))
    panel.offers()["send_again"]()
    assert seen == [((partner.id,), True)]


def test_the_day_is_changed_and_the_line_moves_to_its_group(panel: RegisterPanel, workspace: Workspace) -> None:
    later = panel.desk.bridge.today() + datetime.timedelta(30)

    def put(dialog: FieldsDialog) -> None:
        dialog.rows["due"].editor.put_draft(panel.desk.bridge.formats.date(later))
        dialog.keep.click()

    answering(FieldsDialog, put)
    workspace.run("change_due")
    assert ("P-04 Lindell University of Applied Arts", "30 days left") in shown(panel)
    assert panel.chosen.stands.text() == "Out: 30 days left"
    assert shown(panel)[0] == ("Out (2)", "")


def test_a_reminder_for_an_e_mail_is_copied(panel: RegisterPanel, workspace: Workspace) -> None:
    workspace.run("copy_reminder")
    text = QGuiApplication.clipboard().text()
    assert "we sent you the tracker of “Old Tram Depot Creative Lab”: the file P-04.xlsx." in text
    assert "It was due back on" in text
    assert "clipboard" in workspace.message.text.text()


def test_nobody_waits_for_a_tracker_any_more_and_then_does_again(panel: RegisterPanel, workspace: Workspace) -> None:
    def lost(dialog: FieldsDialog) -> None:
        dialog.rows["note"].editor.put_draft("Lost")
        dialog.keep.click()

    answering(FieldsDialog, lost)
    workspace.run("stop_waiting")
    assert panel.chosen.stands.text() == "Not expected any more"
    assert panel.chosen.facts.text().endswith("Note: Lost")
    panel.chosen.buttons["wait_again"].click()
    assert panel.chosen.stands.text() == "Overdue: 2 days late"


def test_enter_asks_for_the_file_that_came_back(panel: RegisterPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def turned_down(_window: QWidget, title: str, *_given: str) -> tuple[list[str], str]:
        asked.append(title)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", turned_down)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert asked == ["Returned trackers"]


def test_the_menu_offers_what_the_buttons_do(panel: RegisterPanel) -> None:
    panel.table.menu_requested.emit(panel.table.mapToGlobal(panel.table.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    seen = [one.text() for one in panel.chosen.buttons.values() if one.isVisible()]
    assert sorted(one.text() for one in menu.actions()) == sorted(seen)
    menu.close()


def test_ways_lead_to_a_line_to_its_fields_and_to_its_steps(panel: RegisterPanel, session: Session) -> None:
    out = next(one for one in session.bridge.book.all(Tracker) if one.file == "P-03.xlsx")
    panel.filter.setText("university")
    session.open_section("overview")
    session.go_to("trackers", out.id)
    assert isinstance(session.page, TrackersPage)
    assert panel.line is not None
    assert panel.line.tracker.id == out.id
    panel.offers()["details"]()
    assert isinstance(session.page.current, RecordPanel)
    assert session.page.current.view.current_id() == out.id
    panel.offers()["record_history"]()
    assert isinstance(session.page, HistoryPage)
    assert len(session.page.changes.model.shown) == 1


def test_an_overdue_tracker_is_late_on_the_overview_and_stands_in_the_calendar(
    panel: RegisterPanel, session: Session
) -> None:
    assert panel.model.count("overdue") == 1
    book = session.bridge.book
    (tracker,) = [one for one in late(book, session.bridge.today()) if one.type == "trackers"]
    assert tracker.days_late(session.bridge.today()) == 2
    assert len([one for one in calendar_of(book) if one.type == "trackers"]) == 2
    page = entered(session, "overview", OverviewPage)
    words = [line.words for line in page.coming._lines_held]
    assert "TR-03 P-04.xlsx (tracker due back)" in words
