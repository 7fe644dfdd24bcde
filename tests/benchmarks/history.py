"""The page of the history over a log of many change sets: found, filtered and scrolled.

Floors: `sqlite3` and `msgspec` reading the same rows of the log, and a bare table with the same texts.
"""

import datetime
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from storage.log import row_of
from storage.tables import insert_statement
from tests.benchmarks.files import workbook_file
from tests.benchmarks.plans import SIZES
from tests.benchmarks.timing import Row, paired
from tests.benchmarks.windows import Bare, closed, opened, scroll, session_of, shown
from ui import theme
from ui.app import make_application
from ui.pages.history import HistoryPage
from ui.pages.history.model import HistoryModel
from ui.session import Session
from workbook.chain import chained
from workbook.changes import Change, ChangeSet
from workbook.identity import new_id

_RECORDS = 1_000
_SHOWN = 200


def rows(sizes: tuple[int, ...] = SIZES) -> Iterator[Row]:
    theme.apply(make_application(), "light")
    for steps in sizes:
        with tempfile.TemporaryDirectory() as name:
            path = long_file(Path(name), steps)
            window = opened(path, Path(name))
            yield from _measured(session_of(window), path, steps)
            closed(window)


def long_file(folder: Path, steps: int) -> Path:
    """Make a workbook whose log has so many further steps, each another title of an activity."""
    path = workbook_file(folder, _RECORDS)
    connection = sqlite3.connect(path, isolation_level=None)
    titles = dict(connection.execute("SELECT id, title FROM activities").fetchall())
    seq, previous = connection.execute("SELECT seq, hash FROM change_sets ORDER BY seq DESC LIMIT 1").fetchone()
    ids, now = list(titles), datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
    connection.execute("BEGIN")
    for number in range(steps):
        record_id, title = ids[number % len(ids)], f"Do it for the time number {number}"
        change = Change("activities", record_id, {"title": titles[record_id]}, {"title": title})
        operation, values = "Edit {record}: Title", {"record": titles[record_id]}
        at = now + datetime.timedelta(seconds=number)
        step = ChangeSet(seq + number + 1, new_id(), at, "bench", "here", operation, (change,), values)
        step = chained(step, previous)
        connection.execute(insert_statement("change_sets"), row_of(step))
        titles[record_id], previous = title, step.hash
    connection.executemany("UPDATE activities SET title = ? WHERE id = ?", [(t, i) for i, t in titles.items()])
    connection.execute("COMMIT")
    connection.close()
    return path


def _measured(session: Session, path: Path, steps: int) -> Iterator[Row]:
    session.open_section("history")
    page = session.page
    assert isinstance(page, HistoryPage)
    panel, model = page.changes, page.changes.model
    shown(page)
    bare = Bare(panel.steps)

    def listed() -> None:
        panel.filters.changed.emit()
        shown(panel.steps)

    def floor_of_page() -> None:
        _read(path, f"WHERE seq > (SELECT max(seq) FROM change_sets) - {_SHOWN}")
        bare.switch()

    first = paired(listed, floor_of_page, 15)
    yield Row("history: the newest steps listed", steps, first.ours, first.floor, first.ratio, None)
    scrolled = paired(lambda: scroll(panel.steps), lambda: scroll(bare.view), 15)
    yield Row("history: one frame of scrolling", steps, scrolled.ours, scrolled.floor, scrolled.ratio, None)
    bare.close()
    searched = paired(_search(panel.filters.text.setText, model), lambda: _read(path, ""), 3)
    yield Row("history: words that stand nowhere", steps, searched.ours, searched.floor, searched.ratio, None)


def _search(write: Callable[[str], None], model: HistoryModel) -> Callable[[], None]:
    """Return what looks through the whole log for words that are not there, the window going on meanwhile."""
    words = iter(range(1_000))

    def search() -> None:
        write(f"nowhere{next(words)}")
        while model.canFetchMore(model.index(-1, -1)):
            QApplication.processEvents()

    return search


def _read(path: Path, where: str) -> None:
    decode = msgspec.json.Decoder(tuple[Change, ...]).decode
    connection = sqlite3.connect(path)
    found = connection.execute(f'SELECT operation, "values", changes FROM change_sets {where}').fetchall()
    connection.close()
    for _, _, changes in found:
        decode(changes)
