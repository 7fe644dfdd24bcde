"""The cooperation check in the window: a round by the keyboard, its result, and what follows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.forms.fields_dialog import FieldsDialog
from ui.pages.cooperation.asking import AskingDialog
from ui.pages.cooperation.check_panel import CheckPanel
from ui.pages.cooperation.page import CooperationPage
from ui.session import Session
from ui.workspace import Workspace
from workbook.measures.rounds import answers_of
from workbook.operations import AddRecord, Answer, KeepAnswers, RemoveRecords
from workbook.records import FollowUp, HealthRound


@pytest.fixture
def check(session: Session) -> CheckPanel:
    session.enter_section("cooperation")
    page = session.page
    assert isinstance(page, CooperationPage)
    return page.check


@pytest.fixture
def asking(check: CheckPanel, session: Session) -> Iterator[AskingDialog]:
    """A new round of all partners, at the point where somebody sits down."""
    added = AddRecord("health_rounds", {"title": "Autumn", "date": session.bridge.today()})
    assert session.bridge.do(added)
    check.go_to(added.record_id)
    check.ask()
    dialog = check.asking
    assert dialog is not None
    yield dialog
    if check.asking is dialog:
        dialog.accept()


def texts(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def kept(session: Session, asking: AskingDialog, partner: str) -> dict[str, tuple[int | None, str]]:
    held = answers_of(session.bridge.book, asking.round_id, partner)
    return {key: (answer.score, answer.comment) for key, answer in held.items()}


def press(asking: AskingDialog, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(asking.question, key)
        else:
            QTest.keyClick(asking.question, key)


def begin(asking: AskingDialog) -> str:
    partner = asking.hand_over.chosen()
    QTest.keyClick(asking.hand_over.begin, Qt.Key.Key_Space)
    return partner


def test_a_round_is_started_with_the_active_partners(check: CheckPanel, session: Session) -> None:
    session.desk.start("add")
    dialog = check.window().findChild(FieldsDialog)
    assert isinstance(dialog, FieldsDialog)
    QTest.keyClick(dialog.rows["title"].editor.control, Qt.Key.Key_Return)
    started = session.bridge.book.all(HealthRound)[-1]
    assert len(started.asked) == 8
    assert started.date == session.bridge.today()
    assert check.round == started
    assert check.stack.currentWidget() is check.unanswered


def test_each_answer_is_on_disk_at_once_and_by_the_keyboard_alone(asking: AskingDialog, session: Session) -> None:
    partner = begin(asking)
    press(asking, "4")
    assert kept(session, asking, partner) == {"s01": (4, "")}
    press(asking, Qt.Key.Key_Return, "0", Qt.Key.Key_Right, "d", Qt.Key.Key_Left, "2")
    assert kept(session, asking, partner) == {"s01": (4, ""), "s02": (2, ""), "s03": (None, "")}
    assert "2 of 20" in texts(asking)


def test_a_comment_goes_with_its_answer_and_never_alone(asking: AskingDialog, session: Session) -> None:
    partner = begin(asking)
    press(asking, "c")
    QTest.keyClicks(asking.question.comment, "Meetings 1 to 5 were late")
    QTest.keyClick(asking.question.comment, Qt.Key.Key_Return)
    assert kept(session, asking, partner) == {}
    assert "Choose an answer too" in texts(asking)
    press(asking, "3")
    QTest.keyClicks(asking.question.comment, "!")
    QTest.keyClick(asking.question.comment, Qt.Key.Key_Return)
    assert kept(session, asking, partner) == {"s01": (3, "Meetings 1 to 5 were late!")}
    assert asking.place == 1


def test_a_round_stops_anywhere_and_goes_on_at_the_open_statement(asking: AskingDialog, session: Session) -> None:
    partner = begin(asking)
    press(asking, "4", Qt.Key.Key_Return, "5", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert "2 of 20 answers are kept" in texts(asking)
    assert asking.hand_over.chosen() == partner
    assert asking.hand_over.begin.text() == "Go on"
    begin(asking)
    assert asking.place == 2


def test_who_comes_next_does_not_see_what_was_answered(asking: AskingDialog) -> None:
    begin(asking)
    press(asking, "4", Qt.Key.Key_Escape)
    begin(asking)
    assert asking.place == 1
    press(asking, Qt.Key.Key_Left)
    assert not any(one.isChecked() for one in asking.question.buttons.values())
    assert "what was said is not shown" in texts(asking)


def test_after_the_last_statement_the_next_partner_is_proposed(asking: AskingDialog, session: Session) -> None:
    partner = begin(asking)
    for _ in range(20):
        press(asking, "4", Qt.Key.Key_Return)
    assert len(kept(session, asking, partner)) == 20
    assert "All 20 answers are kept" in texts(asking)
    assert asking.hand_over.chosen() not in ("", partner)


def test_nothing_of_the_result_is_behind_the_screen_while_partners_answer(
    asking: AskingDialog, check: CheckPanel
) -> None:
    assert check.stack.currentWidget() is check.calm
    begin(asking)
    press(asking, "4")
    assert check.stack.currentWidget() is check.calm
    asking.accept()
    assert check.stack.currentWidget() is check.result


def test_one_partners_answers_are_not_in_the_result(asking: AskingDialog, check: CheckPanel) -> None:
    begin(asking)
    press(asking, "2")
    asking.accept()
    row = check.result.model.rows[0].texts
    assert row[2:] == ("–", "–", "one answer only, so it is not shown")
    assert "shown from two on" in check.result.tracks.accessibleDescription()


def test_two_partners_see_words_and_no_figures_on_a_statement(asking: AskingDialog, check: CheckPanel) -> None:
    for key in ("1", "5"):
        asking.begin(begin_with(asking, key))
    asking.accept()
    row = check.result.model.rows[0].texts
    assert row[2:4] == ("watch", "seen very differently")


def begin_with(asking: AskingDialog, key: str) -> str:
    """Let the next partner that has not begun answer the first statement; returns who that was."""
    dialog = asking.hand_over
    row = next(number for number in range(dialog.list.count()) if dialog.list.item(number).text().endswith("not yet"))
    dialog.list.setCurrentRow(row)
    partner = begin(asking)
    press(asking, key, Qt.Key.Key_Escape)
    return partner


def test_single_answers_have_no_table(check: CheckPanel, session: Session) -> None:
    page = session.page
    assert isinstance(page, CooperationPage)
    assert "health_responses" not in page.keys
    answer = session.bridge.book.records("health_responses")[0]
    session.go_to("health_responses", answer.id)
    assert page.tabs.currentIndex() == 0


def test_a_low_statement_leads_to_a_dated_follow_up_that_is_done_in_one_gesture(
    check: CheckPanel, session: Session, qtbot: QtBot
) -> None:
    check.result.choose("s06")
    QTest.keyClick(check.result.table, Qt.Key.Key_Return)
    dialog = check.window().findChild(FieldsDialog)
    assert isinstance(dialog, FieldsDialog)
    before = session.bridge.workbook.seq
    dialog.keep.click()
    assert session.bridge.workbook.seq == before + 1
    planned = session.bridge.book.all(FollowUp)[-1]
    assert planned.due is not None
    assert ((planned.due - session.bridge.today()).days, planned.foundation) == (30, "resources")
    assert check.round is not None
    assert planned.round == check.round.id
    tick = next(box for box in check.result.follow_ups.ticks if box.accessibleName().endswith(planned.title))
    QTest.keyClick(tick, Qt.Key.Key_Space)
    done = session.bridge.book.one(FollowUp, planned.id)
    assert done is not None
    assert (done.status, done.done_on) == ("done", session.bridge.today())


def test_rounds_stand_beside_each_other(asking: AskingDialog, check: CheckPanel) -> None:
    for key in ("1", "5"):
        begin_with(asking, key)
    asking.accept()
    over_time = check.result.over_time
    assert over_time.columnCount() == 2
    shown = [over_time.model().index(row, 1).data() for row in (0, 5)]
    assert shown == ["3 watch   down 1", "2 of 8"]


def test_without_partners_the_page_leads_to_them(session: Session, check: CheckPanel) -> None:
    for name in ("health_rounds", "partners"):
        ids = tuple(record.id for record in session.bridge.book.records(name))
        session.bridge.do(RemoveRecords(name, ids))
    assert check.empty.title.text() == "Partners come first"
    check.empty.button.click()
    assert session.section == "partners"


def test_answers_of_one_partner_are_removed_and_shown_singly_only_where_all_agreed(
    check: CheckPanel, session: Session, workspace: Workspace
) -> None:
    book = session.bridge.book
    first, second = (partner.id for partner in book.records("partners")[:2])
    rounds = [
        AddRecord("health_rounds", {"title": f"Open {is_open}", "show_single": is_open}) for is_open in (True, False)
    ]
    for added in rounds:
        assert session.bridge.do(added)
        given = {first: {"s01": Answer(2, "Nobody listens")}, second: {"s01": Answer(None)}}
        assert session.bridge.do(KeepAnswers(added.record_id, given))
    check.go_to(rounds[0].record_id)
    by_partner = check.result.views.button(2)
    by_partner.click()
    single = check.result.single
    assert single.isVisible()
    cells = [single.item(0, column) for column in range(1, single.columnCount())]
    assert sorted(cell.text() for cell in cells if cell is not None and cell.text() != "–") == ["2*", "?"]
    assert any("Nobody listens" in cell.toolTip() for cell in cells if cell is not None)
    check.go_to(rounds[1].record_id)
    assert not by_partner.isVisible()
    assert (single.isVisible(), single.rowCount()) == (False, 0)
    workspace.run("forget_answers")
    menu = check.forget.menu()
    menu.close()
    assert [action.text() for action in menu.actions()] == [book.label("partners", one) for one in (first, second)]
    menu.actions()[0].trigger()
    assert not answers_of(session.bridge.book, rounds[1].record_id, first)
    assert answers_of(session.bridge.book, rounds[1].record_id, second)
    session.desk.start("undo")
    assert answers_of(session.bridge.book, rounds[1].record_id, first)
