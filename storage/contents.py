"""What attachments hold, as it stands in a file: reading it, getting it out of a damaged one, and what is wrong.

Fingerprints are compared wherever contents are read for good: an attachment is either what was attached, or lost.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from storage.errors import FROM_SQLITE
from workbook.book import Book
from workbook.changes import ChangeSet
from workbook.contents import fingerprint_of
from workbook.operations import Problem
from workbook.records import Attachment, Seal

_BY_FINGERPRINT = "SELECT content FROM contents WHERE sha256 = ?"
_BY_ROW = "SELECT content FROM contents WHERE rowid = ? AND sha256 = ?"
_HOLDERS = {"attachments": "name", "seals": "title"}
"""The types of record that name a content by its fingerprint, each with the field that says what it is."""
_KEYS = (
    "SELECT sha256, NULL FROM contents ORDER BY sha256",  # answered by the index alone
    "SELECT sha256, rowid FROM contents ORDER BY rowid",
    "SELECT sha256, rowid FROM contents ORDER BY rowid DESC",
)


def content_in(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """Return what is kept under a fingerprint."""
    row = connection.execute(_BY_FINGERPRINT, (sha256,)).fetchone()
    return None if row is None else row[0]


def has_content(connection: sqlite3.Connection, sha256: str) -> bool:
    """Say whether something is kept under a fingerprint."""
    return connection.execute("SELECT 1 FROM contents WHERE sha256 = ?", (sha256,)).fetchone() is not None


def readable_contents(connection: sqlite3.Connection, known: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield whatever can still be read of a damaged file and is what it was, each content once.

    `known` are fingerprints that other parts of the file name, for where neither the table nor its index can be walked.
    """
    rows: dict[str, int | None] = dict.fromkeys(known)
    for statement in _KEYS:
        for sha256, row in _as_far_as_it_goes(connection, statement):
            if isinstance(sha256, str):
                rows[sha256] = row if row is not None else rows.get(sha256)
    for sha256, row in rows.items():
        for statement, values in ((_BY_FINGERPRINT, (sha256,)), (_BY_ROW, (row, sha256))):
            (content,) = next(_as_far_as_it_goes(connection, statement, values), (None,))
            if isinstance(content, bytes) and fingerprint_of(content) == sha256:
                yield sha256, content
                break


def _as_far_as_it_goes(
    connection: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    try:
        yield from connection.execute(statement, values)
    except FROM_SQLITE:
        return


def fingerprints_of(book: Book, change_sets: Iterable[ChangeSet]) -> dict[str, str]:
    """Return what attachments, those of today and those that the history can bring back, hold, each with a name."""
    found: dict[str, str] = {}
    for change_set in change_sets:
        for change in change_set.changes:
            if change.type in _HOLDERS:
                for values in (change.before, change.after):
                    if values and values.get("sha256"):
                        found[str(values["sha256"])] = str(values.get(_HOLDERS[change.type]) or change.id)
    found |= {seal.sha256: seal.title for seal in book.all(Seal) if seal.sha256}
    return found | {file.sha256: file.name for file in book.all(Attachment) if file.sha256}


def problems_of_contents(
    connection: sqlite3.Connection, book: Book, change_sets: Iterable[ChangeSet]
) -> Iterator[Problem]:
    """Say what of the attachments is missing or is not what was attached."""
    named = fingerprints_of(book, change_sets)
    sound: set[str] = set()
    for (sha256,) in connection.execute("SELECT sha256 FROM contents ORDER BY sha256").fetchall():
        content = content_in(connection, sha256)
        if content is not None and fingerprint_of(content) == sha256:
            sound.add(sha256)
        elif sha256 not in named:
            yield Problem(f"Something is kept that is not what its fingerprint {sha256[:12]} says; rescue the file.")
    yield from lost_contents(book, named, sound)


def lost_contents(book: Book, named: dict[str, str], sound: set[str]) -> Iterator[Problem]:
    """Say of which attachments the file itself is gone; `named` are all that there ever were, `sound` what is there."""
    told: set[str] = set()
    for file in book.all(Attachment):
        if file.sha256 and file.sha256 not in sound:
            told.add(file.sha256)
            sentence = f"The file “{file.name}” is missing or is not what was attached; attach it again."
            yield Problem(sentence, book.label("attachments", file.id), "attachments", file.id)
    for seal in book.all(Seal):
        if seal.sha256 and seal.sha256 not in sound:
            told.add(seal.sha256)
            sentence = f"The sealed document “{seal.title}” is missing or is not what was sealed; go back to a backup."
            yield Problem(sentence, book.label("seals", seal.id), "seals", seal.id)
    for sha256, name in named.items():
        if sha256 not in sound and sha256 not in told:
            yield Problem(f"“{name}” was attached once and is lost; undo could bring back its name only.", "History")
