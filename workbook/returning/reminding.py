"""A few sentences that remind a partner of a tracker, to be pasted into an e-mail."""

import datetime

from workbook.book import Book
from workbook.records import Tracker
from workbook.returning.register import line_of
from workbook.wording import Sentence


def reminder(book: Book, tracker: Tracker, as_of: datetime.date) -> tuple[Sentence, ...]:
    """Return what to write to those who have a tracker: what they were sent and when, by when it is needed, the ask."""
    return tuple(one for one in (_sent(book, tracker), _due(tracker, as_of), _ask()) if one)


def _sent(book: Book, tracker: Tracker) -> Sentence:
    plan, file, day = book.plan.title, tracker.file, tracker.issued_on
    if day is None:
        return Sentence("We sent you the tracker of “{plan}”: the file {file}.", plan=plan, file=file)
    return Sentence("On {day} we sent you the tracker of “{plan}”: the file {file}.", day=day, plan=plan, file=file)


def _due(tracker: Tracker, as_of: datetime.date) -> Sentence | None:
    if tracker.due is None:
        return None
    if line_of(tracker, as_of).group == "overdue":
        return Sentence("It was due back on {day} and has not reached us yet.", day=tracker.due)
    return Sentence("It is due back on {day}.", day=tracker.due)


def _ask() -> Sentence:
    return Sentence("Please fill in what you know and send the file back; if nothing has changed, send it as it is.")
