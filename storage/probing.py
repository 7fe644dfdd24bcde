"""Looking at a file without touching it: its first bytes, then a private copy of it with its journal."""

import sqlite3
from pathlib import Path

from storage.connections import connect, refuse_long_name
from storage.copies import private_copy, real_path
from storage.errors import (
    FROM_SQLITE,
    FileDamaged,
    FileFull,
    FileMissing,
    FileUnreadable,
    NoRoomForCopy,
    problem_of,
    told_plainly,
)
from storage.formats import APPLICATION_ID, LARGEST_FILE, Format, Header
from storage.schemas import RELEASED, Release, has_only_more_columns, schema_difference
from storage.verdicts import Damaged, Foreign, Healthy, Newer, Older, PartlyReadable, Verdict

_QUICK_CHECK = "PRAGMA quick_check(1)"


def inspect(path: Path, release: Release = RELEASED) -> Verdict:
    """Say what a file is, reading all of it and writing nothing; raises `FileProblem` where it cannot be read."""
    from storage.loading import load_book  # SQLAlchemy is imported with it

    path = real_path(path)
    verdict = judge_by_header(path, release)
    if verdict is not None:
        return verdict
    with private_copy(path) as copy:
        verdict = judge_copy(path, copy, release)
        if not isinstance(verdict, Healthy):
            return verdict
        connection = connect(copy)
        try:
            locked = len(load_book(connection).locked)
        finally:
            connection.close()
    return PartlyReadable(path, locked) if locked else verdict


def is_workbook(path: Path) -> bool:
    """Say whether there is a workbook at this path, in order or not, by its first bytes; nothing may replace one."""
    try:
        return path.is_file() and Header.read(path).application_id == APPLICATION_ID
    except OSError:
        return False


def judge_by_header(path: Path, release: Release = RELEASED) -> Verdict | None:
    """Return the verdict that the first bytes already allow, or None where it has to be looked at closely."""
    refuse_long_name(path)
    with told_plainly(path):
        try:
            if path.is_dir():
                return Foreign(path, "it is a folder", may_hold_rows=False)
            if not path.exists():
                raise FileMissing(path)
            if not path.is_file():
                return Foreign(path, "it is a device or a pipe", may_hold_rows=False)
            size, header = path.stat().st_size, Header.read(path)
        except PermissionError:
            raise FileUnreadable(path) from None
    if size == 0:
        return Damaged(path, "it is empty")
    if size > LARGEST_FILE:
        return Foreign(path, "it is larger than any workbook")
    return _judge(path, header, release)


def _judge(path: Path, header: Header, release: Release) -> Verdict | None:
    if not header.is_sqlite:
        return Foreign(path, "it does not begin like one")
    if header.application_id != APPLICATION_ID:
        return Foreign(path, "another program made it", may_hold_rows=False)
    found = Format.of(header.user_version)
    if found.major > release.format.major:
        return Newer(path, found)
    if not header.is_rollback or not header.is_utf8 or found.major < 1:
        return Damaged(path, "its first page is not one that this program writes")
    return None


def judge_copy(path: Path, copy: Path, release: Release = RELEASED) -> Verdict:
    """Judge `path` by its private copy, which an unfinished commit heals, and which is all that SQLite gets to see."""
    try:
        connection = connect(copy)
    except FROM_SQLITE as error:
        return _damaged(path, copy, error)
    try:
        return _judge_open(path, copy, connection, release)
    except FROM_SQLITE as error:
        return _damaged(path, copy, error)
    finally:
        connection.close()


def _damaged(path: Path, copy: Path, error: Exception) -> Verdict:
    """Say that the file is damaged, unless it was the temporary folder that failed."""
    problem = problem_of(error, copy)
    if isinstance(problem, FileFull):
        raise NoRoomForCopy(path) from error
    if problem is not None and not isinstance(problem, FileDamaged):
        raise type(problem)(path) from error
    return Damaged(path, f"SQLite says: {_first_line(str(error))}")


def _judge_open(path: Path, copy: Path, connection: sqlite3.Connection, release: Release) -> Verdict:
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # takes back an unfinished commit
    verdict = _judge(path, Header.read(copy), release)
    if verdict is not None:
        return verdict
    page_size, pages = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count"))
    size = copy.stat().st_size
    if size % page_size or size < page_size * pages:  # SQLite reads what is missing of the last page as zeros
        return Damaged(path, "its end is missing")
    found = Format.of(connection.execute("PRAGMA user_version").fetchone()[0])
    added = schema_difference(connection, release, found)
    if added and found > release.format:
        return Newer(path, found, readable=has_only_more_columns(connection, release))
    if added:
        return Damaged(path, added)
    fault = connection.execute(_QUICK_CHECK).fetchone()[0]
    if fault != "ok":
        return Damaged(path, f"check of its pages: {_first_line(fault)}")
    return Older(path, found) if found < release.format else Healthy(path)


def _first_line(text: str) -> str:
    return text.strip().splitlines()[-1][:120] if text.strip() else "nothing more is known"
