"""Rows into records, a column at a time, because a plan of a hundred thousand records has to open at once.

Whole columns are checked and converted together, each distinct value once. Only rows that hold something unreadable
are taken aside, and become `LockedRecord`s with their raw content: shown, never changed, never dropped.
"""

import contextlib
import gc
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from immutables import Map

from storage.reading import Bad, read_column, read_ids
from storage.tables import select_statement
from workbook.book import Book, LockedRecord
from workbook.records import RECORD_TYPES, Record, RecordType

Row = Sequence[Any]
_ROWS_AT_ONCE = 2000  # few enough to stay near the processor from fetching to record


def load_book(connection: sqlite3.Connection) -> Book:
    """Read every record of an open file."""
    tables: dict[str, Map[str, Record]] = {}
    locked: list[LockedRecord] = []
    with _no_collecting():
        for name, record_type in RECORD_TYPES.items():
            cursor = connection.execute(select_statement(name))
            found: dict[str, Record] = {}
            while rows := cursor.fetchmany(_ROWS_AT_ONCE):
                found.update(records_of(record_type, rows, locked))
            tables[name] = Map(found)
    return Book(tables, tuple(locked))


def records_of(
    record_type: RecordType, rows: Sequence[Row], locked: list[LockedRecord]
) -> Iterable[tuple[str, Record]]:
    """Make the records of one type, each with its id, out of rows; what cannot be read is added to `locked`."""
    if not rows:
        return ()
    columns, bad = _converted(record_type, rows)
    if bad:
        locked += [_locked(record_type, rows[place], reason) for place, reason in sorted(bad.items())]
        return records_of(record_type, [row for place, row in enumerate(rows) if place not in bad], locked)
    return zip(columns[0], map(record_type.cls, *columns), strict=True)


def _converted(record_type: RecordType, rows: Sequence[Row]) -> tuple[list[Sequence[Any]], dict[int, str]]:
    """Return the columns of values, and which rows hold what cannot be read, with the first reason for each."""
    raw = list(zip(*rows, strict=True))
    ids, bad_ids = read_ids(raw[0])
    columns, bad = [ids], _places(raw[0], bad_ids)
    for field, column in zip(record_type.fields, raw[1:], strict=True):
        values, bad_values = read_column(field, column)
        columns.append(values)
        if bad_values:
            titled = {value: f"{field.title} {reason}." for value, reason in bad_values.items()}
            bad = {**_places(column, titled), **bad}
    return columns, bad


def _places(column: Sequence[Any], bad: Bad) -> dict[int, str]:
    return {place: bad[value] for place, value in enumerate(column) if value in bad} if bad else {}


def _locked(record_type: RecordType, row: Row, reason: str) -> LockedRecord:
    raw: Mapping[str, object] = dict(zip(record_type.names, row[1:], strict=True))
    return LockedRecord(record_type.name, str(row[0]), raw, reason)


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking over rows that are about to go anyway."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
