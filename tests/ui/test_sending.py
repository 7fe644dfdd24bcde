"""Trackers that go out: chosen in a dialog, made beside the window, put on record as one step."""

import datetime
import shutil
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.edition import Edition, Progress
from tests.ui.driving import answering, entered
from ui.documents.offered import DOCUMENTS
from ui.pages.documents_page import DocumentsPage
from ui.session import Session
from ui.trackers.send_dialog import SendDialog, Wish
from ui.workspace import Workspace
from workbook.operations import AddRecord
from workbook.records import Partner, Tracker
from workbook.workbook import Workbook


def wish(folder: Path, *to: str | None, due: datetime.date | None = None) -> Wish:
    return Wish(to, "", due, folder, names=False, replaces=True)


def done(qtbot: QtBot, workspace: Workspace) -> str:
    qtbot.waitUntil(lambda: workspace.sending.job is None, timeout=20_000)
    return workspace.message.text.text()


def test_trackers_for_two_partners_and_the_plan_are_one_step(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.preferences.export_folder = str(tmp_path)
    first, second = session.bridge.book.all(Partner)[2:4]
    seen: list[str] = []

    def choose(dialog: SendDialog) -> None:
        seen.append(dialog.make.text())
        dialog.table.tick(all_of_them=False)
        assert not dialog.make.isEnabled()
        ids = [dialog.table.item(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(dialog.table.rowCount())]  # type: ignore[union-attr]
        for one in (first.id, second.id, None):
            dialog.table.setCurrentCell(ids.index(one), 1)
            QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        seen.append(dialog.make.text())
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    answering(SendDialog, choose)
    entered(session, "reports", DocumentsPage)
    workspace.run("send_trackers")
    assert "3 trackers are in" in done(qtbot, workspace)
    assert seen[1] == "Make 3 trackers"
    step = session.bridge.workbook.next_undo
    assert step is not None
    assert step.title == "Send trackers to 2 partners, and of the whole plan"
    due = session.bridge.today() + datetime.timedelta(days=14)
    kept = [(one.partner, one.file, one.status, one.due) for one in session.bridge.book.all(Tracker)]
    assert kept == [
        (first.id, f"OTD-2026 Tracker P-03 {first.short_name or first.name}.xlsx", "issued", due),
        (second.id, f"OTD-2026 Tracker P-04 {second.short_name or second.name}.xlsx", "issued", due),
        (None, "OTD-2026 Tracker.xlsx", "issued", due),
    ]
    assert sorted(path.name for path in tmp_path.glob("OTD*.xlsx")) == sorted(one[1] for one in kept)
    workspace.run("undo")
    assert session.bridge.book.count("trackers") == 0


def test_a_file_that_is_there_is_never_replaced_and_the_same_one_is_not_doubled(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    partner = session.bridge.book.all(Partner)[3]
    for _ in range(2):
        workspace.sending.begin(session, wish(tmp_path, partner.id))
        done(qtbot, workspace)
    (path,) = tmp_path.glob("*Tracker*.xlsx")
    path.write_bytes(b"filled in by somebody")
    workspace.sending.begin(session, wish(tmp_path, partner.id))
    done(qtbot, workspace)
    assert path.read_bytes() == b"filled in by somebody"
    (line,) = session.bridge.book.all(Tracker)
    assert line.file == f"{path.stem} (2).xlsx"
    assert (tmp_path / line.file).exists()


def test_only_what_was_written_is_put_on_record_when_somebody_cancels(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = session.bridge.book.all(Partner)[1:4]
    is_asked = threading.Event()
    document = DOCUMENTS["partner_tracker"]

    def slow(workbook: Workbook, edition: Edition, partner_id: str, progress: Progress) -> bytes:
        if partner_id == second.id:
            is_asked.wait(10)
        progress("Activities", 0, 0)
        return document.make(workbook, edition, partner_id, progress)

    monkeypatch.setitem(DOCUMENTS, "partner_tracker", type(document)(**{**vars(document), "make": slow}))
    workspace.sending.begin(session, wish(tmp_path, first.id, second.id, third.id))
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*Tracker*.xlsx"))) == 1)
    workspace.sending.bar.cancel.click()
    is_asked.set()
    said = done(qtbot, workspace)
    assert "1 tracker is in" in said
    assert "of 3; the others were cancelled" in said
    assert [one.partner for one in session.bridge.book.all(Tracker)] == [first.id]
    assert len(list(tmp_path.glob("*Tracker*.xlsx"))) == 1


def test_what_was_written_before_the_workbook_closes_is_on_record(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot, example: Path
) -> None:
    partner = session.bridge.book.all(Partner)[3]
    workspace.sending.begin(session, wish(tmp_path, partner.id))
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*Tracker*.xlsx"))))
    workbook = session.bridge.workbook
    workspace.show_start()
    assert [one.partner for one in workbook.book.all(Tracker)] == [partner.id]
    assert example.exists()


def test_a_folder_that_cannot_be_written_gets_a_sentence_and_nothing_is_on_record(
    workspace: Workspace, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.sending.begin(session, wish(tmp_path / "gone", session.bridge.book.all(Partner)[3].id))
    said = done(qtbot, workspace)
    assert "No tracker was made." in said
    assert "the folder does not exist" in said
    assert session.bridge.book.count("trackers") == 0


def test_trackers_of_a_copy_for_reading_are_made_and_said_not_to_be_on_record(
    workspace: Workspace, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.open(Path(shutil.copy(example, tmp_path / "copy.cpw")), read_only=True)
    reading = workspace.session
    assert reading is not None
    workspace.sending.begin(reading, wish(tmp_path, *(one.id for one in reading.bridge.book.all(Partner)[2:4])))
    said = done(qtbot, workspace)
    assert "2 trackers are in" in said
    assert "is not on record in the workbook" in said
    assert [action.text() for action in workspace.message.offered] == ["Show in folder"]
    assert len(list(tmp_path.glob("*Tracker*.xlsx"))) == 2


def test_those_who_have_rows_and_no_tracker_are_ticked_at_first(session: Session) -> None:
    today = session.bridge.today()
    partners = session.bridge.book.all(Partner)
    late = {"file": "out.xlsx", "partner": partners[0].id, "issued_on": today, "due": today - datetime.timedelta(3)}
    session.bridge.workbook.do(AddRecord("trackers", late))
    dialog = SendDialog(session.desk)
    assert partners[0].id not in dialog.table.chosen()
    assert None not in dialog.table.chosen()
    assert set(dialog.table.chosen()) <= {one.id for one in partners}
    shown = dialog.table.item(0, 2)
    assert shown is not None
    assert shown.text().endswith("3 days late")
    assert not dialog.replaces.isEnabled()
    dialog.table.tick(all_of_them=True)
    assert dialog.said.text() == "1 of them has a tracker already."
    assert dialog.replaces.isEnabled()
    dialog.deleteLater()
    again = SendDialog(session.desk, (partners[0].id,))
    assert again.table.chosen() == (partners[0].id,)
    again.due.editor.show_value(today - datetime.timedelta(1))
    again.accept()
    assert again.wish is None
    assert "today or later" in again.due.error.text()
    again.due.put_value(None)
    again.folder.setText("/nowhere/at/all")
    again.accept()
    assert again.wish is None
    assert "not there" in again.error.text()
    again.deleteLater()
