"""What a training session needs on paper: the sheet to sign in on, and the certificates afterwards."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document


def sign_in_sheet(edition: Edition, session_id: str) -> "Document":
    """Return the sheet to sign in on as an outline.

    Raises `exports.training.sessions.NoSuchSession` where the book has no session with this id.
    """
    from exports.training.sheet import sheet_document

    return sheet_document(edition, session_id)


def certificates(edition: Edition, session_id: str) -> "Document":
    """Return the certificates of a session as an outline, one to a page.

    Raises `exports.training.sessions.NoSuchSession` where the book has no session with this id.
    """
    from exports.training.awarding import certificates_document

    return certificates_document(edition, session_id)
