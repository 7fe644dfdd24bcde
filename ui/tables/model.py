"""The one table model of the window."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.bridge import Bridge
from ui.findings import Findings, in_words
from ui.tables.rows import Belongs, Rows
from workbook.changes import ChangeSet
from workbook.checks import Finding
from workbook.fields import Field
from workbook.records import Record

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_TOO_MANY = 40
NUMERIC = ("whole", "number", "percent", "money")


class RecordModel(QAbstractTableModel):
    """Shows the records of one type; edits go out as a wish and come back as a change set.

    `edit_requested` carries the record's id, the field's name and the value; it is answered at once, by `refuse` or by
    the workbook's change set, which alone changes what is shown.
    """

    edit_requested = Signal(str, str, object)
    count_changed = Signal()

    def __init__(
        self,
        bridge: Bridge,
        findings: Findings,
        type_name: str,
        columns: tuple[str, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.findings = bridge, findings
        self.type_name = type_name
        self.rows = Rows(bridge, type_name, columns)
        self.refusal = ""
        self._language = bridge.formats.language
        bridge.changed.connect(self._on_changed)
        findings.changed.connect(self._on_findings_changed)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows.ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if self.is_fixed(index.column()) else flags | Qt.ItemFlag.ItemIsEditable

    def is_fixed(self, column: int) -> bool:
        """Say whether a column is written by the program, or makes up the record and so cannot be changed."""
        field = self.rows.fields[column]
        return field.internal or (field.name in self.rows.record_type.key and self.type_name != "plan")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows.texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return self.value(index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._explained(index)
        if role == Qt.ItemDataRole.TextAlignmentRole and self.rows.fields[index.column()].kind in NUMERIC:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        field = self.rows.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return field.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return field.help or field.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if field.kind in NUMERIC else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for an edit; returns whether it was accepted, `refusal` holding the sentence if it was not."""
        self.refusal = ""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.edit_requested.emit(self.rows.ids[index.row()], self.field(index).name, value)
        return not self.refusal

    def refuse(self, sentence: str) -> None:
        """Take the answer to `edit_requested` that it cannot be."""
        self.refusal = sentence

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.rows.order = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        kept = [(self.rows.ids[index.row()], index.column()) for index in old]
        self.rows.arrange()
        self.changePersistentIndexList(old, [self.index(self.rows.place(one), at) for one, at in kept])
        self.layoutChanged.emit()

    def show_only(self, text: str) -> None:
        """Show the rows that hold every word of this text."""
        if text != self.rows.filter:
            self.rows.filter = text
            self._rearrange()

    def restrict(self, belongs: Belongs | None) -> None:
        """Show only the records that belong somewhere, as to one agreement."""
        self.rows.belongs = belongs
        self._rearrange()

    def field(self, index: Index) -> Field:
        return self.rows.fields[index.column()]

    def record(self, row: int) -> Record | None:
        return self.rows.record(row)

    def value(self, index: Index) -> Any:
        record = self.rows.record(index.row())
        return None if record is None else getattr(record, self.field(index).name)

    def findings_at(self, index: Index) -> tuple[Finding, ...]:
        """Return the findings of a cell; the first cell of a row stands for the whole record."""
        record_id = self.rows.ids[index.row()]
        if index.column() == 0:
            return tuple(self.findings.of_record(self.type_name, record_id))
        return self.findings.of_field(self.type_name, record_id, self.field(index).name)

    def _explained(self, index: Index) -> str:
        text = self.rows.texts(index.row())[index.column()]
        lines = [in_words(found) for found in self.findings_at(index)]
        return "\n\n".join([text, *lines]) if lines else text

    def _rearrange(self) -> None:
        self.beginResetModel()
        self.rows.arrange()
        self.endResetModel()
        self.count_changed.emit()

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        own = tuple(change for change in change_set.changes if change.type == self.type_name)
        others = tuple(change for change in change_set.changes if change.type != self.type_name)
        if self.bridge.formats.language != self._language or len(own) > _TOO_MANY:
            self._language = self.bridge.formats.language
            self.rows.forget_all()
            self._rearrange()
            return
        for record_id, columns in self.rows.touched_by(change_set.changes if own else others).items():
            self._cells_changed(record_id, columns)
        for change in own:
            if change.action == "added":
                self._added(change.id)
            elif change.action == "removed":
                self._removed(change.id)
            else:
                names = change.after or {}
                touched = {at for at, field in enumerate(self.rows.fields) if field.name in names}
                self._cells_changed(change.id, touched)

    def _added(self, record_id: str) -> None:
        record = self.bridge.book.get(self.type_name, record_id)
        if record is None or self.rows.place(record_id) >= 0 or not self.rows.matches(record):
            return
        end = len(self.rows.ids)
        self.beginInsertRows(_TOP, end, end)
        self.rows.append(record_id)
        self.endInsertRows()
        self.count_changed.emit()

    def _removed(self, record_id: str) -> None:
        row = self.rows.place(record_id)
        if row < 0:
            return
        self.beginRemoveRows(_TOP, row, row)
        self.rows.drop(row)
        self.endRemoveRows()
        self.count_changed.emit()

    def _cells_changed(self, record_id: str, columns: set[int]) -> None:
        row = self.rows.place(record_id)
        self.rows.forget(record_id)
        if row >= 0 and columns:
            self.dataChanged.emit(self.index(row, min(columns)), self.index(row, max(columns)))

    def _on_findings_changed(self) -> None:
        if self.rows.ids and self.rows.fields:
            last = self.index(len(self.rows.ids) - 1, len(self.rows.fields) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole])
