"""Asks for what a new record cannot be without and what is known of it; the rest can be filled in afterwards."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.bridge import Bridge
from ui.forms.field_row import FieldRow, values_of
from ui.forms.similar import SimilarHint
from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog
from workbook.operations import AddRecord
from workbook.records import RECORD_TYPES, RecordType


def asked_first(record_type: RecordType) -> tuple[str, ...]:
    """Return the fields without which a record cannot be made, those that make it up included."""
    return tuple(
        field.name
        for field in record_type.fields
        if field.required or (field.name in record_type.key and not field.internal)
    )


class NewRecordDialog(Dialog):
    """Adds one record, or several one after the other.

    `added` holds the id of the record to show afterwards: the last one added, or one like it that was there already.
    """

    def __init__(self, bridge: Bridge, type_name: str, given: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.record_type = bridge, RECORD_TYPES[type_name]
        self.added = ""
        self.setWindowTitle(f"Add: {self.record_type.title.lower()}")
        self.setMinimumWidth(460)
        asked = dict.fromkeys((*asked_first(self.record_type), *given))
        self.rows = {name: FieldRow(self.record_type.by_name[name], bridge) for name in asked}
        self.similar = SimilarHint(bridge, type_name, self.rows)
        self.similar.open_requested.connect(self._on_similar_chosen)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._another = QCheckBox("Add another after this one")
        self._add = button("Add", "primary")
        self._add.setDefault(True)
        self._lay_out()
        for name, field_row in self.rows.items():
            field_row.put_value(given.get(name, field_row.field.default))
            field_row.edit_requested.connect(self._on_filled_in)
        self._focus_first()

    def accept(self) -> None:
        """Add the record if it can be; else say at each field why not and stay."""
        values = values_of(self.rows)
        if values is None:
            return
        operation = AddRecord(self.record_type.name, values)
        problems = self.bridge.attempt(operation, self)
        if problems:
            self._show(problems)
            return
        self.added = operation.record_id
        if not self._another.isChecked():
            super().accept()
            return
        for name, field_row in self.rows.items():
            if field_row.field.kind not in ("reference", "choice"):
                field_row.put_value(self.record_type.by_name[name].default)
        self._focus_first()

    def reject(self) -> None:
        """Close; what was added on the way stays added."""
        if self.added:
            super().accept()
        else:
            super().reject()

    def _show(self, problems: Any) -> None:
        rest = []
        for problem in problems:
            if problem.field in self.rows:
                self.rows[problem.field].refuse(problem.sentence)
            else:
                rest.append(problem.sentence)
        self._error.setText(" ".join(rest))
        self._error.setVisible(bool(rest))
        first = next((r for name, r in self.rows.items() if any(p.field == name for p in problems)), None)
        if first is not None:
            first.editor.control.setFocus()

    def _on_similar_chosen(self, record_id: str) -> None:
        self.added = record_id
        super().accept()

    def _on_filled_in(self, name: str, _value: object) -> None:
        self.rows[name].refuse("")

    def _focus_first(self) -> None:
        for field_row in self.rows.values():
            if field_row.editor.kind.is_blank(field_row.editor.value()):
                field_row.editor.setFocus()
                return

    def _lay_out(self) -> None:
        cancel = button("Close")
        cancel.clicked.connect(self.reject)
        self._add.clicked.connect(self.accept)
        box = column(self, "medium", "wide")
        box.addWidget(label(f"New {self.record_type.title.lower()}", "title"))
        if self.record_type.help:
            box.addWidget(label(self.record_type.help, "muted", wrap=True))
        for field_row in self.rows.values():
            box.addWidget(field_row)
        box.addWidget(self.similar)
        box.addWidget(self._error)
        box.addWidget(label("The rest can be filled in afterwards.", "caption"))
        feet = wrapping_row()
        feet.addWidget(self._another)
        feet.addStretch(1)
        feet.addWidget(cancel)
        feet.addWidget(self._add)
        box.addSpacing(8)
        box.addLayout(feet)
