"""Progress reports: what was reached, what is late, what it costs, and which decision is asked."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document
    from workbook.since import Since


def document(edition: Edition, report_id: str | None = None, since: "Since | None" = None) -> "Document":
    """Return a progress report as an outline; without an id, a report of the state on the day of the edition.

    `since` compares it with the state that the reader saw last.
    Raises `NoSuchReport` where the book has no report with this id.
    """
    from exports.report.outline import report_document

    return report_document(edition.translated, report_id, since)
