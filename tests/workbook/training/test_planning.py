"""From needs to actions, from sessions to follow-ups, and the list of what is still lacking."""

import datetime
from decimal import Decimal

import pytest

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.measures.action_kinds import by_kind
from workbook.measures.follow_ups import months_between, open_follow_ups, proposed_day, session_follow_ups
from workbook.measures.lacking import LACKS, lacking
from workbook.measures.learning import by_action, by_session
from workbook.operations import MarkFollowUp, Refused
from workbook.records import CapacityAction, FollowUp, TrainingSession
from workbook.training import PlanAction, PlanFollowUp


@pytest.fixture
def builder() -> Builder:
    return Builder()


def test_an_action_takes_over_what_its_need_says(builder: Builder) -> None:
    museum = builder.partner()
    need = builder.add(
        "capacity_needs", title="Draft agreements", level="organisation", target_group="Legal office", partner=museum
    )
    operation = PlanAction(need)
    builder.workbook.do(operation)
    action = builder.book.one(CapacityAction, operation.record_id)
    assert action is not None
    assert (action.title, action.need, action.level) == ("Draft agreements", need, "organisation")
    assert (action.target_group, action.lead, action.type) == ("Legal office", museum, "capacity_building")
    assert action.status == "idea"


def test_the_follow_up_is_proposed_three_months_later_and_never_in_the_past(builder: Builder) -> None:
    def proposed(**given: object) -> datetime.date | None:
        made = builder.add("training_sessions", title="Day", **given)
        session = builder.book.one(TrainingSession, made)
        assert session is not None
        return proposed_day(builder.book, session, TODAY)

    day = datetime.date
    assert proposed(date=day(2027, 2, 1)) == day(2027, 5, 1)
    assert proposed(date=day(2027, 1, 1), end=day(2027, 2, 10)) == day(2027, 5, 10)
    assert proposed(date=day(2026, 10, 1)) == day(2027, 4, 1)
    assert proposed(date=day(2026, 1, 1)) == TODAY + datetime.timedelta(days=14)
    action = builder.add("capacity_actions", title="Course", follow_up=day(2027, 6, 20))
    assert proposed(date=day(2027, 2, 1), action=action) == day(2027, 6, 20)
    assert proposed() is None


def test_a_follow_up_is_planned_in_one_step_and_done_in_one_gesture(builder: Builder) -> None:
    session = builder.add("training_sessions", title="Day", date=days(-120))
    assert [one.is_planned for one in session_follow_ups(builder.book, TODAY)] == [False]
    operation = PlanFollowUp(session, days(-5))
    builder.workbook.do(operation)
    assert [one.is_planned for one in session_follow_ups(builder.book, TODAY)] == [True]
    assert [one.state for one in open_follow_ups(builder.book, TODAY)] == ["overdue"]
    builder.workbook.do(MarkFollowUp(operation.record_id, TODAY, "Survey of 12"))
    found = builder.book.one(FollowUp, operation.record_id)
    assert found is not None
    assert (found.months_after, found.status, found.done_on, found.evidence) == (4, "done", TODAY, "Survey of 12")
    assert open_follow_ups(builder.book, TODAY) == ()


def test_a_follow_up_before_its_session_is_refused(builder: Builder) -> None:
    session = builder.add("training_sessions", title="Day", date=days(-10))
    for due in (days(-10), None):
        with pytest.raises(Refused):
            builder.workbook.do(PlanFollowUp(session, due))


@pytest.mark.parametrize(("later", "months"), [((2027, 4, 1), 3), ((2027, 4, 15), 3), ((2027, 3, 30), 3)])
def test_months_are_counted_to_the_nearest(later: tuple[int, int, int], months: int) -> None:
    assert months_between(datetime.date(2027, 1, 1), datetime.date(*later)) == months


