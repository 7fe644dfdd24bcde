"""The journal that keeps change sets in a file: rows and change set in one transaction, or neither.

The log is written here, explicitly, and nowhere else. Before anything is written, the file is asked whether its last
change set is still the one that this program saw, so that no step of somebody else is ever written over.
"""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.pool import StaticPool

from storage.ahead import left_ahead, mark_ahead, remove_ahead, settle
from storage.columns import COLUMNS, Stored
from storage.contents import content_in, has_content
from storage.errors import ChangedElsewhere, FileDamaged, FileReadOnly, RecordUnreadable, told_plainly
from storage.loading import load_book
from storage.log import change_set_of, erased_row_of, row_of, step_of
from storage.tables import (
    delete_statement,
    insert_statement,
    keep_content_statement,
    select_statement,
    update_statement,
)
from workbook.book import Book
from workbook.brought import BROUGHT, brought_steps
from workbook.changes import Change, ChangeSet, Values
from workbook.history import Step
from workbook.journal import NO_CONTENTS
from workbook.records import RECORD_TYPES

LAST = "SELECT seq, hash FROM change_sets ORDER BY seq DESC LIMIT 1"
_STEPS = 'SELECT seq, id, operation, "values", undoes, salt FROM change_sets ORDER BY seq'
_ERASE = 'UPDATE change_sets SET "values" = ?, salt = ?, changes = ? WHERE seq = ?'
_PEOPLE = "SELECT DISTINCT operator FROM change_sets"
_BRINGING = 'SELECT seq FROM change_sets WHERE instr("values", ?)'
_ROWS_AT_ONCE, _MOST_STEPS = 500, 1_000_000_000
_PAGES_AT_ONCE = 2000
_WAY_GIVEN = 0.002
_Key = tuple[str, str, tuple[str, ...]]


def _give_way() -> None:
    """Stay away for long enough that whoever waits for the file gets it."""
    time.sleep(_WAY_GIVEN)


