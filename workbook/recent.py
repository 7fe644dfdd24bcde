"""What happened lately, in a few words: by whom, and to how many records of each type."""

import datetime
from dataclasses import dataclass

from workbook.changes import ChangeSet
from workbook.records import Report
from workbook.workbook import Workbook

_PAGE = 200
MOST = 2_000
"""So many steps are looked at; a summary of more would not be read, and the history page holds them all."""


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many records of one type were added, edited and removed, each record once."""

    type: str
    added: int
    edited: int
    removed: int


@dataclass(frozen=True, slots=True)
class Recent:
    """The steps since a moment: how many, by whom, on how many records. `is_cut` says that there were more."""

    since: datetime.datetime
    steps: int
    people: tuple[str, ...]
    types: tuple[TypeCount, ...]
    is_cut: bool = False


def recent(workbook: Workbook, since: datetime.datetime) -> Recent:
    """Sum up the change sets from a moment on, reading the log backwards only as far as needed."""
    found: list[ChangeSet] = []
    last, is_cut = workbook.seq, False
    while last > 0 and not is_cut:
        page = list(workbook.history(max(1, last - _PAGE + 1), last))
        late = [step for step in page if step.at >= since]
        found = late + found
        if len(late) < len(page):
            break
        last -= len(page)
        is_cut = len(found) >= MOST and last > 0
    people = tuple(dict.fromkeys(step.operator for step in reversed(found)))
    return Recent(since, len(found), people, _by_type(found), is_cut)


def last_report(workbook: Workbook) -> Report | None:
    """Return the report that was issued last, or None."""
    issued = [report for report in workbook.book.all(Report) if report.issued_at is not None]
    return max(issued, key=lambda report: str(report.issued_at), default=None)


def _by_type(steps: list[ChangeSet]) -> tuple[TypeCount, ...]:
    was: dict[tuple[str, str], tuple[bool, bool]] = {}
    for step in steps:
        for change in step.changes:
            key = (change.type, change.id)
            first, _ = was.get(key, (change.before is not None, True))
            was[key] = (first, change.after is not None)
    counts: dict[str, list[int]] = {}
    for (type_name, _), (before, after) in was.items():
        if before or after:
            place = 1 if before and after else 2 if before else 0
            counts.setdefault(type_name, [0, 0, 0])[place] += 1
    return tuple(TypeCount(name, *numbers) for name, numbers in sorted(counts.items(), key=lambda item: -sum(item[1])))
