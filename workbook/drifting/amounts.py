"""How much of what a partner agreed to bring has changed: cash and in-kind apart, and each currency by itself."""

from collections.abc import Mapping
from decimal import Decimal

from workbook.book import Book
from workbook.measures.lines import contribution_type, state_of, value_of
from workbook.records import Resource

_Key = tuple[str | None, str | None, str]
"""Provider, cash or in kind, currency."""


class Amounts:
    """What each partner brings, then and now; amounts of different currencies are never put together."""

    def __init__(self, sealed: Book, now: Book) -> None:
        self._then, self._now = _totals(sealed), _totals(now)

    def share(self, line: Resource) -> Decimal | None:
        """Return by how many per cent of the agreed amount the sum that a line belongs to has changed.

        None where nothing was agreed in that currency, so that no share can be worked out.
        """
        value = value_of(line)
        if value is None:
            return None
        key = (line.provider, contribution_type(line), value.currency)
        before = self._then.get(key)
        if not before:
            return None
        return abs(self._now.get(key, Decimal(0)) - before) * 100 / before

    @property
    def has_grown(self) -> bool:
        """Say whether anybody brings more than was agreed."""
        return any(amount > self._then.get(key, Decimal(0)) for key, amount in self._now.items())


def share_of_quantity(then: Resource, now: Resource) -> Decimal | None:
    """Return by how many per cent a quantity without a value has changed; None where it cannot be compared."""
    if then.unit != now.unit or not then.quantity or now.quantity is None:
        return None
    return abs(now.quantity - then.quantity) * 100 / then.quantity


def _totals(book: Book) -> Mapping[_Key, Decimal]:
    totals: dict[_Key, Decimal] = {}
    for line in book.all(Resource):
        value = value_of(line) if state_of(line) in ("pledged", "committed") else None
        if value is not None:
            key = (line.provider, contribution_type(line), value.currency)
            totals[key] = totals.get(key, Decimal(0)) + value.amount
    return totals
