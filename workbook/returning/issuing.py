"""Remembering which trackers are out with whom, and which state of the plan the next one is made from."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workbook.book import Book
from workbook.changes import Change, ChangeSet, change_between
from workbook.codes import free_codes
from workbook.operations.editing import accepted, made_record
from workbook.records import RECORD_TYPES, Tracker
from workbook.returning.registering import whose
from workbook.sealing import State
from workbook.states import Read

_TRACKERS = RECORD_TYPES["trackers"]
_TO_ONE, _OF_PLAN = "Send tracker to {partner}", "Send tracker of the whole plan"
_TO_SEVERAL, _TO_ALL = "Send trackers to {partners}", "Send trackers to {partners}, and of the whole plan"
_SENDING = frozenset((_TO_ONE, _OF_PLAN, _TO_SEVERAL, _TO_ALL))


class Sent(NamedTuple):
    """A tracker that was written: for which partner (None: of the whole plan), in which file."""

    partner_id: str | None
    file: str


@dataclass
class IssueTrackers:
    """Keep which trackers were made from one state of the plan, in which language, on which day, due back when.

    One that is out already, of the same state and language, is sent again and not counted twice. With `replaces`
    nobody waits any more for those that went to the same partners before.
    """

    sent: Sequence[Sent]
    state: State
    language: str
    issued_on: datetime.date
    due: datetime.date | None = None
    replaces: bool = False
    title: str = field(default=_TO_ONE, init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self._name(book)
        codes = free_codes(book, _TRACKERS)
        changes: list[Change | None] = []
        for one in self.sent:
            again = self._sent_before(book, one)
            changes += self._replaced(book, one, again) if self.replaces else ()
            changes.append(self._made(book, one, next(codes)) if again is None else self._sent_again(book, one, again))
        return tuple(change for change in changes if change is not None)

    def _name(self, book: Book) -> None:
        """Call the step by whom the trackers go to."""
        partners = [one.partner_id for one in self.sent if one.partner_id is not None]
        has_plan = len(partners) < len(self.sent)
        several = f"{len(partners)} partners" if len(partners) > 1 else "".join(whose(book, one) for one in partners)
        self.title = (_TO_ALL if partners else _OF_PLAN) if has_plan else _TO_SEVERAL if partners[1:] else _TO_ONE
        self.values = {"partner": several, "partners": several, "file": ", ".join(one.file for one in self.sent)}

    def _sent_before(self, book: Book, one: Sent) -> Tracker | None:
        """Return the line of the very same tracker that is still out."""
        same = {"partner": one.partner_id, "state": self.state.seq, "language": self.language, "status": "issued"}
        found = book.where(Tracker, **same)
        return next((held for held in found if held.state_hash == self.state.hash), None)

    def _sent_again(self, book: Book, one: Sent, again: Tracker) -> Change | None:
        given = {"file": one.file, "issued_on": self.issued_on, **({"due": self.due} if self.due is not None else {})}
        return change_between(_TRACKERS, again, accepted(book, _TRACKERS, again, given))

    def _replaced(self, book: Book, one: Sent, again: Tracker | None) -> list[Change | None]:
        """Stop waiting for what went to the same partner before."""
        found = [held for held in out_with(book, one.partner_id) if held != again]
        given = {"status": "not_expected"}
        return [change_between(_TRACKERS, held, accepted(book, _TRACKERS, held, given)) for held in found]

    def _made(self, book: Book, one: Sent, code: str) -> Change | None:
        given = {
            "code": code,
            "file": one.file,
            "partner": one.partner_id,
            "status": "issued",
            "issued_on": self.issued_on,
            "due": self.due,
            "language": self.language,
            "state": self.state.seq,
            "state_hash": self.state.hash,
        }
        return change_between(_TRACKERS, None, made_record(book, _TRACKERS, given))


def out_with(book: Book, partner_id: str | None) -> tuple[Tracker, ...]:
    """Return the trackers that a partner has and has not sent back; those of the whole plan for None."""
    return book.where(Tracker, partner=partner_id, status="issued")


def state_to_send(read: Read, last: State) -> State:
    """Return the state that a tracker is made from: the last one in which more was done than sending trackers.

    That they were sent stands in the history too, and is no news for whoever fills the next one; so the same plan
    gives the same file, however often it is sent.
    """
    for seq in range(last.seq, 0, -1):
        step = next(iter(read(seq, seq)), None)
        if step is None:
            return last
        if not _is_sending(step):
            return State(step.seq, step.hash)
    return State(0, "")


def _is_sending(step: ChangeSet) -> bool:
    """Say whether a step only added to the register; what it changed in older lines may stand in a tracker as late."""
    touched = {name for change in step.changes for name in change.before or ()}
    return step.operation in _SENDING and touched.isdisjoint(("status", "due"))
