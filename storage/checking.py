"""Checking a file through and through: its pages, its schema, its history, and its rows against its history.

The rows and the log say the same thing twice, written in one transaction. The log is chained by hashes; so whatever
differs was changed by something other than this program, and this finds it even where every page is sound.
"""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storage.connections import connect
from storage.contents import content_in, problems_of_contents
from storage.copies import private_copy, real_path
from storage.errors import FROM_SQLITE, told_plainly
from storage.probing import judge_by_header, judge_copy
from storage.schemas import RELEASED, Release, schema_difference
from storage.verdicts import Older
from workbook.book import Book, MovedOn, label_of
from workbook.chain import first_break
from workbook.changes import Change, ChangeSet
from workbook.identity import is_id
from workbook.kinds import Unacceptable
from workbook.operations import Problem
from workbook.records import RECORD_TYPES, Record, RecordType
from workbook.sealing.verifying import OTHER_STATE, verified_seals

if TYPE_CHECKING:
    from storage.store import Store

MOST_PROBLEMS = 200


def check_file(file: "Path | Store", release: Release = RELEASED) -> tuple[Problem, ...]:
    """Return what is wrong with a file, open or not, at most `MOST_PROBLEMS`; nothing is written to it."""
    if not isinstance(file, Path):
        with file.alone(), told_plainly(file.path):
            return tuple(islice(_problems(file.raw, release), MOST_PROBLEMS))
    file = real_path(file)
    verdict = judge_by_header(file, release)
    if verdict is not None:
        return (Problem(verdict.sentence),)
    with private_copy(file) as copy:
        verdict = judge_copy(file, copy, release)
        if verdict.problem is not None or isinstance(verdict, Older):
            return (Problem(verdict.sentence),)
        connection = connect(copy)
        try:
            return tuple(islice(_problems(connection, release), MOST_PROBLEMS))
        finally:
            connection.close()


def _problems(connection: sqlite3.Connection, release: Release) -> Iterator[Problem]:
    from storage.loading import load_book  # SQLAlchemy is imported with it

    for (fault,) in connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})").fetchall():
        if fault != "ok":
            yield Problem(f"The pages of the file are damaged: {fault}; go back to a backup, or rescue the file.")
    added = schema_difference(connection, release, release.format)
    if added:
        yield Problem(f"The file is not built as this program builds it: {added}; rescue it into a new file.")
    yield from _problems_of_facts(connection)
    stored = load_book(connection)
    yield from _problems_of_locked(stored)
    change_sets, unreadable = read_log(connection)
    yield from unreadable
    if not unreadable:
        yield from _problems_of_chain(change_sets)
        yield from _problems_of_replay(change_sets, stored)
    yield from _dangling(stored)
    yield from problems_of_contents(connection, stored, change_sets)
    if not unreadable:
        yield from _problems_of_seals(connection, stored, change_sets)


def read_log(connection: sqlite3.Connection) -> tuple[list[ChangeSet], list[Problem]]:
    """Return the change sets as far as they can be read without a gap, and what stopped that."""
    from storage.log import change_set_of
    from storage.tables import select_statement

    change_sets: list[ChangeSet] = []
    rows = connection.execute(select_statement("change_sets"))
    while True:
        seq = len(change_sets) + 1
        try:
            row = rows.fetchone()
            if row is None:
                return change_sets, []
            change_sets.append(change_set_of(row))
        except (ValueError, TypeError, *FROM_SQLITE) as error:  # msgspec's errors are ValueErrors
            return change_sets, [_broken_step(seq, f"cannot be read ({error})")]
        if row[0] != seq:
            return change_sets[:-1], [_broken_step(seq, "is missing")]


def replay(change_sets: list[ChangeSet]) -> tuple[Book, ChangeSet | None]:
    """Return the book that the log leads to, and the step that does not fit the ones before it, if any."""
    book = Book.empty()
    for change_set in change_sets:
        try:
            book = book.apply(change_set.changes)
        except (MovedOn, Unacceptable, KeyError):
            return book, change_set
    return book, None


