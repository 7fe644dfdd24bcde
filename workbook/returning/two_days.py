"""A date that could be two days: both readings, side by side, for the one question that a file asks."""

import datetime
from typing import NamedTuple

from workbook.formats import Formats
from workbook.kinds import Reading
from workbook.returning.edits import UnsureDate
from workbook.returning.typed import DayOrder, Typing, day_in


class Readings(NamedTuple):
    """What a date means where the day stands first, and where the month does."""

    day_first: datetime.date
    month_first: datetime.date


def readings_of(date: UnsureDate, formats: Formats) -> Readings:
    """Read a date that could be two days in both orders."""
    orders: tuple[DayOrder, DayOrder] = ("day", "month")
    return Readings(*(day_in(date.typed, Typing(Reading(formats), order)) for order in orders))
