"""S1 to S6, each where it is met and where it is not."""

from tests.workbook.checks.building import Builder, days


def with_partners(count: int) -> tuple[Builder, list[str]]:
    builder = Builder()
    return builder, [builder.partner(f"Partner {number}") for number in range(1, count + 1)]


def test_s1_wants_exactly_one_accountable() -> None:
    builder, (first, second) = with_partners(2)
    activity = builder.activity()
    assert builder.titles("S1") == ["A-01 “Open the workshop” has no accountable partner."]
    builder.role(activity, first, "A")
    assert builder.titles("S1") == []
    builder.role(activity, second, "R", "A")
    (finding,) = builder.found("S1")
    assert finding.title == "A-01 “Open the workshop” has two accountable partners: P-01, P-02."
    assert (finding.rule, finding.severity, finding.foundation) == ("S1", "error", "responsibility")
    assert (finding.type, finding.id, finding.accepted) == ("activities", activity, "")


def test_s1_leaves_cancelled_activities_alone() -> None:
    builder = Builder()
    builder.activity(status="cancelled")
    assert builder.titles("S1") == []


def test_s2_wants_somebody_to_do_the_work_except_for_a_milestone() -> None:
    builder, (first,) = with_partners(1)
    activity = builder.activity()
    builder.activity("Opening day", milestone=True)
    builder.role(activity, first, "A")
    assert builder.titles("S2") == ["A-01 “Open the workshop” has no responsible partner."]
    builder.role(activity, first, "A", "R")
    assert builder.titles("S2") == []


def test_s3_finds_a_partner_that_carries_most() -> None:
    builder, (first, second, third) = with_partners(3)
    for number in range(4):
        activity = builder.activity(f"Do {number}")
        builder.role(activity, first, "A")
        builder.role(activity, second if number % 2 else third, "R")
    assert builder.titles("S3") == [
        "P-01 “Partner 1” is accountable for 4 of 4 activities (100 %).",
        "P-01 “Partner 1” holds 4 of 8 responsible and accountable roles (50 %).",
    ]


def test_s3_is_met_when_partners_carry_alike() -> None:
    builder, partners = with_partners(3)
    for number in range(6):
        builder.role(builder.activity(f"Do {number}"), partners[number % 3], "A", "R")
    assert builder.titles("S3") == []


def test_s3_says_nothing_about_two_partners_or_a_handful_of_roles() -> None:
    builder, (first, second) = with_partners(2)
    for number in range(6):
        builder.role(builder.activity(f"Do {number}"), first, "A", "R")
    assert builder.titles("S3") == []
    builder, (first, *_) = with_partners(3)
    for number in range(3):
        builder.role(builder.activity(f"Do {number}"), first, "A", "R")
    assert builder.titles("S3") == []
    assert second != first


def test_s3_counts_open_activities_of_one_person_without_the_name() -> None:
    builder, (first, *_) = with_partners(1)
    person = builder.add("contacts", partner=first, name="Jo Doe")
    for number in range(7):
        activity = builder.activity(f"Do {number}")
        builder.add("responsibilities", activity=activity, partner=first, letters=["A"], person=person)
    assert builder.titles("S3") == ["K-01 of P-01 is accountable for 7 open activities."]
    builder.edit("activities", activity, status="done")
    assert builder.titles("S3") == []


def test_s4_wants_owner_due_date_and_dates_that_fit() -> None:
    builder, (first,) = with_partners(1)
    builder.plan(start=days(0), end=days(100))
    person = builder.add("contacts", partner=first, name="Jo Doe")
    objective = builder.add("objectives", statement="More jobs", target_date=days(50))
    fine = {"owner": person, "objective": objective}
    builder.activity("Fits", start=days(1), end=days(49), **fine)
    builder.activity("Nobody's")
    builder.activity("Finished", status="done")
    builder.activity("Backwards", start=days(40), end=days(30), **fine)
    builder.activity("Outside", owner=person, start=days(-1), end=days(101))
    builder.activity("Too late", end=days(51), **fine)
    assert builder.titles("S4") == [
        "A-02 “Nobody's” has no owner and no due date.",
        "A-04 “Backwards” starts on 2027-04-10, after its due date 2027-03-31.",
        "A-05 “Outside” starts on 2027-02-28, before the partnership does (2027-03-01).",
        "A-05 “Outside” is due on 2027-06-10, after the partnership has ended (2027-06-09).",
        "A-06 “Too late” is due on 2027-04-21, after the day by which O-01 is to be reached (2027-04-20).",
    ]


def test_s4_looks_at_open_follow_ups_too() -> None:
    builder, (first,) = with_partners(1)
    person = builder.add("contacts", partner=first, name="Jo Doe")
    builder.add("follow_ups", title="Write to them", owner=person)
    builder.add("follow_ups", title="Done", status="done")
    assert builder.titles("S4") == ["F-01 “Write to them” has no due date."]


def test_s5_wants_few_to_be_consulted() -> None:
    builder, partners = with_partners(4)
    activity = builder.activity()
    for partner in partners[:3]:
        builder.role(activity, partner, "C")
    assert builder.titles("S5") == []
    builder.role(activity, partners[3], "C")
    assert builder.titles("S5") == ["A-01 “Open the workshop” has 4 partners to be consulted; each of them takes time."]


def test_s6_wants_those_on_board_who_carry_the_work() -> None:
    builder, (first, second) = with_partners(2)
    activity = builder.activity()
    builder.role(activity, first, "A")
    builder.role(activity, second, "C")
    builder.edit("partners", second, status="prospective")
    assert builder.titles("S6") == []
    builder.edit("partners", first, status="invited")
    assert builder.titles("S6") == ["P-01 “Partner 1” is Invited, and is responsible or accountable in A-01."]
    builder.edit("partners", first, status="completed")
    builder.edit("activities", activity, status="done")
    assert builder.titles("S6") == []
