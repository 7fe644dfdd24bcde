"""Finds the tables in a sheet: where their headings stand, which rows are theirs, and which rows are only sums.

People put a title above a table, begin it at B5, leave an empty row inside it, put a second table below or beside it,
and end it with a sum. None of that is asked about; what was found is shown, and can be corrected.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from workbook.bringing_in.heading_rows import could_head, headings_at
from workbook.bringing_in.sheets import Cell, Cells, Sheet, is_empty, text_of
from workbook.training.words import plain

SUMS = {
    *("total", "totals", "subtotal", "sum", "sums", "summe", "gesamt", "gesamtsumme", "zwischensumme", "somme", "suma"),
    *("soma", "subtotale", "totale", "totaux", "totales", "المجموع", "الإجمالي"),
}
_BESIDE_SUMS = {"grand", "overall", "general", "generale", "generaux", "resultat", "resultats", "all"}
_HEADING_LENGTH, _TITLE_LENGTH, _ABOVE_LENGTH = 120, 300, 2_000
_LOOKED_AT = 12
_TOLD_APART = re.compile(r" \(\d+\)$")
_TELLING = 3
"""How many different values two columns have in common that say the same."""

BY_PERIOD, BY_ITEM = "by period", "by item"
"""How a table was laid out anew: with a row for each time, or for each of several things beside each other."""

Knows = Callable[[str], bool]
"""Says whether some text is a heading that the program knows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its number as people count rows of the sheet, and its cells, one for each heading."""

    number: int
    cells: Cells
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet; `headings` are told apart where the sheet has the same twice. `title` stood above it.

    `above` are all lines that stood right above it. `made` are the columns that we put there, such as the day of a
    period. A table that was laid out anew, with a row for each figure of a period, keeps the one that it was made from
    as `folded`, and says how in `layout`; `asks_year` is a heading of that one whose year nothing tells.
    """

    sheet: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str = ""
    heading_row: int = 0
    above: str = ""
    made: tuple[int, ...] = ()
    folded: "Table | None" = None
    layout: str = BY_PERIOD
    asks_year: str = ""

    @property
    def place(self) -> str:
        """Say where it stands, as people name it."""
        stands = f"{self.sheet}, row {self.heading_row or (self.rows[0].number if self.rows else 1)}"
        return stands if self.folded is None else f"{stands}, {self.layout}"

    @property
    def laid_out(self) -> tuple[str, ...]:
        """Return the headings whose columns became rows."""
        return () if self.folded is None else tuple(one for one in self.folded.headings if one not in self.headings)

    def repeated(self, places: Iterable[int]) -> dict[int, int]:
        """Return which of the columns each later one repeats, row by row; a few values may be the same by chance."""
        first: dict[Cells, int] = {}
        found = {}
        for place in places:
            cells = tuple(row.cells[place] for row in self.rows)
            before = first.setdefault(cells, place)
            is_same_heading = _TOLD_APART.sub("", self.headings[place]) == _TOLD_APART.sub("", self.headings[before])
            if before != place and (is_same_heading or len(set(cells) - {""}) >= _TELLING):
                found[place] = before
        return found

    def column(self, place: int) -> list[Cell]:
        """Return what stands in a column, without empty cells and sums."""
        return [row.cells[place] for row in self.rows if not row.is_sum and not is_empty(row.cells[place])]


@dataclass
class _Block:
    """Rows that stand together, within the columns `left` to `right`."""

    top: int
    left: int
    right: int
    rows: list[Cells]


def tables_in(sheet: Sheet, knows: Knows) -> tuple[Table, ...]:
    """Return the tables of a sheet, from above; what has no row below a heading is none."""
    found: list[Table] = []
    title, ends = "", 0
    for block in _blocks(_filled_down(sheet)):
        at = _heading_at(block.rows, knows)
        before = found[-1] if found else None
        if before is not None and _continues(block, at, before, ends, knows):
            found[-1] = _joined(before, block, ends)
            continue
        if at is None:
            title = " ".join(text_of(cell) for cell in block.rows[0] if not is_empty(cell))[:_TITLE_LENGTH]
            continue
        above = [text_of(cell) for row in block.rows[:at] for cell in row if not is_empty(cell)]
        made = _table(sheet.name, block, at, above[0][:_TITLE_LENGTH] if above else title)
        found.append(replace(made, above="\n".join(above)[:_ABOVE_LENGTH]))
        title, ends = "", block.left
    return tuple(table for table in found if table.rows)


def _filled_down(sheet: Sheet) -> list[Cells]:
    """Write what stands in cells that were joined downwards into each of their rows."""
    rows = [list(row) for row in sheet.rows]
    for top, left, bottom, _right in sheet.merged:
        for row in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[row]) and is_empty(rows[row][left]):
                rows[row][left] = rows[top][left]
    width = max(map(len, rows), default=0)
    return [(*row, *[""] * (width - len(row))) for row in rows]


