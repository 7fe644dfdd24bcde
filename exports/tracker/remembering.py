"""What a tracker said when it went out, made again from the state that it names; nothing is written to any file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook

from exports.edition import Edition, Progress, no_progress
from exports.tracker import SHEETS, fill_partner, fill_plan
from exports.tracker.contents import Content
from exports.tracker.rows import RowWriter
from exports.tracker.sheets import OUT_OF_SIGHT, Maker
from exports.tracker.shown import Shown
from exports.tracker.strays import mark_of
from workbook.returning import Cell

_UNKNOWN = ("Log", *OUT_OF_SIGHT)
"""Sheets that are not made again: the log would need the whole history, the hidden ones nobody sees."""
_TO_READ = ("README", "Dashboard")
WORKED_OUT_THERE = object()
"""Stands for a cell with one of our own formulas, whose value depends on who opened the file."""


@dataclass
class RememberedSheet:
    """A table as it went out: its name and the titles of its columns in its language, and its rows by record id."""

    title: str
    columns: dict[str, str]
    rows: dict[str, list[Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Remembered:
    """A tracker as it went out: its tables by the key of each sheet; by name, what stood on sheets only to be read.

    None: nobody knows any more. `is_exact` is False where another program or another copy made the tracker, which may
    have called its sheets and columns otherwise.
    """

    tables: dict[str, RememberedSheet]
    notes: dict[str, frozenset[str] | None]
    is_exact: bool = True

    @property
    def uncertain(self) -> "Remembered":
        """The same where only the tables are known, and not how they were called."""
        return Remembered(self.tables, dict.fromkeys(self.notes), is_exact=False)


def remembered(edition: Edition, partner_id: str, progress: Progress = no_progress) -> Remembered:
    """Return what a tracker said. Raises `Cancelled` when `progress` does."""
    maker = _Remembering(Workbook(write_only=True), Shown(edition), progress)
    if partner_id:
        fill_partner(maker, partner_id)
    else:
        fill_plan(maker, (), [name for name in SHEETS if name not in _UNKNOWN])
    tables = {
        key: RememberedSheet(maker.sheet_name(key), columns, maker.held[key].rows_by_id)
        for key, columns in maker.columns.items()
    }
    known = [key for key in maker.held if key not in (*_UNKNOWN, *tables)]
    notes = {maker.sheet_name(key): frozenset(maker.held[key].marks) for key in known}
    return Remembered(tables, {**dict.fromkeys(map(maker.sheet_name, (*_TO_READ, *_UNKNOWN))), **notes})


class _Remembering(Maker):
    """Makes the same sheets, and keeps their cells instead of writing them."""

    def __init__(self, workbook: Workbook, shown: Shown, progress: Progress) -> None:
        super().__init__(workbook, shown, progress)
        self.held: dict[str, _Keeping] = {}
        self._key = ""

    def sheet(self, key: str, orientation: Any = "landscape") -> Any:
        self._key = key
        return super().sheet(key, orientation)

    def rows(self, sheet: Any, widths: Sequence[float] = ()) -> RowWriter:
        is_table = self._key in self.columns
        keeping = self.held[self._key] = _Keeping(sheet, self.styles, widths, is_table=is_table)
        return keeping


class _Keeping(RowWriter):
    """Takes rows as their writer does, and keeps what stands in them: of tables by id, of other sheets all of it."""

    def __init__(self, *given: Any, is_table: bool) -> None:
        super().__init__(*given)
        self._is_table = is_table
        self.rows_by_id: dict[str, list[Any]] = {}
        self.marks: set[str] = set()

    def append(self, cells: Sequence[Content | None], roles: Sequence[str]) -> None:
        self.row += 1
        if not self._is_table:
            self.marks |= {mark_of(_cell(content)) for content in cells if content is not None}
        elif self.row > 1 and cells and cells[0] is not None:
            self.rows_by_id[cells[0].value] = [_cell(content) for content in cells]

    def line(self, *cells: Content | None, role: str = "") -> None:
        self.append(cells, ())

    def formulas(self, cells: Iterable[Content | None], formulas: Iterable[str], role: str) -> None:
        self.append([*cells, *(Content(formula, "f", "whole") for formula in formulas)], ())


def _cell(content: Content | None) -> Cell | object:
    if content is None:
        return ""
    value, type_, _ = content
    if type_ == "n":
        return float(value)
    return WORKED_OUT_THERE if type_ == "f" else value
