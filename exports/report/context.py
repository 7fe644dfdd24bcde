"""What every section of a report is made from: the report's own words, its period, and the checks run once."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from exports.outline import Note, Row
from exports.outline.showing import Showing
from workbook.book import Book
from workbook.checks import Checker, Finding, Score, scores
from workbook.measures import Figure
from workbook.measures.dates import months_later
from workbook.measures.figure import Rows
from workbook.measures.indicators import ObjectiveRating, objective_rating
from workbook.measures.overall import overall_rating
from workbook.records import RECORD_TYPES, Objective, Report
from workbook.since import Since
from workbook.vocabularies import RATINGS
from workbook.wording import Sentence

_ROWS_NAMED = 8
_DEFAULT_MONTHS = 3


@dataclass(frozen=True)
class Context:
    """One report of one edition."""

    showing: Showing
    report: Report
    since: Since | None = None

    @property
    def book(self) -> Book:
        return self.showing.edition.book

    @property
    def as_of(self) -> datetime.date:
        return self.showing.edition.as_of

    @cached_property
    def _checker(self) -> Checker:
        checker = Checker(self.as_of)
        checker.run(self.book)
        return checker

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._checker.findings

    @cached_property
    def scores(self) -> dict[str, Score]:
        return scores(self.book, self.findings, self._checker.unjudged)

    @cached_property
    def objectives(self) -> tuple[ObjectiveRating, ...]:
        return tuple(objective_rating(self.book, objective, self.as_of) for objective in self.book.all(Objective))

    @cached_property
    def overall(self) -> tuple[str, str]:
        """The overall rating and its reason: the report's own, else the worst of the objectives."""
        if self.report.rating:
            return self.report.rating, self.report.rating_reason or self.showing.say("The reason is not written yet.")
        rating, reason = overall_rating(self.objectives)
        return rating, self.showing.told(reason)

    @property
    def period(self) -> tuple[datetime.date, datetime.date]:
        """The days that the report is about; three months up to its day where nobody named them."""
        end = self.report.period_end or self.as_of
        return self.report.period_start or months_later(end, -_DEFAULT_MONTHS), end

    def day(self, day: datetime.date | None, nothing: str = "–") -> str:
        """Write a day."""
        return nothing if day is None else self.showing.edition.formats.date(day)

    def rows(self, rows: Rows) -> str:
        """Name the rows behind a figure by their codes, as far as they have room."""
        codes = []
        for type_name, record_id in rows:
            record = self.book.get(type_name, record_id)
            code = getattr(record, "code", "") if RECORD_TYPES[type_name].code_prefix else ""
            if code and code not in codes:
                codes.append(code)
        named = self.showing.listed(codes[:_ROWS_NAMED])
        more = len(codes) - _ROWS_NAMED
        if more > 0:
            return self.showing.say("{named} and {count} more", named=named, count=more)
        return named or self.showing.say("none")

    def origin(self, formula: str, rows: Rows = (), /, **values: object) -> Note:
        """Say how a figure is worked out and from which rows; the formula is a source string or a sentence."""
        told = self.showing.told(Sentence(formula, **values) if values else formula)
        sentence = f"{told[:1].upper()}{told[1:]}".rstrip(".")
        if not rows:
            return Note(f"{sentence}.")
        return self.showing.note("{formula}. Rows: {rows}.", formula=sentence, rows=self.rows(rows))

    def figure_row(self, figure: Figure) -> Row:
        """Return a figure as a row: what, how much, how it is worked out, from which rows."""
        told = self.showing.told
        return Row((told(figure.title), self.showing.figure(figure), told(figure.formula), self.rows(figure.rows)))

    def rating(self, rating: str) -> str:
        """Say a rating in words."""
        return self.showing.term(RATINGS, rating)
