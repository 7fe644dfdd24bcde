"""Backups are made without anybody thinking of them, and say so when they cannot be."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from storage import check_file
from tests.ui.conftest import OpenWindow
from ui.preferences import Preferences
from ui.session import Session
from ui.workspace import Workspace


def test_opening_a_workbook_keeps_a_backup_that_can_be_opened(
    session: Session, preferences: Preferences, qtbot: QtBot
) -> None:
    assert preferences.path is not None
    folder = preferences.path.parent / "backups"
    qtbot.waitUntil(lambda: len(list(folder.glob("*.cpw"))) == 1)
    (kept,) = folder.glob("*.cpw")
    assert check_file(kept) == ()


def test_a_backup_that_cannot_be_made_is_said_and_the_workbook_stays_open(
    open_window: OpenWindow, example: Path, tmp_path: Path, preferences: Preferences, qtbot: QtBot
) -> None:
    (tmp_path / "backups").write_text("not a folder")
    path = tmp_path / "plan.cpw"
    path.write_bytes(example.read_bytes())
    workspace: Workspace = open_window(path)
    qtbot.waitUntil(lambda: "No backup could be made" in workspace.message.text.text())
    assert workspace.session is not None
