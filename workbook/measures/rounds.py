"""Rounds of the cooperation check while they run and beside each other (domain: 7.1).

What only two partners answered is told in words: each of the two knows its own answer, and any figure would tell it
the other's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.cooperation import LEAST_PARTNERS, WIDE_SPREAD, Statement, band
from workbook.measures.figure import mean, percent
from workbook.measures.partners import active_partners
from workbook.records import HealthResponse, HealthRound, Partner

LEAST_FOR_FIGURES = LEAST_PARTNERS + 1
"""From how many partners on a spread, or the mean of one statement, may be told as a figure."""

Answers = Mapping[str, HealthResponse]


@dataclass(frozen=True, slots=True)
class Dimension:
    """One foundation in one round: the mean, and between which means of single partners it lies.

    `low` and `high` are None where fewer than three partners gave a score; nobody is named by them.
    """

    key: str
    partners: int
    asked: int
    mean: Decimal | None
    low: Decimal | None
    high: Decimal | None
    is_wide: bool

    @property
    def band(self) -> str | None:
        return band(self.mean)

    @property
    def spread(self) -> Decimal | None:
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def response_rate(self) -> Decimal | None:
        """Partners that gave a score here, of those asked."""
        return percent(self.partners, self.asked)


def asked_partners(book: Book, round: HealthRound) -> tuple[Partner, ...]:
    """Return who is asked in a round, in the order of the partners, with whoever answered though not asked."""
    answered = {answer.partner for answer in book.where(HealthResponse, round=round.id)}
    wanted = {*(round.asked or (partner.id for partner in active_partners(book))), *answered}
    return tuple(partner for partner in book.all(Partner) if partner.id in wanted)


def answers_of(book: Book, round_id: str, partner_id: str) -> Answers:
    """Return what one partner answered in one round, by statement; for counting and for that partner alone."""
    return {
        answer.statement: answer
        for answer in book.where(HealthResponse, round=round_id, partner=partner_id)
        if answer.statement
    }


def next_open(answers: Answers) -> int:
    """Return the place of the first statement without an answer; the number of statements where none is left."""
    keys = terms.HEALTH_STATEMENTS.keys
    return next((place for place, key in enumerate(keys) if key not in answers), len(keys))


def dimensions(book: Book, round: HealthRound) -> tuple[Dimension, ...]:
    """Work out each foundation in a round."""
    asked = len(asked_partners(book, round))
    scored = [answer for answer in book.where(HealthResponse, round=round.id) if answer.score is not None]
    return tuple(_dimension(key, scored, asked) for key in terms.FOUNDATIONS.keys)


def rounds_in_order(book: Book) -> tuple[HealthRound, ...]:
    """Return the rounds by date, those without one last."""
    return tuple(sorted(book.all(HealthRound), key=lambda one: (one.date is None, one.date, one.id)))


def is_guarded(statement: Statement) -> bool:
    """Say whether figures about a statement would tell one partner what another answered."""
    return statement.partners < LEAST_FOR_FIGURES


def shown_mean(value: Decimal) -> Decimal:
    """Return a mean as it is told: to one decimal, or to two where one would put it into another band."""
    told = round(value, 1)
    return told if band(told) == band(value) else round(value, 2)


def comments_on(book: Book, round: HealthRound, statement: str) -> tuple[str, ...]:
    """Return the comments on a statement in an order that names nobody; none where too few partners answered."""
    held = book.where(HealthResponse, round=round.id, statement=statement)
    if len(held) < LEAST_FOR_FIGURES:
        return ()
    return tuple(sorted(answer.comment.strip() for answer in held if answer.comment.strip()))


def spread_in_words(spread: Decimal | int | None) -> str:
    """Say how far apart partners are, without a figure."""
    if spread is None:
        return "not enough answers"
    if spread >= WIDE_SPREAD:
        return "seen very differently"
    return "seen alike" if spread == 0 else "seen a little differently"


def _dimension(key: str, scored: list[HealthResponse], asked: int) -> Dimension:
    statements = {term.key for term in terms.HEALTH_STATEMENTS.in_group(key)}
    by_partner: dict[str, list[int]] = {}
    for answer in scored:
        if answer.statement in statements and answer.partner and answer.score is not None:
            by_partner.setdefault(answer.partner, []).append(answer.score)
    count = len(by_partner)
    if count < LEAST_PARTNERS:
        return Dimension(key, count, asked, None, None, None, is_wide=False)
    means = [value for value in (mean(scores) for scores in by_partner.values()) if value is not None]
    whole = mean(score for scores in by_partner.values() for score in scores)
    is_wide = max(means) - min(means) >= WIDE_SPREAD
    if count < LEAST_FOR_FIGURES:
        return Dimension(key, count, asked, whole, None, None, is_wide)
    return Dimension(key, count, asked, whole, min(means), max(means), is_wide)
