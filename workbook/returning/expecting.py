"""Giving a tracker up that will not come back, and waiting for it after all."""

from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.editing import accepted, existing_record
from workbook.records import RECORD_TYPES

_TRACKERS = RECORD_TYPES["trackers"]
_GIVEN_UP, _WAITED_FOR = "No longer wait for tracker {tracker}", "Wait for tracker {tracker} again"


@dataclass
class ExpectTracker:
    """Say whether anybody waits for a tracker; it comes into the register all the same if it does come back."""

    record_id: str
    is_expected: bool
    note: str | None = None
    title: str = field(default=_GIVEN_UP, init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        tracker = existing_record(book, _TRACKERS, self.record_id)
        self.title = _WAITED_FOR if self.is_expected else _GIVEN_UP
        self.values = {"tracker": book.label("trackers", self.record_id)}
        given: dict[str, str] = {"status": "issued" if self.is_expected else "not_expected"}
        given |= {} if self.note is None else {"note": self.note}
        change = change_between(_TRACKERS, tracker, accepted(book, _TRACKERS, tracker, given))
        return () if change is None else (change,)
