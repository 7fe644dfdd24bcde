"""Hostile files at the real window: dropped, opened, brought together, taken in, attached; it says why, and lives."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.faults.hostile import packages, texts
from tests.faults.hostile.databases import databases
from tests.ui.test_dropping import drop
from ui.dialogs.problem import ProblemDialog
from ui.dropping import chosen_part
from ui.exporting.bar import ProgressLine
from ui.session import Session
from ui.workspace import Workspace

PACKAGES = (
    "bomb that says it is small.xlsx",
    "cut off.xlsx",
    "locked.xlsx",
    "laughing strings.xlsx",
    "cell at the end.xlsx",
    "joined on each other.xlsx",
    "many tags without an end.xlsx",
    "repeated without end.ods",
)
TEXTS = ("nothing.csv", "no text.csv", "one cell.csv", "cut.xls", "laughing.gan", "bare.xls")
PLANS = ("deep.json", "not text.json", "laughing.yaml", "runs something.yaml")


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What dialogs say that come up meanwhile; each is closed at once."""
    heard: list[str] = []
    timer = QTimer()

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ProblemDialog):
            heard.append(dialog.sentence.text())
            dialog.reject()
        elif dialog is not None:
            heard.append(f"another dialog: {dialog}")
            dialog.close()

    timer.timeout.connect(close)
    timer.start(5)
    yield heard
    timer.stop()


@pytest.fixture
def unharmed(workspace: Workspace, session: Session) -> Iterator[None]:
    """The workbook that was open is still open and says the same, and nothing is in its way."""
    before, number = session.bridge.book, session.bridge.workbook.seq
    yield
    assert workspace.session is session
    assert session.bridge.book is before
    assert session.bridge.workbook.seq == number
    assert QApplication.activeModalWidget() is None
    assert workspace.window.isEnabled()
    assert not workspace.spreadsheets.bar.isVisible()
    assert not multiprocessing.active_children()
    session.open_section("partners")
    assert session.page is not None


def written(folder: Path, names: tuple[str, ...]) -> list[Path]:
    files = []
    for name in names:
        content = (packages.MAKERS | texts.MAKERS)[name]()
        path = folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        files.append(path)
    return files


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text and "Traceback" not in text and "mistake" not in text


def says(workspace: Workspace, words: str) -> bool:
    return workspace.message.isVisible() and words in workspace.message.text.text()


def heard(workspace: Workspace, qtbot: QtBot, begin: Callable[[], object], *, named: str) -> str:
    """Return what the window says of a file."""
    workspace.message.hide()
    begin()
    qtbot.waitUntil(partial(says, workspace, named), timeout=15_000)
    return workspace.message.text.text()


@pytest.mark.usefixtures("unharmed")
def test_what_is_dropped_and_cannot_be_read_is_told_in_one_sentence(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    for path in written(tmp_path, PACKAGES + TEXTS):
        sentence = heard(workspace, qtbot, partial(drop, workspace, path), named=path.name)
        assert is_one_sentence(sentence), sentence
    assert said == []


@pytest.mark.usefixtures("unharmed")
def test_what_is_taken_in_as_a_tracker_and_is_none_is_told_in_one_sentence(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    for path in written(tmp_path, PACKAGES + TEXTS):
        begin = partial(workspace.trackers.begin, session, [path])
        sentence = heard(workspace, qtbot, begin, named=path.name)
        assert is_one_sentence(sentence), sentence
    assert said == []


@pytest.mark.usefixtures("unharmed")
def test_workbooks_that_were_changed_to_do_harm_are_neither_opened_nor_brought_together(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    folder = tmp_path / "others"
    folder.mkdir()
    good = folder / "good.cpw"
    good.write_bytes(session.opened.path.read_bytes())
    wanted = ("trigger", "endless view", "huge pages", "number", "later format", "cut", "mark alone")
    for name, content in databases(good):
        if not name.removesuffix(".cpw").endswith(wanted):
            continue
        path = folder / name
        path.write_bytes(content)
        said.clear()
        assert not workspace.open(path), name
        assert len(said) == 1, name
        assert is_one_sentence(said[0]), said
        begin = partial(workspace.together.begin, session, path)
        sentence = heard(workspace, qtbot, begin, named="“")
        assert is_one_sentence(sentence), sentence
        assert path.read_bytes() == content
    assert sorted(path.suffix for path in folder.iterdir()) == [".cpw"] * len(list(folder.iterdir()))


@pytest.mark.usefixtures("unharmed")
def test_no_workbook_is_made_from_a_plan_that_was_made_to_do_harm(
    workspace: Workspace, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new.cpw"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(target), ""))
    for path in written(tmp_path, PLANS):
        said.clear()
        assert not workspace.opening.make_from_plan(path)
        assert len(said) == 1, path
        assert is_one_sentence(said[0]), said
        assert not target.exists()


@pytest.mark.usefixtures("unharmed")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_and_a_device_are_no_files_to_wait_for(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    for name in ("pipe.csv", "pipe.xlsx"):
        os.mkfifo(tmp_path / name)
        for begin in (
            partial(drop, workspace, tmp_path / name),
            partial(workspace.trackers.begin, session, [tmp_path / name]),
        ):
            assert "a device or a pipe" in heard(workspace, qtbot, begin, named=name)
    device = tmp_path / "endless.csv"
    device.symlink_to("/dev/zero")
    assert "a device or a pipe" in heard(workspace, qtbot, lambda: drop(workspace, device), named="endless.csv")
    os.mkfifo(tmp_path / "pipe.pdf")
    session.go_to("partners", session.bridge.book.records("partners")[0].id)
    part = chosen_part(session)
    assert part is not None
    part.attacher.attach("partners", part.record_id, [tmp_path / "pipe.pdf"])
    qtbot.waitUntil(lambda: part.attacher.reader is None)
    assert said == []


@pytest.mark.usefixtures("unharmed")
def test_reading_is_seen_and_can_be_cancelled(
    workspace: Workspace, session: Session, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    (table,) = written(tmp_path, ("many rows.csv",))
    (tracker,) = written(tmp_path, ("many styles.xlsx",))
    trials: tuple[tuple[ProgressLine, Callable[[], None], str], ...] = (
        (workspace.spreadsheets.bar, partial(workspace.spreadsheets.begin, session, table), table.name),
        (workspace.trackers.bar, partial(workspace.trackers.begin, session, [tracker]), tracker.name),
    )
    for bar, begin, name in trials:
        begin()
        assert bar.isVisible()
        assert bar.text.text() == f"Reading {name} …"
        bar.cancel.click()
        qtbot.waitUntil(partial(says, workspace, f"from {name}; reading it was cancelled."))
        assert not bar.isVisible()
    assert said == []
