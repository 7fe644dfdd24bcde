"""Remembering which tracker is out with whom."""

import datetime
from dataclasses import dataclass, field

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.editing import made_record
from workbook.records import RECORD_TYPES, Partner
from workbook.returning.registering import whose
from workbook.sealing import State

_TRACKERS = RECORD_TYPES["trackers"]


@dataclass
class IssueTracker:
    """Keep that a tracker was made: for which partner (None: of the whole plan), from which state, due back when."""

    partner_id: str | None
    file: str
    made_from: State
    language: str
    issued_on: datetime.date
    due: datetime.date | None = None
    title: str = field(default="Send tracker to {partner}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        partner = book.one(Partner, self.partner_id)
        self.title = "Send tracker to {partner}" if partner is not None else "Send tracker of the whole plan"
        self.values = {"partner": whose(book, self.partner_id), "file": self.file}
        given = {
            "file": self.file,
            "partner": self.partner_id,
            "status": "issued",
            "issued_on": self.issued_on,
            "due": self.due,
            "language": self.language,
            "state": self.made_from.seq,
            "state_hash": self.made_from.hash,
        }
        change = change_between(_TRACKERS, None, made_record(book, _TRACKERS, given))
        return () if change is None else (change,)
