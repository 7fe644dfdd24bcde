"""Ctrl+K: one line that finds every record, every section and every action."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.actions import ACTIONS, Actions, plain_title
from ui.desk import Desk
from ui.icons import icon
from ui.layouts import column, label
from ui.search import Hit, Search
from ui.sections import SECTION_OF, SECTIONS

_MOST = 40


class Answer(NamedTuple):
    """One line of the list and what choosing it does."""

    title: str
    where: str
    icon: str
    run: Callable[[], object]


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
        self._answers = [*self._places(words), *self._records(text), *self._doings(words)][:_MOST]
        self.list.clear()
        for answer in self._answers:
            item = QListWidgetItem(icon(answer.icon, "muted"), f"{answer.title}    {answer.where}")
            item.setSizeHint(QSize(0, 32))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{answer.title}, {answer.where}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        count = self.list.count()
        self.said.setText("Enter goes there, Esc closes." if count else f"Nothing holds “{text.strip()}”.")

    def _places(self, words: list[str]) -> Iterator[Answer]:
        for section in SECTIONS:
            if all(word in section.title.casefold() for word in words):
                key = section.key
                yield Answer(section.title, section.group, section.icon, lambda key=key: self.desk.open_section(key))

    def _records(self, text: str) -> Iterator[Answer]:
        for hit in self._search.find(text, _MOST):
            section = SECTION_OF[hit.type]
            yield Answer(hit.label, hit.where, section.icon, lambda hit=hit: self._go_to(hit))

    def _doings(self, words: list[str]) -> Iterator[Answer]:
        for spec in ACTIONS:
            title = plain_title(spec)
            whole = f"{title} {spec.keywords}".casefold()
            if words and spec.id != "search" and self._actions[spec.id].isEnabled() and all(w in whole for w in words):
                keys = spec.shortcuts[0] if spec.shortcuts else "Action"
                yield Answer(title, keys, spec.icon, lambda spec=spec: self._start(spec.id))

    def _go_to(self, hit: Hit) -> None:
        self.desk.go_to(hit.type, hit.id, hit.field)
