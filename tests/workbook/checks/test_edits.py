"""One edit at a time that bears on a record other than the one edited, followed there and back by undo."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.book import PLAN_ID
from workbook.checks import findings

Scene = Callable[[Builder], Callable[[], object]]
SCENES: list[Scene] = []
LASTING = ("people", "systems", "country")


def scene(make: Scene) -> Scene:
    SCENES.append(make)
    return make


def editing(builder: Builder, type_name: str, record_id: str, **given: Any) -> Callable[[], object]:
    return lambda: builder.edit(type_name, record_id, **given)


@pytest.mark.parametrize("make", SCENES, ids=lambda make: make.__name__)
def test_an_edit_reaches_what_it_bears_on(make: Scene) -> None:
    builder = Builder()
    edit = make(builder)
    before = builder.checker.findings
    edit()
    after = findings(builder.book, TODAY)
    assert before != after
    assert builder.checker.findings == after
    builder.workbook.undo()
    assert builder.checker.findings == before


def role(builder: Builder, partner: str, *letters: str, **given: Any) -> str:
    activity = builder.activity(**given)
    builder.role(activity, partner, *letters)
    return activity


@scene
def the_only_activity_of_a_partner_is_cancelled(b: Builder) -> Callable[[], object]:
    return editing(b, "activities", role(b, b.partner(), "A", "R"), status="cancelled")


@scene
def the_only_activity_of_an_objective_is_cancelled(b: Builder) -> Callable[[], object]:
    objective = b.add("objectives", statement="More jobs")
    return editing(b, "activities", b.activity(objective=objective), status="cancelled")


@scene
def the_only_activity_of_an_objective_leaves_it(b: Builder) -> Callable[[], object]:
    objective = b.add("objectives", statement="More jobs")
    return editing(b, "activities", b.activity(objective=objective), objective=None)


@scene
def the_whole_loses_its_objective(b: Builder) -> Callable[[], object]:
    whole = b.activity("Whole", objective=b.add("objectives", statement="More jobs"))
    b.activity("Part", parent=whole)
    return editing(b, "activities", whole, objective=None)


@scene
def a_partner_moves_to_the_sector_of_the_other(b: Builder) -> Callable[[], object]:
    museum, city = b.partner(), b.partner("City", "local_government")
    activity = role(b, museum, "A", cross_sector=True)
    b.role(activity, city, "R")
    return editing(b, "partners", city, sector="cultural_institution")


@scene
def a_contact_is_main_contact_no_longer(b: Builder) -> Callable[[], object]:
    contact = b.add("contacts", partner=b.partner(), name="Jo Doe", is_main=True)
    return editing(b, "contacts", contact, is_main=False)


@scene
def a_main_contact_changes_the_partner(b: Builder) -> Callable[[], object]:
    one, two = b.partner("One"), b.partner("Two")
    return editing(b, "contacts", b.add("contacts", partner=one, name="Jo Doe", is_main=True), partner=two)


@scene
def the_first_seat_is_given(b: Builder) -> Callable[[], object]:
    body, one, _ = b.add("governance_bodies", name="Group"), b.partner("One"), b.partner("Two")
    return lambda: b.add("members", body=body, partner=one)


@scene
def the_first_chair_is_named(b: Builder) -> Callable[[], object]:
    body, one, _ = b.add("governance_bodies", name="Group"), b.partner("One"), b.partner("Two")
    return editing(b, "governance_bodies", body, chair=one)


@scene
def the_chair_passes_on(b: Builder) -> Callable[[], object]:
    one, two = b.partner("One"), b.partner("Two")
    body = b.add("governance_bodies", name="Group", chair=one)
    b.add("members", body=body, partner=b.partner("Three"))
    return editing(b, "governance_bodies", body, chair=two)


@scene
def partners_agree_to_have_no_seat(b: Builder) -> Callable[[], object]:
    b.add("governance_bodies", name="Group", chair=b.partner("One"))
    b.partner("Two")
    b.plan(vision="Trams.")
    return lambda: b.plan(bodies_not_needed="Two wants to be informed only.")


@scene
def a_link_to_one_need_frees_a_line_for_another(b: Builder) -> Callable[[], object]:
    same = {"category": "cash", "activity": b.activity(), "value": "100 EUR"}
    first, _ = b.line("need", **same), b.line("need", **same)
    b.line("offer", **same)
    return lambda: b.line("offer", covers=first, value="100 EUR")


def committed(b: Builder) -> str:
    museum = b.partner()
    b.line(status="committed", provider=museum)
    return b.add("agreements", title="Memo", level="mou", parties=[museum], status="in_force")


@scene
def an_agreement_is_terminated(b: Builder) -> Callable[[], object]:
    return editing(b, "agreements", committed(b), status="terminated")


@scene
def a_provider_is_a_party_no_longer(b: Builder) -> Callable[[], object]:
    return editing(b, "agreements", committed(b), parties=[])


@scene
def a_part_with_resources_leaves_its_whole(b: Builder) -> Callable[[], object]:
    part = b.activity("Part", parent=b.activity("Whole"))
    b.line(activity=part)
    return editing(b, "activities", part, parent=None)


@scene
def too_few_roles_are_left_for_shares(b: Builder) -> Callable[[], object]:
    one, *_ = b.partner("One"), b.partner("Two"), b.partner("Three")
    activities = [role(b, one, "A", title=f"Do {number}") for number in range(4)]
    return editing(b, "activities", activities[0], status="cancelled")


@scene
def a_third_partner_makes_shares_matter(b: Builder) -> Callable[[], object]:
    one, _ = b.partner("One"), b.partner("Two")
    for number in range(4):
        role(b, one, "A", title=f"Do {number}")
    return lambda: b.partner("Three", status="prospective")


@scene
def one_of_many_activities_of_a_person_ends(b: Builder) -> Callable[[], object]:
    one = b.partner()
    person = b.add("contacts", partner=one, name="Jo Doe")
    for number in range(7):
        activity = b.activity(f"Do {number}", end=days(-5), owner=person)
        b.add("responsibilities", activity=activity, partner=one, letters=["A"], person=person)
    return editing(b, "activities", activity, actual_end=days(-5))


@scene
def the_partnership_begins_later(b: Builder) -> Callable[[], object]:
    b.activity(start=days(1), end=days(2))
    b.plan(start=days(0))
    return lambda: b.plan(start=days(2))


@scene
def the_partnership_ends_earlier(b: Builder) -> Callable[[], object]:
    b.activity(start=days(1), end=days(2))
    b.plan(end=days(2))
    return lambda: b.plan(end=days(1))


@scene
def an_objective_is_to_be_reached_earlier(b: Builder) -> Callable[[], object]:
    objective = b.add("objectives", statement="More jobs", target_date=days(9))
    b.activity(objective=objective, end=days(9))
    return editing(b, "objectives", objective, target_date=days(8))


@scene
def a_candidate_is_given_a_role(b: Builder) -> Callable[[], object]:
    one, activity = b.partner(status="prospective"), b.activity()
    return lambda: b.role(activity, one, "A")


@scene
def a_partner_whose_part_is_over_finishes_its_last_activity(b: Builder) -> Callable[[], object]:
    one = b.partner(status="completed")
    person = b.add("contacts", partner=one, name="Jo Doe")
    activity = role(b, one, "A", "R", end=days(-1), owner=person)
    return editing(b, "activities", activity, actual_end=days(-1))


@pytest.mark.parametrize(
    "given",
    [{"status": "expired"}, {"effective": days(1)}, {"expiry": days(-1)}, {"level": "annex"}],
    ids=["status", "effective", "expiry", "level"],
)
def test_every_field_that_puts_an_agreement_in_force_is_followed(given: dict[str, Any]) -> None:
    builder = Builder(stage="delivering")
    memo = builder.add("agreements", title="Memo", level="mou", status="in_force", review=days(5))
    builder.edit("agreements", memo, **given)
    assert len([title for title in builder.titles("T1") if title.startswith("No agreement")]) == 1


def low_round(b: Builder) -> tuple[str, str]:
    b.plan(stage="delivering")
    round_ = b.add("health_rounds", title="Spring", date=TODAY)
    for name in ("One", "Two"):
        b.add("health_responses", round=round_, partner=b.partner(name), statement="s13", score=1)
    return round_, b.add("follow_ups", title="Talk", round=round_, foundation="trust", due=days(9))


@scene
def a_round_moves_into_the_past(b: Builder) -> Callable[[], object]:
    return editing(b, "health_rounds", low_round(b)[0], date=days(-300))


@scene
def a_follow_up_leaves_its_round(b: Builder) -> Callable[[], object]:
    return editing(b, "follow_ups", low_round(b)[1], round=None)


@scene
def a_follow_up_is_for_another_foundation(b: Builder) -> Callable[[], object]:
    return editing(b, "follow_ups", low_round(b)[1], foundation="resources")


@scene
def a_follow_up_is_cancelled(b: Builder) -> Callable[[], object]:
    return editing(b, "follow_ups", low_round(b)[1], status="cancelled")


@scene
def more_partners_have_not_answered(b: Builder) -> Callable[[], object]:
    low_round(b)
    b.partner("Three")
    return editing(b, "partners", b.partner("Four", status="invited"), status="engaged")


@scene
def a_report_is_issued(b: Builder) -> Callable[[], object]:
    b.plan(stage="delivering", start=days(-300))
    return editing(b, "reports", b.add("reports", title="First", period_end=days(-5)), status="issued")


def follows(builder: Builder, type_name: str, record_id: str, **given: Any) -> None:
    """An edit changes what is found, and is followed there and back."""
    before = builder.checker.findings
    builder.edit(type_name, record_id, **given)
    assert builder.checker.findings == findings(builder.book, TODAY) != before
    builder.workbook.undo()
    assert builder.checker.findings == before


@pytest.mark.parametrize("name", ["unit", "baseline", "target", "responsible", "frequency", "objective"])
def test_every_field_that_makes_an_indicator_complete_is_followed(name: str) -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More jobs")
    whole = {"unit": "jobs", "baseline": 0, "target": 9, "frequency": "yearly", "responsible": builder.partner()}
    indicator = builder.add("indicators", title="Jobs", objective=objective, **whole)
    follows(builder, "indicators", indicator, **{name: "" if name == "unit" else None})


def test_the_direction_of_an_indicator_and_the_end_of_the_plan_are_followed() -> None:
    builder = Builder(start=days(-9), end=days(9))
    objective = builder.add("objectives", statement="More jobs")
    whole = {"unit": "jobs", "target": 9, "frequency": "once", "responsible": builder.partner()}
    indicator = builder.add("indicators", title="Jobs", objective=objective, direction="maintain", **whole)
    follows(builder, "indicators", indicator, direction="increase")
    follows(builder, "plan", PLAN_ID, end=days(-1))


@pytest.mark.parametrize("name", ["sustainability_plan", "exit_plan", *(f"value_for_{x}" for x in LASTING)])
def test_every_word_about_what_lasts_is_followed(name: str) -> None:
    follows(Builder(vision="Trams."), "plan", PLAN_ID, **{name: "Something lasts."})


def test_a_plan_that_begins_is_looked_at() -> None:
    builder = Builder(purpose="ride trams")
    follows(builder, "plan", PLAN_ID, vision="Trams.", purpose="", title="Plan", exit_plan="Sell the trams.")
    for type_name in ("drivers", "challenges"):
        record = builder.add(type_name, title="Policy")
        assert builder.checker.findings == findings(builder.book, TODAY)
        builder.remove(type_name, record)
        assert builder.checker.findings == findings(builder.book, TODAY)


def test_reports_follow_their_dates_and_the_stage_and_start_of_the_plan() -> None:
    builder = Builder(stage="delivering", start=days(-300))
    follows(builder, "plan", PLAN_ID, start=days(-3))
    report = builder.add("reports", title="First", period_end=days(-200), status="issued")
    follows(builder, "reports", report, issued_at=datetime.datetime(2027, 2, 1, tzinfo=datetime.UTC))
    follows(builder, "reports", report, period_end=days(-1))
    alone = Builder(stage="building", start=days(-300))
    follows(alone, "plan", PLAN_ID, stage="delivering")


def test_training_is_followed_through_sessions_participants_and_needs() -> None:
    builder = Builder()
    need = builder.add("capacity_needs", title="Gap", current=1, desired=5)
    action = builder.add("capacity_actions", title="Course", type="training", need=need, evaluation="learning")
    follows(builder, "capacity_actions", action, need=None)
    session = builder.add("training_sessions", title="Day one", action=action)
    person = builder.add("participants", session=session, name="Jo Doe")
    follows(builder, "participants", person, sex="woman")
    builder.add("follow_ups", title="Ask again", session=session, months_after=4)
    follows(builder, "training_sessions", session, action=None)
