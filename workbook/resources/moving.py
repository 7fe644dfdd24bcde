"""Moving lines of the ledger from state to state, one or many, as one step (domain: 4.4)."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record
from workbook.records import RECORD_TYPES, Resource
from workbook.resources.delivery import (
    Facts,
    arrival,
    fitting_agreements,
    has_arrivals,
    is_short,
    the_agreement,
)
from workbook.resources.steps import EXITS, standing_of, steps_from
from workbook.vocabularies import RESOURCE_STATUSES

_TYPE = RECORD_TYPES["resources"]
_KIND_OF = {"offered": "offer", "pledged": "commitment", "committed": "commitment"}
_BEFORE_DELIVERY = ("offered", "pledged", "committed")


@dataclass
class MoveLines:
    """Move lines to states, each to its own; `facts` say about all of them what the states ask for.

    Refused with every reason at once: a step that the ladder does not know, a verified line without evidence.
    """

    targets: Mapping[str, str]
    today: datetime.date
    facts: Facts = field(default_factory=Facts)
    title: str = field(default="Move {lines} to “{state}”", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        problems: list[Problem] = []
        changes: list[Change] = []
        reached: dict[str, None] = {}
        for record_id, wanted in self.targets.items():
            try:
                line = self._line(book, record_id)
                state = "part_delivered" if wanted == "delivered" and is_short(line, self._told(line)) else wanted
                self._refuse_impossible(book, line, state)
                moved = accepted(book, _TYPE, line, self._given(book, line, state))
            except Refused as refused:
                problems += refused.problems
                continue
            reached[RESOURCE_STATUSES.title(state)] = None
            change = change_between(_TYPE, line, moved)
            changes += [] if change is None else [change]
        if problems:
            raise Refused(*problems)
        self.values = {"lines": self._label(book), "state": ", ".join(reached)}
        return tuple(changes)

    @staticmethod
    def _line(book: Book, record_id: str) -> Resource:
        line = existing_record(book, _TYPE, record_id)
        assert isinstance(line, Resource)
        return line

    def _told(self, line: Resource) -> Facts:
        """Return what is said of one line: amounts are about one line only, never dealt out among several."""
        if len(self.targets) == 1:
            return self.facts
        return replace(self.facts, quantity=None, value=None)

    def _given(self, book: Book, line: Resource, state: str) -> dict[str, Any]:
        facts = self._told(line)
        given: dict[str, Any] = {"status": state, "kind": "need" if line.kind == "need" else _kind_in(line, state)}
        if state in ("committed", "part_delivered", "delivered"):
            given["agreement"] = self._agreement(book, line)
        if state in ("part_delivered", "delivered"):
            given |= arrival(line, state, facts, self.today)
        is_wanted = len(self.targets) == 1 or not line.evidence.strip()
        if facts.evidence is not None and is_wanted and state in ("part_delivered", "delivered", "verified"):
            given["evidence"] = facts.evidence
        if state in EXITS and facts.reason.strip():
            said = f"{RESOURCE_STATUSES.title(state)} on {self.today.isoformat()}: {facts.reason.strip()}"
            given["note"] = f"{line.note.rstrip()}\n{said}".strip()
        return given

    def _agreement(self, book: Book, line: Resource) -> str | None:
        """What is said of one line holds; what is said of several, only where it fits and nothing else decides."""
        told = self.facts.agreement
        if len(self.targets) == 1:
            return told or the_agreement(book, line)
        fits = any(agreement.id == told for agreement in fitting_agreements(book, line))
        return the_agreement(book, line) or (told if fits else None)

    def _refuse_impossible(self, book: Book, line: Resource, state: str) -> None:
        here = standing_of(line)
        label = book.label(_TYPE.name, line.id)
        if state not in (here, *steps_from(line)):
            raise Refused(Problem(_why_not(label, line, here, state), label, _TYPE.name, line.id, "status"))
        if state == "verified" and not (self.facts.evidence or line.evidence).strip():
            sentence = f"{label} needs its evidence: a timesheet, letter, invoice or appraisal, and where it is kept."
            raise Refused(Problem(sentence, label, _TYPE.name, line.id, "evidence"))
        if state in _BEFORE_DELIVERY and state != here and has_arrivals(line):
            sentence = f"{label} says what has arrived; empty its delivered amounts and date first."
            raise Refused(Problem(sentence, label, _TYPE.name, line.id, "delivered_value"))

    def _label(self, book: Book) -> str:
        if len(self.targets) == 1:
            return book.label(_TYPE.name, next(iter(self.targets)))
        return f"{len(self.targets)} lines"


def _kind_in(line: Resource, state: str) -> str | None:
    """A line that is promised is a commitment; one that is only offered is an offer again."""
    if state in EXITS:
        return line.kind
    return _KIND_OF.get(state, "commitment")


def _why_not(label: str, line: Resource, here: str, state: str) -> str:
    if line.kind == "need":
        return f"{label} is a need: it stays needed until it is withdrawn, has lapsed or is replaced."
    if state == "verified":
        return f"{label} has to be delivered before its evidence can be filed."
    if state in EXITS:
        return f"{label} has arrived; what has arrived cannot be {RESOURCE_STATUSES.title(state).lower()}."
    titles = RESOURCE_STATUSES.title(here).lower(), RESOURCE_STATUSES.title(state).lower()
    return f"{label} is {titles[0]} and cannot become {titles[1]} from there."
