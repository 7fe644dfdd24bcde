"""Saying on purpose that a sector is not needed in the partnership, and taking that back."""

from dataclasses import dataclass, field

from workbook import vocabularies as terms
from workbook.book import Book, id_for
from workbook.changes import Change, change_between
from workbook.identity import new_id
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, made_record, removal
from workbook.records import RECORD_TYPES


@dataclass
class WaiveSector:
    """Leave a sector out on purpose, for a reason; said again, the new reason counts."""

    sector: str
    reason: str
    title: str = field(default="Sector not needed: {sector}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES["sector_waivers"]
        self.values = {"sector": terms.SECTORS.title(self.sector)}
        record_id = id_for(record_type, {"sector": self.sector}, new_id)
        before = book.get(record_type.name, record_id)
        if before is None:
            after = made_record(book, record_type, {"sector": self.sector, "reason": self.reason}, record_id)
        else:
            after = accepted(book, record_type, before, {"reason": self.reason})
        change = change_between(record_type, before, after)
        return () if change is None else (change,)


@dataclass
class NeedSector:
    """Ask for a sector again that had been left out."""

    sector: str
    title: str = field(default="Sector needed after all: {sector}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES["sector_waivers"]
        self.values = {"sector": terms.SECTORS.title(self.sector)}
        record = book.get(record_type.name, id_for(record_type, {"sector": self.sector}, new_id))
        if record is None:
            raise Refused(Problem(f"{terms.SECTORS.title(self.sector)} is not left out.", type=record_type.name))
        return removal(book, [(record_type, record)])
