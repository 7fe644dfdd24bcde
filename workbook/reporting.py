"""Which report is being written."""

import datetime

from workbook.book import Book
from workbook.records import Report


def current_report(book: Book) -> Report | None:
    """Return the report that people are writing: the draft with the latest period, or the latest one at all."""
    reports = book.all(Report)
    if not reports:
        return None
    return max(
        reports, key=lambda report: (report.status != "issued", report.period_end or datetime.date.min, report.id)
    )
