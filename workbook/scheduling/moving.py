"""Moving an activity in time, making it longer or shorter, and giving it its first dates."""

import datetime
from dataclasses import dataclass, field
from typing import Any, Literal

from workbook.book import Book
from workbook.changes import Change
from workbook.operations import EditSeveral
from workbook.problems import Problem, Refused
from workbook.records import Activity

Edge = Literal["start", "end"]


@dataclass
class MoveActivity:
    """Move an activity by some days, later or (negative) earlier; how long it takes stays as it is."""

    activity_id: str
    days: int
    title: str = field(default="Move {activity} by {days}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        activity = existing(book, self.activity_id)
        self.values = {"activity": book.label("activities", activity.id), "days": counted(self.days)}
        return EditSeveral("activities", {activity.id: moved(activity, self.days)}).plan(book)


@dataclass
class StretchActivity:
    """Move only the start or only the end of an activity; the other side stays where it is."""

    activity_id: str
    edge: Edge
    days: int
    title: str = field(default="Move the {edge} of {activity} by {days}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        activity = existing(book, self.activity_id)
        label = book.label("activities", activity.id)
        self.values = {"activity": label, "edge": self.edge, "days": counted(self.days)}
        if activity.milestone:
            raise _refused(activity, f"{label} is a milestone, which is one day; move it instead.", "milestone")
        start, end = activity.start or activity.end, activity.end or activity.start
        if start is None or end is None:
            raise _refused(activity, f"{label} has no dates yet; give it some first.", "start")
        start = later(activity, start, self.days) if self.edge == "start" else start
        end = later(activity, end, self.days) if self.edge == "end" else end
        if start > end:
            raise _refused(activity, f"{label} would end before it starts; move its {self.edge} less.", self.edge)
        return EditSeveral("activities", {activity.id: {"start": start, "end": end}}).plan(book)


@dataclass
class PlaceActivity:
    """Give an activity its first dates; a milestone gets the last of them."""

    activity_id: str
    first: datetime.date
    last: datetime.date
    title: str = field(default="Set the dates of {activity}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        activity = existing(book, self.activity_id)
        self.values = {"activity": book.label("activities", activity.id)}
        first, last = sorted((self.first, self.last))
        given: dict[str, Any] = {"end": last} if activity.milestone else {"start": first, "end": last}
        return EditSeveral("activities", {activity.id: given}).plan(book)


def existing(book: Book, activity_id: str) -> Activity:
    """Return the activity to be moved; raise `Refused` when somebody removed it meanwhile."""
    activity = book.one(Activity, activity_id)
    if activity is None:
        raise Refused(Problem("This activity has been removed; undo that, or add it again.", type="activities"))
    return activity


def moved(activity: Activity, days: int) -> dict[str, Any]:
    """Return the dates of an activity some days later; those it has not stay blank."""
    dates = {"start": activity.start, "end": activity.end}
    return {name: later(activity, day, days) for name, day in dates.items() if day is not None}


def later(activity: Activity, day: datetime.date, days: int) -> datetime.date:
    """Return a day some days later; raise `Refused` where the calendar has no such day."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        raise _refused(activity, "There is no such day in the calendar; move it less.", "end") from None


def counted(days: int) -> str:
    """Write a number of days in the direction in which it moves: “3 days later”."""
    many = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{many} {'later' if days >= 0 else 'earlier'}"


def _refused(activity: Activity, sentence: str, name: str) -> Refused:
    return Refused(Problem(sentence, "", "activities", activity.id, name))
