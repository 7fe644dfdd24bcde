"""C1 to C7, each where it is met and where it is not."""

from tests.workbook.checks.building import TODAY, Builder
from workbook.checks import findings


def full_house() -> tuple[Builder, str, str, str]:
    builder = Builder()
    city = builder.partner("City", "local_government")
    museum = builder.partner("Museum", "cultural_institution")
    lab = builder.partner("Lab", "technology", status="signed")
    return builder, city, museum, lab


def test_c1_is_met_by_three_sectors_with_government_and_culture() -> None:
    assert full_house()[0].titles("C1") == []


def test_c1_counts_active_partners_only() -> None:
    builder, city, _, lab = full_house()
    builder.edit("partners", lab, status="prospective")
    assert builder.titles("C1") == [
        "Sectors of active partners: Cultural institution, Local government. At least 3 are needed."
    ]
    builder.edit("partners", city, status="withdrawn")
    assert builder.titles("C1") == [
        "Active partners (engaged or signed): 1. At least 2 are needed.",
        "Sectors of active partners: Cultural institution. At least 3 are needed.",
        "No active partner is of local government.",
    ]


def test_c1_asks_for_somebody_creative_and_blocks() -> None:
    builder, _, museum, _ = full_house()
    builder.edit("partners", museum, sector="research")
    (finding,) = builder.found("C1")
    assert finding.title == "No active partner is a cultural institution, a creative business or an artist."
    assert (finding.severity, finding.type, finding.id) == ("error", "plan", "")


def test_c1_follows_the_limit_that_the_team_sets() -> None:
    builder, *_ = full_house()
    builder.add("thresholds", name="C1_sectors", value=4)
    assert len(builder.found("C1")) == 1


def test_c2_finds_a_partner_that_neither_does_nor_brings_anything() -> None:
    builder, city, museum, lab = full_house()
    activity = builder.activity()
    builder.role(activity, city, "A")
    builder.role(activity, museum, "I")
    builder.line(provider=lab, status="pledged")
    assert builder.titles("C2") == [
        "P-02 “Museum” has no role (R, A or C) in any activity and brings no resource.",
    ]


def test_c2_does_not_count_what_was_cancelled_or_withdrawn() -> None:
    builder, city, museum, lab = full_house()
    activity = builder.activity(status="cancelled")
    builder.role(activity, city, "A")
    builder.line(provider=lab, status="withdrawn")
    builder.role(builder.activity("Other"), museum, "C")
    assert [finding.id for finding in builder.found("C2")] == [city, lab]


def test_c3_wants_work_for_each_shared_objective_and_an_objective_for_all_work() -> None:
    builder = Builder()
    served = builder.add("objectives", statement="More jobs")
    builder.add("objectives", statement="Less noise")
    builder.add("objectives", statement="Our own", type="own")
    builder.add("objectives", statement="Given up", status="dropped")
    whole = builder.activity("Run it", objective=served)
    builder.activity("Plan it", parent=whole)
    builder.activity("Drift along")
    builder.activity("Cancelled", status="cancelled")
    assert builder.titles("C3") == [
        "No activity serves O-02 “Less noise”.",
        "A-03 “Drift along” serves no objective.",
    ]


def test_c3_is_not_served_by_a_cancelled_activity() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More jobs")
    builder.activity(objective=objective, status="cancelled")
    assert builder.titles("C3") == ["No activity serves O-01 “More jobs”."]


def test_c4_looks_at_the_sectors_of_those_who_take_part() -> None:
    builder, city, museum, _ = full_house()
    activity = builder.activity(cross_sector=True)
    builder.role(activity, city, "A", "R")
    builder.role(activity, museum, "I")
    (finding,) = builder.found("C4")
    assert finding.title == (
        "A-01 “Open the workshop” is meant to cross sectors, and its partners (R, A or C) are of Local government."
    )
    assert finding.severity == "information"
    builder.role(activity, museum, "C")
    assert builder.titles("C4") == []


def test_c5_is_met_by_an_own_objective_or_an_expected_benefit() -> None:
    builder = Builder()
    builder.partner("One", own_objective="More visitors")
    builder.partner("Two", expected_benefit="A new hall")
    builder.partner("Three")
    builder.partner("Four", status="prospective")
    assert builder.titles("C5") == ["What P-03 “Three” wants for itself is not written down."]


def test_c6_wants_a_main_contact_and_an_authority_and_names_no_person() -> None:
    builder = Builder()
    museum, city = builder.partner(), builder.partner("City", "local_government")
    builder.add("contacts", partner=city, name="Jo Doe", is_main=True, is_signatory=True)
    assert builder.titles("C6") == [
        "P-01 “Museum” has no main contact.",
        "K-01 is to sign for P-02, and nothing says by what authority.",
    ]
    builder.add("contacts", partner=museum, name="Al Doe", is_main=True, is_signatory=True, authority="Board, 3 May")
    assert [finding.type for finding in builder.found("C6")] == ["contacts"]


def test_c7_wants_a_body_that_can_decide_with_a_seat_for_everybody() -> None:
    builder = Builder()
    museum, city = builder.partner(), builder.partner("City", "local_government")
    assert builder.titles("C7") == ["There is no governance body yet, so nobody is named to decide."]
    body = builder.add("governance_bodies", name="Steering group", chair=city)
    assert builder.titles("C7") == [
        "G-01 “Steering group” has no rule for decisions, rhythm of meetings.",
        "P-01 “Museum” has no seat in a governance body, and nothing says that it agreed to that.",
    ]
    builder.edit("governance_bodies", body, decision_rule="consensus", frequency="monthly")
    builder.add("members", body=body, partner=museum)
    assert builder.titles("C7") == []


def test_c7_respects_partners_that_agreed_to_have_no_seat() -> None:
    builder = Builder(bodies_not_needed="The museum wants to be informed only.")
    builder.partner()
    builder.add("governance_bodies", name="Group", decision_rule="consensus", frequency="monthly")
    assert builder.titles("C7") == ["G-01 “Group” has no chair."]
    builder.plan(bodies_not_needed="")
    assert builder.titles("C7") == [
        "No partner has a seat in a governance body yet.",
        "G-01 “Group” has no chair.",
    ]


def test_c7_forgets_missing_seats_with_the_last_body_that_had_any() -> None:
    builder = Builder()
    chair = builder.partner("City", "local_government")
    builder.partner("Museum")
    body = builder.add("governance_bodies", name="Group", chair=chair)
    builder.add("members", body=body, partner=chair)
    assert any("has no seat" in title for title in builder.titles("C7"))
    builder.remove("governance_bodies", body)

    assert builder.titles("C7") == ["There is no governance body yet, so nobody is named to decide."]
    assert builder.checker.findings == findings(builder.book, TODAY)
