"""A small partnership that signs, in memory: what the tests of sealing begin with."""

import datetime
from typing import Any

from workbook.book import Book
from workbook.journal import MemoryJournal
from workbook.operations import AddRecord, EditRecord
from workbook.records import Seal
from workbook.sealing.operations import IssueReport, SealAgreement, SealedBy
from workbook.workbook import Author, Workbook

NOW = datetime.datetime(2027, 3, 1, 9, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()
PDF = b"%PDF-1.7 signed"


def new_workbook(book: Book | None = None) -> Workbook:
    return Workbook(book or Book.empty(), MemoryJournal(), Author("Ana", "desk"), lambda: NOW)


def add(workbook: Workbook, type_name: str, **given: Any) -> str:
    operation = AddRecord(type_name, given)
    workbook.do(operation)
    return operation.record_id


def edit(workbook: Workbook, type_name: str, record_id: str, **given: Any) -> None:
    workbook.do(EditRecord(type_name, record_id, given))


def partnership(into: Workbook | None = None) -> Workbook:
    """A plan with two partners, an activity and an agreement with a clause, which nobody has signed yet."""
    workbook = into or new_workbook()
    add(workbook, "plan", title="Lab", start=datetime.date(2027, 1, 1), end=datetime.date(2028, 12, 31))
    museum = add(workbook, "partners", name="Museum", status="engaged")
    school = add(workbook, "partners", name="School", status="engaged")
    add(workbook, "activities", title="Open the workshop", end=datetime.date(2027, 9, 1))
    agreement = add(workbook, "agreements", title="Lab agreement", level="mou", parties=(museum, school))
    add(workbook, "clauses", agreement=agreement, topic="purpose", heading="Purpose", body="To open a workshop.")
    return workbook


def sign(workbook: Workbook, *places: int) -> None:
    """Let the parties at these places sign the first agreement, by hand as in an existing partnership."""
    agreement = workbook.book.records("agreements")[0]
    partners = workbook.book.records("partners")
    for place in places:
        add(workbook, "signatures", agreement=agreement.id, partner=partners[place].id, signed=True, date=TODAY)
    edit(workbook, "agreements", agreement.id, status="in_force" if len(places) == 2 else "part_signed")


def by(workbook: Workbook) -> SealedBy:
    return SealedBy(workbook.state, NOW, "Ana")


def seal(workbook: Workbook, agreement_id: str = "", pdf: bytes = PDF, reason: str = "") -> Seal:
    agreement_id = agreement_id or workbook.book.records("agreements")[0].id
    operation = SealAgreement(agreement_id, pdf, by(workbook), reason=reason)
    workbook.do(operation)
    made = workbook.book.one(Seal, operation.record_id)
    assert made is not None
    return made


def issue(workbook: Workbook, report_id: str, pdf: bytes = PDF) -> None:
    workbook.do(IssueReport(report_id, pdf, by(workbook)))


def sealed_partnership(into: Workbook | None = None) -> Workbook:
    workbook = partnership(into)
    sign(workbook, 0, 1)
    seal(workbook)
    return workbook
