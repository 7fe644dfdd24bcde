"""What agreements ask of people: 90 and 30 days before an end, and when signatures or answers are missing."""

import datetime

import pytest

from tests.workbook.sealing.signing import TODAY, add, edit, partnership
from workbook.measures.alerts import Alert, alerts
from workbook.workbook import Workbook


def day(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=days)


def agreement(workbook: Workbook) -> str:
    return workbook.book.records("agreements")[0].id


def told(workbook: Workbook) -> list[tuple[str, str]]:
    return [(one.kind, one.urgency) for one in alerts(workbook.book, TODAY)]


def one(workbook: Workbook) -> Alert:
    (found,) = alerts(workbook.book, TODAY)
    return found


@pytest.mark.parametrize(("days", "urgency"), [(-1, "overdue"), (30, "urgent"), (31, "soon"), (90, "soon"), (91, "")])
def test_an_end_and_a_review_are_told_in_time(days: int, urgency: str) -> None:
    for field in ("expiry", "review"):
        workbook = partnership()
        edit(workbook, "agreements", agreement(workbook), status="in_force", **{field: day(days)})
        assert told(workbook) == ([(field, urgency)] if urgency else [])
        if urgency:
            assert one(workbook).days == days
            assert "{" not in one(workbook).sentence


def test_a_renewal_has_to_be_settled_before_the_notice_runs() -> None:
    workbook = partnership()
    given = {"expiry": day(120), "notice_days": 60, "renewal": "The council decides."}
    edit(workbook, "agreements", agreement(workbook), status="in_force", **given)
    assert one(workbook).sentence == (
        "AG-01 Lab agreement: whether it goes on has to be settled by 2027-04-30, in 60 days."
    )


def test_an_amendment_that_prolongs_the_term_ends_the_alert() -> None:
    workbook = partnership()
    edit(workbook, "agreements", agreement(workbook), status="in_force", expiry=day(20))
    assert told(workbook) == [("expiry", "urgent")]
    more = {"level": "amendment", "parent": agreement(workbook), "number": 1, "expiry": day(400)}
    add(workbook, "agreements", title="Amendment 1", status="in_force", **more)
    assert told(workbook) == []


def test_missing_signatures_are_told_after_two_weeks() -> None:
    workbook = partnership()
    museum = workbook.book.records("partners")[0].id
    edit(workbook, "agreements", agreement(workbook), status="ready_to_sign", ready=day(-13))
    assert told(workbook) == []
    edit(workbook, "agreements", agreement(workbook), ready=day(-14))
    add(workbook, "signatures", agreement=agreement(workbook), partner=museum, signed=True)
    assert one(workbook).sentence == (
        "AG-01 Lab agreement has been ready to sign for 14 days; still missing: P-02 School."
    )


def test_answers_that_are_owed_are_told_and_those_that_came_are_not() -> None:
    workbook = partnership()
    museum, school = (partner.id for partner in workbook.book.records("partners"))
    for partner, step, given in (
        (museum, "legal", {"status": "approved"}),
        (museum, "council", {"due": day(-3)}),
        (museum, "finance", {"due": day(10)}),
        (school, "board", {}),
        (school, "legal", {"status": "refused"}),
    ):
        add(workbook, "approvals", agreement=agreement(workbook), partner=partner, step=step, **given)
    assert [found.sentence for found in alerts(workbook.book, TODAY)] == [
        "P-01 Museum was to answer for AG-01 Lab agreement by 2027-02-26, 3 days ago: Council.",
        "P-01 Museum has to answer for AG-01 Lab agreement by 2027-03-11, in 10 days: Finance.",
        "P-02 School said no to AG-01 Lab agreement: Legal review.",
        "P-02 School still has to answer for AG-01 Lab agreement: Board.",
    ]
    edit(workbook, "agreements", agreement(workbook), status="terminated")
    assert told(workbook) == []
