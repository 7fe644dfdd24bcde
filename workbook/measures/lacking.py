"""What the plan still lacks because nobody was trained, or because nobody wrote down that somebody was."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.capacity import attendees, gap_of, held_sessions
from workbook.records import Activity, CapacityAction, CapacityNeed, Objective, TrainingSession
from workbook.wording import Sentence

DELIVERED = frozenset({"delivered", "evaluated"})
_WAITING = frozenset({"idea", "postponed", "cancelled"})
LACKS = {
    "need_without_action": "Needs that no action closes",
    "waiting": "What waits for somebody to learn it",
    "action_without_session": "Actions that are over without a session",
    "session_without_count": "Sessions held without a count",
    "session_without_action": "Sessions that belong to no action",
}
"""Titles of the kinds of what is lacking, source strings, in the order in which they hold the plan up."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is lacking: where it is mended, and why it is on the list (a source sentence, filled)."""

    kind: str
    type: str
    id: str
    field: str
    reason: str


def lacking(book: Book, today: datetime.date) -> tuple[Lack, ...]:
    """Return everything that is lacking, kind by kind in the order of `LACKS`."""
    needs = {need.id: need for need in book.all(CapacityNeed) if is_open(book, need)}
    found = [
        *_needs_without_action(book, needs),
        *_what_waits(book, needs),
        *_actions_without_session(book, today),
        *_sessions_without_count(book, today),
    ]
    return tuple(sorted(found, key=lambda lack: list(LACKS).index(lack.kind)))


def is_open(book: Book, need: CapacityNeed) -> bool:
    """Say whether a capacity is still lacking: below what is wanted, and no action for it has been delivered."""
    gap = gap_of(book, need)
    if gap.size is not None and gap.size <= 0:
        return False
    return not any(action.status in DELIVERED for action in gap.actions)


def _needs_without_action(book: Book, needs: dict[str, CapacityNeed]) -> Iterator[Lack]:
    for need in needs.values():
        gap = gap_of(book, need)
        if not gap.actions:
            reason = (
                "It is not rated yet."
                if gap.size is None
                else Sentence(
                    "It is at {current}, and {desired} is wanted.", current=need.current, desired=need.desired
                )
            )
            yield Lack("need_without_action", "capacity_needs", need.id, "title", reason)


def _what_waits(book: Book, needs: dict[str, CapacityNeed]) -> Iterator[Lack]:
    for need in needs.values():
        objective = book.one(Objective, need.objective)
        label = book.label("capacity_needs", need.id)
        if objective is not None and objective.status != "dropped":
            yield Lack(
                "waiting",
                "objectives",
                objective.id,
                "",
                Sentence("It needs {need}, which is still lacking.", need=label),
            )
        for activity_id in dict.fromkeys(action.activity for action in gap_of(book, need).actions):
            activity = book.one(Activity, activity_id)
            if activity is not None and activity.status not in ("done", "cancelled"):
                yield Lack(
                    "waiting",
                    "activities",
                    activity.id,
                    "",
                    Sentence("It needs {need}, which is still lacking.", need=label),
                )


def _actions_without_session(book: Book, today: datetime.date) -> Iterator[Lack]:
    for action in book.all(CapacityAction):
        if action.status in _WAITING or action.end is None or action.end >= today:
            continue
        if not held_sessions(book, book.where(TrainingSession, action=action.id)):
            reason = "Its end has passed, and no session is written down."
            yield Lack("action_without_session", "capacity_actions", action.id, "end", reason)


def _sessions_without_count(book: Book, today: datetime.date) -> Iterator[Lack]:
    for session in held_sessions(book):
        took_place = session.status == "held" or (session.date is not None and session.date < today)
        if took_place and session.attended is None and not attendees(book, session):
            reason = "It took place, and how many came is not said."
            yield Lack("session_without_count", "training_sessions", session.id, "attended", reason)
        if took_place and session.action is None and book.count("capacity_actions"):
            reason = "It counts for no action and closes no gap."
            yield Lack("session_without_action", "training_sessions", session.id, "action", reason)
