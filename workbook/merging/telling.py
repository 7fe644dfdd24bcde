"""Conflicts put into words: what was, what each side made of it, who and when."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from workbook.answers import WITHHELD, is_withheld
from workbook.book import Book
from workbook.changes import Change, ChangeSet, Values
from workbook.formats import Formats
from workbook.kinds import KINDS, Plain, Reading
from workbook.merging.conflicts import Conflict, Key, Reason, RecordKey
from workbook.merging.meeting import Meeting
from workbook.merging.removals import ids_in, owners_of
from workbook.records import RECORD_TYPES
from workbook.wording import source

WHOLE = source("the whole record")
REMOVED = source("removed")
EMPTY = source("empty")
ABOUT = "*"
"""Stands for a field where somebody worked on what belongs to a record, or names it."""
PARTS = source("as it was, with something new that belongs to it or names it")
REASONS: Mapping[Reason, str] = {
    "both edited": source("changed on both sides"),
    "ours removed": source("removed here, worked on in the other copy"),
    "theirs removed": source("removed in the other copy, worked on here"),
    "sealed there": source("signed or issued in the other copy, worked on here"),
    "sealed twice": source(
        "signed or issued on both sides; what is here stays, and the other document can come beside it"
    ),
    "same code": source("its code is given already, so it gets another"),
    "sealed here": source("signed or issued here, so it stays as it is"),
    "circle": source("would lead back to the record itself, so the link is left out"),
    "answers kept closed": source("answers were given in confidence, so they stay closed"),
}


STAYED = {"ours": source("what was here"), "theirs": source("the other copy's")}


def stayed_in_words(stayed: str) -> str:
    """Say which side stayed after a decision, or by which rule."""
    return STAYED.get(stayed) or next((words for reason, words in REASONS.items() if reason == stayed), stayed)


class Hand(NamedTuple):
    """Who did something, and when."""

    operator: str
    at: datetime.datetime


@dataclass(frozen=True)
class ToldConflict:
    """A conflict in words. `field` is empty for a whole record; a hand is None where that side did nothing to it.

    `becomes` is what a rule makes of it, where that is neither side's.
    """

    conflict: Conflict
    record: str
    field: str
    was: str
    ours: str
    theirs: str
    our_hand: Hand | None
    their_hand: Hand | None
    becomes: str = ""

    @property
    def reason(self) -> str:
        words = REASONS[self.conflict.reason]
        return f"{words}: {self.becomes}" if self.becomes else words


def told_conflicts(meeting: Meeting, conflicts: Iterable[Conflict], formats: Formats) -> tuple[ToldConflict, ...]:
    """Put conflicts into words, each with the last hand that touched it on either side."""
    teller = _Teller(meeting, formats)
    return tuple(teller.told(conflict) for conflict in conflicts)


class _Teller:
    def __init__(self, meeting: Meeting, formats: Formats) -> None:
        self._books = (meeting.ours, meeting.theirs)
        self._formats = formats
        self._our_hands = hands(meeting.our_steps, meeting.ours)
        self._their_hands = hands(meeting.their_steps, meeting.theirs)

    def told(self, conflict: Conflict) -> ToldConflict:
        ours, theirs = self._books
        title = RECORD_TYPES[conflict.type].by_name[conflict.field].title if conflict.field else ""
        return ToldConflict(
            conflict,
            self._named(conflict.type, conflict.id, ours),
            title,
            "" if conflict.was in (None, {}) else self._side(conflict, conflict.was, ours),
            self._side(conflict, conflict.ours, ours),
            self._side(conflict, conflict.theirs, theirs),
            self._hand(self._our_hands, conflict, ours),
            self._hand(self._their_hands, conflict, theirs),
            "" if conflict.becomes is None else self._value(conflict, conflict.field, conflict.becomes, theirs),
        )

    def _hand(self, hands: Mapping[Key, Hand], conflict: Conflict, book: Book) -> Hand | None:
        """Find the last hand on the field, on the record, on what belongs to it or names it; or who gave the code."""
        key = conflict.key
        if conflict.reason == "same code" and (conflict.type, conflict.id, "") not in hands:
            other = book.by_code(conflict.type, str(conflict.ours))
            key = (conflict.type, other.id if other is not None else "", conflict.field)
        about = ((key[0], key[1], name) for name in (key[2], "", ABOUT))
        return next((hands[one] for one in about if one in hands), None)

    def _side(self, conflict: Conflict, side: Plain | Values, book: Book) -> str:
        if not conflict.field:
            return self._whole(conflict, side if isinstance(side, dict) else {}, book)
        return "" if isinstance(side, dict) else self._value(conflict, conflict.field, side, book)

    def _whole(self, conflict: Conflict, values: Values, book: Book) -> str:
        """Tell what is different in a record, or all of it where there was none before."""
        if not values:
            return REMOVED
        was = conflict.was if isinstance(conflict.was, dict) else {}
        told = {name: plain for name, plain in values.items() if values is was or was.get(name) != plain}
        if not told and not was.keys() - values.keys():
            return PARTS
        told |= {name: None for name in was if name not in values}
        fields = RECORD_TYPES[conflict.type].by_name
        texts = {
            name: "" if plain is None else self._value(conflict, name, plain, book) for name, plain in told.items()
        }
        return "; ".join(f"{fields[name].title}: {text or EMPTY}" for name, text in texts.items())

    def _value(self, conflict: Conflict, name: str, plain: Plain, book: Book) -> str:
        change = Change(conflict.type, conflict.id, {}, {name: plain})
        if any(is_withheld(one, change, name) for one in self._books):
            return WITHHELD
        if plain is None:
            return ""
        field = RECORD_TYPES[conflict.type].by_name[name]
        reading = Reading(self._formats, lambda type_name, id_: self._named(type_name, id_, book))
        return KINDS[field.kind].show_plain(field, plain, reading)

    def _named(self, type_name: str, record_id: str, first: Book) -> str:
        books = (first, *self._books)
        return next((one for one in books if one.get(type_name, record_id) is not None), first).label(
            type_name, record_id
        )


def hands(steps: Iterable[ChangeSet], book: Book) -> dict[Key, Hand]:
    """Return the last hand on each field, under an empty field name on each record, and under `ABOUT` around it.

    `book` is where the steps lead, and knows what the records belong to.
    """
    found: dict[Key, Hand] = {}
    for step in steps:
        hand = Hand(step.operator, step.at)
        for change in step.changes:
            found[change.type, change.id, ""] = hand
            if change.after is not None:
                found.update({(change.type, change.id, name): hand for name in change.after})
            around = (*owners_of(change.type, book.get(change.type, change.id)), *_named_in(change))
            found.update({(*key, ABOUT): hand for key in around})
    return found


def _named_in(change: Change) -> Iterator[RecordKey]:
    """Yield the records that a change names, or of which it adds or removes a part."""
    for side in (change.before or {}, change.after or {}):
        for declared in RECORD_TYPES[change.type].reference_fields:
            yield from ((declared.target, one) for one in ids_in(side.get(declared.name)))
        if side.get("record_type") and side.get("record_id"):
            yield str(side["record_type"]), str(side["record_id"])
