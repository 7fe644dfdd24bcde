"""Which trackers are kept as sent, as one step, and from which state of the plan the next one is made."""

import datetime
from typing import Any

from workbook.book import Book
from workbook.journal import MemoryJournal
from workbook.operations import AddRecord, EditRecord
from workbook.records import Tracker
from workbook.returning.issuing import IssueTrackers, Sent, state_to_send
from workbook.sealing import State
from workbook.workbook import Author, Workbook

TODAY, DUE = datetime.date(2026, 11, 26), datetime.date(2026, 12, 10)


class Office:
    """A workbook with three partners from which trackers are sent."""

    def __init__(self) -> None:
        self.workbook = Workbook(Book.empty(), MemoryJournal(), Author("Ana"))
        names = ("Harbour Museum", "Brightrail", "Design School")
        operations = [AddRecord("partners", {"name": name}) for name in names]
        for operation in operations:
            self.workbook.do(operation)
        self.partners = [operation.record_id for operation in operations]

    @property
    def state(self) -> State:
        return state_to_send(self.workbook.history, self.workbook.state)

    def send(self, *to: str | None, language: str = "en", **options: Any) -> Any:
        sent = [Sent(one, f"{number}.xlsx") for number, one in enumerate(to)]
        return self.workbook.do(IssueTrackers(sent, self.state, language, TODAY, **options))

    @property
    def lines(self) -> list[tuple[str, str | None]]:
        return [(one.code, one.status) for one in self.workbook.book.all(Tracker)]


def test_what_goes_to_several_is_one_step_that_says_so() -> None:
    office = Office()
    first, second, _third = office.partners
    assert office.send(first).title == "Send tracker to P-01"
    assert office.send(None).title == "Send tracker of the whole plan"
    assert office.send(first, second, language="fr", due=DUE).title == "Send trackers to 2 partners"
    assert office.send(first, None, language="pt").title == "Send trackers to P-01, and of the whole plan"
    assert [code for code, _ in office.lines] == ["TR-01", "TR-02", "TR-03", "TR-04", "TR-05", "TR-06"]
    kept = office.workbook.book.all(Tracker)[2]
    assert (kept.partner, kept.file, kept.due, kept.issued_on, kept.language) == (first, "0.xlsx", DUE, TODAY, "fr")
    assert (kept.state, kept.state_hash) == office.state
    office.workbook.undo()
    office.workbook.undo()
    assert [code for code, _ in office.lines] == ["TR-01", "TR-02"]


def test_the_same_plan_is_sent_from_the_same_state_however_often() -> None:
    office = Office()
    before = office.workbook.state
    office.send(*office.partners, None)
    office.send(None)
    assert office.state == before != office.workbook.state
    office.workbook.do(EditRecord("partners", office.partners[0], {"name": "Harbour Museum Trust"}))
    assert office.state == office.workbook.state
    assert state_to_send(office.workbook.history, State(0, "")) == (0, "")


def test_the_very_same_tracker_sent_again_is_counted_once() -> None:
    office = Office()
    partner = office.partners[0]
    office.send(partner, due=DUE)
    assert office.send(partner) is None
    office.send(partner, due=DUE + datetime.timedelta(days=7))
    (line,) = office.workbook.book.all(Tracker)
    assert line.due == DUE + datetime.timedelta(days=7)
    office.send(partner, language="fr")
    assert len(office.lines) == 2


def test_nobody_waits_any_more_for_what_a_new_one_replaces() -> None:
    office = Office()
    first, second, _third = office.partners
    office.send(first, second, due=DUE)
    office.workbook.do(EditRecord("partners", first, {"name": "Harbour Museum Trust"}))
    office.send(first, replaces=True)
    assert office.lines == [("TR-01", "not_expected"), ("TR-02", "issued"), ("TR-03", "issued")]
    assert office.state == office.workbook.state, "what is late may stand in the next tracker"
    office.workbook.undo()
    assert office.lines == [("TR-01", "issued"), ("TR-02", "issued")]
