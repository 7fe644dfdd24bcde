"""What comparing two copies finds: changes that nobody contests, and conflicts that wait for a choice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbook.book import Book
from workbook.changes import Change, Values, plain_values
from workbook.kinds import KINDS, Plain
from workbook.records import RECORD_TYPES

Side = Literal["ours", "theirs"]
Reason = Literal[
    "both edited",
    "ours removed",
    "theirs removed",
    "sealed there",
    "sealed twice",
    "same code",
    "sealed here",
    "circle",
    "answers kept closed",
]
Key = tuple[str, str, str]
Choices = Mapping[Key, Side]
RecordKey = tuple[str, str]

SETTLED: frozenset[Reason] = frozenset({"same code", "sealed here", "circle", "answers kept closed"})
"""Reasons that leave nothing to choose: what is done about them follows from the rules of a plan, and is told."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place where both sides did something different: a field, or (`field` empty) a whole record.

    `if_theirs` are the changes by which a whole record becomes what theirs made of it; `becomes` is the value that a
    rule gives where neither side's can stay.
    """

    type: str
    id: str
    field: str
    reason: Reason
    was: Plain | Values = None
    ours: Plain | Values = None
    theirs: Plain | Values = None
    if_theirs: tuple[Change, ...] = ()
    becomes: Plain = None

    @property
    def key(self) -> Key:
        return (self.type, self.id, self.field)

    @property
    def is_open(self) -> bool:
        """Say whether somebody has to choose."""
        return self.reason not in SETTLED


@dataclass(frozen=True, slots=True)
class Comparison:
    """What theirs would bring to ours: changes that nobody contests, and conflicts.

    `wished` are the changes before the rules of a plan were held against them, from which choices start anew.
    """

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    wished: tuple[Change, ...] = ()

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts that wait for a choice."""
        return tuple(conflict for conflict in self.conflicts if conflict.is_open)


def edit_of(book: Book, type_name: str, record_id: str, values: Values) -> Change | None:
    """Return the edit that gives a record of this book these values; None where it has them already."""
    record_type = RECORD_TYPES[type_name]
    record = book.get(type_name, record_id)
    held = {name: KINDS[record_type.by_name[name].kind].to_plain(getattr(record, name)) for name in values}
    touched = [name for name in values if held[name] != values[name]]
    if not touched:
        return None
    return Change(
        type_name, record_id, {name: held[name] for name in touched}, {name: values[name] for name in touched}
    )


def all_values(book: Book, type_name: str, record_id: str) -> Values:
    """Return every value of a record that is not blank, in plain form; nothing where there is no such record."""
    record = book.get(type_name, record_id)
    return {} if record is None else plain_values(RECORD_TYPES[type_name], record)


def key_of(change: Change) -> RecordKey:
    """Return which record a change touches."""
    return (change.type, change.id)


def by_record(changes: Iterable[Change]) -> dict[RecordKey, Change]:
    """Return changes by the record that they touch."""
    return {key_of(change): change for change in changes}
