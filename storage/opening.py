"""Making, opening and closing a workbook file."""

import datetime
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from storage.backups import backup
from storage.connections import connect
from storage.contents import fingerprints_of, lost_contents, readable_contents
from storage.copies import copied_into, private_copy, private_folder, real_path
from storage.errors import DriveFailing, FileDamaged, FileVanished, told_plainly
from storage.locking import WriteLock
from storage.probing import judge_by_header, judge_copy
from storage.publishing import new_file
from storage.schemas import RELEASED, Release
from storage.verdicts import Newer, Older, PartlyReadable, refuse
from storage.writing import FileContent, empty_store, write_new
from workbook.book import Book
from workbook.operations import Operation
from workbook.workbook import Author, Workbook

if TYPE_CHECKING:
    from storage.store import Store


class OpenWorkbook:
    """A workbook with the file it lives in. Close it, or use it in a ``with`` statement."""

    def __init__(self, path: Path, workbook: Workbook, store: "Store", notices: tuple[str, ...] = ()) -> None:
        self.path = path
        self.workbook = workbook
        self.store = store
        self.notices = notices
        self.workbook_id = store.facts().get("id", "")
        self._lock: WriteLock | None = None
        self._copy: Path | None = None

    @property
    def read_only(self) -> bool:
        """Nothing can be changed: what is open is a private copy."""
        return self._copy is not None

    def save_copy(self, target: Path) -> tuple[str, ...]:
        """Write a verified copy to a new name; return sentences about what it lacks, none as a rule.

        Where the file is gone, the plan is written as it stands in memory, which is all that is left.
        """
        try:
            backup(self.store, target)
        except (FileVanished, FileDamaged, DriveFailing) as problem:
            if problem.path != self.path:
                raise
            return self._save_from_memory(target)
        return ()

    def _save_from_memory(self, target: Path) -> tuple[str, ...]:
        book, saved = self.workbook.book, set[str]()

        def contents() -> Iterator[tuple[str, bytes]]:
            with self.store.alone():
                known = fingerprints_of(book, ())
                for sha256, content in readable_contents(self.store.raw, known):
                    saved.add(sha256)
                    yield sha256, content

        title, values = "Saved from memory: {file}", {"file": self.path.name}
        content = FileContent(self.workbook_id, (), book, title, values, contents())
        write_new(target, content, self.workbook.author, RELEASED)
        said = f"“{target.name}” holds the whole plan, but not its history, which stayed in “{self.path.name}”."
        lost = tuple(lost_contents(book, {}, saved))
        return (said, *(str(problem) for problem in lost))

    def holds(self, lock: WriteLock) -> None:
        """Take over the lock, to give it back at closing."""
        self._lock = lock

    def lives_in(self, folder: Path) -> None:
        """Take over the folder with the private copy, to remove it at closing."""
        self._copy = folder

    def close(self) -> None:
        """Close the file, give back its lock and remove every trace beside it."""
        self.store.close()
        if self._lock is not None:
            self._lock.release()
        if self._copy is not None:
            shutil.rmtree(self._copy, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create(
    path: Path, author: Author, operations: Iterable[Operation] = (), *, release: Release = RELEASED
) -> OpenWorkbook:
    """Make a new file, with these operations as its first steps, and open it.

    Raises `FileProblem`, or `Refused` by an operation; then there is no file. A crash leaves no half a file either:
    the name is given to it when it is complete.
    """
    with new_file(path) as temporary, told_plainly(path), empty_store(path, temporary, release) as store:
        workbook = Workbook(Book.empty(), store, author)
        for operation in operations:
            workbook.do(operation)
    return open_workbook(path, author, release=release)


def open_workbook(path: Path, author: Author, *, read_only: bool = False, release: Release = RELEASED) -> OpenWorkbook:
    """Open a file, having looked at all of it first; raises `FileProblem` and leaves the file as it was.

    A file of an earlier format is migrated. With `read_only`, or where the file's format allows no more, a private
    copy is opened, whoever else has the file open.
    """
    path = real_path(path)
    if read_only:
        return _open_copy(path, author, release)
    refuse(judge_by_header(path, release))
    lock = WriteLock(path).take(author.operator, _now())
    try:
        with private_copy(path) as copy:
            verdict = judge_copy(path, copy, release)
        refuse(verdict)
        if isinstance(verdict, Newer):
            lock.release()
            return _open_copy(path, author, release)
        notices = _migrated(path, release) if isinstance(verdict, Older) else ()
        opened = _open_original(path, author, notices)
    except BaseException:
        lock.release()
        raise
    opened.holds(lock)
    return opened


def _open_original(path: Path, author: Author, notices: tuple[str, ...]) -> OpenWorkbook:
    with told_plainly(path):
        store = _store(path, connect(path))
    try:
        store.probe_writing()
        store.forget_ahead()
        return _loaded(path, author, store, notices)
    except BaseException:
        store.close()
        raise


def _open_copy(path: Path, author: Author, release: Release) -> OpenWorkbook:
    """Open a copy of its own, which needs no lock, heals itself, and stays when the drive goes."""
    refuse(judge_by_header(path, release))
    folder = private_folder(path)
    try:
        copy = copied_into(path, folder)
        verdict = judge_copy(path, copy, release)
        refuse(verdict)
        notices = (verdict.sentence,) if isinstance(verdict, Newer) else ()
        if isinstance(verdict, Older):
            copy = _migrated_copy(copy, release)
        with told_plainly(path):
            store = _store(path, connect(copy), read_only=True)
        opened = _loaded(path, author, store, notices)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    opened.lives_in(folder)
    return opened


def _loaded(path: Path, author: Author, store: "Store", notices: tuple[str, ...]) -> OpenWorkbook:
    book = store.load()
    if book.locked:
        notices = (*notices, PartlyReadable(path, len(book.locked)).sentence)
    return OpenWorkbook(path, Workbook(book, store, author), store, notices)


def _store(path: Path, connection: sqlite3.Connection, *, read_only: bool = False) -> "Store":
    from storage.store import Store  # SQLAlchemy is imported with it

    return Store(path, connection, read_only=read_only)


def _migrated(path: Path, release: Release) -> tuple[str, ...]:
    from storage.migrating import migrate_original  # Alembic is imported with it

    return (migrate_original(path, release),)


def _migrated_copy(copy: Path, release: Release) -> Path:
    from storage.migrating import migrated_copy  # Alembic is imported with it

    return migrated_copy(copy, release)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0)
