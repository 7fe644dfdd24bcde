"""A window on a real file, with everything that leaks or complains made to fail the test."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.app import make_application, make_window
from ui.bridge import Bridge
from ui.desk import Desk
from ui.findings import Findings
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.session import Session
from ui.workspace import Workspace
from workbook.book import Book
from workbook.journal import MemoryJournal
from workbook.workbook import Author, Workbook


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Our own application, with its style, fonts and palette."""
    app = make_application()
    theme.apply(app, "light")
    return app


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "window.json", theme="light", operator="Tester", operator_confirmed=True)


OpenWindow = Callable[[Path | None], Workspace]


@pytest.fixture
def open_window(qtbot: QtBot, preferences: Preferences) -> Iterator[OpenWindow]:
    """Open the real window on a file, wait until it is filled; close it afterwards and see that nothing is left."""
    opened: list[MainWindow] = []

    def opening(path: Path | None) -> Workspace:
        window = make_window(preferences, path)
        opened.append(window)
        window.resize(1366, 740)
        window.show()
        qtbot.waitUntil(lambda: bool(window.findChildren(Workspace)))
        return window.findChildren(Workspace)[0]

    yield opening
    for window in opened:
        window.may_close = lambda: True  # a test that fails half-way must not wait for an answer
        window.close()
        window.deleteLater()
    opened.clear()
    settle()


@pytest.fixture
def workspace(open_window: OpenWindow, example: Path, tmp_path: Path) -> Workspace:
    """The worked example, open in a window."""
    path = tmp_path / "plan.cpw"
    path.write_bytes(example.read_bytes())
    return open_window(path)


@pytest.fixture
def session(workspace: Workspace) -> Session:
    assert workspace.session is not None
    return workspace.session


@pytest.fixture
def bridge(qapp: QApplication) -> Bridge:
    """A workbook that forgets everything with the test."""
    return Bridge(Workbook(Book.empty(), MemoryJournal(), Author("Tester")))


@pytest.fixture
def desk(bridge: Bridge, preferences: Preferences) -> Desk:
    """What a page or a form needs, without a window around it."""

    def nothing(*_given: Any) -> Any:
        """Stay where we are."""

    stay: Any = nothing
    return Desk(bridge, Findings(bridge), preferences, stay, stay, stay, stay, stay)


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Fail a test that leaves windows or threads behind."""
    before = set(threading.enumerate())
    yield
    settle()
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not left, f"still open: {left}"
    assert not set(threading.enumerate()) - before
    current = QThread.currentThread()
    assert all(thread is current or thread.isFinished() for thread in _threads())


def settle() -> None:
    """Let Qt delete what it was told to delete."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _threads() -> list[QThread]:
    app = QApplication.instance()
    return app.findChildren(QThread) if app is not None else []
