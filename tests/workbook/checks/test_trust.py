"""T1 to T6, each where it is met and where it is not."""

import datetime
from typing import Any

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.checks import REQUIRED_TOPICS
from workbook.vocabularies import HEALTH_STATEMENTS


def agreement(builder: Builder, **given: Any) -> str:
    return builder.add("agreements", **{"title": "Memo", "level": "mou", **given})


def with_clauses(builder: Builder, owner: str, level: str = "mou", **given: Any) -> dict[str, str]:
    """Give an agreement all clauses that its level requires, fully in place."""
    clause = {"agreement": owner, "body": "Words.", "assessment": "fully", **given}
    return {
        topic: builder.add("clauses", topic=topic, heading=topic.title(), **clause)
        for topic in sorted(REQUIRED_TOPICS[level])
    }


def test_t1_asks_for_an_agreement_only_once_one_was_signed() -> None:
    builder = Builder(stage="building")
    assert builder.titles("T1") == []
    builder.plan(stage="delivering")
    (finding,) = builder.found("T1")
    assert (finding.title, finding.severity) == ("No agreement covers today (2027-03-01).", "error")
    agreement(builder, status="in_force", effective=days(-9), expiry=days(400), review=days(100))
    assert builder.titles("T1") == []


def test_t1_warns_of_the_end_and_of_a_review_that_was_forgotten() -> None:
    builder = Builder()
    memo = agreement(builder, status="in_force", expiry=days(60), review=days(-1))
    assert builder.titles("T1") == [
        "AG-01 “Memo” ends in 60 days.",
        "AG-01 “Memo” was to be reviewed on 2027-02-28; set the next review.",
    ]
    assert {finding.severity for finding in builder.found("T1")} == {"warning"}
    builder.edit("agreements", memo, expiry=days(10), review=None)
    assert builder.titles("T1") == [
        "AG-01 “Memo” ends very soon, in 10 days.",
        "AG-01 “Memo” has no date for its review.",
    ]
    builder.edit("agreements", memo, expiry=days(-1), review=days(5))
    (finding,) = builder.found("T1")
    assert (finding.title, finding.severity) == (
        "AG-01 “Memo” ended on 2027-02-28, and still counts as in force.",
        "error",
    )


def test_t1_counts_the_term_as_amendments_in_force_have_set_it() -> None:
    builder = Builder(stage="delivering")
    memo = agreement(builder, status="in_force", expiry=days(-1), review=days(100))
    assert len(builder.titles("T1")) == 2
    more = {"level": "amendment", "parent": memo, "title": "Amendment", "number": 1, "expiry": days(400)}
    amendment = agreement(builder, status="ready_to_sign", **more)
    assert len(builder.titles("T1")) == 2
    builder.edit("agreements", amendment, status="in_force")
    assert builder.titles("T1") == []


def test_t2_wants_every_required_topic_fully_or_not_relevant_and_why() -> None:
    builder = Builder()
    letter = agreement(builder, level="letter_of_intent")
    assert builder.titles("T2") == [
        (
            "AG-01 “Memo” has no clause for 7 of 7 required topics: "
            "parties, representatives, signatures, status law, term renewal and 2 more."
        ),
    ]
    clauses = with_clauses(builder, letter, "letter_of_intent")
    assert builder.titles("T2") == []
    builder.edit("clauses", clauses["parties"], assessment="partly")
    builder.edit("clauses", clauses["signatures"], assessment="not_relevant")
    builder.edit("clauses", clauses["vision_purpose"], left_out=True)
    assert builder.titles("T2") == [
        "AG-01 “Memo” has 3 required clauses that are not fully in place: “Parties”, “Signatures”, “Vision_Purpose”.",
    ]
    builder.edit("clauses", clauses["parties"], assessment="fully")
    builder.edit("clauses", clauses["signatures"], comment="An e-mail is enough here.")
    builder.edit("clauses", clauses["vision_purpose"], left_out=False)
    assert builder.titles("T2") == []


def test_t2_leaves_alone_what_has_ended() -> None:
    builder = Builder()
    agreement(builder, status="superseded")
    assert builder.titles("T2") == builder.titles("T3") == []


def test_t3_wants_differences_end_change_and_notice() -> None:
    builder = Builder()
    memo = agreement(builder)
    clauses = with_clauses(builder, memo)
    assert builder.titles("T3") == ["AG-01 “Memo” sets no days of notice for leaving."]
    builder.edit("agreements", memo, notice_days=60)
    assert builder.titles("T3") == []
    builder.edit("clauses", clauses["disputes"], body="")
    builder.remove("clauses", clauses["exit_legacy"])
    assert builder.titles("T3") == [
        "AG-01 “Memo” does not say what happens when partners disagree, what happens at the end.",
    ]


def test_t3_asks_a_letter_of_intent_for_none_of_that() -> None:
    builder = Builder()
    agreement(builder, level="letter_of_intent")
    assert builder.titles("T3") == []


