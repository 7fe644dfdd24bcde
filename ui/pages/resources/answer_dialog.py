"""Asks what a partner offers for a need, with what is missing already filled in."""

from typing import Any

from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.layouts import button, column, label
from ui.pages.resources.asking import FieldRows
from ui.widgets.dialog import Dialog
from workbook.measures.needs import NeedCoverage
from workbook.money import Money
from workbook.resources import AddAnswer
from workbook.resources.wording import missing_in_words
from workbook.vocabularies import UNITS


class AnswerDialog(Dialog):
    """Adds one offer; `added` is its id."""

    def __init__(
        self, bridge: Bridge, coverage: NeedCoverage, provider_id: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.coverage = bridge, coverage
        self.added = ""
        self.setWindowTitle("Add an offer")
        self.setMinimumWidth(460)
        amount = _amount_field(coverage)
        self.fields = FieldRows(bridge, ("title", "provider", *((amount,) if amount else ())))
        given: dict[str, Any] = {"title": coverage.need.title, "provider": provider_id}
        if amount == "quantity":
            given["quantity"] = coverage.gap or None
        elif amount:
            given["value"] = Money(coverage.gap, coverage.unit) if coverage.gap else None
        for name, field_row in self.fields.rows.items():
            field_row.put_value(given[name])
        self._lay_out()

    def accept(self) -> None:
        """Add the offer if it can be; else say why not and stay."""
        values = self.fields.values()
        if values is None:
            return
        operation = AddAnswer(self.coverage.need.id, values["provider"], values)
        problems = self.bridge.attempt(operation, self)
        if problems:
            self.fields.show_problems(problems)
            return
        self.added = operation.record_id
        super().accept()

    def _lay_out(self) -> None:
        need = self.bridge.book.label("resources", self.coverage.need.id)
        box = column(self, "medium", "wide")
        box.addWidget(label("Add an offer", "title"))
        box.addWidget(label(f"For {need}. {missing_in_words(self.coverage, self.bridge.formats)}", "muted", wrap=True))
        box.addWidget(self.fields)
        box.addWidget(label("Category, activity and unit are taken over from the need.", "caption"))
        box.addSpacing(8)
        box.addLayout(self.feet(button("Add", "primary")))


def _amount_field(coverage: NeedCoverage) -> str:
    """Return the field in which the need counts its answers, or nothing where it names no amount."""
    if not coverage.unit:
        return ""
    return "quantity" if coverage.unit in UNITS else "value"
