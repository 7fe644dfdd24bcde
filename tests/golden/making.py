"""Documents made as the program makes them: by the catalogue."""

from exports.catalogue import Wanted, made
from exports.edition import Edition
from exports.kinds import KINDS
from workbook.since import Since


def pdf_of(kind: str, edition: Edition, subject: str = "", since: Since | None = None) -> bytes:
    """Return a document of this kind as PDF, about a record if one is named."""
    return made(KINDS[kind], ".pdf", edition, Wanted(subject, since))
