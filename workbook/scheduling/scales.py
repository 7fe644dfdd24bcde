"""The head of a timeline: which two scales suit a zoom, and where each of their parts begins, in words."""

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple

from babel import dates as babel_dates

from workbook.formats import Formats
from workbook.measures.dates import months_later

LATEST = datetime.date(9990, 1, 1)
Zoom = tuple[str, float]
ZOOMS: tuple[Zoom, ...] = (("day", 28.0), ("week", 11.0), ("month", 4.0), ("quarter", 1.5), ("year", 0.55))
"""The named zooms, each with how many pixels (or points) a day gets."""


class Part(NamedTuple):
    """A part of a scale: from its first day to the day after its last, and what is written over it."""

    first: datetime.date
    after: datetime.date
    text: str


class Scales(NamedTuple):
    """The upper and the lower row of the head."""

    upper: tuple[Part, ...]
    lower: tuple[Part, ...]


Step = Callable[[datetime.date, Formats], tuple[datetime.date, datetime.date]]


class _Unit(NamedTuple):
    """A unit of time: the one that holds a day, and how it is written in full and beside a larger one."""

    around: Step
    pattern: str


def scales(first: datetime.date, last: datetime.date, day_width: float, formats: Formats) -> Scales:
    """Return the two scales for the days from first to last at a zoom."""
    upper, lower = _chosen(day_width)
    return Scales(tuple(_parts(upper, first, last, formats)), tuple(_parts(lower, first, last, formats)))


def is_weekend(day: datetime.date, formats: Formats) -> bool:
    """Say whether a day belongs to the weekend where the language is spoken."""
    start, end = formats.locale.weekend_start, formats.locale.weekend_end
    number = day.weekday()
    return start <= number <= end if start <= end else number >= start or number <= end


def week_around(day: datetime.date, formats: Formats) -> tuple[datetime.date, datetime.date]:
    """Return the first day of the week that holds a day, and of the next."""
    first = day - datetime.timedelta(days=(day.weekday() - formats.locale.first_week_day) % 7)
    return first, first + datetime.timedelta(days=7)


def _day(day: datetime.date, _formats: Formats) -> tuple[datetime.date, datetime.date]:
    return day, day + datetime.timedelta(days=1)


def _months(count: int) -> Step:
    def around(day: datetime.date, _formats: Formats) -> tuple[datetime.date, datetime.date]:
        first = day.replace(month=day.month - (day.month - 1) % count, day=1)
        return first, months_later(first, count)

    return around


def _years(count: int) -> Step:
    def around(day: datetime.date, _formats: Formats) -> tuple[datetime.date, datetime.date]:
        first = datetime.date(max(1, day.year - day.year % count), 1, 1)
        return first, datetime.date(day.year - day.year % count + count, 1, 1)

    return around


_MONTH_OF_YEAR = _Unit(_months(1), "yMMMM")
_QUARTER_OF_YEAR = _Unit(_months(3), "yQQQ")
_YEAR = _Unit(_years(1), "y")
_SCALES: tuple[tuple[float, _Unit, _Unit], ...] = (
    (19.0, _MONTH_OF_YEAR, _Unit(_day, "d")),
    (7.5, _MONTH_OF_YEAR, _Unit(week_around, "MMMd")),
    (2.6, _QUARTER_OF_YEAR, _Unit(_months(1), "LLLL")),
    (1.1, _YEAR, _Unit(_months(1), "LLL")),
    (0.36, _YEAR, _Unit(_months(3), "QQQ")),
    (0.1, _Unit(_years(10), "y"), _YEAR),
    (0.0, _Unit(_years(100), "y"), _Unit(_years(10), "y")),
)


def _chosen(day_width: float) -> tuple[_Unit, _Unit]:
    return next((upper, lower) for least, upper, lower in _SCALES if day_width >= least)


def _parts(unit: _Unit, first: datetime.date, last: datetime.date, formats: Formats) -> Iterator[Part]:
    begin, after = unit.around(first, formats)
    while begin <= last and begin < LATEST:
        yield Part(begin, after, _written(unit.pattern, begin, formats))
        begin, after = unit.around(after, formats)


def _written(pattern: str, day: datetime.date, formats: Formats) -> str:
    """Write a day by a pattern; one that joins several fields is ordered as the language orders them."""
    if pattern in formats.locale.datetime_skeletons:
        return babel_dates.format_skeleton(pattern, day, locale=formats.locale)
    return babel_dates.format_date(day, pattern, locale=formats.locale)
