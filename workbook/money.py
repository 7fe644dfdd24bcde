"""Money: a decimal amount that never travels without its currency."""

import re
from decimal import Decimal, InvalidOperation
from typing import Self

import msgspec

_WRITTEN = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")


class Money(msgspec.Struct, frozen=True, order=True):
    """An amount in one currency (ISO 4217 letters).

    Amounts of different currencies are never added: `__add__` raises, and sums go through `total_by_currency`.
    """

    amount: Decimal
    currency: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Read the stored form, such as ``1250.50 EUR``; raise ValueError for anything else."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(text)
        try:
            return cls(Decimal(match[1]), match[2])
        except InvalidOperation as error:
            raise ValueError(text) from error

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} are never added")
        return Money(self.amount + other.amount, self.currency)

    def times(self, factor: Decimal) -> "Money":
        """Return the amount for a quantity, as in hours at a rate; kept exact, rounded only where it is shown."""
        return Money(self.amount * factor, self.currency)
