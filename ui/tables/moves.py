"""How rows come, go and move in the table: Qt is told before and after, and whoever stands in a row goes with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractTableModel, QModelIndex

from ui.tables.rows import Group, Rows
from workbook.records import Record

_TOP = QModelIndex()


class RowMoves:
    """Moves the rows of a model. What `rows` do by themselves a view would not hear of."""

    def __init__(self, model: QAbstractTableModel, rows: Rows) -> None:
        self.model, self.rows = model, rows

    def fold(self, group: Group, *, folded: bool) -> None:
        """Hide or show the rows of a group."""
        if folded == self.rows.is_folded(group) or not group.members:
            return
        first = self.rows.place(group.id) + 1
        last = first + len(group.members) - 1
        if folded:
            self.model.beginRemoveRows(_TOP, first, last)
            self.rows.fold(group, folded=True)
            self.model.endRemoveRows()
        else:
            self.model.beginInsertRows(_TOP, first, last)
            self.rows.fold(group, folded=False)
            self.model.endInsertRows()
        self.row_changed(group.id)

    def join(self, record: Record) -> None:
        """Put a record last, or last in its group."""
        group = None if self.rows.group is None else self.rows.group_for(record)
        if group is not None and group.id not in self.rows.groups:
            self._begin(group)
        row = len(self.rows.ids) if group is None else self.rows.end_of(group)
        if group is not None and self.rows.is_folded(group):
            self.rows.join(record.id, group, -1)
        else:
            self.model.beginInsertRows(_TOP, row, row)
            self.rows.join(record.id, group, row)
            self.model.endInsertRows()
        if group is not None:
            self.row_changed(group.id)

    def leave(self, record_id: str) -> None:
        """Take a record out, whether its row is seen or folded away."""
        row, group = self.rows.place(record_id), self.rows.group_of(record_id)
        if row >= 0:
            self.model.beginRemoveRows(_TOP, row, row)
            self.rows.leave(record_id)
            self.model.endRemoveRows()
        else:
            self.rows.leave(record_id)
        self._tidy(group)

    def regroup(self, record: Record) -> None:
        """Move a row to the end of the group that it now belongs into."""
        old, new = self.rows.group_of(record.id), self.rows.group_for(record)
        if old is None or new.id == old.id:
            return
        if new.id not in self.rows.groups:
            self._begin(new)
        row, end = self.rows.place(record.id), self.rows.end_of(new)
        if row < 0 or self.rows.is_folded(new):
            self.leave(record.id)
            self.join(record)
            return
        with self.reordered():
            self.rows.leave(record.id)
            self.rows.join(record.id, new, end if row > end else end - 1)
        self.row_changed(new.id)
        self._tidy(old)

    @contextmanager
    def reordered(self) -> Iterator[None]:
        """Put rows into another order; cursor, choice and open editors stay with their records."""
        self.model.layoutAboutToBeChanged.emit()
        old = self.model.persistentIndexList()
        kept = [(self.rows.ids[index.row()], index.column()) for index in old]
        yield
        self.model.changePersistentIndexList(old, [self.model.index(self.rows.place(one), at) for one, at in kept])
        self.model.layoutChanged.emit()

    def row_changed(self, row_id: str) -> None:
        """Show all of a row anew, if it is seen."""
        row = self.rows.place(row_id)
        if row >= 0:
            last = max(0, self.model.columnCount() - 1)
            self.model.dataChanged.emit(self.model.index(row, 0), self.model.index(row, last))

    def _begin(self, group: Group) -> None:
        row = self.rows.place_for(group)
        self.model.beginInsertRows(_TOP, row, row)
        self.rows.begin(group, row)
        self.model.endInsertRows()

    def _tidy(self, group: Group | None) -> None:
        """Let a group that somebody left show its count, or go when nobody is left in it."""
        if group is None:
            return
        if group.members:
            self.row_changed(group.id)
            return
        row = self.rows.place(group.id)
        self.model.beginRemoveRows(_TOP, row, row)
        self.rows.end(group)
        self.model.endRemoveRows()
