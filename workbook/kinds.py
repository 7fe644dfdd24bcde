"""The kinds of field: each owns checking, reading, showing and converting its values, both ways.

Three forms of a value meet here. The *value* itself stands in a record (`Decimal`, `date`, a tuple of keys, "" or
None when blank). The *plain* form is JSON: it stands in changes, in the log and, with codes for ids, in the plan
format. The *text* form is what a person types and reads.
"""

import datetime
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import is_currency

from workbook.fields import Field
from workbook.formats import Formats
from workbook.identity import is_id
from workbook.money import Money
from workbook.vocabularies.base import Vocabulary

Plain = str | int | bool | list[str] | None

EARLIEST_YEAR = 1500
LATEST_YEAR = 2500
MOST_DIGITS = 24
_YES = {"yes", "y", "true", "1", "x", "✓"}
_NO = {"no", "n", "false", "0", ""}


class Unacceptable(ValueError):  # noqa: N818 - it names what is wrong with a value, not a failure of the program
    """A value that its field cannot hold; says in one sentence what would be right."""


def _no_label(_type_name: str, record_id: str) -> str:
    return record_id


def _no_search(_type_name: str, _text: str) -> str | None:
    return None


@dataclass(frozen=True)
class Reading:
    """What showing and reading text needs to know: the language, and how records are named and found."""

    formats: Formats = field(default_factory=Formats)
    label: Callable[[str, str], str] = _no_label
    find: Callable[[str, str], str | None] = _no_search


class Kind(ABC):
    """A kind of field. Instances hold no state; the field comes with every call."""

    name: str
    blank: Any = None

    def is_blank(self, value: Any) -> bool:
        """Say whether nothing has been entered; a flag and a zero are never blank."""
        return bool(value == self.blank)

    @abstractmethod
    def accept(self, field: Field, value: Any) -> Any:
        """Return the value in its one proper form, or raise `Unacceptable`."""

    def to_plain(self, value: Any) -> Plain:
        plain: Plain = value
        return plain

    def from_plain(self, field: Field, plain: object) -> Any:
        """Return the accepted value for a plain one from a log, a file or a plan; raise `Unacceptable`."""
        return self.accept(field, self.blank if plain is None else plain)

    def show(self, field: Field, value: Any, reading: Reading) -> str:
        """Write a value for people; nothing at all when it is blank."""
        return "" if self.is_blank(value) else self._show(field, value, reading)

    def read(self, field: Field, text: str, reading: Reading) -> Any:
        """Take what a person typed; raise `Unacceptable` with a sentence that helps."""
        typed = text.strip()
        return self.accept(field, self._read(field, typed, reading) if typed else self.blank)

    def schema(self, field: Field) -> dict[str, Any]:
        """Describe the plain form as JSON Schema (2020-12)."""
        return {"type": "string", "maxLength": field.length}

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return str(value)

    def _read(self, field: Field, text: str, reading: Reading) -> Any:
        return text


class Line(Kind):
    """Text of one line."""

    name = "line"
    blank = ""

    def accept(self, field: Field, value: Any) -> str:
        if not isinstance(value, str):
            raise Unacceptable("has to be text")
        clean = self._clean(value if value.isascii() else unicodedata.normalize("NFC", value))
        if not clean.isprintable() and any(
            unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in clean
        ):
            raise Unacceptable("has characters that cannot be shown; type the text again")
        if len(clean) > field.length:
            raise Unacceptable(f"is longer than {field.length} characters; shorten it")
        return clean

    def _clean(self, text: str) -> str:
        return " ".join(text.split())


