"""How trackers stand on a day, who may get one, and what reminds those who have one."""

import datetime
from typing import Any

import pytest

from tests.golden.plans import example
from workbook.book import Book
from workbook.formats import Formats
from workbook.journal import MemoryJournal
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.partner_sheets import rows_of
from workbook.records import Partner, Tracker
from workbook.returning.expecting import ExpectTracker
from workbook.returning.recipients import recipients
from workbook.returning.register import line_of, register_of, usual_due
from workbook.returning.reminding import reminder
from workbook.workbook import Author, Workbook

TODAY = datetime.date(2026, 11, 26)


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def book_of(*trackers: dict[str, Any]) -> Book:
    workbook = Workbook(Book.empty(), MemoryJournal(), Author("Ana"))
    for given in trackers:
        workbook.do(AddRecord("trackers", given))
    return workbook.book


def test_lines_stand_in_groups_the_most_pressing_first() -> None:
    book = book_of(
        {"file": "late", "due": days(-3)},
        {"file": "back first", "status": "returned", "returned_on": days(-9), "due": days(-20)},
        {"file": "no date", "issued_on": days(-2)},
        {"file": "no date, longer out", "issued_on": days(-5), "status": None},
        {"file": "later", "due": days(30)},
        {"file": "given up", "status": "not_expected", "due": days(-90)},
        {"file": "today", "due": TODAY},
        {"file": "longest late", "due": days(-40)},
        {"file": "back last", "status": "returned", "returned_on": days(-1)},
    )
    found = [(line.group, line.tracker.file, line.days_left) for line in register_of(book, TODAY)]
    assert found == [
        ("overdue", "longest late", -40),
        ("overdue", "late", -3),
        ("out", "today", 0),
        ("out", "later", 30),
        ("out", "no date, longer out", None),
        ("out", "no date", None),
        ("returned", "back last", None),
        ("returned", "back first", None),
        ("not_expected", "given up", None),
    ]
    assert [line.is_waited_for for line in register_of(book, TODAY)] == [True] * 6 + [False] * 3


def test_a_tracker_is_due_two_weeks_later_if_nobody_says_otherwise() -> None:
    assert usual_due(TODAY) == datetime.date(2026, 12, 10)


def test_a_partner_gets_the_rows_that_concern_it_and_those_with_rows_are_offered_first() -> None:
    workbook = Workbook(example(), MemoryJournal(), Author("Ana"))
    workbook.do(AddRecord("partners", {"name": "New here"}))
    first, second = (one.id for one in workbook.book.all(Partner)[:2])
    workbook.do(EditRecord("partners", first, {"status": "withdrawn"}))
    workbook.do(AddRecord("trackers", {"file": "out.xlsx", "partner": second}))
    found = recipients(workbook.book)
    assert found[-1].partner.id == first
    assert (found[-2].partner.name, found[-2].rows, found[-2].is_proposed) == ("New here", 0, False)
    chosen = next(one for one in found if one.partner.id == second)
    assert chosen.rows == sum(len(ids) for ids in rows_of(workbook.book, second).values()) > 0
    assert chosen.out is not None
    assert not chosen.is_proposed
    assert all(one.is_proposed for one in found[:-2] if one is not chosen)


def test_trackers_of_a_partner_go_with_it_and_those_of_the_whole_plan_stay() -> None:
    workbook = Workbook(book_of({"file": "of the whole plan.xlsx"}), MemoryJournal(), Author("Ana"))
    partner = AddRecord("partners", {"name": "Harbour Museum"})
    workbook.do(partner)
    workbook.do(AddRecord("trackers", {"file": "of the museum.xlsx", "partner": partner.record_id}))
    workbook.do(RemoveRecords("partners", (partner.record_id,)))
    assert [one.file for one in workbook.book.all(Tracker)] == ["of the whole plan.xlsx"]
    workbook.undo()
    assert [one.partner for one in workbook.book.all(Tracker)] == [None, partner.record_id]


def test_a_tracker_is_given_up_and_waited_for_again() -> None:
    workbook = Workbook(book_of({"file": "out.xlsx", "due": days(-3)}), MemoryJournal(), Author("Ana"))
    (tracker,) = workbook.book.all(Tracker)
    done = workbook.do(ExpectTracker(tracker.id, is_expected=False, note="They left."))
    assert done is not None
    assert done.title == "No longer wait for tracker TR-01 out.xlsx"
    (given_up,) = register_of(workbook.book, TODAY)
    assert (given_up.group, given_up.tracker.note) == ("not_expected", "They left.")
    again = workbook.do(ExpectTracker(tracker.id, is_expected=True))
    assert again is not None
    assert again.title == "Wait for tracker TR-01 out.xlsx again"
    (back,) = register_of(workbook.book, TODAY)
    assert (back.group, back.days_left, back.tracker.note) == ("overdue", -3, "They left.")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"issued_on": days(-20), "due": days(-6)}, "It was due back on Nov 20, 2026 and has not reached us yet."),
        ({"issued_on": days(-2), "due": days(12)}, "It is due back on Dec 8, 2026."),
        ({}, "We sent you the tracker of “”: the file out.xlsx. Please fill in"),
    ],
)
def test_a_reminder_says_what_was_sent_and_by_when_it_is_needed(given: dict[str, Any], said: str) -> None:
    book = book_of({"file": "out.xlsx", **given})
    (tracker,) = book.all(Tracker)
    formats = Formats("en")
    text = " ".join(formats.tell(one) for one in reminder(book, tracker, TODAY))
    assert said in text
    assert ("On Nov" in text) == bool(given)
    assert line_of(tracker, TODAY).is_waited_for
