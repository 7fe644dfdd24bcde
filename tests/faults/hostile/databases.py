"""Workbook files that were changed to do harm: SQLite files with more, less or other things in them than ours have."""

import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import storage
from workbook.operations import AddRecord, EditRecord
from workbook.workbook import Author

_STATEMENTS = {
    "with a trigger": "CREATE TRIGGER t AFTER INSERT ON partners BEGIN DELETE FROM change_sets; END",
    "with a view": "CREATE VIEW v AS SELECT * FROM partners",
    "with a table": "CREATE TABLE t (a)",
    "with a searching table": "CREATE VIRTUAL TABLE f USING fts5(a)",
    "with a view for a table": "ALTER TABLE risks RENAME TO old; CREATE VIEW risks AS SELECT 1 AS id; DROP TABLE old",
    "with an endless view": (
        "DROP TABLE risks; CREATE VIEW risks AS WITH RECURSIVE r(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM r) "
        "SELECT id FROM r"
    ),
    "with a check": "CREATE TABLE c (a CHECK (load_extension('evil')))",
    "with a log beside it": "PRAGMA journal_mode = WAL",
    "with a long text": "UPDATE partners SET note = hex(zeroblob(8000000))",
    "with a long history": "UPDATE change_sets SET changes = hex(zeroblob(8000000)) WHERE seq = 2",
    "with another number": "UPDATE change_sets SET seq = 9223372036854775807 WHERE seq = 3",
    "with a deep history": "UPDATE change_sets SET changes = replace(hex(zeroblob(200000)), '00', '[[') WHERE seq = 2",
}


def _changed(at: int, value: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + value + content[at + len(value) :]


_BYTES: dict[str, Callable[[bytes], bytes]] = {
    "with another mark": _changed(0, b"SQLite format 4\0"),
    "with huge pages": _changed(16, struct.pack(">H", 1)),
    "with odd pages": _changed(16, struct.pack(">H", 777)),
    "with more pages than bytes": _changed(28, struct.pack(">I", 0xFFFFFFF0)),
    "with free pages without end": _changed(32, struct.pack(">II", 2, 0xFFFFFFF0)),
    "in two bytes": _changed(56, struct.pack(">I", 2)),
    "of a later format": _changed(60, struct.pack(">I", 999_000)),
    "of a format below zero": _changed(60, struct.pack(">i", -5)),
    "of another program": _changed(68, b"NOTE"),
    "with a root that leads nowhere": lambda content: content.replace(b"\x00\x00\x00\x02\x00\x00", b"\xff" * 6, 3),
    "cut": lambda content: content[: len(content) // 2],
    "of mark alone": lambda content: content[:100],
    "with noise at its end": lambda content: content + bytes(range(256)) * 16,
}


def databases(workbook: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a name and what the file holds; each is a copy of a workbook in which something was done since."""
    path = workbook.with_name("copy.cpw")
    shutil.copyfile(workbook, path)
    with storage.open_workbook(path, Author("Ana")) as opened:
        opened.workbook.do(AddRecord("partners", {"name": "Library"}))
        opened.workbook.do(EditRecord("partners", opened.workbook.book.records("partners")[0].id, {"name": "Museum"}))
    content = path.read_bytes()
    for name, statement in _STATEMENTS.items():
        path.write_bytes(content)
        connection = sqlite3.connect(path)
        connection.executescript(statement)
        connection.close()
        yield f"workbook {name}.cpw", path.read_bytes()
    for name, change in _BYTES.items():
        yield f"workbook {name}.cpw", change(content)
    path.unlink()
