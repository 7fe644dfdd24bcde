"""Three-way comparison: what two books that grew apart from a common base have in common, and where they disagree.

Serves merging copies, returned trackers and anything else that comes back edited. `base` is the state both sides knew,
`ours` is the workbook at hand, `theirs` is what came back. Nothing here decides a disagreement: that is a person's
choice, and every choice not made keeps ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workbook.book import Book
from workbook.changes import Change, Values, plain_values
from workbook.codes import next_code
from workbook.erasing import without_erased
from workbook.kinds import KINDS, Plain
from workbook.records import RECORD_TYPES
from workbook.records.base import targets_of
from workbook.sealing import untouchable

Side = Literal["ours", "theirs"]
Reason = Literal["both edited", "ours removed", "theirs removed", "same code", "sealed here"]


_NO_CHOICE = ("same code", "sealed here")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place where both sides did something different: a field, or (`field` empty) a whole record."""

    type: str
    id: str
    field: str
    reason: Reason
    was: Plain | Values = None
    ours: Plain | Values = None
    theirs: Plain | Values = None

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.type, self.id, self.field)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What theirs would bring to ours: changes that nobody contests, and conflicts that wait for a choice."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def compare(base: Book, ours: Book, theirs: Book) -> Comparison:
    """Compare field by field; the changes apply to `ours` as it stands."""
    mine = {(change.type, change.id): change for change in base.difference(ours)}
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    brought = (without_erased(ours, change) for change in base.difference(theirs))
    for their in (change for change in brought if change is not None):
        our = mine.get((their.type, their.id))
        if untouchable(ours, their):
            conflicts.append(_sealed(ours, their))
        elif our is None:
            changes.append(their)
        else:
            wanted, contested = _both(our, their)
            conflicts += contested
            if wanted:
                changes.append(_edit(ours, their.type, their.id, wanted))
    renumbered, doubled = _doubled_codes(ours, changes)
    return Comparison(renumbered, (*conflicts, *doubled))


def resolved(comparison: Comparison, ours: Book, choices: Mapping[tuple[str, str, str], Side]) -> tuple[Change, ...]:
    """Return the changes for `ours` with the chosen side of each conflict; a conflict without a choice keeps ours."""
    by_record: dict[tuple[str, str], Values] = {}
    whole: list[Change] = []
    for conflict in comparison.conflicts:
        if choices.get(conflict.key, "ours") == "ours" or conflict.reason in _NO_CHOICE:
            continue
        if conflict.reason == "theirs removed":
            whole.append(Change(conflict.type, conflict.id, _values(conflict.ours), None))
        elif conflict.reason == "ours removed":
            whole.append(Change(conflict.type, conflict.id, None, _values(conflict.theirs)))
        else:
            by_record.setdefault((conflict.type, conflict.id), {})[conflict.field] = _plain(conflict.theirs)
    merged = [_joined(ours, change, by_record.pop((change.type, change.id), None)) for change in comparison.changes]
    merged += [_edit(ours, type_name, record_id, values) for (type_name, record_id), values in by_record.items()]
    return _without_loose_ends(ours, [*merged, *whole])


def _sealed(ours: Book, their: Change) -> Conflict:
    """What they did to what is signed and sealed here stays out, whatever anybody chooses."""
    here = _all_values(ours, their.type, their.id)
    return Conflict(their.type, their.id, "", "sealed here", their.before, here, their.after)


def _both(our: Change, their: Change) -> tuple[Values, list[Conflict]]:
    """Return the fields that only theirs touched, and the conflicts, for a record that both sides touched."""
    if our.after is None or their.after is None:
        if our.after is None and their.after is None:
            return {}, []
        if our.after is None:
            theirs = {**(our.before or {}), **(their.after or {})}
            return {}, [Conflict(their.type, their.id, "", "ours removed", our.before, None, theirs)]
        ours = {**(their.before or {}), **our.after}
        return {}, [Conflict(their.type, their.id, "", "theirs removed", their.before, ours, None)]
    wanted: Values = {}
    conflicts = []
    for name, theirs_value in their.after.items():
        if name not in our.after:
            wanted[name] = theirs_value
        elif our.after[name] != theirs_value:
            was = (their.before or {}).get(name)
            conflicts.append(Conflict(their.type, their.id, name, "both edited", was, our.after[name], theirs_value))
    return wanted, conflicts


