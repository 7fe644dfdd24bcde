"""L1 to L3, each where it is met and where it is not."""

from typing import Any

from tests.workbook.checks.building import Builder, days


def indicator(builder: Builder, objective: str, **given: Any) -> str:
    whole = {"unit": "people", "baseline": 0, "target": 100, "frequency": "quarterly", "title": "People reached"}
    return builder.add("indicators", objective=objective, **{**whole, **given})


def test_l1_wants_one_complete_indicator_for_each_objective() -> None:
    builder = Builder()
    museum = builder.partner()
    objective = builder.add("objectives", statement="More visitors")
    assert builder.titles("L1") == ["O-01 “More visitors” has no indicator."]
    first = indicator(builder, objective, baseline=None)
    assert builder.titles("L1") == [
        "No indicator of O-01 “More visitors” is complete; I-01 lacks baseline, responsible partner.",
    ]
    builder.edit("indicators", first, baseline=5, responsible=museum)
    indicator(builder, objective, title="Not finished", target=None)
    assert builder.titles("L1") == []


def test_l1_accepts_a_target_to_be_kept_without_a_baseline() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="Keep the library open")
    indicator(builder, objective, direction="maintain", baseline=None, responsible=builder.partner())
    assert builder.titles("L1") == []


def test_l1_warns_of_a_target_that_changes_nothing() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More visitors")
    indicator(builder, objective, baseline=100, responsible=builder.partner())
    (finding,) = builder.found("L1")
    assert finding.title == "The target of I-01 “People reached” equals its baseline, so nothing would change."
    assert finding.severity == "warning"


def test_l1_asks_for_readings_when_they_are_due_and_not_before() -> None:
    builder = Builder(start=days(-60))
    objective = builder.add("objectives", statement="More visitors")
    first = indicator(builder, objective, responsible=builder.partner())
    assert builder.titles("L1") == []
    builder.plan(start=days(-120))
    assert builder.titles("L1") == ["I-01 “People reached” has no reading yet."]
    reading = builder.add("readings", indicator=first, date=days(-110), value=3)
    assert builder.titles("L1") == ["The last reading of I-01 “People reached” is of 2026-11-11; a newer one is due."]
    builder.remove("readings", reading)
    builder.add("readings", indicator=first, date=days(-2), value=3, breakdown="women")
    assert builder.titles("L1") == ["I-01 “People reached” has no reading yet."]
    builder.add("readings", indicator=first, date=days(-2), value=7)
    assert builder.titles("L1") == []


def test_l2_wants_an_action_for_a_wide_gap() -> None:
    builder = Builder()
    need = builder.add("capacity_needs", title="Valuing in-kind", current=2, desired=4)
    builder.add("capacity_needs", title="Small gap", current=3, desired=4)
    builder.add("capacity_needs", title="Not rated")
    assert builder.titles("L2") == ["N-01 “Valuing in-kind” is at 2 and wanted at 4, and no action closes the gap."]
    action = builder.add("capacity_actions", title="Coaching", type="capacity_building", need=need)
    assert builder.titles("L2") == []
    builder.edit("capacity_actions", action, status="cancelled")
    assert len(builder.titles("L2")) == 1


def test_l2_wants_training_to_be_evaluated_followed_up_and_counted_by_sex() -> None:
    builder = Builder()
    action = builder.add("capacity_actions", title="Course", type="training", evaluation="reaction", end=days(0))
    session = builder.add("training_sessions", title="Day one", action=action, attended=12)
    assert builder.titles("L2") == [
        "C-01 “Course” is training, and nothing says how learning will be looked at.",
        "S-01 “Day one” counts 12 people, and not how many of them are women and men.",
        "No training is followed up three to six months later, so nobody will know what people use of it.",
    ]
    builder.edit("capacity_actions", action, evaluation="learning", follow_up=days(120))
    builder.edit("training_sessions", session, women=7, men=5)
    assert builder.titles("L2") == []


def test_l2_takes_a_follow_up_of_a_session_as_well() -> None:
    builder = Builder()
    action = builder.add("capacity_actions", title="Course", type="training", evaluation="results")
    session = builder.add("training_sessions", title="Day one", action=action)
    follow_up = builder.add("follow_ups", title="Ask again", session=session, months_after=2)
    assert len(builder.titles("L2")) == 1
    builder.edit("follow_ups", follow_up, months_after=4)
    assert builder.titles("L2") == []


def test_l3_wants_what_lasts_what_helps_and_what_hinders() -> None:
    words = {"value_for_people": "Skills", "value_for_systems": "A desk", "value_for_country": "A guide"}
    builder = Builder(**words, exit_plan="The hall goes to the city.")
    assert builder.titles("L3") == [
        "The plan does not say yet: what comes after the funding.",
        "No driver is recorded: no policy, law, initiative or good practice.",
        "No challenge is recorded that stands in the way.",
    ]
    builder.plan(sustainability_plan="The city pays the rent.")
    builder.add("drivers", title="Culture strategy")
    builder.add("challenges", title="Short budgets")
    assert builder.titles("L3") == []
