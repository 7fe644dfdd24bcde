"""What a returned tracker says, as plain cells: which sheet, row and column, what stands there, what stood there.

No spreadsheet is read here; `exports.tracker` hands over what it found. A cell is text, a number (float), a day, a
moment, yes or no, or "" where it is empty.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbook.problems import Problem

Cell = str | float | int | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta
RACI = "RACI"
"""The sheet whose columns are partners, and whose cells are records of their own."""
RECORD_ID = "id"


class Origin(NamedTuple):
    """Where a tracker comes from, as it says itself: the workbook, the state that it was made from, and for whom."""

    workbook_id: str
    state: int
    state_hash: str
    as_of: datetime.date
    partner_id: str
    language: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, the record id that it carries, and its cells in the order of the columns."""

    number: int
    record_id: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Sheet:
    """One table: `title` is what it is called in the file, `columns` the keys of those that were found.

    `letters` and `titles` say where each column stands and what it is called. `written` are the rows as they went out,
    by record id, in the same order of columns. `merged` are cells that a wider one has swallowed: row number, column.
    """

    key: str
    title: str
    columns: tuple[str, ...]
    letters: tuple[str, ...]
    titles: tuple[str, ...]
    rows: Sequence[Row]
    written: Mapping[str, Sequence[Cell]]
    merged: frozenset[tuple[int, int]] = frozenset()

    def place(self, number: int, column: int) -> str:
        """Say where a cell is, as people look for it."""
        return f"{self.title}!{self.letters[column]}{number}"


@dataclass(frozen=True)
class Returned:
    """A tracker that came back: the file, its fingerprint, what it says about itself, its tables and what is amiss."""

    file: str
    sha256: str
    origin: Origin
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = field(default=())
