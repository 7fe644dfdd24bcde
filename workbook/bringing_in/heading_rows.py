"""Headings in one row or in two: “2024” over “Q1 Q2 Q3 Q4”, joined or not, is “2024 Q1” and so on."""

import datetime
from collections import Counter
from collections.abc import Sequence

from workbook.bringing_in.periods import periods_of
from workbook.bringing_in.sheets import Cell, Cells, text_of

_LONGEST = 300
"""How much of a heading is read; more than that names no column."""


def headings_at(rows: Sequence[Cells], at: int) -> tuple[tuple[str, ...], int]:
    """Return the headings whose row was found, and the last row that belongs to them."""
    for upper in (at, at - 1):
        if 0 <= upper < len(rows) - 2:
            above, below = _texts(rows[upper]), _texts(rows[upper + 1])
            if _are_two(above, below, rows[upper + 1]):
                return _told_apart(_joined(above, below)), upper + 1
    return _told_apart(_texts(rows[at])), at


def unnamed(place: int) -> str:
    """Return what a column without a heading is called, by its place from 1 on."""
    return f"Column {place}"


def could_head(cell: Cell) -> bool:
    """Say whether a cell that is no text may stand over a column: a year, or a day."""
    if isinstance(cell, datetime.date):
        return True
    return isinstance(cell, int | float) and not isinstance(cell, bool) and 1900 <= cell <= 2100 and cell == int(cell)


def _texts(row: Cells) -> list[str]:
    return [" ".join(text_of(cell).split())[:_LONGEST] for cell in row]


def _are_two(above: list[str], below: list[str], cells: Cells) -> bool:
    """Say whether a row splits what the row above says: each word above has several below it, or nothing else."""
    if not all(isinstance(cell, str) or could_head(cell) for cell in cells):
        return False
    spans = [(at, _span(above, below, at)) for at, text in enumerate(above) if text]
    wide = [(at, width) for at, width in spans if width > 1]
    alone = [at for at, width in spans if width < 2 and below[at] and below[at] != above[at]]
    if not wide or (alone and len(wide) < 2):
        return False
    if len(spans) > 1:
        return True
    first, width = wide[0]
    return first > 0 and all(periods_of(below[first : first + width]))


def _span(above: list[str], below: list[str], at: int) -> int:
    """Count the columns below one word: those that follow without a word of their own and have one below."""
    end = at
    while end < len(above) and below[end] and (end == at or above[end] in ("", above[at])):
        end += 1
    return end - at


def _joined(above: list[str], below: list[str]) -> list[str]:
    """Put both rows into one; the word above is needed only where the one below does not tell columns apart."""
    often = Counter(below)
    named = periods_of(below)
    joined, over = [], ""
    for place, text in enumerate(below):
        over = above[place] or over
        needs_more = often[text] > 1 or named[place] is not None
        joined.append(above[place] if not text else f"{over} {text}".strip() if needs_more and over != text else text)
    return joined


def _told_apart(headings: list[str]) -> tuple[str, ...]:
    """Number headings that stand there twice, and name those that are empty by their place."""
    seen: dict[str, int] = {}
    told = []
    for place, heading in enumerate(headings, 1):
        name = heading or unnamed(place)
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(told)