def test_t4_says_what_moved_since_the_agreement_was_sealed() -> None:
    builder = Builder()
    memo = agreement(builder, status="in_force", sealed_state=3)
    activity = builder.activity(end=days(9))
    sealed = {memo: builder.book}
    builder.edit("activities", activity, note="Progress is no drift", done=50, status="in_progress")
    builder.add("issues", title="Nor are issues")
    assert builder.titles("T4", sealed) == []
    builder.edit("activities", activity, end=days(19))
    assert [finding.severity for finding in builder.found("T4", sealed)] == ["information"], "no promise is touched"
    builder.line(status="committed", value="5 EUR")
    builder.line("offer", "Not promised, so it binds nobody")
    assert builder.titles("T4", sealed) == [
        "Since AG-01 “Memo” was sealed, the plan has changed in what it binds: Activities (1), Resources (1).",
    ]
    assert [finding.severity for finding in builder.found("T4", sealed)] == ["warning"]
    builder.add("drift_classes", name="contribution_large", materiality="minor", asks="note")
    assert [finding.severity for finding in builder.found("T4", sealed)] == ["information"]
    assert builder.titles("T4") == []


def test_t4_compares_with_the_last_amendment() -> None:
    builder = Builder()
    memo = agreement(builder, status="in_force", sealed_state=1)
    first = builder.book
    builder.activity()
    amendment = agreement(builder, level="amendment", status="in_force", parent=memo, sealed_state=5, title="No. 1")
    assert builder.titles("T4", {memo: first, amendment: builder.book}) == []
    assert len(builder.titles("T4", {memo: first})) == 1


def answered(builder: Builder, round: str, partner: str, score: int, *, low: str = "") -> None:
    for term in HEALTH_STATEMENTS:
        given = {"round": round, "partner": partner, "statement": term.key}
        builder.add("health_responses", **given, score=2 if term.group == low else score)


def test_t5_waits_until_the_work_has_begun() -> None:
    builder = Builder(stage="building")
    assert builder.titles("T5") == []
    builder.plan(stage="delivering")
    assert builder.titles("T5") == ["Nobody has been asked yet how the cooperation goes."]


def test_t5_wants_a_recent_round_that_enough_partners_answered() -> None:
    builder = Builder(stage="delivering")
    one, two, three = (builder.partner(name) for name in ("One", "Two", "Three"))
    first = builder.add("health_rounds", title="Autumn", date=datetime.date(2026, 8, 31))
    answered(builder, first, one, 4)
    assert builder.titles("T5") == [
        "The last cooperation check, H-01 “Autumn”, is more than 6 months old (2026-08-31).",
        "Only 1 of 3 partners answered in H-01 “Autumn”.",
    ]
    builder.edit("health_rounds", first, date=datetime.date(2026, 9, 1))
    answered(builder, first, two, 4)
    assert builder.titles("T5") == []
    assert three


def test_t5_wants_a_dated_follow_up_where_it_is_low() -> None:
    builder = Builder(stage="delivering")
    round_ = builder.add("health_rounds", title="Spring", date=TODAY)
    for name in ("One", "Two"):
        answered(builder, round_, builder.partner(name), 4, low="trust")
    assert builder.titles("T5") == [
        "In H-01 “Spring”, Mutual trust is at 2.0 of 5, and no dated follow-up answers it.",
    ]
    follow_up = builder.add("follow_ups", title="Talk", round=round_, foundation="trust")
    assert len(builder.titles("T5")) == 1
    builder.edit("follow_ups", follow_up, due=days(14))
    assert builder.titles("T5") == []


def test_t5_names_statements_and_no_partner_where_views_are_apart() -> None:
    builder = Builder(stage="delivering")
    round_ = builder.add("health_rounds", title="Spring", date=TODAY)
    for name, score in (("One", 5), ("Two", 3)):
        partner = builder.partner(name)
        builder.add("health_responses", round=round_, partner=partner, statement="s03", score=score)
    (finding,) = builder.found("T5")
    assert finding.title == "In H-01 “Spring”, partners see these statements very differently, so talk about them: 3."
    assert finding.severity == "information"


def test_t6_finds_what_lies_about_without_a_word() -> None:
    builder = Builder()
    builder.add("decisions", title="Choose a site", due=days(-31))
    builder.add("decisions", title="Explained", due=days(-31), note="Waits for the survey.")
    builder.add("decisions", title="Carried out", due=days(-31), status="done")
    builder.add("issues", title="No heating", due=days(-40), status="open")
    builder.add("issues", title="Not so old", due=days(-30), status="open")
    assert builder.titles("T6") == [
        "D-01 “Choose a site” is 31 days overdue, and no note says why.",
        "IS-01 “No heating” is 40 days overdue, and no note says why.",
    ]


def test_t6_wants_reports_to_follow_each_other_while_the_work_goes_on() -> None:
    builder = Builder(stage="delivering", start=days(-200))
    assert builder.titles("T6") == ["No report has been issued since the start on 2026-08-13."]
    report = builder.add("reports", title="First", period_end=days(-120), status="issued")
    assert builder.titles("T6") == ["The last report is of 2026-11-01, 120 days ago."]
    builder.edit("reports", report, period_end=days(-100))
    assert builder.titles("T6") == []
