"""Looking again some months after a session: what is planned, what is due, and when it should be (domain: 5.5)."""

import datetime
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.capacity import held_sessions
from workbook.measures.dates import months_later
from workbook.records import CapacityAction, FollowUp, TrainingSession

FOLLOW_UP_MONTHS = (3, 6)
DUE_SOON_DAYS = 30
_AT_SHORT_NOTICE = datetime.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class SessionFollowUp:
    """One session that took place, with the follow-ups planned for it and the time in which one belongs."""

    session: TrainingSession
    follow_ups: tuple[FollowUp, ...]
    earliest: datetime.date
    latest: datetime.date
    proposed: datetime.date

    @property
    def is_planned(self) -> bool:
        return bool(self.follow_ups)


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """A follow-up of a session that is not done. `state`: overdue, due, later, undated."""

    follow_up: FollowUp
    state: str


def months_between(first: datetime.date, later: datetime.date) -> int:
    """Return the whole months from one day to a later one, a few days more or less counting as a month."""
    months = (later.year - first.year) * 12 + later.month - first.month
    near = (months - 1, months, months + 1)
    return max(0, min(near, key=lambda count: abs((months_later(first, count) - later).days)))


def proposed_day(book: Book, session: TrainingSession, today: datetime.date) -> datetime.date | None:
    """Return when the follow-up of a session belongs: the day of its action, else three months after its last day.

    Where that has gone by, six months after; where that has gone by too, in a fortnight. None without a date.
    """
    last = session.end or session.date
    if last is None:
        return None
    early, late = (months_later(last, months) for months in FOLLOW_UP_MONTHS)
    action = book.one(CapacityAction, session.action)
    wanted = action.follow_up if action is not None else None
    days = (day for day in (wanted, early, late) if day is not None and day > last and day >= today)
    return next(days, today + _AT_SHORT_NOTICE)


def session_follow_ups(book: Book, today: datetime.date) -> tuple[SessionFollowUp, ...]:
    """Return the sessions that are over, the latest first, each with what is planned to look at it again."""
    found = []
    for session in held_sessions(book):
        last = session.end or session.date
        proposed = proposed_day(book, session, today)
        if last is None or last > today or proposed is None:
            continue
        early, late = (months_later(last, months) for months in FOLLOW_UP_MONTHS)
        planned = tuple(f for f in book.where(FollowUp, session=session.id) if f.status != "cancelled")
        found.append(SessionFollowUp(session, planned, early, late, proposed))
    return tuple(sorted(found, key=lambda one: one.session.end or one.session.date or today, reverse=True))


def open_follow_ups(book: Book, today: datetime.date) -> tuple[OpenFollowUp, ...]:
    """Return the follow-ups of sessions that are not done, the most urgent first; those without a day come last."""
    found = [
        OpenFollowUp(follow_up, _state(follow_up.due, today))
        for follow_up in book.all(FollowUp)
        if follow_up.session and follow_up.done_on is None and follow_up.status in ("open", None)
    ]
    return tuple(sorted(found, key=lambda one: (one.follow_up.due or datetime.date.max, one.follow_up.id)))


def _state(due: datetime.date | None, today: datetime.date) -> str:
    if due is None:
        return "undated"
    if due < today:
        return "overdue"
    return "due" if (due - today).days <= DUE_SOON_DAYS else "later"
