"""Recording who came to a session: as counts, and with names only where somebody asked for them (domain: 5.4)."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record, removal
from workbook.records import RECORD_TYPES, Participant, Record, RecordType, SessionGroup, TrainingSession
from workbook.training.counts import AGE_FIELDS, SEX_FIELDS, Counts, Numbers, sums
from workbook.training.lists import Attendee
from workbook.training.words import plain
from workbook.vocabularies import STAKEHOLDER_TYPES

_SESSION = RECORD_TYPES["training_sessions"]
_GROUP = RECORD_TYPES["session_groups"]
_PARTICIPANT = RECORD_TYPES["participants"]


@dataclass(frozen=True, slots=True)
class KeptNames:
    """The people whose names are kept, how they agreed to that, and until when their names are needed."""

    people: tuple[Attendee, ...]
    consent: str = ""
    delete_after: datetime.date | None = None


@dataclass
class RecordAttendance:
    """Write how many came to a session and who they were, in place of what was counted before.

    A breakdown that is not counted now is left as it was. With `names` each person on the list becomes a participant;
    somebody whose name the session holds already is brought up to date and not doubled.
    """

    session_id: str
    counts: Counts
    names: KeptNames | None = None
    title: str = field(default="Record attendance of {session}: {count}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        session = existing_record(book, _SESSION, self.session_id)
        assert isinstance(session, TrainingSession)
        label = book.label(_SESSION.name, session.id)
        self.values = {"session": label, "count": str(self.counts.attended)}
        self._refuse_impossible(session, label)
        edited = accepted(book, _SESSION, session, self._session_values(session))
        changes = [change_between(_SESSION, session, edited)]
        changes += group_changes(book, session.id, self.counts.by_group)
        if self.names is not None:
            changes += _name_changes(book, session, self.names)
        return tuple(change for change in changes if change is not None)

    def _refuse_impossible(self, session: TrainingSession, label: str) -> None:
        problems = []
        if session.status == "cancelled":
            sentence = f"{label} is cancelled; nobody can have come. Change its status first."
            problems.append(Problem(sentence, label, _SESSION.name, session.id, "status"))
        if self.counts.attended is None:
            problems.append(Problem("Say how many people attended.", label, _SESSION.name, session.id, "attended"))
        problems += [
            Problem(one.words, label, _SESSION.name, session.id, one.field) for one in sums(self.counts) if one.wrong
        ]
        if self.names is not None and not self.names.consent.strip():
            sentence = "Say how the people agreed that their names are kept, or keep only the numbers."
            problems.append(Problem(sentence, label, _SESSION.name, session.id, "consent"))
        if self.names is not None and self.names.delete_after is None:
            sentence = "Say after which day the names are to be deleted."
            problems.append(Problem(sentence, label, _SESSION.name, session.id, "delete_after"))
        if problems:
            raise Refused(*problems)

    def _session_values(self, session: TrainingSession) -> dict[str, Any]:
        counts = self.counts
        given: dict[str, Any] = {
            "attended": counts.attended,
            "completed": counts.completed,
            "registered": counts.registered,
            "with_disability": counts.with_disability,
        }
        if any(number is not None for number in counts.by_sex.values()):
            given |= {name: counts.by_sex.get(key) for key, name in SEX_FIELDS.items()}
        if any(number is not None for number in counts.by_age.values()):
            given |= {name: counts.by_age.get(key) for key, name in AGE_FIELDS.items()}
        given = {name: value for name, value in given.items() if value is not None or name in _BREAKDOWNS}
        if counts.by_group:
            given["stakeholder_types"] = tuple(key for key in STAKEHOLDER_TYPES.keys if counts.by_group.get(key))
        if session.status in (None, "planned"):
            given["status"] = "held"
        given["unique_people"] = self._different_people(session)
        return given

    def _different_people(self, session: TrainingSession) -> int | None:
        """Return how many different people that makes: as many as came, where it was so before, and never more."""
        known, now = session.unique_people, self.counts.attended
        if known is None or now is None or known == session.attended:
            return now if known is not None else None
        return min(known, now)


def group_changes(book: Book, session_id: str, by_group: Numbers) -> list[Change | None]:
    """Make the groups of a session those that were counted; without any counted they stay as they are."""
    if not by_group:
        return []
    held = {group.stakeholder_type: group for group in book.where(SessionGroup, session=session_id)}
    gone: list[tuple[RecordType, Record]] = [
        (_GROUP, group) for key, group in held.items() if not by_group.get(key or "")
    ]
    changes: list[Change | None] = [*removal(book, gone)]
    for key, people in by_group.items():
        if people:
            before = held.get(key)
            given: dict[str, Any] = {"session": session_id, "stakeholder_type": key, "people": people}
            made = made_record(book, _GROUP, given) if before is None else accepted(book, _GROUP, before, given)
            changes.append(change_between(_GROUP, before, made))
    return changes


_BREAKDOWNS = frozenset((*SEX_FIELDS.values(), *AGE_FIELDS.values()))


def _name_changes(book: Book, session: TrainingSession, names: KeptNames) -> list[Change | None]:
    held = {_key(person.name, person.organisation): person for person in book.where(Participant, session=session.id)}
    changes: list[Change | None] = []
    for number, person in enumerate(names.people, 1):
        given = {
            "session": session.id,
            "name": person.name or f"Person {number}",
            "organisation": person.organisation,
            "sex": person.sex,
            "age_band": person.age_band,
            "disability": person.disability is True,
            "stakeholder_type": person.stakeholder_type,
            "attended": person.came,
            "completed": person.completed is True,
            "consent": True,
            "delete_after": names.delete_after,
            "note": names.consent.strip(),
        }
        before = held.get(_key(person.name, person.organisation)) if person.name else None
        after = (
            made_record(book, _PARTICIPANT, given) if before is None else accepted(book, _PARTICIPANT, before, given)
        )
        changes.append(change_between(_PARTICIPANT, before, after))
    return changes


def _key(name: str, organisation: str) -> tuple[str, str]:
    return plain(name), plain(organisation)
