"""The one table model of the window."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.bridge import Bridge
from ui.findings import Findings, in_words
from ui.tables.moves import RowMoves
from ui.tables.rows import Belongs, Group, Rows
from workbook.changes import ChangeSet
from workbook.checks import Finding
from workbook.fields import Field
from workbook.narrowing import Wish, terms
from workbook.records import Record

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_TOO_MANY = 40
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITED = _FIXED | Qt.ItemFlag.ItemIsEditable
NUMERIC = ("whole", "number", "percent", "money")


class RecordModel(QAbstractTableModel):
    """Shows the records of one type; edits go out as a wish and come back as a change set.

    `edit_requested` carries the record's id, the field's name and the value; it is answered at once, by `refuse` or by
    the workbook's change set, which alone changes what is shown. `several_requested` carries several ids.
    """

    edit_requested = Signal(str, str, object)
    several_requested = Signal(object, str, object)
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
        self.moves = RowMoves(self, self.rows)
        self.refusal = ""
        self._language = bridge.formats.language
        bridge.changed.connect(self._on_changed)
        findings.changed.connect(self._on_findings_changed)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows.ids)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        fixed = self.is_fixed(index.column()) or self.rows.heading(index.row()) is not None
        return _FIXED if fixed else _EDITED

    def is_fixed(self, column: int) -> bool:
        """Say whether a column is written by the program, or makes up the record and so cannot be changed."""
        field = self.rows.fields[column]
        return field.internal or field.fixed or (field.name in self.rows.record_type.key and self.type_name != "plan")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self.rows.heading(index.row()) if index.isValid() else None
        if group is not None or not index.isValid():
            return None if group is None else self._of_heading(group, index.column(), role)
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
            is_heading = self.rows.heading(section) is not None
            text = "" if is_heading else str(self.rows.number(section))
            return text if role == Qt.ItemDataRole.DisplayRole else None
        field = self.rows.fields[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return field.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(field)
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

    def set_in_several(self, record_ids: tuple[str, ...], name: str, value: Any) -> bool:
        """Ask for one value in a field of several records; answered as `setData`."""
        self.refusal = ""
        self.several_requested.emit(record_ids, name, value)
        return not self.refusal

    def refuse(self, sentence: str) -> None:
        """Take the answer to what was asked for that it cannot be."""
        self.refusal = sentence

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        name = "" if column < 0 else self.rows.fields[column].name
        self.order_by(name, descending=order == Qt.SortOrder.DescendingOrder)

    def order_by(self, name: str, *, descending: bool = False) -> None:
        """Order the rows by a field, shown or not; by nothing in the order in which they were made."""
        self.rows.order = (name, descending) if name else None
        with self.moves.reordered():
            self.rows.arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def show_columns(self, names: tuple[str, ...]) -> None:
        """Show other columns, in this order."""
        if names != tuple(field.name for field in self.rows.fields):
            self.beginResetModel()
            self.rows.show(names)
            if self.rows.filter:  # it looks at what is shown
                self.rows.arrange()
            self.endResetModel()
            self.count_changed.emit()

    def show_only(self, text: str) -> None:
        """Show the rows that hold every word of this text."""
        if text != self.rows.filter:
            self.rows.filter = text
            self._rearrange()

    def restrict(self, belongs: Belongs | None) -> None:
        """Show only the records that belong somewhere, as to one agreement."""
        self.rows.belongs = belongs
        self._rearrange()

    def want(self, wanted: Mapping[str, Wish]) -> None:
        """Show only the records that meet what is wished of each of these fields."""
        if wanted != self.rows.wanted:
            self.rows.wanted = dict(wanted)
            self._rearrange()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))

    def group_by(self, name: str, folded: frozenset[str] = frozenset()) -> None:
        """Put the rows into groups by a field, or with nothing into none."""
        field = self.rows.record_type.by_name[name] if name else None
        if field is not self.rows.group:
            self.rows.group, self.rows.folded = field, set(folded)
            self._rearrange()

    def fold(self, group: Group, *, folded: bool) -> None:
        """Hide or show the rows of a group."""
        self.moves.fold(group, folded=folded)

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

    def _of_heading(self, group: Group, column: int, role: int) -> Any:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{self.rows.said(group)}, {'folded' if self.rows.is_folded(group) else 'unfolded'}"
        return group.title if role == Qt.ItemDataRole.DisplayRole and not column else None

    def _heard(self, field: Field) -> str:
        """Say what a screen reader cannot see beside a title: the order and the filter."""
        words = [field.title]
        if self.rows.order is not None and self.rows.order[0] == field.name:
            words.append("sorted downwards" if self.rows.order[1] else "sorted upwards")
        if field.name in self.rows.wanted:
            words.append("filtered")
        return ", ".join(words)

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
        self.rows.forget_values()
        self._names_changed(self.rows.touched_by(change_set.changes if own else others))
        self._name_groups_anew(change_set)
        for change in own:
            if change.action == "added":
                self._added(change.id)
            elif change.action == "removed":
                self._removed(change.id)
            else:
                names = change.after or {}
                touched = {at for at, field in enumerate(self.rows.fields) if field.name in names}
                self._cells_changed(change.id, touched)
                if self.rows.group is not None and self.rows.group.name in names:
                    self._regroup(change.id)

    def _added(self, record_id: str) -> None:
        record = self.bridge.book.get(self.type_name, record_id)
        listed = self.rows.place(record_id) >= 0 or self.rows.group_of(record_id) is not None
        if record is None or listed or not self.rows.matches(record):
            return
        self.moves.join(record)
        self.count_changed.emit()

    def _removed(self, record_id: str) -> None:
        if self.rows.place(record_id) < 0 and self.rows.group_of(record_id) is None:
            return
        self.rows.forget(record_id)
        self.moves.leave(record_id)
        self.count_changed.emit()

    def _regroup(self, record_id: str) -> None:
        record = self.bridge.book.get(self.type_name, record_id)
        if record is not None:
            self.moves.regroup(record)

    def _names_changed(self, touched: dict[str, set[int]]) -> None:
        """Show anew the cells that name records which are called otherwise now."""
        if len(touched) <= _TOO_MANY:
            for record_id, columns in touched.items():
                self._cells_changed(record_id, columns)
            return
        for record_id in touched:
            self.rows.forget(record_id)
        last = self.index(len(self.rows.ids) - 1, len(self.rows.fields) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _name_groups_anew(self, change_set: ChangeSet) -> None:
        by = self.rows.group
        if by is None or not by.is_reference or all(change.type != by.target for change in change_set.changes):
            return
        for group in self.rows.groups.values():
            group.title = terms.title_of(by, group.key, self.bridge.reading)
            self.moves.row_changed(group.id)

    def _cells_changed(self, record_id: str, columns: set[int]) -> None:
        row = self.rows.place(record_id)
        self.rows.forget(record_id)
        if row >= 0 and columns:
            self.dataChanged.emit(self.index(row, min(columns)), self.index(row, max(columns)))

    def _on_findings_changed(self) -> None:
        if self.rows.ids and self.rows.fields:
            last = self.index(len(self.rows.ids) - 1, len(self.rows.fields) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DecorationRole])
