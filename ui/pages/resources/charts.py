"""The charts of the resources, one of each for each currency, because amounts in different ones are never added."""

from collections.abc import Iterable
from decimal import Decimal

from exports.charts import Bar, StackedBars
from workbook.book import Book
from workbook.formats import Formats
from workbook.measures.budget import CategoryBudget
from workbook.measures.resources import CoFunding, Ledger
from workbook.money import Money
from workbook.vocabularies import RESOURCE_CATEGORIES

_ZERO = Decimal(0)
_MOST = 15


def by_state(held: Ledger, currency: str, formats: Formats) -> StackedBars:
    """Show the way from needed to delivered, cash and in-kind apart."""
    has_unsorted = any(column.unsorted.get(currency) for column in held.columns)
    series = ("Cash", "In kind", *(("Not said which",) if has_unsorted else ()))
    bars = []
    for column in held.columns:
        parts = [column.cash.get(currency, _ZERO), column.in_kind.get(currency, _ZERO)]
        parts += [column.unsorted.get(currency, _ZERO)] if has_unsorted else []
        total = sum(parts, _ZERO)
        text = _money(total, currency, formats) if total else "none recorded"
        bars.append(Bar(column.title, tuple(parts), text))
    return StackedBars(series, tuple(bars), currency)


def by_partner(book: Book, shares: Iterable[CoFunding], currency: str, formats: Formats) -> StackedBars:
    """Show what each partner commits; the smallest ones are summed up where there are many."""
    own = [one for one in shares if one.currency == currency]
    bars = [_share_bar(book, one, formats) for one in own[:_MOST]]
    rest = own[_MOST:]
    if rest:
        cash, in_kind = sum((one.cash for one in rest), _ZERO), sum((one.in_kind for one in rest), _ZERO)
        other = sum((one.total for one in rest), _ZERO)
        bars.append(Bar(f"{len(rest)} more partners", (cash, in_kind), _money(other, currency, formats)))
    return StackedBars(("Cash", "In kind"), tuple(bars), currency)


def _share_bar(book: Book, one: CoFunding, formats: Formats) -> Bar:
    name = book.label("partners", one.partner) if one.partner else "No provider"
    share = "" if one.share is None else f" ({formats.percent(round(one.share))})"
    return Bar(name, (one.cash, one.in_kind), f"{_money(one.total, one.currency, formats)}{share}")


def against_budget(budgets: Iterable[CategoryBudget], currency: str, formats: Formats) -> StackedBars:
    """Show by category what has arrived and what is still expected, with the agreed budget in words."""
    bars = []
    for one in budgets:
        if one.currency != currency:
            continue
        title = RESOURCE_CATEGORIES.title(one.category) if one.category else "No category"
        still = max(one.forecast - one.actual, _ZERO)
        planned = f"budget {_money(one.planned, currency, formats)}" if one.planned else "no budget agreed"
        unplanned = f"; {one.unplanned} without" if one.planned and one.unplanned else ""
        bars.append(Bar(title, (one.actual, still), f"{planned}{unplanned}"))
    return StackedBars(("Arrived", "Still expected"), tuple(bars), currency)


def _money(amount: Decimal, currency: str, formats: Formats) -> str:
    return formats.money(Money(round(amount, 2), currency))
