"""The leadership brief: one page for somebody who has two minutes."""

from typing import TYPE_CHECKING

from exports.edition import Edition, Progress, no_progress

if TYPE_CHECKING:
    from exports.outline import Document
    from workbook.since import Since


def document(edition: Edition, report_id: str | None = None, since: "Since | None" = None) -> "Document":
    """Return the brief of a report as an outline; without an id, of the state on the day of the edition.

    Raises `exports.report.outline.NoSuchReport` where the book has no report with this id.
    """
    from exports.brief.outline import brief_document

    return brief_document(edition.translated, report_id, since)


def to_pdf(
    edition: Edition,
    report_id: str | None = None,
    progress: Progress = no_progress,
    since: "Since | None" = None,
) -> bytes:
    """Return the brief as PDF of one page."""
    from exports.pdf import render

    return render(document(edition, report_id, since), page=edition.paper, progress=progress)
