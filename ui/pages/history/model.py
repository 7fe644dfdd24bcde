"""The change sets of a workbook as a list, newest first, read a page at a time."""

from itertools import islice
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from ui.bridge import Bridge
from workbook.brought import BROUGHT
from workbook.changes import Change, ChangeSet
from workbook.differences import Telling, field_changes
from workbook.looking_back import Listed, Wanted, unfolded
from workbook.operations import snapshot_of
from workbook.states import backwards

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_PAGE = 200
_SLICE = 250
"""So many steps are looked at between two frames."""
TITLES = ("No.", "When", "Who", "What", "From", "Records")


class HistoryModel(QAbstractTableModel):
    """Reads more of the log when somebody scrolls, or while too few of the steps that it saw are wanted."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.shown: list[Listed] = []
        self.wanted = Wanted()
        self._lines: dict[str, tuple[str, ...]] = {}
        self._missing = 0
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        self._start()
        bridge.changed.connect(self._on_changed)
        self.fetchMore(_TOP)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._line(self.shown[index.row()])[index.column()]
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
        return not parent.isValid() and not self._is_read

    def fetchMore(self, parent: Index) -> None:
        self._missing = _PAGE
        self._read_on()

    def show_only(self, wanted: Wanted) -> None:
        """List the steps that are wanted; the log is read in slices, so that the window goes on meanwhile."""
        self.beginResetModel()
        self.wanted, self.shown = wanted, []
        self._start()
        self.endResetModel()
        self.fetchMore(_TOP)

    def _start(self) -> None:
        workbook = self.bridge.workbook
        self._coming = unfolded(backwards(workbook.history, workbook.seq))
        self._is_read = False

    def _read_on(self) -> None:
        """Look at one slice of the log; go on by timer while a page is not full."""
        slice_ = list(islice(self._coming, _SLICE))
        self._is_read = len(slice_) < _SLICE
        book = self.bridge.book
        found = [one for one in slice_ if self.wanted.matches(one.step, book)]
        if found:
            at = len(self.shown)
            self.beginInsertRows(_TOP, at, at + len(found) - 1)
            self.shown += found
            self.endInsertRows()
        self._missing -= len(found)
        if self._missing > 0 and not self._is_read:
            self._reading.start()

    def _line(self, one: Listed) -> tuple[str, ...]:
        """Return the texts of a step, kept while it is looked at."""
        if one.number not in self._lines:
            if len(self._lines) > _SLICE:
                self._lines.clear()
            self._lines[one.number] = self._texts(one)
        return self._lines[one.number]

    def _texts(self, one: Listed) -> tuple[str, ...]:
        step = one.step
        when = self.bridge.formats.moment(step.at.astimezone())
        title = step.title if step.salt else f"{step.title} (personal data erased)"
        named = snapshot_of(self.bridge.book, step.seq) if not one.place else None
        title = title if named is None else f"{title}   ·   “{named.name}”"
        return one.number, when, step.operator, title, step.source, str(len(step.changes))

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        self._lines.clear()
        if not change_set.salt or BROUGHT in change_set.values:  # earlier steps are not what they were, or more come
            self.show_only(self.wanted)
        elif self.wanted.matches(change_set, self.bridge.book):
            self.beginInsertRows(_TOP, 0, 0)
            self.shown.insert(0, Listed(change_set))
            self.endInsertRows()
        if any(change.type == "snapshots" for change in change_set.changes) and self.shown:
            self.dataChanged.emit(self.index(0, 3), self.index(len(self.shown) - 1, 3))


class Difference(NamedTuple):
    """One field of one record before and after a step."""

    change: Change
    field: str
    record: str
    title: str
    before: str
    after: str
    is_written: bool
    """The values are texts, in which single words can have changed."""


def differences(bridge: Bridge, change_set: ChangeSet, most: int) -> list[Difference]:
    """Return what a step changed, field by field, in the words of the declarations; single answers stay untold.

    Only the first `most` lines are put into words, as a step may touch everything.
    """
    telling = Telling(bridge.book, bridge.book, bridge.book, bridge.formats)
    return [
        Difference(
            one.change,
            one.field.name,
            telling.record(one.change),
            one.field.title,
            telling.before(one),
            telling.after(one),
            one.is_written,
        )
        for one in field_changes(change_set.changes[:most])[:most]
    ]
