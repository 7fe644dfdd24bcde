"""Reading documents back as others would: the words on the pages, the cells of the sheets."""

from pathlib import Path

import openpyxl
import pypdfium2


def pages_of(path: Path | bytes) -> list[str]:
    """Return the text of each page of a PDF, white space folded."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def rows_of(path: Path, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet under their headings: the first row that holds a heading for every used column."""
    book = openpyxl.load_workbook(path)
    rows = [list(row) for row in book[sheet].iter_rows(values_only=True)]
    start = next(n for n, row in enumerate(rows) if sum(isinstance(cell, str) for cell in row) >= 3)
    headings = [str(cell) for cell in rows[start]]
    return [
        dict(zip(headings, row, strict=False)) for row in rows[start + 1 :] if any(cell is not None for cell in row)
    ]
