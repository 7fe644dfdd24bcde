"""Whose answers may be read: in the cooperation check nobody sees what a single partner said (domain: 7.1).

Every surface that shows records as they are (history, comparisons, search) asks here first.
"""

from workbook.book import Book
from workbook.changes import Change
from workbook.records import HealthResponse, HealthRound

ANSWERS = "health_responses"
WITHHELD_FIELDS = frozenset({"score", "comment"})
WITHHELD = "not shown"
"""What stands in place of an answer."""


def may_show_answers(book: Book, round_id: str | None) -> bool:
    """Say whether single answers of a round may be read, because every partner agreed to it beforehand."""
    round_ = book.one(HealthRound, round_id)
    return round_ is not None and round_.show_single


def is_withheld(book: Book, change: Change, field: str) -> bool:
    """Say whether a changed field is what a single partner answered, in a round that keeps this to itself."""
    if change.type != ANSWERS or field not in WITHHELD_FIELDS:
        return False
    record = book.one(HealthResponse, change.id)
    values = {**(change.before or {}), **(change.after or {})}
    round_id = record.round if record is not None else values.get("round")
    return not may_show_answers(book, round_id if isinstance(round_id, str) else None)
