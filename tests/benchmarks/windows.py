"""What measuring the window needs: the real one on a file, and a plain table of the same size for a floor."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QTableView, QWidget

from ui.app import make_window
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.session import Session
from ui.workspace import Workspace

SIZE = (1366, 740)
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


def opened(path: Path, folder: Path) -> MainWindow:
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


def closed(window: MainWindow) -> None:
    """Close a window without asking, and let Qt delete it."""
    window.may_close = lambda: True
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(widget: QWidget) -> None:
    QApplication.processEvents()
    widget.repaint()
    QApplication.processEvents()


def scroll(view: QTableView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue((bar.value() + 17) % max(1, bar.maximum()))
    view.viewport().repaint()


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


class Bare:
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
        shown(self.stack)

    def switch(self) -> None:
        for view in reversed(self.views):
            self.stack.setCurrentWidget(view)
            shown(self.stack)

    def close(self) -> None:
        self.stack.close()
        self.stack.deleteLater()
