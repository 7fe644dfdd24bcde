"""How far the cells of a sheet reach, which is the room that reading it takes: a reader keeps the whole rectangle."""

import re
from operator import itemgetter

from exports.incoming.limits import Limits, refuse, refuse_vast

Held = bytes | bytearray
_PIECE = 1 << 20
_OVERLAP = 64
_NEARLY_PLACE = re.compile(rb"""r\s*=\s*["']\s*([A-Za-z]*)([0-9]{1,18})""")  # half the time of the exact one
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]{0,18})\s*["']""")
_TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_REPEATED = re.compile(rb"""number-(columns|rows)-repeated\s*=\s*["'](\d{1,18})["']""")
_REPEATED_ROW = re.compile(rb"""<table:table-row\b[^>]*number-rows-repeated\s*=\s*["'](\d+)["'][^>]*[^/]>""")
_REPEATED_CELL = re.compile(rb"""<table:table-cell\b([^>]*number-columns-repeated\s*=\s*["'](\d+)["'][^>]*)>""")
_SAYS = (b"value-type", b"<text:p")
_MOST_PLACES = {b"rows": 1_048_576, b"columns": 16_384}


def reach_of_sheet(sheet: Held, limits: Limits) -> tuple[int, int]:
    """Return how many rows and columns the cells of a sheet in XML span at most.

    Where that is more than there may be, cells that hold nothing are left out: people give whole columns a colour.
    """
    rows, columns = 0, 0
    for start in range(0, len(sheet), _PIECE):
        places = _NEARLY_PLACE.findall(sheet, start, start + _PIECE + _OVERLAP)
        rows = max(rows, *map(int, set(map(itemgetter(1), places))), 0)
        columns = max(columns, *map(_number, set(map(itemgetter(0), places))), 0)
    if rows > limits.most_rows or columns > limits.most_columns or rows * columns > limits.most_cells:
        return _reach_of_values(sheet)
    return rows, columns


def _reach_of_values(sheet: Held) -> tuple[int, int]:
    rows = columns = row = column = 0
    for kind, attributes in _TAG.findall(sheet):
        said = _PLACE.search(attributes)
        letters, digits = (b"", b"") if said is None else said.groups()
        if kind == b"row":
            row, column = int(digits or row + 1), 0
            continue
        row, column = int(digits or row), _number(letters) or column + 1
        if not attributes.endswith(b"/"):
            rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def refuse_repeats(content: Held, name: str, limits: Limits) -> None:
    """Refuse an OpenDocument sheet that says by a number what would be more cells than there may be."""
    for what, number in _REPEATED.findall(content):
        if int(number) > _MOST_PLACES[what]:
            refuse(name, "A cell is repeated more often than a sheet has places; save the file again.")
    for attributes, number in _REPEATED_CELL.findall(content):
        if b"value-type" in attributes:
            refuse_vast(1, int(number), name, limits)
    for row in _REPEATED_ROW.finditer(content):
        held = content[row.end() : content.find(b"</table:table-row>", row.end())]
        if any(mark in held for mark in _SAYS):
            refuse_vast(int(row[1]), 1 + held.count(b"value-type"), name, limits)
