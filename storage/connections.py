"""How a file is handed to SQLite: by these settings only, whoever asks."""

import os
import sqlite3
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from storage.errors import FROM_SQLITE, NameTooLong

Mode = Literal["rw", "ro", "rwc"]

BUSY_SECONDS = 2.0
_LONGEST_NAME = 255  # of one part of a path, in bytes, on every file system that we know
_LONGEST_PATH = 511 if os.name == "posix" else 259  # SQLite's own limit, and that of Windows
_LONGEST_SUFFIX = ".-holder-journal"  # what is put around a name for the files beside it

_SETTINGS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -16000",
)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 512 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


def connect(path: Path, mode: Mode = "rw") -> sqlite3.Connection:
    """Open a file with SQLite, never making one unless told so; the caller begins and ends transactions."""
    refuse_long_name(path)
    connection = sqlite3.connect(
        f"file:{_for_uri(path)}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )
    try:
        harden(connection)
    except FROM_SQLITE:
        connection.close()
        raise
    return connection


def harden(connection: sqlite3.Connection) -> None:
    """Trust nothing that a file may bring along, and make what we write last."""
    set_config = getattr(connection, "setconfig", None)  # from Python 3.12 on
    if set_config is not None:
        set_config(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009 - not there before 3.12
    for setting in _SETTINGS:
        connection.execute(setting)
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)


def refuse_long_name(path: Path) -> None:
    """Raise `NameTooLong` where the file, or a journal beside it, could not be named."""
    name, whole = os.fsencode(path.name + _LONGEST_SUFFIX), os.fsencode(str(path.absolute()) + _LONGEST_SUFFIX)
    if len(name) > _LONGEST_NAME or len(whole) > _LONGEST_PATH:
        raise NameTooLong(path)


def _for_uri(path: Path) -> str:
    posix = path.absolute().as_posix()
    lead = "" if os.name == "posix" else "//" if posix.startswith("//") else "/"
    return quote(os.fsencode(lead + posix))  # a name on the disk is bytes, which need not be text
