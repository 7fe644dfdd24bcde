"""Which report is being written, and with what its reader compares it."""

import datetime

from workbook.book import Book
from workbook.records import Report
from workbook.sealing import last_issued
from workbook.since import Since, since
from workbook.states import Read, book_at


def current_report(book: Book) -> Report | None:
    """Return the report that people are writing: the draft with the latest period, or the latest one at all."""
    reports = book.all(Report)
    if not reports:
        return None
    return max(
        reports, key=lambda report: (report.status != "issued", report.period_end or datetime.date.min, report.id)
    )


def compared(read: Read, now: Book, seq: int, report_id: str) -> Since | None:
    """Compare a state with the one of the report before: the one that the report names, else the last one issued.

    `now` is the state after change set `seq`, and `read` returns change sets by number. None where no earlier report
    was issued, so that there is nothing to compare with.
    """
    report = now.one(Report, report_id)
    named = now.one(Report, report.previous) if report is not None else None
    earlier = named or last_issued(now, before=report_id)
    if earlier is None or earlier.sealed_state is None or earlier.sealed_state > seq:
        return None
    day = earlier.issued_at.date() if earlier.issued_at is not None else earlier.period_end
    if day is None:
        return None
    return since(earlier.title, day, book_at(read, now, seq, earlier.sealed_state), now)
