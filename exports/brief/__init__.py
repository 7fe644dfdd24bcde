"""The leadership brief: one page for somebody who has two minutes."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document
    from workbook.since import Since


def document(edition: Edition, report_id: str | None = None, since: "Since | None" = None) -> "Document":
    """Return the brief of a report as an outline; without an id, of the state on the day of the edition.

    Raises `exports.report.outline.NoSuchReport` where the book has no report with this id.
    """
    from exports.brief.outline import brief_document

    return brief_document(edition.translated, report_id, since)
