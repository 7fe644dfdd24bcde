"""The tables of the file, made from the declarations: one for each record type, the log, and a few facts.

There are no SQL foreign keys on references. They could not cover a field with several, they would need an index for
each of some sixty columns (written at every commit) or a scan of every table at every removal, and one unreadable
record would stop edits of others. Operations refuse dangling links before they are written; `check` reports them.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import INTEGER, TEXT, Column, LargeBinary, MetaData, Table, bindparam
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine, UserDefinedType

from storage.columns import COLUMNS
from workbook.records import RECORD_TYPES, RecordType


class _Any(UserDefinedType[object]):
    """A column of a STRICT table that keeps whatever it is given as it is."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "ANY"


_TYPES: dict[str, TypeEngine[Any]] = {"TEXT": TEXT(), "INTEGER": INTEGER(), "ANY": _Any()}
_DIALECT = sqlite.dialect()

metadata = MetaData()


def _record_table(record_type: RecordType) -> Table:
    """Clustered by id: ids grow with time, so new rows come last, and an edit finds its row in one search."""
    columns: Iterator[Column[Any]] = (
        Column(field.name, _TYPES[column.sql_type], nullable=column.blank is None)
        for field in record_type.fields
        for column in (COLUMNS[field.kind],)
    )
    id_column: Column[str] = Column("id", TEXT, primary_key=True, nullable=False)
    return Table(record_type.name, metadata, id_column, *columns, sqlite_strict=True, sqlite_with_rowid=False)


def _words(*names: str) -> list[Column[str]]:
    return [Column(name, TEXT, nullable=False) for name in names]


RECORD_TABLES = {name: _record_table(record_type) for name, record_type in RECORD_TYPES.items()}

CHANGE_SETS = Table(
    "change_sets",
    metadata,
    Column("seq", INTEGER, primary_key=True, nullable=False),
    Column("id", TEXT, nullable=False, unique=True),
    *_words("at", "operator", "device", "operation", "values", "source", "undoes"),
    *_words("salt", "digest", "previous", "hash", "changes"),
    sqlite_strict=True,
)

FACTS = Table(
    "workbook",
    metadata,
    Column("key", TEXT, primary_key=True, nullable=False),
    Column("value", TEXT, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

CONTENTS = Table(
    "contents",
    metadata,
    Column("sha256", TEXT, primary_key=True, nullable=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""What attachments hold, each content once, under its fingerprint; kept as long as the history can bring it back."""


@cache
def definitions() -> tuple[str, ...]:
    """Return the statements that make an empty file, each on one line, always in the same order."""
    return tuple(
        " ".join(str(CreateTable(table).compile(dialect=_DIALECT)).split()) for table in metadata.sorted_tables
    )


@cache
def insert_statement(table_name: str) -> str:
    """Return the statement that adds a row; its values stand in the order of the columns."""
    return str(metadata.tables[table_name].insert().compile(dialect=_DIALECT))


@cache
def keep_content_statement() -> str:
    """Return the statement that keeps a content once; what is there and not the same was damaged, and is replaced."""
    new = sqlite.insert(CONTENTS)
    kept = new.on_conflict_do_update(
        index_elements=[CONTENTS.c.sha256],
        set_={"content": new.excluded.content},
        where=CONTENTS.c.content.is_distinct_from(new.excluded.content),
    )
    return str(kept.compile(dialect=_DIALECT))


@cache
def update_statement(type_name: str, names: tuple[str, ...]) -> str:
    """Return the statement that sets these fields, in this order, of the record whose id comes last."""
    table = RECORD_TABLES[type_name]
    wanted: list[tuple[Column[Any], Any]] = [(table.c[name], bindparam(f"new_{name}")) for name in names]
    statement = table.update().where(table.c.id == bindparam("record_id")).ordered_values(*wanted)
    compiled = statement.compile(dialect=_DIALECT)
    assert isinstance(compiled, SQLCompiler)
    assert compiled.positiontup == [f"new_{name}" for name in names] + ["record_id"]
    return str(compiled)


@cache
def delete_statement(type_name: str) -> str:
    """Return the statement that removes the record with an id."""
    table = RECORD_TABLES[type_name]
    return str(table.delete().where(table.c.id == bindparam("record_id")).compile(dialect=_DIALECT))


@cache
def select_statement(table_name: str) -> str:
    """Return the statement that reads a whole table, its columns in declared order."""
    table = metadata.tables[table_name]
    return str(table.select().order_by(*table.primary_key).compile(dialect=_DIALECT))
