"""Opening and closing a page or a dialog again and again leaves no widgets, timers or threads.

A few rounds by default, since a leak shows in each; `WORKBOOK_OPENINGS=200` for as many as a long day has, with
`WORKBOOK_PAGES="work roles"` for these pages only.
"""

import gc
import os
import threading
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from tests.journeys.dialogs import dialogs
from tests.ui.conftest import settle
from ui.pages.register import page_for
from ui.pages.tables_page import TablesPage
from ui.sections import BY_KEY
from ui.session import Session
from ui.workspace import Workspace

OPENINGS = int(os.environ.get("WORKBOOK_OPENINGS", "2"))
PAGES = os.environ.get("WORKBOOK_PAGES", " ".join(BY_KEY)).split()
WARM_UP = 1
"""What is read once and kept, such as fonts and icons, comes with the first openings."""


class Held(NamedTuple):
    """What is alive."""

    widgets: int
    timers: int
    threads: int
    objects: int


def held() -> Held:
    settle()
    gc.collect()
    settle()
    objects = [one for one in gc.get_objects() if isinstance(one, QObject) and isValid(one)]
    return Held(
        len(QApplication.allWidgets()),
        sum(isinstance(one, QTimer) for one in objects),
        threading.active_count() + sum(isinstance(one, QThread) and one.isRunning() for one in objects),
        len(objects),
    )


def left_by(opening: Callable[[], None]) -> tuple[Held, Held] | None:
    """Open again and again; return what was alive before and after, if that is not the same."""
    for _ in range(WARM_UP):
        opening()
    before = held()
    for _ in range(OPENINGS):
        opening()
    after = held()
    return None if after == before else (before, after)


def test_every_page_and_every_dialog_leaves_nothing(workspace: Workspace, session: Session) -> None:
    """All of them in one window, because each needs the same workbook around it."""

    def open_dialogs() -> None:
        for _, make in dialogs(workspace):
            _open_and_close(make())

    left = {key: left_by(partial(_open_page, session, key)) for key in PAGES}
    left["dialogs"] = left_by(open_dialogs)
    assert not {key: counts for key, counts in left.items() if counts is not None}


def _open_page(session: Session, key: str) -> None:
    page = page_for(session.desk, BY_KEY[key])
    session.stack.addWidget(page)
    session.stack.setCurrentWidget(page)
    if isinstance(page, TablesPage):
        for number in range(len(page.keys)):
            page.tabs.setCurrentIndex(number)
    page.enter()
    QApplication.processEvents()
    session.stack.removeWidget(page)
    page.close()
    page.deleteLater()
    settle()


def _open_and_close(dialog: QWidget) -> None:
    dialog.show()
    QTest.qWait(0)
    if isinstance(dialog, QDialog):
        dialog.reject()
    dialog.close()
    dialog.deleteLater()
    settle()
