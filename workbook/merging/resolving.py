"""From conflicts and what was chosen to the changes that bring two copies together."""

from collections.abc import Iterable

from workbook.book import Book
from workbook.changes import Change
from workbook.merging.conflicts import Choices, Comparison, Conflict, RecordKey, edit_of, key_of
from workbook.merging.rules import Kept, sound


def resolved(comparison: Comparison, ours: Book, choices: Choices) -> tuple[Change, ...]:
    """Return the changes for `ours` with the chosen side of each conflict; a conflict without a choice keeps ours."""
    return resolution(comparison, ours, choices).changes


def resolution(comparison: Comparison, ours: Book, choices: Choices) -> Kept:
    """Return the changes, and what the rules of a plan kept out of them all the same."""
    held: dict[RecordKey, Change] = {key_of(change): change for change in comparison.wished}
    for conflict in comparison.open_conflicts:
        if choices.get(conflict.key, "ours") == "theirs":
            for change in _of_theirs(ours, conflict):
                held[key_of(change)] = _joined(held.get(key_of(change)), change)
    return sound(ours, held.values())


def _of_theirs(ours: Book, conflict: Conflict) -> Iterable[Change]:
    """Return the changes by which theirs stays."""
    if not conflict.field:
        return conflict.if_theirs
    assert not isinstance(conflict.theirs, dict)
    edit = edit_of(ours, conflict.type, conflict.id, {conflict.field: conflict.theirs})
    return () if edit is None else (edit,)


def _joined(change: Change | None, more: Change) -> Change:
    """Return one change of a record that does both; links that come back from several sides are all there."""
    if change is None or more.before is None or more.after is None:
        return more
    if change.before is None or change.after is None:
        return change
    after = dict(change.after)
    for name, plain in more.after.items():
        held = after.get(name)
        if isinstance(held, list) and isinstance(plain, list):
            after[name] = [*held, *(one for one in plain if one not in held)]
        else:
            after[name] = plain
    return Change(change.type, change.id, {**change.before, **more.before}, after)
