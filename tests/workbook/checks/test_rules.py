"""What holds for all rules: their declarations, scores, acceptance, limits, and the table of topics."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workbook.checks.building import TODAY, Builder, following
from workbook.book import Book
from workbook.checks import (
    LIMITS,
    REQUIRED_TOPICS,
    RULES,
    Checker,
    blocking,
    findings,
    question_scores,
    rule_states,
    scores,
)
from workbook.checks.base import Context, Each, Tally
from workbook.checks.runners import EachRunner
from workbook.records import RECORD_TYPES
from workbook.vocabularies import AGREEMENT_LEVELS, FOUNDATIONS, GUIDING_QUESTIONS

CLAUSES = Path(__file__).parents[3] / "resources" / "clauses" / "clauses.toml"
IDS = "C1 C2 C3 C4 C5 C6 C7 R1 R2 R3 R4 R5 R6 S1 S2 S3 S4 S5 S6 T1 T2 T3 T4 T5 T6 L1 L2 L3"


def test_there_are_the_28_checks_and_each_explains_itself() -> None:
    assert list(RULES) == IDS.split()
    for rule in RULES.values():
        assert rule.id[0] == FOUNDATIONS[rule.foundation].group
        assert rule.title
        assert rule.why.endswith(".")
        assert rule.remedy.endswith(".")
        assert rule.questions
        assert rule.parts
        assert set(rule.limits) <= set(LIMITS)


def test_every_limit_belongs_to_the_rule_whose_id_it_bears() -> None:
    used = {name for rule in RULES.values() for name in rule.limits}
    assert used == set(LIMITS)
    assert all(name in RULES[name.split("_")[0]].limits for name in LIMITS)


def test_paths_and_inputs_name_fields_that_exist() -> None:
    for rule in RULES.values():
        for part in rule.parts:
            for path in part.paths if isinstance(part, Each | Tally) else ():
                assert path.fields - {"-"} <= set(RECORD_TYPES[path.type].names), rule.id
            for name, fields in getattr(part, "inputs", {}).items():
                assert set(fields) - {"-"} <= set(RECORD_TYPES[name].names), rule.id


def test_required_topics_are_those_of_the_clause_library() -> None:
    library = tomllib.loads(CLAUSES.read_text("utf-8"))["clause"]
    required = {
        level: {clause["topic"] for clause in library if clause["levels"].get(level) == "required"}
        for level in AGREEMENT_LEVELS.keys
    }
    assert required == REQUIRED_TOPICS


def test_an_empty_plan_has_no_findings_and_nothing_met() -> None:
    book = Book.empty()
    assert findings(book, TODAY) == ()
    for score in (*scores(book, ()).values(), *question_scores(book, ()).values()):
        assert score.met == 0 < score.of
    assert sum(score.of for score in scores(book, ()).values()) == 22
    states = {state.rule.id: state.state for state in rule_states(book, ())}
    assert [key for key, state in states.items() if state == "not_applicable"] == ["C4", "R4", "S5", "T4", "T5", "T6"]
    assert {state for state in states.values() if state != "not_applicable"} == {"nothing_yet"}


def test_scores_count_and_weigh_what_is_met() -> None:
    builder = Builder()
    museum = builder.partner(own_objective="Visitors")
    builder.role(builder.activity(no_resource_needed=True), museum, "A", "R")
    found = findings(builder.book, TODAY)
    responsibility = scores(builder.book, found)["responsibility"]
    assert responsibility.title == "5 of 6 checks met"  # nobody owns the activity: S4
    assert (responsibility.weight_met, responsibility.weight_of) == (3 + 3 + 2 + 1 + 3, 15)
    assert set(scores(builder.book, found)) == set(FOUNDATIONS.keys)
    assert set(question_scores(builder.book, found)) == set(GUIDING_QUESTIONS.keys)


def test_an_accepted_finding_stays_with_its_reason_and_counts_apart() -> None:
    builder = Builder()
    activity = builder.activity()
    builder.accept("S1", activity, "The group answers together.")
    (finding,) = builder.found("S1")
    assert finding.accepted == "The group answers together."
    found = findings(builder.book, TODAY)
    assert "S1" not in {finding.rule for finding in blocking(found)}
    assert "S2" in {finding.rule for finding in blocking(found)}
    score = scores(builder.book, found)["responsibility"]
    assert (score.accepted, score.title) == (1, "1 of 5 checks met (1 accepted with a reason)")
    builder.accept("S1", activity, "")
    assert builder.found("S1")[0].accepted == ""


def test_accepting_is_followed_for_the_whole_plan_too() -> None:
    builder = Builder(stage="delivering")
    checker = following(builder.workbook)
    builder.accept("T1", "", "The old one was prolonged by letter.")
    assert [finding.accepted for finding in checker.findings if finding.rule == "T1"] == [
        "The old one was prolonged by letter."
    ]


def test_errors_block_and_warnings_do_not() -> None:
    builder = Builder()
    builder.partner()
    severities = {finding.severity for finding in findings(builder.book, TODAY)}
    assert severities == {"error", "warning"}
    assert {finding.severity for finding in blocking(findings(builder.book, TODAY))} == {"error"}


def test_drift_is_not_judged_by_a_checker_that_was_not_told_what_was_sealed() -> None:
    builder = Builder()
    agreement = builder.add("agreements", title="Memo", level="mou", status="in_force", sealed_state=1)
    blind, seeing = Checker(TODAY), Checker(TODAY, {agreement: builder.book})
    assert blind.unjudged == {"T4"}
    assert not seeing.unjudged
    states = {s.rule.id: s.state for s in rule_states(builder.book, blind.run(builder.book), blind.unjudged)}
    assert states["T4"] == "not_applicable"
    states = {s.rule.id: s.state for s in rule_states(builder.book, seeing.run(builder.book), seeing.unjudged)}
    assert states["T4"] == "met"


def test_an_edit_looks_again_only_where_it_can_matter() -> None:
    """Renaming one of many activities leaves the findings of the others as the very same objects."""
    builder = Builder()
    ids = [builder.activity(f"Do {number}") for number in range(5)]
    checker = following(builder.workbook)
    before = {(f.rule, f.id): f for f in checker.findings}
    builder.edit("activities", ids[0], title="Do it well")
    after = {(f.rule, f.id): f for f in checker.findings}
    assert all(after[key] is before[key] for key in before if key[1] != ids[0])
    assert "Do it well" in after["S1", ids[0]].title


def test_a_renamed_partner_is_renamed_in_findings_about_others() -> None:
    builder = Builder()
    activity, one, two = builder.activity(), builder.partner("One"), builder.partner("Two")
    builder.role(activity, one, "A")
    builder.role(activity, two, "A")
    checker = following(builder.workbook)
    builder.edit("partners", two, code="P-99")
    assert "A-01 “Open the workshop” has two accountable partners: P-01, P-99." in {f.title for f in checker.findings}


def plan_of(activities: int) -> tuple[Builder, str, str]:
    builder = Builder(purpose="ride")
    objective = builder.add("objectives", statement="More jobs")
    partners = [builder.partner(f"Partner {number}") for number in range(4)]
    for number in range(activities):
        activity = builder.activity(f"Do {number}", objective=objective)
        builder.role(activity, partners[number % 4], "A", "R")
    return builder, activity, partners[0]


def looks_after(builder: Builder, monkeypatch: pytest.MonkeyPatch, edit: Callable[[], object]) -> int:
    """Count how many records are looked at again after an edit."""
    looked: list[str] = []
    look = EachRunner._look

    def counted(runner: EachRunner, ctx: Context, record_id: str) -> None:
        looked.append(record_id)
        look(runner, ctx, record_id)

    with monkeypatch.context() as patch:
        patch.setattr(EachRunner, "_look", counted)
        edit()
    assert builder.checker.findings == findings(builder.book, TODAY)
    return len(looked)


def edits_cost(size: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    builder, activity, partner = plan_of(size)
    edits: tuple[Callable[[], object], ...] = (
        lambda: builder.edit("activities", activity, title="Do it well"),
        lambda: builder.role(activity, partner, "C"),
        lambda: builder.line(activity=activity, provider=partner, value="5 EUR"),
        lambda: builder.edit("partners", partner, note="Likes trams."),
        lambda: builder.plan(vision="Trams."),
    )
    return [looks_after(builder, monkeypatch, edit) for edit in edits]


def test_an_edit_costs_the_same_in_a_large_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = [edits_cost(size, monkeypatch) for size in (10, 80)]
    assert costs[0] == costs[1]
