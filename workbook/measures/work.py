"""Dates: what is late, what comes next, what has slipped, and how much of the work joins sectors (domain: 10.5)."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from workbook.book import Book, label_of, name_of
from workbook.measures.figure import Figure, percent, rows_of
from workbook.measures.lines import ARRIVED_STATUSES, state_of
from workbook.measures.partners import INVOLVING_LETTERS
from workbook.records import (
    RECORD_TYPES,
    Activity,
    Agreement,
    CapacityAction,
    Decision,
    FollowUp,
    Issue,
    Meeting,
    Partner,
    Record,
    Resource,
    Responsibility,
    Risk,
    TrainingSession,
)
from workbook.wording import source

ENDED_AGREEMENTS = frozenset({"expired", "terminated", "superseded"})
_NO_FOLLOW_UP = frozenset({"idea", "evaluated", "cancelled"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A record with the day on which something is to happen with it.

    `what` says what that is: due, milestone, session, meeting, contribution due, decision due, review, ends.
    """

    type: str
    id: str
    date: datetime.date
    title: str
    what: str

    def days_late(self, as_of: datetime.date) -> int:
        """Return by how many days it is late on a day; negative when it is still to come."""
        return (as_of - self.date).days


def is_open(activity: Activity) -> bool:
    """Say whether an activity is still to be finished."""
    return activity.status not in ("done", "cancelled") and activity.actual_end is None


def late(book: Book, as_of: datetime.date) -> tuple[Dated, ...]:
    """Return what should have been done before a day and is not, the longest overdue first."""
    found = _dated(book, _DUE, last=as_of - datetime.timedelta(days=1))
    return tuple(sorted(found, key=lambda dated: (dated.date, dated.title)))


def upcoming(book: Book, as_of: datetime.date, days: int = 90) -> tuple[Dated, ...]:
    """Return what happens from a day on, over the next `days` days, soonest first."""
    found = _dated(book, (*_DUE, *_APPOINTMENTS), as_of, as_of + datetime.timedelta(days=days))
    return tuple(sorted(found, key=lambda dated: (dated.date, dated.title)))


def _is_owed(line: Resource) -> bool:
    return state_of(line) in ("pledged", "committed") and line.status not in ARRIVED_STATUSES


@dataclass(frozen=True, slots=True)
class _Rule:
    """Which date of which records is worth telling, as what, and for which of them."""

    cls: type[Record]
    field: str
    what: str
    holds: Callable[[Any], bool]


_DUE = (
    _Rule(Activity, "end", source("due"), lambda a: is_open(a) and not a.milestone),
    _Rule(Activity, "end", source("milestone"), lambda a: is_open(a) and a.milestone),
    _Rule(Resource, "due", source("contribution due"), _is_owed),
    _Rule(FollowUp, "due", source("follow-up due"), lambda f: f.status in ("open", None) and f.done_on is None),
    _Rule(Decision, "due", source("decision due"), lambda d: d.status in ("proposed", "taken", None)),
    _Rule(Issue, "due", source("issue due"), lambda i: i.status in ("open", "in_progress", None)),
)
_APPOINTMENTS = (
    _Rule(TrainingSession, "date", source("session"), lambda s: s.status in ("planned", None)),
    _Rule(Meeting, "date", source("meeting"), lambda m: m.status in ("planned", None)),
    _Rule(Agreement, "review", source("review"), lambda a: a.status not in ENDED_AGREEMENTS),
    _Rule(Agreement, "expiry", source("ends"), lambda a: a.status not in ENDED_AGREEMENTS),
    _Rule(CapacityAction, "follow_up", source("training follow-up"), lambda a: a.status not in _NO_FOLLOW_UP),
    _Rule(Risk, "review", source("risk review"), lambda r: r.status not in ("closed", "occurred")),
)


def _dated(
    book: Book,
    rules: Iterable[_Rule],
    first: datetime.date = datetime.date.min,
    last: datetime.date = datetime.date.max,
) -> Iterator[Dated]:
    for rule in rules:
        name = name_of(rule.cls)
        for record in book.records(name):
            date = getattr(record, rule.field)
            if date is not None and first <= date <= last and rule.holds(record):
                yield Dated(name, record.id, date, label_of(book, RECORD_TYPES[name], record), rule.what)


@dataclass(frozen=True, slots=True)
class Slip:
    """An activity whose date has moved away from the one that was agreed."""

    activity: Activity
    agreed: datetime.date
    now: datetime.date

    @property
    def days(self) -> int:
        """Days later than agreed; negative when earlier."""
        return (self.now - self.agreed).days


def slips(book: Book) -> tuple[Slip, ...]:
    """Return the activities that end on another day than agreed, the largest delay first; the baseline never moves."""
    found = []
    for activity in book.all(Activity):
        now = activity.actual_end or activity.end
        if activity.status != "cancelled" and activity.baseline_end and now and now != activity.baseline_end:
            found.append(Slip(activity, activity.baseline_end, now))
    return tuple(sorted(found, key=lambda slip: (-slip.days, slip.activity.id)))


def late_percent(book: Book, as_of: datetime.date) -> Figure:
    """Return how many of the activities due by a day were done late or are not done (domain: late %, 10.5)."""
    due = [a for a in book.all(Activity) if a.status != "cancelled" and a.end is not None and a.end < as_of]
    behind = [a for a in due if a.end and (is_open(a) or (a.actual_end is not None and a.actual_end > a.end))]
    formula = "activities done late or overdue / activities due by then"
    return Figure("Late", percent(len(behind), len(due)), "%", formula, rows_of(behind))


def partners_of(book: Book, activity: Activity) -> tuple[str, ...]:
    """Return the ids of the partners that take part in an activity: responsible, accountable or consulted."""
    cells = book.where(Responsibility, activity=activity.id)
    return tuple(c.partner for c in cells if c.partner and any(letter in c.letters for letter in INVOLVING_LETTERS))


def sectors_of(book: Book, activity: Activity) -> frozenset[str]:
    """Return the sectors of the partners that take part in an activity; being informed is not taking part."""
    partners = (book.one(Partner, partner_id) for partner_id in partners_of(book, activity))
    return frozenset(partner.sector for partner in partners if partner is not None and partner.sector)


def cross_sector_share(book: Book) -> Figure:
    """Return the percentage of activities in which partners of two or more sectors take part (domain: 10.5)."""
    alive = [activity for activity in book.all(Activity) if activity.status != "cancelled"]
    crossing = [activity for activity in alive if len(sectors_of(book, activity)) >= 2]
    formula = "activities with partners (R, A or C) of two or more sectors / all activities not cancelled"
    return Figure("Across sectors", percent(len(crossing), len(alive)), "%", formula, rows_of(crossing))
