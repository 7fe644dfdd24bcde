"""Headings that name a time: a year, a quarter, a month, a week or a day, as people write them over columns."""

import datetime
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from babel.dates import get_month_names

from workbook.bringing_in.writings import writing_of
from workbook.training.words import plain

Grain = Literal["year", "pair", "half", "quarter", "month", "week", "day"]

_LOCALES = ("en", "fr", "es", "pt", "de", "ar", "it", "nl")
_LONGEST = 200
"""Longer text over a column or in a cell is no time."""
_ANY_YEAR = 2000
"""Stands for a year that is not said; a leap year, so that it has every day."""
_REFERENCE = re.compile(r"\[[^\]]*\]|\(\d+\)$")
_RUN_TOGETHER = re.compile(r"(?<=[^\W\d_])(?=(?:19|20)\d\d(?!\d))")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PAIR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[/–-]\s*((?:19|20)?\d\d)(?!\d)")
_MONTH_NUMBER = re.compile(r"(?<!\d)(?:((?:19|20)\d\d)-(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])/((?:19|20)\d\d))(?![\d/-])")
_DATED = re.compile(
    r"(?<!\d)(?:((?:19|20)\d\d)-(\d\d)-(\d\d)|(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d))(?: 00:00:00)?(?!\d)"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})\.?(?![\d/])")
_WEEK = re.compile(r"(?i)\b(?:week of|week|wk|kw|woche(?: vom)?|semaine(?: du)?|sem|semana(?: del?)?|أسبوع)\b\.?")
_QUARTER = re.compile(
    r"(?i)(?<!\w)(?:(?:q|t|quarter|quartal|trimestre|trim|الربع)[.\s]*([1-4])"
    r"|([1-4])(?:st|nd|rd|th|er|e|[.ºª])?\s*(?:q|t|quarter|quartal|trimestre|trim))(?!\w)"
)
_HALF = re.compile(
    r"(?i)(?<!\w)(?:(?:h|s|semestre|halbjahr|half)[.\s]*([12])"
    r"|([12])(?:st|nd|er|e|[.ºª])?\s*(?:h|s|semestre|halbjahr|half))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A time that a heading names; `stem` is what else it says. Where it `lacks_year`, the year of its days is none."""

    start: datetime.date
    end: datetime.date
    grain: Grain
    stem: str = ""
    lacks_year: bool = False

    @property
    def label(self) -> str:
        """Write the time the same way whatever language the heading was in."""
        year = self.start.year
        if self.grain == "pair":
            return f"{year}/{year + 1}"
        if self.grain == "month":
            return f"{year}-{self.start.month:02}"
        parts = {"quarter": f" Q{(self.start.month + 2) // 3}", "half": f" H{(self.start.month + 5) // 6}", "year": ""}
        return f"{year}{parts[self.grain]}" if self.grain in parts else self.start.isoformat()

    @property
    def day(self) -> datetime.date:
        """Return the day of a figure about this time: its last, or one that two calendar years both leave in it."""
        return datetime.date(self.start.year, 12, 31) if self.grain == "pair" else self.end

    def in_year(self, year: int) -> "Period":
        """Return the same time of a year."""
        length = self.end - self.start
        start = _day(year, self.start.month, self.start.day)
        end = start + length if self.grain in ("week", "day") else _last_of_month(year, self.end.month)
        return replace(self, start=start, end=end, lacks_year=False)


def periods_of(headings: Sequence[str], year: int | None = None) -> list[Period | None]:
    """Return the time that each heading names; one without a year is in `year`, and later ones never before it."""
    order = writing_of([_padded(one) for one in headings]).order
    found = [_period(heading, order, months=False) for heading in headings]
    grains = Counter(period.grain for period in found if period is not None)
    if grains["month"] > grains["pair"]:
        found = [_period(heading, order, months=True) for heading in headings]
    if year is None:
        return found
    last = datetime.date.min
    for place, period in enumerate(found):
        if period is None or not period.lacks_year:
            continue
        dated = period.in_year(year)
        if dated.start < last:
            year += 1
            dated = period.in_year(year)
        found[place], last = dated, dated.start
    return found


def year_named(*texts: str) -> int | None:
    """Return the one year that a title names, or None where it names none or several."""
    named = {int(found) for text in texts for found in _YEAR.findall(text)}
    return named.pop() if len(named) == 1 else None


def month_of(text: str) -> int | None:
    """Return the number of a month that is named by its name or number."""
    word = plain(text)
    if word.isdecimal() and 1 <= int(word) <= 12:
        return int(word)
    return _month_names().get(word)


def _period(heading: str, order: str, *, months: bool) -> Period | None:
    if len(heading) > _LONGEST:
        return None
    text = _RUN_TOGETHER.sub(" ", _REFERENCE.sub(" ", heading).replace("_", " "))
    for reads in (_dated, _of_months if months else _pair, _pair, _of_months, _of_year):
        found = reads(text)
        if found is not None:
            return found
    return _without_year(text, order)


def _dated(text: str) -> Period | None:
    found = _DATED.search(text)
    if found is None:
        return None
    numbers = [int(one) for one in found.groups() if one is not None]
    year, month, day = numbers if found[1] else reversed(numbers)
    return _of_day(text, found[0], year, month, day)


def _pair(text: str) -> Period | None:
    """A year that begins within a calendar year: its first day is not told, so it is both calendar years."""
    found = _PAIR.search(text)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]) % 100:
        return None
    first = int(found[1])
    return Period(datetime.date(first, 1, 1), datetime.date(first + 1, 12, 31), "pair", _rest(text, found[0]))


