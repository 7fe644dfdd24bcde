"""Needs against offers: which need is answered, by what, and which offers nobody uses yet (domain: 4.6)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.figure import Rows, rows_of
from workbook.measures.lines import LEFT_STATUSES, delivered_value_of, state_of, value_of
from workbook.records import Resource
from workbook.vocabularies import UNITS

Amount = Callable[[Resource], Decimal | None]


@dataclass(frozen=True, slots=True)
class NeedCoverage:
    """How far one need is answered, in its own unit.

    `unit` is a currency for money, a unit of the vocabulary for quantities, and empty where the need names no amount:
    then one answering line is enough, and the figures count lines. `offered` holds what is offered or pledged,
    `committed` what is committed or further; `gap` is what neither of them answers. `lines` are the answering lines.
    """

    need: Resource
    unit: str
    required: Decimal
    offered: Decimal
    committed: Decimal
    delivered: Decimal
    lines: tuple[Resource, ...]

    @property
    def gap(self) -> Decimal:
        return max(self.required - self.offered - self.committed, Decimal(0))

    @property
    def state(self) -> str:
        """One of uncovered, partly, covered, over."""
        answered = self.offered + self.committed
        if answered < self.required:
            return "partly" if answered > 0 else "uncovered"
        return "over" if answered > self.required and self.unit else "covered"

    @property
    def rows(self) -> Rows:
        return rows_of((self.need, *self.lines))


def need_coverage(book: Book) -> tuple[NeedCoverage, ...]:
    """Return how far each need is answered, in the order in which needs were made."""
    needs = book.where(Resource, kind="need")
    return tuple(coverage_of(book, need) for need in needs if need.status not in LEFT_STATUSES)


def coverage_of(book: Book, need: Resource) -> NeedCoverage:
    """Return how far one need is answered, by quantity or by value, whichever covers more of it (domain: R1).

    Where both cover the same, the quantity speaks: people know 24 months better than their value.
    """
    lines = answering_lines(book, need)
    ways = [way for way in (_by_quantity(need), _by_value(need)) if way is not None]
    found = [_coverage(need, lines, *way) for way in ways]
    if not found:
        return _coverage(need, lines, "", Decimal(1), _one, _one_delivered)
    return max(found, key=lambda c: (c.offered + c.committed) / c.required)


def amount_of(coverage: NeedCoverage, line: Resource) -> Decimal | None:
    """Return how much of a need one line answers, in the need's unit; None where the line is counted in another."""
    way = _by_quantity(coverage.need) if coverage.unit in UNITS else _by_value(coverage.need)
    return way[2](line) if way is not None and coverage.unit else Decimal(1)


def answering_lines(book: Book, need: Resource) -> tuple[Resource, ...]:
    """Return the offers and commitments that answer a need.

    Those linked to it; then those linked to no need that are of its category in its activity. Where several needs are
    of that category and activity, such a line answers one of them only: they are dealt out in turn, to needs without
    a linked line first.
    """
    linked = book.where(Resource, covers=need.id)
    own = _dealt(book, need, rivals_of(book, need.category, need.activity))
    return tuple(line for line in (*linked, *own) if state_of(line) not in (None, "needed"))


def unused_offers(book: Book) -> tuple[Resource, ...]:
    """Return the offers and pledges that answer no need: as telling as the gaps (domain: 4.6)."""
    return tuple(
        line
        for line in book.where(Resource, covers=None)
        if state_of(line) in ("offered", "pledged") and not rivals_of(book, line.category, line.activity)
    )


def _loose_lines(book: Book, need: Resource) -> tuple[Resource, ...]:
    if need.category is None or need.activity is None:
        return ()
    held = book.where(Resource, covers=None, category=need.category, activity=need.activity)
    return tuple(line for line in held if state_of(line) not in (None, "needed"))


def rivals_of(book: Book, category: object, activity: object) -> tuple[Resource, ...]:
    """Return the needs that still stand among those of a category in an activity; without either there are none."""
    if category is None or activity is None:
        return ()
    needs = book.where(Resource, kind="need", category=category, activity=activity)
    return tuple(need for need in needs if need.status not in LEFT_STATUSES)


def _dealt(book: Book, need: Resource, rivals: tuple[Resource, ...]) -> tuple[Resource, ...]:
    """Deal unlinked lines out among the needs that they could answer, in turn, those without a linked line first."""
    if need not in rivals:
        return ()
    in_turn = sorted(rivals, key=lambda rival: book.count_where(Resource, covers=rival.id) > 0)
    place = in_turn.index(need)
    return tuple(line for number, line in enumerate(_loose_lines(book, need)) if number % len(in_turn) == place)


def _by_value(need: Resource) -> tuple[str, Decimal, Amount, Amount] | None:
    required = value_of(need)
    if required is None or not required.amount:
        return None
    code = required.currency

    def promised(line: Resource) -> Decimal | None:
        money = value_of(line)
        return money.amount if money is not None and money.currency == code else None

    def arrived(line: Resource) -> Decimal | None:
        money = delivered_value_of(line)
        return money.amount if money is not None and money.currency == code else None

    return code, required.amount, promised, arrived


def _by_quantity(need: Resource) -> tuple[str, Decimal, Amount, Amount] | None:
    if not need.quantity or need.unit is None:
        return None

    def promised(line: Resource) -> Decimal | None:
        return line.quantity if line.unit == need.unit else None

    def arrived(line: Resource) -> Decimal | None:
        if line.unit != need.unit:
            return None
        return line.delivered_quantity if line.delivered_quantity is not None else _whole(line)

    return need.unit, need.quantity, promised, arrived


def _whole(line: Resource) -> Decimal | None:
    return line.quantity if line.status in ("delivered", "verified") else None


def _one(_: Resource) -> Decimal:
    return Decimal(1)


def _one_delivered(line: Resource) -> Decimal:
    return Decimal(line.status in ("delivered", "verified"))


def _coverage(
    need: Resource, lines: tuple[Resource, ...], unit: str, required: Decimal, promised: Amount, arrived: Amount
) -> NeedCoverage:
    committed = [line for line in lines if state_of(line) == "committed"]
    offered = [line for line in lines if state_of(line) != "committed"]
    return NeedCoverage(
        need, unit, required, _sum(offered, promised), _sum(committed, promised), _sum(lines, arrived), lines
    )


def _sum(lines: Iterable[Resource], amount: Amount) -> Decimal:
    return sum((amount(line) or Decimal(0) for line in lines), Decimal(0))
