"""The file: opening and one edit, against plain sqlite3 doing the same work on the same rows."""

import datetime
import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storage import OpenWorkbook, create, open_workbook
from tests.benchmarks.plans import changes_of
from tests.benchmarks.timing import Row, median, paired, seconds
from workbook.book import Book
from workbook.changes import Change, ChangeSet
from workbook.checks import Checker
from workbook.operations import EditRecord
from workbook.records import RECORD_TYPES, Activity
from workbook.workbook import Author

AUTHOR = Author("bench", "here")
_AT_ONCE = 500


@dataclass
class Bring:
    """Add a part of a plan as one step."""

    changes: tuple[Change, ...]
    title: str = "Bring records"
    values: dict[str, str] = field(default_factory=dict)

    def plan(self, _book: Book) -> tuple[Change, ...]:
        return self.changes


def workbook_file(folder: Path, size: int) -> Path:
    path = folder / f"plan-{size}.cpw"
    create(path, AUTHOR, _steps(size)).close()
    return path


def _steps(size: int) -> list[Bring]:
    changes = changes_of(size)
    return [Bring(changes[start : start + _AT_ONCE]) for start in range(0, len(changes), _AT_ONCE)]


def rows(sizes: tuple[int, ...]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            path = workbook_file(Path(name), size)
            yield _opening(path, size)
            yield _committing(path, size)
            yield from _following(path, size)


def _opening(path: Path, size: int) -> Row:
    def ours() -> None:
        open_workbook(path, AUTHOR).close()

    def floor() -> None:
        connection = sqlite3.connect(path)
        for type_name in RECORD_TYPES:
            connection.execute(f'SELECT * FROM "{type_name}"').fetchall()
        connection.close()

    result = paired(ours, floor, 5)
    return Row("open, against fetching the same rows", size, result.ours, result.floor, result.ratio, 3)


def _committing(path: Path, size: int) -> Row:
    with open_workbook(path, AUTHOR) as opened:
        edit = _Edit(opened)
        edit()
        logged = next(iter(opened.workbook.history(opened.workbook.seq)))
        plain = _PlainEdit(path.with_suffix(".plain"), logged)
        result = paired(edit, plain, 60)
        plain.close()
    return Row("one edit, against the same inserts and update", size, result.ours, result.floor, result.ratio, 1.5)


class _Edit:
    """Gives one activity another title each time."""

    def __init__(self, opened: OpenWorkbook) -> None:
        self.workbook = opened.workbook
        self.activity = opened.workbook.book.all(Activity)[7].id
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
        self.workbook.do(EditRecord("activities", self.activity, {"title": f"Do it for the time number {self.count}"}))


class _PlainEdit:
    """The floor: one transaction of two inserts and one update, as durable as ours, with rows as large as ours."""

    def __init__(self, path: Path, logged: ChangeSet) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=DELETE")
        self.connection.execute("PRAGMA synchronous=EXTRA")
        self.connection.execute("CREATE TABLE log (seq INTEGER PRIMARY KEY, head TEXT, body TEXT) STRICT")
        self.connection.execute("CREATE TABLE more (seq INTEGER PRIMARY KEY, body TEXT) STRICT")
        self.connection.execute("CREATE TABLE record (id TEXT PRIMARY KEY, title TEXT) STRICT, WITHOUT ROWID")
        self.connection.execute("INSERT INTO record VALUES ('one', 'title')")
        self.body = repr(logged)
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO log VALUES (?, ?, ?)", (self.count, "head", self.body))
        self.connection.execute("INSERT INTO more VALUES (?, ?)", (self.count, "more"))
        self.connection.execute("UPDATE record SET title = ? WHERE id = 'one'", (f"title {self.count}",))
        self.connection.execute("COMMIT")

    def close(self) -> None:
        self.connection.close()


def _following(path: Path, size: int) -> Iterator[Row]:
    """Undo, an earlier state and the checks after one edit: no floor, but they should stay flat."""
    with open_workbook(path, AUTHOR) as opened:
        workbook = opened.workbook
        edit = _Edit(opened)
        edit()

        def undo_and_redo() -> None:
            workbook.undo()
            workbook.redo()

        yield Row("undo and redo", size, median(undo_and_redo, 15), None, None, None)
        yield Row(
            "the state ten changes ago", size, median(lambda: workbook.at(workbook.seq - 10), 15), None, None, None
        )
        checker = Checker(datetime.date(2027, 6, 1))
        checker.run(workbook.book)
        updates = [_update(checker, opened, edit) for _ in range(15)]
        yield Row("structure checks after one edit", size, statistics.median(updates), None, None, None)


def _update(checker: Checker, opened: OpenWorkbook, edit: _Edit) -> float:
    edit()
    (change_set,) = opened.workbook.history(opened.workbook.seq)
    return seconds(lambda: checker.update(opened.workbook.book, change_set.changes))
