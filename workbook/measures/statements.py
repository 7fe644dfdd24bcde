"""What stands between one partner and the others: what it promised, what has arrived, what is still due (domain: 4.4).

Only what is pledged or committed is due; an offer promises nothing yet, and what was withdrawn is over. A line that is
said to be delivered or verified is settled, whatever its figures say. What arrived in another currency than the one
that was promised is not taken off: amounts of different currencies are never added.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workbook.book import Book
from workbook.measures.figure import Rows, Sums, rows_of, total_by_currency
from workbook.measures.lines import ARRIVED_STATUSES, contribution_type, delivered_value_of, state_of, value_of
from workbook.money import Money
from workbook.records import Resource

Standing = Literal["offered", "settled", "due", "overdue", "unknown"]
KINDS: tuple[str | None, ...] = ("cash", "in_kind", "non_valued", None)
"""Cash, in-kind and what is never valued stay apart; None: nobody said which."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of the ledger as a partner reads it.

    `due` is what is still to come, in money; `due_quantity` in the unit of the line, where it is not valued. Both are
    None where nothing is due or where it is not known. `standing` says which: *unknown* is due, but nobody wrote down
    how much of it has arrived, or what it is worth.
    """

    line: Resource
    state: str
    kind: str | None
    value: Money | None
    arrived: Money | None
    due: Money | None
    due_quantity: Decimal | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of one kind, each currency for itself.

    `waiting` counts the lines of which something is still due, `unknown` those of them without a value to add.
    """

    kind: str | None
    worth: Sums
    arrived: Sums
    due: Sums
    waiting: int
    unknown: int
    rows: Rows


@dataclass(frozen=True, slots=True)
class Statement:
    """What a partner brings, and what is meant for it; in the order of kind, then of the day on which it is due."""

    gives: tuple[Promise, ...]
    gets: tuple[Promise, ...]

    def totals(self) -> tuple[Totals, ...]:
        """Return the sums of what the partner has promised, without what it has only offered."""
        return totals_of(promise for promise in self.gives if promise.standing != "offered")


def statement_of(book: Book, partner_id: str, as_of: datetime.date) -> Statement:
    """Return what stands in the plan between a partner and the others on a day."""
    return Statement(
        _promises(book.where(Resource, provider=partner_id), as_of),
        _promises(book.where(Resource, recipient=partner_id), as_of),
    )


def totals_of(promises: Iterable[Promise]) -> tuple[Totals, ...]:
    """Return the sums of promises by kind; kinds without a promise are left out."""
    held = tuple(promises)
    return tuple(_totals(kind, own) for kind in KINDS if (own := [one for one in held if one.kind == kind]))


def promise_of(line: Resource, as_of: datetime.date) -> Promise | None:
    """Return a line as a promise; None for needs and for what is withdrawn, lapsed or replaced."""
    state = state_of(line)
    if state in (None, "needed"):
        return None
    value, arrived = value_of(line), delivered_value_of(line)
    due, quantity, standing = _due(line, state or "", as_of)
    return Promise(line, state or "", contribution_type(line), value, arrived, due, quantity, standing)


def _promises(lines: Iterable[Resource], as_of: datetime.date) -> tuple[Promise, ...]:
    found = [promise for line in lines if (promise := promise_of(line, as_of)) is not None]
    never = datetime.date.max
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.line.due or never, one.line.code)))


def _due(line: Resource, state: str, as_of: datetime.date) -> tuple[Money | None, Decimal | None, Standing]:
    if state == "offered":
        return None, None, "offered"
    if line.status in ARRIVED_STATUSES:
        return None, None, "settled"
    is_late = line.due is not None and line.due < as_of
    waits: Standing = "overdue" if is_late else "due"
    if contribution_type(line) == "non_valued" or value_of(line) is None:
        return _quantity_due(line, waits)
    return _money_due(line, waits)


def _quantity_due(line: Resource, waits: Standing) -> tuple[None, Decimal | None, Standing]:
    if line.quantity is None:
        return None, None, "unknown" if line.status == "part_delivered" else waits
    if line.status == "part_delivered" and line.delivered_quantity is None:
        return None, None, "unknown"
    left = line.quantity - (line.delivered_quantity or 0)
    return (None, left, waits) if left > 0 else (None, None, "settled")


def _money_due(line: Resource, waits: Standing) -> tuple[Money | None, None, Standing]:
    value, arrived = value_of(line), delivered_value_of(line)
    assert value is not None
    if arrived is None:
        return (None, None, "unknown") if line.status == "part_delivered" else (value, None, waits)
    if arrived.currency != value.currency:
        return None, None, "unknown"
    left = Money(value.amount - arrived.amount, value.currency)
    return (left, None, waits) if left.amount > 0 else (None, None, "settled")


def _totals(kind: str | None, promises: list[Promise]) -> Totals:
    waiting = [one for one in promises if one.standing not in ("settled", "offered")]
    return Totals(
        kind,
        total_by_currency(one.value for one in promises),
        total_by_currency(one.arrived for one in promises),
        total_by_currency(one.due for one in promises),
        len(waiting),
        sum(one.due is None for one in waiting),
        rows_of(one.line for one in promises),
    )
