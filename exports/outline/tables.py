"""Tables: columns that know their title, width and alignment, and rows that know what they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from exports.outline.text import Runs, plain

Align = Literal["start", "end", "center"]
RowKind = Literal["body", "group", "total"]


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating in words, which a renderer draws beside its symbol; `rating` is a key of RATINGS."""

    rating: str
    text: str


Cell = str | Runs | Rated


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `width` is its share of the table, compared with the other columns'.

    Numbers align to the end, so that their digits stand below each other. `strong` is for what names the row.
    """

    title: str
    width: float = 1.0
    align: Align = "start"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row. A group row has a single cell that heads the rows below it; a total row closes a table.

    `again` is what a group row says once more where its rows go on on another page.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = "body"
    again: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, which is repeated on each page. The first column heads its row.

    What is `to_fill` by hand has rows with room for a hand, and lines between its columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    to_fill: bool = False

    def as_text(self) -> tuple[tuple[str, ...], ...]:
        """Return the header and the rows as words alone."""
        header = tuple(column.title for column in self.columns)
        return (header, *(tuple(cell_text(cell) for cell in row.cells) for row in self.rows))


def lean(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Leave out the columns in which no row says anything; the first one always stays."""
    full = [row for row in rows if row.kind != "group"]
    kept = [place for place in range(len(columns)) if not place or any(_says(row.cells[place]) for row in full)]
    return (
        tuple(columns[place] for place in kept),
        tuple(row if row.kind == "group" else Row(tuple(row.cells[n] for n in kept), row.kind) for row in rows),
    )


def _says(cell: Cell) -> bool:
    return cell_text(cell).strip() not in ("", "–")


def cell_text(cell: Cell) -> str:
    """Return the words of a cell."""
    return cell.text if isinstance(cell, Rated) else plain(cell)


def body(rows: Iterable[Iterable[Cell]]) -> tuple[Row, ...]:
    """Make ordinary rows."""
    return tuple(Row(tuple(cells)) for cells in rows)


def group(title: str, again: str = "") -> Row:
    """Make a row that heads those below it; `again` heads the rest of them where they go on on another page."""
    return Row((title,), "group", again)


def total(*cells: Cell) -> Row:
    """Make a row that sums up."""
    return Row(cells, "total")
