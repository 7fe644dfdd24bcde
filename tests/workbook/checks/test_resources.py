"""R1 to R6, each where it is met and where it is not."""

from typing import Any

from tests.workbook.checks.building import Builder, days


def test_r1_says_how_much_of_a_need_is_missing() -> None:
    builder = Builder()
    need = builder.line("need", "Money for the year", category="cash", value="45000 GBP")
    builder.line(covers=need, category="cash", status="committed", value="19950 GBP")
    assert builder.titles("R1") == [
        "R-01 “Money for the year” is covered to 44.3 %; missing: 25,050 of 45,000 (GBP).",
    ]
    builder.line("offer", covers=need, category="cash", value="25050 GBP")
    assert builder.titles("R1") == []


def test_r1_does_not_cover_pounds_with_euros_nor_with_what_was_withdrawn() -> None:
    builder = Builder()
    need = builder.line("need", category="cash", value="100 GBP")
    builder.line(covers=need, category="cash", value="500 EUR")
    builder.line(covers=need, category="cash", value="100 GBP", status="withdrawn")
    assert builder.titles("R1") == ["R-01 “Money” is covered to 0 %; missing: 100 of 100 (GBP)."]


def test_r1_counts_quantities_in_their_unit_and_lines_where_there_is_no_amount() -> None:
    builder = Builder()
    hours = builder.line("need", "Advice", category="expertise", quantity=100, unit="hour", value="5000 EUR")
    builder.line("offer", covers=hours, category="expertise", quantity=80, unit="hour")
    permit = builder.line("need", "Permit", category="legitimacy", type="non_valued")
    assert builder.titles("R1") == [
        "R-01 “Advice” is covered to 80 %; missing: 20 of 100 (Hour).",
        "Nobody has offered R-03 “Permit”.",
    ]
    builder.line("offer", covers=permit, category="legitimacy")
    assert len(builder.titles("R1")) == 1


def test_r1_uses_a_line_of_the_same_category_in_the_same_activity() -> None:
    builder = Builder()
    activity = builder.activity()
    builder.line("need", category="space", quantity=5, unit="day", activity=activity)
    builder.line("offer", category="space", quantity=5, unit="day", activity=activity)
    assert builder.titles("R1") == []


def test_r2_lists_what_a_commitment_does_not_say() -> None:
    builder = Builder()
    builder.line("commitment", "Hall")
    builder.line("commitment", "Staff", type="in_kind", category="staff_time", provider=builder.partner())
    assert builder.titles("R2") == [
        "R-01 “Hall” does not say who brings it, whether it is cash or in kind, what it is worth, when it comes.",
        "R-02 “Staff” does not say how much of it, what it is worth, on what basis it is valued, when it comes.",
    ]


def test_r2_is_met_in_the_words_of_each_type() -> None:
    builder = Builder()
    museum = builder.partner()
    builder.line(type="cash", category="cash", provider=museum, value="10 EUR", due=days(9))
    builder.line(type="non_valued", category="legitimacy", provider=museum, due=days(9))
    kind: dict[str, Any] = {"type": "in_kind", "quantity": 3, "unit": "day", "rate": "9 EUR", "basis": "market_rent"}
    builder.line(category="space", provider=museum, available_from=days(1), **kind)
    builder.line("offer", "Not promised")
    assert builder.titles("R2") == []


def test_r3_calls_committed_only_what_is_signed() -> None:
    builder = Builder()
    museum = builder.partner()
    builder.line(status="committed", provider=museum)
    assert builder.titles("R3") == ["R-01 “Money” counts as committed, and P-01 has signed no agreement."]
    agreement = builder.add("agreements", title="Memo", level="mou", parties=[museum], status="part_signed")
    assert len(builder.found("R3")) == 1
    builder.add("signatures", agreement=agreement, partner=museum, signed=True)
    assert builder.titles("R3") == []


def test_r3_wants_the_signature_under_the_agreement_that_the_line_names() -> None:
    builder = Builder()
    museum = builder.partner()
    builder.add("agreements", title="Signed", level="mou", parties=[museum], status="in_force")
    draft = builder.add("agreements", title="Draft", level="mou", parties=[museum])
    line = builder.line(status="delivered", provider=museum)
    assert builder.titles("R3") == []
    builder.edit("resources", line, agreement=draft)
    assert builder.titles("R3") == ["R-01 “Money” counts as committed, and P-01 has not signed AG-02."]


def test_r4_looks_at_cash_and_at_the_largest_provider_in_each_currency() -> None:
    builder = Builder()
    museum, city = builder.partner(), builder.partner("City", "local_government")
    builder.line(type="cash", status="committed", value="10 EUR", provider=city)
    builder.line(type="in_kind", status="committed", value="90 EUR", provider=museum)
    builder.line(type="cash", status="pledged", value="1000 GBP", provider=museum)
    assert builder.titles("R4") == [
        "Only 10 % of what is committed in EUR is cash; the rest is in kind.",
        "P-01 brings 90 % of what is committed in EUR.",
    ]


def test_r4_is_met_by_a_balance() -> None:
    builder = Builder()
    for name in ("One", "Two"):
        builder.line(type="cash", status="committed", value="50 EUR", provider=builder.partner(name))
    assert builder.titles("R4") == []


def test_r5_takes_lines_of_the_activity_its_whole_and_its_parts() -> None:
    builder = Builder()
    whole = builder.activity("Whole")
    part = builder.activity("Part", parent=whole)
    builder.activity("Alone")
    builder.activity("Free", no_resource_needed=True)
    builder.activity("Opening day", milestone=True)
    lone = "A-03 “Alone” has no resource line and is not marked as needing none."
    assert len(builder.titles("R5")) == 3
    line = builder.line("need", activity=part)
    assert builder.titles("R5") == [lone]
    builder.edit("resources", line, activity=whole)
    assert builder.titles("R5") == [lone]
    builder.edit("resources", line, status="lapsed")
    assert len(builder.titles("R5")) == 3


def test_r6_finds_what_is_late_and_what_has_no_evidence() -> None:
    builder = Builder()
    late: dict[str, Any] = {"status": "committed", "type": "cash", "value": "100 EUR", "due": days(-1)}
    builder.line(**late)
    builder.line("commitment", "Almost", **late, delivered_value="80 EUR")
    builder.line("commitment", "Half", **late, delivered_value="50 EUR")
    builder.line("commitment", "Later", **{**late, "due": days(1)})
    builder.line("commitment", "Hall", status="delivered", type="in_kind", value="9 EUR")
    builder.line("commitment", "Desk", status="verified", type="in_kind", value="9 EUR", evidence="Letter, box 3")
    assert builder.titles("R6") == [
        "R-01 “Money” was due on 2027-02-28, and 0 % has been delivered.",
        "R-03 “Half” was due on 2027-02-28, and 50 % has been delivered.",
        "R-05 “Hall” was delivered in kind, and no evidence is named.",
    ]
