"""Another copy of the open workbook comes in through the window: noticed, read, decided, done, undone."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

import storage
from tests.storage.making import BEN
from tests.ui.conftest import OpenWindow
from tests.ui.driving import answering, entered, panel_of
from ui.merging.beside import is_named_like_a_copy
from ui.merging.dialog import MergeDialog
from ui.pages.history import HistoryPage
from ui.pages.history.brought import BroughtDialog
from ui.pages.history.panel import HistoryPanel
from ui.preferences import Preferences
from ui.workspace import Workspace
from workbook.contents import GivenFile
from workbook.operations import AddRecord, AttachFiles, EditRecord
from workbook.records import Attachment, Contact, Partner


@pytest.fixture
def copies(example: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The worked example, and Ben's conflicted copy of it beside it, in which he worked."""
    ours = Path(shutil.copy(example, tmp_path / "Depot.cpw"))
    theirs = Path(shutil.copy(example, tmp_path / "Depot (Ben's conflicted copy 2027-01-04).cpw"))
    with storage.open_workbook(theirs, BEN) as opened:
        first, second = opened.workbook.book.all(Partner)[:2]
        opened.workbook.do(EditRecord("partners", first.id, {"name": "Ben's museum", "note": "Ben was here"}))
        opened.workbook.do(EditRecord("partners", second.id, {"note": "Ben's note"}))
        opened.workbook.do(AttachFiles("partners", second.id, (GivenFile("letter.pdf", b"letter"),)))
        opened.workbook.do(AddRecord("partners", {"name": "Theatre"}))
    with storage.open_workbook(ours, BEN) as opened:
        opened.workbook.do(EditRecord("partners", first.id, {"name": "Our museum", "note": "We were here"}))
    return ours, theirs


def names(workspace: Workspace) -> list[tuple[str, str]]:
    assert workspace.session is not None
    return [(one.name, one.note) for one in workspace.session.bridge.book.all(Partner)]


def test_a_conflicted_copy_is_noticed_decided_by_keys_brought_in_and_taken_back(
    open_window: OpenWindow, copies: tuple[Path, Path], qtbot: QtBot, preferences: Preferences
) -> None:
    workspace = open_window(copies[0])
    assert workspace.session is not None
    before = names(workspace)
    qtbot.waitUntil(lambda: "conflicted copy 2027-01-04).cpw” lies beside this" in workspace.message.text.text())
    seen: list[str] = []

    def decide(dialog: MergeDialog) -> None:
        model, table, cards = dialog.panel.model, dialog.panel.table, dialog.panel.cards
        assert model.waiting == 2
        seen.extend(str(model.index(row, place).data()) for row in range(2) for place in range(model.columnCount()))
        QTest.keyClick(table, Qt.Key.Key_T)
        QTest.keyClick(table, Qt.Key.Key_Down)
        QTest.keyClick(table, Qt.Key.Key_H)
        assert model.waiting == 0
        assert cards.ours.choice.isChecked()
        assert "Ben" in cards.theirs.hand.text()
        dialog.go_on.click()

    answering(MergeDialog, decide)
    with qtbot.waitSignal(workspace.session.bridge.changed):
        workspace.message.offered[0].click()
    assert {"Our museum", "Ben's museum", "We were here", "Ben was here"} <= set(seen)
    assert names(workspace)[0] == ("Ben's museum", "We were here")
    assert names(workspace)[1][1] == "Ben's note"
    assert names(workspace)[-1][0] == "Theatre"
    bridge = workspace.session.bridge
    assert bridge.workbook.content(bridge.book.all(Attachment)[-1].sha256) == b"letter"
    assert "Brought in Depot (Ben's" in workspace.message.text.text()
    history = panel_of(entered(workspace.session, "history", HistoryPage), HistoryPanel)
    told: list[str] = []

    def read(dialog: BroughtDialog) -> None:
        for table, place in ((dialog.steps, 1), (dialog.decisions, 5)):
            told.extend(str(table.model().index(row, place).data()) for row in range(table.rowCount()))

    answering(BroughtDialog, read)
    history.brought.click()
    assert told == ["Ben"] * 4 + ["the other copy's", "what was here"]
    workspace.run("undo")
    assert names(workspace) == before
    workspace.show_start()
    workspace.open(copies[0])
    qtbot.waitUntil(lambda: workspace.noticing.job is None)
    assert not workspace.message.isVisible(), "a copy that was dealt with is pointed out no more"
    assert len(preferences.copies_left) == 1


