"""What the cells of a column look like, for columns whose heading nobody knows: addresses, days, amounts."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence

from babel.numbers import is_currency

from workbook.bringing_in.sheets import Cell, text_of
from workbook.bringing_in.writings import UnsureError, day_of

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEBSITE = re.compile(r"(?i)(?:https?://|www\.)\S+")
_PHONE = re.compile(r"\+[\d\s()/.-]{6,}|0\d[\d\s()/-]{5,}")
_AMOUNT = re.compile(r"[€£$]\s*[-\d][\d.,'’\s]*|[-\d][\d.,'’\s]*\s*(?:[€£$]|[A-Z]{3})|[A-Z]{3}\s*[-\d][\d.,'’\s]*")
_LETTERS = re.compile(r"[A-Z]{3}")
_MOSTLY, _LOOKED_AT, _LONGEST = 0.9, 200, 200


def looks_like(look: str, cells: Sequence[Cell]) -> bool:
    """Say whether nearly all cells of a column look like something; an empty column looks like nothing."""
    some = cells[:_LOOKED_AT]
    short = [cell for cell in some if not isinstance(cell, str) or len(cell) <= _LONGEST]
    return bool(some) and sum(_LOOKS[look](cell) for cell in short) >= len(some) * _MOSTLY


def _is_day(cell: Cell) -> bool:
    if isinstance(cell, datetime.date):
        return True
    try:
        return day_of(text_of(cell), "") is not None
    except UnsureError:
        return True
    except ValueError:
        return False


def _is_amount(cell: Cell) -> bool:
    text = text_of(cell)
    letters = _LETTERS.search(text)
    return bool(_AMOUNT.fullmatch(text)) and (letters is None or is_currency(letters[0]))


_LOOKS: Mapping[str, Callable[[Cell], bool]] = {
    "email": lambda cell: bool(_EMAIL.fullmatch(text_of(cell))),
    "website": lambda cell: bool(_WEBSITE.fullmatch(text_of(cell))),
    "phone": lambda cell: bool(_PHONE.fullmatch(text_of(cell))),
    "day": _is_day,
    "amount": _is_amount,
}
