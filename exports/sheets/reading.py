"""Reads a file into sheets, by what is in it and not by its name."""

from collections.abc import Iterable
from functools import cache

from exports.edition import Progress, no_progress
from exports.incoming.apart import read_apart
from exports.incoming.limits import SPREADSHEET, refuse
from exports.incoming.workbooks import put_together
from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.sheets.kinds import pieces_of_any
from workbook.bringing_in.sheets import Sheet

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".tab", ".txt", ".vcf", ".gan", ".xml")
"""How files that can be brought in end; what they are is told by what is in them."""


def read_sheets(content: bytes, name: str, progress: Progress = no_progress) -> tuple[Sheet, ...]:
    """Return the sheets of a file; raise `Refused` with one sentence where it cannot be read or is too large.

    Raises `Cancelled` when `progress` does.
    """
    if not content.strip(b"\0 \r\n\t"):
        refuse(name, "The file is empty; choose the one that holds the list.")
    if len(content) > SPREADSHEET.most_bytes:
        refuse(name, f"The file is larger than {SPREADSHEET.most_bytes >> 20} MB; copy what you need into a new one.")
    sheets, _ = put_together(read_apart(pieces_of_any, content, name, progress))
    return sheets


def holds_tracker(sheets: Iterable[Sheet]) -> bool:
    """Say whether a file is a tracker of ours, which says in a hidden sheet what it was made from."""
    return any(sheet.name == "_meta" for sheet in sheets)


@cache
def spellings(title: str) -> Iterable[str]:
    """Return one of our titles in each language that the program has."""
    return tuple(formats_in(language).words.gettext(title) for language in DOCUMENT_LANGUAGES)
