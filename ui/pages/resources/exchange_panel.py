"""Per partner: what it gives and what it gains, and what nobody has said yet."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.bridge import Bridge
from ui.desk import Desk
from ui.grids import Face, MatrixModel, MatrixView, Title
from ui.layouts import button, column, frame, label, row
from ui.pages.panel import Panel
from ui.theme import set_role
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.measures.exchange import Exchange, exchanges
from workbook.measures.figure import Sums
from workbook.money import Money
from workbook.records import Partner
from workbook.vocabularies import PARTNER_ROLES

_READ = frozenset({"resources", "partners", "plan"})
_COLUMNS = {
    "cash": ("Cash", "committed", 102),
    "cash_arrived": ("Cash", "arrived", 102),
    "in_kind": ("In kind", "committed", 102),
    "in_kind_arrived": ("In kind", "arrived", 102),
    "non_valued": ("Not valued", "lines", 84),
    "promised": ("Not yet firm", "lines", 94),
    "own_objective": ("Own", "objective", 84),
    "expected_benefit": ("Expected", "gain", 84),
    "missing": ("Still", "missing", 98),
}
_MONEY = ("cash", "cash_arrived", "in_kind", "in_kind_arrived")
_SAID = ("own_objective", "expected_benefit")


class ExchangeModel(MatrixModel):
    """One row for each partner; money of each currency for itself."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.held: dict[str, Exchange] = {}

    def refresh(self) -> None:
        """Read the book again."""
        self.held = {one.partner.id: one for one in exchanges(self.bridge.book)}
        self.show(tuple(self.held), tuple(_COLUMNS))
        self.all_changed()

    def row_title(self, row: str) -> Title:
        partner = self.held[row].partner
        roles = ", ".join(PARTNER_ROLES.title(role) for role in partner.roles)
        return Title(f"{partner.code} {partner.name}".strip(), tip=f"{partner.name}. Roles: {roles or 'none yet'}.")

    def column_title(self, column: str) -> Title:
        words, under, _ = _COLUMNS[column]
        return Title(words, under)

    def face(self, row: str, column: str) -> Face:
        one = self.held[row]
        if column in _MONEY:
            return self._money_face(getattr(one, column))
        if column == "missing":
            count = len(one.missing)
            if not count:
                return Face("nothing", mark="check-circle", role="good")
            return Face(f"{count} thing{'s' if count > 1 else ''}", mark="warning-circle", role="warning")
        if column in _SAID:
            is_said = bool(getattr(one.partner, column).strip())
            return Face("said", mark="check", role="good") if is_said else Face("not said", role="muted")
        count = getattr(one, column)
        return Face(str(count)) if count else Face("–", role="faint")

    def said(self, row: str, column: str) -> str:
        one = self.held[row]
        words, under, _ = _COLUMNS[column]
        title = f"{one.partner.name}, {words.lower()} {under}".strip()
        if column == "missing":
            return f"{title}: {'; '.join(one.missing) or 'nothing'}"
        if column in _SAID:
            return f"{title}: {getattr(one.partner, column).strip() or 'not said'}"
        if column in _MONEY:
            return f"{title}: {self._sums(getattr(one, column)) or 'none recorded'}"
        return f"{title}: {getattr(one, column)}"

    def _money_face(self, sums: Sums) -> Face:
        shown = self._each(sums)
        if not shown:
            return Face("–", role="faint")
        if len(shown) == 1:
            return Face(shown[0])
        more = f"+ {shown[1]}" if len(shown) == 2 else f"+ {len(shown) - 1} more currencies"
        return Face(shown[0], small=more)

    def _each(self, sums: Sums) -> list[str]:
        return [self.bridge.formats.money(Money(round(amount, 2), code)) for code, amount in sums.items() if amount]

    def _sums(self, sums: Mapping[str, Decimal]) -> str:
        return "; ".join(self._each(sums))

    def copied(self, row: str, column: str) -> str:
        one = self.held[row]
        if column in _MONEY:
            return self._sums(getattr(one, column))
        if column in _SAID:
            return str(getattr(one.partner, column))
        return "; ".join(one.missing) if column == "missing" else str(getattr(one, column))


