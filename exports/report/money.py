"""Resources: needed, offered, pledged, committed, delivered; cash and in-kind apart; currencies never added."""

from collections.abc import Iterator
from decimal import Decimal

from exports.charts import Bar, StackedBars
from exports.outline import Block, Figure, Row, total
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.measures.budget import cost_figures
from workbook.measures.lines import value_of
from workbook.measures.needs import NeedCoverage, need_coverage, unused_offers
from workbook.measures.resources import (
    CoFunding,
    co_funding_shares,
    delivery_percent,
    in_kind_share,
    ledger,
    leverage,
    secured_percent,
)
from workbook.money import Money
from workbook.records import Resource
from workbook.vocabularies import UNITS
from workbook.wording import source

_CHARTED = 30
UNITS_SAID = {
    "": source("lines"),
    "hour": source("hours"),
    "day": source("days"),
    "month": source("months"),
    "item": source("items"),
    "licence": source("licences"),
    "person": source("persons"),
}
_STATES = {
    "uncovered": source("not covered"),
    "partly": source("partly covered"),
    "covered": source("covered"),
    "over": source("more than needed"),
}


def section(context: Context) -> Iterator[Block]:
    """From need to delivery, then by partner, then what is still open."""
    yield context.showing.heading(2, "From need to delivery")
    yield from _ledger(context)
    yield from _key_figures(context)
    yield context.showing.heading(2, "By partner")
    yield from _by_partner(context)
    yield context.showing.heading(2, "Needs")
    yield from _needs(context)
    offers = unused_offers(context.book)
    if offers:
        yield context.showing.heading(2, "Offers that nobody uses yet")
        yield from _unused(context, offers)


def _ledger(context: Context) -> Iterator[Block]:
    columns = (
        Column("State", 1.2, strong=True),
        Column("Cash", 1.6, "end"),
        Column("In kind", 1.6, "end"),
        Column("Not said which", 1.4, "end"),
        Column("Lines never valued", 1, "end"),
        Column("Lines without a value yet", 1.2, "end"),
    )
    held = ledger(context.book)
    sums = context.showing.sums
    rows = tuple(
        Row(
            (
                context.showing.say(column.title),
                sums(dict(column.cash)),
                sums(dict(column.in_kind)),
                sums(dict(column.unsorted)),
                str(column.non_valued or "–"),
                str(column.without_value or "–"),
            )
        )
        for column in held.columns
        if column.rows
    )
    yield from context.showing.lean_table(columns, rows)
    if rows:
        yield context.showing.note(
            "Each line is counted in the one state that it has reached; delivered is the part of these that has "
            "arrived. Withdrawn, lapsed and replaced lines are counted nowhere. “–”: none recorded."
        )


def _key_figures(context: Context) -> Iterator[Block]:
    columns = (
        Column("Figure", 1.5, strong=True),
        Column("Value", 1, "end"),
        Column("How it is worked out", 4.4),
        Column("Rows", 2.2),
    )
    book = context.book
    groups = (secured_percent(book), delivery_percent(book), in_kind_share(book), leverage(book))
    rows: list[Row] = []
    for figures in groups:
        for code, figure in figures.items():
            shown = context.showing.figure(figure)
            if isinstance(figure.value, Decimal) and not figure.unit:
                shown = f"{context.showing.number(figure.value, 2)} : 1"
            told = context.showing.told
            named = f"{told(figure.title)}, {code}"
            rows.append(Row((named, shown, told(figure.formula), context.rows(figure.rows))))
    rows += [context.figure_row(figure) for figure in cost_figures(book)]
    if rows:
        yield context.showing.heading(3, "Key figures")
        yield from context.showing.lean_table(columns, tuple(rows))


def _unused(context: Context, offers: tuple[Resource, ...]) -> tuple[Block, ...]:
    columns = (
        Column("Code", 0.7),
        Column("Offer", 3.4, strong=True),
        Column("Provider", 2),
        Column("Value", 1.5, "end"),
    )
    showing = context.showing
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                showing.partner(one.provider) or "–",
                showing.money(value_of(one)) or showing.say("not valued"),
            )
        )
        for one in offers
    )
    return context.showing.lean_table(columns, rows)