class Text(Line):
    """Text of several paragraphs."""

    name = "text"

    def _clean(self, text: str) -> str:
        return "\n".join(row.rstrip() for row in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


class Number(Kind):
    """A decimal number."""

    name = "number"

    def accept(self, field: Field, value: Any) -> Decimal | None:
        if value is None:
            return None
        number = self.exact(value)
        _refuse_outside(field, number)
        return number

    def exact(self, value: Any) -> Decimal:
        """Return any number as the decimal that was written, or raise `Unacceptable`."""
        if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
            raise Unacceptable("has to be a number, such as 12.5")
        try:
            # repr keeps what was written: 94.4 stays 94.4, where Decimal(94.4) would show the binary fraction.
            number = (
                value if isinstance(value, Decimal) else Decimal(repr(value) if isinstance(value, float) else value)
            )
        except InvalidOperation:
            raise Unacceptable("has to be a number, such as 12.5") from None
        if (
            not number.is_finite()
            or len(number.as_tuple().digits) > MOST_DIGITS
            or abs(number.adjusted()) > MOST_DIGITS
        ):
            raise Unacceptable("is too large or too fine to keep exactly")
        return number

    def to_plain(self, value: Any) -> Plain:
        return None if value is None else f"{value:f}"

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.number(value)

    def _read(self, field: Field, text: str, reading: Reading) -> Decimal:
        try:
            return reading.formats.read_number(text)
        except ValueError:
            raise Unacceptable(
                f"“{text}” is not a number; write it like {reading.formats.number(Decimal('1234.5'))}"
            ) from None

    def schema(self, field: Field) -> dict[str, Any]:
        limits = {"minimum": field.minimum, "maximum": field.maximum}
        return {"type": "number", **{key: int(limit) for key, limit in limits.items() if limit is not None}}


class Whole(Number):
    """A whole number."""

    name = "whole"

    def accept(self, field: Field, value: Any) -> Any:
        number = super().accept(field, value)
        if number is None:
            return None
        if number != number.to_integral_value():
            raise Unacceptable("has to be a whole number")
        return int(number)

    def to_plain(self, value: Any) -> Plain:
        plain: Plain = value
        return plain

    def schema(self, field: Field) -> dict[str, Any]:
        return {**super().schema(field), "type": "integer"}


class Percent(Number):
    """A percentage, kept as the number before the sign."""

    name = "percent"

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.percent(value)

    def _read(self, field: Field, text: str, reading: Reading) -> Decimal:
        return super()._read(field, text.replace("%", "").replace("٪", "").strip(), reading)


class Amount(Kind):
    """Money: an amount and its currency."""

    name = "money"

    def accept(self, field: Field, value: Any) -> Money | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = Money.read(value)
            except ValueError:
                raise Unacceptable("has to be an amount and a currency, such as “1250.50 EUR”") from None
        if not isinstance(value, Money):
            raise Unacceptable("has to be an amount and a currency, such as “1250.50 EUR”")
        if not is_currency(value.currency):
            raise Unacceptable(f"“{value.currency}” is not a currency; use three letters, such as EUR")
        _refuse_outside(field, NUMBER.exact(value.amount))
        return value

    def to_plain(self, value: Any) -> Plain:
        return None if value is None else str(value)

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.money(value)

    def _read(self, field: Field, text: str, reading: Reading) -> Money:
        letters = "".join(char for char in text if char.isascii() and char.isalpha()).upper()
        digits = "".join(char for char in text if not (char.isascii() and char.isalpha())).strip()
        if not letters:
            raise Unacceptable("needs its currency, such as “1250.50 EUR”")
        try:
            return Money(reading.formats.read_number(digits), letters)
        except ValueError:
            raise Unacceptable(f"“{text}” is not an amount; write it like “1250.50 {letters}”") from None

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^-?\d+(\.\d+)? [A-Z]{3}$"}


class Day(Kind):
    """A calendar day."""

    name = "date"

    def accept(self, field: Field, value: Any) -> datetime.date | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = datetime.date.fromisoformat(value)
            except ValueError:
                raise Unacceptable("has to be a date, such as 2027-03-31") from None
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            raise Unacceptable("has to be a date, such as 2027-03-31")
        if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
            raise Unacceptable(f"has the year {value.year}; check the date")
        return value

    def to_plain(self, value: Any) -> Plain:
        return None if value is None else value.isoformat()

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.date(value)

    def _read(self, field: Field, text: str, reading: Reading) -> datetime.date:
        try:
            return reading.formats.read_date(text)
        except ValueError:
            example = reading.formats.date(datetime.date(2027, 3, 31))
            raise Unacceptable(f"“{text}” is not a date; write it like {example} or 2027-03-31") from None

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class Moment(Kind):
    """A moment in UTC, to the second."""

    name = "moment"

    def accept(self, field: Field, value: Any) -> datetime.datetime | None:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = datetime.datetime.fromisoformat(value)
            except ValueError:
                raise Unacceptable("has to be a date and time, such as 2027-03-31T14:30:00+00:00") from None
        if not isinstance(value, datetime.datetime) or value.tzinfo is None:
            raise Unacceptable("has to be a date and time with its zone")
        return value.astimezone(datetime.UTC).replace(microsecond=0)

    def to_plain(self, value: Any) -> Plain:
        return None if value is None else value.isoformat()

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.moment(value)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}


