"""What becomes of an agreement after it was signed: a next version, an early end, its time running out."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbook.agreements.making import Making
from workbook.agreements.signing import agreement_of, refuse
from workbook.agreements.stages import ENDED, UNSIGNED, may_follow, status_on
from workbook.book import Book
from workbook.changes import Change
from workbook.measures.agreements import terms_in_effect
from workbook.operations.base import Problem, Refused
from workbook.records import Agreement, Approval

_CARRIED = (
    "title", "level", "parties", "review", "expiry", "notice_days", "reminder_days", "binding", "governing_law",
    "place", "renewal", "parent", "language", "second_language", "layout", "prevailing_language",
)  # fmt: skip
_NUMBER = re.compile(r"\d+")


@dataclass
class NewVersion:
    """Begin the next version of a signed agreement; the old one is superseded when the new one comes in force."""

    agreement_id: str
    record_id: str = ""
    title: str = field(default="Draft version {version} of {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        old, label = agreement_of(book, self.agreement_id)
        refuse(old, label, self._problems(book, old, label))
        version = next_version(old.version)
        terms = terms_in_effect(book, old)
        given = {name: getattr(terms, name) for name in _CARRIED}
        making = Making(book)
        new = making.add("agreements", {**given, "version": version, "supersedes": old.id})
        assert isinstance(new, Agreement)
        making.copy_clauses(old, new)
        making.ask_for_signatures(new, old)
        for one in book.where(Approval, agreement=old.id):
            step = {"partner": one.partner, "step": one.step, "position": one.position, "decides": one.decides}
            making.add("approvals", {**step, "agreement": new.id})
        self.record_id = new.id
        self.values = {"agreement": label, "version": version}
        return making.changes

    def _problems(self, book: Book, old: Agreement, label: str) -> Iterator[str]:
        if (old.status or "draft") in UNSIGNED:
            yield f"{label} is not signed yet; edit it as it is."
        if old.status == "superseded":
            yield f"{label} has been superseded; begin with the version that took its place."
        for newer in book.where(Agreement, supersedes=old.id):
            if newer.status not in ENDED:
                yield f"{book.label('agreements', newer.id)} takes its place already; edit that one."


@dataclass
class Terminate:
    """End an agreement before its time, on a day and for a reason."""

    agreement_id: str
    date: datetime.date
    reason: str
    title: str = field(default="End {agreement} early", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        refuse(agreement, label, self._problems(agreement, label))
        self.values = {"agreement": label}
        making = Making(book)
        given = {"status": "terminated", "ended": self.date, "ended_reason": self.reason}
        making.edit("agreements", agreement, given)
        return making.changes

    def _problems(self, agreement: Agreement, label: str) -> Iterator[str]:
        if not may_follow(agreement.status, "terminated"):
            said = "has ended already" if agreement.status in ENDED else "is not signed; remove it if nobody needs it"
            yield f"{label} {said}."
        if not self.reason.strip():
            yield f"Say why {label} ends early."
        if agreement.effective is not None and self.date < agreement.effective:
            yield f"{label} is in force from {agreement.effective}; it cannot end before."


@dataclass
class MarkExpired:
    """Say of every agreement whose end has passed that it has expired."""

    today: datetime.date
    title: str = field(default="Mark {count} agreements as expired", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        making = Making(book)
        for agreement in book.all(Agreement):
            if agreement.status == "in_force" and status_on(agreement, self.today) == "expired":
                making.edit("agreements", agreement, {"status": "expired"})
        if not making.changes:
            raise Refused(Problem("No agreement has run out; there is nothing to mark."))
        self.values = {"count": str(len(making.changes))}
        return making.changes


def next_version(version: str) -> str:
    """Return what comes after a version: the next whole number, or “2” where there was none."""
    match = _NUMBER.search(version)
    return str(int(match[0]) + 1) if match else "2"


def history_of(book: Book, agreement_id: str) -> tuple[Agreement, ...]:
    """Return all versions of an agreement, the first one first, for the table of versions."""
    found: list[Agreement] = []
    one = book.one(Agreement, agreement_id)
    while one is not None and one not in found:
        found.insert(0, one)
        one = book.one(Agreement, one.supersedes)
    return tuple(found)
