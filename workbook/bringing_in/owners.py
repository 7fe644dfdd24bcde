"""Records that come with the rows of a table because the rows belong to them or name them: partners, indicators."""

from collections.abc import Mapping
from typing import Any

from workbook.book import Book
from workbook.bringing_in.kinds_of_rows import RowKind, owner_type
from workbook.bringing_in.known import Known
from workbook.bringing_in.results import Answers, Note
from workbook.fields import Field
from workbook.identity import new_id
from workbook.kinds import KINDS
from workbook.similarity import words_of


class Owners:
    """Who is named by rows and not here yet, and what the rows say about them and about those that are here."""

    def __init__(self, book: Book, kind: RowKind, known: Known, answers: Answers) -> None:
        self._book, self._known, self._answers = book, known, answers
        self.type = owner_type(kind.record_type)
        self.ids: dict[str, str] = {}
        self.given: dict[str, dict[str, Any]] = {}
        self.absent: dict[str, None] = {}
        self._wanted: set[str] = set()
        self._written: dict[tuple[str, ...], str] = {}
        """Each name as it is first written, by what makes it out."""

    def named(self, declared: Field, name: str, number: int) -> str:
        """Return the record that a cell names in other words, or a new one where the row wants it to come too."""
        known = self._known.partner(declared, name, number)
        if known or not declared.is_reference:
            return known
        if not declared.owned and declared.target == "partners" and not self._answers.adds_partners:
            self.absent.setdefault(name)
        if not declared.owned and (declared.target != "partners" or not self._answers.adds_partners):
            return ""
        written = self._written.setdefault(words_of(name), name)
        return self.ids.setdefault(written, new_id())

    def is_new(self, record_id: str) -> bool:
        """Say whether a record is not here yet."""
        return record_id in self.ids.values()

    def tell(self, record_id: str, given: Mapping[str, Any], number: int) -> list[Note]:
        """Take what a row says about the record it belongs to; what is said already stays. Returns what is left out."""
        self._wanted.add(record_id)
        record = self._book.get(self.type.name, record_id)
        held = self.given.setdefault(record_id, {})
        notes = []
        for name, value in given.items():
            declared = self.type.by_name[name]
            said = held.get(name) if record is None else getattr(record, name)
            if KINDS[declared.kind].is_blank(said) or said is None:
                held[name] = value
            elif said != value:
                title = self.type.title.lower()
                notes.append(Note(number, name, f"{declared.title}: the {title} has another already, which stays."))
        return notes

    def used(self, named: set[Any]) -> dict[str, str]:
        """Return the new records that rows which are taken name, or that rows say something about."""
        return {name: one for name, one in self.ids.items() if one in named or one in self._wanted}
