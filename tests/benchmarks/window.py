"""The window at work, against a bare QTableView that shows the same texts: what our drawing and our door cost.

Every figure ends with the frame on the (offscreen) screen: `repaint` paints at once, so the figures are whole.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QTableView, QWidget

from tests.benchmarks.files import workbook_file
from tests.benchmarks.timing import Row, paired
from ui import theme
from ui.app import make_application, make_window
from ui.main_window import MainWindow
from ui.pages.tables_page import TablesPage
from ui.preferences import Preferences
from ui.session import Session
from ui.workspace import Workspace

SIZE = (1366, 740)
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def rows(sizes: tuple[int, ...]) -> Iterator[Row]:
    app = make_application()
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            window = _opened(workbook_file(Path(name), size), Path(name))
            yield from _measured(window, size)
            window.may_close = lambda: True
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _opened(path: Path, folder: Path) -> MainWindow:
    window = make_window(Preferences(folder / "window.json", theme="light", operator_confirmed=True), path)
    window.resize(*SIZE)
    window.show()
    while not window.findChildren(Workspace):
        QTest.qWait(5)
    session = session_of(window)
    while not session.findings.is_ready:
        QTest.qWait(20)
    return window


def session_of(window: MainWindow) -> Session:
    session = window.findChildren(Workspace)[0].session
    assert session is not None
    return session


def _measured(window: MainWindow, size: int) -> Iterator[Row]:
    session = session_of(window)
    for key in ("work", "resources", "roles"):
        session.open_section(key)
        _shown(window)
    bare = _Bare(_table(session, "resources", "resources"))
    switched = paired(lambda: _switch(window, session), bare.switch, 9)
    yield Row("page switch: work plan, resources", size, switched.ours, switched.floor, switched.ratio, None)
    view = _table(session, "resources", "resources")
    session.open_section("resources")
    _shown(window)
    scrolled = paired(lambda: _scroll(view), lambda: _scroll(bare.view), 15)
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


def _shown(widget: QWidget) -> None:
    QApplication.processEvents()
    widget.repaint()
    QApplication.processEvents()


def _switch(window: MainWindow, session: Session) -> None:
    for key in ("work", "resources"):
        session.open_section(key)
        _shown(window)


def _scroll(view: QTableView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue((bar.value() + 17) % max(1, bar.maximum()))
    view.viewport().repaint()


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


class _BareModel(QAbstractTableModel):
    """Texts in lists, as the simplest program would hold them."""

    def __init__(self, texts: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() or not self._texts else len(self._texts[0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
        return self._texts[index.row()][index.column()] if shown else None


class _Bare:
    """The floor: a plain table of the same size on the screen with the same texts, on one of two plain pages."""

    def __init__(self, like: QTableView) -> None:
        source = like.model()
        columns = range(source.columnCount())
        texts = [
            tuple(str(source.index(row, column).data() or "") for column in columns) for row in range(source.rowCount())
        ]
        self.stack = QStackedWidget()
        self.views = [QTableView(), QTableView()]
        for view in self.views:
            model = _BareModel(texts)
            model.setParent(view)
            view.setModel(model)
            for column in columns:
                view.setColumnWidth(column, like.columnWidth(column))
            self.stack.addWidget(view)
        self.view = self.views[0]
        self.stack.resize(like.size())
        self.stack.move(QPoint(0, 0))
        self.stack.show()
        _shown(self.stack)

    def switch(self) -> None:
        for view in reversed(self.views):
            self.stack.setCurrentWidget(view)
            _shown(self.stack)

    def close(self) -> None:
        self.stack.close()
        self.stack.deleteLater()
