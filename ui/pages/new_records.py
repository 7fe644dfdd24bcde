"""New records in a table: what they take from where somebody stands, and where to go on with them."""

from collections.abc import Callable
from typing import Any

from ui.desk import Desk
from ui.forms.new_record import NewRecordDialog
from ui.tables.view import RecordView
from workbook.kinds import KINDS
from workbook.operations import AddRecord
from workbook.records import RECORD_TYPES


class NewRecords:
    """Makes records of the type of a table. `owner` returns the whole whose parts alone are shown, or nothing."""

    def __init__(self, desk: Desk, type_name: str, view: RecordView, owner: Callable[[], str]) -> None:
        self.desk, self.view, self.owner = desk, view, owner
        self.type_name, self.record_type = type_name, RECORD_TYPES[type_name]

    def ask(self) -> str:
        """Ask for what a new record cannot be without; returns its id, or nothing where somebody thought better."""
        dialog = NewRecordDialog(self.desk.bridge, self.type_name, self._given(), self.view.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        return added or ""

    def duplicate(self, initiator: object) -> str:
        """Make another record like the current one; returns its id, or nothing where that cannot be."""
        record = self.desk.bridge.book.get(self.type_name, self.view.current_id())
        if record is None:
            return ""
        skipped = {"code", *(field.name for field in self.record_type.fields if field.internal)}
        given: dict[str, Any] = {name: getattr(record, name) for name in self.record_type.names if name not in skipped}
        name = self.record_type.label
        if KINDS[self.record_type.by_name[name].kind].name == "line":
            given[name] = f"{given[name]} (copy)"
        operation = AddRecord(self.type_name, given)
        return operation.record_id if self.desk.bridge.do(operation, initiator) else ""

    def first_open(self, record_id: str) -> str:
        """Return the first column that waits for something; who types on after adding means that, and no code."""
        record, fields = self.desk.bridge.book.get(self.type_name, record_id), self.view.records.rows.fields
        still_open = [
            one.name for one in fields if one.expected and KINDS[one.kind].is_blank(getattr(record, one.name))
        ]
        return still_open[0] if still_open else self.record_type.label

    def given_by_owner(self) -> dict[str, Any]:
        """Return what every record is a part of while only the parts of one whole are shown."""
        part_of = self.record_type.owner
        return {part_of.name: self.owner()} if part_of is not None and self.owner() else {}

    def _given(self) -> dict[str, Any]:
        """Return what a new record takes from the one that is chosen: what it is a part of."""
        record = self.desk.bridge.book.get(self.type_name, self.view.current_id())
        part_of = self.record_type.owner
        held = {} if record is None or part_of is None else {part_of.name: getattr(record, part_of.name)}
        return {**held, **self.given_by_owner()}
