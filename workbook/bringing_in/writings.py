"""How a table writes days and numbers, found out from all of its cells and never guessed where two ways fit."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workbook.bringing_in.sheets import Cell, text_of

Order = Literal["day", "month", ""]
Mark = Literal[".", ",", ""]

_DIGITS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?\.?")
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
)
_NUMBER = re.compile(r"[-+−]?\d[\d.,'’\s]*")
_OPEN = re.compile(r"[-+−]?\d{1,3}([.,])\d{3}")
_CENTURY = 2000


class UnsureError(ValueError):
    """A cell that could be two days or two numbers; says which."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The order of days and months, and what stands before decimals; empty where nothing in the table tells."""

    order: Order = ""
    mark: Mark = ""


def writing_of(cells: Iterable[Cell], order: Order = "") -> Writing:
    """Return how cells are written as far as one of them tells; cells that contradict each other tell nothing."""
    orders: set[Order] = set()
    marks: set[Mark] = set()
    for cell in cells:
        if not isinstance(cell, str):
            continue
        text = cell.strip()
        day = _DIGITS.fullmatch(text)
        if day is not None:
            first, second = int(day[1]), int(day[2])
            orders |= {"day"} if first > 12 >= second else {"month"} if second > 12 >= first else set()
        else:
            marks |= _mark_of(text)
    told = orders.pop() if len(orders) == 1 else ""
    return Writing(order or told, marks.pop() if len(marks) == 1 else "")


def _mark_of(text: str) -> set[Mark]:
    found = _NUMBER.search(text)
    number = found[0].strip().rstrip(".,") if found else ""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return {"."} if number.rindex(".") > number.rindex(",") else {","}
    if points > 1:
        return {","}
    if commas > 1:
        return {"."}
    if (points or commas) and not _OPEN.fullmatch(number):
        return {"."} if points else {","}
    return set()


def day_of(text: str, order: Order) -> datetime.date | None:
    """Read a day written in digits; None where it is none. Raises `UnsureError` for two days, ValueError for no day."""
    year_first = _YEAR_FIRST.fullmatch(text.strip())
    if year_first is not None:
        return datetime.date(int(year_first[1]), int(year_first[2]), int(year_first[3]))
    found = _DIGITS.fullmatch(text.strip())
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    year += _CENTURY if len(found[3]) == 2 else 0
    if first <= 12 and second <= 12 and first != second and not order:
        raise UnsureError(f"“{text.strip()}” could be two days")
    is_day_first = first > 12 or (second <= 12 and order == "day")
    day, month = (first, second) if is_day_first else (second, first)
    return datetime.date(year, month, day)


def is_open_day(cell: Cell) -> bool:
    """Say whether a cell is a day only once somebody says whether the day or the month comes first."""
    found = _DIGITS.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return found is not None and int(found[1]) <= 12 and int(found[2]) <= 12 and int(found[1]) != int(found[2])


def number_of(cell: Cell, mark: Mark) -> Decimal | None:
    """Read a number without what stands around it; None where it is none. Raises `UnsureError` for two numbers."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(repr(cell)) if isinstance(cell, float) and not cell.is_integer() else Decimal(int(cell))
    text = text_of(cell).strip()
    found = _NUMBER.search(text)
    if found is None:
        return None
    number = re.sub(r"[\s'’]", "", found[0]).replace("−", "-").rstrip(".,")
    if _OPEN.fullmatch(number) and not mark and not number.lstrip("-+").startswith("0"):
        raise UnsureError(f"“{text}” could be two numbers")
    used = mark or _mark_of(number) or {"."}
    decimal_mark = used if isinstance(used, str) else next(iter(used))
    other = "," if decimal_mark == "." else "."
    plain = number.replace(other, "").replace(decimal_mark, ".")
    if plain.count(".") > 1 or (text.startswith("(") and text.endswith(")") and plain.startswith("-")):
        return None
    return -Decimal(plain) if text.startswith("(") and text.endswith(")") else Decimal(plain)
