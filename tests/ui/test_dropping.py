"""Files that are dropped on the window, and the workbooks that were open lately."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.driving import answering
from ui import files
from ui.dialogs.problem import ProblemDialog
from ui.preferences import MOST_RECENT, Preferences
from ui.recent_menu import RecentMenu
from ui.session import Session
from ui.workspace import Workspace
from workbook.records import Attachment


def drop(workspace: Workspace, *paths: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), copy, given, left, none)
    QApplication.sendEvent(workspace.window, over)
    assert over.isAccepted()
    QApplication.sendEvent(workspace.window, QDropEvent(QPointF(5, 5), copy, given, left, none))
    QApplication.processEvents()


@pytest.fixture
def agreed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Agree to every question, and keep it."""
    asked: list[str] = []

    def agree(_title: str, sentence: str, *_more: object) -> bool:
        asked.append(sentence)
        return True

    monkeypatch.setattr("ui.dropping.confirm", agree)
    return asked


def test_a_workbook_opens(workspace: Workspace, example: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.cpw"
    other.write_bytes(example.read_bytes())
    answering(ProblemDialog, lambda dialog: dialog._on_way_taken("open"))
    drop(workspace, other)
    assert workspace.session is not None
    assert workspace.session.opened.path == other


def test_a_copy_is_brought_together_with_the_open_workbook(
    workspace: Workspace, session: Session, example: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.cpw"
    other.write_bytes(example.read_bytes())
    answering(ProblemDialog, lambda dialog: dialog._on_way_taken("bring"))
    drop(workspace, other)
    qtbot.waitUntil(lambda: "all that other.cpw has" in workspace.message.text.text())
    assert workspace.session is session


def test_a_plan_begins_a_new_workbook(
    workspace: Workspace, tmp_path: Path, agreed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = tmp_path / "depot.yaml"
    plan.write_bytes(files.template_path(files.EXAMPLE).read_bytes())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "depot.cpw"), ""))
    drop(workspace, plan)
    assert workspace.session is not None
    assert workspace.session.opened.path == tmp_path / "depot.cpw"
    assert workspace.session.bridge.book.count("partners") > 0
    assert len(agreed) == 1


def test_documents_are_attached_to_the_record_in_front(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path, agreed: list[str]
) -> None:
    session.go_to("partners", session.bridge.book.records("partners")[1].id)
    papers = tmp_path / "a.pdf", tmp_path / "b.docx"
    for path in papers:
        path.write_bytes(path.name.encode())
    with qtbot.waitSignal(session.bridge.changed):
        drop(workspace, *papers)
    assert [one.name for one in session.bridge.book.all(Attachment)] == ["a.pdf", "b.docx"]
    assert "with P-02 Planning Department" in agreed[0]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("a.cpw", "b.cpw"), "one workbook or one plan at a time"),
        (("a.pdf", "b.json"), "one workbook or one plan at a time"),
        (("tool.exe",), "tool.exe is neither a workbook, nor a plan, nor a document or picture"),
        (("scan.pdf",), "choose the record that it belongs to"),
    ],
)
def test_anything_else_gets_a_sentence(workspace: Workspace, tmp_path: Path, names: tuple[str, ...], said: str) -> None:
    drop(workspace, *(tmp_path / name for name in names))
    assert said in workspace.message.text.text()


def test_without_a_workbook_there_is_nothing_to_attach_to(open_window: OpenWindow, tmp_path: Path) -> None:
    workspace = open_window(None)
    drop(workspace, tmp_path / "scan.pdf")
    assert "open a workbook" in workspace.message.text.text()


def test_the_menu_lists_where_recent_workbooks_lie_and_opens_them(
    open_window: OpenWindow, preferences: Preferences, example: Path, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.cpw").write_bytes(example.read_bytes())
    preferences.recent = [str(tmp_path / f"{name}.cpw") for name in ("gone", "one", "two")]
    preferences.pin(str(tmp_path / "two.cpw"))
    workspace = open_window(None)
    (menu,) = workspace.window.findChildren(RecentMenu)
    menu.fill()
    shown = [action for action in menu.actions() if action.text()]
    assert [action.text().split("   ")[0] for action in shown[:3]] == ["&1  two", "&2  gone", "&3  one"]
    assert [action.isEnabled() for action in shown[:3]] == [True, False, True]
    assert "no longer in" in shown[1].text()
    shown[-1].trigger()
    assert str(tmp_path / "gone.cpw") not in preferences.recent
    shown[2].trigger()
    assert workspace.session is not None
    assert workspace.session.opened.path.name == "one.cpw"


def test_pinned_workbooks_stay_however_many_are_opened(preferences: Preferences, tmp_path: Path) -> None:
    preferences.opened(tmp_path / "kept.cpw")
    preferences.pin(str(tmp_path / "kept.cpw"))
    for number in range(MOST_RECENT + 3):
        preferences.opened(tmp_path / f"{number}.cpw")
    assert preferences.recent_first[0] == str(tmp_path / "kept.cpw")
    assert len(preferences.recent) == MOST_RECENT + 1
    assert preferences.path is not None
    assert Preferences.load(preferences.path).pinned == [str(tmp_path / "kept.cpw")]
