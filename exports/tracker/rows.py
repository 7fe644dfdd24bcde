"""Rows of cells through openpyxl's write-only sheets, with one cell object for all of them.

openpyxl makes a cell object and looks up its style for every value, and guesses its type: text that begins with "="
becomes a formula. Here type and style are known, and a row is written while it is made.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl.cell import Cell

from exports.tracker.contents import Content
from exports.tracker.styles import BODY, Styles


class _Slot(Cell):
    """A cell that is filled, written and filled again."""

    __slots__ = ("_style_number",)

    def hold(self, value: Any, type: str, style_number: int) -> None:
        self._value = value
        self.data_type = type
        self._style_number = style_number

    @property
    def has_style(self) -> bool:
        return True

    @property
    def style_id(self) -> int:
        return self._style_number

    def __repr__(self) -> str:
        return "_Slot"  # openpyxl writes it into an exception for every cell that it is given


class RowWriter:
    """Appends rows to one write-only sheet."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self._sheet = sheet
        self._slot = _Slot(sheet, row=1, column=1)
        self._styles = styles
        self.row = 0

    def append(self, cells: Iterable[Content | None], roles: Iterable[str]) -> None:
        """Append a row; each cell takes the look of its role."""
        self.row += 1
        self._sheet.append(self._slots(cells, roles))

    def line(self, *cells: Content | None, role: str = BODY) -> None:
        """Append a row in one look."""
        self.append(cells, [role] * len(cells))

    def formulas(self, cells: Iterable[Content | None], formulas: Iterable[str], role: str) -> None:
        """Append a row that ends with formulas of ours; no other cell is ever one."""
        self.row += 1
        made = [*cells, *(Content(formula, "f", "whole") for formula in formulas)]
        self._sheet.append(self._slots(made, [role] * len(made)))

    def _slots(self, cells: Iterable[Content | None], roles: Iterable[str]) -> Iterator[_Slot | None]:
        slot, number = self._slot, self._styles.number
        for content, role in zip(cells, roles, strict=False):
            if content is None:
                yield None
            else:
                value, type_, format_ = content
                slot.hold(value, type_, number(role, format_, looks_active=content.looks_active))
                yield slot
