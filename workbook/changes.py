"""Changes and change sets: the one shape in which anything happens to a workbook.

Undo, history, returned trackers, merging, drift and *what changed since* are all built from three operations on this
small type: apply (`Book.apply`), invert (`inverted`) and compare (`difference`).
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from workbook.kinds import KINDS, Plain
from workbook.records import RECORD_TYPES, Record, RecordType
from workbook.wording import fill

Values = dict[str, Plain]
Action = Literal["added", "edited", "removed"]


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happens to one record.

    `before` is None when the record is added, `after` when it is removed; then the other side holds every field that is
    not blank. For an edit both sides hold the same keys: the touched fields, in plain form.
    """

    type: str
    id: str
    before: Values | None = None
    after: Values | None = None

    @property
    def action(self) -> Action:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "edited"

    def inverted(self) -> "Change":
        return Change(self.type, self.id, self.after, self.before)


class ChangeSet(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one operation did, with who, when and where from.

    `operation` is a source string with names in braces, `values` fill it. `undoes` is the id of the change set that
    this one takes back (a redo takes back an undo). `hash` chains it to the one before; see `workbook.chain`.
    """

    seq: int
    id: str
    at: datetime.datetime
    operator: str
    device: str
    operation: str
    changes: tuple[Change, ...]
    values: dict[str, str] = {}
    source: str = ""
    undoes: str = ""
    salt: str = ""
    digest: str = ""
    previous: str = ""
    hash: str = ""

    @property
    def title(self) -> str:
        """Say in one line what was done."""
        return fill(self.operation, self.values)


_BLANKS = {
    name: {field.name: KINDS[field.kind].blank for field in record_type.fields}
    for name, record_type in RECORD_TYPES.items()
}


def plain_values(record_type: RecordType, record: Record) -> Values:
    """Return every field of a record that is not at its blank, in plain form."""
    values: Values = {}
    for field in record_type.fields:
        kind, value = KINDS[field.kind], getattr(record, field.name)
        if value != kind.blank:
            values[field.name] = kind.to_plain(value)
    return values


def record_from_plain(record_type: RecordType, record_id: str, values: Mapping[str, object]) -> Record:
    """Build a record from plain values, fields that are not named being blank; raise `Unacceptable` or KeyError."""
    held: dict[str, Any] = dict(_BLANKS[record_type.name])
    for name, plain in values.items():
        field = record_type.by_name[name]
        held[name] = KINDS[field.kind].from_plain(field, plain)
    return record_type.cls(record_id, **held)


def change_between(record_type: RecordType, before: Record | None, after: Record | None) -> Change | None:
    """Return what makes one record out of the other, or None where nothing differs."""
    if before is None or after is None:
        known = before if before is not None else after
        if known is None:
            return None
        values = plain_values(record_type, known)
        return Change(record_type.name, known.id, None if before is None else values, None if after is None else values)
    touched = [field for field in record_type.fields if getattr(before, field.name) != getattr(after, field.name)]
    if not touched:
        return None
    return Change(
        record_type.name,
        before.id,
        {field.name: KINDS[field.kind].to_plain(getattr(before, field.name)) for field in touched},
        {field.name: KINDS[field.kind].to_plain(getattr(after, field.name)) for field in touched},
    )


def inverted(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that take these back, last first."""
    return tuple(change.inverted() for change in reversed(tuple(changes)))


def touched_types(changes: Iterable[Change]) -> frozenset[str]:
    """Return the names of the record types that changes touch."""
    return frozenset(change.type for change in changes)


def type_of(change: Change) -> RecordType:
    """Return the declaration behind a change."""
    return RECORD_TYPES[change.type]
