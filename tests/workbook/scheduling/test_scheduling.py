"""Moving the work plan: rules with one example each, then properties over random plans."""

import datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.book import Book
from workbook.changes import inverted
from workbook.formats import Formats
from workbook.measures.deadlines import late
from workbook.measures.work import is_open
from workbook.operations import AddRecord, EditRecord, Operation, Refused
from workbook.records import Activity
from workbook.scheduling import (
    AgreeDates,
    LinkActivities,
    MoveActivity,
    PlaceActivity,
    ShiftFollowing,
    StretchActivity,
    UnlinkActivities,
    breaks,
    broken_links,
    days_late,
    following,
    in_period,
    in_words,
    is_late,
    span_of,
    state_of,
)

TODAY = datetime.date(2026, 11, 26)


def day(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


class Plan:
    """Activities by one letter, in a book that operations move on."""

    def __init__(self) -> None:
        self.book = Book.empty()

    def add(self, name: str, start: int | None, end: int | None, *after: str, **values: Any) -> str:
        values |= {"start": None if start is None else day(start), "end": None if end is None else day(end)}
        depends_on = tuple(self[one].id for one in after)
        record_id = str(UUID(int=self.book.count("activities") + 1))
        return self.do(AddRecord("activities", {"title": name, "depends_on": depends_on, **values}, record_id))

    def do(self, operation: Any) -> str:
        self.book = self.book.apply(operation.plan(self.book))
        return str(getattr(operation, "record_id", ""))

    def __getitem__(self, name: str) -> Activity:
        return next(one for one in self.book.all(Activity) if one.title == name)

    def days(self, name: str) -> tuple[int, int]:
        span = span_of(self[name])
        assert span is not None
        return (span.first - TODAY).days, (span.last - TODAY).days

    def refusal(self, operation: Operation) -> str:
        with pytest.raises(Refused) as refused:
            operation.plan(self.book)
        return " ".join(problem.sentence for problem in refused.value.problems)


@pytest.fixture
def plan() -> Plan:
    """A takes ten days, B waits for it, C for B; M is a milestone after C."""
    made = Plan()
    made.add("A", 0, 9)
    made.add("B", 9, 19, "A")
    made.add("C", 25, 30, "B")
    made.add("M", None, 40, "C", milestone=True)
    return made


def test_moving_keeps_how_long_it_takes(plan: Plan) -> None:
    operation = MoveActivity(plan["A"].id, 3)
    plan.do(operation)
    assert plan.days("A") == (3, 12)
    assert operation.values["days"] == "3 days later"


def test_a_milestone_is_moved_but_never_stretched(plan: Plan) -> None:
    plan.do(MoveActivity(plan["M"].id, -1))
    assert plan["M"].start is None
    assert plan.days("M") == (39, 39)
    assert "is a milestone, which is one day" in plan.refusal(StretchActivity(plan["M"].id, "end", 1))


def test_stretching_moves_one_side_and_never_past_the_other(plan: Plan) -> None:
    plan.do(StretchActivity(plan["A"].id, "end", -4))
    plan.do(StretchActivity(plan["A"].id, "start", 2))
    assert plan.days("A") == (2, 5)
    assert "would end before it starts" in plan.refusal(StretchActivity(plan["A"].id, "start", 4))


def test_stretching_the_start_of_what_has_only_an_end_gives_it_one() -> None:
    plan = Plan()
    plan.add("A", None, 9)
    plan.do(StretchActivity(plan["A"].id, "start", -3))
    assert plan.days("A") == (6, 9)


def test_an_activity_without_dates_is_placed_whichever_way_it_is_drawn() -> None:
    plan = Plan()
    plan.add("A", None, None)
    plan.do(PlaceActivity(plan["A"].id, day(7), day(2)))
    assert plan.days("A") == (2, 7)
    assert "no dates yet" in Plan.refusal(_undated(), StretchActivity(_undated()["B"].id, "end", 1))


def _undated() -> Plan:
    plan = Plan()
    plan.add("B", None, None)
    return plan


def test_there_is_an_end_to_the_calendar(plan: Plan) -> None:
    assert "calendar" in plan.refusal(MoveActivity(plan["A"].id, 4_000_000))
    assert "year" in plan.refusal(MoveActivity(plan["A"].id, 400_000))


def test_beginning_on_the_day_on_which_the_other_ends_is_in_order(plan: Plan) -> None:
    assert not list(broken_links(plan.book))
    plan.do(MoveActivity(plan["A"].id, 2))
    (found,) = broken_links(plan.book)
    assert (found.before.title, found.after.title, found.days) == ("A", "B", 2)


def test_the_real_end_counts_and_what_is_done_or_cancelled_is_past_mending(plan: Plan) -> None:
    plan.do(EditRecord("activities", plan["A"].id, {"actual_end": day(12), "status": "done"}))
    assert [found.days for found in breaks(plan.book, plan["B"])] == [3]
    plan.do(EditRecord("activities", plan["B"].id, {"status": "done"}))
    assert not list(broken_links(plan.book))


def test_linking_in_a_circle_is_refused_and_unlinking_takes_one_out(plan: Plan) -> None:
    assert "leads back" in plan.refusal(LinkActivities(plan["C"].id, plan["A"].id))
    assert "cannot wait for itself" in plan.refusal(LinkActivities(plan["C"].id, plan["C"].id))
    plan.do(LinkActivities(plan["A"].id, plan["C"].id))
    assert set(plan["C"].depends_on) == {plan["A"].id, plan["B"].id}
    assert LinkActivities(plan["A"].id, plan["C"].id).plan(plan.book) == ()
    plan.do(UnlinkActivities(plan["B"].id, plan["C"].id))
    assert plan["C"].depends_on == (plan["A"].id,)


def test_what_follows_moves_just_as_far_as_it_has_to(plan: Plan) -> None:
    plan.do(StretchActivity(plan["A"].id, "end", 10))
    operation = ShiftFollowing(plan["A"].id)
    plan.do(operation)
    assert (plan.days("B"), plan.days("C"), plan.days("M")) == ((19, 29), (29, 34), (40, 40))
    assert operation.values["count"] == "2 activities"


def test_or_all_of_it_moves_together(plan: Plan) -> None:
    plan.do(StretchActivity(plan["A"].id, "end", 10))
    plan.do(ShiftFollowing(plan["A"].id, "together"))
    assert (plan.days("B"), plan.days("C"), plan.days("M")) == ((19, 29), (35, 40), (50, 50))


def test_what_is_done_stays_and_passes_nothing_on(plan: Plan) -> None:
    plan.do(EditRecord("activities", plan["B"].id, {"status": "done"}))
    plan.do(StretchActivity(plan["A"].id, "end", 90))
    assert ShiftFollowing(plan["A"].id).plan(plan.book) == ()
    assert ShiftFollowing(plan["A"].id, "together").plan(plan.book) == ()


def test_a_circle_that_a_merge_brought_is_refused_in_words(plan: Plan) -> None:
    loop = plan.book.table("activities")[plan["A"].id]
    tables = {name: plan.book.table(name) for name in ("activities",)}
    from msgspec.structs import replace

    book = Book(
        {
            **{name: plan.book.table(name) for name in _names()},
            "activities": tables["activities"].set(loop.id, replace(loop, depends_on=(plan["C"].id,))),
        }
    )
    with pytest.raises(Refused, match="in a circle"):
        ShiftFollowing(plan["A"].id).plan(book)


def _names() -> tuple[str, ...]:
    from workbook.records import RECORD_TYPES

    return tuple(RECORD_TYPES)


def test_agreed_dates_are_set_once_and_again_only_when_asked(plan: Plan) -> None:
    plan.do(AgreeDates())
    assert plan["A"].baseline_start == day(0)
    assert plan["M"].baseline_end == day(40)
    plan.do(MoveActivity(plan["A"].id, 5))
    assert "stay as they were agreed" in plan.refusal(AgreeDates((plan["A"].id,)))
    assert plan["A"].baseline_start == day(0)
    plan.do(AgreeDates((plan["A"].id,), again=True))
    assert plan["A"].baseline_start == day(5)
    assert plan["B"].baseline_start == day(9)


def test_nothing_to_agree_on_is_said(plan: Plan) -> None:
    assert "no dates to agree on" in _undated().refusal(AgreeDates())


def test_late_is_what_the_measure_says_and_periods_hold_what_is_open() -> None:
    plan = Plan()
    plan.add("over", -9, -2)
    plan.add("done", -9, -2, status="done")
    plan.add("today", -9, 0)
    plan.add("soon", 20, 60)
    as_measured = {dated.id for dated in late(plan.book, TODAY)}
    assert {one.id for one in plan.book.all(Activity) if is_late(one, TODAY)} == as_measured == {plan["over"].id}
    assert days_late(plan["over"], TODAY) == 2
    assert [one.title for one in plan.book.all(Activity) if in_period(one, day(0), day(30))] == ["today", "soon"]
    assert [state_of(one, TODAY) for one in plan.book.all(Activity)] == ["late", "done", "running", "planned"]


def test_a_row_of_the_timeline_is_a_sentence(plan: Plan) -> None:
    plan.do(EditRecord("activities", plan["B"].id, {"done": 40}))
    plan.do(MoveActivity(plan["A"].id, 2))
    said = in_words(plan.book, plan["B"], day(25), Formats("en-GB"))
    assert said == ("A-02 B: 5–15 Dec 2026, 6 days late, 40% done, after A-01, begins 2 days before A-01 ends")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Up to nine activities, each waiting for some that were made before it."""
    plan = Plan()
    for number in range(draw(st.integers(2, 9))):
        names = [chr(65 + one) for one in range(number)]
        after = draw(st.lists(st.sampled_from(names), unique=True, max_size=3)) if names else []
        start = draw(st.none() | st.integers(-40, 60))
        length = draw(st.integers(0, 30))
        end = draw(st.none() | st.just((start or 0) + length))
        status = draw(st.sampled_from([None, None, "in_progress", "done", "cancelled"]))
        milestone = draw(st.booleans())
        plan.add(chr(65 + number), start, end, *after, status=status, milestone=milestone)
    return plan


@given(plans(), st.integers(0, 8), st.sampled_from(["needed", "together"]))
def test_shifting_breaks_no_link_that_held_moves_nothing_done_and_keeps_lengths(
    plan: Plan, number: int, how: Any
) -> None:
    activities = plan.book.all(Activity)
    origin = activities[number % len(activities)]
    broken = {(found.before.id, found.after.id): found.days for found in broken_links(plan.book)}
    before = plan.book
    plan.do(ShiftFollowing(origin.id, how))
    for found in broken_links(plan.book):
        assert (found.before.id, found.after.id) in broken
    downstream = {one.id for one in following(before, origin)}
    for old in activities:
        new = plan.book.one(Activity, old.id)
        assert new is not None
        earlier, later = span_of(old), span_of(new)
        if earlier is not None and later is not None:
            assert later.days == earlier.days
            assert later.first >= earlier.first
        if old.id not in downstream or not is_open(old):
            assert new == old


@given(plans(), st.integers(0, 8))
def test_shifting_as_needed_mends_every_link_from_upstream_and_moves_no_day_too_far(plan: Plan, number: int) -> None:
    activities = plan.book.all(Activity)
    origin = activities[number % len(activities)]
    before = plan.book
    plan.do(ShiftFollowing(origin.id))
    upstream = {origin.id} | {one.id for one in following(before, origin)}
    for found in broken_links(plan.book):
        assert found.before.id not in upstream or found.after.id not in upstream
    for old in following(before, origin):
        new, was = plan.book.one(Activity, old.id), span_of(old)
        assert new is not None
        if new != old and was is not None:
            earlier = plan.book.apply(MoveActivity(old.id, -1).plan(plan.book))
            again = earlier.one(Activity, old.id)
            assert again is not None
            assert breaks(earlier, again)


@given(plans(), st.integers(0, 8), st.integers(-50, 50))
def test_moving_and_taking_it_back_is_where_one_began(plan: Plan, number: int, days: int) -> None:
    activities = plan.book.all(Activity)
    one = activities[number % len(activities)]
    changes = MoveActivity(one.id, days).plan(plan.book)
    there = plan.book.apply(changes)
    assert there.apply(inverted(changes)).all(Activity) == activities
    assert there.apply(MoveActivity(one.id, -days).plan(there)).all(Activity) == activities