def test_follow_ups_are_sorted_by_how_urgent_they_are(builder: Builder) -> None:
    session = builder.add("training_sessions", title="Day", date=days(-10))
    for due in (days(90), None, days(10), days(-1)):
        builder.add("follow_ups", title="Ask", session=session, due=due)
    builder.add("follow_ups", title="After a meeting", due=days(-1))
    assert [one.state for one in open_follow_ups(builder.book, TODAY)] == ["overdue", "due", "later", "undated"]


def test_what_is_lacking_is_listed_with_its_reason(builder: Builder) -> None:
    objective = builder.add("objectives", statement="Open the depot")
    need = builder.add("capacity_needs", title="Value in-kind", current=1, desired=4, objective=objective)
    activity = builder.activity()
    waits = builder.add("capacity_needs", title="Run a lab", current=1, desired=3)
    over = builder.add(
        "capacity_actions", title="Lab school", need=waits, activity=activity, end=days(-1), status="confirmed"
    )
    session = builder.add("training_sessions", title="Day", date=days(-1))
    found = [(lack.kind, lack.id) for lack in lacking(builder.book, TODAY)]
    assert found == [
        ("need_without_action", need),
        ("waiting", objective),
        ("waiting", activity),
        ("action_without_session", over),
        ("session_without_count", session),
        ("session_without_action", session),
    ]
    assert {kind for kind, _id in found} == set(LACKS)
    assert lacking(builder.book, TODAY)[0].reason == "It is at 1, and 4 is wanted."


def test_what_was_delivered_and_counted_is_not_lacking(builder: Builder) -> None:
    objective = builder.add("objectives", statement="Open the depot")
    need = builder.add("capacity_needs", title="Run a lab", current=1, desired=3, objective=objective)
    action = builder.add("capacity_actions", title="Lab school", need=need, end=days(-1), status="delivered")
    builder.add("training_sessions", title="Day", date=days(-1), action=action, attended=0)
    builder.add("capacity_needs", title="There already", current=4, desired=4)
    assert lacking(builder.book, TODAY) == ()


def test_each_kind_is_summed_up_with_its_costs_per_currency(builder: Builder) -> None:
    action = builder.add(
        "capacity_actions",
        title="Course",
        type="training",
        planned_people=20,
        planned_cost="100 EUR",
        status="delivered",
    )
    builder.add("capacity_actions", title="More", type="training", planned_cost="5 USD", status="idea")
    builder.add("capacity_actions", title="Not now", type="training", planned_people=9, status="cancelled")
    builder.add("training_sessions", title="Day", action=action, attended=12, hours=2, cost="90 EUR")
    training = by_kind(builder.book)[2]
    assert (training.kind, training.actions, training.delivered) == ("training", 2, 1)
    assert (training.people_planned, training.people_reached.value, training.hours.value) == (20, 12, Decimal(24))
    assert training.planned_cost == {"EUR": Decimal(100), "USD": Decimal(5)}
    assert training.cost == {"EUR": Decimal(90)}
    assert len(by_kind(builder.book)) == 4
    builder.add("capacity_actions", title="Of no kind")
    assert by_kind(builder.book)[-1].kind == ""


def test_the_ratings_of_two_people_are_not_shown(builder: Builder) -> None:
    action = builder.add("capacity_actions", title="Course")
    session = builder.add("training_sessions", title="Day", action=action, before=40, after=70)
    for name in ("Ann", "Ben"):
        builder.add("participants", session=session, name=name, rating_before=2, rating_after=4)
    first = by_session(builder.book)[0]
    assert (first.is_shown, first.test_change) == (False, Decimal(30))
    builder.add("participants", session=session, name="Cem", rating_before=2, rating_after=3)
    for one in (*by_session(builder.book), *by_action(builder.book)):
        assert one.is_shown
        assert one.rated.people == 3
    assert by_action(builder.book)[0].of.id == action


def test_tests_before_and_after_are_compared_over_the_same_sessions(builder: Builder) -> None:
    action = builder.add("capacity_actions", title="Course")
    builder.add("training_sessions", title="One", action=action, before=40, after=60)
    builder.add("training_sessions", title="Two", action=action, before=90)
    assert by_action(builder.book)[0].test_change == Decimal(20)
