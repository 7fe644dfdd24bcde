"""The rows of a table once more, each as one cell of time that can be read aloud."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.bridge import Bridge
from ui.tables.model import RecordModel
from workbook.changes import ChangeSet
from workbook.records import Activity
from workbook.scheduling import in_words

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class TimelineModel(QAbstractTableModel):
    """Follows a model of activities row by row; a proxy would ask that model for far more than its rows."""

    def __init__(self, source: RecordModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        source.modelAboutToBeReset.connect(self.beginResetModel)
        source.modelReset.connect(self.endResetModel)
        source.layoutAboutToBeChanged.connect(self.layoutAboutToBeChanged)
        source.layoutChanged.connect(self.layoutChanged)
        source.rowsAboutToBeInserted.connect(lambda _top, first, last: self.beginInsertRows(_TOP, first, last))
        source.rowsInserted.connect(self.endInsertRows)
        source.rowsAboutToBeRemoved.connect(lambda _top, first, last: self.beginRemoveRows(_TOP, first, last))
        source.rowsRemoved.connect(self.endRemoveRows)
        self.bridge.changed.connect(self._on_changed)

    @property
    def bridge(self) -> Bridge:
        return self.source.bridge

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self.source.rowCount()

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self.sentence(index.row())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return "Time"
        return None

    def activity(self, row: int) -> Activity | None:
        """Return the activity of a row, or nothing where the row heads a group."""
        record = self.source.record(row)
        return record if isinstance(record, Activity) else None

    def row_of(self, record_id: str) -> int:
        """Return the row of an activity, or -1 where it is not shown."""
        return self.source.rows.place(record_id)

    def sentence(self, row: int) -> str:
        """Say what a row shows."""
        activity = self.activity(row)
        if activity is not None:
            return in_words(self.bridge.book, activity, self.bridge.today(), self.bridge.formats)
        return " ".join(self.source.rows.texts(row)).strip() if 0 <= row < self.rowCount() else ""

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        """A link shows in the sentence of another row too, so all that are seen are drawn again."""
        if self.rowCount() and any(change.type == "activities" for change in change_set.changes):
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
