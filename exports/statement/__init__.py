"""The statement of a partner: a letter about what it promised and what has arrived, to be confirmed."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document


def document(edition: Edition, partner_id: str | None = None) -> "Document":
    """Return the statement of one partner as an outline; without an id those of all partners, each on a new page.

    Raises `exports.statement.outline.NoSuchPartner` where the book has no partner with this id.
    """
    from exports.statement.outline import statement_document

    return statement_document(edition.translated, partner_id)
