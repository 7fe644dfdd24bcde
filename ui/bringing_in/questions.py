"""What a person is asked about a file: which table, what its rows are, and what the file itself does not tell."""

from collections.abc import Sequence

from babel.numbers import is_currency
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.editors.chosen import Box
from ui.layouts import column, label, row, wrapping_row
from ui.theme import room
from workbook.bringing_in.columns import Looked
from workbook.bringing_in.kinds_of_rows import ROW_KINDS
from workbook.bringing_in.results import Answers, ReadRows

ATTENDANCE = "attendance"
"""Stands for rows that are people who came to a session, which are counted and not records of their own."""
_ORDERS = (("Choose how dates are meant…", ""), ("Day first: 31/12", "day"), ("Month first: 12/31", "month"))
_SHORT = 96


class Questions(QWidget):
    """Shows only the questions that a file leaves open, and those that were answered."""

    table_chosen = Signal()
    kind_chosen = Signal()
    answered = Signal()

    def __init__(self, tables: Sequence[Looked]) -> None:
        super().__init__()
        self.table, self.kind, self.order = Box(), Box(), Box()
        self.year, self.currency = QLineEdit(), QLineEdit()
        self.adds_partners = QCheckBox("Add the partners that rows name")
        for looked in tables:
            title = f" “{looked.table.title}”" if looked.table.title else ""
            self.table.addItem(f"{looked.table.place}{title}: {len(looked.table.rows):,} rows")
        for type_name, kind in ROW_KINDS.items():
            self.kind.addItem(kind.record_type.titles, type_name)
        self.kind.addItem("People at a session", ATTENDANCE)
        for title, key in _ORDERS:
            self.order.addItem(title, key)
        self._lay_out()
        self._connect()

    @property
    def kind_name(self) -> str:
        """Return the type of records that the rows are, or `ATTENDANCE`."""
        return str(self.kind.currentData())

    @property
    def told_year(self) -> int | None:
        """Return the year that somebody gave to headings which name none."""
        text = self.year.text().strip()
        return int(text) if text.isdecimal() and 1900 <= int(text) <= 2199 else None

    def answers(self, decided: dict[int, bool]) -> Answers:
        """Return all that was answered; `decided` is what was said of single rows."""
        currency = self.currency.text().strip().upper()
        known = currency if is_currency(currency) else ""
        return Answers(self.order.currentData(), decided, None, self.adds_partners.isChecked(), known)

    def show_kind(self, type_name: str) -> None:
        """Say what the rows are, as proposed."""
        self.kind.setCurrentIndex(self.kind.findData(type_name))

    def begin_anew(self) -> None:
        """Forget the answers about another table."""
        self.order.setCurrentIndex(0)
        self.year.clear()
        self.currency.clear()
        self.adds_partners.setChecked(False)
        self.show_open(None, asks_year=False)

    def show_open(self, read: ReadRows | None, *, asks_year: bool) -> None:
        """Show what a file as it was read leaves open."""
        self.order.setVisible(bool((read and read.open_days) or self.order.currentData()))
        for part, is_shown in (
            (self._year_part, asks_year or bool(self.year.text())),
            (self._currency_part, bool((read and read.assumed) or self.currency.text())),
        ):
            part.setVisible(is_shown)
        if read and read.assumed:
            self.currency.setPlaceholderText(read.assumed)
        absent = len(read.absent) if read else 0
        if absent:
            partners = "partner" if absent == 1 else f"{absent:,} partners"
            self.adds_partners.setText(f"Add the {partners} that rows name and that are not here")
        self.adds_partners.setVisible(bool(absent) or self.adds_partners.isChecked())

    def _lay_out(self) -> None:
        box = column(self, "small", "")
        head = row()
        for words, choice, width in (("&Table", self.table, 2), ("Its &rows are", self.kind, 1)):
            named = label(words, "label")
            named.setBuddy(choice)
            head.addWidget(named)
            head.addWidget(choice, width)
        box.addLayout(head)
        more = wrapping_row()
        self._year_part = self._short("&Year of headings without one", self.year, "2027")
        self._currency_part = self._short("Amounts without a &currency are in", self.currency, "EUR")
        for part in (self.order, self._year_part, self._currency_part, self.adds_partners):
            more.addWidget(part)
        box.addLayout(more)
        for one, name in ((self.table, "Table"), (self.kind, "Its rows are"), (self.order, "Dates such as 03/04")):
            one.setAccessibleName(name)
            one.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            one.setMinimumContentsLength(16)
        self.show_open(None, asks_year=False)

    @staticmethod
    def _short(words: str, line: QLineEdit, example: str) -> QWidget:
        part = QWidget()
        named = label(words, "label")
        named.setBuddy(line)
        line.setPlaceholderText(example)
        line.setMaximumWidth(room(_SHORT))
        box = row(part)
        box.addWidget(named)
        box.addWidget(line)
        return part

    def _connect(self) -> None:
        self.table.activated.connect(lambda _at: self.table_chosen.emit())
        self.kind.activated.connect(lambda _at: self.kind_chosen.emit())
        self.order.activated.connect(lambda _at: self.answered.emit())
        self.adds_partners.clicked.connect(lambda _on: self.answered.emit())
        for line in (self.year, self.currency):
            line.editingFinished.connect(self.answered)
