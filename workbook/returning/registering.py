"""The register of trackers when one comes back: which of those that are out it is, and what is kept of it."""

import datetime
from dataclasses import dataclass

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.operations.editing import accepted, made_record
from workbook.records import RECORD_TYPES, Partner, Tracker
from workbook.returning.returned import Origin

WHOLE_PLAN = "the whole plan"
_TRACKERS = RECORD_TYPES["trackers"]


@dataclass(frozen=True)
class CameBack:
    """A file that came back: what it is called, its fingerprint, on which day, and what the partner is told."""

    file: str
    sha256: str
    day: datetime.date
    note: str = ""


def returned_change(book: Book, origin: Origin, back: CameBack) -> Change | None:
    """Say in the register that a tracker has come back; one that nobody registered when it went out gets its line."""
    partner = origin.partner_id if book.one(Partner, origin.partner_id) is not None else None
    given = {
        "status": "returned",
        "returned_on": back.day,
        "returned_file": back.file,
        "sha256": back.sha256,
        **({"note": back.note} if back.note else {}),
    }
    sent = sent_line(book, partner, origin)
    if sent is not None and sent.status != "returned":
        return change_between(_TRACKERS, sent, accepted(book, _TRACKERS, sent, given))
    made = {
        "partner": partner,
        "state": origin.state,
        "state_hash": origin.state_hash,
        "language": origin.language,
        "issued_on": origin.as_of if sent is None else sent.issued_on,
        "due": None if sent is None else sent.due,
        "file": back.file if sent is None else sent.file,
    }
    return change_between(_TRACKERS, None, made_record(book, _TRACKERS, {**made, **given}))


def sent_line(book: Book, partner_id: str | None, origin: Origin) -> Tracker | None:
    """Return the line of a tracker that was sent, by whom it went to and the state that it was made from.

    Of several it is one that is waited for, else one that nobody expects any more, else one that came back before; and
    among those one in its language, the latest.
    """
    found = [
        one
        for one in book.where(Tracker, partner=partner_id, state=origin.state)
        if one.state_hash == origin.state_hash
    ]
    return max(found, key=lambda one: (_waited_for(one), one.language == origin.language, one.id), default=None)


def _waited_for(one: Tracker) -> int:
    return 2 if one.status == "issued" else one.status != "returned"


def whose(book: Book, partner_id: str | None) -> str:
    """Return what a step calls the one to whom a tracker went: a code, as people say it."""
    partner = book.one(Partner, partner_id)
    return WHOLE_PLAN if partner is None else partner.code or partner.name