def _of_months(text: str) -> Period | None:
    numbered = _MONTH_NUMBER.search(text)
    if numbered is not None:
        year, month = (numbered[1], numbered[2]) if numbered[1] else (numbered[4], numbered[3])
        return _months(int(year), int(month), 1, "month", _rest(text, numbered[0]))
    told = _YEAR.search(text)
    year, rest = (int(told[1]), _rest(text, told[0])) if told else (_ANY_YEAR, text)
    for word in re.findall(r"[^\W\d_]+", rest):
        month = _month_names().get(plain(word))
        if month is not None:
            stem = _rest(rest, word)
            short = re.fullmatch(r"['’]?(\d\d)", stem)  # Jan 24
            if short and not told:
                return _months(2000 + int(short[1]), month, 1, "month", "")
            return _months(year, month, 1, "month", stem, lacks_year=told is None)
    return None


def _of_year(text: str) -> Period | None:
    told = _YEAR.search(text)
    year, rest = (int(told[1]), _rest(text, told[0])) if told else (_ANY_YEAR, text)
    for pattern, grain, length in ((_QUARTER, "quarter", 3), (_HALF, "half", 6)):
        found = pattern.search(rest)
        if found is not None:
            first = (int(found[1] or found[2]) - 1) * length + 1
            made: Grain = "quarter" if grain == "quarter" else "half"
            return _months(year, first, length, made, _rest(rest, found[0]), lacks_year=told is None)
    is_other = told is None or _WEEK.search(rest) or _YEAR.search(rest)
    return None if is_other else _months(year, 1, 12, "year", rest)


def _without_year(text: str, order: str) -> Period | None:
    found = _DAY.search(text)
    if found is None:
        return None
    numbers = int(found[1]), int(found[2])
    month, day = numbers if order == "month" else numbers[::-1]
    made = _of_day(text, found[0], _ANY_YEAR, month, day)
    return None if made is None else replace(made, lacks_year=True)


def _of_day(text: str, found: str, year: int, month: int, day: int) -> Period | None:
    """Return a day, or the week that begins on it where the heading says so."""
    try:
        start = datetime.date(year, month, day)
    except ValueError:
        return None
    rest = _rest(text, found)
    week = _WEEK.search(rest)
    if week is None:
        return Period(start, start, "day", rest)
    return Period(start, start + datetime.timedelta(days=6), "week", _rest(rest, week[0]))


def _months(year: int, first: int, count: int, grain: Grain, stem: str, *, lacks_year: bool = False) -> Period:
    end = _last_of_month(year, first + count - 1)
    return Period(datetime.date(year, first, 1), end, grain, stem, lacks_year)


def _last_of_month(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, monthrange(year, month)[1]))


def _rest(text: str, found: str) -> str:
    return " ".join(text.replace(found, " ", 1).split()).strip(" -–—:,;/.")


def _padded(heading: str) -> str:
    """Return a day without a year as one with a year, for finding out which number is the day."""
    found = _DAY.search(heading[:_LONGEST])
    return f"{found[1]}/{found[2]}/{_ANY_YEAR}" if found and not _YEAR.search(heading) else heading


@cache
def _month_names() -> dict[str, int]:
    """Return the months by their names, long and short, in the languages that lists are written in."""
    named: dict[str, int] = {"sept": 9}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for month, name in get_month_names(width, context, locale).items():
                    named.setdefault(plain(name), month)
    return named
