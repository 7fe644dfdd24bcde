"""The register as Qt asks for it: a heading for each group, and its lines under it."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ui import theme
from ui.bridge import Bridge
from ui.icons import icon
from ui.pages.trackers.words import LOOKS, standing
from ui.tables.writing import isolated
from workbook.returning.register import GROUPS, Group, Line, register_of

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
HEADINGS = (
    "To whom", "How it stands", "Sent on", "Due back", "Returned on", "Code", "File", "Made from", "Returned as",
    "Note",
)  # fmt: skip
_STANDS = 1
Row = Line | Group
"""A line, or the heading of the group that follows."""


class RegisterModel(QAbstractTableModel):
    """Made anew from the book whenever a tracker changed; words are found by all that a line says."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._looks = {group: icon(look.icon, look.role) for group, look in LOOKS.items()}
        self.lines: tuple[Line, ...] = ()
        self.rows: list[Row] = []

    def refresh(self, wanted: str) -> None:
        """Show the lines that hold all of the words."""
        self.beginResetModel()
        self.lines = register_of(self._bridge.book, self._bridge.today())
        words = wanted.casefold().split()
        found = [line for line in self.lines if all(word in self._all(line) for word in words)]
        self.rows = list(_grouped(found))
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line in a row; None for a heading."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Line) else None

    def row_of(self, record_id: str) -> int:
        """Return the row of a tracker, or -1."""
        lines = ((row, self.line(row)) for row in range(len(self.rows)))
        return next((row for row, line in lines if line is not None and line.tracker.id == record_id), -1)

    def headings(self) -> list[int]:
        return [row for row, one in enumerate(self.rows) if not isinstance(one, Line)]

    def count(self, group: Group) -> int:
        """Count a group, whatever is filtered."""
        return sum(line.group == group for line in self.lines)

    def to_whom(self, line: Line) -> str:
        partner = line.tracker.partner
        return "The whole plan" if partner is None else self._bridge.book.label("partners", partner)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass over headings; each line says its group itself
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.rows[index.row()]
        if isinstance(found, Line):
            return self._of_line(found, index.column(), role)
        return self._of_heading(found, role) if index.column() == 0 else None

    def _of_heading(self, group: Group, role: int) -> Any:
        look, count = LOOKS[group], sum(isinstance(one, Line) and one.group == group for one in self.rows)
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(f"{look.title} ({self._bridge.formats.number(count)})")
        if role == Qt.ItemDataRole.FontRole:
            bold = QFont()
            bold.setBold(True)
            return bold
        return theme.current().colour("text") if role == Qt.ItemDataRole.ForegroundRole else None

    def _of_line(self, line: Line, column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.texts(line)[column]
            return text if role == Qt.ItemDataRole.ToolTipRole else isolated(text.replace("\n", " "))
        if column == _STANDS and role == Qt.ItemDataRole.DecorationRole:
            return self._looks[line.group]
        if column == _STANDS and role == Qt.ItemDataRole.ForegroundRole and line.group == "overdue":
            return theme.current().colour("error")
        return None

    def texts(self, line: Line) -> tuple[str, ...]:
        """Return what stands in each column of a line."""
        tracker, formats = line.tracker, self._bridge.formats
        sent, due, back = (
            "" if day is None else formats.date(day) for day in (tracker.issued_on, tracker.due, tracker.returned_on)
        )
        state = "" if tracker.state is None else f"change {formats.number(tracker.state)}"
        return (
            self.to_whom(line), standing(line), sent, due, back, tracker.code, tracker.file, state,
            tracker.returned_file, tracker.note,
        )  # fmt: skip

    def _all(self, line: Line) -> str:
        return " ".join((LOOKS[line.group].title, *self.texts(line))).casefold()


def _grouped(lines: Sequence[Line]) -> Iterator[Row]:
    for group in GROUPS:
        held = [line for line in lines if line.group == group]
        if held:
            yield group
            yield from held
