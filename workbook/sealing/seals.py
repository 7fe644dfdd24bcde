"""Which seals a document has, and with which state the plan is compared since."""

import datetime
from typing import NamedTuple, Protocol, runtime_checkable

from workbook.book import Book
from workbook.records import Agreement, Report, Seal

AMENDMENT = "amendment"
_NO_LONGER = frozenset({"terminated", "superseded"})


class State(NamedTuple):
    """A state of a workbook: the number and the hash of the last change set in it."""

    seq: int
    hash: str


@runtime_checkable
class MadeFrom(Protocol):
    """An operation about a document that was made from a state; it is refused when that is not the present one."""

    @property
    def made_from(self) -> State: ...


def seals_of(book: Book, type_name: str, record_id: str) -> tuple[Seal, ...]:
    """Return the seals of a document, the first one first."""
    found = book.where(Seal, record_type=type_name, record_id=record_id)
    return tuple(sorted(found, key=lambda seal: (seal.sealed_at.isoformat() if seal.sealed_at else "", seal.id)))


def latest_seal(book: Book, type_name: str, record_id: str) -> Seal | None:
    """Return the last seal of a document, if it has one."""
    found = seals_of(book, type_name, record_id)
    return found[-1] if found else None


def is_sealed(book: Book, type_name: str, record_id: str, *, wholly: bool = False) -> bool:
    """Say whether a document is sealed; with `wholly`, whether all parties had signed it when it was."""
    kinds = {seal.kind for seal in book.where(Seal, record_type=type_name, record_id=record_id)}
    return bool(kinds - {"part_signed_agreement"} if wholly else kinds)


def main_agreement(book: Book, agreement: Agreement) -> Agreement:
    """Return the agreement that an amendment changes; any other is its own."""
    seen = {agreement.id}
    while agreement.level == AMENDMENT:
        parent = book.one(Agreement, agreement.parent)
        if parent is None or parent.id in seen:
            break
        seen.add(parent.id)
        agreement = parent
    return agreement


def baseline_of(book: Book, agreement_id: str) -> Seal | None:
    """Return the seal with whose state the plan is compared: that of the last amendment, else the agreement's own."""
    found = _baselines(book, agreement_id)
    return found[-1] if found else None


def baseline_before(book: Book, amendment_id: str) -> Seal | None:
    """Return the seal with whose state the plan was compared before an amendment was sealed."""
    found = _baselines(book, amendment_id)
    own = next((place for place, seal in enumerate(found) if seal.record_id == amendment_id), len(found))
    return found[own - 1] if own else None


def _baselines(book: Book, agreement_id: str) -> list[Seal]:
    """Return the seals of an agreement and its amendments, in the order in which they were agreed."""
    given = book.one(Agreement, agreement_id)
    if given is None:
        return []
    main = main_agreement(book, given)
    amendments = (one for one in book.where(Agreement, parent=main.id, level=AMENDMENT))
    valid = sorted((one for one in amendments if one.status not in _NO_LONGER), key=lambda one: one.number or 0)
    found = [seal for one in (main, *valid) for seal in seals_of(book, "agreements", one.id)[-1:]]
    return [seal for seal in found if seal.kind == "signed_agreement" or seal.record_id == main.id]


def last_issued(book: Book, before: str = "") -> Report | None:
    """Return the report that was issued last, other than the one with the id `before`."""
    issued = (one for one in book.where(Report, status="issued") if one.id != before)
    return max(issued, key=_issued, default=None)


def _issued(report: Report) -> tuple[str, int, str]:
    at = report.issued_at or (
        datetime.datetime.combine(report.period_end, datetime.time(), datetime.UTC) if report.period_end else None
    )
    return at.isoformat() if at else "", report.sealed_state or 0, report.id
