"""From a file that came back to the preview of what it would change."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from exports.edition import Edition, Progress, no_progress
from exports.incoming.archives import UNREADABLE, is_packed_plainly, part_of
from exports.languages import formats_in
from exports.tracker.archive import FACT
from exports.tracker.locating import located
from exports.tracker.remembering import remembered
from exports.tracker.returned import TrackerFile, opened, refused
from exports.tracker.sheets import META
from workbook.book import Book
from workbook.changes import ChangeSet
from workbook.problems import Refused
from workbook.records import Partner
from workbook.returning.preview import Preview, preview_of
from workbook.returning.typed import DayOrder
from workbook.states import book_at


@dataclass(frozen=True)
class Expected:
    """Where a tracker is taken in: the plan of now with its number, the id of its workbook, and its history."""

    book: Book
    seq: int
    workbook_id: str
    history: Callable[[int, int], Iterable[ChangeSet]]


_TELLING = ("docProps/custom.xml", "xl/workbook.xml")
_MOST_TOLD = 1 << 20


def is_tracker(path: Path) -> bool:
    """Say whether a file bears the mark of our trackers, without reading what is in its sheets."""
    marks = (FACT.encode() + b"tracker_version", f'"{META}"'.encode())
    if not path.is_file():
        return False
    try:
        with ZipFile(path) as archive:
            held = {entry.filename: entry for entry in archive.infolist() if is_packed_plainly(entry)}
            told = [part_of(archive, held[name], _MOST_TOLD) for name in _TELLING if name in held]
    except UNREADABLE:
        return False
    return any(mark in one for one in told for mark in marks)


def previewed(
    content: bytes, file: str, expected: Expected, order: DayOrder = "", progress: Progress = no_progress
) -> Preview:
    """Read a tracker and compare it with the plan; raise `Refused` for what is none, or not one of this workbook.

    Raises `Cancelled` when `progress` does.
    """
    progress("Reading the tracker", 0, 0)
    held = opened(content, file, progress)
    base = _base(held, expected)
    edition = _edition(held, expected.book if base is None else base)
    sent = remembered(edition, held.origin.partner_id, progress)
    if base is None or not held.is_of_this_version:
        sent = sent.uncertain
    progress("Comparing with the plan", 0, 0)
    return preview_of(located(held, sent), base, expected.book, edition.formats, order)


def _edition(held: TrackerFile, book: Book) -> Edition:
    origin = held.origin
    if origin.partner_id and book.one(Partner, origin.partner_id) is None:
        raise refused(held.file, "The partner of this tracker is no longer in the plan; nothing is taken from it.")
    formats = formats_in(origin.language)
    return Edition(
        book,
        origin.as_of,
        origin.state,
        origin.state_hash,
        origin.workbook_id,
        formats,
        origin.personal,
        paper="A4",
        due=held.due,
    )


def _base(held: TrackerFile, expected: Expected) -> Book | None:
    """Return the book that a tracker was made from; None where another copy of this workbook made it."""
    origin = held.origin
    if origin.workbook_id != expected.workbook_id:
        raise refused(held.file, "This tracker belongs to another workbook; open that one and take it in there.")
    if origin.state == 0 and not origin.state_hash:
        return book_at(expected.history, expected.book, expected.seq, 0)
    if origin.state > expected.seq:
        return None
    step = next(iter(expected.history(origin.state, origin.state)), None)
    if step is None or step.hash != origin.state_hash:
        return None
    try:
        return book_at(expected.history, expected.book, expected.seq, origin.state)
    except Refused:
        return None


def fingerprint_of(content: bytes) -> str:
    """Return what a file is known by."""
    return hashlib.sha256(content).hexdigest()
