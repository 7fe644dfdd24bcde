"""Sealing a signed agreement and issuing a report: the document, the state behind it and the day, in one step."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book, name_of
from workbook.changes import Change, change_between
from workbook.contents import MOST_BYTES, fingerprint_of, too_large
from workbook.measures.agreements import has_signed
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record
from workbook.records import RECORD_TYPES, Agreement, Report
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
class _Sealing:
    """What sealing and issuing have in common: which record, its document as it is given out, and who fixes it."""

    document_id: str
    pdf: bytes
    sealed: SealedBy
    language: str = ""
    record_id: str = field(default="", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def contents(self) -> Mapping[str, bytes]:
        return {fingerprint_of(self.pdf): self.pdf}

    @property
    def made_from(self) -> State:
        return self.sealed.made_from

    def _refuse(self, book: Book, type_name: str, problems: Iterable[str]) -> None:
        """Refuse what cannot be sealed, with every reason; the document itself comes first."""
        found = (*_document_problems(self.pdf), *problems)
        if found:
            label = book.label(type_name, self.document_id)
            raise Refused(*(Problem(one, label, type_name, self.document_id) for one in found))

    def _sealed(
        self, book: Book, record: Agreement | Report, told: Mapping[str, Any], after: Mapping[str, Any]
    ) -> tuple[Change, ...]:
        """Return the two changes: a seal, of which `told` says what it is of, and the record marked with its state."""
        record_type, seals = RECORD_TYPES[name_of(type(record))], RECORD_TYPES["seals"]
        seal = made_record(
            book,
            seals,
            {
                "title": record.title,
                "language": self.language or record.language or book.plan.language,
                "record_type": record_type.name,
                "record_id": record.id,
                "sealed_at": self.sealed.at.astimezone(datetime.UTC).replace(microsecond=0),
                "sealed_by": self.sealed.by,
                "state": self.made_from.seq,
                "state_hash": self.made_from.hash,
                "sha256": fingerprint_of(self.pdf),
                "size": len(self.pdf),
                **told,
            },
        )
        self.record_id = seal.id
        state = {"sealed_state": self.made_from.seq, "sealed_hash": self.made_from.hash}
        marked = accepted(book, record_type, record, {**after, **state})
        changes = (change_between(seals, None, seal), change_between(record_type, record, marked))
        return tuple(change for change in changes if change is not None)


@dataclass
class SealAgreement(_Sealing):
    """Fix an agreement for good, with the document as it was signed.

    All parties must have signed. Where some have not, a `reason` says why it is sealed nevertheless; it can be sealed
    once more when the others have signed.
    """

    reason: str = ""
    title: str = field(default="Seal {agreement}", init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement = existing_record(book, RECORD_TYPES["agreements"], self.document_id)
        assert isinstance(agreement, Agreement)
        label, missing = book.label("agreements", agreement.id), unsigned(book, agreement)
        self._refuse(book, "agreements", self._problems(book, agreement, label, missing))
        self.values = {"agreement": label}
        told = {
            "kind": "part_signed_agreement" if missing else "signed_agreement",
            "version": agreement.version,
            "reason": self.reason if missing else "",
        }
        return self._sealed(book, agreement, told, {})

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
class IssueReport(_Sealing):
    """Fix a report for good, with the document as it is given out; a correction is a new report."""

    title: str = field(default="Issue {report}", init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        report = existing_record(book, RECORD_TYPES["reports"], self.document_id)
        assert isinstance(report, Report)
        label = book.label("reports", report.id)
        issued = report.status == "issued" or is_sealed(book, "reports", report.id)
        again = f"{label} has been issued already; a correction is a new report."
        self._refuse(book, "reports", (again,) if issued else ())
        self.values = {"report": label}
        return self._sealed(book, report, {"kind": "issued_report"}, {"status": "issued", "issued_at": self.sealed.at})


def unsigned(book: Book, agreement: Agreement) -> tuple[str, ...]:
    """Return the names of the parties that have not signed an agreement."""
    return tuple(book.label("partners", one) for one in agreement.parties if not has_signed(book, agreement, one))


def _document_problems(pdf: bytes) -> Iterator[str]:
    if not pdf.startswith(_PDF):
        yield "The document to be sealed has to be a PDF; make it again."
    elif len(pdf) > MOST_BYTES:
        yield too_large("The document", len(pdf)).sentence
