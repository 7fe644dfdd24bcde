"""Reads a file into sheets, by what is in it and not by its name."""

from collections.abc import Iterable
from functools import cache

from python_calamine import CalamineError, PasswordError

from exports.languages import DOCUMENT_LANGUAGES, formats_in
from exports.sheets.apart import sheets_apart, sheets_of
from exports.sheets.cards import sheet_of_cards
from exports.sheets.limits import LOCKED, MOST_BYTES, look_into_archive, refuse
from exports.sheets.text import sheet_of_text
from exports.sheets.work_plans import sheet_of_plan
from workbook.bringing_in.sheets import Sheet

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".tab", ".txt", ".vcf", ".gan", ".xml")
"""How files that can be brought in end; what they are is told by what is in them."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = "This is not a spreadsheet, or it is damaged; open it, save it as .xlsx, and choose that."
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 1_000_000
_OPENED_XLS = b"\x09"  # an .xls without its container begins with a record of this kind


def read_sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets of a file; raise `Refused` with one sentence where it cannot be read or is too large."""
    if not content.strip(b"\0 \r\n\t"):
        refuse(name, "The file is empty; choose the one that holds the list.")
    if len(content) > MOST_BYTES:
        refuse(name, f"The file is larger than {MOST_BYTES // 1_000_000} MB; copy what you need into a new one.")
    if content.startswith(_ZIP):
        look_into_archive(content, name)
        return _of_workbook(content, name)
    if content.startswith(_OLE) or (content[:1] == _OPENED_XLS and name.lower().endswith(".xls")):
        return _of_old_workbook(content, name)
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start[:12].upper().startswith(b"BEGIN:VCARD"):
        return (sheet_of_cards(content, name),)
    if start.startswith(b"<?xml") or name.lower().endswith((".gan", ".xml")):
        return (sheet_of_plan(content, name),)
    return (sheet_of_text(content, name),)


def _of_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    try:
        return sheets_of(content, name)
    except PasswordError:
        refuse(name, LOCKED)
    except (CalamineError, OSError, ValueError):
        refuse(name, _DAMAGED)


def _of_old_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    if _ENCRYPTED in content[:_LOOKED_AT]:
        refuse(name, LOCKED)
    return sheets_apart(content, name, _DAMAGED)


def holds_tracker(sheets: Iterable[Sheet]) -> bool:
    """Say whether a file is a tracker of ours, which says in a hidden sheet what it was made from."""
    return any(sheet.name == "_meta" for sheet in sheets)


@cache
def spellings(title: str) -> Iterable[str]:
    """Return one of our titles in each language that the program has."""
    return tuple(formats_in(language).words.gettext(title) for language in DOCUMENT_LANGUAGES)
