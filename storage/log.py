"""Change sets as rows of the log, and back."""

import datetime
from typing import Any

import msgspec

from workbook.changes import Change, ChangeSet
from workbook.history import Step
from workbook.wording import fill

_encode = msgspec.json.Encoder().encode
_changes = msgspec.json.Decoder(tuple[Change, ...])
_named = msgspec.json.Decoder(dict[str, str])


def row_of(change_set: ChangeSet) -> tuple[int | str, ...]:
    """Return a change set as a row of the log."""
    return (
        change_set.seq,
        change_set.id,
        change_set.at.isoformat(),
        change_set.operator,
        change_set.device,
        change_set.operation,
        _encode(change_set.values).decode(),
        change_set.source,
        change_set.undoes,
        change_set.salt,
        change_set.digest,
        change_set.previous,
        change_set.hash,
        _encode(change_set.changes).decode(),
    )


def erased_row_of(change_set: ChangeSet) -> tuple[int | str, ...]:
    """Return what is left of a step from which a person was erased: its values, salt and changes, then its number."""
    values, changes = _encode(change_set.values).decode(), _encode(change_set.changes).decode()
    return (values, change_set.salt, changes, change_set.seq)


def change_set_of(row: Any) -> ChangeSet:
    """Return the change set in a row of the log; raises TypeError or ValueError (as msgspec's are) where it is none."""
    if not isinstance(row[0], int) or not all(isinstance(cell, str) for cell in row[1:]):
        raise TypeError("a cell of the log is neither a number nor a text")
    seq, set_id, at, operator, device, operation, values, source, undoes, salt, digest, previous, hash_, changes = row
    return ChangeSet(
        seq=seq,
        id=set_id,
        at=datetime.datetime.fromisoformat(at),
        operator=operator,
        device=device,
        operation=operation,
        changes=_changes.decode(changes),
        values=_named.decode(values),
        source=source,
        undoes=undoes,
        salt=salt,
        digest=digest,
        previous=previous,
        hash=hash_,
    )


def step_of(row: Any) -> Step:
    """Return what undo needs, from the seq, id, operation, values, undoes and salt of a row."""
    seq, step_id, operation, values, undoes, salt = row
    return Step(seq, step_id, fill(operation, _named.decode(values)), undoes, not salt)
