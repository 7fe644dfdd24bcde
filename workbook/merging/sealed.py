"""What is signed and sealed on one side while the other still works on it, or seals it too.

A sealed document is what was signed, to the letter. So work on it after it was sealed here stays out; and where it was
sealed there while it was worked on here, somebody chooses between the seal and the work, for the document as a whole.
What was sealed on both sides was signed twice: what is here stays, and somebody chooses whether the other document is
kept beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.merging.conflicts import Conflict, RecordKey, all_values, key_of
from workbook.records import RECORD_TYPES
from workbook.sealing import is_sealed, seals_of
from workbook.sealing.guard import LIVES_ON, documents_of


@dataclass(frozen=True)
class SealedThere:
    """The documents to choose about, and every record that goes with that choice."""

    conflicts: tuple[Conflict, ...]
    held: frozenset[RecordKey]


def sealed_there(
    base: Book, ours: Book, theirs: Book, mine: Mapping[RecordKey, Change], brought: Iterable[Change]
) -> SealedThere:
    """Find what theirs sealed or issued while it was worked on in ours."""
    given = tuple(brought)
    seals = [change for change in given if change.type == "seals" and change.before is None]
    documents = {_document_of(seal) for seal in seals}
    open_here = {one for one in documents if one[0] in LIVES_ON and not is_sealed(ours, *one)}
    if not open_here:
        return SealedThere((), frozenset())
    worked = {one for change in mine.values() if not _lives_on(change) for one in _about(change, base, ours)}
    contested = open_here & worked
    conflicts, held = [], set[RecordKey]()
    for document in sorted(contested):
        keys = {key for key, change in mine.items() if document in _about(change, base, ours)}
        keys |= {key_of(one) for one in given if document in _about(one, ours, theirs)}
        keys |= {key_of(seal) for seal in seals if _document_of(seal) == document}
        found = (change_between(RECORD_TYPES[key[0]], ours.get(*key), theirs.get(*key)) for key in sorted(keys))
        was, here, there = (all_values(book, *document) for book in (base, ours, theirs))
        changes = tuple(change for change in found if change is not None)
        conflicts.append(Conflict(*document, "", "sealed there", was, here, there, changes))
        held |= keys
    return SealedThere(tuple(conflicts), frozenset(held))


def sealed_twice(ours: Book, theirs: Book, brought: Iterable[Change]) -> SealedThere:
    """Find the seals of theirs on documents that were sealed here as well, by seals that theirs does not know."""
    conflicts = []
    for seal in brought:
        if seal.type == "seals" and seal.before is None:
            here = [one for one in seals_of(ours, *_document_of(seal)) if theirs.get("seals", one.id) is None]
            if here:
                last = all_values(ours, "seals", here[-1].id)
                conflicts.append(Conflict("seals", seal.id, "", "sealed twice", None, last, seal.after, (seal,)))
    return SealedThere(tuple(conflicts), frozenset((one.type, one.id) for one in conflicts))


def _about(change: Change, before: Book, after: Book) -> set[RecordKey]:
    """Return the documents of which a change touches a part."""
    return {*documents_of(before, change), *documents_of(after, change)}


def _lives_on(change: Change) -> bool:
    allowed = LIVES_ON.get(change.type, frozenset())
    return change.action == "edited" and frozenset(change.after or {}) <= allowed


def _document_of(seal: Change) -> RecordKey:
    values = seal.after or {}
    return str(values.get("record_type", "")), str(values.get("record_id", ""))
