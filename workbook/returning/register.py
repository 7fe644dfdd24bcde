"""How the trackers stand that were sent: which are overdue, which are out, which came back."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbook.book import Book
from workbook.records import Tracker

Group = Literal["overdue", "out", "returned", "not_expected"]
GROUPS: tuple[Group, ...] = ("overdue", "out", "returned", "not_expected")
"""In the order in which somebody looks at them."""
_WEEKS_TO_FILL = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One tracker and how it stands on a day. `days_left` is below zero where it is late, None where nobody counts."""

    tracker: Tracker
    group: Group
    days_left: int | None = None

    @property
    def is_waited_for(self) -> bool:
        return self.group in ("overdue", "out")


def register_of(book: Book, as_of: datetime.date) -> tuple[Line, ...]:
    """Return every tracker, group by group.

    What is longest overdue and what is due soonest comes first, what has no date after it; what came back, or is not
    expected any more, with the latest first.
    """
    lines = [line_of(tracker, as_of) for tracker in book.all(Tracker)]
    return tuple(line for group in GROUPS for line in sorted(_in(lines, group), key=_ORDERS[group]))


def line_of(tracker: Tracker, as_of: datetime.date) -> Line:
    """Say how one tracker stands on a day; due on that very day it is not late yet."""
    if tracker.status == "returned":
        return Line(tracker, "returned")
    if tracker.status == "not_expected":
        return Line(tracker, "not_expected")
    if tracker.due is None:
        return Line(tracker, "out")
    left = (tracker.due - as_of).days
    return Line(tracker, "overdue" if left < 0 else "out", left)


def usual_due(sent_on: datetime.date) -> datetime.date:
    """Return when a tracker is due back if nobody says otherwise: two weeks later, on the same day of the week."""
    return sent_on + datetime.timedelta(weeks=_WEEKS_TO_FILL)


def _in(lines: list[Line], group: Group) -> list[Line]:
    return [line for line in lines if line.group == group]


Order = tuple[int, int, str]


def _soonest(line: Line) -> Order:
    left, tracker = line.days_left, line.tracker
    return (1, _day(tracker.issued_on), tracker.id) if left is None else (0, left, tracker.id)


def _latest_back(line: Line) -> Order:
    return -_day(line.tracker.returned_on), -_day(line.tracker.issued_on), line.tracker.id


def _latest_sent(line: Line) -> Order:
    return 0, -_day(line.tracker.issued_on), line.tracker.id


def _day(day: datetime.date | None) -> int:
    return 0 if day is None else day.toordinal()


_ORDERS: dict[Group, Callable[[Line], Order]] = {
    "overdue": _soonest,
    "out": _soonest,
    "returned": _latest_back,
    "not_expected": _latest_sent,
}
