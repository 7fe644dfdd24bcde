"""Rows of cells through openpyxl's write-only sheets, with one cell object for all of them.

openpyxl makes a cell object and looks up its style for every value, and guesses its type: text that begins with "="
becomes a formula. Here type and style are known, and a row is written while it is made.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from math import ceil, inf
from typing import Any

from openpyxl.cell import Cell

from exports.tracker.contents import Content
from exports.tracker.styles import BODY, HEADING, QUIET, TITLE, Styles

LINE_HEIGHT, MOST_HEIGHT = 13.5, 405.0
_FULL = 1.05  # letters to a unit of width, less what is lost where lines break
_HEIGHTS = {TITLE: 26.0, HEADING: 18.0}


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

    def __init__(self, sheet: Any, styles: Styles, widths: Sequence[float] = ()) -> None:
        self._sheet = sheet
        self._slot = _Slot(sheet, row=1, column=1)
        self._styles = styles
        self.widths = widths
        self.row = 0

    def append(self, cells: Sequence[Content | None], roles: Sequence[str]) -> None:
        """Append a row; each cell takes the look of its role."""
        self.row += 1
        first = roles[0] if roles else BODY
        # What is said quietly runs on into the empty cells beside it.
        widths = (inf, *self.widths[1:]) if first == QUIET else self.widths
        height = _HEIGHTS.get(first) or _height(cells, widths)
        if height is None:
            self._sheet.append(self._slots(cells, roles))
            return
        # Excel fits a row to its text by itself, LibreOffice does not; said without customHeight, it still grows.
        self._sheet.row_dimensions[self.row] = {"ht": f"{height:.2f}"}
        self._sheet.append(self._slots(cells, roles))
        del self._sheet.row_dimensions[self.row]

    def line(self, *cells: Content | None, role: str = BODY) -> None:
        """Append a row in one look."""
        self.append(cells, [role] * len(cells))

    def formulas(self, cells: Iterable[Content | None], formulas: Iterable[str], role: str) -> None:
        """Append a row that ends with formulas of ours; no other cell is ever one."""
        made = [*cells, *(Content(formula, "f", "whole") for formula in formulas)]
        self.append(made, [role] * len(made))

    def _slots(self, cells: Iterable[Content | None], roles: Iterable[str]) -> Iterator[_Slot | None]:
        slot, number = self._slot, self._styles.number
        for content, role in zip(cells, roles, strict=False):
            if content is None:
                yield None
            else:
                value, type_, format_ = content
                slot.hold(value, type_, number(role, format_, looks_active=content.looks_active))
                yield slot


def _height(cells: Sequence[Content | None], widths: Sequence[float]) -> float | None:
    """Return how high a row has to be for its wrapped text; None where one line is enough."""
    most = 1
    for content, width in zip(cells, widths, strict=False):
        if (
            content is not None
            and content.type == "s"
            and (len(content.value) > width * _FULL or "\n" in content.value)
        ):
            most = max(most, sum(ceil(_span(line) / (width * _FULL)) for line in content.value.split("\n")))
    return None if most == 1 else min(most * LINE_HEIGHT + 2, MOST_HEIGHT)


def _span(line: str) -> int:
    """Return how wide a line is in Latin letters; Chinese, Japanese and Korean signs are twice as wide."""
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
