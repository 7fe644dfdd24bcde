"""A new file out of a damaged one: as much of the history as holds, then the plan as it is best known.

The original is only read. The new file gets the unbroken beginning of the log, so that what was agreed and reported
can still be looked up, and, where the rows know more than that log, one further step that brings it up to them.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from immutables import Map

from storage.checking import replay
from storage.contents import fingerprints_of, lost_contents
from storage.copies import private_copy, real_path
from storage.errors import NoFile, NotOurs, told_plainly
from storage.schemas import RELEASED, Release
from storage.writing import FileContent, write_new
from workbook.book import Book, LockedRecord
from workbook.chain import first_break
from workbook.changes import ChangeSet, Values, record_from_plain
from workbook.kinds import Unacceptable
from workbook.operations import Problem
from workbook.records import RECORD_TYPES, Record
from workbook.workbook import Author

if TYPE_CHECKING:
    from storage.salvage import Salvage


@dataclass(frozen=True)
class RescueReport:
    """What a rescue brought over, and in `lost` one sentence for each thing that it could not."""

    target: Path
    records: int
    steps: int
    lost: tuple[Problem, ...]

    @property
    def sentence(self) -> str:
        kept = f"{self.records} records and {self.steps} steps of the history are in “{self.target.name}”"
        return f"{kept}; {len(self.lost)} things could not be saved." if self.lost else f"{kept}; nothing was lost."


def rescue(path: Path, target: Path, author: Author, *, release: Release = RELEASED) -> RescueReport:
    """Write what can be read of `path` into the new file `target`; raises `FileProblem` where nothing can be."""
    from storage.salvage import salvage  # SQLAlchemy is imported with it

    path = real_path(path)
    if not path.is_file():
        raise NoFile(path, reason="it is no file")
    with private_copy(path) as copy, told_plainly(path):
        found = salvage(copy, release)
        if not found.found_anything:
            raise NotOurs(path, reason="nothing of a workbook can be read in it")
        history, replayed, lost = _history_of(found)
        # A whole log is chained by hashes, which the rows are not: then it knows best.
        best = _best_known(found, lost) if lost or not history else replayed
        saved: set[str] = set()
        named = fingerprints_of(best, found.change_sets.values())
        contents = _noted(saved, found.contents(named))
        title, values = "Rescue from {file}", {"file": path.name}
        content = FileContent(found.facts.get("id", ""), history, best, title, values, contents)
        write_new(target, content, author, release)
    lost += lost_contents(best, named, saved)
    records = sum(best.count(name) for name in RECORD_TYPES)
    return RescueReport(target, records, len(history), tuple(lost))


def _noted(saved: set[str], contents: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Pass contents on, and note which there were."""
    for sha256, content in contents:
        saved.add(sha256)
        yield sha256, content


def _history_of(found: "Salvage") -> tuple[list[ChangeSet], Book, list[Problem]]:
    """Return the beginning of the log that holds, the book it leads to, and what became of the rest."""
    history: list[ChangeSet] = []
    while len(history) + 1 in found.change_sets:
        history.append(found.change_sets[len(history) + 1])
    broken = first_break(history)
    if broken is not None:
        history = history[: broken.seq - 1]
    book, misfit = replay(history)
    if misfit is not None:
        history = history[: misfit.seq - 1]
    last = max(found.change_sets, default=0)
    if last > len(history) or "change_sets" in found.broken:
        sentence = f"The history holds up to step {len(history)} only; what was done after it is there as a result."
        return history, book, [Problem(sentence, "History")]
    return history, book, []


def _best_known(found: "Salvage", lost: list[Problem]) -> Book:
    """Put the plan together from rows, and from the log where a row cannot be read; say in `lost` what is missing."""
    logged = _from_log(found.change_sets)
    tables: dict[str, Map[str, Record]] = {}
    for name, record_type in RECORD_TYPES.items():
        rows, locked = _read_rows(name, found)
        if name in found.broken:
            lost.append(
                Problem("Some of these could not be read; look through what is there.", record_type.titles, name)
            )
            for record_id, record in logged[name].items():
                rows.setdefault(record_id, record)
        for entry in locked:
            known = logged[name].get(entry.id)
            rows[entry.id] = known or _readable_part(entry)
            why = "is as the history last knew it" if known else "lacks what could not be read"
            lost.append(
                Problem(f"This record {why}: {entry.reason}", f"{record_type.title} {entry.id}", name, entry.id)
            )
        tables[name] = Map(rows)
    return Book(tables)


def _from_log(change_sets: Mapping[int, ChangeSet]) -> dict[str, dict[str, Record]]:
    """Return each record as the readable part of the log last knew it, whatever stood in the gaps."""
    values: dict[tuple[str, str], Values] = {}
    for _, change_set in sorted(change_sets.items()):
        for change in change_set.changes:
            if change.after is None:
                values.pop((change.type, change.id), None)
            else:
                values.setdefault((change.type, change.id), {}).update(change.after)
    records: dict[str, dict[str, Record]] = {name: {} for name in RECORD_TYPES}
    for (name, record_id), held in values.items():
        with contextlib.suppress(Unacceptable, KeyError):
            records[name][record_id] = record_from_plain(RECORD_TYPES[name], record_id, held)
    return records


def _read_rows(name: str, found: "Salvage") -> tuple[dict[str, Record], list[LockedRecord]]:
    from storage.loading import records_of

    locked: list[LockedRecord] = []
    rows = dict(records_of(RECORD_TYPES[name], list(found.rows.get(name, {}).values()), locked))
    return rows, locked


def _readable_part(entry: LockedRecord) -> Record:
    """Return a record with those fields that can be read, the others blank."""
    from storage.reading import read_value

    record_type, values = RECORD_TYPES[entry.type], {}
    for field in record_type.fields:
        with contextlib.suppress(Unacceptable):
            values[field.name] = read_value(field, entry.raw.get(field.name))
    return record_type.cls(entry.id, **values)
