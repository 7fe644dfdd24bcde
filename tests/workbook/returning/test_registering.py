"""Which line of the register a tracker belongs to that comes back, and what is kept of it."""

import datetime
from typing import Any

from workbook.book import Book
from workbook.journal import MemoryJournal
from workbook.operations import AddRecord
from workbook.records import Partner, Tracker
from workbook.returning.registering import CameBack, returned_change, sent_line
from workbook.returning.returned import Origin
from workbook.workbook import Author, Workbook

TODAY = datetime.date(2026, 11, 26)


class Register:
    """A workbook with one partner, and trackers that are out with it."""

    def __init__(self) -> None:
        self.workbook = Workbook(Book.empty(), MemoryJournal(), Author("Ana"))
        self.workbook.do(AddRecord("partners", {"name": "Harbour Museum"}))
        (self.partner,) = (one.id for one in self.workbook.book.all(Partner))

    def line(self, **given: Any) -> str:
        known = {"partner": self.partner, "state": 7, "state_hash": "abc", "language": "en", "file": "out.xlsx"}
        operation = AddRecord("trackers", known | given)
        self.workbook.do(operation)
        return operation.record_id

    def origin(self, language: str = "en", state_hash: str = "abc") -> Origin:
        return Origin("w", 7, state_hash, TODAY, self.partner, language, False)

    def found(self, origin: Origin) -> str:
        line = sent_line(self.workbook.book, self.partner, origin)
        return "" if line is None else line.id


def test_a_line_is_found_by_partner_state_and_language_and_what_is_waited_for_comes_first() -> None:
    register = Register()
    assert not register.found(register.origin())
    back = register.line(status="returned")
    assert register.found(register.origin()) == back
    lost = register.line(status="not_expected")
    assert register.found(register.origin()) == lost
    english, french = register.line(), register.line(language="fr")
    assert register.found(register.origin()) == english
    assert register.found(register.origin("fr")) == french
    assert not register.found(register.origin(state_hash="of another copy"))


def test_what_nobody_expected_any_more_counts_as_returned_when_it_comes() -> None:
    register = Register()
    lost = register.line(status="not_expected", note="They said they lost it.")
    back = CameBack("found again.xlsx", "f" * 64, TODAY)
    change = returned_change(register.workbook.book, register.origin(), back)
    assert change is not None
    line = register.workbook.book.apply([change]).one(Tracker, lost)
    assert line is not None
    assert (line.status, line.returned_on, line.returned_file) == ("returned", TODAY, "found again.xlsx")
    assert line.note == "They said they lost it."


def test_a_second_file_of_one_tracker_gets_a_line_of_its_own_that_says_when_it_was_sent() -> None:
    register = Register()
    register.line(status="returned", issued_on=datetime.date(2026, 11, 2), due=TODAY, sha256="e" * 64)
    change = returned_change(register.workbook.book, register.origin(), CameBack("second.xlsx", "f" * 64, TODAY))
    assert change is not None
    first, second = register.workbook.book.apply([change]).all(Tracker)
    assert (second.issued_on, second.due, second.file) == (first.issued_on, first.due, "out.xlsx")
    assert (first.sha256, second.sha256) == ("e" * 64, "f" * 64)
