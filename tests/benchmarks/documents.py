"""Documents: the tracker against openpyxl writing the same cells, the report against bare platypus."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl import Workbook as Sheets

from exports import agreement, report, tracker
from exports.edition import Edition
from exports.outline import Document
from exports.pdf import render
from tests.benchmarks.plans import book_of
from tests.benchmarks.platypus import bare
from tests.benchmarks.timing import Row, paired
from tests.exports.tracker.returning import Kept
from tests.golden.plans import edition, large
from workbook.book import Book
from workbook.records import Agreement

DAY = datetime.date(2027, 6, 1)


def rows(sizes: tuple[int, ...]) -> Iterator[Row]:
    for size in sizes:
        yield _tracker(Edition(book_of(size), DAY), size)
        yield _returned(book_of(size), size)
    book = large()
    made = edition(book)
    yield _laid_out("report", report.document(made))
    yield _laid_out("agreement", agreement.document(made, book.all(Agreement)[0].id))


def _tracker(edition: Edition, size: int) -> Row:
    made = openpyxl.load_workbook(io.BytesIO(tracker.to_xlsx(edition)), read_only=True)
    cells = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in made.worksheets}

    def floor() -> None:
        sheets = Sheets(write_only=True)
        for title, lines in cells.items():
            sheet: Any = sheets.create_sheet(title)
            for line in lines:
                sheet.append(line)
        sheets.save(io.BytesIO())

    result = paired(lambda: tracker.to_xlsx(edition), floor, 3)
    return Row("tracker, against openpyxl on the same cells", size, result.ours, result.floor, result.ratio, 2)


def _returned(book: Book, size: int) -> Row:
    kept = Kept(book)
    content = kept.sent()

    def floor() -> None:
        for sheet in openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets:
            for _ in sheet.iter_rows(values_only=True):
                pass

    result = paired(lambda: kept.preview(content), floor, 3)
    name = "preview of a returned tracker, against openpyxl reading it"
    return Row(name, size, result.ours, result.floor, result.ratio, 2)


def _laid_out(what: str, document: Document) -> Row:
    result = paired(lambda: render(document), lambda: bare(document), 5)  # ours first: it registers the fonts
    name = f"{what} of {bare(document)} pages, against bare platypus"
    # Ours is tagged, described and packed as well; the bare one is only drawn.
    return Row(name, 0, result.ours, result.floor, result.ratio, 2)
