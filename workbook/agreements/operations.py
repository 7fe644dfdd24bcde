"""Drafting as one step that can be undone."""

from dataclasses import dataclass, field

from workbook.agreements.drafting import DEFAULT_LEVEL, INCLUDED, proposed_for
from workbook.agreements.library import ClauseLibrary, Need
from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.codes import next_code
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record, made_record
from workbook.records import RECORD_TYPES, Agreement, Clause
from workbook.sealing import is_sealed

_STEP = 10


@dataclass
class DraftClauses:
    """Put the clauses that its level asks for into an agreement; topics that it has already are left as they are."""

    agreement_id: str
    library: ClauseLibrary
    needs: tuple[Need, ...] = INCLUDED
    title: str = field(default="Draft {count} clauses of {agreement}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record = existing_record(book, RECORD_TYPES["agreements"], self.agreement_id)
        assert isinstance(record, Agreement)
        label = book.label("agreements", record.id)
        if is_sealed(book, "agreements", record.id) or record.sealed_state is not None:
            sentence = f"{label} is signed and sealed; draft an amendment instead."
            raise Refused(Problem(sentence, label, "agreements", record.id))
        held = book.where(Clause, agreement=record.id)
        topics = {clause.topic for clause in held}
        level = record.level or DEFAULT_LEVEL
        offered = proposed_for(book, self.library, level, self.needs)
        wanted = [clause for clause in offered if clause.topic not in topics]
        position = max((clause.position or 0 for clause in held), default=0)
        taken: set[str] = set()
        changes = []
        for number, clause in enumerate(wanted, 1):
            code = next_code(book, RECORD_TYPES["clauses"], frozenset(taken))
            taken.add(code)
            given = {
                "code": code,
                "agreement": record.id,
                "position": position + number * _STEP,
                "topic": clause.topic,
                "heading": clause.heading,
                "body": clause.wording(level),
            }
            made = made_record(book, RECORD_TYPES["clauses"], given)
            changes.append(change_between(RECORD_TYPES["clauses"], None, made))
        self.values = {"count": str(len(changes)), "agreement": label}
        return tuple(change for change in changes if change is not None)
