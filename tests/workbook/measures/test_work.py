"""Dates, sectors in activities, and agreements."""

from decimal import Decimal

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.book import Book
from workbook.measures.agreements import completeness, days_to_expiry, has_signed, is_in_force
from workbook.measures.deadlines import late, upcoming
from workbook.measures.work import cross_sector_share, late_percent, slips
from workbook.records import Agreement


def test_what_is_late_comes_longest_overdue_first() -> None:
    builder = Builder()
    builder.activity("Yesterday", end=days(-1))
    builder.activity("Done", end=days(-9), status="done")
    builder.activity("Today", end=TODAY)
    builder.line(title="Desk", status="committed", due=days(-5))
    builder.line(title="Arrived", status="delivered", due=days(-5))
    builder.add("follow_ups", title="Call", due=days(-3))
    assert [(d.title, d.what, d.days_late(TODAY)) for d in late(builder.book, TODAY)] == [
        ("R-01 Desk", "contribution due", 5),
        ("F-01 Call", "follow-up due", 3),
        ("A-01 Yesterday", "activity due", 1),
    ]


def test_what_comes_next_is_of_all_kinds_and_soonest_first() -> None:
    builder = Builder()
    builder.activity("Open", end=days(90), milestone=True)
    builder.activity("Too far", end=days(91))
    builder.add("meetings", title="Steering", date=TODAY)
    builder.add("meetings", title="Cancelled", date=TODAY, status="cancelled")
    builder.add("training_sessions", title="Day one", date=days(3))
    builder.add("decisions", title="Site", due=days(4))
    builder.add("agreements", title="Memo", level="mou", review=days(5), expiry=days(6))
    builder.add("agreements", title="Old", level="mou", status="superseded", expiry=days(6))
    found = upcoming(builder.book, TODAY)
    assert [d.what for d in found] == [
        "meeting",
        "session",
        "decision due",
        "agreement review",
        "agreement ends",
        "milestone",
    ]
    assert (found[0].type, found[0].title) == ("meetings", "MT-01 Steering")


def test_slips_are_measured_against_the_agreed_date() -> None:
    builder = Builder()
    builder.activity("Later", end=days(10), baseline_end=days(3))
    builder.activity("Earlier", end=days(10), actual_end=days(-1), baseline_end=days(0))
    builder.activity("As agreed", end=days(10), baseline_end=days(10))
    assert [(slip.activity.title, slip.days) for slip in slips(builder.book)] == [("Later", 7), ("Earlier", -1)]


def test_late_percent_counts_what_was_done_late_and_what_is_overdue() -> None:
    builder = Builder()
    builder.activity("In time", end=days(-5), actual_end=days(-6), status="done")
    builder.activity("Too late", end=days(-5), actual_end=days(-2), status="done")
    builder.activity("Overdue", end=days(-5))
    builder.activity("Done, nobody knows when", end=days(-5), status="done")
    assert late_percent(builder.book, TODAY).value == 50
    assert late_percent(Book.empty(), TODAY).value is None


def test_the_share_across_sectors_counts_those_who_take_part() -> None:
    builder = Builder()
    assert cross_sector_share(builder.book).value is None
    city, museum = builder.partner("City", "local_government"), builder.partner()
    both, one = builder.activity("Both"), builder.activity("One")
    builder.role(both, city, "A")
    builder.role(both, museum, "C")
    builder.role(one, city, "A")
    builder.role(one, museum, "I")
    assert cross_sector_share(builder.book).value == 50


def test_completeness_leaves_out_what_is_not_relevant() -> None:
    builder = Builder()
    memo_id = builder.add("agreements", title="Memo", level="mou")
    memo = builder.book.one(Agreement, memo_id)
    assert memo is not None
    assert completeness(builder.book, memo, ()).percent is None
    for topic, assessment in (("a", "fully"), ("b", "partly"), ("c", "not_relevant"), ("d", None)):
        builder.add("clauses", agreement=memo_id, heading=topic, topic=topic, assessment=assessment)
    builder.add("clauses", agreement=memo_id, heading="e", topic="e", assessment="fully", left_out=True)
    found = completeness(builder.book, memo, {"a", "f"})
    assert (found.fully, found.partly, found.not_in_place, found.not_assessed, found.not_relevant) == (1, 1, 1, 1, 1)
    assert (found.missing, found.percent) == (("f",), Decimal(20))


def test_an_agreement_covers_the_days_of_its_term() -> None:
    given = {"level": "mou", "status": "in_force", "effective": days(-1), "expiry": days(1)}
    memo = Agreement("id", **given)  # type: ignore[arg-type]
    assert [is_in_force(memo, days(n)) for n in (-2, -1, 1, 2)] == [False, True, True, False]
    assert days_to_expiry(memo, TODAY) == 1
    assert not is_in_force(Agreement("id", status="draft"), TODAY)


def test_an_agreement_in_force_was_signed_by_its_parties_unless_recorded_otherwise() -> None:
    builder = Builder()
    one, two, three = (builder.partner(name) for name in ("One", "Two", "Three"))
    memo_id = builder.add("agreements", title="Memo", level="mou", parties=[one, two], status="in_force")
    builder.add("signatures", agreement=memo_id, partner=two, signed=False)
    memo = builder.book.one(Agreement, memo_id)
    assert memo is not None
    assert [has_signed(builder.book, memo, partner) for partner in (one, two, three)] == [True, False, False]
