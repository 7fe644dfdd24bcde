"""Asks for a few fields of one record and carries out the one step that they are for."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.forms.field_row import FieldRow, values_of
from ui.layouts import button, column, label
from ui.widgets.dialog import Dialog
from workbook.operations import Operation
from workbook.records import RECORD_TYPES

Make = Callable[[Mapping[str, Any]], Operation]


class FieldsDialog(Dialog):
    """Rows for `names`, filled from `given`; `make` turns their values into the operation that is tried on accept."""

    def __init__(
        self,
        bridge: Bridge,
        type_name: str,
        names: tuple[str, ...],
        given: Mapping[str, Any],
        make: Make,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge, self.make = bridge, make
        self.operation: Operation | None = None
        record_type = RECORD_TYPES[type_name]
        self.rows = {name: FieldRow(record_type.by_name[name], bridge) for name in names}
        for name, field_row in self.rows.items():
            field_row.put_value(given.get(name, field_row.field.default))
            field_row.edit_requested.connect(self._on_filled_in)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.setMinimumWidth(460)

    def lay_out(self, title: str, lead: str, action: str) -> None:
        """Put the rows under a title and a sentence, with the button that does it."""
        self.setWindowTitle(title)
        self.keep = button(action, "primary")
        box = column(self, "medium", "wide")
        box.addWidget(label(title, "heading", wrap=True))
        if lead:
            box.addWidget(label(lead, "muted", wrap=True))
        for field_row in self.rows.values():
            box.addWidget(field_row)
        box.addWidget(self.error)
        box.addSpacing(4)
        box.addLayout(self.feet(self.keep))

    def accept(self) -> None:
        """Do it if it can be done; else say at each field why not and stay."""
        values = values_of(self.rows)
        if values is None:
            return
        operation = self.make(values)
        problems = self.bridge.attempt(operation, self)
        for problem in problems:
            if problem.field in self.rows:
                self.rows[problem.field].refuse(problem.sentence)
        rest = " ".join(problem.sentence for problem in problems if problem.field not in self.rows)
        self.error.setText(rest)
        self.error.setVisible(bool(rest))
        if not problems:
            self.operation = operation
            super().accept()

    def _on_filled_in(self, name: str, _value: object) -> None:
        self.rows[name].refuse("")


def asked(dialog: FieldsDialog) -> Operation | None:
    """Show a dialog; return what was done, or None."""
    dialog.exec()
    done = dialog.operation
    dialog.deleteLater()
    return done
