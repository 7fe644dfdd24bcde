"""The tab of the actions: the four kinds with what came of each, above the table."""

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.desk import Desk
from ui.layouts import row
from ui.pages.record_panel import RecordPanel
from ui.widgets.tile import Tile
from workbook.measures.action_kinds import KindSummary, by_kind
from workbook.measures.figure import Sums
from workbook.money import Money
from workbook.vocabularies import ACTION_TYPES

_SHOWN = frozenset({"capacity_actions", "training_sessions", "participants"})


class ActionsPanel(RecordPanel):
    """A tile for each kind; pressing it shows only the actions of that kind, pressing it again shows all."""

    def __init__(self, desk: Desk, icon_name: str) -> None:
        super().__init__(desk, "capacity_actions", icon_name)
        self.tiles = {term.key: Tile(term.title) for term in ACTION_TYPES}
        strip: QHBoxLayout = row(gap="small")
        for key, tile in self.tiles.items():
            tile.clicked.connect(partial(self._on_kind_chosen, key))
            strip.addWidget(tile, 1)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertLayout(0, strip)
        self.follow(*_SHOWN)

    def show_book(self) -> None:
        for summary in by_kind(self.desk.bridge.book):
            if summary.kind in self.tiles:
                self._show(self.tiles[summary.kind], summary)

    def _show(self, tile: Tile, one: KindSummary) -> None:
        if not one.actions:
            tile.show_figure("none", ACTION_TYPES[one.kind].help, role="muted")
            return
        formats = self.desk.bridge.formats
        reached = one.people_reached.value
        people = "no people counted" if reached is None else f"{reached} people"
        planned = "" if one.people_planned is None else f" of {one.people_planned} planned"
        hours = one.hours.value
        time = f" · {formats.number(hours)} hours" if isinstance(hours, Decimal) else ""
        costs = self._costs(one.cost, "spent") + self._costs(one.planned_cost, "planned")
        remark = f"delivered · {people}{planned}{time}{costs}"
        cost = (self._costs(one.planned_cost, "planned") or " · none planned") + self._costs(one.cost, "in sessions")
        tip = "\n".join(
            (
                "Delivered or evaluated, of the actions that are not cancelled.",
                f"People: {one.people_reached.formula}.",
                f"Hours: {one.hours.formula}.",
                f"Cost{cost}.",
                "Press to show only these.",
            )
        )
        role = "good" if one.delivered == one.actions else "accent"
        tile.show_figure(f"{one.delivered} of {one.actions}", remark, role=role, tip=tip)

    def _costs(self, sums: Sums, what: str) -> str:
        money = self.desk.bridge.formats.money
        amounts = " + ".join(money(Money(amount, currency)) for currency, amount in sums.items())
        return f" · {amounts} {what}" if amounts else ""

    def _on_kind_chosen(self, kind: str, _checked: bool = False) -> None:
        chosen = frozenset({kind})
        is_shown = self.model.rows.wanted.get("type") == chosen
        self.arranging.want("type", frozenset() if is_shown else chosen)
