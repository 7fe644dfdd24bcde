"""Limits on a file from outside, looked at before anything reads what is in it."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from typing import NoReturn
from zipfile import BadZipFile, ZipFile, ZipInfo

from workbook.problems import Problem, Refused

MOST_BYTES = 50_000_000
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100_000, 500, 2_000_000
LOCKED = "The file is protected by a password; save it without one, and choose that."
_MOST_UNPACKED = 300_000_000
_MOST_ENTRIES = 2_000
_CHUNK = 1 << 20
_OVERLAP = 64
_ENTITY = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Z]{0,3})(\d{1,9})\s*["']""")
_REPEATED = re.compile(rb"""number-(columns|rows)-repeated\s*=\s*["'](\d+)["']""")
_UNREADABLE = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, struct.error, ValueError, zlib.error)
_FARTHEST_ROW = 1_048_576


def refuse(name: str, sentence: str) -> NoReturn:
    """Refuse a file with one sentence."""
    raise Refused(Problem(sentence, name)) from None


def look_into_archive(content: bytes, name: str) -> None:
    """Refuse an .xlsx, .xlsb or .ods that is locked, damaged, unpacks to too much or defines entities."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
                refuse(name, "The file unpacks to far more than a spreadsheet of ours may; save a smaller part of it.")
            if any(entry.flag_bits & 1 for entry in entries):
                refuse(name, LOCKED)
            left = _MOST_UNPACKED
            for entry in entries:
                left = _look_into(archive, entry, name, left)
    except _UNREADABLE:
        refuse(name, "The file is damaged and cannot be read; save it again, or ask for it again.")


def _look_into(archive: ZipFile, entry: ZipInfo, name: str, left: int) -> int:
    """Read one part through without keeping it; return how much may still be unpacked."""
    is_xml = entry.filename.lower().endswith((".xml", ".rels"))
    for held in _pieces(archive, entry):
        left -= len(held)
        if left < 0:
            refuse(name, "The file unpacks to far more than it says; do not use it.")
        if is_xml and _ENTITY.search(held):
            refuse(name, "The file defines words of its own (entities), as no spreadsheet does; do not use it.")
        if is_xml and any(int(row) > _FARTHEST_ROW for _letters, row in _PLACE.findall(held)):
            refuse(name, "A sheet has cells beyond the last row that a spreadsheet has; save it again.")
        if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in held:
            refuse(name, LOCKED)
        if entry.filename == "content.xml":
            _refuse_repeats(held, name)
    return left


def _pieces(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """Yield a part piece by piece, each with the end of the one before, so that nothing hides between two."""
    end = b""
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            yield end + piece
            end = piece[-_OVERLAP:]


def _refuse_repeats(held: bytes, name: str) -> None:
    for what, number in _REPEATED.findall(held):
        if int(number) > (_FARTHEST_ROW if what == b"rows" else 16_384):
            refuse(name, "A cell is repeated more often than a sheet has places; save the file again.")


def refuse_vast(rows: int, columns: int, name: str, sheet: str) -> None:
    """Refuse a sheet that is too long or too wide to be a list of ours."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        sentence = (
            f"The sheet has {rows:,} rows and {columns:,} columns; at most {MOST_ROWS:,} rows and {MOST_COLUMNS} "
            "columns can be read. Copy what you need into a new file."
        )
        refuse(f"{name}, {sheet}", sentence)
