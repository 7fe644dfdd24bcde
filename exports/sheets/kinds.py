"""Tells what a file is by what is in it, and reads it; this is what runs in the process apart."""

import io
from collections.abc import Iterator

from exports.incoming.archives import ZIP
from exports.incoming.limits import LOCKED, SPREADSHEET, refuse
from exports.incoming.workbooks import Piece, pieces_of, pieces_of_packed, pieces_of_sheet
from exports.sheets.cards import sheet_of_cards
from exports.sheets.text import sheet_of_text
from exports.sheets.work_plans import sheet_of_plan

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPENED_XLS = b"\x09"  # an .xls without its container begins with a record of this kind
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 1_000_000


def pieces_of_any(content: bytes, name: str) -> Iterator[Piece]:
    """Yield the sheets of any file; raise `Refused` with one sentence where it cannot be read or is too large."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if content.startswith(ZIP):
        yield from pieces_of_packed(content, name, SPREADSHEET)
    elif content.startswith(_OLE) or (content[:1] == _OPENED_XLS and name.lower().endswith(".xls")):
        if _ENCRYPTED in content[:_LOOKED_AT]:
            refuse(name, LOCKED)
        yield from pieces_of(io.BytesIO(content), name, SPREADSHEET)
    elif start[:12].upper().startswith(b"BEGIN:VCARD"):
        yield from pieces_of_sheet(sheet_of_cards(content, name))
    elif start.startswith(b"<?xml") or name.lower().endswith((".gan", ".xml")):
        yield from pieces_of_sheet(sheet_of_plan(content, name))
    else:
        yield from pieces_of_sheet(sheet_of_text(content, name))
