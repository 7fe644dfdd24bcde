"""Documents made as the program makes them: by the catalogue."""

from exports.catalogue import KINDS, Wanted
from exports.edition import Edition
from workbook.since import Since


def pdf_of(kind: str, edition: Edition, subject: str = "", since: Since | None = None) -> bytes:
    """Return a document of this kind as PDF, about a record if one is named."""
    return KINDS[kind].makers[".pdf"](edition, Wanted(subject, since))
