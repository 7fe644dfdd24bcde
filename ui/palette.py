"""Ctrl+K: one line that finds every record, every section and every action."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.answers import ACTIONS_ONLY, PEOPLE_ONLY, Answer, Answers
from ui.desk import Desk
from ui.icons import paint
from ui.layouts import column, label
from ui.live_actions import Actions
from ui.search import Search
from ui.widgets.dialog import Dialog

_SLICE = 0.008
"""Seconds of reading between two events, so that typing never waits for the search to know everything."""
_KEYS = (
    f"Enter goes there, Ctrl+Enter copies the name, Esc closes.   {ACTIONS_ONLY} finds things to do, "
    f"{PEOPLE_ONLY} partners and people."
)

_WHERE = int(Qt.ItemDataRole.UserRole)
_ICON = _WHERE + 1


class _AnswerDelegate(QStyledItemDelegate):
    """Draws an answer: icon, title, and where it is at the far side."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics = option.fontMetrics
        shown = theme.current()
        painter.save()
        if selected:
            painter.fillRect(rect, shown.colour("selection"))
        mark = QRect(0, 0, theme.room(18), theme.room(18))
        mark.moveCenter(rect.center())
        mark.moveLeft(10)
        words = rect.adjusted(mark.right() + 12, 0, -12, 0)
        where = metrics.elidedText(str(index.data(_WHERE)), Qt.TextElideMode.ElideRight, words.width() // 2)
        aside = metrics.horizontalAdvance(where) + 16
        title = words.adjusted(0, 0, -aside, 0)
        direction = option.direction
        mark, title, aside_rect = (
            QStyle.visualRect(direction, rect, one)
            for one in (mark, title, words.adjusted(words.width() - aside, 0, 0, 0))
        )
        paint(painter, str(index.data(_ICON)), mark, "on_selection" if selected else "muted")
        painter.setPen(shown.colour("on_selection" if selected else "text"))
        near = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        far = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        fitted = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, int(near), fitted)
        painter.setPen(shown.colour("on_selection" if selected else "muted"))
        painter.drawText(aside_rect, int(far), where)
        painter.restore()


class Palette(Dialog):
    """Typing filters, arrows move, Enter goes, Ctrl+Enter copies."""

    def __init__(
        self, desk: Desk, search: Search, actions: Actions, start: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.desk, self._search = desk, search
        self._source = Answers(desk, search, actions, start)
        self._answers: list[Answer] = []
        self.setWindowTitle("Search or go to")
        self.line = QLineEdit()
        self.line.setPlaceholderText("A partner, an activity, a word, or something to do")
        self.line.setAccessibleName("Search or go to")
        self.line.textChanged.connect(self._show_answers)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("role", "results")
        self.list.setAccessibleName("Found")
        self.list.setItemDelegate(_AnswerDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self.accept())
        self.said = label("", "caption", wrap=True)
        box = column(self, "small", "medium")
        box.addWidget(self.line)
        box.addWidget(self.list, 1)
        box.addWidget(self.said)
        self._reading = QTimer(self)
        self._reading.timeout.connect(self._read_on)
        self.resize(640, 460)
        self.move(parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - 640) // 2, parent.y() + 90)
        if not search.index.build(_SLICE):
            self._reading.start(0)
        self._show_answers("")

    def accept(self) -> None:
        answer = self._current()
        self._reading.stop()
        super().accept()
        if answer is not None:
            self._search.remember(answer.key)
            answer.run()

    def reject(self) -> None:
        self._reading.stop()
        super().reject()

    def copy(self) -> None:
        """Put the name of what is chosen on the clipboard."""
        answer = self._current()
        if answer is not None:
            QGuiApplication.clipboard().setText(answer.title)
            self.said.setText(f"Copied: {answer.title}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                (self.copy if copies else self.accept)()
                return True
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _current(self) -> Answer | None:
        row_number = self.list.currentRow()
        return self._answers[row_number] if 0 <= row_number < len(self._answers) else None

    def _read_on(self) -> None:
        """Go on reading what can be searched, and answer again when all of it is known."""
        if self._search.index.build(_SLICE):
            self._reading.stop()
            self._show_answers(self.line.text())

    def _show_answers(self, text: str) -> None:
        self._answers = self._source.to(text)
        self.list.clear()
        tall = theme.space("row") + theme.space("tight")
        for answer in self._answers:
            item = QListWidgetItem(answer.title)
            item.setData(_WHERE, answer.where)
            item.setData(_ICON, answer.icon)
            item.setSizeHint(QSize(0, tall))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{answer.title}, {answer.where}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if self._answers:
            self.said.setText(_KEYS)
        else:
            self.said.setText("Reading …" if self._reading.isActive() else f"Nothing holds “{text.strip()}”.")
