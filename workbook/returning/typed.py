"""What people type into spreadsheets: dates in either order, decimal commas, “50 %”, errors of the sheet itself.

Nothing is guessed where two readings fit: a date such as 03/04/2027 is asked about, once for a file; a number such as
“1,234” is refused with both readings.
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from workbook.fields import Field
from workbook.kinds import KINDS, Reading, Unacceptable, quoted
from workbook.money import Money
from workbook.returning.returned import Cell

DayOrder = Literal["", "day", "month"]
_ERROR = re.compile(r"#(?:N/A|[A-Z][A-Z0-9/_]*[!?])|Err:\d{3}")
_UNKNOWN = "#UNKNOWN!"
_BLANKS = re.compile(r"[\s'’\u00a0\u2007\u2009\u202f]+")
_THREE_NUMBERS = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})\.?")
_TIME = re.compile(r"(?<=\d)[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_PERCENT = re.compile(r"\s*[%٪]\s*$")
_SIGNS = {"€": "EUR", "£": "GBP"}
_MOST_DIGITS = 15


class Unsure(Exception):  # noqa: N818 - a question for people, not a failure
    """A date that could be two days."""


@dataclass(frozen=True)
class Typing:
    """What reading a cell needs: the language and the records of the tracker, the order of dates, the currency."""

    reading: Reading
    order: DayOrder = ""
    currency: str = ""


def is_blank(cell: Cell) -> bool:
    """Say whether a cell holds nothing that can be seen."""
    return isinstance(cell, str) and not cell.strip()


def read_cell(field: Field, cell: Cell, typing: Typing) -> Any:
    """Return the value that a cell means; raise `Unacceptable` with what would be right, or `Unsure`."""
    kind = KINDS[field.kind]
    if is_blank(cell):
        return kind.blank
    if isinstance(cell, str) and _ERROR.fullmatch(cell.strip()):
        raise Unacceptable(_error(cell.strip()))
    if field.kind in ("whole", "number", "percent"):
        return kind.accept(field, _number(field, cell))
    if field.kind == "money":
        return kind.accept(field, _amount(cell, typing))
    if field.kind == "date":
        return kind.accept(field, _day(cell, typing))
    said = told(cell)
    if field.kind in ("line", "text"):
        return kind.accept(field, said)
    return kind.read(field, said, typing.reading)


def told(cell: Cell) -> str:
    """Return a cell as text; whole numbers without the point that spreadsheets keep."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{_exact(cell):f}"
    if isinstance(cell, datetime.datetime):
        return (cell.date() if cell.time() == datetime.time() else cell).isoformat(*_apart(cell))
    return cell.isoformat() if isinstance(cell, datetime.date | datetime.time) else str(cell)


def _apart(cell: datetime.datetime) -> tuple[str, ...]:
    return () if cell.time() == datetime.time() else (" ",)


def _error(said: str) -> str:
    if said == _UNKNOWN:
        return "holds a formula that no program has worked out; write the value itself"
    return f"holds the error {said}; write there what is meant"


def _exact(value: float) -> Decimal:
    """Return the number that was typed: spreadsheets keep fifteen digits, and the rest is noise."""
    number = Decimal(f"{value:.{_MOST_DIGITS}g}")
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


def _number(field: Field, cell: Cell) -> Decimal:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        said = "yes or no" if isinstance(cell, bool) else f"the date or time {told(cell)}"
        raise Unacceptable(f"holds {said} where a number is wanted")
    share = field.unit == "%"
    if not isinstance(cell, str):
        number = _exact(float(cell))
        return number.scaleb(2) if share and not (field.maximum and 1 < number <= field.maximum) else number
    text = cell.strip()
    signed = _PERCENT.search(text) is not None
    if signed and not share:
        raise Unacceptable(f"{quoted(text)} is a percentage where a plain number is wanted")
    number = number_in(_PERCENT.sub("", text))
    if share and not signed and 0 < abs(number) < 1:
        raise Unacceptable(f"{quoted(text)} could be {number} % or {number.scaleb(2).normalize():f} %; write the sign")
    return number


