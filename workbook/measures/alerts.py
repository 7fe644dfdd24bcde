"""What agreements ask of people soon: an end, a review, a renewal, a signature or an answer that is still missing.

Domain: alerts 90 and 30 days before; contracts that run out unnoticed are among the most frequent findings of audits.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbook.book import Book
from workbook.measures.agreements import has_signed, terms_in_effect
from workbook.records import Agreement, Approval
from workbook.vocabularies import APPROVAL_STEPS
from workbook.wording import Sentence, source

SOON_DAYS, URGENT_DAYS = 90, 30
UNSIGNED_DAYS = 14
"""So long may an agreement be ready before it is told that signatures are missing."""

Urgency = Literal["overdue", "urgent", "soon"]
_URGENCIES: tuple[Urgency, ...] = ("overdue", "urgent", "soon")
_SIGNING = frozenset({"ready_to_sign", "part_signed"})
_APPROVING = frozenset({"draft", "in_review", "partner_approval", "ready_to_sign"})

ENDS = source("{agreement} ends on {date}, in {days} days.")
ENDED = source("{agreement} ended on {date}, and still counts as in force.")
REVIEW = source("{agreement} is to be reviewed by {date}, in {days} days.")
REVIEW_LATE = source("{agreement} was to be reviewed by {date}, {days} days ago.")
RENEWAL = source("{agreement}: whether it goes on has to be settled by {date}, in {days} days.")
RENEWAL_LATE = source("{agreement}: whether it goes on was to be settled by {date}, {days} days ago.")
UNSIGNED = source("{agreement} has been ready to sign for {days} days; still missing: {partners}.")
WAITING = source("{partner} still has to answer for {agreement}: {step}.")
WAITING_UNTIL = source("{partner} has to answer for {agreement} by {date}, in {days} days: {step}.")
WAITING_LATE = source("{partner} was to answer for {agreement} by {date}, {days} days ago: {step}.")
REFUSED = source("{partner} said no to {agreement}: {step}.")


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that somebody has to do: where, how urgent, and in words.

    `kind` is expiry, review, renewal, signature or approval; `days` are those left, below zero when it is late.
    """

    kind: str
    urgency: Urgency
    type: str
    id: str
    field: str
    days: int
    sentence: Sentence


def alerts(book: Book, as_of: datetime.date) -> tuple[Alert, ...]:
    """Return what agreements ask for on a day, the most urgent first."""
    found: list[Alert] = []
    for agreement in book.all(Agreement):
        if agreement.status == "in_force" and agreement.level != "amendment":
            found += _of_term(book, agreement, as_of)
        if agreement.status in _SIGNING:
            found += _of_signing(book, agreement, as_of)
        if (agreement.status or "draft") in _APPROVING:
            found += _of_approvals(book, agreement, as_of)
    return tuple(sorted(found, key=lambda one: (_URGENCIES.index(one.urgency), one.days)))


def _of_term(book: Book, agreement: Agreement, as_of: datetime.date) -> Iterator[Alert]:
    terms = terms_in_effect(book, agreement)
    dated = (("expiry", terms.expiry, ENDS, ENDED), ("review", terms.review, REVIEW, REVIEW_LATE))
    for kind, date, text, late in dated:
        reminder = agreement.reminder_days if kind == "expiry" else None
        yield from _by_date(book, agreement, kind, date, as_of, (text, late), reminder)
    if terms.expiry is not None and terms.notice_days and terms.renewal.strip():
        settled_by = terms.expiry - datetime.timedelta(days=terms.notice_days)
        if terms.expiry >= as_of:
            yield from _by_date(book, agreement, "renewal", settled_by, as_of, (RENEWAL, RENEWAL_LATE))


def _by_date(
    book: Book,
    agreement: Agreement,
    kind: str,
    date: datetime.date | None,
    as_of: datetime.date,
    texts: tuple[str, str],
    reminder: int | None = None,
) -> Iterator[Alert]:
    days = None if date is None else (date - as_of).days
    if date is None or days is None or days > max(SOON_DAYS, reminder or 0):
        return
    label = book.label("agreements", agreement.id)
    sentence = Sentence(texts[days < 0], agreement=label, date=date, days=abs(days))
    yield Alert(kind, urgency_of(days), "agreements", agreement.id, kind, days, sentence)


def _of_signing(book: Book, agreement: Agreement, as_of: datetime.date) -> Iterator[Alert]:
    days = 0 if agreement.ready is None else (as_of - agreement.ready).days
    missing = [book.label("partners", one) for one in agreement.parties if not has_signed(book, agreement, one)]
    if days >= UNSIGNED_DAYS and missing:
        urgency: Urgency = "urgent" if days >= URGENT_DAYS else "soon"
        label = book.label("agreements", agreement.id)
        sentence = Sentence(UNSIGNED, agreement=label, days=days, partners=", ".join(missing))
        yield Alert("signature", urgency, "agreements", agreement.id, "ready", -days, sentence)


def _of_approvals(book: Book, agreement: Agreement, as_of: datetime.date) -> Iterator[Alert]:
    for one in book.where(Approval, agreement=agreement.id):
        if one.status in ("approved", "not_needed") or one.partner is None:
            continue
        days = None if one.due is None else (one.due - as_of).days
        values: dict[str, object] = {
            "agreement": book.label("agreements", agreement.id),
            "partner": book.label("partners", one.partner),
            "step": Sentence(APPROVAL_STEPS.title(one.step or "other")),
            "date": one.due,
            "days": abs(days or 0),
        }
        if one.status == "refused":
            text, urgency = REFUSED, _URGENCIES[1]
        elif days is None:
            text, urgency = WAITING, _URGENCIES[2]
        else:
            text, urgency = WAITING_LATE if days < 0 else WAITING_UNTIL, urgency_of(days)
        days = SOON_DAYS if days is None else days
        yield Alert("approval", urgency, "approvals", one.id, "status", days, Sentence(text, **values))


def urgency_of(days: int) -> Urgency:
    """Say how urgent something is that is due in so many days."""
    return "overdue" if days < 0 else "urgent" if days <= URGENT_DAYS else "soon"
