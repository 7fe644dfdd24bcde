"""The window at work, against a bare QTableView that shows the same texts: what our drawing and our door cost.

Every figure ends with the frame on the (offscreen) screen: `repaint` paints at once, so the figures are whole.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from tests.benchmarks import timeline
from tests.benchmarks.files import workbook_file
from tests.benchmarks.timing import Row, paired
from tests.benchmarks.windows import Bare, closed, opened, scroll, session_of, shown
from ui import theme
from ui.app import make_application
from ui.main_window import MainWindow
from ui.pages.tables_page import TablesPage
from ui.session import Session


def rows(sizes: tuple[int, ...]) -> Iterator[Row]:
    app = make_application()
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            window = opened(workbook_file(Path(name), size), Path(name))
            yield from _measured(window, size)
            closed(window)
    yield from timeline.rows()


def _measured(window: MainWindow, size: int) -> Iterator[Row]:
    session = session_of(window)
    for key in ("work", "resources", "roles"):
        session.open_section(key)
        shown(window)
    bare = Bare(_table(session, "resources", "resources"))
    switched = paired(lambda: _switch(window, session), bare.switch, 9)
    yield Row("page switch: work plan, resources", size, switched.ours, switched.floor, switched.ratio, None)
    view = _table(session, "resources", "resources")
    session.open_section("resources")
    shown(window)
    scrolled = paired(lambda: scroll(view), lambda: scroll(bare.view), 15)
    yield Row("one frame of scrolling a table", size, scrolled.ours, scrolled.floor, scrolled.ratio, None)
    typed = paired(_Typing(view).key, _Typing(bare.view).key, 15)
    yield Row("keystroke in a cell to painted", size, typed.ours, typed.floor, typed.ratio, None)
    bare.close()


def _table(session: Session, section: str, type_name: str) -> Any:
    session.open_section(section)
    page = session.page
    assert isinstance(page, TablesPage)
    page.go_to(type_name)
    return page.panel(type_name).findChild(QTableView)


def _switch(window: MainWindow, session: Session) -> None:
    for key in ("work", "resources"):
        session.open_section(key)
        shown(window)


class _Typing:
    """Presses one letter into an open editor, and waits until it is painted."""

    def __init__(self, view: QTableView) -> None:
        self.view = view
        index = view.model().index(3, 1)
        view.setCurrentIndex(index)
        view.edit(index)
        QApplication.processEvents()
        editor = view.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit), "no editor opened in the cell"
        self.editor = editor

    def key(self) -> None:
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        QApplication.sendEvent(self.editor, press)
        QApplication.processEvents()
        self.editor.repaint()
