"""The two sides of a difference as people read them, each with the names of its own time."""

from dataclasses import dataclass
from typing import Any

from workbook.book import Book
from workbook.changes import Change
from workbook.fields import Field
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading
from workbook.money import Money


@dataclass(frozen=True)
class Sides:
    """What was sealed, what the plan says now, and the language to say it in."""

    sealed: Book
    now: Book
    formats: Formats

    def name(self, change: Change) -> str:
        """Name a record as it is called now, or was called when it was sealed."""
        return self.label(change.type, change.id, earlier=self.now.get(change.type, change.id) is None)

    def label(self, type_name: str, record_id: str, *, earlier: bool) -> str:
        books = (self.sealed, self.now) if earlier else (self.now, self.sealed)
        book = next((one for one in books if one.get(type_name, record_id) is not None), books[0])
        return book.label(type_name, record_id)

    def shown(self, field: Field, plain: Any, *, earlier: bool) -> str:
        """Write a plain value of one side."""
        reading = Reading(self.formats, lambda name, id_: self.label(name, id_, earlier=earlier))
        return KINDS[field.kind].show_plain(field, plain, reading)

    def money(self, value: Money | None) -> str:
        """Write an amount in its own currency."""
        return "" if value is None else self.formats.money(value)
