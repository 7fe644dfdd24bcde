"""Budget against actual, and what a result costs (domain: 4.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.capacity import held_sessions, people_trained, training_hours
from workbook.measures.figure import Figure, Rows, rows_of, total_by_currency
from workbook.measures.lines import contribution_type, delivered_value_of, state_of, value_of
from workbook.money import Money
from workbook.records import Resource, TrainingSession
from workbook.wording import Sentence, source


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
    """Return what a person trained and an hour of training cost, per currency (domain: 4.5).

    Only sessions that recorded their cost count, with the people and hours of these sessions: money for other work is
    no cost of training. Full economic valuation needs specialists and is not attempted.
    """
    costed = [session for session in held_sessions(book) if session.cost is not None]
    costs = total_by_currency(session.cost for session in costed)
    return tuple(
        figure
        for code, amount in costs.items()
        for figure in _costs(book, Money(amount, code), [s for s in costed if s.cost and s.cost.currency == code])
    )


def _costs(book: Book, cost: Money, sessions: list[TrainingSession]) -> Iterator[Figure]:
    for title, counted, per in (
        ("Cost for one person trained", source("people trained"), people_trained(book, sessions)),
        ("Cost for one hour of training", source("training hours"), training_hours(book, sessions)),
    ):
        value = Decimal(per.value) if isinstance(per.value, int | Decimal) and per.value else None
        each = None if value is None else Money(cost.amount / value, cost.currency)
        formula = Sentence("cost of the sessions that recorded it / their {count}", count=Sentence(counted))
        yield Figure(title, each, cost.currency, formula, rows_of(sessions))


@dataclass(frozen=True, slots=True)
class CategoryBudget:
    """The budget of one category in one currency. `unplanned` counts lines for which no budget was agreed."""

    category: str | None
    currency: str
    planned: Decimal
    forecast: Decimal
    actual: Decimal
    unplanned: int
    rows: Rows


def budget_by_category(book: Book) -> tuple[CategoryBudget, ...]:
    """Sum the budget lines by category, each currency for itself; the largest forecast first."""
    groups: dict[tuple[str, str | None], list[BudgetLine]] = {}
    for one in budget(book):
        for code in {money.currency for money in (one.planned, one.forecast, one.actual) if money is not None}:
            groups.setdefault((code, one.line.category), []).append(one)
    found = [_category(category, code, lines) for (code, category), lines in groups.items()]
    return tuple(sorted(found, key=lambda one: (one.currency, -max(one.forecast, one.planned), one.category or "")))


def _category(category: str | None, code: str, lines: list[BudgetLine]) -> CategoryBudget:
    def total(amounts: Iterable[Money | None]) -> Decimal:
        return total_by_currency(amounts).get(code, Decimal(0))

    return CategoryBudget(
        category,
        code,
        total(one.planned for one in lines),
        total(one.forecast for one in lines),
        total(one.actual for one in lines),
        sum(one.planned is None for one in lines),
        rows_of(one.line for one in lines),
    )
