"""Contents that are written before the step that names them, so that nobody waits for a large file at that moment.

Each such content has a fact beside it, in the same transaction. The step that names the content takes the fact away in
its own; a fact that is still there when a file is opened tells of a content that no step ever named.
"""

import sqlite3
from collections.abc import Iterable

from storage.contents import has_content

_FACT = "ahead:"
_NAMED = "SELECT 1 FROM change_sets WHERE instr(changes, ?) LIMIT 1"


def mark_ahead(connection: sqlite3.Connection, sha256: str) -> None:
    """Write down that a content is not named by any step yet, unless it was there before."""
    if not has_content(connection, sha256):
        connection.execute('INSERT OR REPLACE INTO workbook ("key", value) VALUES (?, ?)', (_FACT + sha256, ""))


def settle(connection: sqlite3.Connection, named: Iterable[str]) -> None:
    """Let contents stay that a step names now."""
    connection.executemany('DELETE FROM workbook WHERE "key" = ?', [(_FACT + sha256,) for sha256 in named])


def left_ahead(connection: sqlite3.Connection) -> list[str]:
    """Return the fingerprints of contents that were written and are not settled."""
    rows = connection.execute('SELECT "key" FROM workbook WHERE substr("key", 1, ?) = ?', (len(_FACT), _FACT))
    return [str(key).removeprefix(_FACT) for (key,) in rows.fetchall()]


def remove_ahead(connection: sqlite3.Connection) -> None:
    """Take away what was written ahead; what a step names after all stays, whoever wrote that step."""
    left = left_ahead(connection)
    for sha256 in left:
        if connection.execute(_NAMED, (sha256,)).fetchone() is None:
            connection.execute("DELETE FROM contents WHERE sha256 = ?", (sha256,))
    settle(connection, left)
