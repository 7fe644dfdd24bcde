"""Bodies, seats, meetings and decisions, worked on where one sees them."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.driving import entered, panel_of
from ui.pages.governance import GovernancePage
from ui.pages.governance.bodies_panel import BodiesPanel
from ui.pages.governance.decisions_panel import DecisionsPanel
from ui.pages.governance.meetings_panel import MeetingsPanel
from ui.session import Session
from workbook.operations import AddRecord, RemoveRecords
from workbook.records import Decision, FollowUp, GovernanceBody, Meeting, Member, Partner


@pytest.fixture
def page(session: Session) -> GovernancePage:
    return entered(session, "governance", GovernancePage)


@pytest.fixture
def bodies(page: GovernancePage) -> BodiesPanel:
    return panel_of(page, BodiesPanel)


@pytest.fixture
def meetings(page: GovernancePage) -> MeetingsPanel:
    page.tabs.setCurrentIndex(1)
    page.enter()
    return panel_of(page, MeetingsPanel)


def carry_out(page: GovernancePage, action: str) -> None:
    found = page.window().findChild(QAction, action)
    assert isinstance(found, QAction)
    assert found.isEnabled()
    found.trigger()


def held(session: Session) -> Meeting:
    return next(one for one in session.bridge.book.all(Meeting) if one.code == "MT-04")


def texts(widget: object) -> str:
    assert hasattr(widget, "findChildren")
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_a_body_says_how_it_works_and_who_sits_in_it(bodies: BodiesPanel) -> None:
    assert "Depot steering group" in bodies.heading.text()
    assert "Decides by: Consensus" in texts(bodies.facts)
    assert bodies.seats.table.rowCount() == 8
    assert "meets on 19 Jan 2027" in bodies.list.entries.entries[0].said
    QTest.keyClick(bodies.list, Qt.Key.Key_Down)
    assert "Making and skills" in bodies.heading.text()
    assert "Without a seat here: P-01" in bodies.seats.missing.text()


def test_a_seat_is_given_changed_and_taken_away_in_one_step_each(bodies: BodiesPanel, session: Session) -> None:
    QTest.keyClick(bodies.list, Qt.Key.Key_Down)
    body = bodies.body
    assert body is not None
    seats = bodies.seats
    partner = session.bridge.book.all(Partner)[0].id
    assert seats.partner.currentData() == partner
    QTest.keyClick(seats.seat, Qt.Key.Key_End)
    QTest.keyClick(seats.person, Qt.Key.Key_Down)
    QTest.keyClick(seats.give, Qt.Key.Key_Return)
    (member,) = session.bridge.book.where(Member, body=body.id, partner=partner)
    assert (member.seat, member.person) == ("observer", seats.person.currentData())
    assert seats.give.text() == "Change seat"
    QTest.keyClick(seats.seat, Qt.Key.Key_Home)
    seats.seat.setCurrentIndex(seats.seat.findData("voting"))
    QTest.keyClick(seats.give, Qt.Key.Key_Return)
    assert session.bridge.book.where(Member, body=body.id, partner=partner)[0].seat == "voting"
    QTest.keyClick(seats.take, Qt.Key.Key_Return)
    assert not session.bridge.book.where(Member, body=body.id, partner=partner)
    session.bridge.undo()
    assert seats.table.rowCount() == 5


def test_the_next_meeting_is_planned_with_what_is_open(bodies: BodiesPanel, page: GovernancePage) -> None:
    carry_out(page, "plan_meeting")
    panel = page.current
    assert isinstance(panel, MeetingsPanel)
    meeting = panel.view.meeting
    assert meeting is not None
    assert meeting.status == "planned"
    assert meeting.date is not None
    assert meeting.date > datetime.date(2027, 1, 19)
    agenda = meeting.agenda.splitlines()
    assert any(point.startswith("Decision D-04: Give 4,000 EUR") for point in agenda)
    assert agenda[-1] == "Any other business and the next date"


def test_ticking_who_is_there_says_whether_they_are_enough(meetings: MeetingsPanel, session: Session) -> None:
    meetings.go_to(held(session).id)
    presence = meetings.view.presence
    assert set(presence.present()) == set(held(session).attendees)
    assert "6 votes are there, 5 are needed: enough to decide." in presence.quorum.text()
    for row in range(2):
        presence.list.setCurrentRow(row)
        QTest.keyClick(presence.list, Qt.Key.Key_Space)
    assert len(held(session).attendees) == 4
    assert "4 votes are there, 5 are needed: not enough to decide." in presence.quorum.text()
    session.bridge.undo()
    assert len(presence.present()) == 5


def test_a_guest_is_added_and_does_not_count_for_the_quorum(meetings: MeetingsPanel, session: Session) -> None:
    meeting = next(one for one in session.bridge.book.all(Meeting) if one.code == "MT-05")
    meetings.go_to(meeting.id)
    presence = meetings.view.presence
    assert "3 votes are there, 3 are needed" in presence.quorum.text()
    presence.guests.actions()[0].trigger()
    changed = session.bridge.book.one(Meeting, meeting.id)
    assert changed is not None
    assert len(changed.attendees) == len(meeting.attendees) + 1
    assert presence.list.item(presence.list.count() - 1).text().endswith(", guest")
    assert "3 votes are there, 3 are needed" in presence.quorum.text()


def test_decisions_and_promises_are_added_in_the_meeting(meetings: MeetingsPanel, session: Session) -> None:
    meetings.go_to(held(session).id)
    view = meetings.view
    QTest.keyClicks(view.new_decision.line, "Open on Saturdays too")
    QTest.keyClick(view.new_decision.line, Qt.Key.Key_Return)
    decision = session.bridge.book.all(Decision)[-1]
    assert (decision.title, decision.status, decision.date) == ("Open on Saturdays too", "taken", held(session).date)
    assert "Open on Saturdays too" in texts(view.decisions)
    due = view.new_follow_up.editors["due"].control
    QTest.keyClicks(view.new_follow_up.line, "Ask the caretaker")
    QTest.keyClicks(due, "soonish")
    QTest.keyClick(view.new_follow_up.line, Qt.Key.Key_Return)
    assert view.new_follow_up.refusal.text()
    assert view.new_follow_up.line.text() == "Ask the caretaker"
    view.new_follow_up.editors["due"].put_draft("2026-12-01")
    QTest.keyClick(view.new_follow_up.line, Qt.Key.Key_Return)
    promise = session.bridge.book.all(FollowUp)[-1]
    assert (promise.title, promise.meeting, promise.due) == (
        "Ask the caretaker",
        held(session).id,
        datetime.date(2026, 12, 1),
    )
    assert view.new_follow_up.line.text() == ""


def test_minutes_are_kept_when_another_meeting_is_chosen(meetings: MeetingsPanel, session: Session) -> None:
    first = meetings.view.meeting
    assert first is not None
    meetings.view.rows["minutes"].editor.put_draft("All was well.")
    meetings.list.setFocus()
    QTest.keyClick(meetings.list, Qt.Key.Key_Down)
    assert meetings.view.meeting != first
    kept = session.bridge.book.one(Meeting, first.id)
    assert kept is not None
    assert kept.minutes == "All was well."


def test_the_log_of_decisions_is_narrowed_to_those_asked_for(page: GovernancePage, session: Session) -> None:
    page.tabs.setCurrentIndex(2)
    panel = page.current
    assert isinstance(panel, DecisionsPanel)
    assert panel.model.rowCount() == 4
    panel.standing.setCurrentIndex(panel.standing.findData("asked"))
    assert panel.model.rowCount() == 1
    asked = next(one for one in session.bridge.book.all(Decision) if one.status == "done")
    session.go_to("decisions", asked.id)
    assert panel.view.current_id() == asked.id


def test_records_are_shown_where_one_works_with_them(page: GovernancePage, session: Session) -> None:
    session.go_to("meetings", held(session).id)
    panel = page.current
    assert isinstance(panel, MeetingsPanel)
    assert panel.view.meeting == held(session)
    body = session.bridge.book.all(GovernanceBody)[1]
    session.go_to("governance_bodies", body.id)
    assert isinstance(page.current, BodiesPanel)
    assert page.current.body == body
    session.go_to("governance_bodies", body.id, "quorum")
    assert page.keys[page.tabs.currentIndex()] == "governance_bodies"


def test_without_bodies_the_page_teaches(page: GovernancePage, bodies: BodiesPanel, session: Session) -> None:
    for name in ("meetings", "governance_bodies"):
        ids = tuple(one.id for one in session.bridge.book.records(name))
        assert session.bridge.do(RemoveRecords(name, ids))
    assert bodies.stack.currentWidget() is bodies.empty
    page.tabs.setCurrentIndex(1)
    panel = page.current
    assert isinstance(panel, MeetingsPanel)
    assert panel.stack.currentWidget() is panel.empty
    QTest.keyClick(panel.empty.button, Qt.Key.Key_Return)
    assert page.current is bodies
    assert session.bridge.do(AddRecord("governance_bodies", {"name": "Council"}))
    assert "Council" in bodies.heading.text()
    assert "Mandate: still open" in texts(bodies.facts)
