"""Capacity and training through the real window: from the gap to the action, from the list to the figures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.driving import answering, entered
from ui.forms.fields_dialog import FieldsDialog
from ui.pages.capacity import CapacityPage
from ui.pages.capacity.actions_panel import ActionsPanel
from ui.pages.capacity.after_panel import AfterPanel
from ui.pages.capacity.attendance_dialog import AttendanceDialog
from ui.pages.capacity.needs_panel import NeedsPanel
from ui.pages.capacity.participants_panel import ParticipantsPanel
from ui.pages.capacity.people_panel import PeoplePanel
from ui.pages.capacity.sessions_panel import SessionsPanel
from ui.session import Session
from ui.widgets.card import LineButton
from workbook.measures.capacity import group_counts
from workbook.measures.lacking import lacking
from workbook.operations import AddRecord
from workbook.records import CapacityAction, CapacityNeed, FollowUp, Participant, TrainingSession

_LIST = (
    "Name\tEinrichtung\tGeschlecht\tAlter\tGruppe\tAnwesend\n"
    "Änne Doe\tMuseum\tw\t34\tArtist\tx\n"
    "Ben Doe\tDepot\tm\t18-29\tLehrer\tx\n"
    "Cem Doe\tDepot\td\t\t\t\n"
)


@pytest.fixture
def page(session: Session) -> CapacityPage:
    return entered(session, "capacity", CapacityPage)


def tab(page: CapacityPage, key: str) -> object:
    page.tabs.setCurrentIndex(page.keys.index(key))
    page.enter()
    return page.current


def test_a_need_is_added_where_the_cursor_stands_and_gets_its_action(page: CapacityPage, session: Session) -> None:
    panel = tab(page, "capacity_needs")
    assert isinstance(panel, NeedsPanel)
    panel.matrix.go_to("leadership", "organisation")
    assert "no needs" in panel.matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FieldsDialog)
        assert dialog.rows["level"].editor.value() == "organisation"
        assert dialog.rows["pillar"].editor.value() == "leadership"
        for name, text in (("title", "Chair a partnership"), ("current", "1"), ("desired", "4")):
            QTest.keyClicks(dialog.rows[name].editor.control, text)
        QTest.keyClicks(dialog.rows["target_group"].editor.control, "Heads of office")
        dialog.accept()

    answering(QDialog, fill)
    QTest.keyClick(panel.matrix, Qt.Key.Key_Return)
    need = session.bridge.book.all(CapacityNeed)[-1]
    assert (need.level, need.pillar, need.current, need.desired) == ("organisation", "leadership", 1, 4)
    said = panel.matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Leadership, organisation: 1 need; now 1, wanted 4; a gap that no action closes."
    page.offers()["plan_capacity_action"]()
    action = session.bridge.book.all(CapacityAction)[-1]
    assert (action.need, action.level, action.target_group) == (need.id, "organisation", "Heads of office")
    assert "each gap has an action" in panel.matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    lines = [line.accessibleName() for line in panel.list.findChildren(LineButton)]
    assert any(line.startswith(f"{action.code} Chair a partnership. Capacity building, idea") for line in lines)
    session.bridge.undo()
    assert session.bridge.book.one(CapacityAction, action.id) is None


def test_the_matrix_fits_a_small_screen_and_has_a_table_behind_it(page: CapacityPage) -> None:
    panel = tab(page, "capacity_needs")
    assert isinstance(panel, NeedsPanel)
    assert not panel.matrix.horizontalScrollBar().isVisible()
    assert not panel.matrix.verticalScrollBar().isVisible()
    page.offers()["gap_matrix"]()
    assert panel.table.view.isVisible()
    page.offers()["gap_matrix"]()
    assert panel.matrix.isVisible()


def test_a_finding_leads_to_the_field_of_a_need(page: CapacityPage, session: Session) -> None:
    need = session.bridge.book.all(CapacityNeed)[0]
    session.go_to("capacity_needs", need.id, "current")
    panel = page.current
    assert isinstance(panel, NeedsPanel)
    assert panel.shows_table
    assert panel.table.form.record_id == need.id


def test_each_kind_of_action_is_summed_up_and_shows_its_rows(page: CapacityPage) -> None:
    panel = tab(page, "capacity_actions")
    assert isinstance(panel, ActionsPanel)
    training = panel.tiles["training"]
    assert training.accessibleName().startswith("Training: 2 of 3. delivered · 58 people of 103 planned")
    training.click()
    assert panel.model.rowCount() == 3
    training.click()
    assert panel.model.rowCount() == 6


def test_a_pasted_list_is_counted_and_forgotten(page: CapacityPage, session: Session, qtbot: QtBot) -> None:
    panel = tab(page, "training_sessions")
    assert isinstance(panel, SessionsPanel)
    last = session.bridge.book.all(TrainingSession)[-1]
    panel.go_to(last.id)
    people = session.bridge.book.count("participants")

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AttendanceDialog)
        dialog.list.text.setPlainText(_LIST)
        assert dialog.form.lines["attended"].text() == "2"
        assert dialog.form.lines["registered"].text() == "3"
        assert not dialog.keep.isChecked()
        dialog.accept()

    answering(QDialog, fill)
    page.offers()["record_attendance"]()
    now = session.bridge.book.one(TrainingSession, last.id)
    assert now is not None
    assert (now.attended, now.registered, now.women, now.men, now.status) == (2, 3, 1, 1, "held")
    assert (now.age_18_29, now.age_30_59) == (1, 1)
    assert group_counts(session.bridge.book, now) == {"artist": 1, "educator": 1}
    assert session.bridge.book.count("participants") == people
    session.bridge.undo()
    assert session.bridge.book.one(TrainingSession, last.id) == last


def test_names_are_kept_only_when_ticked_with_consent(page: CapacityPage, session: Session) -> None:
    panel = tab(page, "training_sessions")
    assert isinstance(panel, SessionsPanel)
    last = session.bridge.book.all(TrainingSession)[-1]
    panel.go_to(last.id)
    said: list[str] = []

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AttendanceDialog)
        dialog.list.text.setPlainText(_LIST)
        dialog.keep.setChecked(True)
        dialog.accept()
        said.append(dialog.error.text())
        dialog.consent.setText("Ticked on the sheet")
        dialog.accept()

    answering(QDialog, fill)
    panel.attendance.click()
    assert said == ["Say how the people agreed that their names are kept, or keep only the numbers."]
    names = [p.name for p in session.bridge.book.where(Participant, session=last.id)]
    assert names[-3:] == ["Änne Doe", "Ben Doe", "Cem Doe"]


def test_typed_counts_are_checked_while_they_are_typed(page: CapacityPage, session: Session, qtbot: QtBot) -> None:
    last = session.bridge.book.all(TrainingSession)[-1]
    dialog = AttendanceDialog(session.bridge, last)
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.form
    for name, number in (("attended", "20"), ("women", "11"), ("men", "7")):
        form.lines[name].setFocus()
        form.lines[name].clear()
        QTest.keyClicks(form.lines[name], number)
    assert "By sex: 18 of 20; 2 not said." in [found.text() for found in form.sums.findChildren(QLabel)]
    QTest.keyClicks(form.lines["men"], "7")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.error.text() == "By sex: 88, but only 20 attended; correct one of them."
    assert dialog.focusWidget() is form.lines["women"]
    assert session.bridge.book.one(TrainingSession, last.id) == last


def test_a_column_can_be_taken_for_something_else(session: Session, qtbot: QtBot) -> None:
    dialog = AttendanceDialog(session.bridge, session.bridge.book.all(TrainingSession)[0])
    qtbot.addWidget(dialog)
    dialog.list.text.setPlainText("Ann\tMuseum\tx\nBen\tDepot\t\n")
    assert [box.currentData() for box in dialog.list.boxes] == ["name", "organisation", "came"]
    box = dialog.list.boxes[2]
    box.setCurrentIndex(box.findData("disability"))
    box.activated.emit(box.currentIndex())
    assert (dialog.form.counts().attended, dialog.form.counts().with_disability) == (2, 1)


def test_people_and_learning_show_their_formulas_and_protect_small_numbers(
    page: CapacityPage, session: Session
) -> None:
    held = session.bridge.book.all(TrainingSession)[0]
    for name in ("Ann", "Ben"):
        given = {"session": held.id, "name": name, "rating_before": 2, "rating_after": 5}
        session.bridge.do(AddRecord("participants", given))
    panel = tab(page, "people")
    assert isinstance(panel, PeoplePanel)
    assert panel.tiles["People trained"].accessibleName().startswith("People trained: 58. ")
    assert panel.tiles["Completed"].accessibleDescription() == "completed / attended"
    assert "Woman" in panel.charts["By sex"].accessibleDescription()
    model = panel.learning.model
    assert model.face(held.id, "after").words == "not shown"
    assert model.face(held.id, "test_change").words == "+33"
    assert model.said(held.id, "able") == "Can do it alone: not shown, because fewer than 3 people answered."


def test_a_follow_up_is_planned_and_done_in_a_gesture_each(page: CapacityPage, session: Session) -> None:
    panel = tab(page, "after")
    assert isinstance(panel, AfterPanel)
    waiting = len(panel.unplanned.buttons)
    assert waiting
    answering(QDialog, lambda dialog: dialog.accept())
    panel.unplanned.buttons[0].click()
    follow_up = session.bridge.book.all(FollowUp)[-1]
    assert follow_up.session
    assert follow_up.due is not None
    assert follow_up.due > session.bridge.today()
    assert len(panel.unplanned.buttons) == waiting - 1

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, FieldsDialog)
        QTest.keyClicks(dialog.rows["evidence"].editor.control, "Eleven of twelve use it")
        dialog.accept()

    before = len(panel.due.buttons)
    answering(QDialog, fill)
    panel.due.buttons[0].click()
    done = [f for f in session.bridge.book.all(FollowUp) if f.evidence == "Eleven of twelve use it"]
    assert [(f.status, f.done_on) for f in done] == [("done", session.bridge.today())]
    assert len(panel.due.buttons) == before - 1


def test_what_is_lacking_leads_to_where_it_is_mended(page: CapacityPage, session: Session) -> None:
    panel = tab(page, "after")
    assert isinstance(panel, AfterPanel)
    found = lacking(session.bridge.book, session.bridge.today())
    lines = [line for card in panel.lacks.values() for line in card.findChildren(LineButton)]
    assert len(lines) == len(found)
    lines[0].click()
    assert (session.section, page.tabs.currentIndex()) == ("capacity", 0)
    assert isinstance(page.current, NeedsPanel)
    assert page.current.table.form.record_id == found[0].id


def test_names_past_their_day_are_deleted_with_one_gesture(page: CapacityPage, session: Session) -> None:
    panel = tab(page, "participants")
    assert isinstance(panel, ParticipantsPanel)
    held = session.bridge.book.all(TrainingSession)[0]
    assert not panel.notice.isVisible()
    given = {"session": held.id, "name": "Ann", "delete_after": "2026-01-01"}
    session.bridge.do(AddRecord("participants", given))
    assert panel.notice.isVisible()
    assert panel.words.text().startswith("1 name is past the day")
    panel.delete.click()
    assert not panel.notice.isVisible()
    assert "Ann" not in [p.name for p in session.bridge.book.all(Participant)]


def test_a_group_leads_to_its_session(page: CapacityPage, session: Session) -> None:
    held = session.bridge.book.all(TrainingSession)[1]
    operation = AddRecord("session_groups", {"session": held.id, "stakeholder_type": "artist", "people": 3})
    session.bridge.do(operation)
    session.go_to("session_groups", operation.record_id)
    panel = page.current
    assert isinstance(panel, SessionsPanel)
    assert panel.view.current_id() == held.id
