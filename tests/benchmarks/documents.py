"""Documents: the tracker against openpyxl writing the same cells, the report against bare platypus."""

import datetime
import io
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl import Workbook as Sheets
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from exports import report, tracker
from exports.edition import Edition
from exports.outline import Document, Figure, Heading
from exports.outline import Table as OutlineTable
from tests.benchmarks.plans import book_of
from tests.benchmarks.timing import Row, paired

DAY = datetime.date(2027, 6, 1)
_STYLES = getSampleStyleSheet()


def rows(sizes: tuple[int, ...]) -> Iterator[Row]:
    for size in sizes:
        yield _tracker(Edition(book_of(size), DAY), size)
    for size in sizes[:-1]:
        yield _report(Edition(book_of(size), DAY), size)


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


def _report(edition: Edition, size: int) -> Row:
    """Compare seconds per page, since the bare document does not break its pages where ours does."""
    document = report.document(edition)
    pages = {"ours": 0, "floor": 0}

    def ours() -> None:
        pages["ours"] = _pages(report.to_pdf(edition))

    def floor() -> None:
        target = io.BytesIO()
        SimpleDocTemplate(target, pagesize=A4).build(list(_bare(document)))
        pages["floor"] = _pages(target.getvalue())

    result = paired(ours, floor, 3)
    scale = pages["floor"] / pages["ours"]
    what = f"report of {pages['ours']} pages, against bare platypus, a page"
    return Row(what, size, result.ours, result.floor / scale, result.ratio * scale, 1.5)


def _pages(content: bytes) -> int:
    return content.count(b"/Type /Page") - content.count(b"/Type /Pages")


def _bare(document: Document) -> Iterator[Flowable]:
    for block in document.blocks:
        table = block.numbers if isinstance(block, Figure) else block
        if isinstance(table, OutlineTable):
            lines = [list(line) + [""] * (len(table.columns) - len(line)) for line in table.as_text()]
            yield Table(lines, repeatRows=1, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.25, colors.grey)]))
        elif isinstance(block, Heading):
            yield Paragraph(block.text, _STYLES["Heading1"])
