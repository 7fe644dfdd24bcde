"""A stored column into the values of a field: one reader for each kind, checking as strictly as the kind itself.

Each reader has a quick way for a column in which all is well, and falls back on the kind's own `from_plain`, value by
value, to find what is not and why.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from babel.numbers import is_currency

from storage.columns import COLUMNS
from workbook.fields import Field
from workbook.identity import is_id
from workbook.kinds import KINDS, Unacceptable
from workbook.kinds.numbers import MOST_DIGITS
from workbook.kinds.times import EARLIEST_YEAR, LATEST_YEAR
from workbook.money import Money

Bad = Mapping[Any, str]
Values = Sequence[Any]
Quick = Callable[[Field, list[Any]], Iterable[Any] | None]

_NONE_BAD: Bad = {}
_HEX = b"0123456789abcdef-"
_ID_LENGTH = 36
_SHOWABLE = bytes(byte for byte in range(256) if (byte >= 32 or byte in b"\n\t") and byte != 127)
_C1 = re.compile(rb"\xc2[\x80-\x9f]")


def read_ids(column: Sequence[Any]) -> tuple[Values, Bad]:
    """Return the ids of a table; an id that we would not write is bad."""
    if _all_ids(column):
        return column, _NONE_BAD
    return column, {value: "Its id is not one that this program makes." for value in set(column) if not is_id(value)}


def read_column(field: Field, column: Sequence[Any]) -> tuple[Values, Bad]:
    """Return the values of a column, and the stored values that cannot be read, each with its reason."""
    if field.kind in ("line", "text"):
        return (column, _NONE_BAD) if _all_showable(field, column) else _one_by_one(field, column)
    stored = set(column)
    stored.discard(None)
    present = list(stored)
    try:
        values = _QUICK[field.kind](field, present)
    except (ValueError, TypeError, ArithmeticError):
        values = None
    if values is None:
        return _one_by_one(field, column)
    blank = KINDS[field.kind].blank
    if values is present and blank is None:  # such values stand in the file as they stand in the record
        return column, _NONE_BAD
    known = dict(zip(present, values, strict=True))
    known.setdefault(None, blank)
    return list(map(known.__getitem__, column)), _NONE_BAD


def _one_by_one(field: Field, column: Sequence[Any]) -> tuple[Values, Bad]:
    """Ask the kind about each distinct value; a bad one reads as blank and is named."""
    known: dict[Any, Any] = {}
    bad: dict[Any, str] = {}
    for stored in set(column):
        try:
            known[stored] = read_value(field, stored)
        except Unacceptable as error:
            known[stored], bad[stored] = KINDS[field.kind].blank, str(error)
    return [known[stored] for stored in column], bad


def read_value(field: Field, stored: Any) -> Any:
    """Return the value for what stands in the file; raise `Unacceptable` with the reason where it is none."""
    column = COLUMNS[field.kind]
    if stored is None and column.blank is not None:
        raise Unacceptable("is missing")
    try:
        return KINDS[field.kind].from_plain(field, column.read(stored))
    except Unacceptable:
        raise
    except (ValueError, TypeError, ArithmeticError):
        raise Unacceptable("is not in the form in which it is stored") from None


def _all_ids(values: Sequence[Any]) -> bool:
    try:
        joined = "".join(values)
        encoded = joined.encode()
    except (TypeError, UnicodeEncodeError):
        return False
    count = len(values)
    return (
        set(map(len, values)) <= {_ID_LENGTH}
        and joined.count("-") == 4 * count
        and all(joined[dash::_ID_LENGTH] == "-" * count for dash in (8, 13, 18, 23))
        and not encoded.translate(None, _HEX)
    )


def _all_showable(field: Field, column: Sequence[Any]) -> bool:
    try:
        joined = "".join(column)
        encoded = joined.encode()
    except (TypeError, UnicodeEncodeError):
        return False
    return (
        (len(joined) <= field.length or max(map(len, column)) <= field.length)
        and not encoded.translate(None, _SHOWABLE)
        and not (b"\xc2" in encoded and _C1.search(encoded))
    )


def _wholes(field: Field, stored: list[Any]) -> Iterable[Any] | None:
    return stored if set(map(type, stored)) <= {int} and _within(field, stored) else None


def _decimals(field: Field, stored: list[Any]) -> Iterable[Any] | None:
    """Numbers of few enough characters that none can be too fine or too large, or be no number at all."""
    if not stored:
        return ()
    if max(map(len, stored)) > MOST_DIGITS or "".join(stored).strip("0123456789.-"):
        return None
    values = list(map(Decimal, stored))
    return values if _within(field, values) else None


def _amounts(field: Field, stored: list[Any]) -> Iterable[Any] | None:
    if not stored:
        return ()
    parts = " ".join(stored).split(" ")
    figures, currencies = parts[::2], parts[1::2]
    if len(parts) != 2 * len(stored) or not all(map(is_currency, set(currencies))):
        return None
    if max(map(len, figures)) > MOST_DIGITS or "".join(figures).strip("0123456789.-"):
        return None
    numbers = list(map(Decimal, figures))
    return map(Money, numbers, currencies) if _within(field, numbers) else None


def _days(_field: Field, stored: list[Any]) -> Iterable[Any] | None:
    values = list(map(datetime.date.fromisoformat, stored))
    inside = all(EARLIEST_YEAR <= value.year <= LATEST_YEAR for value in values)
    return values if inside else None


def _moments(field: Field, stored: list[Any]) -> Iterable[Any] | None:
    return [read_value(field, text) for text in stored]


def _terms(field: Field, stored: list[Any]) -> Iterable[Any] | None:
    return stored if field.vocabulary is not None and set(stored) <= set(field.vocabulary.keys) else None


def _each(field: Field, stored: list[Any]) -> Iterable[Any] | None:
    return [read_value(field, text) for text in stored]


def _flags(_field: Field, stored: list[Any]) -> Iterable[Any] | None:
    return map(bool, stored) if set(stored) <= {0, 1} else None


def _references(_field: Field, stored: list[Any]) -> Iterable[Any] | None:
    return stored if _all_ids(stored) else None


def _within(field: Field, values: list[Any]) -> bool:
    if not values:
        return True
    low, high = field.minimum, field.maximum
    return (low is None or min(values) >= low) and (high is None or max(values) <= high)


_QUICK: dict[str, Quick] = {
    "whole": _wholes,
    "number": _decimals,
    "percent": _decimals,
    "money": _amounts,
    "date": _days,
    "moment": _moments,
    "choice": _terms,
    "choices": _each,
    "flag": _flags,
    "reference": _references,
    "references": _each,
}
