"""What a state asks to be known, and what can be taken for granted (domain: 4.4)."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
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

    `quantity` and `value` are what has arrived so far, and speak of one line. Of several lines, `agreement` speaks of
    those that it fits and that nothing else decides, and `evidence` of those that have none.
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


def undecided(book: Book, lines: Iterable[Resource]) -> tuple[Resource, ...]:
    """Return the lines that several agreements could commit, so that somebody has to say which."""
    return tuple(
        line for line in lines if the_agreement(book, line) is None and len(fitting_agreements(book, line)) > 1
    )


def shared_agreements(book: Book, lines: Iterable[Resource]) -> tuple[Agreement, ...]:
    """Return the agreements that can commit each of some lines; one answer about all of them has to be one of these."""
    fitting = [fitting_agreements(book, line) for line in lines]
    return tuple(one for one in fitting[0] if all(one in others for others in fitting)) if fitting else ()


def asked_for(book: Book, lines: Iterable[Resource], state: str, *, is_one: bool | None = None) -> tuple[str, ...]:
    """Return the fields that a person has to be asked about before lines move to a state; amounts of one line only.

    *Offered* and *pledged* ask nothing. *Committed* asks for the agreement where several fit. A way out asks for its
    reason, which goes into the notes. `is_one` says that nothing else moves in the same step.
    """
    held = tuple(lines)
    is_one = len(held) == 1 if is_one is None else is_one
    if state in EXITS:
        return ("note",)
    if state == "verified":
        return ("evidence",) if any(not line.evidence.strip() for line in held) else ()
    if state == "committed":
        return ("agreement",) if shared_agreements(book, undecided(book, held)) else ()
    if state not in ("part_delivered", "delivered"):
        return ()
    whole = promised(held[0]) if is_one else Facts()
    amounts = (("delivered_quantity", whole.quantity), ("delivered_value", whole.value))
    return ("delivered_on", *(name for name, amount in amounts if amount is not None), "evidence")


def asked_for_all(book: Book, lines: Iterable[Resource], targets: Mapping[str, str]) -> tuple[str, ...]:
    """Return what has to be asked before lines move, each to its own state: of each state, only about its own lines."""
    moving: dict[str, list[Resource]] = {}
    for line in lines:
        moving.setdefault(targets[line.id], []).append(line)
    is_one = len(targets) == 1
    asked = (asked_for(book, held, state, is_one=is_one) for state, held in moving.items())
    return tuple(dict.fromkeys(name for names in asked for name in names))


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
