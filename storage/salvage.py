"""Getting out of a damaged file whatever can still be read, row by row where it must be.

Works on private copies only. A table is read from its beginning and from its end until something broken is met, and in
between by the ids that the log knows. Where the first page or the schema is gone, that of a new file is put in its
place: tables are made in a fixed order and never again, so they stand on the same pages in every file of a format.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storage.connections import connect
from storage.contents import readable_contents
from storage.errors import FROM_SQLITE
from storage.log import change_set_of
from storage.schemas import Release, make_empty
from storage.tables import select_statement
from workbook.changes import ChangeSet
from workbook.identity import is_id
from workbook.records import RECORD_TYPES

_PAGE = 4096
Row = tuple[Any, ...]


@dataclass
class Salvage:
    """What could be read: rows by type and id, change sets by number, and where reading stopped."""

    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    change_sets: dict[int, ChangeSet] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    source: Path | None = None
    """The copy that this was read from, where what attachments hold is still to be read."""

    def contents(self, known: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield what attachments hold, as far as it can be read, one after another; `known` are their fingerprints."""
        if self.source is None:
            return
        connection = connect(self.source)
        try:
            yield from readable_contents(connection, known)
        finally:
            connection.close()

    @property
    def found_anything(self) -> bool:
        return bool(self.change_sets or any(self.rows.values()))


def salvage(copy: Path, release: Release) -> Salvage:
    """Read what can be read from a private copy; where that is nothing, once more under the schema of a new file."""
    found = _read(copy)
    if not found.found_anything:
        grafted = copy.with_name("grafted.cpw")
        _graft(copy, grafted, release)
        found = _read(grafted)
    return found


def _read(copy: Path) -> Salvage:
    found = Salvage()
    try:
        connection = connect(copy)
    except FROM_SQLITE:
        return found
    connection.text_factory = _text
    found.source = copy
    try:
        found.change_sets = _log(connection, found)
        known = _ids_by_type(found.change_sets.values())
        for name in RECORD_TYPES:
            rows = _scan(connection, name, found)
            found.rows[name] = {row[0]: row for row in rows if is_id(row[0])}
            _look_up(connection, name, known.get(name, set()) - found.rows[name].keys(), found)
        found.facts = {row[0]: row[1] for row in _scan(connection, "workbook", found)}
    finally:
        connection.close()
    return found


def _text(raw: bytes) -> str | bytes:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw  # not a text any more; the reader of its field will say so


def _scan(connection: sqlite3.Connection, table: str, found: Salvage) -> list[Row]:
    """Read a table from the front, and from the back as well where the front breaks off."""
    statement = select_statement(table)
    rows, whole = _rows(connection, statement)
    if not whole:
        found.broken.append(table)
        seen = {row[0] for row in rows}
        backward, _ = _rows(connection, f"{statement} DESC")
        rows += [row for row in reversed(backward) if row[0] not in seen]
    return rows


def _rows(connection: sqlite3.Connection, statement: str) -> tuple[list[Row], bool]:
    rows: list[Row] = []
    try:
        for row in connection.execute(statement):
            rows.append(row)  # noqa: PERF402 - what came before the break is kept
    except FROM_SQLITE:
        return rows, False
    return rows, True


def _look_up(connection: sqlite3.Connection, name: str, ids: Iterable[str], found: Salvage) -> None:
    """Fetch rows one by one that the log knows and no scan has reached."""
    if name not in found.broken:
        return
    statement = select_statement(name).replace(" ORDER BY", f" WHERE {name}.id = ? ORDER BY")
    for record_id in ids:
        try:
            row = connection.execute(statement, (record_id,)).fetchone()
        except FROM_SQLITE:
            continue
        if row is not None:
            found.rows[name][record_id] = row


def _log(connection: sqlite3.Connection, found: Salvage) -> dict[int, ChangeSet]:
    change_sets: dict[int, ChangeSet] = {}
    for row in _scan(connection, "change_sets", found):
        try:
            change_set = change_set_of(row)
        except (ValueError, TypeError):  # msgspec's errors are ValueErrors
            found.broken.append("change_sets")
            continue
        change_sets[change_set.seq] = change_set
    return change_sets


def _ids_by_type(change_sets: Iterable[ChangeSet]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for change_set in change_sets:
        for change in change_set.changes:
            known.setdefault(change.type, set()).add(change.id)
    return known


def _graft(damaged: Path, target: Path, release: Release) -> None:
    """Put the schema pages of a new file over those of a damaged one."""
    template = target.with_name("template.cpw")
    connection = connect(template, "rwc")
    try:
        make_empty(connection, release.definitions(), release.format)
        roots = {row[0] for row in connection.execute("SELECT rootpage FROM sqlite_schema")}
    finally:
        connection.close()
    shutil.copyfile(damaged, target)
    new = template.read_bytes()
    pages = max(target.stat().st_size // _PAGE, len(new) // _PAGE)
    with target.open("r+b") as file:
        file.truncate(pages * _PAGE)
        for page in range(1, len(new) // _PAGE + 1):
            if page not in roots:
                file.seek((page - 1) * _PAGE)
                file.write(new[(page - 1) * _PAGE : page * _PAGE])
        file.seek(28)  # how many pages the file has; and no free ones, as those are not needed for reading
        file.write(pages.to_bytes(4, "big"))
        file.seek(32)
        file.write(bytes(8))
