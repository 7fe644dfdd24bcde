"""The exact schema that a file of a format has: nothing missing, nothing added.

A view, a trigger or a table that came with a file would run or be read with our rights, so a file that has one is not
opened, however sound it is.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storage.formats import APPLICATION_ID, CURRENT, Format

VERSIONS = Path(__file__).parent / "migrations" / "versions"
SchemaRow = tuple[str, str, str]


def _current_definitions() -> tuple[str, ...]:
    from storage.tables import definitions  # SQLAlchemy is imported with it

    return definitions()


@dataclass(frozen=True)
class Release:
    """The format that a program writes, and where the steps that lead to it are kept.

    `versions` holds, for each format, a migration ``format_1_0.py`` and the frozen definitions ``format_1_0.sql``.
    """

    format: Format = CURRENT
    definitions: Callable[[], tuple[str, ...]] = _current_definitions
    versions: tuple[Path, ...] = (VERSIONS,)
    program: str = "0.1.0"

    def definitions_of(self, wanted: Format) -> tuple[str, ...]:
        """Return the statements that make an empty file of a format; none for a format that never was."""
        if wanted == self.format:
            return self.definitions()
        for folder in self.versions:
            frozen = folder / f"format_{wanted.major}_{wanted.minor}.sql"
            if frozen.is_file():
                return tuple(frozen.read_text(encoding="utf-8").splitlines())
        return ()


RELEASED = Release()


def make_empty(connection: sqlite3.Connection, definitions: tuple[str, ...], wanted: Format) -> None:
    """Turn an empty database into an empty workbook file."""
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("BEGIN IMMEDIATE")
    for definition in definitions:
        connection.execute(definition)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {wanted.user_version}")
    connection.execute("COMMIT")


def schema_difference(connection: sqlite3.Connection, release: Release, found: Format) -> str:
    """Say in a few words how the schema of an open file differs from what its format has; empty where it does not."""
    definitions = release.definitions_of(min(found, release.format))
    if not definitions:
        return f"the format {found} never was"
    expected, actual = _expected_schema(definitions), schema_of(connection)
    for kind, name, _ in sorted(actual - expected):
        known = any(name == other for _, other, _ in expected)
        return (
            f"its {kind} “{name[:60]}” is not as this program makes it"
            if known
            else f"it has a foreign {kind} “{name[:60]}”"
        )
    for kind, name, _ in sorted(expected - actual):
        return f"its {kind} “{name}” is missing"
    return ""


def has_only_more_columns(connection: sqlite3.Connection, release: Release) -> bool:
    """Say whether a file of a newer minor format has all that we know, and beyond it only plain columns."""
    memory = sqlite3.connect(":memory:")
    try:
        make_empty(memory, release.definitions(), release.format)
        ours, theirs = schema_of(memory), schema_of(connection)
        if {row[:2] for row in ours} != {row[:2] for row in theirs}:
            return False
        return all(
            _columns(memory, name) <= _columns(connection, name) and _all_plain(connection, name)
            for kind, name, _ in ours
            if kind == "table"
        )
    finally:
        memory.close()


def schema_of(connection: sqlite3.Connection) -> frozenset[SchemaRow]:
    """Return what the schema of an open file holds."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema")
    return frozenset((str(kind), str(name), str(sql or "")) for kind, name, sql in rows)


@cache
def _expected_schema(definitions: tuple[str, ...]) -> frozenset[SchemaRow]:
    connection = sqlite3.connect(":memory:")
    try:
        make_empty(connection, definitions, CURRENT)
        return schema_of(connection)
    finally:
        connection.close()


def _columns(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    rows = connection.execute(
        'SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)', (table,)
    )
    return set(rows)


def _all_plain(connection: sqlite3.Connection, table: str) -> bool:
    """No generated columns, checks or foreign keys, which would run or decide something on our behalf."""
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0].upper()
    return not any(word in sql for word in ("GENERATED", " AS ", "AS(", "CHECK", "REFERENCES", "COLLATE", "DEFAULT"))
