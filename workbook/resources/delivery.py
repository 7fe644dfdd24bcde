"""What a state asks to be known, and what can be taken for granted (domain: 4.4)."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbook.book import Book
from workbook.measures.lines import value_of
from workbook.money import Money
from workbook.records import Agreement, Resource, Signature
from workbook.resources.steps import EXITS

_PAST = frozenset({"expired", "terminated", "superseded"})


@dataclass(frozen=True)
class Facts:
    """What a person says about a move; what is None is filled in from the line where that is no guess.

    `quantity` and `value` are what has arrived so far; they and `agreement` speak of one line.
    """

    on: datetime.date | None = None
    quantity: Decimal | None = None
    value: Money | None = None
    evidence: str | None = None
    agreement: str | None = None
    reason: str = ""


def fitting_agreements(book: Book, line: Resource) -> tuple[Agreement, ...]:
    """Return the agreements that can commit a line: its provider is a party or has signed, and they are not over."""
    if line.provider is None:
        return ()
    signed = (book.one(Agreement, one.agreement) for one in book.where(Signature, partner=line.provider))
    found = {one.id: one for one in (*book.where(Agreement, parties=line.provider), *signed) if one is not None}
    return tuple(one for one in sorted(found.values(), key=lambda one: one.id) if one.status not in _PAST)


def the_agreement(book: Book, line: Resource) -> str | None:
    """Return the agreement that a line names, or the only one that fits; None where it has to be asked."""
    if line.agreement is not None:
        return line.agreement
    fitting = fitting_agreements(book, line)
    return fitting[0].id if len(fitting) == 1 else None


def promised(line: Resource) -> Facts:
    """Return what would have arrived if all of a line has: its quantity, and its value unless a rate gives that."""
    counted = line.quantity if line.unit != "lump" else None
    return Facts(quantity=counted, value=None if counted is not None and line.rate is not None else value_of(line))


def is_short(line: Resource, facts: Facts) -> bool:
    """Say whether less has arrived than was promised, by what is told of it."""
    whole = promised(line)
    if facts.quantity is not None and whole.quantity is not None:
        return facts.quantity < whole.quantity
    value = value_of(line)
    if facts.value is not None and value is not None and facts.value.currency == value.currency:
        return facts.value.amount < value.amount
    return False


def asked_for(book: Book, lines: Iterable[Resource], state: str) -> tuple[str, ...]:
    """Return the fields that a person has to be asked about before lines move to a state; amounts of one line only.

    *Offered* and *pledged* ask nothing. *Committed* asks for the agreement where several fit a line. A way out asks
    for its reason, which goes into the notes.
    """
    held = tuple(lines)
    is_one = len(held) == 1
    if state in EXITS:
        return ("note",)
    if state == "verified":
        return ("evidence",) if any(not line.evidence.strip() for line in held) else ()
    if state == "committed":
        several = is_one and the_agreement(book, held[0]) is None and len(fitting_agreements(book, held[0])) > 1
        return ("agreement",) if several else ()
    if state not in ("part_delivered", "delivered"):
        return ()
    whole = promised(held[0]) if is_one else Facts()
    amounts = (("delivered_quantity", whole.quantity), ("delivered_value", whole.value))
    return ("delivered_on", *(name for name, amount in amounts if amount is not None), "evidence")


def arrival(line: Resource, state: str, facts: Facts, today: datetime.date) -> Iterator[tuple[str, Any]]:
    """Yield the fields that record a delivery; in full, what was promised has arrived unless something else is said."""
    given_on = facts.on or (line.delivered_on if state == "verified" else None) or today
    yield "delivered_on", given_on
    whole = promised(line)
    in_full = state == "delivered"
    quantity = facts.quantity if facts.quantity is not None else whole.quantity if in_full else None
    value = facts.value if facts.value is not None else whole.value if in_full else None
    if quantity is not None:
        yield "delivered_quantity", quantity
    if value is not None:
        yield "delivered_value", value
    elif in_full and line.delivered_value is not None and quantity is not None:
        yield "delivered_value", None  # what arrived earlier is not the whole; the rate tells its worth now


def has_arrivals(line: Resource) -> bool:
    """Say whether something is recorded to have arrived."""
    return line.delivered_quantity is not None or line.delivered_value is not None or line.delivered_on is not None
