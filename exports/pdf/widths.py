"""How wide the columns of a table are: as the outline wishes, unless that would break a word."""

import re
from collections.abc import Iterable, Sequence

from exports.outline import Align, Cell, Column, Rated, Row
from exports.outline.tables import cell_text
from exports.pdf import measuring, styles
from exports.pdf.gluing import glued

PADDING = 4.0
APART = 12.0
_UNBROKEN = 13
_MOST_FOR_A_WORD = 0.2
_WORD, _MOST_OF_A_NARROW_ONE = 90.0, 0.35
_KEPT = (0.75, 0.55)
"""How much of its wish a column keeps while others need room for their words; the less only where words would break."""
_NARROWEST = 22.0


def shared_widths(
    columns: tuple[Column, ...], rows: Sequence[Row], width: float, right_to_left: bool = False
) -> list[float]:
    """Share the width (points) as the outline wishes, but break no word, date or amount that has room elsewhere.

    Columns stand as on paper, from the left. Group rows have one cell and are left out by the caller.
    """
    edges = [edge_of(column, right_to_left) for column in columns]
    whole = sum(column.width for column in columns)
    narrowest = min(_NARROWEST, width / max(len(columns), 1))
    wished = _at_least(narrowest, [width * column.width / whole for column in columns])
    least = [
        min(
            _least(column, ((row.cells[place], row.kind == "total") for row in rows)),
            max(width * _MOST_FOR_A_WORD, min(_WORD, width * _MOST_OF_A_NARROW_ONE), wished[place]),
        )
        + (APART - PADDING) * stands_apart(edges, place)
        for place, column in enumerate(columns)
    ]
    lacking = sum(max(need - wish, 0.0) for need, wish in zip(least, wished, strict=True))
    needed, spare = least, 0.0
    for kept in _KEPT:
        if spare >= lacking:
            break
        least = [max(need, wish * kept, min(narrowest, wish)) for need, wish in zip(needed, wished, strict=True)]
        spare = sum(max(wish - need, 0.0) for need, wish in zip(least, wished, strict=True))
    if not lacking or not spare:
        return wished
    given = min(lacking, spare)
    return [
        wish + (need - wish) * given / lacking if need > wish else wish - (wish - need) * given / spare
        for need, wish in zip(least, wished, strict=True)
    ]


def edge_of(column: Column, right_to_left: bool) -> Align:
    """Return the edge on paper: the start of a line is on the right where one reads from there."""
    if right_to_left and column.align != "center":
        return "end" if column.align == "start" else "start"
    return column.align


def stands_apart(edges: Sequence[Align], place: int) -> bool:
    """Say whether a column needs more room on its left, because the one there ends where it begins."""
    return place > 0 and edges[place] == "start" and edges[place - 1] == "end"


def _at_least(narrowest: float, wished: list[float]) -> list[float]:
    """Widen what could hold no word between its paddings, at the cost of what is wider."""
    wanted = sum(max(narrowest - wish, 0.0) for wish in wished)
    spare = sum(max(wish - narrowest, 0.0) for wish in wished)
    if not wanted:
        return wished
    kept = 1 - wanted / spare if spare else 0.0
    return [narrowest + max(wish - narrowest, 0.0) * kept for wish in wished]


def _least(column: Column, cells: Iterable[tuple[Cell, bool]]) -> float:
    """Return the width of the longest thing in a column that should not be broken; a sum is drawn bold."""
    words = [(word, True) for word in column.title.split()]
    for cell, is_total in cells:
        text = cell_text(cell)
        heads = column.strong or is_total
        if len(text) <= _UNBROKEN:
            words.append((f"{text}mm" if isinstance(cell, Rated) else text, heads))
        else:
            words += [(word, heads) for word in re.split(r"[ \n]+", glued(text))]
    widest = max((measuring.width(word, styles.CELL_SIZE, heads) for word, heads in set(words)), default=0.0)
    return widest + 2 * PADDING + 0.5
