"""Sealing a signed agreement and issuing a report: the document, the state behind it and the day, in one step."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.contents import MOST_BYTES, fingerprint_of, too_large
from workbook.measures.agreements import has_signed
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record
from workbook.records import RECORD_TYPES, Agreement, Record, Report
from workbook.sealing.seals import State, is_sealed

_PDF = b"%PDF-"
_SIGNED_STATUSES = frozenset({"part_signed", "in_force", "expired"})


@dataclass(frozen=True)
class SealedBy:
    """Who seals a document, when, and from which state of the workbook it was made."""

    made_from: State
    at: datetime.datetime
    by: str


@dataclass
class SealAgreement:
    """Fix an agreement for good, with the document as it was signed.

    All parties must have signed. Where some have not, a `reason` says why it is sealed nevertheless; it can be sealed
    once more when the others have signed.
    """

    agreement_id: str
    pdf: bytes
    sealed: SealedBy
    language: str = ""
    reason: str = ""
    record_id: str = ""
    title: str = field(default="Seal {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def contents(self) -> Mapping[str, bytes]:
        return {fingerprint_of(self.pdf): self.pdf}

    @property
    def made_from(self) -> State:
        return self.sealed.made_from

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement = existing_record(book, RECORD_TYPES["agreements"], self.agreement_id)
        assert isinstance(agreement, Agreement)
        label = book.label("agreements", agreement.id)
        missing = unsigned(book, agreement)
        problems = [*_document_problems(self.pdf), *self._problems(book, agreement, label, missing)]
        if problems:
            raise Refused(*(Problem(one, label, "agreements", agreement.id) for one in problems))
        self.values = {"agreement": label}
        kind = "part_signed_agreement" if missing else "signed_agreement"
        given = {
            "title": agreement.title,
            "kind": kind,
            "version": agreement.version,
            "language": self.language or agreement.language or book.plan.language,
            "reason": self.reason if missing else "",
        }
        made = _seal(book, agreement, self.pdf, self.sealed, given)
        self.record_id = made.id
        after = {"sealed_state": self.made_from.seq, "sealed_hash": self.made_from.hash}
        return _both(book, agreement, made, after)

    def _problems(self, book: Book, agreement: Agreement, label: str, missing: tuple[str, ...]) -> Iterator[str]:
        if is_sealed(book, "agreements", agreement.id, wholly=True):
            yield f"{label} is sealed already; draft an amendment to change it."
        elif is_sealed(book, "agreements", agreement.id) and missing:
            yield f"{label} is sealed as far as it is signed; seal it again when {', '.join(missing)} signed too."
        if not agreement.parties:
            yield f"{label} names no parties; name those who signed it."
        if agreement.status not in _SIGNED_STATUSES:
            yield f"{label} is not signed; record the signatures first."
        elif missing and not self.reason.strip():
            yield f"{', '.join(missing)} did not sign {label} yet; record that, or say why it is sealed before."


@dataclass
class IssueReport:
    """Fix a report for good, with the document as it is given out; a correction is a new report."""

    report_id: str
    pdf: bytes
    sealed: SealedBy
    language: str = ""
    record_id: str = ""
    title: str = field(default="Issue {report}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def contents(self) -> Mapping[str, bytes]:
        return {fingerprint_of(self.pdf): self.pdf}

    @property
    def made_from(self) -> State:
        return self.sealed.made_from

    def plan(self, book: Book) -> tuple[Change, ...]:
        report = existing_record(book, RECORD_TYPES["reports"], self.report_id)
        assert isinstance(report, Report)
        label = book.label("reports", report.id)
        problems = list(_document_problems(self.pdf))
        if report.status == "issued" or is_sealed(book, "reports", report.id):
            problems.append(f"{label} has been issued already; a correction is a new report.")
        if problems:
            raise Refused(*(Problem(one, label, "reports", report.id) for one in problems))
        self.values = {"report": label}
        given = {
            "title": report.title,
            "kind": "issued_report",
            "language": self.language or report.language or book.plan.language,
        }
        made = _seal(book, report, self.pdf, self.sealed, given)
        self.record_id = made.id
        after = {
            "status": "issued",
            "issued_at": self.sealed.at,
            "sealed_state": self.made_from.seq,
            "sealed_hash": self.made_from.hash,
        }
        return _both(book, report, made, after)


def unsigned(book: Book, agreement: Agreement) -> tuple[str, ...]:
    """Return the names of the parties that have not signed an agreement."""
    return tuple(book.label("partners", one) for one in agreement.parties if not has_signed(book, agreement, one))


def _document_problems(pdf: bytes) -> Iterator[str]:
    if not pdf.startswith(_PDF):
        yield "The document to be sealed has to be a PDF; make it again."
    elif len(pdf) > MOST_BYTES:
        yield too_large("The document", len(pdf)).sentence


def _seal(book: Book, record: Record, pdf: bytes, sealed: SealedBy, given: Mapping[str, Any]) -> Record:
    values = {
        **given,
        "record_type": "agreements" if isinstance(record, Agreement) else "reports",
        "record_id": record.id,
        "sealed_at": sealed.at.astimezone(datetime.UTC).replace(microsecond=0),
        "sealed_by": sealed.by,
        "state": sealed.made_from.seq,
        "state_hash": sealed.made_from.hash,
        "sha256": fingerprint_of(pdf),
        "size": len(pdf),
    }
    return made_record(book, RECORD_TYPES["seals"], values)


def _both(book: Book, record: Record, seal: Record, after: Mapping[str, Any]) -> tuple[Change, ...]:
    record_type = RECORD_TYPES["agreements" if isinstance(record, Agreement) else "reports"]
    edited = accepted(book, record_type, record, after)
    changes = (change_between(RECORD_TYPES["seals"], None, seal), change_between(record_type, record, edited))
    return tuple(change for change in changes if change is not None)
