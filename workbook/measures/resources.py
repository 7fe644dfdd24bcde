"""Money and other contributions: from what is needed to what has arrived (domain: pledge to delivery, 4.4 and 4.5).

A line is counted by the state it has reached, and in one state only: *offered*, *pledged* or *committed* (which holds
everything from a signed promise to verified delivery). *Delivered* is the part of all these that has arrived. A line
of kind *need* is only ever counted as needed. Withdrawn, lapsed and replaced lines are counted nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.figure import Figure, Rows, Sums, added, percent, rows_of, total_by_currency
from workbook.measures.lines import (
    ARRIVED_STATUSES,
    COMMITTED_STATUSES,
    contribution_type,
    delivered_value_of,
    state_of,
    value_of,
)
from workbook.measures.needs import NeedCoverage, need_coverage, unused_offers
from workbook.money import Money
from workbook.records import Partner, Resource
from workbook.wording import Sentence

__all__ = [
    "CoFunding",
    "Column",
    "Ledger",
    "NeedCoverage",
    "co_funding_shares",
    "committed_lines",
    "contribution_type",
    "delivered_value_of",
    "delivery_percent",
    "in_kind_share",
    "ledger",
    "leverage",
    "municipal_partners",
    "need_coverage",
    "secured_percent",
    "state_of",
    "unused_offers",
    "value_of",
]

STATES = ("needed", "offered", "pledged", "committed")


@dataclass(frozen=True, slots=True)
class Column:
    """One state of the ledger: sums per currency, cash and in-kind apart, and counts of what has no sum.

    `unsorted` holds values of lines of which nobody said whether they are cash or in-kind; `without_value` counts
    lines that should have a value and have none yet.
    """

    title: str
    cash: Sums
    in_kind: Sums
    unsorted: Sums
    non_valued: int
    without_value: int
    rows: Rows

    @property
    def total(self) -> dict[str, Decimal]:
        """Cash, in-kind and unsorted together, each currency for itself; not valued lines are never in it."""
        return added(self.cash, self.in_kind, self.unsorted)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The five columns that leaders ask for."""

    needed: Column
    offered: Column
    pledged: Column
    committed: Column
    delivered: Column

    @property
    def columns(self) -> tuple[Column, ...]:
        return (self.needed, self.offered, self.pledged, self.committed, self.delivered)

    @property
    def currencies(self) -> tuple[str, ...]:
        """Every currency that appears, in order of its letters."""
        return tuple(sorted({code for column in self.columns for code in column.total}))


def ledger(book: Book) -> Ledger:
    """Sum all lines by state (domain: needed, offered, committed, delivered; 4.4)."""
    lines: dict[str, list[Resource]] = {state: [] for state in STATES}
    for line in book.all(Resource):
        state = state_of(line)
        if state is not None:
            lines[state].append(line)
    arrived = [line for state in STATES[1:] for line in lines[state] if _has_arrived(line)]
    return Ledger(
        _column("Needed", lines["needed"]),
        _column("Offered", lines["offered"]),
        _column("Pledged", lines["pledged"]),
        _column("Committed", lines["committed"]),
        _column("Delivered", arrived, delivered=True),
    )


def _has_arrived(line: Resource) -> bool:
    figures = (line.delivered_value is not None, line.delivered_quantity is not None)
    return line.status in ARRIVED_STATUSES | {"part_delivered"} or any(figures)


def _column(title: str, lines: Iterable[Resource], *, delivered: bool = False) -> Column:
    held = tuple(lines)
    valued: dict[str | None, list[Money | None]] = {"cash": [], "in_kind": [], None: []}
    non_valued = 0
    for line in held:
        type_ = contribution_type(line)
        if type_ == "non_valued":
            non_valued += 1
        else:
            valued[type_].append(delivered_value_of(line) if delivered else value_of(line))
    return Column(
        title,
        total_by_currency(valued["cash"]),
        total_by_currency(valued["in_kind"]),
        total_by_currency(valued[None]),
        non_valued,
        sum(money is None for amounts in valued.values() for money in amounts),
        rows_of(held),
    )


def committed_lines(book: Book, provider: str | None = None) -> tuple[Resource, ...]:
    """Return the lines that are committed or further, of all or of one provider, through the book's indexes."""
    values = {} if provider is None else {"provider": provider}
    found = [
        line
        for status in sorted(COMMITTED_STATUSES)
        for line in book.where(Resource, status=status, **values)
        if line.kind != "need"
    ]
    return tuple(sorted(found, key=lambda line: line.id))


