"""What a returned tracker asks for, cell by cell, and what of it cannot be taken."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from workbook.book import Book
from workbook.changes import Change, Values, plain_values
from workbook.fields import Field
from workbook.kinds import KINDS, Plain
from workbook.problems import Problem
from workbook.records import RECORD_TYPES
from workbook.returning.naming import How

Key = tuple[str, str, str]
"""Type, id and field of one value."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value that somebody changed: where it stands in the file, whose it is, what it was and what it is to be.

    `how` says by what the record of the row was found; anything but its id is a guess.
    """

    place: str
    type: str
    id: str
    field: str
    was: Plain
    theirs: Plain
    how: How = "id"

    @property
    def key(self) -> Key:
        return self.type, self.id, self.field

    @property
    def is_guess(self) -> bool:
        """Say whether the record was found by something else than its id, so that somebody has to confirm it."""
        return self.how != "id"

    @property
    def names_record(self) -> bool:
        """Say whether this only says what a record is about that comes with another edit, as a cell of the roles."""
        return self.was in (None, "") and self.field in RECORD_TYPES[self.type].key


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that means no record of the plan: the record that it would become."""

    place: str
    type: str
    id: str
    values: Values

    @property
    def key(self) -> Key:
        return self.type, self.id, ""

    def as_edits(self) -> list[Edit]:
        """Return what the row says value by value, to be held against a record that somebody made here meanwhile."""
        return [
            Edit(self.place, self.type, self.id, name, _blank(self.type, name), value)
            for name, value in self.values.items()
        ]


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A record whose row is gone from the file, and what closing it would set; `field` is empty where nothing can."""

    place: str
    type: str
    id: str
    field: str = ""
    value: Plain = None

    @property
    def key(self) -> Key:
        return self.type, self.id, ""


@dataclass(frozen=True, slots=True)
class ClosedEdit:
    """What somebody wrote where the tracker was closed; told, and never taken."""

    place: str
    title: str
    type: str
    id: str
    was: str
    theirs: str


class UnsureDate(NamedTuple):
    """A date that could be two days, as it was typed."""

    place: str
    typed: str
    type: str
    id: str
    field: str

    @property
    def problem(self) -> Problem:
        return Problem(f"{self.typed} could be two days.", self.place, self.type, self.id, self.field)


@dataclass
class Found:
    """Everything that one file says differently from what went out."""

    edits: list[Edit] = field(default_factory=list)
    new: list[NewRow] = field(default_factory=list)
    missing: list[MissingRow] = field(default_factory=list)
    closed: list[ClosedEdit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unsure: list[UnsureDate] = field(default_factory=list)
    """Dates that could be two days; one answer settles them all."""


MERGED = "This cell is merged with another, so nobody can tell what it says; split it, and fill it again."


def refusal(where: str, type_name: str, record_id: str, field: Field, complaint: str) -> Problem:
    """Say of a cell why its value cannot be taken; a complaint that does not quote it begins with the field."""
    said = complaint.lstrip(": ")
    sentence = f"{said}." if said.startswith("“") else f"{field.title} {said}."
    return Problem(sentence, where, type_name, record_id, field.name)


CLOSING = {
    "partners": ("status", "withdrawn"),
    "objectives": ("status", "dropped"),
    "activities": ("status", "cancelled"),
    "resources": ("status", "withdrawn"),
    "capacity_actions": ("status", "cancelled"),
    "training_sessions": ("status", "cancelled"),
    "follow_ups": ("status", "cancelled"),
    "risks": ("status", "closed"),
    "issues": ("status", "closed"),
    "decisions": ("status", "withdrawn"),
    "agreements": ("status", "terminated"),
}
"""What a record is set to when its row was taken out and that is to count: nothing is ever removed for it."""


def changes_of(base: Book, edits: Iterable[Edit], new: Iterable[NewRow]) -> tuple[Change, ...]:
    """Return edits and new rows as changes of the book that the tracker was made from."""
    by_record: dict[tuple[str, str], Values] = {}
    for edit in edits:
        by_record.setdefault((edit.type, edit.id), {})[edit.field] = edit.theirs
    changes = [_change(base, type_name, record_id, values) for (type_name, record_id), values in by_record.items()]
    changes += [Change(row.type, row.id, None, row.values) for row in new if base.get(row.type, row.id) is None]
    return tuple(changes)


def _change(base: Book, type_name: str, record_id: str, values: Values) -> Change:
    record_type, record = RECORD_TYPES[type_name], base.get(type_name, record_id)
    if record is None:
        return Change(type_name, record_id, None, values)
    held = plain_values(record_type, record)
    if type_name == "responsibilities" and not values.get("letters"):
        return Change(type_name, record_id, held, None)
    return Change(type_name, record_id, {name: held.get(name, _blank(type_name, name)) for name in values}, values)


def _blank(type_name: str, name: str) -> Plain:
    kind = KINDS[RECORD_TYPES[type_name].by_name[name].kind]
    return kind.to_plain(kind.blank)
