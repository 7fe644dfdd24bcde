"""Limits on a file from outside before anything reads what is in it: a workbook arrives by e-mail from anybody.

The reader of spreadsheets is given a fresh archive of what was unpacked here, so that nothing is left in it that was
not measured: no second size, no second entry of the same name, no cell that would ask for the memory of a whole sheet.
"""

import io
import re
import struct
import zlib
from dataclasses import dataclass
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from workbook.problems import Problem, Refused


@dataclass(frozen=True)
class Limits:
    """How large a returned file may be: as it comes, unpacked, in parts, in rows; `what` is what people call it.

    `tells_unknown`: a formula that nobody has worked out is read as `UNKNOWN`, and not as an empty cell.
    """

    what: str
    most_bytes: int
    most_unpacked: int
    most_entries: int
    most_row: int
    tells_unknown: bool = False


FORM = Limits("form", 4 * 1024 * 1024, 24 * 1024 * 1024, 300, 5_000)
TRACKER = Limits("tracker", 32 * 1024 * 1024, 192 * 1024 * 1024, 600, 120_000, tells_unknown=True)
_MOST_COLUMN_LETTERS = 2
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]*)([0-9]*)\s*["']""")
_ERROR = re.compile(rb"""(<(?:\w+:)?c\b[^>]*?\bt\s*=\s*["'])e(["'])""")
UNKNOWN = "#UNKNOWN!"
"""What a formula says that no program has worked out since it was written."""
_NOT_WORKED_OUT = re.compile(
    rb"""<((?:\w+:)?)c\b((?:\s+(?!t\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)(?:\s+t\s*=\s*(?:"[^"]*"|'[^']*'))?"""
    rb"""((?:\s+(?!t\s*=)[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*>\s*<\1f\b(?:[^>]*/>|[^>]*>[^<]*</\1f>)"""
    rb"""\s*(?:<\1v\s*/>|<\1v>\s*</\1v>)?\s*</\1c>"""
)
_UNREADABLE = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, struct.error, ValueError, zlib.error)
_DAMAGED = "The file is damaged and cannot be read; ask for it again."


def unpacked(content: bytes, file: str, limits: Limits = FORM) -> io.BytesIO:
    """Return a workbook that can be read without harm; raise `Refused` with one sentence where it cannot."""
    if len(content) > limits.most_bytes:
        what = limits.what
        raise _refused(file, f"The file is far larger than a {what}; choose the {what} that was sent back.")
    if content.startswith(_OLE):
        raise _refused(file, _old_or_locked(content))
    if not content.startswith(_ZIP):
        raise _refused(file, _not_packed(content, limits))
    try:
        entries = _entries(content, file, limits)
    except _UNREADABLE as error:
        raise _refused(file, _DAMAGED) from error
    _look_into(entries, file, limits)
    measured = io.BytesIO()
    with ZipFile(measured, "w", ZIP_STORED) as archive:
        for name, held in entries.items():
            archive.writestr(name, _with_words(held, limits) if _is_sheet(name) else held)
    measured.seek(0)
    return measured


def _entries(content: bytes, file: str, limits: Limits) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        listed = archive.infolist()
        if len(listed) > limits.most_entries or sum(entry.file_size for entry in listed) > limits.most_unpacked:
            raise _refused(file, f"The file unpacks to far more than a {limits.what}; ask for it again.")
        if any(entry.flag_bits & 1 for entry in listed):
            raise _refused(file, _LOCKED)
        held = {}
        for entry in listed:
            if not entry.is_dir():
                held[entry.filename] = archive.read(entry)
        return held


def _look_into(entries: dict[str, bytes], file: str, limits: Limits) -> None:
    what, names = limits.what, {name.lower() for name in entries}
    if "mimetype" in names and entries.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        raise _refused(file, "This is an OpenDocument file; save it as an Excel workbook (.xlsx), and choose that.")
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise _refused(file, f"The file carries macros, which a {what} never does; ask for the {what} without them.")
    if "xl/workbook.xml" not in names:
        raise _refused(file, f"This is not an Excel workbook; choose the {what} that was sent back.")
    for name, held in entries.items():
        lowered = name.lower()
        if lowered.endswith((".xml", ".rels")) and b"<!DOCTYPE" in held:
            raise _refused(file, _DAMAGED)
        if _is_sheet(name) and _is_vast(held, limits):
            raise _refused(file, f"A sheet has cells far outside the {what}; delete them, or fill in a new {what}.")


def _is_sheet(name: str) -> bool:
    lowered = name.lower()
    return lowered.startswith("xl/worksheets/") and lowered.endswith(".xml")


def _with_words(sheet: bytes, limits: Limits) -> bytes:
    """Return a sheet in which errors, and formulas that nobody has worked out, are texts such as #REF!.

    The reader would take them for empty cells.
    """
    if limits.tells_unknown and (b"<f" in sheet or b":f" in sheet):
        sheet = _NOT_WORKED_OUT.sub(rb'<\1c\2\3 t="str"><\1v>' + UNKNOWN.encode() + rb"</\1v></\1c>", sheet)
    return _ERROR.sub(rb"\1str\2", sheet)


def _is_vast(sheet: bytes, limits: Limits) -> bool:
    """Say whether a cell lies so far out that a table up to it would fill the memory."""
    return any(
        len(letters) > _MOST_COLUMN_LETTERS or len(digits) > 6 or (digits and int(digits) > limits.most_row)
        for letters, digits in set(_PLACE.findall(sheet))
    )


_LOCKED = "The file is protected by a password; ask for it without one."


def _old_or_locked(content: bytes) -> str:
    if _ENCRYPTED in content:
        return _LOCKED
    return "This is an old Excel file (.xls); open it, save it as an Excel workbook (.xlsx), and choose that."


def _not_packed(content: bytes, limits: Limits) -> str:
    if not content:
        return "The file is empty; ask for it again."
    what = limits.what
    if b"\x00" not in content[:4096]:
        return (
            f"This is a text file (such as .csv), not an Excel workbook; choose the {what} that was sent back as .xlsx."
        )
    return f"This is not an Excel workbook, or it is damaged; choose the {what} that was sent back."


def _refused(file: str, sentence: str) -> Refused:
    return Refused(Problem(sentence, file))