def number_in(text: str) -> Decimal:
    """Read a number with any of the signs that people put between thousands and before decimals."""
    plain = _western(_BLANKS.sub("", text)).replace("−", "-").replace("٬", "").replace("٫", "·")
    match = re.fullmatch(r"([+-]?)(\d[\d.,·]*)", plain)
    if match is None:
        raise Unacceptable(f"{quoted(text)} is not a number; write it like 1234.5")
    whole, _, decimals = _parted(match[2], text)
    return Decimal(f"{match[1]}{whole}.{decimals or '0'}").normalize() + 0


def _parted(digits: str, text: str) -> tuple[str, str, str]:
    """Return the digits before and after the decimal sign."""
    if "·" in digits:
        first, sign, last = digits.rpartition("·")
        return re.sub("[.,]", "", first), sign, last
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return digits, "", ""
    last_mark = marks[-1]
    first, _, last = digits.rpartition(last_mark)
    if len(set(marks)) > 1:
        groups = first.split(next(mark for mark in marks if mark != last_mark))
        if marks.count(last_mark) > 1 or not _are_groups(groups):
            raise Unacceptable(f"{quoted(text)} is not a number; write it like 1234.5")
        return "".join(groups), last_mark, last
    if len(marks) > 1:
        groups = digits.split(last_mark)
        if not _are_groups(groups):
            raise Unacceptable(f"{quoted(text)} is not a number; write it like 1234.5")
        return "".join(groups), "", ""
    if len(last) == 3 and 0 < len(first) <= 3 and not first.startswith("0"):
        raise Unacceptable(
            f"{quoted(text)} could be {first}{last} or {first}.{last}; write it without a sign between thousands"
        )
    return first or "0", last_mark, last


def _are_groups(groups: list[str]) -> bool:
    return 0 < len(groups[0]) <= 3 and all(len(one) in (2, 3) for one in groups[1:-1]) and len(groups[-1]) == 3


def _western(text: str) -> str:
    return "".join(str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", text))


def _amount(cell: Cell, typing: Typing) -> Money:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Unacceptable(f"holds {told(cell)} where an amount is wanted")
    if not isinstance(cell, str):
        number, letters = _exact(float(cell)), ""
    else:
        signs = "".join(sorted({char for char in cell if unicodedata.category(char) == "Sc"}))
        letters = "".join(char for char in cell if char.isascii() and char.isalpha()).upper() or _SIGNS.get(signs, "")
        if signs and not letters:
            raise Unacceptable(
                f"{quoted(cell)} does not say which currency; write it with letters, such as 1250.50 EUR"
            )
        number = number_in(
            "".join(char for char in cell if not (char.isascii() and char.isalpha()) and char not in signs)
        )
    currency = letters or typing.currency
    if not currency:
        raise Unacceptable("needs its currency, such as 1250.50 EUR")
    try:
        return Money(number, currency)
    except ValueError:
        raise Unacceptable(f"{quoted(told(cell))} is not an amount; write it like 1250.50 EUR") from None


def _day(cell: Cell, typing: Typing) -> datetime.date:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    if isinstance(cell, str):
        return day_in(cell, typing)
    raise Unacceptable(f"holds {told(cell)}, which is no date; write one like 2027-03-31")


def day_in(text: str, typing: Typing) -> datetime.date:
    """Read a date that was typed as text; raise `Unsure` where day and month could be either."""
    plain = _TIME.sub("", _western(text).strip().strip("'"))
    match = _THREE_NUMBERS.fullmatch(plain)
    try:
        if match is not None:
            return _ordered(match[1], match[2], match[3], typing.order)
        if any(char.isalpha() for char in plain) and len(re.findall(r"\d+", plain)) == 2:
            return typing.reading.formats.read_date(plain)
    except ValueError as error:
        if isinstance(error, Unacceptable):
            raise
    raise Unacceptable(f"{quoted(text)} is not a date; write it like 2027-03-31")


def _ordered(first: str, second: str, third: str, order: DayOrder) -> datetime.date:
    if len(first) == 4:
        return datetime.date(int(first), int(second), int(third))
    if len(first) > 2 or len(third) not in (2, 4):
        raise ValueError
    one, two = int(first), int(second)
    year = int(third) + (2000 if len(third) == 2 else 0)
    if one <= 12 and two <= 12 and one != two:
        if not order:
            raise Unsure
        day, month = (one, two) if order == "day" else (two, one)
    else:
        day, month = (two, one) if two > 12 else (one, two)
    return datetime.date(year, month, day)