def _blocks(rows: list[Cells]) -> Iterator[_Block]:
    """Yield the parts of a sheet that empty rows, and columns empty in all of a part, leave between them."""
    start = 0
    while start < len(rows):
        if all(map(is_empty, rows[start])):
            start += 1
            continue
        end = start
        while end < len(rows) and not all(map(is_empty, rows[end])):
            end += 1
        yield from _beside(start, rows[start:end])
        start = end


def _beside(top: int, rows: list[Cells]) -> Iterator[_Block]:
    """Split a part where a column is empty and both sides have headings of their own."""
    used = [any(not is_empty(row[place]) for row in rows) for place in range(len(rows[0]))]
    last = len(used) - used[::-1].index(True)
    left = used.index(True)
    while left < last:
        right = left
        while right < last and used[right]:
            right += 1
        if right < last and not _is_apart(rows, left, right):
            right = last
        yield _Block(top, left, right, [row[left:right] for row in rows])
        left = next((place for place in range(right, last) if used[place]), last)


def _is_apart(rows: list[Cells], left: int, right: int) -> bool:
    """Say whether what stands left of an empty column is a table by itself: two columns and two rows at least."""
    filled = [row for row in rows if any(not is_empty(cell) for cell in row[left:right])]
    return right - left > 1 and len(filled) > 1 and len(rows[0]) - right > 2


def _heading_at(rows: list[Cells], knows: Knows) -> int | None:
    """Return which row holds the headings: the first that is as wide as what follows and says words."""
    if len(rows) < 2:
        return 0 if _known(rows[0], knows) > 1 else None
    width = median(sorted(_count(row) for row in rows[1:]))
    candidates = range(min(_LOOKED_AT, len(rows) - 1))
    best = max(candidates, key=lambda at: (_known(rows[at], knows), -at))
    if _known(rows[best], knows) > 1 or (_known(rows[best], knows) and _count(rows[best]) < 3):
        return best
    for at in candidates:
        cells = [cell for cell in rows[at] if not is_empty(cell)]
        said = [could_head(cell) or (isinstance(cell, str) and len(cell) <= _HEADING_LENGTH) for cell in cells]
        is_first_word = bool(cells) and isinstance(cells[0], str)
        is_wide = len(cells) >= max(1 if width <= 1 else 2, width * 0.6)
        if is_first_word and is_wide and sum(said) * 10 >= len(cells) * 7:
            return at
    return None


def _known(row: Sequence[Cell], knows: Knows) -> int:
    return sum(isinstance(cell, str) and knows(cell) for cell in row)


def _count(row: Sequence[Cell]) -> int:
    return sum(not is_empty(cell) for cell in row)


def _continues(block: _Block, at: int | None, before: Table, left: int, knows: Knows) -> bool:
    """Say whether rows below an empty one still belong to the table above it."""
    if block.left < left or block.right > left + len(before.headings):
        return False
    if at is not None and _known(block.rows[at], knows) > 1:
        return False
    numbers = {place for place in range(len(before.headings)) if _is_of_numbers(before.column(place))}
    first = block.rows[0]
    says_words = any(
        place in numbers and isinstance(cell, str) and cell.strip() and not any(char.isdigit() for char in cell)
        for place, cell in enumerate(first, block.left - left)
    )
    return not says_words and (max(map(_count, block.rows)) > 1 or len(before.headings) == 1)


def _is_of_numbers(cells: list[Cell]) -> bool:
    return (
        bool(cells) and sum(not isinstance(cell, str) or cell.strip()[:1].isdigit() for cell in cells) > len(cells) / 2
    )


def _joined(before: Table, block: _Block, left: int) -> Table:
    offset = block.left - left
    width = len(before.headings)
    rows = [_row(block.top + at, ("",) * offset + cells, width) for at, cells in enumerate(block.rows)]
    return Table(before.sheet, before.headings, (*before.rows, *rows), before.title, before.heading_row)


def _table(sheet: str, block: _Block, at: int, title: str) -> Table:
    headings, last = headings_at(block.rows, at)
    same = tuple(map(text_of, block.rows[last]))
    rows = [
        _row(block.top + place, cells, len(headings))
        for place, cells in enumerate(block.rows[last + 1 :], last + 1)
        if tuple(map(text_of, cells)) != same
    ]
    return Table(sheet, headings, tuple(rows), title, block.top + last + 1)


def _row(at: int, cells: Cells, width: int) -> Row:
    whole = (*cells, *[""] * (width - len(cells)))[:width]
    return Row(at + 1, whole, _is_sum(whole))


def _is_sum(cells: Cells) -> bool:
    """A sum says nothing else in its first cell, or says so in its first word; numbers stand beside it."""
    filled = [cell for cell in cells if not is_empty(cell)]
    first = plain(text_of(filled[0])).split() if filled else []
    if not SUMS.intersection(first):
        return False
    words = [cell for cell in filled[1:] if isinstance(cell, str) and any(char.isalpha() for char in cell)]
    has_numbers = len(filled) - 1 > len(words)
    if set(first) <= SUMS | _BESIDE_SUMS:
        return has_numbers or not words
    return first[0] in SUMS and has_numbers and not words
