"""Budget against actual, and what a result costs (domain: 4.5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.capacity import people_trained, training_hours
from workbook.measures.figure import Figure, rows_of, total_by_currency
from workbook.measures.lines import contribution_type, delivered_value_of, state_of, value_of
from workbook.measures.resources import committed_lines
from workbook.money import Money
from workbook.records import Resource


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line: the budget as agreed, what is expected now, what has arrived, and how far they are apart.

    `variance` is expected now minus budget, `left` is expected now minus arrived; None where one of the two is not
    known or they are in different currencies.
    """

    line: Resource
    planned: Money | None
    forecast: Money | None
    actual: Money | None
    variance: Money | None
    left: Money | None


def budget(book: Book) -> tuple[BudgetLine, ...]:
    """Return every offer, pledge and commitment that has a money value; the agreed budget is never changed by it."""
    found = []
    for line in book.all(Resource):
        if state_of(line) in (None, "needed") or contribution_type(line) == "non_valued":
            continue
        planned, forecast, actual = line.planned_value, value_of(line), delivered_value_of(line)
        if any(money is not None for money in (planned, forecast, actual)):
            found.append(
                BudgetLine(line, planned, forecast, actual, _apart(forecast, planned), _apart(forecast, actual))
            )
    return tuple(found)


def _apart(more: Money | None, less: Money | None) -> Money | None:
    if more is None or less is None or more.currency != less.currency:
        return None
    return Money(more.amount - less.amount, more.currency)


def cost_figures(book: Book) -> tuple[Figure, ...]:
    """Return what a person trained and an hour of training cost in committed cash, per currency (domain: 4.5).

    Full economic valuation needs specialists and is not attempted.
    """
    lines = [line for line in committed_lines(book) if contribution_type(line) == "cash"]
    cash = total_by_currency(value_of(line) for line in lines)
    people, hours = people_trained(book), training_hours(book)
    return tuple(
        figure
        for code, amount in cash.items()
        for figure in _costs(Money(amount, code), rows_of(lines) + people.rows, people, hours)
    )


def _costs(cash: Money, rows: tuple[tuple[str, str], ...], people: Figure, hours: Figure) -> Iterator[Figure]:
    for title, per in (("Cash for one person trained", people), ("Cash for one hour of training", hours)):
        value = Decimal(per.value) if isinstance(per.value, int | Decimal) and per.value else None
        cost = None if value is None else Money(cash.amount / value, cash.currency)
        yield Figure(title, cost, cash.currency, f"cash committed / {per.title.lower()}", rows)