def _problems_of_facts(connection: sqlite3.Connection) -> Iterator[Problem]:
    facts = dict(connection.execute("SELECT key, value FROM workbook").fetchall())
    if not is_id(facts.get("id")):
        yield Problem("The file does not say which workbook it is; rescue it into a new file.")


def _problems_of_locked(stored: Book) -> Iterator[Problem]:
    for record in stored.locked:
        title = RECORD_TYPES[record.type].title
        sentence = f"This record cannot be read and is shown locked: {record.reason}"
        yield Problem(sentence, f"{title} {record.raw.get('code') or record.id}", record.type, record.id)


def _problems_of_chain(change_sets: list[ChangeSet]) -> Iterator[Problem]:
    broken = first_break(change_sets)
    if broken is not None:
        yield _broken_step(broken.seq, f"“{broken.title}” is not what was recorded")


def _problems_of_replay(change_sets: list[ChangeSet], stored: Book) -> Iterator[Problem]:
    book, misfit = replay(change_sets)
    if misfit is not None:
        yield _broken_step(misfit.seq, f"“{misfit.title}” does not fit what stood there before it")
        return
    locked = {(record.type, record.id) for record in stored.locked}
    erased = any(not change_set.salt for change_set in change_sets)
    for change in book.difference(stored):
        if (change.type, change.id) not in locked:
            yield from _differing(change, book, stored, erased)


def _differing(change: Change, logged: Book, stored: Book, erased: bool) -> Iterator[Problem]:
    record_type = RECORD_TYPES[change.type]
    place = _label(logged if change.after is None else stored, record_type, change.id)
    if change.action == "added":
        yield Problem("This record was never entered: the history does not know it.", place, change.type, change.id)
    elif change.action == "removed":
        yield Problem("This record is missing: the history never removed it.", place, change.type, change.id)
    else:
        for name, held in (change.after or {}).items():
            field, recorded = record_type.by_name[name], (change.before or {})[name]
            if erased and field.personal:
                continue
            sentence = f"{field.title} holds {_quoted(held)}, but the history recorded {_quoted(recorded)}."
            yield Problem(sentence, f"{place}: {field.title}", change.type, change.id, name)


def _problems_of_seals(connection: sqlite3.Connection, book: Book, change_sets: list[ChangeSet]) -> Iterator[Problem]:
    """Say which seals do not hold; a document that is lost or damaged was told among the contents."""
    for verdict in verified_seals(book, change_sets, lambda sha256: content_in(connection, sha256)):
        if not verdict.holds and verdict.text == OTHER_STATE:
            label = book.label("seals", verdict.seal.id)
            yield Problem(verdict.sentence, label, "seals", verdict.seal.id)


def _dangling(book: Book) -> Iterator[Problem]:
    for name, record_type in RECORD_TYPES.items():
        for field in record_type.reference_fields:
            target = book.table(field.target)
            for record_id, record in book.table(name).items():
                value = getattr(record, field.name)
                for other in value if isinstance(value, tuple) else (value,) if value else ():
                    if other not in target:
                        place = f"{_label(book, record_type, record_id)}: {field.title}"
                        sentence = f"{field.title} names a record that is not in the workbook; choose another."
                        yield Problem(sentence, place, name, record_id, field.name)


def _label(book: Book, record_type: RecordType, record_id: str) -> str:
    record: Record | None = book.get(record_type.name, record_id)
    return f"{record_type.title} {record_id}" if record is None else label_of(book, record_type, record) or record_id


def _broken_step(seq: int, what: str) -> Problem:
    return Problem(f"Step {seq} of the history {what}; go back to a backup, or rescue the file.")


def _quoted(plain: Any) -> str:
    text = ", ".join(plain) if isinstance(plain, list) else str("" if plain is None else plain)
    return f"“{text[:80]}{'…' if len(text) > 80 else ''}”"
