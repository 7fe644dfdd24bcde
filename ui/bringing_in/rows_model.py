"""The rows of a file in a table: what comes of each, and why one is not taken."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.tables.writing import isolated
from workbook.book import Book
from workbook.bringing_in.columns import Match
from workbook.bringing_in.results import ReadRows
from workbook.bringing_in.sheets import text_of
from workbook.bringing_in.tables import Table

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NOT_TAKEN = "Not taken"
HEADINGS = ("Row", "What it is", "What comes of it", "Why, or what stays out")


class Shown(NamedTuple):
    """One line; `waits` where somebody has to say whether it is a record that is there already."""

    number: int
    name: str
    comes: str
    why: str
    waits: bool = False


class RowsModel(QAbstractTableModel):
    """The lines as `shown_rows` puts them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Shown] = []

    def show_rows(self, lines: list[Shown]) -> None:
        """Show what would come of the rows of a file."""
        self.beginResetModel()
        self.rows = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            one = self.rows[index.row()]
            text = (str(one.number), one.name, one.comes, one.why)[index.column()] or "–"
            return isolated(text if role == Qt.ItemDataRole.ToolTipRole else text.replace("\n", " "))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_shown else None


def shown_rows(book: Book, table: Table, read: ReadRows, decided: Mapping[int, bool]) -> list[Shown]:
    """Say of each row what comes of it: what has to be decided first, then what is not taken, then in its order."""
    record_type = read.match.kind.record_type
    places = _naming(read.match)
    names = {
        row.number: ", ".join(text_of(row.cells[at]) for at in places if row.cells[at] != "") for row in table.rows
    }
    out: dict[int, list[str]] = {}
    for note in read.left_out:
        out.setdefault(note.row, []).append(note.sentence)
    lines = [Shown(note.row, names.get(note.row, ""), _NOT_TAKEN, note.sentence) for note in read.rejected]
    for one in read.taken:
        why = " ".join(dict.fromkeys(out.get(one.row, ())))
        waits = bool(one.like) and one.row not in decided
        if waits:
            comes = f"May be {book.label(one.like_type, one.like[0])}"
            why = f"Say whether it is the same, or new. {why}".strip()
        elif not one.is_new:
            label = book.label(record_type.name, one.record_id)
            comes = f"Fills in {label}" if one.given or one.links else f"{label} says this already"
        else:
            comes = f"New, with a new {one.owner}" if one.owner else "New"
        lines.append(Shown(one.row, names.get(one.row, ""), comes, why, waits))
    return sorted(lines, key=lambda one: (not one.waits, one.comes != _NOT_TAKEN, one.number))


def _naming(match: Match) -> list[int]:
    """Return the columns that say which record a row is: its name, what it joins, or what names it instead."""
    record_type = match.kind.record_type
    wanted = record_type.key or (record_type.label, *match.kind.instead)
    places = [match.fields.index(name) for name in wanted if name in match.fields]
    return places[: len(record_type.key) or 1] or [0]
