"""The dates of a plan that somebody has to know: what is late, what comes next, what belongs in a calendar."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from workbook.book import Book, label_of, name_of
from workbook.measures.lines import ARRIVED_STATUSES, LEFT_STATUSES, state_of
from workbook.measures.work import ENDED_AGREEMENTS, is_open
from workbook.records import (
    RECORD_TYPES,
    Activity,
    Agreement,
    Approval,
    CapacityAction,
    Decision,
    FollowUp,
    Issue,
    Meeting,
    Record,
    Report,
    Resource,
    Risk,
    Tracker,
    TrainingSession,
)
from workbook.wording import source

State = Literal["open", "done", "cancelled"]
DONE: State = "done"
OPEN: State = "open"
CANCELLED: State = "cancelled"


@dataclass(frozen=True, slots=True)
class Dated:
    """A record with the day on which something is to happen with it.

    `what` says what that is: activity due, milestone, session, meeting, contribution due, agreement ends and so on.
    `field` is where the day stands, `last` the last day of what takes several.
    """

    type: str
    id: str
    date: datetime.date
    title: str
    what: str
    field: str = ""
    state: State = OPEN
    last: datetime.date | None = None

    def days_late(self, as_of: datetime.date) -> int:
        """Return by how many days it is late on a day; negative when it is still to come."""
        return (as_of - self.date).days


def late(book: Book, as_of: datetime.date) -> tuple[Dated, ...]:
    """Return what should have been done before a day and is not, the longest overdue first."""
    found = _dated(book, _DUE, lambda day, state: state == OPEN and day < as_of)
    return tuple(sorted(found, key=_order))


def upcoming(book: Book, as_of: datetime.date, days: int = 90) -> tuple[Dated, ...]:
    """Return what happens from a day on, over the next `days` days, soonest first."""
    last = as_of + datetime.timedelta(days=days)
    found = _dated(book, _RULES, lambda day, state: state == OPEN and as_of <= day <= last)
    return tuple(sorted(found, key=_order))


def calendar_of(book: Book) -> tuple[Dated, ...]:
    """Return every date that has ever been planned, whatever became of it, in the order of the days.

    What was called off is there too, because calendars that hold it already have to be told.
    """
    return tuple(sorted(_dated(book, _RULES, lambda _day, _state: True), key=_order))


def _order(one: Dated) -> tuple[datetime.date, str]:
    return one.date, one.title


@dataclass(frozen=True, slots=True)
class _Rule:
    """Which date of which records is worth telling, as what; `state` says None where it is not."""

    cls: type[Record]
    field: str
    what: str
    state: Callable[[Any], State | None]
    last: str = ""


def _by_status(done: Iterable[str], cancelled: Iterable[str] = ()) -> Callable[[Any], State | None]:
    """Tell the state by the field `status`; what is neither done nor cancelled is open."""
    known: dict[str | None, State] = {**dict.fromkeys(done, DONE), **dict.fromkeys(cancelled, CANCELLED)}
    return lambda record: known.get(record.status, OPEN)


def _activity(activity: Activity) -> State:
    if activity.status == "cancelled":
        return CANCELLED
    return OPEN if is_open(activity) else DONE


def _contribution(line: Resource) -> State | None:
    """A need or an offer promises nothing yet, so it is not due."""
    if line.kind == "need":
        return None
    if line.status in LEFT_STATUSES:
        return CANCELLED
    if line.status in ARRIVED_STATUSES:
        return DONE
    return OPEN if state_of(line) in ("pledged", "committed") else None


def _follow_up(promise: FollowUp) -> State:
    if promise.status == "cancelled":
        return CANCELLED
    return OPEN if promise.status in ("open", None) and promise.done_on is None else DONE


def _training_follow_up(action: CapacityAction) -> State | None:
    if action.status == "idea":
        return None
    return _by_status(("evaluated",), ("cancelled",))(action)


_DUE = (
    _Rule(Activity, "end", source("activity due"), lambda a: None if a.milestone else _activity(a)),
    _Rule(Activity, "end", source("milestone"), lambda a: _activity(a) if a.milestone else None),
    _Rule(Resource, "due", source("contribution due"), _contribution),
    _Rule(FollowUp, "due", source("follow-up due"), _follow_up),
    _Rule(Decision, "due", source("decision due"), _by_status(("done",), ("superseded", "withdrawn"))),
    _Rule(Issue, "due", source("issue due"), _by_status(("resolved", "closed"))),
    _Rule(Tracker, "due", source("tracker due back"), _by_status(("returned",), ("not_expected",))),
    _Rule(Approval, "due", source("approval needed"), _by_status(("approved", "refused"), ("not_needed",))),
)
_ENDED = _by_status(ENDED_AGREEMENTS - {"terminated", "superseded"}, ("terminated", "superseded"))
_MET = _by_status(("held",), ("cancelled",))
_APPOINTMENTS = (
    _Rule(TrainingSession, "date", source("session"), _MET, last="end"),
    _Rule(Meeting, "date", source("meeting"), _MET),
    _Rule(Agreement, "review", source("agreement review"), _ENDED),
    _Rule(Agreement, "expiry", source("agreement ends"), _ENDED),
    _Rule(CapacityAction, "follow_up", source("training follow-up"), _training_follow_up),
    _Rule(Risk, "review", source("risk review"), _by_status(("closed", "occurred"))),
    _Rule(Report, "period_end", source("report due"), _by_status(("issued",))),
)
_RULES = (*_DUE, *_APPOINTMENTS)


def _dated(book: Book, rules: Iterable[_Rule], wanted: Callable[[datetime.date, State], bool]) -> Iterator[Dated]:
    """Name the records with a wanted date; names are made last, because large plans have many dates."""
    for rule in rules:
        name = name_of(rule.cls)
        for record in book.records(name):
            date = getattr(record, rule.field)
            state = rule.state(record) if date is not None else None
            if date is not None and state is not None and wanted(date, state):
                title = label_of(book, RECORD_TYPES[name], record)
                last = getattr(record, rule.last) if rule.last else None
                yield Dated(name, record.id, date, title, rule.what, rule.field, state, last)
