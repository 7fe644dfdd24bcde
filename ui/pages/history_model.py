"""The change sets of a workbook as a list, newest first, read a page at a time."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.bridge import Bridge
from workbook.changes import Change, ChangeSet
from workbook.differences import Telling, field_changes

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_PAGE = 200
TITLES = ("No.", "When", "Who", "What", "From", "Records")


class HistoryModel(QAbstractTableModel):
    """Reads more of the log when somebody scrolls; filtering reads all of it."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.shown: list[ChangeSet] = []
        self.filter = ""
        self._next = bridge.workbook.seq
        bridge.changed.connect(self._on_changed)
        self.fetchMore(_TOP)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(self.shown[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (0, 5):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (0, 5) else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next > 0

    def fetchMore(self, parent: Index) -> None:
        first = max(1, self._next - _PAGE + 1)
        older = [one for one in self._read(first, self._next) if self._matches(one)]
        self._next = first - 1
        if older:
            at = len(self.shown)
            self.beginInsertRows(_TOP, at, at + len(older) - 1)
            self.shown += older
            self.endInsertRows()

    def show_only(self, text: str) -> None:
        """Show the steps whose line holds every word; the whole log is read for it."""
        self.beginResetModel()
        self.filter, self.shown = text.casefold(), []
        self._next = self.bridge.workbook.seq
        while self.filter and self._next > 0:
            first = max(1, self._next - _PAGE + 1)
            self.shown += [one for one in self._read(first, self._next) if self._matches(one)]
            self._next = first - 1
        self.endResetModel()
        if not self.filter:
            self.fetchMore(_TOP)

    def _read(self, first: int, last: int) -> Iterable[ChangeSet]:
        return reversed(tuple(self.bridge.workbook.history(first, last))) if last else ()

    def _matches(self, change_set: ChangeSet) -> bool:
        whole = " ".join(self._texts(change_set)).casefold()
        return all(word in whole for word in self.filter.split())

    def _texts(self, one: ChangeSet) -> tuple[str, ...]:
        when = self.bridge.formats.moment(one.at.astimezone())
        return str(one.seq), when, one.operator, one.title, one.source, str(len(one.changes))

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if self._matches(change_set):
            self.beginInsertRows(_TOP, 0, 0)
            self.shown.insert(0, change_set)
            self.endInsertRows()


class Difference(NamedTuple):
    """One field of one record before and after a step."""

    change: Change
    field: str
    record: str
    title: str
    before: str
    after: str


def differences(bridge: Bridge, change_set: ChangeSet) -> list[Difference]:
    """Return what a step changed, field by field, in the words of the declarations; single answers stay untold."""
    telling = Telling(bridge.book, bridge.book, bridge.book, bridge.formats)
    return [
        Difference(
            one.change,
            one.field.name,
            telling.record(one.change),
            one.field.title,
            telling.before(one),
            telling.after(one),
        )
        for one in field_changes(change_set.changes)
    ]
