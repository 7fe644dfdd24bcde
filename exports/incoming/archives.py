"""Looks through a packed file (.xlsx, .xlsb, .ods) before anything reads what is in it.

The reader of spreadsheets is given a fresh archive of what was unpacked here, so that nothing is left in it that was
not measured: no second size, no second entry of the same name, no cell that would ask for the memory of a whole sheet.
"""

import io
import re
import struct
import zlib
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from exports.incoming.limits import DAMAGED, LOCKED, MOST_JOINED, MOST_SHEETS, Limits, refuse, refuse_many, refuse_vast
from exports.incoming.reach import Held, reach_of_sheet, refuse_repeats
from exports.incoming.unsaid import with_words

ZIP = b"PK\x03\x04"
PROPERTIES = "docProps/custom.xml"
UNREADABLE = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, struct.error, ValueError, zlib.error)
_CHUNK = 1 << 20
_XML = (".xml", ".rels", ".vml", ".rdf")
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TWO_BYTES = (b"\xfe\xff", b"\xff\xfe", b"<\0", b"\0<")


def unpacked(content: bytes, name: str, limits: Limits) -> io.BytesIO:
    """Return a file that can be read without harm; raise `Refused` with one sentence where it cannot."""
    measured = io.BytesIO()
    try:
        with ZipFile(io.BytesIO(content)) as archive, ZipFile(measured, "w", ZIP_STORED) as fresh:
            entries = _listed(archive, name, limits)
            cells = 0
            for entry in entries:
                held: Held = part_of(archive, entry, limits.most_unpacked)
                cells += _look_into(entry.filename, held, name, limits)
                refuse_many(cells, name, limits)
                if limits.is_ours and _is_sheet(held):
                    held = with_words(held, unknown=limits.tells_unknown)
                fresh.writestr(entry.filename, held)
    except UNREADABLE:
        refuse(name, DAMAGED)
    measured.seek(0)
    return measured


def part_of(archive: ZipFile, entry: ZipInfo, most: int) -> bytearray:
    """Return a part of an archive, read piece by piece: what unpacks to more than it says never gets the room."""
    held = bytearray()
    with archive.open(entry) as part:
        while len(held) <= most and (piece := part.read(_CHUNK)):
            held += piece
    return held


def is_packed_plainly(entry: ZipInfo) -> bool:
    """Say whether a part is packed as spreadsheets are; other ways unpack a few bytes to gigabytes at once."""
    return entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)


def _listed(archive: ZipFile, name: str, limits: Limits) -> Sequence[ZipInfo]:
    """Return the parts that hold something, when what the archive says of itself is what a spreadsheet says."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > limits.most_entries or sum(entry.file_size for entry in entries) > limits.most_unpacked:
        sentence = f"The file unpacks to far more than a {limits.what} may; copy what you need into a new one."
        refuse(name, sentence)
    if any(entry.flag_bits & 1 for entry in entries):
        refuse(name, LOCKED)
    if len(set(names)) < len(names) or not all(map(is_packed_plainly, entries)):
        refuse(name, "The file is packed as no spreadsheet is; open it, save it as .xlsx, and choose that.")
    if limits.is_ours:
        _refuse_others(archive, names, name, limits)
    return entries


def _refuse_others(archive: ZipFile, names: Sequence[str], name: str, limits: Limits) -> None:
    """Refuse what this program never makes, before more of it is read."""
    what = limits.what
    if "mimetype" in names and b"opendocument" in part_of(archive, archive.getinfo("mimetype"), _CHUNK):
        refuse(name, "This is an OpenDocument file; save it as an Excel workbook (.xlsx), and choose that.")
    if any(part.endswith("vbaproject.bin") or "/macrosheets/" in part for part in names):
        refuse(name, f"The file carries macros, which a {what} never does; ask for the {what} without them.")
    if "xl/workbook.xml" not in names:
        refuse(name, f"This is not an Excel workbook; choose the {what} that was sent back.")


def _is_sheet(held: Held) -> bool:
    return b"sheetData" in held


def _look_into(part: str, held: Held, name: str, limits: Limits) -> int:
    """Refuse a part that could do harm; return for how many cells it asks."""
    lowered = part.lower()
    if not lowered.endswith(_XML):
        return 0
    if held.startswith(_TWO_BYTES):
        refuse(name, "The file is written as no spreadsheet is; open it, save it as .xlsx, and choose that.")
    if _ENTITY.search(held):
        refuse(name, "The file defines words of its own (entities), as no spreadsheet does; do not use it.")
    if lowered == "meta-inf/manifest.xml" and b"encryption-data" in held:
        refuse(name, LOCKED)
    if lowered == "content.xml":
        refuse_repeats(held, name, limits)
    if lowered == "xl/workbook.xml" and held.count(b"sheetId") > MOST_SHEETS:
        refuse(name, f"The file has more than {MOST_SHEETS} sheets; copy what you need into a new one.")
    if not _is_sheet(held):
        return 0
    if held.count(b"mergeCell ") > MOST_JOINED:
        refuse(name, f"A sheet has more than {MOST_JOINED:,} joined cells; copy what you need into a new file.")
    rows, columns = reach_of_sheet(held, limits)
    refuse_vast(rows, columns, name, limits)
    return rows * columns
