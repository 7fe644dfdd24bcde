"""Adding, moving and restoring clauses, and beginning an agreement: each a step of its own that can be undone."""

from dataclasses import dataclass, field

from workbook.agreements.composing import in_order
from workbook.agreements.drafting import DEFAULT_LEVEL, proposed_for
from workbook.agreements.library import ClauseLibrary
from workbook.agreements.making import Making
from workbook.agreements.signing import agreement_of
from workbook.book import Book
from workbook.changes import Change
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record
from workbook.records import RECORD_TYPES, Agreement, Clause

_STEP = 10


@dataclass
class BeginAgreement:
    """Add an agreement with its parties and the clauses that its level needs."""

    name: str
    level: str
    parties: tuple[str, ...]
    library: ClauseLibrary
    record_id: str = ""
    title: str = field(default="Begin {agreement} with {count} clauses", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        making = Making(book)
        given = {"title": self.name, "level": self.level, "parties": self.parties}
        made = making.add("agreements", given)
        assert isinstance(made, Agreement)
        wanted = proposed_for(book, self.library, self.level or DEFAULT_LEVEL)
        for place, clause in enumerate(wanted, 1):
            words = {"topic": clause.topic, "heading": clause.heading, "body": clause.wording(self.level)}
            making.add("clauses", {**words, "agreement": made.id, "position": place * _STEP})
        self.record_id = made.id
        self.values = {"agreement": making.book.label("agreements", made.id), "count": str(len(wanted))}
        return making.changes


@dataclass
class AddLibraryClause:
    """Put one clause of the library into an agreement, where the library has it among the others."""

    agreement_id: str
    topic: str
    library: ClauseLibrary
    record_id: str = ""
    title: str = field(default="Add the clause “{heading}” to {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        known, held = self.library.get(self.topic), in_order(book, agreement.id)
        if known is None or any(clause.topic == self.topic for clause in held):
            sentence = f"{label} has this clause already, or the library does not know it; choose another."
            raise Refused(Problem(sentence, label, "agreements", agreement.id))
        topics = [clause.topic for clause in self.library]
        before = set(topics[: topics.index(self.topic)])
        place = next((at + 1 for at, clause in reversed([*enumerate(held)]) if clause.topic in before), 0)
        words = {"topic": known.topic, "heading": known.heading, "body": known.wording(agreement.level or "")}
        making = Making(book)
        made = making.add("clauses", {**words, "agreement": agreement.id})
        assert isinstance(made, Clause)
        _put_in_order(making, [*held[:place], made, *held[place:]])
        self.record_id = made.id
        self.values = {"heading": known.heading, "agreement": label}
        return making.changes


@dataclass
class AddOwnClause:
    """Put a clause of the partners' own making into an agreement, after another one or at the end."""

    agreement_id: str
    heading: str
    after: str = ""
    record_id: str = ""
    title: str = field(default="Add the clause “{heading}” to {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        agreement, label = agreement_of(book, self.agreement_id)
        held = in_order(book, agreement.id)
        place = next((at + 1 for at, clause in enumerate(held) if clause.id == self.after), len(held))
        making = Making(book)
        made = making.add("clauses", {"agreement": agreement.id, "heading": self.heading})
        assert isinstance(made, Clause)
        _put_in_order(making, [*held[:place], made, *held[place:]])
        self.record_id = made.id
        self.values = {"heading": self.heading, "agreement": label}
        return making.changes


@dataclass
class MoveClause:
    """Give a clause another place among the clauses of its agreement; the first place is 0."""

    clause_id: str
    place: int
    title: str = field(default="Move the clause “{heading}”", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        clause = _clause(book, self.clause_id)
        others = [one for one in in_order(book, clause.agreement or "") if one.id != clause.id]
        place = max(0, min(self.place, len(others)))
        self.values = {"heading": clause.heading}
        making = Making(book)
        _put_in_order(making, [*others[:place], clause, *others[place:]])
        return making.changes


@dataclass
class ResetClause:
    """Give a clause the library's heading and wording again."""

    clause_id: str
    library: ClauseLibrary
    title: str = field(default="Take the library's wording for “{heading}”", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        clause = _clause(book, self.clause_id)
        known = self.library.get(clause.topic)
        if known is None:
            sentence = f"“{clause.heading}” is no clause of the library; undo your edits instead."
            raise Refused(Problem(sentence, clause.heading, "clauses", clause.id))
        agreement = book.one(Agreement, clause.agreement)
        level = (agreement.level if agreement else None) or DEFAULT_LEVEL
        self.values = {"heading": known.heading}
        making = Making(book)
        making.edit("clauses", clause, {"heading": known.heading, "body": known.wording(level)})
        return making.changes


def _clause(book: Book, clause_id: str) -> Clause:
    found = existing_record(book, RECORD_TYPES["clauses"], clause_id)
    assert isinstance(found, Clause)
    return found


def _put_in_order(making: Making, clauses: list[Clause]) -> None:
    for place, clause in enumerate(clauses, 1):
        if clause.position != place * _STEP:
            making.edit("clauses", clause, {"position": place * _STEP})