class Choice(Kind):
    """One term of a vocabulary."""

    name = "choice"

    def accept(self, field: Field, value: Any) -> str | None:
        if value is None or value == "":
            return None
        if not isinstance(value, str) or value not in _vocabulary(field):
            raise Unacceptable(f"“{value}” is not allowed here; allowed are {_offer(field)}")
        return value

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return _vocabulary(field).title(value)

    def _read(self, field: Field, text: str, reading: Reading) -> str:
        return _vocabulary(field).find(text) or text

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "enum": list(_vocabulary(field).keys)}


class Choices(Kind):
    """Several terms of a vocabulary, kept in its order."""

    name = "choices"
    blank = ()

    def accept(self, field: Field, value: Any) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, list | tuple):
            raise Unacceptable("has to be a list")
        for key in value:
            CHOICE.accept(field, key)
        return tuple(key for key in _vocabulary(field).keys if key in value)

    def to_plain(self, value: Any) -> Plain:
        return list(value)

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return "; ".join(_vocabulary(field).title(key) for key in value)

    def _read(self, field: Field, text: str, reading: Reading) -> tuple[str, ...]:
        whole = _vocabulary(field).find(text)
        if whole is not None:
            return (whole,)
        parts = [part.strip() for part in text.replace("\n", ";").split(";")]
        return tuple(_vocabulary(field).find(part) or part for part in parts if part)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "array", "items": CHOICE.schema(field), "uniqueItems": True}


class Flag(Kind):
    """Yes or no."""

    name = "flag"
    blank = False

    def is_blank(self, value: Any) -> bool:
        return False

    def accept(self, field: Field, value: Any) -> bool:
        if not isinstance(value, bool):
            raise Unacceptable("has to be yes or no")
        return value

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return "Yes" if value else "No"

    def _read(self, field: Field, text: str, reading: Reading) -> bool:
        word = text.casefold()
        if word not in _YES | _NO:
            raise Unacceptable(f"“{text}” is neither yes nor no")
        return word in _YES

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "boolean"}


class Reference(Kind):
    """A link to one record, by its id."""

    name = "reference"

    def accept(self, field: Field, value: Any) -> str | None:
        if value is None or value == "":
            return None
        if not is_id(value) or not isinstance(value, str):
            raise Unacceptable(f"“{value}” does not name a record")
        return value

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.label(field.target, value)

    def _read(self, field: Field, text: str, reading: Reading) -> str:
        found = reading.find(field.target, text)
        if found is None:
            raise Unacceptable(f"“{text}” is not in this workbook; choose from the list or use its code")
        return found


class References(Kind):
    """Links to several records."""

    name = "references"
    blank = ()

    def accept(self, field: Field, value: Any) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, list | tuple):
            raise Unacceptable("has to be a list")
        return tuple(dict.fromkeys(ref for ref in (REFERENCE.accept(field, item) for item in value) if ref))

    def to_plain(self, value: Any) -> Plain:
        return list(value)

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return "; ".join(reading.label(field.target, item) for item in value)

    def _read(self, field: Field, text: str, reading: Reading) -> tuple[str, ...]:
        return tuple(str(REFERENCE.read(field, part, reading)) for part in text.split(";") if part.strip())

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "array", "items": REFERENCE.schema(field), "uniqueItems": True}


NUMBER, CHOICE, REFERENCE = Number(), Choice(), Reference()
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Line(),
        Text(),
        Whole(),
        NUMBER,
        Amount(),
        Percent(),
        Day(),
        Moment(),
        CHOICE,
        Choices(),
        Flag(),
        REFERENCE,
        References(),
    )
}


def kind_of(field: Field) -> Kind:
    """Return the kind that handles a field."""
    return KINDS[field.kind]


def _vocabulary(field: Field) -> Vocabulary:
    if field.vocabulary is None:
        raise TypeError(f"{field.name} is declared as a choice without a vocabulary")
    return field.vocabulary


def _offer(field: Field) -> str:
    keys = _vocabulary(field).keys
    return ", ".join(keys[:12]) + (" …" if len(keys) > 12 else "")


def _refuse_outside(field: Field, number: Decimal) -> None:
    if field.minimum is not None and number < field.minimum:
        raise Unacceptable(f"has to be {field.minimum} or more")
    if field.maximum is not None and number > field.maximum:
        raise Unacceptable(f"has to be {field.maximum} or less")
