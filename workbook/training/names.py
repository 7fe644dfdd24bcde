"""Deleting names that are no longer needed, without losing a figure that was made from them (domain: privacy, 5.4)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.measures.capacity import NAME_DELETED
from workbook.measures.figure import mean
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, removal
from workbook.records import RECORD_TYPES, Participant, SessionGroup, TrainingSession
from workbook.training.attendance import group_changes
from workbook.training.counts import AGE_FIELDS, SEX_FIELDS
from workbook.training.words import plain
from workbook.vocabularies import STAKEHOLDER_TYPES

_SESSION = RECORD_TYPES["training_sessions"]
_PARTICIPANT = RECORD_TYPES["participants"]
_EMPTIED: dict[str, Any] = {
    "name": NAME_DELETED,
    "organisation": "",
    "partner": None,
    "certificate": "",
    "note": "",
    "sex": None,
    "age_band": None,
    "disability": False,
    "stakeholder_type": None,
    "consent": False,
    "delete_after": None,
}


def names_to_delete(book: Book, today: datetime.date) -> tuple[Participant, ...]:
    """Return the people whose names should have been deleted by a day."""
    return tuple(
        person for person in book.all(Participant) if person.delete_after is not None and person.delete_after < today
    )


@dataclass
class DeleteNames:
    """Delete the names that are past their day; what was counted from them stays in their sessions.

    Somebody who rated the own competence stays as a rating without a name, sex, age or group, because a mean cannot be
    made again from a sum. The history goes on holding what was there, like everything that was ever in the workbook.
    """

    today: datetime.date
    title: str = field(default="Delete {count} names that are no longer needed", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        doomed = names_to_delete(book, self.today)
        if not doomed:
            raise Refused(Problem("No name is past the day after which it is to be deleted."))
        self.values = {"count": str(len(doomed))}
        changes: list[Change | None] = []
        for session_id in dict.fromkeys(person.session for person in doomed):
            session = book.one(TrainingSession, session_id)
            if session is not None:
                changes += _carried(book, session)
        rated = [person for person in doomed if _is_rated(person)]
        for person in rated:
            changes.append(change_between(_PARTICIPANT, person, accepted(book, _PARTICIPANT, person, _EMPTIED)))
        changes += removal(book, [(_PARTICIPANT, person) for person in doomed if not _is_rated(person)])
        return tuple(change for change in changes if change is not None)


def _is_rated(person: Participant) -> bool:
    return person.rating_before is not None or person.rating_after is not None


def _carried(book: Book, session: TrainingSession) -> list[Change | None]:
    """Write into a session what only its names told so far."""
    came = book.where(Participant, session=session.id, attended=True)
    names = {(plain(person.name), plain(person.organisation)) for person in came}
    told: dict[str, Any] = {
        "attended": len(came),
        "completed": sum(person.completed for person in came) or None,
        "unique_people": len(names) if len(came) >= (session.attended or 0) else None,
        "with_disability": sum(person.disability for person in came) or None,
        "before": mean(person.test_before for person in came if person.test_before is not None),
        "after": mean(person.test_after for person in came if person.test_after is not None),
    }
    given = {name: value for name, value in told.items() if getattr(session, name) is None}
    for fields, values in (
        (SEX_FIELDS, [person.sex for person in came]),
        (AGE_FIELDS, [person.age_band for person in came]),
    ):
        if any(values) and all(getattr(session, name) is None for name in fields.values()):
            given |= {name: values.count(key) for key, name in fields.items()}
    changes = [change_between(_SESSION, session, accepted(book, _SESSION, session, given))]
    if not book.count_where(SessionGroup, session=session.id):
        changes += group_changes(book, session.id, _groups(came))
    return changes


def _groups(people: Iterable[Participant]) -> dict[str, int]:
    held = [person.stakeholder_type for person in people]
    return {key: held.count(key) for key in STAKEHOLDER_TYPES.keys if key in held}
