"""The list of conflicts: where, what stands here, what stands there, and which of them stays."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbook.merging import Choices, Side, ToldConflict
from workbook.merging.conflicts import Key

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
HEADINGS = ("Record", "What", "Here", "In the other copy", "What stays")
STAYS = 4
_WHOLE = "The whole record"
_SIDES: dict[Side | None, str] = {
    "ours": "What is here",
    "theirs": "The other copy's",
    None: "Not decided",
}


class ConflictModel(QAbstractTableModel):
    """What has to be decided comes first; what the rules of a plan decide by themselves is told after it."""

    def __init__(self, told: tuple[ToldConflict, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = sorted(told, key=lambda one: not one.conflict.is_open)
        self._choices: dict[Key, Side] = {}

    @property
    def choices(self) -> Choices:
        return dict(self._choices)

    @property
    def waiting(self) -> int:
        """How many conflicts nobody has decided."""
        return sum(one.conflict.is_open and one.conflict.key not in self._choices for one in self.rows)

    def choice(self, number: int) -> Side | None:
        return self._choices.get(self.rows[number].conflict.key)

    def choose(self, side: Side, *numbers: int) -> None:
        """Let one side stay in these rows, as far as there is a choice."""
        for number in numbers:
            if self.rows[number].conflict.is_open:
                self._choices[self.rows[number].conflict.key] = side
        if numbers:
            self.dataChanged.emit(self.index(min(numbers), STAYS), self.index(max(numbers), STAYS))

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._texts(index.row())[index.column()] or "–"
            return text if role == Qt.ItemDataRole.ToolTipRole else text.replace("\n", " ")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_shown else None

    def _texts(self, number: int) -> tuple[str, ...]:
        one = self.rows[number]
        stays = _SIDES[self.choice(number)] if one.conflict.is_open else f"By itself: {one.reason}"
        return one.record, one.field or _WHOLE, one.ours, one.theirs, stays