def _edit(ours: Book, type_name: str, record_id: str, values: Values) -> Change:
    record_type = RECORD_TYPES[type_name]
    record = ours.get(type_name, record_id)
    before = {name: KINDS[record_type.by_name[name].kind].to_plain(getattr(record, name)) for name in values}
    return Change(type_name, record_id, before, dict(values))


def _joined(ours: Book, change: Change, more: Values | None) -> Change:
    if not more:
        return change
    extra = _edit(ours, change.type, change.id, more)
    return Change(
        change.type, change.id, {**(change.before or {}), **(extra.before or {})}, {**(change.after or {}), **more}
    )


def _doubled_codes(ours: Book, changes: Iterable[Change]) -> tuple[tuple[Change, ...], list[Conflict]]:
    """Give a free code to each of their new records whose code another record of ours has and goes on having."""
    found: list[Change] = []
    conflicts = []
    taken: set[str] = set()
    brought = tuple(changes)
    freed = {change.id for change in brought if change.before and (change.after is None or "code" in change.after)}
    for change in brought:
        code = str((change.after or {}).get("code") or "")
        other = ours.by_code(change.type, code) if code and "code" in RECORD_TYPES[change.type].by_name else None
        if change.action == "added" and ((other is not None and other.id not in freed) or code in taken):
            record_type = RECORD_TYPES[change.type]
            free = next_code(ours, record_type, frozenset(taken))
            conflicts.append(Conflict(change.type, change.id, "code", "same code", None, code, free))
            found.append(Change(change.type, change.id, None, {**(change.after or {}), "code": free}))
            taken.add(free)
        else:
            found.append(change)
            taken |= {code} if code else set()
    return tuple(found), conflicts


def _without_loose_ends(ours: Book, changes: list[Change]) -> tuple[Change, ...]:
    """Complete the changes so that nothing in the merged book refers to a record that is no longer there."""
    while True:
        after = ours.apply(changes)
        extra = [fix for change in changes if change.after is None for fix in _released(after, change.id)]
        extra += [fix for change in changes if change.after is not None for fix in _unlinked(after, change)]
        if not extra:
            return tuple(changes)
        changes = list(ours.difference(after.apply(_once(extra))))


def _once(changes: list[Change]) -> list[Change]:
    return list({(change.type, change.id): change for change in changes}.values())


def _released(after: Book, gone_id: str) -> list[Change]:
    """Return the changes that free records from one that is gone; parts of it go too."""
    return [
        _freed(after, record_type.name, record.id, name, gone_id)
        for record_type, name, record in after.referring(gone_id)
    ]


def _unlinked(after: Book, change: Change) -> list[Change]:
    """Return the changes that free an added or edited record from links to records that are not there."""
    record = after.get(change.type, change.id)
    if record is None:
        return []
    return [
        _freed(after, change.type, change.id, field.name, target)
        for field in RECORD_TYPES[change.type].reference_fields
        for target in targets_of(record, field)
        if after.get(field.target, target) is None
    ]


def _freed(after: Book, type_name: str, record_id: str, field_name: str, gone_id: str) -> Change:
    record_type = RECORD_TYPES[type_name]
    field = record_type.by_name[field_name]
    record = after.get(type_name, record_id)
    if field.owned and record is not None:
        return Change(type_name, record_id, _all_values(after, type_name, record_id), None)
    value = getattr(record, field_name)
    left = tuple(item for item in value if item != gone_id) if isinstance(value, tuple) else None
    return _edit(after, type_name, record_id, {field_name: KINDS[field.kind].to_plain(left)})


def _all_values(book: Book, type_name: str, record_id: str) -> Values:
    record = book.get(type_name, record_id)
    return {} if record is None else plain_values(RECORD_TYPES[type_name], record)


def _values(side: Plain | Values) -> Values:
    return side if isinstance(side, dict) else {}


def _plain(side: Plain | Values) -> Plain:
    return None if isinstance(side, dict) else side
