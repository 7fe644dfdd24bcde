"""A few fields of a line, asked in a dialog: read together, refused each at its own place."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.forms.field_row import FieldRow, values_of
from ui.layouts import column, label
from workbook.kinds import Unacceptable
from workbook.operations import Problem
from workbook.records import RECORD_TYPES


class FieldRows(QWidget):
    """Rows of fields of the resources, and a line for what is wrong with none of them in particular."""

    def __init__(self, bridge: Bridge, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        declared = RECORD_TYPES["resources"].by_name
        self.rows = {name: FieldRow(declared[name], bridge) for name in names}
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.box = column(self, "medium")
        for field_row in self.rows.values():
            self.box.addWidget(field_row)
            field_row.edit_requested.connect(lambda name, _value: self.rows[name].refuse(""))
        self.box.addWidget(self.error)

    def values(self) -> dict[str, Any] | None:
        """Return what stands in the fields, or None after saying at each field why it cannot be read."""
        return values_of(self.rows)

    def readable(self, name: str) -> Any:
        """Return what stands in one field, or None as long as it cannot be read."""
        try:
            return self.rows[name].editor.value()
        except Unacceptable:
            return None

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each problem at its field, and the others below."""
        others = [problem.sentence for problem in problems if problem.field not in self.rows]
        for problem in problems:
            if problem.field in self.rows:
                self.rows[problem.field].refuse(problem.sentence)
        self.error.setText(" ".join(others))
        self.error.setVisible(bool(others))