class Store:
    """An open workbook file, as the `Journal` of its `Workbook`. Every method raises `FileProblem` with a sentence."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.raw = connection
        self._connection = sqlalchemy_over(connection)
        self._locked: frozenset[tuple[str, str]] = frozenset()
        self._ahead: set[str] = set()
        self._alone = threading.RLock()  # workers read the history while the window writes
        self._copying = threading.Lock()  # while a copy is made in parts, others may write but not move all pages
        self._last = self._read_last()

    @property
    def last(self) -> tuple[int, str]:
        return self._last

    def load(self) -> Book:
        """Read the book as it stands in the file."""
        with self._alone, told_plainly(self.path):
            book = load_book(self.raw)
        self._locked = frozenset((record.type, record.id) for record in book.locked)
        return book

    def append(self, change_set: ChangeSet, after: Book, contents: Mapping[str, bytes] = NO_CONTENTS) -> None:
        """Write a change set, the rows it changes and what its attachments hold; on return all of it is on the disk."""
        with self._next(change_set, change_set.changes):
            self._write_rows(change_set.changes)
            self._write_contents((one, contents[one]) for one in contents if one not in self._ahead)
            settle(self.raw, contents)
        self._ahead.difference_update(contents)

    def erase(self, step: ChangeSet, present: tuple[Change, ...], rewritten: Iterable[ChangeSet]) -> None:
        """Rewrite what earlier steps say about a person, change the rows and write the step, in one transaction."""
        with self._next(step, present):
            for one in rewritten:
                self._connection.exec_driver_sql(_ERASE, erased_row_of(one))
            self._write_rows(present)

    def overwrite_freed(self) -> None:
        """Build every page of the file anew, so that none holds a remainder of what was erased."""
        with self._copying, self._alone, told_plainly(self.path):
            self.raw.execute("VACUUM")

    def change_sets(self, first: int = 1, last: int | None = None) -> Iterator[ChangeSet]:
        """Yield change sets by sequence number, oldest first, a page at a time."""
        end = self._last[0] if last is None else min(last, self._last[0])
        table = select_statement("change_sets").partition(" ORDER BY ")[0]
        while first <= end:
            with self._alone, told_plainly(self.path):
                rows = self._connection.exec_driver_sql(
                    f"{table} WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?", (first, end, _ROWS_AT_ONCE)
                )
                found = rows.fetchall()
            for row in found:
                with self._reading_step(row[0]):
                    change_set = change_set_of(row)
                yield change_set
            first = found[-1][0] + 1 if found else end + 1  # numbers may have gaps where somebody made them

    def steps(self) -> Iterator[Step]:
        with self._alone, told_plainly(self.path):
            rows = self._connection.exec_driver_sql(_STEPS).fetchall()
        for place, row in enumerate(rows, 1):
            with self._reading_step(place):
                step = step_of(row)
            yield step

    def people(self) -> tuple[str, ...]:
        with self._alone, told_plainly(self.path):
            rows = self._connection.exec_driver_sql(_PEOPLE).fetchall()
            numbers = self._connection.exec_driver_sql(_BRINGING, (f'"{BROUGHT}":',)).fetchall()
        people = {str(name) for (name,) in rows}
        for (seq,) in numbers:
            people.update(one.operator for step in self.change_sets(seq, seq) for one in brought_steps(step))
        return tuple(sorted(people))

    def content(self, sha256: str) -> bytes | None:
        """Return what is kept under a fingerprint; damage met on the way is a `FileProblem`."""
        with self._alone, told_plainly(self.path):
            return content_in(self.raw, sha256)

    def has_content(self, sha256: str) -> bool:
        with self._alone, told_plainly(self.path):
            return has_content(self.raw, sha256)

    def keep_ahead(self, sha256: str, content: bytes) -> None:
        """Write a content before the step that will name it; on return it is on the disk."""
        if self.read_only:
            raise FileReadOnly(self.path)
        with self._alone, told_plainly(self.path):
            with self._transaction():
                mark_ahead(self.raw, sha256)
                self._write_contents(((sha256, content),))
            self._ahead.add(sha256)

    def forget_ahead(self) -> None:
        """Take away contents that were written ahead and that no step has named."""
        with self._alone, told_plainly(self.path):
            if left_ahead(self.raw):
                with self._transaction():
                    remove_ahead(self.raw)
            self._ahead.clear()

    def keep_contents(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Write contents into a file that is being made, one at a time, as they may not fit in memory together."""
        for one in contents:
            with self._alone, told_plainly(self.path), self._transaction():
                self._write_contents((one,))

    def facts(self) -> dict[str, str]:
        """Return what the file says about itself: the workbook's id, when and by which version it was made."""
        with self._alone, told_plainly(self.path):
            return dict(self._connection.exec_driver_sql("SELECT key, value FROM workbook").fetchall())

    def set_fact(self, key: str, value: str) -> None:
        with self._alone, told_plainly(self.path), self._transaction():
            self._connection.exec_driver_sql("INSERT INTO workbook (key, value) VALUES (?, ?)", (key, value))

    def probe_writing(self) -> None:
        """Raise the reason why the file could not be written, before anybody types anything; writes nothing."""
        with self._alone, told_plainly(self.path):
            # Only a statement that writes meets a read-only file; with the same values it needs no room on the disk.
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                self.raw.execute("UPDATE workbook SET value = value")
            finally:
                self.raw.execute("ROLLBACK")

    def copy_into(self, target: sqlite3.Connection, between: Callable[[], object] = _give_way) -> tuple[int, str]:
        """Copy the whole file through SQLite's backup API; return which change set the copy ends with.

        It is copied in parts; `between` them others may write, and SQLite carries what they write into the copy,
        because they use this connection.
        """

        def let_others(_status: int, left: int, _whole: int) -> None:
            if left:
                self._alone.release()
                try:
                    between()
                finally:
                    self._alone.acquire()

        with self._copying, self._alone:
            self.raw.backup(target, pages=_PAGES_AT_ONCE, progress=let_others)
            return self._read_last()

    def alone(self) -> threading.RLock:
        """Keep others from this connection while something works on `raw`; use it in a ``with`` statement."""
        return self._alone

    def close(self) -> None:
        with self._alone:
            self._connection.close()
            self._connection.engine.dispose()
            self.raw.close()

    @contextlib.contextmanager
    def _reading_step(self, seq: int) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError) as error:  # msgspec's errors are ValueErrors
            raise FileDamaged(self.path, reason=f"step {seq} of its history cannot be read") from error

    @contextlib.contextmanager
    def _next(self, step: ChangeSet, changes: Iterable[Change]) -> Iterator[None]:
        """Write a step, with what is written inside, if it is the next one of what this program saw of the file."""
        if self.read_only:
            raise FileReadOnly(self.path)
        if self._locked and any((change.type, change.id) in self._locked for change in changes):
            raise RecordUnreadable(self.path)
        with self._alone, told_plainly(self.path):
            with self._transaction():
                if self._read_last() != self._last or self._last[0] + 1 != step.seq:
                    raise ChangedElsewhere(self.path)
                yield
                self._connection.exec_driver_sql(insert_statement("change_sets"), row_of(step))
            self._last = (step.seq, step.hash)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.exec_driver_sql("COMMIT")
        except BaseException:
            if self.raw.in_transaction:  # SQLite itself rolls back after some errors
                with contextlib.suppress(sqlite3.Error):  # what failed before says more than what fails now
                    self.raw.execute("ROLLBACK")
            raise

    def _read_last(self) -> tuple[int, str]:
        with told_plainly(self.path):
            row = self._connection.exec_driver_sql(LAST).first()
        if row is not None and not 0 < row[0] < _MOST_STEPS:
            raise FileDamaged(self.path, reason=f"step {row[0]} of its history is none")
        return (0, "") if row is None else (row[0], row[1])

    def _write_contents(self, contents: Iterable[tuple[str, bytes]]) -> None:
        for one in contents:
            self._connection.exec_driver_sql(keep_content_statement(), one)

    def _write_rows(self, changes: Iterable[Change]) -> None:
        """Write runs of like changes together; a row that is not there was taken by somebody else."""
        for (type_name, action, names), alike in groupby(changes, _statement_key):
            if action == "added":
                statement, rows = insert_statement(type_name), [_whole_row(change) for change in alike]
            elif action == "edited":
                statement, rows = update_statement(type_name, names), [_part_row(change, names) for change in alike]
            else:
                statement, rows = delete_statement(type_name), [(change.id,) for change in alike]
            written = self._connection.exec_driver_sql(statement, rows if len(rows) > 1 else rows[0])
            if written.rowcount != len(rows):
                raise ChangedElsewhere(self.path)


