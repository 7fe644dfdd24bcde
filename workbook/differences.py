"""What changed, told field by field in the words of the declarations: for one step, or between two states."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from workbook.answers import WITHHELD, is_withheld
from workbook.book import Book
from workbook.changes import Action, Change, Values, type_of
from workbook.fields import Field
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading

ACTION_WORDS: dict[Action, str] = {"added": "Added", "edited": "Changed", "removed": "Removed"}
HEADINGS = ("Records", "Change", "Record", "Field", "Before", "After")
ERASED_VALUE = "erased"
"""What stands in place of what a step once said about a person who was erased since."""
_ORDER = tuple(ACTION_WORDS)


class FieldChange(NamedTuple):
    """One field of one record that is not what it was."""

    change: Change
    field: Field

    @property
    def is_written(self) -> bool:
        """Say whether the values are texts, in which single words can have changed."""
        return self.field.kind in ("line", "text")


def field_changes(changes: Iterable[Change]) -> list[FieldChange]:
    """Return the fields that changes touch, each record in the order of its declaration."""
    found = []
    for change in changes:
        names = {**(change.before or {}), **(change.after or {})}
        found += [FieldChange(change, field) for field in type_of(change).fields if field.name in names]
    return found


@dataclass(frozen=True)
class Telling:
    """Puts changes into words: `present` knows whose answers are withheld; each side names records in its own way."""

    present: Book
    earlier: Book
    later: Book
    formats: Formats

    def record(self, change: Change) -> str:
        """Name the record as it is called after the change, or was called before it went."""
        for book in (self.later, self.earlier):
            if book.get(change.type, change.id) is not None:
                return book.label(change.type, change.id)
        record_type, values = type_of(change), change.after or change.before or {}
        name = str(values.get(record_type.label) or record_type.title)
        return " ".join(part for part in (str(values.get("code") or ""), name) if part)

    def before(self, one: FieldChange) -> str:
        return self._told(one, one.change.before, self.earlier)

    def after(self, one: FieldChange) -> str:
        return self._told(one, one.change.after, self.later)

    def line(self, one: FieldChange) -> tuple[str, ...]:
        """Return a line of a table with the columns `HEADINGS`."""
        action = ACTION_WORDS[one.change.action]
        title = type_of(one.change).titles
        return title, action, self.record(one.change), one.field.title, self.before(one), self.after(one)

    def _told(self, one: FieldChange, values: Values | None, book: Book) -> str:
        if values is None or one.field.name not in values:
            return ""
        if is_withheld(self.present, one.change, one.field.name):
            return WITHHELD
        if one.field.personal and _is_same(one.change, one.field.name):  # only erasing leaves such a step behind
            return ERASED_VALUE
        reading = Reading(self.formats, lambda name, id_: self._named(name, id_, book))
        return KINDS[one.field.kind].show_plain(one.field, values[one.field.name], reading)

    def _named(self, type_name: str, record_id: str, first: Book) -> str:
        books = (first, self.later, self.earlier, self.present)
        book = next((one for one in books if one.get(type_name, record_id) is not None), first)
        return book.label(type_name, record_id)


@dataclass(frozen=True)
class Comparison:
    """Two states and all that differs, in the order of types; in each what was added, then changed, then removed."""

    earlier: Book
    later: Book
    changes: tuple[Change, ...]

    def count(self, action: Action) -> int:
        """Count the records that were added, edited or removed."""
        return sum(change.action == action for change in self.changes)


def compared(earlier: Book, later: Book) -> Comparison:
    """Compare two states of a workbook, whichever way round they are."""
    changes = earlier.difference(later)
    place = {name: number for number, name in enumerate(dict.fromkeys(change.type for change in changes))}
    ordered = sorted(changes, key=lambda change: (place[change.type], _ORDER.index(change.action)))
    return Comparison(earlier, later, tuple(ordered))


def _is_same(change: Change, name: str) -> bool:
    return change.before is not None and change.after is not None and change.before[name] == change.after[name]
