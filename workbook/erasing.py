"""Erasing a person: what says something about somebody goes from the record, and from every step that ever held it.

The steps stay, with their digests, so that the chain of hashes holds (`workbook.chain`); what they held of the person
is replaced alike everywhere, so that the steps still lead to the records. Texts that are no personal fields stay as
they are, and so do attachments: only a person can judge whom they speak of.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import msgspec

from workbook.book import Book
from workbook.brought import BROUGHT, brought_steps, rewritten
from workbook.changes import Change, ChangeSet, Values, plain_values
from workbook.fields import Field
from workbook.kinds import KINDS, Plain
from workbook.operations.base import Problem, Refused
from workbook.records import RECORD_TYPES

ERASED = "Erased person"
"""What stands in place of a name that a record cannot be without."""
TITLE = "Erase a person: {record}"
_WRITTEN = ("line", "text")
_ATTENDED = "participants"
_Key = tuple[str, str]


@dataclass(frozen=True)
class Erasure:
    """Whose personal fields go, and the names that go from titles of steps and from single personal fields."""

    people: frozenset[_Key]
    names: frozenset[str]
    """Every name the person was ever entered under."""

    def present(self, book: Book) -> tuple[Change, ...]:
        """Return the edits by which the present records lose what they say about the person."""
        found = []
        for name, record_type in RECORD_TYPES.items():
            if not any(field.personal for field in record_type.fields):
                continue
            for record in book.records(name):
                held = plain_values(record_type, record)
                wanted = self._values(name, record.id, held)
                touched = [key for key in held if held[key] != wanted[key]]
                if touched:
                    before, after = ({key: side[key] for key in touched} for side in (held, wanted))
                    found.append(Change(name, record.id, before, after))
        return tuple(found)

    def change_set(self, step: ChangeSet) -> ChangeSet:
        """Return a step without what it said about the person, its salt gone with that; or the step itself."""
        changes = tuple(self._change(change) for change in step.changes)
        values = dict(step.values)
        brought = values.pop(BROUGHT, None)
        if brought is not None or any(self._is_about(change) for change in step.changes):
            values = {name: self._without_names(text) for name, text in values.items()}
        if brought is not None:
            values[BROUGHT] = rewritten(brought, self._change, self._without_names)
        if changes == step.changes and values == step.values:
            return step
        return msgspec.structs.replace(step, changes=changes, values=values, salt="")

    def _change(self, change: Change) -> Change:
        before, after = (
            None if side is None else self._values(change.type, change.id, side)
            for side in (change.before, change.after)
        )
        if change.action != "edited":
            before, after = (None if side is None else _not_blank(change.type, side) for side in (before, after))
        return Change(change.type, change.id, before, after)

    def _values(self, type_name: str, record_id: str, held: Values) -> Values:
        record_type, is_whole = RECORD_TYPES[type_name], (type_name, record_id) in self.people
        if record_type.is_person and not is_whole:  # somebody else, who may be called the same
            return held
        fields = record_type.by_name
        return {
            name: _erased(fields[name])
            if name in fields and fields[name].personal and (is_whole or self._is_a_name(plain))
            else plain
            for name, plain in held.items()
        }

    def _is_a_name(self, plain: Plain) -> bool:
        return isinstance(plain, str) and _folded(plain) in self._folded_names

    @cached_property
    def _folded_names(self) -> frozenset[str]:
        return frozenset(map(_folded, self.names))

    def _is_about(self, change: Change) -> bool:
        """Say whether a change is made to the person, or links something with them, so that its title may say so."""
        if (change.type, change.id) in self.people:
            return True
        ids = {record_id for _, record_id in self.people}
        sides = (side for side in (change.before, change.after) if side is not None)
        return any(plain in ids for side in sides for plain in side.values() if isinstance(plain, str))

    def _without_names(self, text: str) -> str:
        for name in sorted(self.names, key=len, reverse=True):
            text = _as_words(name).sub(ERASED, text)
        return text


def erasure_of(book: Book, history: Iterable[ChangeSet], type_name: str, record_id: str) -> Erasure:
    """Return what erasing the person in a record means, here and in the history; raises `Refused` for no person."""
    record_type = RECORD_TYPES[type_name]
    if not record_type.is_person:
        raise Refused(Problem(f"A record of {record_type.titles} is no person; only people are erased."))
    found = _erasure({(type_name, record_id)}, book, history)
    if not found.names:
        raise Refused(Problem("This person is erased already: nothing personal is left here or in the history."))
    return found


def erased_already(done: Iterable[ChangeSet], book: Book, history: Iterable[ChangeSet]) -> Erasure:
    """Return what these steps erased, for another copy: it may know the people under more names, and in more places."""
    return _erasure({key for step in done for key in people_in(step)}, book, history)


def people_in(step: ChangeSet) -> tuple[_Key, ...]:
    """Return the people whom a step erased; nothing for any other step."""
    if step.operation != TITLE:
        return ()
    return tuple((one.type, one.id) for one in step.changes if RECORD_TYPES[one.type].is_person)


def people_named(book: Book, history: Iterable[ChangeSet]) -> frozenset[_Key]:
    """Return everybody of whom a name stands in records, or in these steps."""
    return frozenset(key for key, _ in _names_in(book, history))


def _erasure(people: set[_Key], book: Book, history: Iterable[ChangeSet]) -> Erasure:
    """Return what goes with people: their names, and entries of the same name in lists of who came."""
    if not people:
        return Erasure(frozenset(), frozenset())
    called: dict[_Key, set[str]] = {}
    for key, name in _names_in(book, history):
        called.setdefault(key, set()).add(name)
    own = {name for key in people for name in called.get(key, ())}
    folded = set(map(_folded, own))
    attended = {key for key, names in called.items() if key[0] == _ATTENDED and folded & set(map(_folded, names))}
    return Erasure(frozenset(people | attended), frozenset(own))


def mentions(book: Book, name: str) -> tuple[_Key, ...]:
    """Return the records in which a name stands in a text that is no personal field, and which so stay as they are."""
    words = _as_words(name)
    written = {
        type_name: [field.name for field in record_type.fields if field.kind in _WRITTEN and not field.personal]
        for type_name, record_type in RECORD_TYPES.items()
    }
    return tuple(
        (type_name, record.id)
        for type_name, fields in written.items()
        for record in book.records(type_name)
        if any(words.search(getattr(record, field)) for field in fields)
    )


def is_erased(book: Book, type_name: str, record_id: str) -> bool:
    """Say whether the person in a record was erased."""
    record_type = RECORD_TYPES[type_name]
    record = book.get(type_name, record_id)
    return record_type.is_person and record is not None and getattr(record, record_type.label) == ERASED


def without_erased(here: Book, there: Book, change: Change) -> Change | None:
    """Return a change that comes from elsewhere without what it says of a person who was erased here or there.

    Nothing of them is brought back, and that they were erased is no edit: it is done by erasing, or not at all.
    """
    is_gone = is_erased(here, change.type, change.id) or is_erased(there, change.type, change.id)
    if change.before is None or change.after is None or not is_gone:
        return change
    fields = RECORD_TYPES[change.type].by_name
    kept = [name for name in change.after if not fields[name].personal]
    before, after = change.before, change.after
    return Change(change.type, change.id, {n: before[n] for n in kept}, {n: after[n] for n in kept}) if kept else None


def _names_in(book: Book, history: Iterable[ChangeSet]) -> Iterator[tuple[_Key, str]]:
    """Yield the names that people have and had."""
    labels = {name: kind.label for name, kind in RECORD_TYPES.items() if kind.is_person}
    sides: Iterator[tuple[_Key, Values | None]] = (
        ((change.type, change.id), side)
        for step in history
        for change in (*step.changes, *(change for one in brought_steps(step) for change in one.changes))
        if change.type in labels
        for side in (change.before, change.after)
    )
    for key, side in sides:
        name = (side or {}).get(labels[key[0]])
        if isinstance(name, str) and name not in ("", ERASED):
            yield key, name
    for type_name, label in labels.items():
        for record in book.records(type_name):
            if getattr(record, label) not in ("", ERASED):
                yield (type_name, record.id), str(getattr(record, label))


def _not_blank(type_name: str, side: Values) -> Values:
    """Leave out blanks, as steps that add or remove a record do."""
    fields = RECORD_TYPES[type_name].by_name
    return {n: plain for n, plain in side.items() if n not in fields or plain != _blank(fields[n])}


def _erased(field: Field) -> Plain:
    return ERASED if field.required else _blank(field)


def _blank(field: Field) -> Plain:
    kind = KINDS[field.kind]
    return kind.to_plain(kind.blank)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _as_words(name: str) -> re.Pattern[str]:
    """Find a name as whole words, however many spaces are between them."""
    words = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
