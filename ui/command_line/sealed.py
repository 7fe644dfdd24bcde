"""The document behind a seal, taken out of a workbook as it was signed or issued."""

from pathlib import Path

from storage import OpenWorkbook
from ui.command_line.answers import UserError
from workbook.records import Seal


def sealed_document(opened: OpenWorkbook, code: str | None, target: Path) -> bytes:
    """Return the document of the seal that people call by a code; without a code, of the only one there is."""
    book = opened.workbook.book
    if target.suffix.lower() != ".pdf":
        raise UserError(f"“{target}” has to end in .pdf, as sealed documents do.")
    seals = book.all(Seal)
    if not seals:
        raise UserError("Nothing is sealed in this workbook; an agreement is sealed and a report issued in the window.")
    known = ", ".join(seal.code for seal in seals)
    if code is None and len(seals) == 1:
        return opened.workbook.content(seals[0].sha256)
    if code is None:
        raise UserError(f"Say which one with --seal; there are {known}.")
    found = book.by_code("seals", code)
    if not isinstance(found, Seal):
        raise UserError(f"There is no seal {code}; there are {known}.")
    return opened.workbook.content(found.sha256)
