"""Numbers, percentages and money: decimal throughout, never a float."""

from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import is_currency

from workbook.fields import Field
from workbook.kinds.base import Kind, Plain, Reading, Unacceptable, quoted
from workbook.money import Money

MOST_DIGITS = 24


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
                f"{quoted(text)} is not a number; write it like {reading.formats.number(Decimal('1234.5'))}"
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
            raise Unacceptable(f"{quoted(value.currency)} is not a currency; use three letters, such as EUR")
        _refuse_outside(field, Number().exact(value.amount))
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
            example = letters if is_currency(letters) else "EUR"
            raise Unacceptable(f"{quoted(text)} is not an amount; write it like “1250.50 {example}”") from None

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^-?\d+(\.\d+)? [A-Z]{3}$"}


def _refuse_outside(field: Field, number: Decimal) -> None:
    if field.minimum is not None and number < field.minimum:
        raise Unacceptable(f"has to be {field.minimum} or more")
    if field.maximum is not None and number > field.maximum:
        raise Unacceptable(f"has to be {field.maximum} or less")
