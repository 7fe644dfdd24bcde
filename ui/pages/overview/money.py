"""Money by state, cash and in-kind apart, each currency for itself."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk import Desk
from ui.layouts import button, clear, label
from ui.widgets.card import Card
from workbook.measures.resources import Column, ledger
from workbook.money import Money

_RIGHT = Qt.AlignmentFlag.AlignRight


class MoneyTable(Card):
    """Needed, offered, pledged, committed, delivered; never one sum over two currencies."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Money and contributions", parent=parent)
        self.desk = desk
        self._grid = QGridLayout()
        self._grid.setContentsMargins(2, 0, 2, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.lines.addLayout(self._grid)
        lead = button("All needs, offers and commitments", "quiet")
        lead.clicked.connect(lambda _checked=False: desk.go_to("resources"))
        self._box.addWidget(lead)

    def refresh(self) -> None:
        clear(self._grid)
        sums = ledger(self.desk.bridge.book)
        if not any(one.rows for one in sums.columns):
            said = "Nothing is needed or offered yet. Needs and offers stand on the page Resources."
            self._grid.addWidget(label(said, "muted", wrap=True), 0, 0, 1, 3)
            return
        for place, title in enumerate(("", "Cash", "In kind")):
            self._grid.addWidget(label(title, "caption"), 0, place, _RIGHT if place else Qt.AlignmentFlag.AlignLeading)
        number = 1
        for state in sums.columns:
            for at, currency in enumerate(sums.currencies or ("",)):
                self._add_row(number, state, currency, is_first=at == 0)
                number += 1
        open_lines = sum(state.without_value for state in sums.columns)
        if open_lines:
            said = f"{open_lines} lines have no value yet and are not in these sums."
            self._grid.addWidget(label(said, "caption", wrap=True), number, 0, 1, 3)

    def _add_row(self, number: int, state: Column, currency: str, *, is_first: bool) -> None:
        self._grid.addWidget(label(state.title if is_first else ""), number, 0)
        for place, sums in ((1, state.cash), (2, state.in_kind)):
            self._grid.addWidget(label(self._amount(sums.get(currency), currency)), number, place, _RIGHT)

    def _amount(self, amount: Decimal | None, currency: str) -> str:
        return "–" if amount is None else self.desk.bridge.formats.money(Money(amount, currency))
