"""Ctrl+K: one line that finds every record, every section and every action."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.actions import ACTIONS, Actions, plain_title
from ui.desk import Desk
from ui.icons import paint
from ui.layouts import column, label
from ui.search import Hit, Search
from ui.sections import SECTION_OF, SECTIONS
from workbook.records import RECORD_TYPES

_MOST = 40
_WHERE = int(Qt.ItemDataRole.UserRole)
_ICON = _WHERE + 1


class Answer(NamedTuple):
    """One line of the list and what choosing it does."""

    title: str
    where: str
    icon: str
    run: Callable[[], object]


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
        mark = QRect(0, 0, 18, 18)
        mark.moveCenter(rect.center())
        mark.moveLeft(10)
        words = rect.adjusted(40, 0, -12, 0)
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


class Palette(QDialog):
    """Typing filters, arrows move, Enter goes."""

    def __init__(
        self, desk: Desk, search: Search, actions: Actions, start: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.desk, self._actions, self._start = desk, actions, start
        self._search = search
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
        self.said = label("", "caption")
        box = column(self, "small", "medium")
        box.addWidget(self.line)
        box.addWidget(self.list, 1)
        box.addWidget(self.said)
        self.resize(640, 460)
        self.move(parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - 640) // 2, parent.y() + 90)
        self._show_answers("")

    def accept(self) -> None:
        row_number = self.list.currentRow()
        super().accept()
        if 0 <= row_number < len(self._answers):
            self._answers[row_number].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
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

    def _show_answers(self, text: str) -> None:
        words = text.casefold().split()
        places = sorted(self._places(words), key=lambda one: not set(words) <= set(one.title.casefold().split()))
        self._answers = [*places, *self._records(text), *self._doings(words)][:_MOST]
        self.list.clear()
        for answer in self._answers:
            item = QListWidgetItem(answer.title)
            item.setData(_WHERE, answer.where)
            item.setData(_ICON, answer.icon)
            item.setSizeHint(QSize(0, 34))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{answer.title}, {answer.where}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        count = self.list.count()
        self.said.setText("Enter goes there, Esc closes." if count else f"Nothing holds “{text.strip()}”.")

    def _places(self, words: list[str]) -> Iterator[Answer]:
        for section in SECTIONS:
            if all(word in section.title.casefold() for word in words):
                key = section.key
                yield Answer(section.title, section.group, section.icon, partial(self.desk.open_section, key))
        for section in SECTIONS:
            for name in section.types[1:] if words else ():
                titles = RECORD_TYPES[name].titles
                if titles != section.title and all(word in titles.casefold() for word in words):
                    yield Answer(titles, section.title, section.icon, partial(self.desk.go_to, name))

    def _records(self, text: str) -> Iterator[Answer]:
        for hit in self._search.find(text, _MOST):
            section = SECTION_OF[hit.type]
            yield Answer(hit.label, hit.where, section.icon, partial(self._go_to, hit))

    def _doings(self, words: list[str]) -> Iterator[Answer]:
        for spec in ACTIONS:
            title = plain_title(spec)
            whole = f"{title} {spec.keywords}".casefold()
            if words and spec.id != "search" and self._actions[spec.id].isEnabled() and all(w in whole for w in words):
                keys = spec.shortcuts[0] if spec.shortcuts else "Action"
                yield Answer(title, keys, spec.icon, partial(self._start, spec.id))

    def _go_to(self, hit: Hit) -> None:
        self.desk.go_to(hit.type, hit.id, hit.field)
