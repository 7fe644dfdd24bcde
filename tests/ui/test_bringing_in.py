"""A spreadsheet comes in through the window: dropped, matched, corrected, decided by keys, brought in, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.driving import answering
from tests.ui.test_dropping import drop
from ui.bringing_in.dialog import BringInDialog
from ui.bringing_in.questions import ATTENDANCE
from ui.pages.capacity.attendance_dialog import AttendanceDialog
from ui.preferences import Preferences
from ui.workspace import Workspace
from workbook.records import Participant, Partner, Resource, TrainingSession


def _settle(qtbot: QtBot, dialog: BringInDialog) -> None:
    qtbot.waitUntil(lambda: dialog.beside.job is None)


def test_a_dropped_list_is_matched_corrected_decided_and_taken_back(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert workspace.session is not None
    bridge = workspace.session.bridge
    first = bridge.book.all(Partner)[0]
    before = len(bridge.book.all(Partner))
    source = tmp_path / "list.csv"
    source.write_text(
        f"Our list\n\nOrganisation;Remarks;Web\n{first.name}x;new words;\nBrass Band;;band.example\n;;lost.example\n",
        encoding="utf-8",
    )
    seen: list[str] = []

    def work(dialog: BringInDialog) -> None:
        _settle(qtbot, dialog)
        assert dialog.columns.fields == ("name", "note", "website")
        assert not dialog.go_on.isEnabled()
        assert "press S for the same" in dialog.rows.said.text()
        choice = dialog.columns.choices[1]
        choice.setCurrentIndex(choice.findData("mission"))
        choice.activated.emit(choice.currentIndex())
        _settle(qtbot, dialog)
        seen.extend(one.comes for one in dialog.rows.model.rows)
        QTest.keyClick(dialog.rows.table, Qt.Key.Key_N)
        _settle(qtbot, dialog)
        assert dialog.go_on.isEnabled()
        dialog.go_on.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    answering(BringInDialog, work)
    with qtbot.waitSignal(bridge.changed):
        drop(workspace, source)
    qtbot.waitUntil(lambda: "Brought in 2 rows" in workspace.message.text.text())
    assert seen == [f"May be {bridge.book.label('partners', first.id)}", "Not taken", "New"]
    added = bridge.book.all(Partner)[before:]
    assert [(one.name, one.mission, one.website) for one in added] == [
        (f"{first.name}x", "new words", ""),
        ("Brass Band", "", "band.example"),
    ]
    workspace.run("undo")
    assert len(bridge.book.all(Partner)) == before
    kept = workspace.session.desk.views.columns_of(("Organisation", "Remarks", "Web"))
    assert kept == ("partners", ("name", "mission", "website"))


def test_dates_wait_for_their_order_and_a_file_that_cannot_be_read_is_said(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workspace.session is not None
    bridge = workspace.session.bridge
    source = tmp_path / "log.csv"
    source.write_text("Session,Date,Attended\nClay,03/04/2027,12\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(source), ""))

    def work(dialog: BringInDialog) -> None:
        _settle(qtbot, dialog)
        assert not dialog.go_on.isEnabled()
        assert dialog.questions.order.isVisible()
        dialog.questions.order.setCurrentIndex(dialog.questions.order.findData("month"))
        dialog.questions.order.activated.emit(2)
        _settle(qtbot, dialog)
        dialog.go_on.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    answering(BringInDialog, work)
    with qtbot.waitSignal(bridge.changed):
        workspace.run("bring_in")
    assert str(bridge.book.all(TrainingSession)[-1].date) == "2027-03-04"
    source.write_bytes(b"PK\x03\x04 no archive")
    workspace.run("bring_in")
    qtbot.waitUntil(lambda: "damaged" in workspace.message.text.text())


def test_columns_are_kept_or_left_out_and_what_was_chosen_is_remembered_in_the_next_sitting(
    open_window: OpenWindow, example: Path, preferences: Preferences, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.cpw"
    path.write_bytes(example.read_bytes())
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    for source, club in ((first, "Chess Club"), (second, "Boat Club")):
        source.write_text(f"Organisation;State;Mail\n{club};North;secret@club.example\n", encoding="utf-8")
    workspace = open_window(path)
    assert workspace.session is not None

    def work(dialog: BringInDialog) -> None:
        _settle(qtbot, dialog)
        assert dialog.columns.fields == ("name", "+", "")
        assert dialog.columns.choices[2].currentText() == "Left out: about people, who belong to the contacts"
        assert dialog.about.isHidden()
        choice = dialog.columns.choices[1]
        choice.setCurrentIndex(choice.findData("local_place"))
        choice.activated.emit(choice.currentIndex())
        _settle(qtbot, dialog)
        dialog.go_on.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    answering(BringInDialog, work)
    drop(workspace, first)
    qtbot.waitUntil(lambda: "Brought in 1 row " in workspace.message.text.text())
    kept = [one.read_text(encoding="utf-8") for one in (tmp_path / "views").iterdir()]
    assert not any(word in text for text in kept for word in ("Organisation", "State", "North", "secret", "Chess"))
    workspace.window.close()
    again = open_window(path)
    assert again.session is not None

    def look(dialog: BringInDialog) -> None:
        _settle(qtbot, dialog)
        assert dialog.columns.fields == ("name", "local_place", "")
        assert "on this computer only" in dialog.about.text()
        dialog.reject()

    answering(BringInDialog, look)
    drop(again, second)
    qtbot.waitUntil(lambda: "Nothing was brought in" in again.message.text.text())


def test_one_file_is_brought_in_as_partners_and_then_by_period_without_leaving_the_dialog(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert workspace.session is not None
    bridge = workspace.session.bridge
    source = tmp_path / "grants.csv"
    source.write_text("Organisation;Budget 2026;Budget 2027\nOtter Band;1 000;2 000\n", encoding="utf-8")

    def choose(dialog: BringInDialog, place: int, type_name: str) -> None:
        dialog.questions.table.setCurrentIndex(place)
        dialog.questions.table.activated.emit(place)
        dialog.questions.show_kind(type_name)
        dialog.questions.kind_chosen.emit()
        _settle(qtbot, dialog)

    def work(dialog: BringInDialog) -> None:
        choose(dialog, 0, "partners")
        dialog.stay.click()
        qtbot.waitUntil(lambda: "1 known already" in dialog.rows.said.text())
        choose(dialog, 1, "resources")
        choice = dialog.columns.choices[0]
        choice.setCurrentIndex(choice.findData("recipient"))
        choice.activated.emit(choice.currentIndex())
        _settle(qtbot, dialog)
        assert dialog.about.text() == "Laid out with a row for each: Budget 2026, Budget 2027."
        dialog.questions.currency.setText("chf")
        dialog.questions.answered.emit()
        _settle(qtbot, dialog)
        dialog.go_on.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    answering(BringInDialog, work)
    with qtbot.waitSignals([bridge.changed, bridge.changed]):
        drop(workspace, source)
    band = bridge.book.all(Partner)[-1]
    lines = bridge.book.where(Resource, recipient=band.id)
    assert [(one.title, one.period, str(one.value)) for one in lines] == [
        ("Otter Band", "2026", "1000 CHF"),
        ("Otter Band", "2027", "2000 CHF"),
    ]


def test_a_plan_of_crosses_waits_for_its_year_and_a_long_step_can_be_given_up(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert workspace.session is not None
    bridge = workspace.session.bridge
    before = bridge.workbook.seq
    source = tmp_path / "x.csv"
    rows = "\n".join(f"Task {number};X;" for number in range(2_500))
    source.write_text(f"Activity;Week 30/04;Week 07/05\nLast;;X\n{rows}", encoding="utf-8")

    def work(dialog: BringInDialog) -> None:
        dialog.questions.table.setCurrentIndex(1)
        dialog.questions.table.activated.emit(1)
        _settle(qtbot, dialog)
        assert not dialog.go_on.isEnabled()
        assert dialog.questions.year.isVisible()
        dialog.questions.year.setText("2029")
        dialog.questions.answered.emit()
        _settle(qtbot, dialog)
        dialog.go_on.click()
        assert dialog.beside.line.isVisible()
        dialog.leave.click()
        _settle(qtbot, dialog)
        assert dialog.isVisible()
        assert dialog.go_on.isEnabled()
        assert bridge.workbook.seq == before

    answering(BringInDialog, work)
    drop(workspace, source)
    qtbot.waitUntil(lambda: "Nothing was brought in" in workspace.message.text.text())


def test_people_at_a_session_are_counted_and_looked_at_before_anything_is_kept(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    assert workspace.session is not None
    bridge = workspace.session.bridge
    source = tmp_path / "came.csv"
    source.write_text("Name;Sex\nAda;F\nBo;M\nCy;M\n", encoding="utf-8")
    recorded: list[str] = []

    def work(dialog: BringInDialog) -> None:
        dialog.questions.show_kind(ATTENDANCE)
        dialog.questions.kind_chosen.emit()
        assert dialog.people.said.text().startswith("3 people are on the list.")
        dialog.people.session.setCurrentIndex(1)
        assert dialog.people.wanted is not None
        recorded.append(dialog.people.wanted.session.id)
        answering(AttendanceDialog, lambda next_one: next_one.record.click())
        dialog.go_on.click()

    answering(BringInDialog, work)
    with qtbot.waitSignal(bridge.changed):
        drop(workspace, source)
    session = bridge.book.get("training_sessions", recorded[0])
    assert isinstance(session, TrainingSession)
    assert (session.attended, session.women, session.men) == (3, 1, 2)
    assert not any(one.name == "Ada" for one in bridge.book.all(Participant))
