"""Writes the events (RFC 5545). Days are days and no moments, so that no time zone can move them."""

import datetime

from icalendar import Alarm, Calendar, Event

from exports.calendar.words import Words
from exports.edition import Edition, Progress
from workbook.measures.concerned import partners_concerned, reminder_days
from workbook.measures.deadlines import CANCELLED, Dated, calendar_of

_PRODUCT = "-//Creative Partnership Workbook//Calendar//EN"
_MORNING = datetime.timedelta(hours=9)
_DAY = datetime.timedelta(days=1)


def written(edition: Edition, moment: datetime.datetime | None, partner: str, progress: Progress) -> bytes:
    """Return the file, with lines as long and as ended as the standard wants."""
    edition = edition.translated
    words = Words(edition)
    told = [one for one in calendar_of(edition.book) if not partner or partner in partners_concerned(edition.book, one)]
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    title = words.calendar(partner)
    for name in ("name", "x-wr-calname"):
        calendar.add(name, title)
    at = moment or datetime.datetime.combine(edition.as_of, datetime.time(), datetime.UTC)
    for number, one in enumerate(told):
        if number % 16 == 0:
            progress(title, number, len(told))
        calendar.add_component(_event(edition, words, one, at))
    return bytes(calendar.to_ical())


def _event(edition: Edition, words: Words, one: Dated, moment: datetime.datetime) -> Event:
    event = Event()
    event.add("uid", f"{one.id}-{one.field}@{edition.workbook_id or 'workbook'}")
    event.add("sequence", edition.state)
    stamp = moment.astimezone(datetime.UTC).replace(microsecond=0)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", one.date)
    event.add("dtend", max(one.last or one.date, one.date) + _DAY)  # the first day after it
    event.add("summary", words.summary(one))
    event.add("description", words.description(one))
    place = words.place(one)
    if place:
        event.add("location", place)
    event.add("categories", [words.category(one)])
    event.add("status", "CANCELLED" if one.state == CANCELLED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # a deadline keeps nobody from a meeting on that day
    before = reminder_days(edition.book, one)
    if before is not None and one.date >= edition.as_of:
        event.add_component(_alarm(words.summary(one), before))
    return event


def _alarm(text: str, days: int) -> Alarm:
    """Remind in the morning of the day, and not at midnight."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", _MORNING - days * _DAY)
    return alarm
