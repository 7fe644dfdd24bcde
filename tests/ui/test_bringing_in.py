"""A spreadsheet comes in through the window: dropped, matched, corrected, decided by keys, brought in, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.driving import answering
from tests.ui.test_dropping import drop
from ui.bringing_in.dialog import BringInDialog
from ui.workspace import Workspace
from workbook.records import Partner, TrainingSession


def _settle(qtbot: QtBot, dialog: BringInDialog) -> None:
    qtbot.waitUntil(lambda: dialog.job is None)


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
        assert "press S for the same" in dialog.said.text()
        choice = dialog.columns.choices[1]
        choice.setCurrentIndex(choice.findData("mission"))
        choice.activated.emit(choice.currentIndex())
        _settle(qtbot, dialog)
        seen.extend(one.comes for one in dialog.model.rows)
        QTest.keyClick(dialog.rows, Qt.Key.Key_N)
        _settle(qtbot, dialog)
        assert dialog.go_on.isEnabled()
        dialog.go_on.click()

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
        assert dialog.order.isVisible()
        dialog.order.setCurrentIndex(dialog.order.findData("month"))
        dialog.order.activated.emit(2)
        _settle(qtbot, dialog)
        dialog.go_on.click()

    answering(BringInDialog, work)
    with qtbot.waitSignal(bridge.changed):
        workspace.run("bring_in")
    assert str(bridge.book.all(TrainingSession)[-1].date) == "2027-03-04"
    source.write_bytes(b"PK\x03\x04 no archive")
    workspace.run("bring_in")
    qtbot.waitUntil(lambda: "damaged" in workspace.message.text.text())
