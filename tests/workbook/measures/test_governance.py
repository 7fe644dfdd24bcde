"""Seats, quorum, rhythm and what is open before a body."""

import datetime

import pytest

from tests.properties.sittings import starter
from workbook.measures.governance import (
    attendance,
    meetings_of,
    next_date,
    next_meeting,
    open_before,
    quorum_of,
    seats,
    unrepresented,
    without_seat,
)
from workbook.operations import AddRecord, EditRecord, PlanNextMeeting, Refused
from workbook.records import GovernanceBody, Meeting, Partner
from workbook.workbook import Workbook

TODAY = datetime.date(2027, 1, 4)


@pytest.fixture
def workbook() -> Workbook:
    made = starter()
    for partner in made.book.all(Partner):
        made.do(EditRecord("partners", partner.id, {"status": "signed"}))
    museum = made.book.all(Partner)[0].id
    made.do(AddRecord("governance_bodies", {"name": "Steering group", "chair": museum, "frequency": "quarterly"}))
    return made


def body(workbook: Workbook) -> GovernanceBody:
    return workbook.book.all(GovernanceBody)[0]


def meet(workbook: Workbook, date: datetime.date | None, status: str = "held", **given: object) -> Meeting:
    adding = AddRecord("meetings", {"title": "M", "body": body(workbook).id, "date": date, "status": status, **given})
    workbook.do(adding)
    made = workbook.book.one(Meeting, adding.record_id)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("text", "voting", "needed"),
    [
        ("5", 8, 5),
        ("Five of the eight parties, the City among them", 8, 5),
        ("at least three members", 4, 3),
        ("50 %", 7, 4),
        ("more than half of the members", 8, 5),
        ("half", 8, 4),
        ("simple majority", 7, 4),
        ("2/3", 7, 5),
        ("Two-thirds", 6, 4),
        ("the chair and whoever comes", 8, None),
        ("", 8, None),
    ],
)
def test_the_quorum_is_read_as_far_as_a_number_is_given(text: str, voting: int, needed: int | None) -> None:
    assert quorum_of(text, voting) == needed


def test_the_chair_has_a_seat_and_others_are_named_as_missing(workbook: Workbook) -> None:
    museum, school = workbook.book.all(Partner)
    assert [(seat.partner, seat.seat, seat.member) for seat in seats(workbook.book, body(workbook))] == [
        (museum.id, "chair", "")
    ]
    assert without_seat(workbook.book, body(workbook)) == (school,)
    assert unrepresented(workbook.book) == (school,)
    workbook.do(AddRecord("members", {"body": body(workbook).id, "partner": school.id, "seat": "observer"}))
    assert unrepresented(workbook.book) == ()
    assert [seat.votes for seat in seats(workbook.book, body(workbook))] == [True, False]


def test_observers_do_not_make_a_quorum(workbook: Workbook) -> None:
    museum, school = workbook.book.all(Partner)
    workbook.do(AddRecord("members", {"body": body(workbook).id, "partner": school.id, "seat": "observer"}))
    workbook.do(EditRecord("governance_bodies", body(workbook).id, {"quorum": "one member"}))
    held = meet(workbook, TODAY, attendees=(school.id,))
    seen = attendance(workbook.book, held)
    assert (seen.voting, seen.needed, seen.reached) == (0, 1, False)
    assert [seat.partner for seat in seen.missing] == [museum.id]
    workbook.do(EditRecord("meetings", held.id, {"attendees": (museum.id, school.id)}))
    changed = workbook.book.one(Meeting, held.id)
    assert changed is not None
    assert attendance(workbook.book, changed).reached is True


@pytest.mark.parametrize(
    ("frequency", "last", "expected"),
    [
        ("quarterly", datetime.date(2026, 10, 20), datetime.date(2027, 1, 20)),
        ("monthly", datetime.date(2026, 10, 30), datetime.date(2027, 2, 1)),  # 30 January is a Saturday
        ("weekly", datetime.date(2026, 12, 28), datetime.date(2027, 1, 11)),
        ("yearly", datetime.date(2027, 3, 1), datetime.date(2028, 3, 1)),  # counted from what is planned already
        ("as_needed", datetime.date(2026, 10, 20), datetime.date(2027, 1, 18)),
        ("monthly", None, datetime.date(2027, 1, 18)),
    ],
)
def test_the_next_date_follows_the_rhythm(
    workbook: Workbook, frequency: str, last: datetime.date | None, expected: datetime.date
) -> None:
    workbook.do(EditRecord("governance_bodies", body(workbook).id, {"frequency": frequency}))
    if last is not None:
        meet(workbook, last)
    meet(workbook, datetime.date(2030, 1, 1), "cancelled")
    assert next_date(workbook.book, body(workbook), TODAY) == expected


def test_the_next_meeting_carries_on_what_is_open(workbook: Workbook) -> None:
    held = meet(workbook, datetime.date(2026, 10, 20), place="Town Hall")
    for title, status in (("Ask the power company", "open"), ("Send the minutes", "done")):
        workbook.do(AddRecord("follow_ups", {"title": title, "meeting": held.id, "status": status}))
    for title, status in (("Move the opening", "proposed"), ("Use the hall", "taken")):
        workbook.do(AddRecord("decisions", {"title": title, "status": status}))
    assert len(open_before(workbook.book, body(workbook)).decisions) == 1
    operation = PlanNextMeeting(body(workbook).id, TODAY)
    done = workbook.do(operation)
    assert done is not None
    assert done.title == "Plan the next meeting of Steering group on 2027-01-20"
    planned = next_meeting(workbook.book, body(workbook), TODAY)
    assert planned is not None
    assert (planned.id, planned.place, planned.status) == (operation.record_id, "Town Hall", "planned")
    assert planned.agenda.splitlines() == [
        "Minutes of MT-01 M",
        "Follow-up F-01: Ask the power company",
        "Decision D-01: Move the opening",
        "Any other business and the next date",
    ]
    assert [one.code for one in meetings_of(workbook.book, body(workbook))] == ["MT-02", "MT-01"]


def test_no_meeting_is_planned_for_a_body_that_is_gone(workbook: Workbook) -> None:
    with pytest.raises(Refused, match="has been removed"):
        workbook.do(PlanNextMeeting("nowhere", TODAY))
