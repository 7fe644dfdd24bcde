"""The clauses of an agreement in their order, which Alt+Up, Alt+Down and dragging change."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.pages.agreements.words import ASSESSMENTS, NEEDS, NOT_ASSESSED, TRANSLATIONS, WORDINGS
from ui.widgets.entry_list import Entry, EntryList, EntryModel
from workbook.agreements import ComposedClause
from workbook.vocabularies import CLAUSE_ASSESSMENTS

Index = QModelIndex | QPersistentModelIndex


class _Movable(EntryModel):
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class ClauseList(EntryList):
    """`move_requested` carries the key of a clause and its new place, from 0 on."""

    move_requested = Signal(str, int)
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Clauses", parent)
        self.entries = _Movable(self)
        self.setModel(self.entries)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAccessibleDescription("Alt+Up and Alt+Down move the chosen clause.")

    def step(self, by: int) -> None:
        """Move the chosen clause up or down."""
        place = self.currentIndex().row() + by
        if self.current_key() and 0 <= place < len(self.entries.entries):
            self.move_requested.emit(self.current_key(), place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() == Qt.Key.Key_Delete and not held:
            self.remove_requested.emit()
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the list is written anew when it has been made."""
        before, target = self.currentIndex().row(), self._place(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        place = target - 1 if target > before else target
        if self.current_key() and place != before:
            self.move_requested.emit(self.current_key(), place)

    def _place(self, event: QDropEvent) -> int:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return len(self.entries.entries)
        lower_half = event.position().y() > self.visualRect(index).center().y()
        return index.row() + lower_half


def entries_of(clauses: Sequence[ComposedClause], untranslated: Mapping[str, str]) -> tuple[Entry, ...]:
    """Say of each clause what one has to know to go on with it."""
    return tuple(_entry(one, TRANSLATIONS.get(untranslated.get(one.clause.id, ""), "")) for one in clauses)


def _entry(one: ComposedClause, untranslated: str) -> Entry:
    clause = one.clause
    said = [NEEDS[one.need], WORDINGS[one.wording]]
    if one.missing:
        said.insert(0, "1 blank" if len(one.missing) == 1 else f"{len(one.missing)} blanks")
    if untranslated:
        said.insert(0, untranslated)
    title = f"{one.number}. {clause.heading}" if one.number else clause.heading
    if clause.left_out:
        mark, role, word = "eye-slash", "muted", "Left out"
    else:
        mark, role = ASSESSMENTS.get(clause.assessment or "", NOT_ASSESSED)
        word = CLAUSE_ASSESSMENTS.title(clause.assessment) if clause.assessment else "Not assessed"
    return Entry(clause.id, title, ", ".join(said), "", word, mark, role)
