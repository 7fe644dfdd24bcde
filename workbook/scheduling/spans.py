"""From which day to which day an activity reaches, and how it stands on a day."""

import datetime
from typing import Literal, NamedTuple

from workbook.measures.work import is_open
from workbook.records import Activity

State = Literal["planned", "running", "done", "late", "cancelled"]


class Span(NamedTuple):
    """Days from first to last, both counted."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def meets(self, first: datetime.date, last: datetime.date) -> bool:
        """Say whether any of its days lies between two days."""
        return self.first <= last and self.last >= first


def span_of(activity: Activity) -> Span | None:
    """Return the days of an activity as planned; with one date alone it is that day, without any there is none.

    A milestone is the day by which something must be so. Dates that run backwards are a finding of the checks; here
    they are the last day alone.
    """
    last = activity.end or activity.start
    if last is None:
        return None
    first = last if activity.milestone or activity.start is None else min(activity.start, last)
    return Span(first, last)


def agreed_span_of(activity: Activity) -> Span | None:
    """Return the days that were agreed, which never move."""
    last = activity.baseline_end
    if last is None:
        return None
    first = last if activity.milestone or activity.baseline_start is None else min(activity.baseline_start, last)
    return Span(first, last)


def is_late(activity: Activity, as_of: datetime.date) -> bool:
    """Say whether an activity should be finished and is not (the rule of `measures.deadlines.late`)."""
    return activity.end is not None and activity.end < as_of and is_open(activity)


def days_late(activity: Activity, as_of: datetime.date) -> int:
    """Return by how many days an activity is overdue; 0 where it is not."""
    return (as_of - activity.end).days if activity.end is not None and is_late(activity, as_of) else 0


def state_of(activity: Activity, as_of: datetime.date) -> State:
    """Return how an activity stands on a day, worked out from its dates where nobody has said it."""
    if activity.status == "cancelled":
        return "cancelled"
    if not is_open(activity):
        return "done"
    if is_late(activity, as_of):
        return "late"
    span = span_of(activity)
    begun = activity.actual_start is not None or bool(activity.done) or activity.status == "in_progress"
    return "running" if begun or (span is not None and span.first <= as_of) else "planned"


def in_period(activity: Activity, first: datetime.date, last: datetime.date) -> bool:
    """Say whether there is anything to do about an activity between two days."""
    span = span_of(activity)
    return span is not None and is_open(activity) and span.meets(first, last)
