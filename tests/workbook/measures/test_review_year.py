"""Whether a partnership kept in a year what it had set itself."""

import datetime

from tests.workbook.checks.building import Builder
from workbook.measures.review_year import (
    carried_out,
    decisions_taken,
    meetings_in,
    papers_of,
    promises_kept,
    reports_in,
    review_period,
)
from workbook.records import Agreement

_DAY = datetime.date
_YEAR = (_DAY(2026, 1, 1), _DAY(2026, 12, 31))


def test_the_year_under_review_begins_no_earlier_than_the_partnership() -> None:
    assert review_period(Builder().book, _DAY(2026, 12, 31)) == _YEAR
    assert review_period(Builder(start=_DAY(2026, 5, 1)).book, _YEAR[1]) == (_DAY(2026, 5, 1), _YEAR[1])
    assert review_period(Builder(start=_DAY(2020, 5, 1)).book, _YEAR[1]) == _YEAR


def test_meetings_held_are_set_against_the_rhythm_of_the_body() -> None:
    builder = Builder()
    city, choir = builder.partner("City", "local_government"), builder.partner("Choir")
    body = builder.add("governance_bodies", name="Board", chair=city, frequency="quarterly", quorum="2")
    builder.add("members", body=body, partner=choir)
    held = {"body": body, "status": "held"}
    builder.add("meetings", title="One", date=_DAY(2026, 2, 1), attendees=(city, choir), **held)
    builder.add("meetings", title="Two", date=_DAY(2026, 5, 1), attendees=(city,), **held)
    builder.add("meetings", title="Three", date=_DAY(2026, 8, 1), **held)
    builder.add("meetings", title="Four", date=_DAY(2026, 11, 1), body=body, status="planned")
    builder.add("meetings", title="Off", date=_DAY(2026, 12, 1), body=body, status="cancelled")
    builder.add("meetings", title="Last year", date=_DAY(2025, 12, 1), **held)
    builder.add("governance_bodies", name="Jury", frequency="as_needed")

    board, jury = meetings_in(builder.book, _YEAR)

    assert (board.held, board.unmarked, board.cancelled, board.expected) == (3, 1, 1, 4)
    assert (board.counted, board.present, board.seats) == (2, 3, 4)
    assert (board.quorate, board.judged) == (1, 2)
    assert (jury.held, jury.expected, jury.judged) == (0, None, 0)


def test_decisions_and_promises_are_done_waiting_or_overdue() -> None:
    builder = Builder()
    decided = {"date": _DAY(2026, 3, 1)}
    builder.add("decisions", title="Done", status="done", **decided)
    late = builder.add("decisions", title="Late", status="taken", due=_DAY(2026, 6, 1), **decided)
    builder.add("decisions", title="Soon", status="taken", due=_DAY(2027, 6, 1), **decided)
    builder.add("decisions", title="Asked", status="proposed", **decided)
    builder.add("decisions", title="Old", status="done", date=_DAY(2025, 3, 1))
    found = carried_out(decisions_taken(builder.book, _YEAR), _YEAR[1])
    assert (found.done, found.waiting, found.overdue, found.rows) == (1, 1, 1, (("decisions", late),))

    builder.add("follow_ups", title="Kept", status="done", due=_DAY(2026, 3, 1), done_on=_DAY(2026, 4, 1))
    builder.add("follow_ups", title="Broken", due=_DAY(2026, 3, 1))
    builder.add("follow_ups", title="Called off", due=_DAY(2026, 3, 1), status="cancelled")
    promises = promises_kept(builder.book, _YEAR)
    assert (promises.done, promises.waiting, promises.overdue) == (1, 0, 1)


def test_a_party_that_signed_before_its_last_approval_is_named() -> None:
    builder = Builder()
    museum, choir = builder.partner(), builder.partner("Choir", approval="approved", approval_date=_DAY(2026, 1, 5))
    paper = builder.add("agreements", title="MoU", level="mou", parties=(museum, choir), status="part_signed")
    builder.add("approvals", agreement=paper, partner=museum, step="legal", status="approved", date=_DAY(2026, 3, 1))
    builder.add("approvals", agreement=paper, partner=museum, step="council", status="not_needed")
    builder.add("signatures", agreement=paper, partner=museum, signed=True, date=_DAY(2026, 2, 1))
    agreement = builder.book.one(Agreement, paper)
    assert agreement is not None
    early, waiting = papers_of(builder.book, agreement)
    assert (early.steps, early.approved, early.signed_on, early.early) == (1, 1, _DAY(2026, 2, 1), True)
    assert (waiting.steps, waiting.approved, waiting.signed, waiting.early) == (1, 1, False, False)


def test_a_report_is_in_time_within_thirty_days_of_its_period() -> None:
    builder = Builder()
    builder.add("reports", title="Late", period_end=_DAY(2026, 3, 31))
    builder.add("reports", title="Not due yet", period_end=_DAY(2026, 12, 20))
    builder.add("reports", title="Of another year", period_end=_DAY(2025, 3, 31))
    late, waiting = reports_in(builder.book, _YEAR)
    assert (late.in_time, late.days) == (False, 275)
    assert (waiting.in_time, waiting.days) == (None, None)
