"""The annual review pack: what an audit committee needs before it says that a partnership goes on."""

from typing import TYPE_CHECKING

from exports.edition import Edition, Progress, no_progress

if TYPE_CHECKING:
    from exports.outline import Document


def document(edition: Edition) -> "Document":
    """Return the pack as an outline."""
    from exports.review.outline import review_document

    return review_document(edition.translated)


def to_pdf(edition: Edition, progress: Progress = no_progress) -> bytes:
    """Return the pack as PDF."""
    from exports.pdf import render

    return render(document(edition), page=edition.paper, progress=progress)
