"""What was promised with a date, after a session, a meeting or a cooperation check, and when it is done."""

import datetime
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.editing import accepted, existing_record
from workbook.records import RECORD_TYPES, FollowUp

_FOLLOW_UP = RECORD_TYPES["follow_ups"]


@dataclass
class MarkFollowUp:
    """Say that a follow-up is done, on which day and what shows it; with no day, that it is open again."""

    record_id: str
    done_on: datetime.date | None
    evidence: str = ""
    title: str = field(default="Follow-up {state}: {record}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        follow_up = existing_record(book, _FOLLOW_UP, self.record_id)
        assert isinstance(follow_up, FollowUp)
        state = "open" if self.done_on is None else "done"
        self.values = {"record": book.label("follow_ups", self.record_id), "state": state}
        evidence = self.evidence.strip() or follow_up.evidence
        given = {"done_on": self.done_on, "status": state, "evidence": evidence}
        change = change_between(_FOLLOW_UP, follow_up, accepted(book, _FOLLOW_UP, follow_up, given))
        return () if change is None else (change,)