def secured_percent(book: Book) -> dict[str, Figure]:
    """Return, per currency, committed as a percentage of needed (domain: secured %, 4.4)."""
    held = ledger(book)
    needed, committed = held.needed.total, held.committed.total
    return {
        code: Figure(
            "Secured",
            percent(committed.get(code, Decimal(0)), needed.get(code, Decimal(0))),
            "%",
            Sentence("committed / needed, in {currency}", currency=code),
            held.committed.rows + held.needed.rows,
        )
        for code in sorted({*needed, *committed})
    }


def delivery_percent(book: Book) -> dict[str, Figure]:
    """Return, per currency, what has arrived of the committed lines as a percentage of committed (domain: 4.4).

    None where no line says that anything has arrived: that may be nothing, or nobody has written it down.
    """
    lines = committed_lines(book)
    is_known = any(map(_has_arrived, lines))
    committed = total_by_currency(value_of(line) for line in lines)
    arrived = total_by_currency(delivered_value_of(line) for line in lines)
    return {
        code: Figure(
            "Delivered",
            percent(arrived.get(code, Decimal(0)), committed[code]) if is_known else None,
            "%",
            Sentence("delivered value of committed lines / their committed value, in {currency}", currency=code),
            rows_of(lines),
        )
        for code in committed
    }


def in_kind_share(book: Book) -> dict[str, Figure]:
    """Return, per currency, in-kind as a percentage of all committed value (domain: 4.5)."""
    column = ledger(book).committed
    formula = "in-kind committed / all committed, in {currency}; what is not valued stays out"
    return {
        code: Figure(
            "In-kind share",
            percent(column.in_kind.get(code, Decimal(0)), total),
            "%",
            Sentence(formula, currency=code),
            column.rows,
        )
        for code, total in column.total.items()
    }


def municipal_partners(book: Book) -> tuple[Partner, ...]:
    """Return the partners whose commitments are the municipality's own: all of the sector *local government*.

    Its departments and companies are partners of that sector too, whoever leads. With several municipalities the
    figure is about all of them together; that understates leverage rather than overstating it.
    """
    return book.where(Partner, sector="local_government")


def leverage(book: Book) -> dict[str, Figure]:
    """Return, per currency, how much others commit for one unit of the municipality's own cash.

    Domain 4.5: (total committed - municipality's own commitment) / municipality's own cash commitment. None where the
    municipality commits no cash.
    """
    lines = committed_lines(book)
    own_ids = {partner.id for partner in municipal_partners(book)}
    own = [line for line in lines if line.provider in own_ids]
    total = total_by_currency(value_of(line) for line in lines)
    own_total = total_by_currency(value_of(line) for line in own)
    own_cash = total_by_currency(value_of(line) for line in own if contribution_type(line) == "cash")
    formula = "(all committed - committed by local government) / cash committed by local government, in {currency}"
    return {
        code: Figure(
            "Leverage",
            None if not own_cash.get(code) else (amount - own_total.get(code, Decimal(0))) / own_cash[code],
            "",
            Sentence(formula, currency=code),
            rows_of(lines),
        )
        for code, amount in total.items()
    }


@dataclass(frozen=True, slots=True)
class CoFunding:
    """What one partner commits in one currency, and its share of all that is committed in that currency."""

    partner: str | None
    currency: str
    cash: Decimal
    in_kind: Decimal
    total: Decimal
    share: Decimal | None
    cash_share: Decimal | None
    rows: Rows
    formula: str = "committed value of the partner / all committed value, each currency for itself"


def co_funding_shares(book: Book) -> tuple[CoFunding, ...]:
    """Return every provider's part of what is committed, largest share first within a currency (domain: 4.5)."""
    lines = committed_lines(book)
    groups: dict[tuple[str, str | None], list[Resource]] = {}
    for line in lines:
        value = value_of(line)
        if value is not None:
            groups.setdefault((value.currency, line.provider), []).append(line)
    total = total_by_currency(value_of(line) for line in lines)
    cash = total_by_currency(value_of(line) for line in lines if contribution_type(line) == "cash")
    shares = [_co_funding(partner, code, held, total, cash) for (code, partner), held in groups.items()]
    return tuple(sorted(shares, key=lambda share: (share.currency, -share.total, share.partner or "")))


def _co_funding(partner: str | None, code: str, lines: list[Resource], total: Sums, cash: Sums) -> CoFunding:
    column = _column("", lines)
    own, own_cash = column.total[code], column.cash.get(code, Decimal(0))
    return CoFunding(
        partner,
        code,
        own_cash,
        column.in_kind.get(code, Decimal(0)),
        own,
        percent(own, total[code]),
        percent(own_cash, cash.get(code, Decimal(0))),
        column.rows,
    )
