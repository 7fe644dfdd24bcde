"""Documents are made beside the window, whole or not at all."""

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from exports.edition import Edition, Progress
from ui.documents.offered import DOCUMENTS
from ui.exporting.runs import asked_edition, edition_of
from ui.pages.documents_page import DocumentsPage, DocumentsPanel
from ui.pages.partners.page import PartnersPage
from ui.session import Session
from ui.tables.view import RecordView
from ui.workspace import Workspace
from workbook.records import Partner, Tracker, TrainingSession
from workbook.workbook import Workbook


@pytest.mark.parametrize("key", sorted(DOCUMENTS))
def test_each_document_becomes_a_file(
    qtbot: QtBot, workspace: Workspace, session: Session, key: str, tmp_path: Path
) -> None:
    document = DOCUMENTS[key]
    records = session.bridge.book.records(document.of) if document.of else ()
    edition = edition_of(session.desk, session.opened.workbook_id)
    workspace.exports.begin(
        document, session.bridge.workbook, edition, records[0].id if records else "", tmp_path / "out"
    )
    worker = workspace.exports.worker
    assert worker is not None
    with qtbot.waitSignal(worker.finished, timeout=30_000):
        pass
    made = tmp_path / f"out{document.suffix}"
    assert made.stat().st_size > 5000
    assert made.name in workspace.message.text.text()
    assert [action.text() for action in workspace.message.offered] == ["Open", "Show in folder"]


def test_a_document_is_made_of_the_record_in_front_without_asking_again(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def turned_down(_window: QWidget, title: str, suggested: str, _filter: str) -> tuple[str, str]:
        asked.append((title, Path(suggested).name))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", turned_down)
    partner, taught = session.bridge.book.all(Partner)[2], session.bridge.book.all(TrainingSession)[-1]
    session.go_to("training_sessions", taught.id)
    workspace.run("export_sign_in_sheet")
    session.go_to("partners", partner.id)
    page = session.page
    assert isinstance(page, PartnersPage)
    page.current.findChildren(RecordView)[0].menu_requested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (made,) = [one for one in menu.findChildren(QMenu) if one.title() == "Make a document"]
    assert [one.text() for one in made.actions()] == [
        "Statement of a partner as PDF…",
        "Statement of a partner as Word…",
        "Calendar of a partner…",
        "Tracker of a partner as Excel…",
    ]
    made.actions()[0].trigger()
    menu.close()
    label = session.bridge.book.label
    assert [title for title, _name in asked] == [
        f"Sign-in sheet of a session: {label('training_sessions', taught.id)}",
        f"Statement of a partner: {label('partners', partner.id)}",
    ]
    assert partner.code in asked[1][1]


def test_a_folder_that_is_not_there_gets_a_sentence(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    def content(_workbook: Workbook, _edition: Edition, _id: str, _progress: Progress) -> bytes:
        return b"content"

    document = replace(DOCUMENTS["report"], make=content)
    workspace.exports.begin(
        document, session.bridge.workbook, edition_of(session.desk, ""), "", Path("/nowhere/at/all/report.pdf")
    )
    qtbot.waitUntil(lambda: workspace.exports.worker is None)
    assert "the folder does not exist" in workspace.message.text.text()


def test_cancelling_leaves_what_was_there(qtbot: QtBot, workspace: Workspace, session: Session, tmp_path: Path) -> None:
    is_asked = threading.Event()

    def slow(_workbook: Workbook, _edition: Edition, _id: str, progress: Progress) -> bytes:
        is_asked.wait(10)
        progress("Laying out pages", 1, 2)
        return b"new"

    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    workspace.exports.begin(
        replace(DOCUMENTS["report"], make=slow), session.bridge.workbook, edition_of(session.desk, ""), "", target
    )
    assert workspace.exports.bar.isVisible()
    workspace.exports.bar.cancel.click()
    is_asked.set()
    qtbot.waitUntil(lambda: workspace.exports.worker is None)
    assert target.read_bytes() == b"old"
    assert not workspace.exports.bar.isVisible()


def test_documents_name_people_only_where_it_was_ticked_and_only_for_this_sitting(session: Session) -> None:
    assert not edition_of(session.desk, "").personal
    session.open_section("reports")
    page = session.page
    assert page is not None
    (names,) = (box for box in page.findChildren(QCheckBox) if "Name people" in box.text().replace("&", ""))
    names.setChecked(True)
    assert edition_of(session.desk, "").personal
    preferences = session.desk.preferences
    preferences.save()
    assert preferences.path is not None
    assert not type(preferences).load(preferences.path).name_people


def test_documents_speak_the_language_that_was_chosen_and_the_choice_stays(session: Session) -> None:
    session.open_section("reports")
    page = session.page
    assert isinstance(page, DocumentsPage)
    panel = page.current
    assert isinstance(panel, DocumentsPanel)
    assert asked_edition(session.desk, "").language == ""
    panel.language.setCurrentIndex(panel.language.findData("fr"))
    panel.language.activated.emit(panel.language.currentIndex())
    asked = asked_edition(session.desk, "")
    assert (asked.language, asked.formats.language) == ("fr", "fr")
    assert edition_of(session.desk, "").language == ""
    preferences = session.desk.preferences
    assert preferences.path is not None
    assert type(preferences).load(preferences.path).document_language == "fr"


def test_trackers_are_put_on_record_whatever_they_are_made_from(
    qtbot: QtBot, workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    partner = session.bridge.book.all(Partner)[3]
    names = iter(("plan.xlsx", "partner.xlsx"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / next(names)), ""))
    workspace.run("export_tracker")
    qtbot.waitUntil(lambda: workspace.exports.worker is None)
    session.go_to("partners", partner.id)
    workspace.run("export_partner_tracker")
    qtbot.waitUntil(lambda: workspace.exports.worker is None)
    whole, own = session.bridge.book.all(Tracker)
    assert [(one.partner, one.file, one.status) for one in (whole, own)] == [
        (None, "plan.xlsx", "issued"),
        (partner.id, "partner.xlsx", "issued"),
    ]
    assert (whole.state, whole.state_hash) == (own.state, own.state_hash)
    assert session.bridge.workbook.next_undo is not None
    assert session.bridge.workbook.next_undo.title == f"Send tracker to {partner.code}"


def test_a_tracker_of_a_copy_for_reading_is_made_and_said_not_to_be_on_record(
    qtbot: QtBot, workspace: Workspace, example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(example, tmp_path / "copy.cpw"))
    workspace.open(copy, read_only=True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "plan.xlsx"), ""))
    workspace.run("export_tracker")
    qtbot.waitUntil(lambda: workspace.exports.worker is None)
    assert (tmp_path / "plan.xlsx").exists()
    assert "is not on record in the workbook" in workspace.message.text.text()
