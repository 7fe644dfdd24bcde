"""What is written down: how complete an agreement is, and whether it is in force."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from workbook.book import Book
from workbook.measures.figure import Rows, percent, rows_of
from workbook.records import Agreement, Clause, Signature

LEVELS_THAT_STAND_ALONE = frozenset({"letter_of_intent", "terms_of_reference", "mou", "agreement"})


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of an agreement is in place; `missing` are required topics that no clause speaks to."""

    fully: int
    partly: int
    not_in_place: int
    not_assessed: int
    not_relevant: int
    missing: tuple[str, ...]
    percent: Decimal | None
    rows: Rows
    formula: str = "clauses fully in place / (all clauses and missing required topics - not relevant ones)"


def completeness(book: Book, agreement: Agreement, required_topics: Iterable[str]) -> Completeness:
    """Return how complete an agreement is (domain: fully / (all - not relevant), 10.5).

    A clause that is left out of the document counts as not in place, unless it was assessed as not relevant.
    """
    clauses = book.where(Clause, agreement=agreement.id)
    states = [clause_state(clause) for clause in clauses]
    held = {clause.topic for clause in clauses}
    missing = tuple(sorted(topic for topic in required_topics if topic not in held))
    relevant = len(states) + len(missing) - states.count("not_relevant")
    return Completeness(
        states.count("fully"),
        states.count("partly"),
        states.count("not_in_place"),
        states.count("not_assessed"),
        states.count("not_relevant"),
        missing,
        percent(states.count("fully"), relevant),
        rows_of((agreement, *clauses)),
    )


def clause_state(clause: Clause) -> str:
    """Return a clause's assessment, `not_assessed` where nobody looked, `not_in_place` where it was left out."""
    if clause.left_out and clause.assessment != "not_relevant":
        return "not_in_place"
    return clause.assessment or "not_assessed"


def is_in_force(agreement: Agreement, as_of: datetime.date) -> bool:
    """Say whether an agreement covers a day: its status says so, and its term holds the day."""
    begun = agreement.effective is None or agreement.effective <= as_of
    return agreement.status == "in_force" and begun and (agreement.expiry is None or as_of <= agreement.expiry)


_TERMS = ("parties", "review", "expiry", "notice_days", "reminder_days", "governing_law", "renewal")


def terms_in_effect(book: Book, agreement: Agreement) -> Agreement:
    """Return an agreement with the parties and terms that count now: what its amendments in force say, else its own."""
    amendments = book.where(Agreement, parent=agreement.id, level="amendment", status="in_force")
    terms = {
        name: getattr(one, name)
        for one in sorted(amendments, key=lambda one: one.number or 0)
        for name in _TERMS
        if getattr(one, name) not in (None, "", ())
    }
    return msgspec.structs.replace(agreement, **terms) if terms else agreement


def covers(book: Book, agreement: Agreement, as_of: datetime.date) -> bool:
    """Say whether an agreement covers a day, as its amendments have prolonged or shortened it."""
    expiry = terms_in_effect(book, agreement).expiry
    begun = agreement.effective is None or agreement.effective <= as_of
    return agreement.status == "in_force" and begun and (expiry is None or as_of <= expiry)


def days_to_expiry(agreement: Agreement, as_of: datetime.date) -> int | None:
    """Return the days until an agreement ends; None where it has no end."""
    return None if agreement.expiry is None else (agreement.expiry - as_of).days


def has_signed(book: Book, agreement: Agreement, partner_id: str) -> bool:
    """Say whether a partner is a party to an agreement and has signed it: a signature, or the agreement's own state.

    An agreement that is in force was signed by all its parties, even where single signatures were not recorded.
    """
    signatures = book.where(Signature, agreement=agreement.id, partner=partner_id)
    if signatures:
        return any(signature.signed for signature in signatures)
    return partner_id in agreement.parties and agreement.status == "in_force"
