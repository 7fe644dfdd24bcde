"""The in-kind calculator: quantity, unit, rate and basis become an amount, with help for the category at hand."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editors.chosen import ChoiceEditor
from ui.editors.typed import LineEditor
from ui.layouts import button, column, frame, label, row
from ui.pages.resources.asking import FieldRows
from ui.widgets.dialog import Dialog
from workbook.money import Money
from workbook.operations import AddRecord, Operation
from workbook.records import Resource
from workbook.resources import (
    AddAnswer,
    RememberedRate,
    ValueInKind,
    guidance_for,
    remembered_rate,
    valuation,
    worth,
)
from workbook.resources.valuing import COUNTED_ONCE
from workbook.vocabularies import RESOURCE_CATEGORIES, UNITS, VALUATION_BASES

_VALUED = ("quantity", "unit", "rate", "basis", "evidence")
_ABOUT = ("title", "provider", "category")


class InKindDialog(Dialog):
    """Values a line, or makes a new offer of what it values; everything is written in one step.

    `added` is the id of the line that was written.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        line: Resource | None = None,
        need_id: str = "",
        given: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.line, self.need_id = desk, line, need_id
        self.given = dict(given or {})
        self.added = ""
        self.setWindowTitle("Value in kind")
        self.fields = FieldRows(desk.bridge, _VALUED if line is not None else (*_ABOUT, *_VALUED))
        self.amount = label("", "number", wrap=True)
        self.sum_words = label("", "muted", wrap=True)
        self.guide, self.basis_help = label("", wrap=True), label("", "muted", wrap=True)
        self.evidence_help = label("", wrap=True)
        self.remembered_words = label("", "muted", wrap=True)
        self.use_rate = button("Use this rate", "quiet")
        self._remembered: RememberedRate | None = None
        self._lay_out()
        self._fill_in()
        self._follow()
        self.refresh()

    @property
    def category(self) -> str | None:
        """The category of what is valued."""
        if self.line is not None:
            return self.line.category
        chosen = self.fields.readable("category")
        return chosen if isinstance(chosen, str) else None

    def refresh(self) -> None:
        """Work everything out again from what stands in the fields."""
        self._show_result()
        self._show_help()
        self._show_remembered()

    def accept(self) -> None:
        """Write it down if it can be; else say why not and stay."""
        values = self.fields.values()
        if values is None:
            return
        operation = self._operation(values)
        problems = self.desk.bridge.attempt(operation, self)
        if problems:
            self.fields.show_problems(problems)
            return
        self.added = self.line.id if self.line is not None else getattr(operation, "record_id", "")
        super().accept()

    def _operation(self, values: dict[str, Any]) -> Operation:
        if self.line is not None:
            return ValueInKind(self.line.id, values)
        fields = valuation({**self.given, **values})
        if self.need_id:
            return AddAnswer(self.need_id, values["provider"], fields)
        return AddRecord("resources", {"kind": "offer", "status": "offered", **fields})

    def _fill_in(self) -> None:
        for name, field_row in self.fields.rows.items():
            value = getattr(self.line, name) if self.line is not None else self.given.get(name)
            field_row.put_value(value if value is not None else field_row.field.default)
        guidance = guidance_for(self.category)
        first = {"unit": guidance.units, "basis": guidance.bases}
        for name, terms in first.items():
            if terms and self.fields.readable(name) is None:
                self.fields.rows[name].put_value(terms[0])

    def _follow(self) -> None:
        for field_row in self.fields.rows.values():
            editor = field_row.editor
            if isinstance(editor, LineEditor):
                editor.line.textChanged.connect(self._on_changed)
            elif isinstance(editor, ChoiceEditor):
                editor.box.currentIndexChanged.connect(self._on_changed)
        self.use_rate.clicked.connect(self._on_rate_taken)

    def _on_changed(self) -> None:
        self.refresh()

    def _on_rate_taken(self) -> None:
        if self._remembered is None:
            return
        kept = self._remembered
        self.fields.rows["rate"].put_value(kept.rate)
        for name, value in (("unit", kept.unit), ("basis", kept.basis)):
            if value is not None:
                self.fields.rows[name].put_value(value)
        self.refresh()
        self.fields.rows["rate"].editor.setFocus()

    def _show_result(self) -> None:
        quantity, rate = self.fields.readable("quantity"), self.fields.readable("rate")
        unit, basis = self.fields.readable("unit"), self.fields.readable("basis")
        found = worth(quantity, rate)
        formats = self.desk.bridge.formats
        if basis == "not_valued":
            self.amount.setText("Not valued")
            self.sum_words.setText("It is listed and counted, and stays out of every sum.")
        elif found is None:
            self.amount.setText("–")
            lacking = [word for word, value in (("a quantity", quantity), ("a rate", rate)) if value is None]
            self.sum_words.setText(f"Still needs {' and '.join(lacking)}.")
        else:
            self.amount.setText(formats.money(Money(round(found.amount, 2), found.currency)))
            word = f" {UNITS.title(unit).lower()}" if unit else ""
            self.sum_words.setText(f"{formats.number(quantity)} × {formats.money(rate)}{' per' + word if word else ''}")
        self.amount.setAccessibleName(f"Value: {self.amount.text()}")

    def _show_help(self) -> None:
        guidance = guidance_for(self.category)
        title = RESOURCE_CATEGORIES.title(self.category) if self.category else "Any contribution"
        self._guide_title.setText(title)
        self.guide.setText(guidance.how)
        self.evidence_help.setText(f"Keep: {guidance.evidence}")
        basis = self.fields.readable("basis")
        self.basis_help.setText(f"{VALUATION_BASES.title(basis)}: {VALUATION_BASES[basis].help}" if basis else "")
        self.basis_help.setVisible(bool(basis))

    def _show_remembered(self) -> None:
        book = self.desk.bridge.book
        rate = self.fields.readable("rate")
        currency = rate.currency if rate is not None else book.plan.currency
        besides = self.line.id if self.line is not None else ""
        unit = self.fields.readable("unit")
        found = remembered_rate(book, self.category, currency, unit, besides=besides)
        found = found or remembered_rate(book, self.category, currency, besides=besides)
        self._remembered = found if found is not None and found.rate != rate else None
        self.use_rate.setVisible(self._remembered is not None)
        self.remembered_words.setVisible(self._remembered is not None)
        if self._remembered is not None:
            kept = self._remembered
            per = f" per {UNITS.title(kept.unit).lower()}" if kept.unit else ""
            words = f"{self.desk.bridge.formats.money(kept.rate)}{per}, as in {book.label('resources', kept.line.id)}"
            self.remembered_words.setText(f"Used last for this category: {words}.")
            self.use_rate.setAccessibleName(f"Use the rate {words}")

    def _lay_out(self) -> None:
        self.resize(860, 640)
        self._guide_title = label("", "heading", wrap=True)
        sides = row(gap="wide")
        sides.addWidget(self._scrolled(), 5)
        sides.addWidget(self._side(), 4)
        box = column(self, "medium", "wide")
        box.addWidget(label("What is it worth?", "title"))
        about = self.desk.bridge.book.label("resources", self.line.id) if self.line is not None else self._for_need()
        box.addWidget(label(about, "muted", wrap=True))
        box.addLayout(sides, 1)
        box.addLayout(self.feet(button("Write it down", "primary")))

    def _for_need(self) -> str:
        if self.need_id:
            return f"A new in-kind offer for {self.desk.bridge.book.label('resources', self.need_id)}"
        return "A new in-kind offer"

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner_box = QVBoxLayout(inner)
        inner_box.setContentsMargins(2, 2, 8, 2)
        inner_box.addWidget(self.fields)
        rate_row = self.fields.rows["rate"].layout()
        if isinstance(rate_row, QVBoxLayout):
            offered = row(gap="small")
            offered.addWidget(self.remembered_words, 1)
            offered.addWidget(self.use_rate)
            rate_row.addLayout(offered)
        inner_box.addStretch(1)
        return _scrolling(inner, "What is valued")

    def _side(self) -> QWidget:
        side = frame("card_accent")
        box = column(side, "small", "large")
        box.addWidget(label("Value", "caption"))
        box.addWidget(self.amount)
        box.addWidget(self.sum_words)
        box.addSpacing(6)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        help_box = column(inner, "small")
        for words in (self._guide_title, self.guide, self.basis_help, self.evidence_help):
            help_box.addWidget(words)
        help_box.addWidget(label(COUNTED_ONCE, "caption", wrap=True))
        help_box.addStretch(1)
        box.addWidget(_scrolling(inner, "How it is valued"), 1)
        return side


def _scrolling(inner: QWidget, name: str) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    scroll.setAccessibleName(name)
    return scroll


def value_in_kind(
    desk: Desk,
    parent: QWidget,
    *,
    line: Resource | None = None,
    need_id: str = "",
    given: Mapping[str, Any] | None = None,
) -> str:
    """Ask what something is worth; returns the id of the line that was written, or nothing."""
    if line is not None and line.category == "cash":
        desk.say(f"{desk.bridge.book.label('resources', line.id)} is cash, and needs no valuation.", "warning")
        return ""
    dialog = InKindDialog(desk, parent, line=line, need_id=need_id, given=given)
    dialog.exec()
    added = dialog.added
    dialog.deleteLater()
    return added
