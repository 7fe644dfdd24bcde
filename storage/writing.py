"""Filling a file that has no name yet: from nothing, or from a history and the state it should end with."""

import contextlib
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from storage.connections import connect
from storage.errors import CopyDiffers, told_plainly
from storage.publishing import new_file
from storage.schemas import Release, make_empty
from workbook.book import Book
from workbook.changes import Change, ChangeSet
from workbook.identity import is_id, new_id
from workbook.workbook import Author, Workbook

if TYPE_CHECKING:
    from storage.store import Store


@dataclass
class BringUpToDate:
    """The one step by which a new file gets a state that its history does not lead to."""

    changes: tuple[Change, ...]
    title: str
    values: dict[str, str] = field(default_factory=dict)
    passes_seals: bool = True

    def plan(self, book: Book) -> tuple[Change, ...]:
        return self.changes


@dataclass(frozen=True)
class FileContent:
    """What a file is to hold. `title` and `values` name the step from where the history ends to `state`."""

    workbook_id: str
    history: Iterable[ChangeSet]
    state: Book
    title: str
    values: dict[str, str]
    contents: Iterable[tuple[str, bytes]] = ()
    """What attachments hold, by fingerprint; read as it is written, for there may be much of it."""


@contextlib.contextmanager
def empty_store(path: Path, temporary: Path, release: Release, workbook_id: str = "") -> Iterator["Store"]:
    """Lend the store of a new, empty file at `temporary` that will be `path`; it is closed afterwards."""
    from storage.store import Store  # SQLAlchemy is imported with it

    connection = connect(temporary)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # the whole file is synced before it gets its name
        make_empty(connection, release.definitions(), release.format)
        store = Store(path, connection)
    except BaseException:
        connection.close()
        raise
    try:
        store.set_fact("id", workbook_id if is_id(workbook_id) else new_id())
        store.set_fact("created", datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat())
        store.set_fact("program", release.program)
        yield store
    finally:
        store.close()


def write_new(target: Path, content: FileContent, author: Author, release: Release) -> None:
    """Make a new file of this content and read it back; raises `FileProblem`, and then there is none."""
    with (
        new_file(target) as temporary,
        told_plainly(target),
        empty_store(target, temporary, release, content.workbook_id) as store,
    ):
        book = Book.empty()
        for change_set in content.history:
            book = book.apply(change_set.changes)
            store.append(change_set, book)
        step = BringUpToDate(book.difference(content.state), content.title, content.values)
        Workbook(book, store, author).do(step)
        store.keep_contents(content.contents)
        if store.load().difference(content.state):
            raise CopyDiffers(target)
