"""The four kinds of capacity action, each with what was planned and what came of it (domain: 5.2, 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.capacity import people_trained, training_hours
from workbook.measures.figure import Figure, Rows, rows_of, total_by_currency
from workbook.measures.lacking import DELIVERED
from workbook.records import CapacityAction, TrainingSession


@dataclass(frozen=True, slots=True)
class KindSummary:
    """One kind of action; `kind` is empty for the actions whose kind nobody said. Costs are per currency."""

    kind: str
    actions: int
    delivered: int
    people_planned: int | None
    people_reached: Figure
    hours: Figure
    planned_cost: Mapping[str, Decimal]
    cost: Mapping[str, Decimal]
    rows: Rows


def by_kind(book: Book) -> tuple[KindSummary, ...]:
    """Return the four kinds in their order, and last the actions without a kind if there are any."""
    found = [_summary(book, kind) for kind in terms.ACTION_TYPES.keys]
    rest = _summary(book, "")
    return (*found, rest) if rest.actions else tuple(found)


def _summary(book: Book, kind: str) -> KindSummary:
    actions = [a for a in book.where(CapacityAction, type=kind or None) if a.status != "cancelled"]
    sessions = [s for a in actions for s in book.where(TrainingSession, action=a.id) if s.status != "cancelled"]
    planned = [action.planned_people for action in actions if action.planned_people is not None]
    return KindSummary(
        kind,
        len(actions),
        sum(action.status in DELIVERED for action in actions),
        sum(planned) if planned else None,
        people_trained(book, sessions),
        training_hours(book, sessions),
        total_by_currency(action.planned_cost for action in actions),
        total_by_currency(session.cost for session in sessions),
        rows_of(actions),
    )
