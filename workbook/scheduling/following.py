"""Shifting what follows: everything that waits, directly or through others, moves later as far as it has to.

Only what is downstream moves, and only later; so a link to something that stays where it is cannot break by it. What
is done or cancelled stays, and nothing is passed on through it.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbook.book import Book
from workbook.changes import Change
from workbook.circles import circles
from workbook.measures.work import is_open
from workbook.operations import EditSeveral
from workbook.problems import Problem, Refused
from workbook.records import Activity
from workbook.scheduling.links import broken_after, end_of
from workbook.scheduling.moving import existing, later, moved
from workbook.scheduling.spans import span_of

How = Literal["needed", "together"]


@dataclass
class ShiftFollowing:
    """Move what follows an activity later, in one step.

    `needed` moves each just as far as what it waits for asks; `together` moves all by as many days as the first ones
    need, so that the distances between them stay.
    """

    activity_id: str
    how: How = "needed"
    title: str = field(default="Shift what follows {activity}: {count}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        activity = existing(book, self.activity_id)
        shifts = shift_needed(book, activity) if self.how == "needed" else _together(book, activity)
        count = "1 activity" if len(shifts) == 1 else f"{len(shifts)} activities"
        self.values = {"activity": book.label("activities", activity.id), "count": count}
        given = {one: moved(existing(book, one), days) for one, days in shifts.items()}
        return EditSeveral("activities", given).plan(book) if given else ()


def following(book: Book, activity: Activity) -> tuple[Activity, ...]:
    """Return what waits for an activity, directly or through others, each after everything that it waits for.

    Raises `Refused` where the way leads in a circle, as a file from elsewhere can hold one.
    """
    way = next(circles([activity.id], lambda one: [next_.id for next_ in _waiting(book, one)]), ())
    if way:
        names = " → ".join(existing(book, one).code or existing(book, one).title for one in way)
        sentence = f"These activities wait for each other in a circle ({names}); take one of the links out first."
        raise Refused(Problem(sentence, "", "activities", activity.id, "depends_on"))
    order: dict[str, Activity] = {}
    waiting = [(activity, iter(_waiting(book, activity.id)))]
    while waiting:
        one, rest = waiting[-1]
        step = next((other for other in rest if other.id not in order), None)
        if step is not None:
            waiting.append((step, iter(_waiting(book, step.id))))
        else:
            order[one.id] = one
            waiting.pop()
    del order[activity.id]
    return tuple(reversed(order.values()))


def shift_needed(book: Book, activity: Activity) -> Mapping[str, int]:
    """Return by how many days each following activity has to move so that it waits for what is upstream of it."""
    downstream = following(book, activity)
    ends = {activity.id: end_of(activity)}
    if activity.status == "cancelled":
        ends[activity.id] = None
    shifts: dict[str, int] = {}
    for one in downstream:
        span = span_of(one)
        if span is None:
            ends[one.id] = None
            continue
        asked = [end for end in (ends.get(before) for before in one.depends_on) if end is not None]
        days = max((max(asked) - span.first).days, 0) if asked else 0
        if days:
            shifts[one.id] = days
        ends[one.id] = _ended(one, days)
    return shifts


def _ended(activity: Activity, days: int) -> datetime.date | None:
    end = end_of(activity)
    return None if end is None else later(activity, end, days)


def _together(book: Book, activity: Activity) -> Mapping[str, int]:
    days = max((found.days for found in broken_after(book, activity)), default=0)
    downstream = following(book, activity)
    return {one.id: days for one in downstream if days and span_of(one) is not None}


def _waiting(book: Book, activity_id: str) -> tuple[Activity, ...]:
    return tuple(one for one in book.where(Activity, depends_on=activity_id) if is_open(one))