class ExchangePanel(Panel):
    """The table, and below it the chosen partner in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = ExchangeModel(desk.bridge, self)
        self.grid = MatrixView(
            self.model, "Give and gain: partners down", cell_width=112, cell_height=40, title_width=230
        )
        self.empty = EmptyState(
            "users-three",
            "No partners yet",
            "A partnership lasts while each gives something and gains something. Add the partners, and this page sets "
            "what each brings beside what each hopes for.",
            "Go to partners",
        )
        self._lay_out()
        self.empty.action_requested.connect(lambda: desk.go_to("partners"))
        self.grid.cell_chosen.connect(lambda _row, _column: self._show_chosen())
        self.grid.open_requested.connect(self._on_open_requested)
        self.partner_button.clicked.connect(lambda: self._go_to_partner(""))
        self.follow(*_READ)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        if not self.grid.currentIndex().isValid():
            return {}
        return {"copy": self.grid.copy, "details": lambda: self._go_to_partner("")}

    def enter(self) -> None:
        (self.grid if self.stack.currentWidget() is self.whole else self.empty.button).setFocus()

    def show_book(self) -> None:
        self.model.refresh()
        for place, (_, _, width) in enumerate(_COLUMNS.values()):
            self.grid.setColumnWidth(place, width)
        if not self.grid.currentIndex().isValid() and self.model.row_keys:
            self.grid.go_to(self.model.row_keys[0], self.model.column_keys[0])
        self.stack.setCurrentWidget(self.whole if self.model.held else self.empty)
        self._show_chosen()

    def _show_chosen(self) -> None:
        one = self.model.held.get(self.grid.current()[0])
        if one is None:
            return
        partner = one.partner
        self.heading.setText(f"{partner.code} {partner.name}".strip())
        roles = ", ".join(PARTNER_ROLES.title(role) for role in partner.roles)
        self.roles.setText(roles or "No role yet")
        self.wants.setText(f"Wants: {partner.own_objective.strip() or 'not said yet'}")
        self.gains.setText(f"Expects to gain: {partner.expected_benefit.strip() or 'not said yet'}")
        missing = "; ".join(one.missing)
        self.missing.setText(f"Still missing: {missing}." if missing else "Nothing is missing here.")
        set_role(self.missing, "warning" if missing else "good")
        self.offers_changed.emit()

    def _on_open_requested(self, _row: str, column: str) -> None:
        self._go_to_partner(column if column in _SAID else "")

    def _go_to_partner(self, field: str) -> None:
        partner = self.desk.bridge.book.one(Partner, self.grid.current()[0])
        if partner is not None:
            self.desk.go_to("partners", partner.id, field)

    def _lay_out(self) -> None:
        self.heading, self.roles = label("", "heading"), label("", "muted", wrap=True)
        self.wants, self.gains = label("", wrap=True), label("", wrap=True)
        self.missing = label("", "warning", wrap=True)
        self.partner_button = button("Go to the partner", "quiet", "Enter in the table does the same")
        card = frame("card")
        box = column(card, "tight")
        box.setContentsMargins(14, 8, 14, 8)
        head = row()
        head.addWidget(self.heading)
        head.addWidget(self.roles, 1)
        head.addWidget(self.partner_button)
        box.addLayout(head)
        for words in (self.wants, self.gains, self.missing):
            box.addWidget(words)
        said = (
            "Cash and in kind stand apart, and different currencies are never added. What is never valued is counted."
        )
        self.whole = QWidget()
        whole_box = column(self.whole, "small")
        whole_box.addWidget(label(said, "caption", wrap=True))
        whole_box.addWidget(self.grid, 1)
        whole_box.addWidget(card)
        self.stack = Stack()
        self.stack.addWidget(self.whole)
        self.stack.addWidget(self.empty)
        column(self, "").addWidget(self.stack)
