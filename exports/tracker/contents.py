"""What stands in a cell: one table from kinds of field to what Excel knows: numbers, dates, text.

Text is never anything but text: it is stored as a string with Excel's own mark for it, so that "=1+1" and "+44 20" are
read, not calculated.
"""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from workbook.fields import Field
from workbook.kinds import KINDS, Reading
from workbook.money import Money

LONGEST_TEXT = 32_767
MOST_DIGITS = 15  # Excel keeps no more
FIRST_DAY = datetime.date(1900, 3, 1)  # before it, Excel's calendar has a day that never was

TEXT, WHOLE, NUMBER, PERCENT, DATE, MOMENT, MONEY = "text", "whole", "number", "percent", "date", "moment", "money"

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


class Content(NamedTuple):
    """A value as openpyxl stores it, its type there (s text, n number, d date), and the format that shows it."""

    value: Any
    type: str
    format: str

    @property
    def looks_active(self) -> bool:
        return self.type == "s" and self.value.startswith(_LOOKS_ACTIVE)


def text(value: str) -> Content | None:
    """Return text as a cell; what XML cannot hold is left out, what Excel would decode is protected.

    A tab becomes a blank: no spreadsheet lets people type one, and LibreOffice drops it on the way through .ods.
    """
    if not value:
        return None
    value = value.replace("\t", " ")
    if value.isprintable() and "_x" not in value and len(value) <= LONGEST_TEXT:
        return Content(value, "s", TEXT)
    clean = _LOOKS_ESCAPED.sub("_x005F_", _UNWRITABLE.sub("", value))[:LONGEST_TEXT]
    return Content(clean, "s", TEXT) if clean else None


def number(value: Decimal | int, format: str = NUMBER) -> Content | None:
    """Return a number as a cell, or as text where Excel could not keep all of its digits."""
    digits = len(Decimal(value).normalize().as_tuple().digits)
    return Content(value, "n", format) if digits <= MOST_DIGITS else text(f"{value:f}")


def percent(value: Decimal | int) -> Content | None:
    """Return 12.5 as the number 0.125 that Excel shows as 12.5 %."""
    return number(Decimal(value).scaleb(-2), PERCENT)


def money(value: Money) -> Content | None:
    """Return an amount as a number that shows its currency."""
    return number(value.amount, f"{MONEY} {value.currency}")


def date(value: datetime.date) -> Content | None:
    """Return a real date, or text for a day that Excel's calendar does not know."""
    return Content(value, "d", DATE) if value >= FIRST_DAY else text(value.isoformat())


def moment(value: datetime.datetime) -> Content | None:
    """Return a date with its time, in UTC as it is kept; Excel knows no zones."""
    return Content(value.replace(tzinfo=None), "d", MOMENT)


def head(title: str, format: str = TEXT) -> Content:
    """Return the head of a column; it lies to the right over numbers."""
    content = text(title)
    return Content(" " if content is None else content.value, "s", format)


Show = Callable[[Field, Any, Reading], Content | None]


def _whole(field: Field, value: Any, _reading: Reading) -> Content | None:
    return percent(value) if field.unit == "%" else number(value, WHOLE)


def _in_words(field: Field, value: Any, reading: Reading) -> Content | None:
    """Return what the kind of the field writes, and reads again, in the language of the tracker."""
    return text(KINDS[field.kind].show(field, value, reading))


def _reference(field: Field, value: Any, reading: Reading) -> Content | None:
    return text(reading.label(field.target, value))


def _references(field: Field, value: Any, reading: Reading) -> Content | None:
    return text("; ".join(reading.label(field.target, item) for item in value))


CELLS: dict[str, Show] = {
    "line": lambda _field, value, _reading: text(value),
    "text": lambda _field, value, _reading: text(value),
    "whole": _whole,
    "number": lambda _field, value, _reading: number(value),
    "percent": lambda _field, value, _reading: percent(value),
    "money": lambda _field, value, _reading: money(value),
    "date": lambda _field, value, _reading: date(value),
    "moment": lambda _field, value, _reading: moment(value),
    "choice": _in_words,
    "choices": _in_words,
    "flag": _in_words,
    "reference": _reference,
    "references": _references,
}
"""Every kind of field, and how a value that is not blank stands in a cell."""
