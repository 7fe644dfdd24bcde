"""The annual review pack: what an audit committee needs before it says that a partnership goes on."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document


def document(edition: Edition) -> "Document":
    """Return the pack as an outline."""
    from exports.review.outline import review_document

    return review_document(edition.translated)
