"""Rounds of the cooperation check: answers as they are given, and what follows from them (domain: 7.1)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from workbook import vocabularies as terms
from workbook.book import Book, id_for
from workbook.changes import Change, change_between
from workbook.identity import new_id
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record, removal
from workbook.records import RECORD_TYPES, HealthResponse

FOLLOW_UP_DAYS = 30
_ANSWERS = RECORD_TYPES["health_responses"]


class Answer(NamedTuple):
    """What somebody said to a statement; no score is the answer “don't know”."""

    score: int | None
    comment: str = ""


Given = Mapping[str, Mapping[str, Answer]]
"""Answers by partner and statement."""


@dataclass
class KeepAnswers:
    """Keep answers in a round: one that was given in the room, or those of several returned forms, as one step.

    Its title never says what was answered, because it stands in the history.
    """

    round_id: str
    given: Given
    title: str = field(default="Keep {what} of {partners}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        existing_record(book, RECORD_TYPES["health_rounds"], self.round_id)
        problems: list[Problem] = []
        changes: list[Change] = []
        for partner, answers in self.given.items():
            for statement, answer in answers.items():
                try:
                    change = self._change(book, partner, statement, answer)
                except Refused as refused:
                    problems += refused.problems
                    continue
                if change is not None:
                    changes.append(change)
        if problems:
            raise Refused(*problems)
        names = [book.label("partners", partner) for partner in self.given]
        self.values = {
            "what": self._what(),
            "partners": ", ".join(names) if len(names) <= 3 else f"{len(names)} partners",
        }
        return tuple(changes)

    def _change(self, book: Book, partner: str, statement: str, answer: Answer) -> Change | None:
        key = {"round": self.round_id, "partner": partner, "statement": statement}
        record_id = id_for(_ANSWERS, key, new_id)
        before = book.get(_ANSWERS.name, record_id)
        said = {"score": answer.score, "comment": answer.comment}
        if before is None:
            return change_between(_ANSWERS, None, made_record(book, _ANSWERS, {**key, **said}, record_id))
        return change_between(_ANSWERS, before, accepted(book, _ANSWERS, before, said))

    def _what(self) -> str:
        statements = [key for answers in self.given.values() for key in answers]
        if len(statements) == 1 and statements[0] in terms.HEALTH_STATEMENTS.keys:
            return f"answer {terms.HEALTH_STATEMENTS.keys.index(statements[0]) + 1}"
        return f"{len(statements)} answers"


@dataclass
class ForgetAnswers:
    """Take out everything one partner answered in a round, so that it can answer anew or not at all."""

    round_id: str
    partner_id: str
    title: str = field(default="Remove the answers of {partner} in {round}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self.values = {
            "partner": book.label("partners", self.partner_id),
            "round": book.label("health_rounds", self.round_id),
        }
        held = book.where(HealthResponse, round=self.round_id, partner=self.partner_id)
        return removal(book, [(_ANSWERS, answer) for answer in held])


@dataclass
class PlanFollowUp:
    """Promise something with a date after a round, so that a low score does not stay one (domain: 7.1)."""

    round_id: str
    foundation: str
    what: str
    due: datetime.date | None
    owner: str | None = None
    partner: str | None = None
    record_id: str = field(default="", init=False)
    title: str = field(default="Plan follow-up {record}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES["follow_ups"]
        given = {
            "title": self.what,
            "round": self.round_id,
            "foundation": self.foundation,
            "due": self.due,
            "owner": self.owner,
            "partner": self.partner,
        }
        record = made_record(book, record_type, given)
        self.record_id = record.id
        self.values = {"record": f"{getattr(record, 'code', '')} {self.what}".strip()}
        change = change_between(record_type, None, record)
        return () if change is None else (change,)


def follow_up_for(statement: str) -> str:
    """Return the words a follow-up to a low statement begins with."""
    return f"Agree what makes this true: {terms.HEALTH_STATEMENTS.title(statement).rstrip('.')}"


def follow_up_due(today: datetime.date) -> datetime.date:
    """Return the day that is proposed for a follow-up."""
    return today + datetime.timedelta(days=FOLLOW_UP_DAYS)
