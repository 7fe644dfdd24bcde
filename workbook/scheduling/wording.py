"""An activity on the timeline in one sentence, for those who hear it and for those who read it."""

import datetime

from workbook.book import Book
from workbook.formats import Formats
from workbook.records import Activity
from workbook.scheduling.links import breaks, short
from workbook.scheduling.spans import Span, days_late, span_of, state_of


def span_in_words(span: Span | None, formats: Formats) -> str:
    """Write days in words: “3 Mar – 30 Oct 2026”, or one day alone."""
    if span is None:
        return "no dates yet"
    return formats.date(span.first) if span.first == span.last else formats.interval(span.first, span.last)


def in_words(book: Book, activity: Activity, as_of: datetime.date, formats: Formats) -> str:
    """Say what an activity is, when, how it stands and what it waits for."""
    parts = [span_in_words(span_of(activity), formats), *standing(activity, as_of)]
    after = [short(book, one) for one in activity.depends_on]
    if after:
        parts.append(f"after {', '.join(after)}")
    parts += [
        f"begins {_days(found.days)} before {short(book, found.before.id)} ends" for found in breaks(book, activity)
    ]
    name = " ".join(part for part in (activity.code, activity.title) if part)
    return f"{name}: {', '.join(parts)}"


def standing(activity: Activity, as_of: datetime.date) -> list[str]:
    """Say how an activity stands on a day, in the words that a bar carries."""
    state, words = state_of(activity, as_of), []
    if activity.milestone:
        words.append("milestone")
    if state == "late":
        words.append(f"{_days(days_late(activity, as_of))} late")
    elif state in ("done", "cancelled"):
        words.append(state)
    if activity.done is not None and state not in ("done", "cancelled"):
        words.append(f"{activity.done}% done")
    return words


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
