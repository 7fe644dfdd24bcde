"""Agreements: letters of intent, memoranda, agreements and their annexes, made from the plan and the clause library."""

from typing import TYPE_CHECKING

from exports.edition import Edition

if TYPE_CHECKING:
    from exports.outline import Document


def document(edition: Edition, agreement_id: str) -> "Document":
    """Return an agreement as an outline, in its own language or languages unless the edition asks for one.

    Raises `NoSuchAgreement` where the book has none with this id.
    """
    from exports.agreement.bilingual import document_in_its_languages

    return document_in_its_languages(edition, agreement_id)


def gaps(edition: Edition, agreement_id: str) -> tuple[tuple[str, str], ...]:
    """Return what the plan still has to say: pairs of what is missing and the clause where it is missing."""
    from exports.agreement.outline import agreement_gaps

    return agreement_gaps(edition, agreement_id)