def _by_partner(context: Context) -> Iterator[Block]:
    found = co_funding_shares(context.book)
    if not found:
        yield context.showing.paragraph("Nothing is committed with a value yet.", "small")
        return
    for code in dict.fromkeys(one.currency for one in found):
        own = [one for one in found if one.currency == code]
        for first in range(0, len(own), _CHARTED):
            yield _chart(context, code, own[first : first + _CHARTED], first == 0)
    columns = (
        Column("Partner", 2.6, strong=True),
        Column("Cash", 1.4, "end"),
        Column("In kind", 1.4, "end"),
        Column("Together", 1.4, "end"),
        Column("Share", 0.8, "end"),
        Column("Rows", 2),
    )
    rows = tuple(
        Row(
            (
                _provider(context, one),
                _amount(context, one.cash, one.currency),
                _amount(context, one.in_kind, one.currency),
                _amount(context, one.total, one.currency),
                context.showing.percent(one.share),
                context.rows(one.rows),
            )
        )
        for one in found
    )
    yield from context.showing.lean_table(columns, rows + _totals(context, found))
    yield context.origin("Share: {formula}.", formula=context.showing.told(found[0].formula))


def _totals(context: Context, found: tuple[CoFunding, ...]) -> tuple[Row, ...]:
    """Return the sum of each currency, as the ledger has it."""
    committed = ledger(context.book).committed
    return tuple(
        total(
            context.showing.say("All partners"),
            _amount(context, committed.cash.get(code, Decimal(0)), code),
            _amount(context, committed.in_kind.get(code, Decimal(0)), code),
            _amount(context, committed.total[code], code),
            "",
            "",
        )
        for code in dict.fromkeys(one.currency for one in found)
    )


def _provider(context: Context, one: CoFunding) -> str:
    return context.showing.partner(one.partner) or context.showing.say("(no provider named)")


def _amount(context: Context, amount: Decimal, code: str) -> str:
    return context.showing.money(Money(amount, code)) if amount else "–"


def _chart(context: Context, code: str, shares: list[CoFunding], begins: bool) -> Figure:
    bars = tuple(
        Bar(_provider(context, one), (one.cash, one.in_kind), context.showing.edition.formats.number(one.total))
        for one in shares
    )
    say = context.showing.say
    said = context.showing.listed(
        say(
            "{partner}: {cash} in cash and {in_kind} in kind",
            partner=_provider(context, one),
            cash=_amount(context, one.cash, code),
            in_kind=_amount(context, one.in_kind, code),
        )
        for one in shares
    )
    caption = source("Committed by partner, in {currency}")
    if not begins:
        caption = source("Committed by partner, in {currency}, continued")
    chart = StackedBars((say("Cash"), say("In kind")), bars, code, say("in {currency}", currency=code))
    alt = say("Stacked bars of what is committed. {said}.", said=said)
    return Figure(chart, alt, say(caption, currency=code))


def _needs(context: Context) -> Iterator[Block]:
    found = need_coverage(context.book)
    if not found:
        yield context.showing.paragraph("No need is recorded yet.", "small")
        return
    still_open = tuple(one for one in found if one.gap > 0)
    met = len(found) - len(still_open)
    yield context.showing.paragraph(
        "Needs covered: {count} of {whole}. The annex lists all of them.", count=met, whole=len(found)
    )
    if still_open:
        yield from needs_table(context, still_open)


def all_needs(context: Context) -> Iterator[Block]:
    """Every need and what answers it."""
    yield from needs_table(context, need_coverage(context.book))


def needs_table(context: Context, found: tuple[NeedCoverage, ...]) -> Iterator[Block]:
    """Return needs, one to a row, with amounts in the unit of the need."""
    columns = (
        Column("Code", 0.6),
        Column("Need", 2.6, strong=True),
        Column("Unit", 0.8),
        Column("Needed", 1, "end"),
        Column("Offered", 1, "end"),
        Column("Committed", 1, "end"),
        Column("Delivered", 1, "end"),
        Column("Missing", 1, "end"),
        Column("State", 1.2),
    )
    yield from context.showing.table_of(columns, tuple(_need(context, one) for one in found))
    if found:
        yield context.showing.note(
            "Missing: needed less offered, pledged and committed. A line answers the need that it is linked to, else "
            "one of its category in its activity. “–”: none recorded."
        )


def _need(context: Context, one: NeedCoverage) -> Row:
    unit = UNITS_SAID.get(one.unit or "", one.unit or "lines")
    unit = context.showing.term(UNITS, unit).lower() if unit in UNITS else context.showing.say(unit)
    amounts = (one.required, one.offered, one.committed, one.delivered, one.gap)
    shown = (context.showing.number(value, 2) if value else "–" for value in amounts)
    return Row((one.need.code, one.need.title, unit, *shown, context.showing.say(_STATES[one.state])))
