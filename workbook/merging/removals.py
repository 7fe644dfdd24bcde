"""Removals that the other side did not know of: what it went on working on is not taken away, or left out, unasked.

A part (a cell of the roles, a clause, an attachment) goes with what it belongs to. So when one side removed something
while the other added to it, worked on it or newly referred to it, the removal as a whole waits for a choice.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbook.book import Book
from workbook.changes import Change
from workbook.kinds import Plain
from workbook.merging.conflicts import RecordKey, edit_of, key_of
from workbook.records import RECORD_TYPES, Attachment, Record, Translation
from workbook.records.base import targets_of

_NONE: frozenset[RecordKey] = frozenset()


@dataclass(frozen=True)
class Removals:
    """Removals that wait for a choice. `wanted` are the topmost records removed on one side and needed on the other.

    `held` is everything that goes or stays with them, themselves included, each with those that it hangs on.
    """

    wanted: frozenset[RecordKey]
    held: Mapping[RecordKey, frozenset[RecordKey]]


def owners_of(type_name: str, record: Record | None) -> Iterator[RecordKey]:
    """Yield the records with which this one goes."""
    if isinstance(record, Attachment | Translation):
        if record.record_id and record.record_type in RECORD_TYPES:
            yield record.record_type, record.record_id
    elif record is not None:
        for declared in RECORD_TYPES[type_name].reference_fields:
            if declared.owned:
                yield from ((declared.target, target) for target in targets_of(record, declared))


def contested_removals(
    removed: frozenset[RecordKey], there: Book, worked: Iterable[Change], at_work: Book, known: frozenset[RecordKey]
) -> Removals:
    """Say which removals the other side's work stands against.

    `there` is a book in which the removed records still are; `worked` is what the other side did, and `at_work` its
    book. `known` are removals that are contested for another reason.
    """
    did = [change for change in worked if change.after is not None]
    needed = known | {key for change in did for key in _needs(change, at_work) if key in removed}
    if not needed:
        return Removals(_NONE, {})
    wanted = frozenset(top for key in needed for top in _tops(key, removed, there, _NONE))
    held = {key: tops for key in removed if (tops := _tops(key, removed, there, _NONE) & wanted)}
    for change in did:
        tops = _hanging(key_of(change), held, at_work, _NONE)
        if tops:
            held[key_of(change)] = tops
    return Removals(wanted, held)


def _needs(change: Change, at_work: Book) -> Iterator[RecordKey]:
    """Yield what a change supposes to be there: its record, what that belongs to, and what it newly names."""
    yield key_of(change)
    yield from owners_of(change.type, at_work.get(change.type, change.id))
    for declared in RECORD_TYPES[change.type].reference_fields:
        named, before = (ids_in((side or {}).get(declared.name)) for side in (change.after, change.before))
        yield from ((declared.target, target) for target in named if target not in before)


def _tops(
    key: RecordKey, removed: frozenset[RecordKey], there: Book, seen: frozenset[RecordKey]
) -> frozenset[RecordKey]:
    """Return the topmost removed records that a removed record was a part of; itself where it was removed alone."""
    owners = [one for one in owners_of(key[0], there.get(*key)) if one in removed and one not in seen]
    found = frozenset(top for owner in owners for top in _tops(owner, removed, there, seen | {key}))
    return found or frozenset({key})


def _hanging(
    key: RecordKey, held: Mapping[RecordKey, frozenset[RecordKey]], at_work: Book, seen: frozenset[RecordKey]
) -> frozenset[RecordKey]:
    """Return the contested records that a record of the other side is a part of, however far down."""
    if key in held:
        return held[key]
    owners = [one for one in owners_of(key[0], at_work.get(*key)) if one not in seen]
    return frozenset(top for owner in owners for top in _hanging(owner, held, at_work, seen | {key}))


def links_again(ours: Book, theirs: Book, mine: Iterable[Change], back: RecordKey) -> Iterator[Change]:
    """Yield the edits that give records of ours their links to a record again that was removed here and comes back."""
    for change in mine:
        if change.before is None or change.after is None or theirs.get(change.type, change.id) is None:
            continue
        for declared in RECORD_TYPES[change.type].reference_fields:
            if declared.target != back[0] or declared.name not in change.before:
                continue
            had, has = ids_in(change.before[declared.name]), ids_in(change.after[declared.name])
            if back[1] in had and back[1] not in has and (declared.kind == "references" or not has):
                plain: Plain = [*has, back[1]] if declared.kind == "references" else back[1]
                edit = edit_of(ours, change.type, change.id, {declared.name: plain})
                yield from () if edit is None else (edit,)


def ids_in(plain: object) -> tuple[str, ...]:
    """Return the ids in the plain value of a link or of several."""
    if isinstance(plain, str):
        return (plain,)
    return tuple(plain) if isinstance(plain, list | tuple) else ()
