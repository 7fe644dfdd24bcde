"""Books to make documents from: the plans that ship or are kept for tests, and odd ones made here."""

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from exports.edition import Edition
from workbook.book import Book
from workbook.formats import Formats
from workbook.identity import derived_id
from workbook.operations import AddRecord, EditRecord
from workbook.plan_format import read_plan

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "resources" / "templates" / "old_tram_depot.yaml"
AS_OF = datetime.date(2026, 11, 23)


class _Plain(SafeConstructor):
    """Reads dates as they are written, and numbers exactly."""


_Plain.add_constructor("tag:yaml.org,2002:timestamp", lambda _loader, node: node.value)
_Plain.add_constructor("tag:yaml.org,2002:float", lambda _loader, node: Decimal(node.value))


def book_from(path: Path) -> Book:
    """Read a plan of the plan format."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Plain
    document: Any = yaml.load(path.read_text(encoding="utf-8"))
    return Book.empty().apply(read_plan(document))


def case(name: str) -> Book:
    """Read one of the real plans."""
    return book_from(ROOT / "tests" / "cases" / f"{name}.yaml")


def example() -> Book:
    """Read the worked example."""
    return book_from(EXAMPLE)


def edition(book: Book, *, as_of: datetime.date = AS_OF, personal: bool = False, language: str = "en-GB") -> Edition:
    """Make an edition with a state that a page can name."""
    return Edition(book, as_of, 42, "c0ffee1234567890", "workbook", Formats(language), personal)


class Maker:
    """Makes a book step by step, with ids that are always the same."""

    def __init__(self, book: Book | None = None) -> None:
        self.book = book or Book.empty()
        self._made = 0

    def plan(self, **values: Any) -> "Maker":
        """Describe the partnership."""
        if self.book.count("plan"):
            self.book = self.book.apply(EditRecord("plan", self.book.plan.id, values).plan(self.book))
        else:
            self.book = self.book.apply(AddRecord("plan", values).plan(self.book))
        return self

    def add(self, type_name: str, **values: Any) -> str:
        """Add a record and return its id."""
        self._made += 1
        joined = type_name in _JOINED
        record_id = "" if joined else f"0{derived_id('made', f'{self._made:06}')[1:]}"
        operation = AddRecord(type_name, values, record_id)
        self.book = self.book.apply(operation.plan(self.book))
        return operation.record_id


_JOINED = ("responsibilities", "members", "signatures", "readings", "health_responses", "sector_waivers")


def titled_only() -> Book:
    """Make the emptiest plan that there can be."""
    return Maker().plan(title="A partnership yet to be planned").book
