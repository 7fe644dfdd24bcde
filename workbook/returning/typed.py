"""What people type into spreadsheets: dates in either order, decimal commas, “50 %”, errors of the sheet itself.

Nothing is guessed where two readings fit: a date such as 03/04/2027 is asked about, once for a file; a number such as
“1,234” is refused with both readings. A date that can only be read one way says nothing about the others in its file:
several people may have filled it.
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
from workbook.returning.numerals import number_in, western
from workbook.returning.returned import Cell

DayOrder = Literal["", "day", "month"]
_ERROR = re.compile(
    r"#[¡¿]?[^\W\d_a-z][^\Wa-z]*(?:/0)?[!?]|#(?:N/A|NV|N/D|N/B|Н/Д)|(?:Err|Error|Erro|Erreur|Fehler)\s?:\s?\d{3}"
)
_UNKNOWN = "#UNKNOWN!"
_THREE_NUMBERS = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,4})\.?")
_NO_DAY = re.compile(
    r"\d{1,2}\s*[/.\-]\s*\d{4}|\d{4}(?:\s*[/.\-]\s*\d{1,2})?|[^\W\d_]+\.?\s*\d{4}|[QT][1-4][\s/]*\d{4}"
)
_SEVERAL = re.compile(r"\d.*\s(?:[-–—]|[^\W\d_]{1,3})\s.*\d|\d\s*[-–—]\s*\d+\.?\s*(?:de\s*)?[^\W\d_]{3,}")
_TIME = re.compile(r"(?<=\d)[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")
_PERCENT = re.compile(r"\s*[%٪％﹪]\s*$")
_CURRENCY_SIGNS = {"€": "EUR", "£": "GBP"}
_MOST_DIGITS = 15
_SHORT, _LONGEST = ("whole", "number", "percent", "money", "date"), 200
_DAY_ZERO = datetime.date(1899, 12, 30)
_LATEST_SHORT_YEAR = 60
"""How far into the century a year of two digits is taken to be; beyond it, it could be of the last one as well."""


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
    if isinstance(cell, str) and len(cell) > _LONGEST and field.kind in _SHORT:
        raise Unacceptable(f"holds a text of {len(cell):,} characters; write only the number or the date itself")
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
    number = number_in(_PERCENT.sub("", text), text)
    if share and not signed and 0 < abs(number) < 1:
        raise Unacceptable(f"{quoted(text)} could be {number} % or {number.scaleb(2).normalize():f} %; write the sign")
    return number


def _amount(cell: Cell, typing: Typing) -> Money:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Unacceptable(f"holds {told(cell)} where an amount is wanted")
    number, letters = _number_and_letters(cell)
    currency = letters or typing.currency
    if not currency:
        raise Unacceptable("needs its currency, such as 1250.50 EUR")
    try:
        return Money(number, currency)
    except ValueError:
        raise Unacceptable(f"{quoted(currency)} is not a currency; use three letters, such as EUR") from None


def _number_and_letters(cell: str | float) -> tuple[Decimal, str]:
    if not isinstance(cell, str):
        return _exact(float(cell)), ""
    signs = "".join(sorted({char for char in cell if unicodedata.category(char) == "Sc"}))
    words = re.findall(r"[A-Za-z]+", cell)
    letters = "".join(words).upper() or _CURRENCY_SIGNS.get(signs, "")
    if signs and not letters:
        raise Unacceptable(f"{quoted(cell)} does not say which currency; write it with letters, such as 1250.50 EUR")
    if len(words) > 1:
        raise Unacceptable(f"{quoted(cell)} is not an amount; write it like 1250.50 EUR")
    return number_in(re.sub(rf"[A-Za-z{re.escape(signs)}]", "", cell), cell), letters


def _day(cell: Cell, typing: Typing) -> datetime.date:
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    if isinstance(cell, str):
        return day_in(cell, typing)
    if isinstance(cell, float) and not isinstance(cell, bool) and cell.is_integer() and 20_000 <= cell <= 80_000:
        day = _DAY_ZERO + datetime.timedelta(days=int(cell))
        raise Unacceptable(f"holds {told(cell)}, the number behind the date {day}; write the date itself")
    raise Unacceptable(f"holds {told(cell)}, which is no date; write one like 2027-03-31")


def day_in(text: str, typing: Typing) -> datetime.date:
    """Read a date that was typed as text; raise `Unsure` where day and month could be either."""
    plain = _TIME.sub("", western(text).strip().strip("'’\u200e\u200f"))
    match = _THREE_NUMBERS.fullmatch(plain)
    try:
        if match is not None:
            return _ordered(match[1], match[2], match[3], typing.order)
        if any(char.isalpha() for char in plain) and len(re.findall(r"\d+", plain)) == 2:
            return typing.reading.formats.read_date(plain)
    except Unacceptable as error:
        raise Unacceptable(f"{quoted(text)} {error}") from None
    except ValueError:
        pass
    if match is None and _NO_DAY.fullmatch(plain):
        raise Unacceptable(f"{quoted(text)} does not say which day; write one like 2027-03-31")
    if len(re.findall(r"\d+", plain)) > 2 and _SEVERAL.search(plain):
        raise Unacceptable(f"{quoted(text)} is more than one day; write one like 2027-03-31")
    raise Unacceptable(f"{quoted(text)} is not a date; write it like 2027-03-31")


def _ordered(first: str, second: str, third: str, order: DayOrder) -> datetime.date:
    if len(first) == 4:
        return datetime.date(int(first), int(second), int(third))
    if len(first) > 2 or len(third) not in (2, 4):
        raise ValueError
    one, two = int(first), int(second)
    year = int(third) if len(third) == 4 else _in_full(int(third))
    if one <= 12 and two <= 12 and one != two:
        if not order:
            raise Unsure
        day, month = (one, two) if order == "day" else (two, one)
    else:
        day, month = (two, one) if two > 12 else (one, two)
    return datetime.date(year, month, day)


def _in_full(year: int) -> int:
    if year > _LATEST_SHORT_YEAR:
        raise Unacceptable("could be in two centuries; write the year in full, like 2027-03-31")
    return 2000 + year
