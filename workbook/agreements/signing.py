"""The way to a signed agreement: review, the partners' own approvals, ready, signatures."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.agreements.making import Making
from workbook.agreements.stages import UNSIGNED, hindrances, wrong_status
from workbook.book import Book, id_for
from workbook.changes import Change
from workbook.identity import new_id
from workbook.measures.agreements import has_signed
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record
from workbook.records import RECORD_TYPES, Agreement, Approval, Clause, Contact, Signature
from workbook.vocabularies import APPROVAL_ANSWERS, APPROVAL_STEPS

_SIGNABLE = frozenset({"ready_to_sign", "part_signed"})


def agreement_of(book: Book, agreement_id: str) -> tuple[Agreement, str]:
    """Return an agreement and what it is called; raise `Refused` where it was removed."""
    found = existing_record(book, RECORD_TYPES["agreements"], agreement_id)
    assert isinstance(found, Agreement)
    return found, book.label("agreements", agreement_id)


def refuse(agreement: Agreement, label: str, sentences: Iterator[str] | list[str]) -> None:
    """Raise `Refused` with every sentence, if there are any."""
    problems = [Problem(one, label, "agreements", agreement.id) for one in sentences]
    if problems:
        raise Refused(*problems)


@dataclass
class SendToReview:
    """Let the partners read and comment."""

    agreement_id: str
    title: str = field(default="Send {agreement} to review", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        problems = list(wrong_status(book, agreement, "in_review"))
        if not book.count_where(Clause, agreement=agreement.id, left_out=False):
            problems.append(Problem(f"{label} has no clauses yet; there is nothing to read.", label, "agreements"))
        if problems:
            raise Refused(*problems)
        self.values = {"agreement": label}
        making = Making(book)
        making.edit("agreements", agreement, {"status": "in_review"})
        return making.changes


@dataclass
class RecordApproval:
    """Write down an answer inside a partner's own organisation. `more` holds further fields of the step."""

    agreement_id: str
    partner_id: str
    step: str
    answer: str
    date: datetime.date | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    title: str = field(default="{step} of {partner} for {agreement}: {answer}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        partner = book.label("partners", self.partner_id)
        record_type = RECORD_TYPES["approvals"]
        key = {"agreement": agreement.id, "partner": self.partner_id, "step": self.step}
        held = book.get("approvals", id_for(record_type, key, new_id))
        refuse(agreement, label, self._problems(agreement, label, partner, held))
        answered = None if self.answer == "waiting" else self.date
        given = {**self.more, "status": self.answer, "date": answered}
        making = Making(book)
        if held is None:
            making.add("approvals", {**given, **key})
        else:
            making.edit("approvals", held, given)
        backwards = self.answer == "refused" and agreement.status == "ready_to_sign"
        if agreement.status in (None, "draft", "in_review") or backwards:
            making.edit("agreements", agreement, {"status": "partner_approval", "ready": None})
        step, answer = APPROVAL_STEPS.title(self.step), APPROVAL_ANSWERS.title(self.answer).lower()
        self.values = {"agreement": label, "partner": partner, "step": step, "answer": answer}
        return making.changes

    def _problems(self, agreement: Agreement, label: str, partner: str, held: Any) -> Iterator[str]:
        if (agreement.status or "draft") not in UNSIGNED:
            yield f"{label} is signed already; its internal approvals stay as they are."
        if self.partner_id not in agreement.parties:
            yield f"{partner} is no party to {label}; add it to the parties first."
        if self.step not in APPROVAL_STEPS or self.answer not in APPROVAL_ANSWERS:
            yield "Choose the step and the answer from the lists."
        said = str(self.more.get("note", getattr(held, "note", "")) or "").strip()
        if self.answer in ("refused", "not_needed") and not said:
            yield "Say why in the notes, so that the others can follow."
        if self.answer in ("approved", "refused") and self.date is None:
            yield "Say on which day the answer was given."


@dataclass
class MakeReady:
    """Let the parties sign: nothing that blocks is left open, and every internal approval is given."""

    agreement_id: str
    today: datetime.date
    title: str = field(default="{agreement} is ready to sign", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        problems = [*wrong_status(book, agreement, "ready_to_sign"), *hindrances(book, agreement, self.today)]
        if problems:
            raise Refused(*problems)
        self.values = {"agreement": label}
        making = Making(book)
        making.edit("agreements", agreement, {"status": "ready_to_sign", "ready": self.today})
        making.ask_for_signatures(agreement)
        return making.changes


@dataclass
class RecordSignature:
    """Write down that a party signed; with the last one the agreement is in force.

    `more` holds further fields of the signature: who, in what capacity, where, by which method, before which witness.
    """

    agreement_id: str
    partner_id: str
    date: datetime.date
    more: Mapping[str, Any] = field(default_factory=dict)
    title: str = field(default="{partner} signed {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        partner = book.label("partners", self.partner_id)
        held = next(iter(book.where(Signature, agreement=agreement.id, partner=self.partner_id)), None)
        refuse(agreement, label, self._problems(book, agreement, label, held))
        self.values = {"agreement": label, "partner": partner}
        making = Making(book)
        given = {**self.more, "signed": True, "date": self.date}
        if held is None:
            making.add("signatures", {**given, "agreement": agreement.id, "partner": self.partner_id})
        else:
            making.edit("signatures", held, given)
        if all(has_signed(making.book, agreement, one) for one in agreement.parties):
            in_force(making, agreement)
        else:
            making.edit("agreements", agreement, {"status": "part_signed"})
        return making.changes

    def _problems(self, book: Book, agreement: Agreement, label: str, held: Signature | None) -> Iterator[str]:
        partner = book.label("partners", self.partner_id)
        if agreement.status not in _SIGNABLE:
            yield f"{label} is not ready to sign; make it ready first, so that nobody signs what is still open."
        if self.partner_id not in agreement.parties:
            yield f"{partner} is no party to {label}."
        if held is not None and held.signed:
            yield f"{partner} has signed {label} already."
        contact = book.one(Contact, self.more.get("contact", held.contact if held else None))
        if contact is not None and contact.partner != self.partner_id:
            yield f"{book.label('contacts', contact.id)} does not speak for {partner}; choose one of its people."
        wanted = self.more.get("witness_wanted", held is not None and held.witness_wanted)
        if wanted and not str(self.more.get("witness", held.witness if held else "")).strip():
            yield f"A witness is wanted for the signature of {partner}; say who it was."
        if agreement.ready is not None and self.date < agreement.ready and agreement.status == "ready_to_sign":
            yield f"{label} has been ready since {agreement.ready}; nobody can have signed it before."


def in_force(making: Making, agreement: Agreement) -> None:
    """Put an agreement that all have signed in force; what it takes the place of is superseded."""
    dates = [one.date for one in making.book.where(Signature, agreement=agreement.id) if one.date is not None]
    last = max(dates, default=None)
    given = {"status": "in_force", "signed": last, "effective": agreement.effective or last}
    making.edit("agreements", agreement, given)
    older = making.book.one(Agreement, agreement.supersedes)
    if older is not None and older.status in ("in_force", "expired", "part_signed"):
        making.edit("agreements", older, {"status": "superseded"})


def approvals_of(book: Book, agreement_id: str, partner_id: str) -> tuple[Approval, ...]:
    """Return the steps of a partner's own way to an agreement, in its order."""
    found = book.where(Approval, agreement=agreement_id, partner=partner_id)
    return tuple(sorted(found, key=lambda one: (one.position is None, one.position or 0)))
