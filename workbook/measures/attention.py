"""What a leader has to know in ten seconds of the indicators: how they stand, and which say nothing (domain: 6.1)."""

import datetime
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.indicators import IndicatorProgress, progress
from workbook.records import Indicator


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


def indicators(book: Book, as_of: datetime.date) -> Indicators:
    """Return how all indicators stand on a day."""
    standing = tuple(progress(book, indicator, as_of) for indicator in book.all(Indicator))
    counts: dict[str, int] = {}
    for one in standing:
        counts[one.rating] = counts.get(one.rating, 0) + 1
    return Indicators(len(standing), counts, tuple(one for one in standing if one.value is None), standing)