def test_what_was_done_in_the_other_copy_is_listed_in_the_history_with_who_and_what(
    open_window: OpenWindow, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    workspace = open_window(copies[0])
    session = workspace.session
    assert session is not None
    qtbot.waitUntil(lambda: "lies beside" in workspace.message.text.text())
    history = panel_of(entered(session, "history", HistoryPage), HistoryPanel)
    answering(MergeDialog, lambda dialog: dialog.go_on.click())
    with qtbot.waitSignal(session.bridge.changed):
        workspace.message.offered[0].click()
    seq = session.bridge.workbook.seq
    assert [cells(history, row)[0] for row in range(6)] == [
        str(seq), f"{seq}.4", f"{seq}.3", f"{seq}.2", f"{seq}.1", str(seq - 1),
    ]  # fmt: skip
    first = session.bridge.book.records("partners")[0]
    label = session.bridge.workbook.at(1).label("partners", first.id)
    session.go_to("partners", first.id)
    workspace.run("record_history")
    assert cells(history, 0)[2:5] == ["Ben", f"Edit {label}: Name, Notes", copies[1].name]
    history.steps.setCurrentIndex(history.model.index(0, 0))
    told = [[history.detail.model().index(row, at).data() for at in (1, 3)] for row in range(2)]
    assert told == [["Name", "Ben's museum"], ["Notes", "Ben was here"]], "it stayed as it was here, and is not lost"
    assert not history.undo.isEnabled()
    assert not history.restore.isEnabled()
    history.filters.record.click()
    history.filters.person.setCurrentIndex(history.filters.person.findData("Ben"))
    assert cells(history, 0)[0] == f"{seq}.4"


def cells(history: HistoryPanel, row: int) -> list[str]:
    return [history.model.index(row, at).data() for at in range(6)]


def test_who_was_erased_in_the_other_copy_is_named_and_erased_here_too_when_ticked(
    open_window: OpenWindow, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    ours, theirs = (Path(shutil.copy(example, tmp_path / name)) for name in ("Depot.cpw", "Home.cpw"))
    with storage.open_workbook(theirs, BEN) as opened:
        first, second = opened.workbook.book.all(Contact)[:2]
        opened.workbook.erase("contacts", first.id)
        opened.workbook.erase("contacts", second.id)
    workspace = open_window(ours)
    session = workspace.session
    assert session is not None
    for ticked in (False, True):
        seen: list[str] = []

        def decide(dialog: MergeDialog, ticked: bool = ticked, seen: list[str] = seen) -> None:
            offer = dialog.erasing
            assert not offer.isHidden()
            seen.extend(one.text() for one in offer.findChildren(QLabel))
            offer.findChildren(QCheckBox)[0].setChecked(ticked)
            dialog.go_on.click()

        answering(MergeDialog, decide)
        workspace.together.begin(session, theirs)
        qtbot.waitUntil(lambda: workspace.message.text.text().startswith("Brought in"))
        assert first.name in seen[0]
        assert second.name in seen[0]
        said = workspace.message.text.text()
        assert ("Erased here too: 2 people." in said) == ticked
        assert ("erase them here too" in said) != ticked
        names = [one.name for one in session.bridge.book.all(Contact)]
        assert (first.name in names) != ticked
        if not ticked:
            session.bridge.undo()
            workspace.message.hide()
            workspace.message.text.setText("")


def test_what_cannot_come_in_is_said_and_changes_nothing(
    workspace: Workspace, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.session
    assert session is not None
    seq = session.bridge.workbook.seq
    other, same, damaged = tmp_path / "other.cpw", tmp_path / "same.cpw", tmp_path / "damaged.cpw"
    storage.create(other, BEN, (AddRecord("plan", {"title": "Another"}),)).close()
    same.write_bytes(example.read_bytes())
    damaged.write_bytes(example.read_bytes()[:20_000])
    for path, said in (
        (other, "another workbook and no copy"),
        (same, "nothing to bring"),
        (damaged, "damaged.cpw"),
        (session.opened.path, "is the same file"),
    ):
        workspace.together.begin(session, path)
        qtbot.waitUntil(lambda: workspace.together.job is None)
        assert said in workspace.message.text.text()
    assert session.bridge.workbook.seq == seq


def test_closing_the_workbook_while_a_copy_is_read_ends_quietly(
    workspace: Workspace, copies: tuple[Path, Path]
) -> None:
    assert workspace.session is not None
    workspace.together.begin(workspace.session, copies[1])
    workspace.show_start()
    assert workspace.together.job is None


@pytest.mark.parametrize(
    ("other", "is_copy"),
    [
        ("Plan (Ana's conflicted copy 2027-01-03).cpw", True),
        ("Plan (Copie en conflit de Ana 2027-01-03).cpw", True),
        ("Plan (Copia en conflicto de Ana 2027-01-03).cpw", True),
        ("Plan (Cópia em conflito de PC-de-Ana 2027-01-03).cpw", True),
        ("Plan (In Konflikt stehende Kopie von Ana 2027-01-03).cpw", True),
        ("Plan (نسخة متعارضة 2027-01-03).cpw", True),
        ("Plan (conflicted copy 2027-01-03 101112).cpw", True),
        ("Plan_conflict-20270103-101112.cpw", True),
        ("Plan.sync-conflict-20270103-101112-ABCDEFG.cpw", True),
        ("Plan_Ana-PC_Jan-03-0901-2027_Conflict.cpw", True),
        ("Plan_Ana-PC_Jan-03-0901-2027_CaseConflict_1.cpw", True),
        ("Plan-CULTURE-07.cpw", True),
        ("Plan-DESKTOP-4F7K2Q-2.cpw", True),
        ("Plan-Anas-MacBook-Pro.cpw", True),
        ("Plan-culture-07-safeBackup-0001.cpw", True),
        ("Plan (1).cpw", True),
        ("Plan 2.cpw", True),
        ("PLAN (1).CPW", True),
        ("Plan.cpw", False),
        ("Plan B.cpw", False),
        ("Plan-final.cpw", False),
        ("Plan (rescued).cpw", False),
        ("Plan (2027).cpw", False),
        ("Plan.format-1.0.cpw", False),
        ("Another (1).cpw", False),
        ("Plan (1).xlsx", False),
    ],
)
def test_copies_of_sync_folders_are_known_by_their_names(other: str, is_copy: bool) -> None:
    assert is_named_like_a_copy("Plan.cpw", other) is is_copy


def test_a_workbook_with_accents_is_known_however_the_file_system_spells_it() -> None:
    assert is_named_like_a_copy("Caf\u00e9.cpw", "Cafe\u0301 (1).cpw")


def test_only_a_copy_of_this_workbook_with_something_new_is_pointed_out(
    open_window: OpenWindow, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    ours, theirs = copies
    theirs.unlink()
    beside = [ours.with_name(name) for name in ("Depot (1).cpw", "Depot (2).cpw", "Depot (3).cpw")]
    older, other, damaged = beside
    shutil.copy(ours, older)
    storage.create(other, BEN, (AddRecord("plan", {"title": "Another"}),)).close()
    damaged.write_bytes(ours.read_bytes()[:20_000])
    with storage.open_workbook(ours, BEN) as opened:
        opened.workbook.do(AddRecord("partners", {"name": "Choir"}))
    workspace = open_window(ours)
    assert workspace.noticing.job is not None
    qtbot.waitUntil(lambda: workspace.noticing.job is None)
    assert not workspace.message.isVisible()
    with storage.open_workbook(older, BEN) as opened:
        opened.workbook.do(AddRecord("partners", {"name": "Theatre"}))
    assert workspace.session is not None
    workspace.noticing.look(workspace.session)
    qtbot.waitUntil(lambda: "“Depot (1).cpw” lies beside" in workspace.message.text.text())
    assert "more" not in workspace.message.text.text()
