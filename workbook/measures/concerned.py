"""Whom a date of the plan concerns, and how long before it they want to be reminded."""

from collections.abc import Callable, Iterable
from typing import Any

from workbook.book import Book
from workbook.measures.alerts import SOON_DAYS, URGENT_DAYS
from workbook.measures.deadlines import OPEN, Dated
from workbook.measures.work import partners_of
from workbook.records import (
    Activity,
    Agreement,
    CapacityAction,
    Contact,
    GovernanceBody,
    Meeting,
    Member,
    TrainingSession,
)

_DAYS_BEFORE_A_DEADLINE = 7
_DAYS_BEFORE_A_MEETING = 1


def partners_concerned(book: Book, one: Dated) -> frozenset[str]:
    """Return the ids of the partners that have to do with a date: who answers for it, brings it, sits there, signs."""
    record = book.get(one.type, one.id)
    found = _PARTNERS[one.type](book, record) if record is not None else ()
    return frozenset(partner for partner in found if partner)


def reminder_days(book: Book, one: Dated) -> int | None:
    """Return how many days before a date people are reminded; None for what is over or called off.

    An agreement says itself when it wants to be remembered before its end (domain: alerts at 90 and 30 days).
    """
    if one.state != OPEN:
        return None
    if one.type == "agreements":
        agreement = book.one(Agreement, one.id)
        if one.field == "review" or agreement is None:
            return URGENT_DAYS
        return SOON_DAYS if agreement.reminder_days is None else agreement.reminder_days
    return _DAYS_BEFORE_A_MEETING if one.type in ("meetings", "training_sessions") else _DAYS_BEFORE_A_DEADLINE


def _owner(book: Book, record: Any) -> Iterable[str | None]:
    """The partner for whom the owner speaks."""
    contact = book.one(Contact, record.owner)
    return () if contact is None else (contact.partner,)


def _of_activity(book: Book, activity_id: str | None) -> Iterable[str | None]:
    activity = book.one(Activity, activity_id)
    return () if activity is None else (*partners_of(book, activity), *_owner(book, activity))


def _of_action(book: Book, action: CapacityAction | None) -> Iterable[str | None]:
    return () if action is None else (action.lead, action.provider, *_owner(book, action))


def _of_session(book: Book, session: TrainingSession) -> Iterable[str | None]:
    return session.organisation, *_of_action(book, book.one(CapacityAction, session.action))


def _of_meeting(book: Book, meeting: Meeting) -> Iterable[str | None]:
    body = book.one(GovernanceBody, meeting.body)
    seats = () if body is None else (body.chair, *(member.partner for member in book.where(Member, body=body.id)))
    return *seats, *meeting.attendees


_PARTNERS: dict[str, Callable[[Book, Any], Iterable[str | None]]] = {
    "activities": lambda book, activity: _of_activity(book, activity.id),
    "resources": lambda _book, line: (line.provider, line.recipient),
    "follow_ups": lambda book, promise: (promise.partner, *_owner(book, promise)),
    "decisions": lambda book, decision: (decision.proposer, *_owner(book, decision)),
    "issues": lambda book, issue: (*_of_activity(book, issue.activity), *_owner(book, issue)),
    "approvals": lambda _book, approval: (approval.partner,),
    "training_sessions": _of_session,
    "meetings": _of_meeting,
    "agreements": lambda _book, agreement: agreement.parties,
    "capacity_actions": _of_action,
    "risks": lambda book, risk: (*_of_activity(book, risk.activity), *_owner(book, risk)),
    "reports": lambda _book, _report: (),
    "trackers": lambda _book, tracker: (tracker.partner,),
}
