"""What holds in every plan, held in a merged one too: codes are given once, no links in circles, none to nothing."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from workbook.book import Book
from workbook.changes import Change
from workbook.circles import circles, inner_links, targets
from workbook.codes import free_codes
from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.merging.conflicts import Conflict, Reason, all_values, by_record, edit_of, key_of
from workbook.merging.removals import owners_of
from workbook.records import RECORD_TYPES, Attachment, Translation
from workbook.records.base import targets_of


class Kept(NamedTuple):
    """Changes that lead to a sound plan, and what had to be left out or made otherwise for that."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def sound(ours: Book, changes: Iterable[Change]) -> Kept:
    """Return the changes as far as they keep the rules of a plan, and say where they did not."""
    coded, doubled = _codes_given_once(ours, tuple(changes))
    straight, circling = _without_circles(ours, coded)
    return Kept(_without_loose_ends(ours, straight), (*doubled, *circling))


def _codes_given_once(ours: Book, brought: tuple[Change, ...]) -> Kept:
    """Give a free code to each of their records whose code another record of ours has and goes on having.

    A new record gets a free code; one that ours has too keeps the code that it has here.
    """
    staying: set[str] = set()
    while True:
        kept = _coded(ours, brought, staying)
        refused = {one.id for one in kept.conflicts if ours.get(one.type, one.id) is not None}
        if refused <= staying:
            return kept
        staying |= refused  # the codes that these records have are not free after all


def _coded(ours: Book, brought: tuple[Change, ...], staying: set[str]) -> Kept:
    freed = {one.id for one in brought if one.before and (one.after is None or "code" in one.after)} - staying
    taken: dict[str, set[str]] = {}
    found: list[Change] = []
    conflicts: list[Conflict] = []
    for change in brought:
        code = str((change.after or {}).get("code") or "")
        if not code or "code" not in RECORD_TYPES[change.type].by_name:
            found.append(change)
            continue
        used = taken.setdefault(change.type, set())
        other = ours.by_code(change.type, code)
        is_held = other is not None and other.id != change.id and other.id not in freed
        if is_held or code.casefold() in used or change.id in staying:
            changed, conflict = _recoded(ours, change, code, used)
            conflicts.append(conflict)
            code = str(conflict.becomes or conflict.ours or "")
            found += [] if changed is None else [changed]
        else:
            found.append(change)
        used.add(code.casefold())
    return Kept(tuple(found), tuple(conflicts))


def _recoded(ours: Book, change: Change, code: str, used: set[str]) -> tuple[Change | None, Conflict]:
    after = change.after or {}
    if change.before is None:
        free = next(free_codes(ours, RECORD_TYPES[change.type], {one.upper() for one in used}), "")
        made = msgspec.structs.replace(change, after={**after, "code": free})
        return made, Conflict(change.type, change.id, "code", "same code", None, code, code, becomes=free)
    conflict = Conflict(change.type, change.id, "code", "same code", None, change.before["code"], code)
    return _less(change, "code"), conflict


def _without_circles(ours: Book, changes: tuple[Change, ...]) -> Kept:
    """Leave out links of theirs that would, with ours, lead a record back to itself."""
    suspects = [
        (key_of(change), declared)
        for change in changes
        for declared in inner_links(RECORD_TYPES[change.type])
        if (change.after or {}).get(declared.name)
    ]
    if not suspects:
        return Kept(changes, ())
    held = by_record(changes)
    after, conflicts = ours.apply(changes), []
    for key, declared in suspects:
        change = held.get(key)
        if change is None or not _leads_back(after, change, declared):
            continue
        conflicts.append(_of_link(ours, change, declared, "circle"))
        rest = _less(change, declared.name)
        if rest is None:
            del held[key]
        else:
            held[key] = rest
        after = ours.apply(held.values())
    return Kept(tuple(held.values()), tuple(conflicts))


def _leads_back(after: Book, change: Change, declared: Field) -> bool:
    table = after.table(change.type)
    ways = circles([change.id], lambda one: targets(table.get(one), declared))
    return any(change.id in way for way in ways)


def _of_link(ours: Book, change: Change, declared: Field, reason: Reason) -> Conflict:
    held = all_values(ours, change.type, change.id).get(declared.name)
    was = (change.before or {}).get(declared.name)
    return Conflict(change.type, change.id, declared.name, reason, was, held, (change.after or {})[declared.name])


def _less(change: Change, name: str) -> Change | None:
    """Return a change without one of its fields; None where nothing is left of it."""
    after = {key: plain for key, plain in (change.after or {}).items() if key != name}
    if change.before is None:
        return msgspec.structs.replace(change, after=after)
    before = {key: plain for key, plain in change.before.items() if key != name}
    return Change(change.type, change.id, before, after) if after else None


def _without_loose_ends(ours: Book, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Complete the changes so that nothing in the merged book refers to a record that is no longer there."""
    while True:
        after = ours.apply(changes)
        extra: list[Change] = []
        for change in changes:
            extra += _released(ours, after, change) if change.after is None else _unlinked(after, change)
        if not extra:
            return changes
        once = {key_of(change): change for change in extra}
        changes = ours.difference(after.apply(once.values()))


def _released(ours: Book, after: Book, gone: Change) -> list[Change]:
    """Return the changes that free records of ours from one that is gone; parts of it go too."""
    extra = []
    for record_type in RECORD_TYPES.values():
        for declared in record_type.reference_fields:
            if declared.target == gone.type:
                for one in ours.where(record_type.cls, **{declared.name: gone.id}):
                    held = after.get(record_type.name, one.id)
                    if held is not None and gone.id in targets_of(held, declared):
                        extra.append(_freed(after, record_type.name, one.id, declared, gone.id))
    parts = [("attachments", one.id) for one in ours.where(Attachment, record_id=gone.id)]
    parts += [("translations", one.id) for one in ours.where(Translation, record_id=gone.id)]
    return extra + [_removal(after, *key) for key in parts if after.get(*key) is not None]


def _unlinked(after: Book, change: Change) -> list[Change]:
    """Return the changes that free an added or edited record from links to records that are not there."""
    record = after.get(change.type, change.id)
    if record is None:
        return []
    if any(after.get(*owner) is None for owner in owners_of(change.type, record)):
        return [_removal(after, change.type, change.id)]
    return [
        _freed(after, change.type, change.id, declared, target)
        for declared in RECORD_TYPES[change.type].reference_fields
        for target in targets_of(record, declared)
        if after.get(declared.target, target) is None
    ]


def _freed(after: Book, type_name: str, record_id: str, declared: Field, gone_id: str) -> Change:
    if declared.owned:
        return _removal(after, type_name, record_id)
    value = getattr(after.get(type_name, record_id), declared.name)
    left = tuple(item for item in value if item != gone_id) if isinstance(value, tuple) else None
    freed = edit_of(after, type_name, record_id, {declared.name: KINDS[declared.kind].to_plain(left)})
    assert freed is not None
    return freed


def _removal(book: Book, type_name: str, record_id: str) -> Change:
    return Change(type_name, record_id, all_values(book, type_name, record_id), None)
