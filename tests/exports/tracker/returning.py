"""A tracker as a person returns it: made from the worked example, edited in a spreadsheet, read again."""

import datetime
import functools
import io
from collections.abc import Callable
from typing import Any

import openpyxl

from exports.edition import Edition
from exports.languages import formats_in
from exports.tracker import to_partner_xlsx, to_xlsx
from exports.tracker.taking import Expected, previewed
from tests.golden.plans import example
from workbook.book import Book
from workbook.journal import MemoryJournal
from workbook.operations.importing import ImportPlan
from workbook.returning.accepting import AcceptTracker
from workbook.returning.preview import Preview
from workbook.returning.typed import DayOrder
from workbook.workbook import Author, Workbook

TODAY = datetime.date(2026, 11, 23)
WORKBOOK_ID = "0190a000-0000-7000-8000-000000000001"
Edited = Callable[[Any], None]


class Kept:
    """A workbook in memory that holds a plan, and the trackers that go out from it and come back."""

    def __init__(self, book: Book | None = None) -> None:
        self.workbook = Workbook(Book.empty(), MemoryJournal(), Author("Ana"))
        start = _example() if book is None else book
        self.workbook.do(_Start(start))

    def edition(self, language: str = "en") -> Edition:
        workbook = self.workbook
        formats = formats_in(language)
        return Edition(workbook.book, TODAY, workbook.seq, workbook.fingerprint, WORKBOOK_ID, formats)

    def partner(self, code: str) -> str:
        found = self.workbook.book.by_code("partners", code)
        assert found is not None
        return found.id

    def sent(self, partner: str = "", language: str = "en") -> bytes:
        made = self.edition(language)
        return to_partner_xlsx(made, self.partner(partner)) if partner else to_xlsx(made)

    def preview(self, content: bytes, order: DayOrder = "") -> Preview:
        workbook = self.workbook
        expected = Expected(workbook.book, workbook.seq, WORKBOOK_ID, workbook.history)
        return previewed(content, "tracker.xlsx", expected, order)

    def accept(self, content: bytes, **options: Any) -> Any:
        return self.workbook.do(AcceptTracker(self.preview(content), TODAY, **options))


@functools.cache
def _example() -> Book:
    return example()


class _Start(ImportPlan):
    """The step that brings a whole book."""

    def __init__(self, book: Book) -> None:
        super().__init__(None, "plan")
        self._book = book

    def plan(self, book: Book) -> Any:
        return book.difference(self._book)


def edited(content: bytes, edit: Edited) -> bytes:
    """Open a tracker as a spreadsheet does, change it, and save it."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    edit(workbook)
    saved = io.BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def column(sheet: Any, title: str) -> int:
    """Return the number of the column below a title."""
    return int(next(cell.column for cell in sheet[1] if cell.value == title))


def row_of(sheet: Any, code: str) -> int:
    """Return the number of the row with a code."""
    place = column(sheet, "Code")
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, place).value == code)


def put(sheet_title: str, code: str, title: str, value: Any) -> Edited:
    """Write into the row with a code, below a title."""

    def edit(workbook: Any) -> None:
        sheet = workbook[sheet_title]
        sheet.cell(row_of(sheet, code), column(sheet, title)).value = value

    return edit


def all_of(*edits: Edited) -> Edited:
    """Make several edits in one file."""

    def edit(workbook: Any) -> None:
        for one in edits:
            one(workbook)

    return edit
