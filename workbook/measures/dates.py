"""Whole months forward and back, as agreements and calendars count them."""

import calendar
import datetime


def months_later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day some months later (or earlier), or the last day of that month where it is shorter."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
