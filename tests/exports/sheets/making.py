"""Small files with the difficulties of real ones, made anew for each test."""

import io
from collections.abc import Sequence

from openpyxl import Workbook


def xlsx(sheets: dict[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()) -> bytes:
    """Return a workbook with these sheets, in their order; `merged` are ranges of the last one."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                sheet.cell(row, column, cell)
    for place in merged:
        sheet.merge_cells(place)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()
