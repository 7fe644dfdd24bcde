"""The agreed dates: set once from the plan of the day, then left alone, so that everybody sees what has moved since."""

from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book
from workbook.changes import Change
from workbook.operations import EditSeveral
from workbook.problems import Problem, Refused
from workbook.records import Activity
from workbook.scheduling.moving import existing
from workbook.scheduling.spans import span_of


@dataclass
class AgreeDates:
    """Set the agreed dates of activities from their present ones; without ids, of all.

    Agreed dates that are there stay, unless `again` says that new ones were agreed (domain: never move the baseline).
    """

    activity_ids: tuple[str, ...] = ()
    again: bool = False
    title: str = field(default="Set the agreed dates of {count}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        chosen = [existing(book, one) for one in self.activity_ids] or list(book.all(Activity))
        given = {one.id: _agreed(one) for one in chosen if self.again or not _has_agreed(one)}
        changes = EditSeveral("activities", {one: dates for one, dates in given.items() if dates}).plan(book)
        if not changes:
            raise Refused(Problem(_why_nothing(chosen), type="activities"))
        count = len(changes)
        single = book.label("activities", changes[0].id)
        self.values = {"count": single if count == 1 else f"{count} activities"}
        return changes


def has_agreed_dates(book: Book, activity_ids: tuple[str, ...] = ()) -> bool:
    """Say whether any of these activities, or of all, has agreed dates that would have to be overwritten."""
    chosen = (book.one(Activity, one) for one in activity_ids) if activity_ids else iter(book.all(Activity))
    return any(one is not None and _has_agreed(one) for one in chosen)


def _has_agreed(activity: Activity) -> bool:
    return activity.baseline_start is not None or activity.baseline_end is not None


def _agreed(activity: Activity) -> dict[str, Any]:
    span = span_of(activity)
    if span is None or activity.status == "cancelled":
        return {}
    return {"baseline_start": span.first, "baseline_end": span.last}


def _why_nothing(chosen: list[Activity]) -> str:
    if any(_has_agreed(one) for one in chosen):
        return "Every activity with dates has agreed ones already; they stay as they were agreed."
    return "There are no dates to agree on yet; give the activities a start and a due date first."
