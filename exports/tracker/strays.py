"""What people wrote where nothing is read: in columns and sheets of their own, beside a table, on the sheets to read.

None of it is taken, and none of it may be lost without a word.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from exports.tracker.returned import Grid, TrackerFile
from workbook.kinds import quoted
from workbook.problems import Problem
from workbook.returning.naming import said
from workbook.returning.typed import is_blank, told

MOST_NAMED = 20
"""How many cells of one sheet are named one by one."""


@dataclass(frozen=True)
class Stray:
    """A sheet whose table was found: the place of its header, and of the columns that are read."""

    name: str
    grid: Grid
    head: int
    read: frozenset[int]


def stray_cells(sheet: Stray) -> Iterator[Problem]:
    """Name what stands above a table, and the columns beside it that are none of ours."""
    above = [(row, n, cell) for row, cells in enumerate(sheet.grid[: sheet.head]) for n, cell in enumerate(cells)]
    for row, n, cell in [one for one in above if not is_blank(one[2])][:MOST_NAMED]:
        yield _at(sheet.name, row, n, f"{_quoted(cell)} stands above the header; nothing is taken from there.")
    width = max((len(cells) for cells in sheet.grid), default=0)
    for n in (n for n in range(width) if n not in sheet.read):
        first = next(
            ((row, cells[n]) for row, cells in enumerate(sheet.grid[sheet.head :], sheet.head)
             if n < len(cells) and not is_blank(cells[n])), None,
        )  # fmt: skip
        if first is None:
            continue
        row, cell = first
        if row == sheet.head:
            yield _at(
                sheet.name, row, n, f"The column {_quoted(cell)} is none of this tracker; nothing is taken from it."
            )
        else:
            yield _at(
                sheet.name, row, n, f"{_quoted(cell)} stands beside the table; nothing is taken from this column."
            )


def stray_sheets(file: TrackerFile, known: Collection[str]) -> Iterator[Problem]:
    """Name the sheets that are none of ours and hold something."""
    names = {name.casefold() for name in known}
    for name, grid in file.sheets.items():
        if name.casefold() not in names and any(not is_blank(cell) for cells in grid for cell in cells):
            yield Problem("This sheet is none of this tracker; nothing is taken from it.", f"{file.file}, {name}")


def notes_on(file: TrackerFile, read_only: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """Name what was written on sheets that are only there to be read; `read_only` has what stood on each.

    None: what stood there is not known, and nothing can be told.
    """
    for name, grid in file.sheets.items():
        stood = next((held for title, held in read_only.items() if title.casefold() == name.casefold()), None)
        if stood is None:
            continue
        cells = ((row, n, cell) for row, held in enumerate(grid) for n, cell in enumerate(held))
        new = [(row, n, cell) for row, n, cell in cells if not is_blank(cell) and mark_of(cell) not in stood]
        for row, n, cell in new[:MOST_NAMED]:
            yield _at(name, row, n, f"{_quoted(cell)} was written here; nothing is taken from this sheet.")


def mark_of(cell: Any) -> str:
    """Return what a cell is recognised by, whichever program saved it."""
    return f"{cell:.12g}" if isinstance(cell, float) else said(cell)


def _quoted(cell: Any) -> str:
    return quoted(told(cell))


def _at(name: str, row: int, column: int, sentence: str) -> Problem:
    return Problem(sentence, f"{name}!{get_column_letter(column + 1)}{row + 1}")