def _statement_key(change: Change) -> _Key:
    names: tuple[str, ...] = ()
    if change.action == "edited":
        touched = change.after or {}
        names = tuple(name for name in RECORD_TYPES[change.type].names if name in touched)
    return change.type, change.action, names


def _whole_row(change: Change) -> tuple[Stored, ...]:
    given: Values = change.after or {}
    return (
        change.id,
        *(
            COLUMNS[field.kind].store(given[field.name]) if field.name in given else COLUMNS[field.kind].blank
            for field in RECORD_TYPES[change.type].fields
        ),
    )


def _part_row(change: Change, names: tuple[str, ...]) -> tuple[Stored, ...]:
    given, fields = change.after or {}, RECORD_TYPES[change.type].by_name
    return (*(COLUMNS[fields[name].kind].store(given[name]) for name in names), change.id)


def sqlalchemy_over(connection: sqlite3.Connection) -> Connection:
    """Let SQLAlchemy work on this one connection, leaving transactions to us and errors as SQLite reports them."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool, isolation_level="AUTOCOMMIT")
    event.listen(engine, "handle_error", _unwrap)
    return engine.connect()


def _unwrap(context: ExceptionContext) -> None:
    if isinstance(context.original_exception, sqlite3.Error):
        raise context.original_exception
