"""The cells of a grid, spoken of by the keys of their row and column."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.grids.faces import NO_FACE, Face, Title

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_EXPLAINED = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class MatrixModel(QAbstractTableModel):
    """Knows where a key stands and which way round the grid is; a subclass knows what is in its cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row_keys: tuple[str, ...] = ()
        self.column_keys: tuple[str, ...] = ()
        self.is_transposed = False
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}

    def row_title(self, row: str) -> Title:
        """Return the title of a row."""
        return Title(row)

    def column_title(self, column: str) -> Title:
        """Return the title of a column."""
        return Title(column)

    def face(self, row: str, column: str) -> Face:
        """Return what a cell shows; called for each visible cell, so it looks things up and works nothing out."""
        return NO_FACE

    def said(self, row: str, column: str) -> str:
        """Say in words what a cell shows and means."""
        return ""

    def copied(self, row: str, column: str) -> str:
        """Return what is copied out of a cell."""
        return self.face(row, column).plain

    def show(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Show these rows and columns; the same ones as before change nothing."""
        if tuple(rows) == self.row_keys and tuple(columns) == self.column_keys:
            return
        self.beginResetModel()
        self.row_keys, self.column_keys = tuple(rows), tuple(columns)
        self._rows = {key: place for place, key in enumerate(self.row_keys)}
        self._columns = {key: place for place, key in enumerate(self.column_keys)}
        self.endResetModel()

    def transpose(self, wanted: bool) -> None:
        """Show rows across and columns down, or the other way round again."""
        if wanted != self.is_transposed:
            self.beginResetModel()
            self.is_transposed = wanted
            self.endResetModel()

    def index_of(self, row: str, column: str) -> QModelIndex:
        """Return where a cell stands; an invalid index when it is not shown."""
        if row not in self._rows or column not in self._columns:
            return QModelIndex()
        down, across = self._rows[row], self._columns[column]
        return self.index(across, down) if self.is_transposed else self.index(down, across)

    def keys_at(self, index: Index) -> tuple[str, str]:
        """Return the keys of row and column of a valid index."""
        down, across = (index.column(), index.row()) if self.is_transposed else (index.row(), index.column())
        return self.row_keys[down], self.column_keys[across]

    def title_at(self, section: int, orientation: Qt.Orientation) -> Title:
        """Return the title of a section of a header."""
        is_row = (orientation == Qt.Orientation.Vertical) != self.is_transposed
        return self.row_title(self.row_keys[section]) if is_row else self.column_title(self.column_keys[section])

    def cell_changed(self, row: str, column: str) -> None:
        """Have one cell painted again."""
        index = self.index_of(row, column)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def row_changed(self, row: str) -> None:
        """Have the title of a row painted again; its cells are told of one by one."""
        if row in self._rows:
            self._title_changed(self._rows[row], is_row=True)

    def whole_row_changed(self, row: str) -> None:
        """Have a row painted again, its title and all of its cells."""
        if row in self._rows and self.column_keys:
            self.dataChanged.emit(self.index_of(row, self.column_keys[0]), self.index_of(row, self.column_keys[-1]))
            self.row_changed(row)

    def column_changed(self, column: str) -> None:
        """Have the title of a column painted again."""
        if column in self._columns:
            self._title_changed(self._columns[column], is_row=False)

    def all_changed(self) -> None:
        """Have everything in sight painted again."""
        if self.row_keys and self.column_keys:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.titles_changed()

    def titles_changed(self) -> None:
        """Have all titles in sight painted again."""
        if self.row_keys and self.column_keys:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.column_keys if self.is_transposed else self.row_keys)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.row_keys if self.is_transposed else self.column_keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.copied(*self.keys_at(index))
        if role in _EXPLAINED:
            return self.said(*self.keys_at(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= section < (self.rowCount() if orientation == Qt.Orientation.Vertical else self.columnCount()):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title_at(section, orientation).plain
        return self.title_at(section, orientation).said if role in _EXPLAINED else None

    def _title_changed(self, section: int, *, is_row: bool) -> None:
        vertical = is_row != self.is_transposed
        side = Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal
        self.headerDataChanged.emit(side, section, section)
