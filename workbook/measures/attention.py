"""What a leader has to know in ten seconds: what runs out, and of what nobody knows how far it is (domain: 6.1)."""

import datetime
from dataclasses import dataclass

from workbook.book import Book, label_of, name_of
from workbook.measures.agreements import covers, days_to_expiry, terms_in_effect
from workbook.measures.indicators import IndicatorProgress, progress
from workbook.records import RECORD_TYPES, Agreement, Indicator

REVIEW_DAYS = 30
"""So many days before it an agreement's review is told (domain: alerts at 90 and 30 days)."""
DEFAULT_REMINDER_DAYS = 90


@dataclass(frozen=True, slots=True)
class Expiring:
    """An agreement in force that ends, or has to be reviewed, soon; `days` until `date`, `what` in words."""

    agreement: Agreement
    label: str
    date: datetime.date
    days: int
    what: str


@dataclass(frozen=True, slots=True)
class Indicators:
    """How many indicators there are and how they stand, by rating; `silent` are those without data (never zero)."""

    of: int
    by_rating: dict[str, int]
    silent: tuple[IndicatorProgress, ...]
    all: tuple[IndicatorProgress, ...]

    @property
    def with_data(self) -> int:
        return self.of - len(self.silent)


def expiring(book: Book, as_of: datetime.date) -> tuple[Expiring, ...]:
    """Return the agreements in force that end within their own reminder or are reviewed soon, soonest first."""
    found = []
    for agreement in book.all(Agreement):
        if agreement.level == "amendment" or not covers(book, agreement, as_of):
            continue
        terms = terms_in_effect(book, agreement)
        label = label_of(book, RECORD_TYPES[name_of(Agreement)], agreement)
        left = days_to_expiry(terms, as_of)
        reminder = DEFAULT_REMINDER_DAYS if agreement.reminder_days is None else agreement.reminder_days
        if left is not None and terms.expiry is not None and left <= reminder:
            found.append(Expiring(agreement, label, terms.expiry, left, "ends"))
        elif terms.review is not None and (days := (terms.review - as_of).days) <= REVIEW_DAYS:
            found.append(Expiring(agreement, label, terms.review, days, "to be reviewed"))
    return tuple(sorted(found, key=lambda one: (one.days, one.label)))


def indicators(book: Book, as_of: datetime.date) -> Indicators:
    """Return how all indicators stand on a day."""
    standing = tuple(progress(book, indicator, as_of) for indicator in book.all(Indicator))
    counts: dict[str, int] = {}
    for one in standing:
        counts[one.rating] = counts.get(one.rating, 0) + 1
    return Indicators(len(standing), counts, tuple(one for one in standing if one.value is None), standing)
