"""Narrows a table of parts to those of one whole: the clauses of one agreement, the readings of one indicator."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.layouts import label, row
from ui.theme import room
from workbook.changes import ChangeSet
from workbook.fields import Field
from workbook.records import RECORD_TYPES

_FEW = 40


class OwnerFilter(QWidget):
    """Emits `chosen` with the id of the whole, or with nothing for all; hidden while there is no choice to make."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, owner: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.owner = desk, owner
        self.box = Box()
        self.box.setAccessibleName(f"Show only those of one {owner.title.lower()}")
        self.box.setMinimumWidth(120)
        self.box.setMaximumWidth(room(260))
        self.box.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(14)
        of = label("of", "muted")
        of.setBuddy(self.box)
        box = row(self, "tight")
        box.addWidget(of)
        box.addWidget(self.box)
        self._is_stale = False
        self._fill()
        self.box.currentIndexChanged.connect(lambda _row: self.chosen.emit(self.current))
        desk.bridge.changed.connect(self._on_changed)

    @property
    def current(self) -> str:
        return str(self.box.currentData() or "")

    def show_owner(self, record_id: str) -> None:
        """Choose a whole, or all of them."""
        self.box.setCurrentIndex(max(0, self.box.findData(record_id)))

    def _fill(self) -> None:
        self._is_stale = False
        book, current = self.desk.bridge.book, self.current
        owners = book.records(self.owner.target)
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItem(f"all {RECORD_TYPES[self.owner.target].titles.lower()}", "")
        for record in owners:
            self.box.addItem(book.label(self.owner.target, record.id), record.id)
        self.box.setCurrentIndex(max(0, self.box.findData(current)))
        self.box.blockSignals(False)
        self.setVisible(len(owners) > 1 or bool(self.current))
        if current != self.current:
            self.chosen.emit(self.current)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._fill()

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        """List anew what came or went; what is only called otherwise keeps its place. Nothing is done out of sight."""
        own = [change for change in change_set.changes if change.type == self.owner.target]
        if not own:
            return
        if all(change.action == "edited" for change in own) and len(own) <= _FEW:
            for change in own:
                label = self.desk.bridge.book.label(self.owner.target, change.id)
                self.box.setItemText(self.box.findData(change.id), label)
        elif self.isVisible() or self.isHidden() or self.current:
            self._fill()
        else:
            self._is_stale = True
