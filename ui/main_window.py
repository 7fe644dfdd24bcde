"""The shell of the window: menus, navigation, a stack of pages and one line for messages. It knows no workbook.

Everything that needs a workbook is in `ui.workspace`, which is imported after this shell has been painted, so that the
window stands there at once (tech.md: "show the window, then import the rest").
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ACTIONS, MENUS
from ui.elided import Elided
from ui.layouts import column, label
from ui.live_actions import Actions
from ui.navigation import Navigation
from ui.preferences import Preferences
from ui.top_bar import TopBar
from ui.widgets.page_room import PageRoom

TITLE = "Creative Partnership Workbook"


class MainWindow(QMainWindow):
    """A frame; `action_requested`, `section_requested` and `files_dropped` say what is wanted in it."""

    action_requested = Signal(str)
    section_requested = Signal(str)
    files_dropped = Signal(object)
    painted = Signal()
    closing = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.actions_by_id = Actions({spec.id: self._wish(spec.id) for spec in ACTIONS}, self)
        self.menus = self._make_menus()
        self.navigation = Navigation()
        self.navigation.section_requested.connect(self.section_requested)
        self.top_bar = TopBar(self.actions_by_id)
        self.stack = QStackedWidget()
        self.room = PageRoom(self.stack)
        self.messages = QVBoxLayout()
        self.waiting = self._make_waiting()
        self.kept = Elided()
        self.kept.setContentsMargins(14, 2, 14, 2)
        self.kept.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.statusBar().addPermanentWidget(self.kept, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._lay_out()
        self._restore_geometry()
        self._is_painted = False
        self.stack.installEventFilter(self)

    def show_waiting(self, sentence: str) -> None:
        """Say what is going on while there is nothing to show yet."""
        text = self.waiting.findChild(QLabel)
        if isinstance(text, QLabel):
            text.setText(sentence)
        self.stack.setCurrentWidget(self.waiting)

    def show_frame(self, *, with_workbook: bool) -> None:
        """Show or hide what only makes sense around an open workbook."""
        self.navigation.setVisible(with_workbook)
        self.top_bar.setVisible(with_workbook)
        self.statusBar().setVisible(with_workbook)

    def add_after(self, action_id: str, menu: QMenu) -> None:
        """Put a menu behind an action, in the menu that this stands in."""
        action = self.actions_by_id[action_id]
        for parent in self.menus.values():
            known = parent.actions()
            if action in known:
                parent.insertMenu(known[known.index(action) + 1], menu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fold(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.navigation.fold(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        self.preferences.keep_geometry(bytes(self.saveGeometry().data()))
        self.preferences.save()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped_files(event)
        if paths:
            event.acceptProposedAction()
            # The program that they come from waits until this event is done, and no question may keep it.
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths))

    def _wish(self, action_id: str) -> Callable[[], None]:
        return lambda: self.action_requested.emit(action_id)

    def _make_menus(self) -> dict[str, QMenu]:
        menus = {title: self.menuBar().addMenu(title) for title in MENUS}
        for spec in ACTIONS:
            if spec.separated:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self.actions_by_id[spec.id])
        return menus

    def _make_waiting(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "page")
        box = column(page)
        text = label("", "lead")
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(text)
        return page

    def _lay_out(self) -> None:
        middle = QWidget()
        side = QHBoxLayout(middle)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.navigation)
        pages = column(gap="")
        pages.addWidget(self.top_bar)
        self.messages.setContentsMargins(16, 0, 16, 0)
        pages.addLayout(self.messages)
        pages.addWidget(self.room, 1)
        side.addLayout(pages, 1)
        self.stack.addWidget(self.waiting)
        self.setCentralWidget(middle)

    def _restore_geometry(self) -> None:
        self.resize(1280, 740)
        self.setMinimumSize(860, 560)
        kept = self.preferences.geometry_bytes
        if kept:
            self.restoreGeometry(QByteArray(kept))


def _dropped_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
