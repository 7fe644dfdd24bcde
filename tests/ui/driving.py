"""Driving the window: pages are opened, dialogs answered as soon as they are there."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from ui.pages.base import Page
from ui.pages.panel import Panel
from ui.pages.tables_page import TablesPage
from ui.session import Session

P = TypeVar("P", bound=Page)
T = TypeVar("T", bound=Panel)
D = TypeVar("D", bound=QDialog)


def entered(session: Session, section: str, kind: type[P]) -> P:
    """Open a section, go into its page and return it."""
    session.open_section(section)
    page = session.page
    assert isinstance(page, kind)
    page.enter()
    return page


def panel_of(page: TablesPage, kind: type[T]) -> T:
    """Return the tab that is shown."""
    panel = page.current
    assert isinstance(panel, kind)
    return panel


def pressed(button: QAbstractButton, dialog: QDialog, qtbot: QtBot) -> None:
    """Press what ends a dialog when its work, which a worker does, is over."""
    button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def answering(kind: type[D], answer: Callable[[D], object]) -> None:
    """Answer the dialog that is about to open; it is turned down if the answer leaves it open."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(5, now)
            return
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, now)
