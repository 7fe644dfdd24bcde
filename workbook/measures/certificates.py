"""Who signs in to a session, and who is given a certificate of it (domain: 5.4; names only where they are kept).

Attending and completing are counted apart: only who completed a session is given a certificate.
"""

from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.capacity import NAME_DELETED
from workbook.records import CapacityAction, Participant, TrainingSession
from workbook.vocabularies import STAKEHOLDER_TYPES

SPARE_LINES = 5
"""Lines for people who come without having been expected."""
USUAL_LINES = 20
MOST_LINES = 1000
"""A number that is wrong by some digits must not fill a thousand pages."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate. Without a `name` there is room to write it; `number` is the same each time it is made."""

    number: str
    name: str = ""


def certificates_of(book: Book, session: TrainingSession, *, named: bool) -> tuple[Certificate, ...]:
    """Return a certificate for each person who completed a session; those whose names are not kept get a blank one.

    Where nobody is known to have completed it there is a single blank one, to be copied.
    """
    completed = book.where(Participant, session=session.id, completed=True)
    known = [one for one in completed if named and one.name.strip() and one.name != NAME_DELETED]
    whole = min(max(len(completed), session.completed or 0, 1), MOST_LINES)
    given = [
        Certificate(one.certificate.strip() or _number(book, session, n), one.name) for n, one in enumerate(known, 1)
    ]
    return (*given, *(Certificate(_number(book, session, n)) for n in range(len(known) + 1, whole + 1)))


def _number(book: Book, session: TrainingSession, place: int) -> str:
    parts = (book.plan.code, session.code, f"{place:02}")
    return "-".join(part for part in parts if part)


def lines_to_sign(session: TrainingSession, action: CapacityAction | None) -> int:
    """Return how many lines a sign-in sheet needs: those registered or invited and some to spare, else the usual."""
    planned = action.planned_people if action is not None else None
    expected = session.registered or session.invited or session.attended or planned
    return min(expected + SPARE_LINES, MOST_LINES) if expected else USUAL_LINES


def names_to_sign(book: Book, session: TrainingSession) -> tuple[Participant, ...]:
    """Return the people whose names are kept for a session, in the order of their names."""
    found = book.where(Participant, session=session.id)
    kept = [one for one in found if one.name.strip() and one.name != NAME_DELETED]
    return tuple(sorted(kept, key=lambda one: (one.name.casefold(), one.id)))


def groups_to_tick(session: TrainingSession, action: CapacityAction | None) -> tuple[str, ...]:
    """Return the groups that a session is for, and “other”; all of them where nobody said."""
    meant = session.stakeholder_types or (action.stakeholder_types if action is not None else ())
    return tuple(key for key in STAKEHOLDER_TYPES.keys if not meant or key in meant or key == "other")
