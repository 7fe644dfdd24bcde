"""What people tell the workbook about itself: names for states, findings they live with."""

import datetime
from dataclasses import dataclass, field

from workbook.book import Book, id_for
from workbook.changes import Change, change_between
from workbook.identity import new_id
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, existing_record, made_record
from workbook.records import RECORD_TYPES, Snapshot


@dataclass
class NameSnapshot:
    """Give the present state, or an earlier one, a name under which it is found again."""

    name: str
    state: int
    date: datetime.date
    title: str = field(default="Name this state “{name}”", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self.values = {"name": self.name}
        given = {"name": self.name, "state": self.state, "date": self.date}
        change = change_between(RECORD_TYPES["snapshots"], None, made_record(book, RECORD_TYPES["snapshots"], given))
        return () if change is None else (change,)


@dataclass
class RenameSnapshot:
    """Give a named state another name."""

    record_id: str
    name: str
    title: str = field(default="Rename the state “{old}” to “{name}”", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES["snapshots"]
        held = existing_record(book, record_type, self.record_id)
        renamed = accepted(book, record_type, held, {"name": self.name})
        self.values = {"old": str(getattr(held, "name", "")), "name": str(getattr(renamed, "name", ""))}
        change = change_between(record_type, held, renamed)
        return () if change is None else (change,)


def snapshot_of(book: Book, state: int) -> Snapshot | None:
    """Return the name of a state, the first where it has several, or None."""
    return next(iter(book.where(Snapshot, state=state)), None)


@dataclass
class AcceptFinding:
    """Live with a finding, for a reason that is written down; an empty reason takes that back."""

    rule: str
    record_id: str
    reason: str
    date: datetime.date
    title: str = field(default="Accept finding {rule}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self.values = {"rule": self.rule}
        record_type = RECORD_TYPES["acceptances"]
        record_id = id_for(record_type, {"rule": self.rule, "record_id": self.record_id}, new_id)
        before = book.get("acceptances", record_id)
        if not self.reason.strip():
            if before is None:
                raise Refused(Problem("Say why the team can live with this finding.", field="reason"))
            after = None
        else:
            given = {"rule": self.rule, "record_id": self.record_id, "reason": self.reason, "date": self.date}
            after = made_record(book, record_type, given, record_id)
        change = change_between(record_type, before, after)
        return () if change is None else (change,)
