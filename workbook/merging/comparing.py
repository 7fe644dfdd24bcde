"""Three-way comparison: what two books that grew apart from a common base have in common, and where they disagree.

Serves merging copies, returned trackers and anything else that comes back edited. `base` is the state both sides knew,
`ours` is the workbook at hand, `theirs` is what came back. Nothing here decides a disagreement: that is a person's
choice, and every choice not made keeps ours.
"""

from collections.abc import Iterable

from workbook.book import Book
from workbook.changes import Change
from workbook.erasing import without_erased
from workbook.merging.answering import answers_kept_closed
from workbook.merging.conflicts import (
    Comparison,
    Conflict,
    RecordKey,
    all_values,
    by_record,
    edit_of,
    key_of,
)
from workbook.merging.removals import Removals, contested_removals, ids_in, links_again
from workbook.merging.rules import sound
from workbook.merging.sealed import sealed_there, sealed_twice
from workbook.records import RECORD_TYPES
from workbook.sealing import untouchable


def compare(base: Book, ours: Book, theirs: Book, their_base: Book | None = None) -> Comparison:
    """Compare field by field; the changes apply to `ours` as it stands.

    `their_base` is the common state as theirs remembers it, which differs from `base` where a person was erased on one
    side since. What cannot be read on either side is left alone.
    """
    return settled(ours, found(base, ours, theirs, their_base))


def settled(ours: Book, comparison: Comparison) -> Comparison:
    """Hold the rules of a plan against what theirs brings; what they keep out is told as a conflict."""
    kept = sound(ours, comparison.wished)
    return Comparison(kept.changes, (*comparison.conflicts, *kept.conflicts), comparison.wished)


def found(base: Book, ours: Book, theirs: Book, their_base: Book | None = None) -> Comparison:
    """Compare field by field, before the rules of a plan are held against what theirs brings."""
    unreadable = {(one.type, one.id) for one in (*ours.locked, *theirs.locked)}
    mine = by_record(base.difference(ours))
    given = [change for change in (their_base or base).difference(theirs) if key_of(change) not in unreadable]
    brought = [one for one in (_onto(ours, theirs, change, mine) for change in given) if one is not None]
    apart, twice = sealed_there(base, ours, theirs, mine, brought), sealed_twice(ours, theirs, brought)
    mine = {key: change for key, change in mine.items() if key not in apart.held}
    brought = [change for change in brought if key_of(change) not in apart.held | twice.held]
    sealed = frozenset(key_of(their) for their in brought if untouchable(ours, their))
    there, here = _removed_there(ours, mine, brought, sealed), _removed_here(theirs, mine, brought)
    wished: list[Change] = []
    conflicts = [
        *apart.conflicts,
        *twice.conflicts,
        *_of_removed_there(base, ours, there, sealed),
        *_of_removed_here(base, ours, theirs, here, mine),
    ]
    for their in brought:
        key = key_of(their)
        if key in there.held or key in here.held:
            continue
        if key in sealed:
            conflicts.append(_sealed(base, ours, their))
            continue
        kept = _keeping_links(their, there)
        if kept is None:
            continue
        wanted, contested = _both(mine.get(key), kept)
        conflicts += contested
        wished += [] if wanted is None else [wanted]
    closed = answers_kept_closed(ours, theirs, wished)
    return Comparison((), (*conflicts, *closed.conflicts), closed.changes)


def _onto(ours: Book, theirs: Book, their: Change, mine: dict[RecordKey, Change]) -> Change | None:
    """Return what a change of theirs means for ours as it stands, without what was erased; None for nothing new."""
    change = without_erased(ours, theirs, their)
    if change is None:
        return None
    if ours.get(change.type, change.id) is None:
        is_removed_here = key_of(change) in mine
        return change if change.before is None or (is_removed_here and change.after is not None) else None
    if change.after is None:
        return Change(change.type, change.id, all_values(ours, change.type, change.id), None)
    return edit_of(ours, change.type, change.id, change.after)


def _both(our: Change | None, their: Change) -> tuple[Change | None, list[Conflict]]:
    """Return what only theirs touched of a record that may be touched on both sides, and the conflicts."""
    if our is None or our.after is None or their.before is None or their.after is None:
        return their, []
    contested = [name for name in their.after if name in our.after]
    conflicts = [
        Conflict(
            their.type,
            their.id,
            name,
            "both edited",
            (our.before or {}).get(name),
            our.after[name],
            their.after[name],
        )
        for name in contested
    ]
    left = [name for name in their.after if name not in our.after]
    before, after = ({name: side[name] for name in left} for side in (their.before, their.after))
    return (Change(their.type, their.id, before, after) if left else None), conflicts


def _sealed(base: Book, ours: Book, their: Change) -> Conflict:
    """What they did to what is signed and sealed here stays out, whatever anybody chooses."""
    was, here = (all_values(book, their.type, their.id) for book in (base, ours))
    return Conflict(their.type, their.id, "", "sealed here", was, here, their.after)


def _removed_there(
    ours: Book, mine: dict[RecordKey, Change], brought: list[Change], sealed: frozenset[RecordKey]
) -> Removals:
    removed = frozenset(key_of(change) for change in brought if change.after is None)
    return contested_removals(removed, ours, mine.values(), ours, sealed & removed)


def _removed_here(theirs: Book, mine: dict[RecordKey, Change], brought: list[Change]) -> Removals:
    removed = frozenset(key for key, change in mine.items() if change.after is None and theirs.get(*key) is not None)
    return contested_removals(removed, theirs, brought, theirs, frozenset())


def _of_removed_there(base: Book, ours: Book, there: Removals, sealed: frozenset[RecordKey]) -> Iterable[Conflict]:
    kept = frozenset(top for key in sealed for top in there.held.get(key, ()))
    for key in sorted(there.wanted):
        was, here = all_values(base, *key), all_values(ours, *key)
        if key in kept:
            yield Conflict(*key, "", "sealed here", was, here, None)
        else:
            yield Conflict(*key, "", "theirs removed", was, here, None, (Change(*key, here, None),))


def _of_removed_here(
    base: Book, ours: Book, theirs: Book, here: Removals, mine: dict[RecordKey, Change]
) -> Iterable[Conflict]:
    for top in sorted(here.wanted):
        back = [
            Change(*key, None, all_values(theirs, *key))
            for key, tops in here.held.items()
            if top in tops and ours.get(*key) is None and theirs.get(*key) is not None
        ]
        back += links_again(ours, theirs, mine.values(), top)
        was, there = all_values(base, *top), all_values(theirs, *top)
        yield Conflict(*top, "", "ours removed", was, None, there, tuple(back))


def _keeping_links(their: Change, there: Removals) -> Change | None:
    """Leave a link alone that theirs gave up only because it removed the record, which may stay here.

    None where nothing else is in the change.
    """
    if not there.held or their.before is None or their.after is None:
        return their
    kept = dict(their.after)
    for declared in RECORD_TYPES[their.type].reference_fields:
        if declared.name in kept:
            gone = [one for one in ids_in(their.before[declared.name]) if (declared.target, one) in there.held]
            left = [one for one in ids_in(their.before[declared.name]) if one not in gone]
            if gone and left == list(ids_in(kept[declared.name])):
                del kept[declared.name]
    return Change(their.type, their.id, {name: their.before[name] for name in kept}, kept) if kept else None
