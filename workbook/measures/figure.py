"""A figure that can be followed back to the rows it was made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import name_of
from workbook.money import Money
from workbook.records import Record

Rows = tuple[tuple[str, str], ...]
Sums = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as people see it.

    `title`, `unit` and `formula` are English source strings; `rows` are the (type, id) pairs it was made from, so that
    a reader can go there. `value` is None where nothing was recorded: *not assessed* is something else than zero.
    """

    title: str
    value: Decimal | Money | int | None
    unit: str
    formula: str
    rows: Rows = ()


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """Return a part as a percentage of a whole; None where there is no whole to be a part of."""
    return None if whole == 0 else Decimal(part) * 100 / Decimal(whole)


def mean(values: Iterable[Decimal | int]) -> Decimal | None:
    """Return the mean; None where there is nothing to average."""
    held = [Decimal(value) for value in values]
    return sum(held, Decimal(0)) / len(held) if held else None


def rows_of(records: Iterable[Record]) -> Rows:
    """Return the (type, id) pairs of records."""
    return tuple((name_of(type(record)), record.id) for record in records)


def total_by_currency(amounts: Iterable[Money | None]) -> dict[str, Decimal]:
    """Add amounts currency by currency, which are never added to each other; unknown amounts are left out."""
    sums: dict[str, Decimal] = {}
    for money in amounts:
        if money is not None:
            sums[money.currency] = sums.get(money.currency, Decimal(0)) + money.amount
    return dict(sorted(sums.items()))


def added(*several: Sums) -> dict[str, Decimal]:
    """Add sums per currency, each currency for itself."""
    return total_by_currency(Money(amount, code) for sums in several for code, amount in sums.items())
