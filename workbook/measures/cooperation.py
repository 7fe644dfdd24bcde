"""What the cooperation check says: means, spread and response, never one partner's answers (domain: 7.1)."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.figure import Rows, mean, percent
from workbook.measures.partners import active_partners
from workbook.records import HealthResponse, HealthRound

LEAST_PARTNERS = 2
STRONG_FROM = Decimal(4)
WATCH_FROM = Decimal(3)
WIDE_SPREAD = 2
LOWEST = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """How partners answered one statement: the mean, and the spread between the partners."""

    key: str
    partners: int
    mean: Decimal | None
    spread: int | None

    @property
    def is_perception_gap(self) -> bool:
        """Partners see this so differently that they should talk about it."""
        return self.spread is not None and self.spread >= WIDE_SPREAD


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One round. `dimensions` holds a mean per foundation; None where fewer than two partners gave a score."""

    round: HealthRound
    dimensions: dict[str, Decimal | None]
    bands: dict[str, str | None]
    statements: tuple[Statement, ...]
    lowest: tuple[Statement, ...]
    answered: tuple[str, ...]
    asked: tuple[str, ...]
    response_rate: Decimal | None
    rows: Rows
    formula: str = "mean of scores from 1 to 5, don't know left out; response: partners answering / partners asked"

    @property
    def perception_gaps(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.is_perception_gap)


def round_result(book: Book, round: HealthRound) -> RoundResult:
    """Work out one round. With no list of those asked, the active partners count as asked."""
    answers = book.where(HealthResponse, round=round.id)
    scored = [answer for answer in answers if answer.score is not None]
    answered = tuple(dict.fromkeys(answer.partner for answer in answers if answer.partner))
    asked = round.asked or tuple(partner.id for partner in active_partners(book))
    asked = tuple(dict.fromkeys((*asked, *answered)))
    statements = tuple(_statement(key, scored) for key in terms.HEALTH_STATEMENTS.keys)
    dimensions = {foundation: _dimension(foundation, scored) for foundation in terms.FOUNDATIONS.keys}
    rated = sorted((s for s in statements if s.mean is not None), key=lambda s: (s.mean or 0, s.key))
    return RoundResult(
        round,
        dimensions,
        {foundation: band(value) for foundation, value in dimensions.items()},
        statements,
        tuple(rated[:LOWEST]),
        answered,
        asked,
        percent(len(answered), len(asked)),
        (("health_rounds", round.id),),
    )


def band(value: Decimal | None) -> str | None:
    """Return strong (from 4.0), watch (from 3.0) or act (below); None where there is no mean."""
    if value is None:
        return None
    return "strong" if value >= STRONG_FROM else "watch" if value >= WATCH_FROM else "act"


def latest_round(book: Book, as_of: datetime.date) -> HealthRound | None:
    """Return the last round up to a day that somebody answered."""
    dated = [r for r in book.all(HealthRound) if r.date is not None and r.date <= as_of]
    answered = [r for r in dated if book.count_where(HealthResponse, round=r.id)]
    return max(answered, key=lambda r: (r.date or datetime.date.min, r.id), default=None)


def _statement(key: str, scored: list[HealthResponse]) -> Statement:
    held = [answer for answer in scored if answer.statement == key]
    scores = [answer.score for answer in held if answer.score is not None]
    partners = len({answer.partner for answer in held})
    if partners < LEAST_PARTNERS:
        return Statement(key, partners, None, None)
    return Statement(key, partners, mean(scores), max(scores) - min(scores))


def _dimension(foundation: str, scored: list[HealthResponse]) -> Decimal | None:
    keys = {term.key for term in terms.HEALTH_STATEMENTS.in_group(foundation)}
    held = [answer for answer in scored if answer.statement in keys]
    if len({answer.partner for answer in held}) < LEAST_PARTNERS:
        return None
    return mean(answer.score for answer in held if answer.score is not None)
