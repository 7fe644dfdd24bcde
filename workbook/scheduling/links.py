"""What waits for what: links from the end of one activity to the start of another, and those that are broken.

An activity may begin on the day on which what it waits for ends; it is broken when it begins before that day.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from workbook.book import Book
from workbook.changes import Change
from workbook.measures.work import is_open
from workbook.operations import EditRecord
from workbook.problems import Problem, Refused
from workbook.records import Activity
from workbook.scheduling.spans import span_of


class Broken(NamedTuple):
    """An activity that begins before what it waits for ends, and by how many days."""

    before: Activity
    after: Activity
    days: int


def end_of(activity: Activity) -> datetime.date | None:
    """Return the day on which an activity ends: really, or as planned."""
    if activity.actual_end is not None:
        return activity.actual_end
    span = span_of(activity)
    return None if span is None else span.last


def overlap(before: Activity, after: Activity) -> int:
    """Return by how many days an activity begins too early after another; 0 where the link holds.

    What is done or cancelled is past mending, and nobody waits for what was cancelled.
    """
    ends, span = end_of(before), span_of(after)
    if ends is None or span is None or before.status == "cancelled" or not is_open(after):
        return 0
    return max(0, (ends - span.first).days)


def waits_for(book: Book, activity: Activity) -> tuple[Activity, ...]:
    """Return what has to be finished before an activity; links to what is gone are left out."""
    found = (book.one(Activity, record_id) for record_id in activity.depends_on)
    return tuple(one for one in found if one is not None)


def breaks(book: Book, activity: Activity) -> tuple[Broken, ...]:
    """Return the links to what an activity waits for that do not hold."""
    pairs = ((one, overlap(one, activity)) for one in waits_for(book, activity))
    return tuple(Broken(one, activity, days) for one, days in pairs if days)


def broken_after(book: Book, activity: Activity) -> tuple[Broken, ...]:
    """Return the links from an activity to what waits for it that do not hold."""
    pairs = ((one, overlap(activity, one)) for one in book.where(Activity, depends_on=activity.id))
    return tuple(Broken(activity, one, days) for one, days in pairs if days)


def broken_links(book: Book) -> Iterator[Broken]:
    """Yield every link that does not hold."""
    for activity in book.all(Activity):
        if activity.depends_on:
            yield from breaks(book, activity)


@dataclass
class LinkActivities:
    """Let one activity wait for the end of another; refused where that would lead in a circle."""

    before_id: str
    after_id: str
    title: str = field(default="Let {after} begin after {before}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        after = book.one(Activity, self.after_id)
        self.values = _names(book, self.before_id, self.after_id)
        if after is None or self.before_id in after.depends_on:
            return ()
        if self.before_id == self.after_id:
            raise Refused(Problem("An activity cannot wait for itself.", "", "activities", after.id, "depends_on"))
        return EditRecord("activities", after.id, {"depends_on": (*after.depends_on, self.before_id)}).plan(book)


@dataclass
class UnlinkActivities:
    """Let an activity no longer wait for another."""

    before_id: str
    after_id: str
    title: str = field(default="Let {after} no longer wait for {before}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        after = book.one(Activity, self.after_id)
        self.values = _names(book, self.before_id, self.after_id)
        if after is None:
            return ()
        left = tuple(one for one in after.depends_on if one != self.before_id)
        return EditRecord("activities", after.id, {"depends_on": left}).plan(book)


def _names(book: Book, before_id: str, after_id: str) -> dict[str, str]:
    return {"before": short(book, before_id), "after": short(book, after_id)}


def short(book: Book, activity_id: str) -> str:
    """Return what people call an activity aloud: its code, or its name where it has none."""
    activity = book.one(Activity, activity_id)
    return "(removed)" if activity is None else activity.code or activity.title
