"""What each party brings: cash and in-kind in tables of their own, currencies never added."""

from collections.abc import Callable, Iterable

from exports.agreement.context import Context
from exports.outline import Block, Heading, Row, group, total
from exports.outline.tables import Cell, Column
from workbook.measures.figure import total_by_currency
from workbook.measures.lines import contribution_type, state_of, value_of
from workbook.records import Resource

_CASH = (
    Column("Code", 0.7),
    Column("Contribution", 3),
    Column("For what", 2.2),
    Column("Amount", 1.3, "end"),
    Column("Due", 1.1),
    Column("State", 1),
)
_IN_KIND = (
    Column("Code", 0.7),
    Column("Contribution", 2.6),
    Column("Quantity", 0.8, "end"),
    Column("Rate", 1.5, "end"),
    Column("Value", 1.2, "end"),
    Column("Valued by", 1.2),
    Column("Due", 1.1),
)


def cash_table(context: Context) -> Iterable[Block]:
    """Cash of each party."""
    yield Heading(2, context.showing.say("Contributions in cash"))
    showing = context.showing

    def cells(line: Resource) -> tuple[Cell, ...]:
        return (
            line.code,
            line.title,
            showing.activity(line.activity) or "–",
            showing.money(value_of(line)) or showing.say("not yet valued"),
            *_or_dash(showing.fields(line, "due", "status")),
        )

    lines = _lines(context, "cash")
    rows = _grouped(context, lines, cells)
    if rows:
        sums = showing.sums(total_by_currency(map(value_of, lines)))
        rows = (*rows, total("", showing.say("All parties"), "", sums, "", ""))
    yield from showing.table_of(_CASH, rows)
    if rows:
        yield showing.note(
            "Rows: lines of these parties that are offered, pledged or committed. Currencies are never added."
        )


def in_kind_table(context: Context) -> Iterable[Block]:
    """Contributions in kind of each party, and what is not valued."""
    yield Heading(2, context.showing.say("Contributions in kind"))
    showing = context.showing

    def cells(line: Resource) -> tuple[Cell, ...]:
        valued = contribution_type(line) != "non_valued"
        value = showing.money(value_of(line)) or showing.say("not yet valued")
        return (
            line.code,
            line.title,
            showing.field(line, "quantity") or "–",
            _rate(context, line),
            value if valued else showing.say("not valued"),
            *_or_dash(showing.fields(line, "basis", "due")),
        )

    lines = _lines(context, "in_kind", "non_valued", None)
    rows = _grouped(context, lines, cells)
    if rows:
        valued = [value_of(line) for line in lines if contribution_type(line) != "non_valued"]
        rows = (*rows, total("", showing.say("All parties"), "", "", showing.sums(total_by_currency(valued)), "", ""))
    yield from showing.table_of(_IN_KIND, rows)
    if rows:
        yield showing.note(
            "Value: as stated, else quantity x rate. What is not valued is listed and stays out of every total."
        )


def _or_dash(shown: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text or "–" for text in shown)


def _rate(context: Context, line: Resource) -> str:
    """Say what one unit is worth: “EUR 25 per hour”; only the unit where nobody put a value on it."""
    unit = context.showing.field(line, "unit").lower()
    rate = context.showing.money(line.rate)
    if not unit or not rate:
        return rate or (context.showing.say("each {unit}", unit=unit) if unit else "–")
    return context.showing.say("{rate} per {unit}", rate=rate, unit=unit)


def _lines(context: Context, *types: str | None) -> list[Resource]:
    parties = {partner.id for partner in context.parties}
    return [
        line
        for line in context.book.all(Resource)
        if line.provider in parties and state_of(line) not in (None, "needed") and contribution_type(line) in types
    ]


def _grouped(context: Context, lines: list[Resource], cells: Callable[[Resource], tuple[Cell, ...]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for partner in context.parties:
        own = [line for line in lines if line.provider == partner.id]
        if own:
            rows.append(group(partner.legal_name or partner.name))
            rows += [Row(cells(line)) for line in own]
    return tuple(rows)
