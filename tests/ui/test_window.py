"""The window as a whole: opening, navigating, closing, and finding everything again."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from ui import files
from ui.dialogs.new_workbook import NewWorkbookDialog
from ui.dialogs.problem import ProblemDialog
from ui.pages.tables_page import TablesPage
from ui.preferences import Preferences
from ui.sections import SECTION_OF, SECTIONS
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import EditRecord
from workbook.records import RECORD_TYPES


def test_every_record_type_has_its_place() -> None:
    assert set(SECTION_OF) == set(RECORD_TYPES)


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_each_page_opens_with_all_its_tabs(session: Session, key: str) -> None:
    session.open_section(key)
    page = session.page
    assert page is not None
    if isinstance(page, TablesPage):
        for number in range(len(page.keys)):
            page.tabs.setCurrentIndex(number)
            assert page.stack.currentWidget() is page.panels[page.keys[number]]
    page.enter()
    page.offers()


def test_without_a_file_the_start_screen_offers_the_ways_to_begin(open_window: OpenWindow) -> None:
    workspace = open_window(None)
    assert workspace.window.stack.currentWidget() is workspace.start_page
    assert not workspace.window.navigation.isVisible()
    assert not workspace.window.actions_by_id["search"].isEnabled()


def test_what_was_edited_is_there_after_opening_again(open_window: OpenWindow, example: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.cpw"
    path.write_bytes(example.read_bytes())
    first = open_window(path)
    assert first.session is not None
    partner = first.session.bridge.book.records("partners")[0]
    assert first.session.bridge.do(EditRecord("partners", partner.id, {"name": "Renamed"}))
    first.window.close()
    second = open_window(path)
    assert second.session is not None
    again = second.session.bridge.book.get("partners", partner.id)
    assert getattr(again, "name", "") == "Renamed"
    assert second.window.actions_by_id["undo"].isEnabled()


def test_a_recent_file_that_is_gone_says_so(open_window: OpenWindow, preferences: Preferences, tmp_path: Path) -> None:
    preferences.recent = [str(tmp_path / "gone.cpw")]
    workspace = open_window(None)
    workspace.start_page.forget_requested.emit(str(tmp_path / "gone.cpw"))
    assert preferences.recent == []


def test_opening_and_closing_leaves_nothing_behind(workspace: Workspace, example: Path, qtbot: QtBot) -> None:
    assert workspace.session is not None
    path = workspace.session.opened.path
    workspace.show_start()
    settle()
    assert workspace.window.stack.count() == 2
    before = len(workspace.window.findChildren(object))  # type: ignore[type-var]
    for _ in range(2):
        workspace.open(path)
        workspace.session.open_section("partners")
        workspace.session.open_section("roles")
        workspace.show_start()
        settle()
    assert workspace.window.stack.count() == 2
    assert len(workspace.window.findChildren(object)) <= before + 2  # type: ignore[type-var]


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        workspace.opening, "_explain", lambda problems, *_more, **_rest: said.extend(one.sentence for one in problems)
    )
    path = tmp_path / "letter.cpw"
    path.write_text("Dear all")
    assert not workspace.open(path)
    assert len(said) == 1
    assert "letter.cpw" in said[0]
    assert workspace.session is not None, "the workbook that was open stays open"


def test_what_was_said_of_a_workbook_goes_when_it_is_closed(session: Session, workspace: Workspace) -> None:
    partner = session.bridge.book.records("partners")[0]
    assert not session.bridge.do(EditRecord("partners", partner.id, {"name": ""}))
    assert [one.text() for one in workspace.message.offered] == ["Show"]
    workspace.show_start()
    assert workspace.message.isHidden()


def test_the_section_that_is_shown_is_marked_from_the_beginning(open_window: OpenWindow, example: Path) -> None:
    navigation = open_window(example).window.navigation
    assert [item.text() for item in navigation.selectedItems()] == ["Overview"]


def test_back_returns_to_the_section_before(session: Session, workspace: Workspace) -> None:
    session.open_section("partners")
    session.open_section("risks")
    workspace.run("back")
    assert session.section == "partners"


def test_themes_change_the_whole_program_and_are_remembered(workspace: Workspace, preferences: Preferences) -> None:
    dark = workspace.window.palette().window().color()
    workspace.run("theme_dark")
    assert workspace.window.palette().window().color() != dark
    assert Preferences.load(preferences.path).theme == "dark"  # type: ignore[arg-type]
    workspace.run("theme_light")
    assert workspace.window.palette().window().color() == dark


def test_enter_presses_the_buttons_of_the_start_screen(open_window: OpenWindow, qtbot: QtBot) -> None:
    workspace = open_window(None)
    workspace.start_page.new.setFocus()
    asked: list[bool] = []
    workspace.start_page.new.clicked.disconnect()
    workspace.start_page.new.clicked.connect(lambda: asked.append(True))
    QTest.keyClick(workspace.start_page.new, Qt.Key.Key_Return)
    assert asked


def test_the_workbook_that_was_open_last_is_the_first_thing_to_press(
    open_window: OpenWindow, preferences: Preferences, example: Path
) -> None:
    preferences.recent = [str(example)]
    workspace = open_window(None)
    proxy = workspace.start_page.focusProxy()
    assert proxy is not None
    assert example.stem in proxy.accessibleName()


def test_a_new_workbook_in_a_folder_that_is_not_there_keeps_what_was_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewWorkbookDialog()
    qtbot.addWidget(dialog)
    dialog.title.setText("Harbour")
    dialog.place.setText(str(tmp_path / "nowhere" / "harbour.cpw"))
    dialog.accept()
    assert not dialog.result()
    assert "nowhere" in dialog.error.text()


def test_a_new_workbook_is_offered_a_folder_that_is_there(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: "/no/such/folder")
    dialog = NewWorkbookDialog()
    qtbot.addWidget(dialog)
    dialog.title.setText("Harbour...")
    assert dialog.path.parent.is_dir()
    assert dialog.path.name == "Harbour.cpw"


def test_a_copy_for_reading_is_offered_only_where_there_is_one(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[list[str]] = []
    monkeypatch.setattr(workspace.opening, "_explain", lambda *said: offered.append(list(said[-1])))
    path = tmp_path / "letter.cpw"
    path.write_text("Dear all")
    assert not workspace.open(path)
    assert workspace.session is not None
    shutil.copy(workspace.session.opened.path, tmp_path / "other.cpw")
    with contextlib.closing(files.opened(tmp_path / "other.cpw", Preferences(operator="Somebody"))):
        assert not workspace.open(tmp_path / "other.cpw")
    assert offered == [[], ["read"]]


def test_the_workbook_that_is_open_is_not_opened_again(workspace: Workspace, example: Path, tmp_path: Path) -> None:
    session = workspace.session
    assert session is not None
    link = tmp_path / "link.cpw"
    link.symlink_to(session.opened.path)
    assert workspace.opening.open(link)
    assert workspace.session is session


def test_a_copy_for_reading_gives_way_to_the_workbook_itself(
    open_window: OpenWindow, example: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plan.cpw"
    shutil.copy(example, path)
    workspace = open_window(None)
    assert workspace.open(path, read_only=True)
    assert workspace.open(path)
    assert workspace.session is not None
    assert not workspace.session.opened.read_only


def test_a_damaged_workbook_goes_back_to_its_last_backup_in_a_new_file(
    open_window: OpenWindow, example: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = tmp_path / "storm.cpw", tmp_path / "backups"
    shutil.copy(example, path)
    workspace = open_window(path)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.cpw"))) == 1)
    workspace.show_start()
    path.write_bytes(path.read_bytes()[:20_000])
    offered: list[str] = []

    def choose(dialog: ProblemDialog) -> None:
        offered.extend(one.text() for one in dialog.findChildren(QPushButton))
        dialog._on_way_taken("back")

    monkeypatch.setattr(ProblemDialog, "exec", choose)
    assert not workspace.open(path)
    assert any(text.startswith("Go back to the backup of ") for text in offered)
    assert workspace.session is not None
    assert workspace.session.opened.path.name.startswith("storm (backup of ")
    assert workspace.session.bridge.book.plan.title == "Old Tram Depot Creative Lab"
    assert "without what was done since" in workspace.message.text.text()
    assert path.stat().st_size == 20_000


def test_what_can_be_read_of_a_damaged_workbook_is_rescued_into_a_new_file(
    workspace: Workspace, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "storm.cpw"
    content = bytearray(example.read_bytes())
    with contextlib.closing(sqlite3.connect(example)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'activities'").fetchone()
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    damaged.write_bytes(content)
    monkeypatch.setattr(ProblemDialog, "exec", lambda dialog: dialog._on_way_taken("rescue"))
    assert not workspace.open(damaged)
    assert workspace.session is not None
    assert workspace.session.opened.path == tmp_path / "storm (rescued).cpw"
    assert workspace.session.bridge.book.plan.title == "Old Tram Depot Creative Lab"
    assert "records" in workspace.message.text.text()
    assert damaged.read_bytes() == bytes(content)
