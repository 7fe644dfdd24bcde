"""Training, sectors, roles and the cooperation check: people are counted once, and never guessed."""

from decimal import Decimal
from typing import Any

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.book import Book
from workbook.measures.capacity import (
    by_age,
    by_sex,
    competence_change,
    completion_percent,
    gaps,
    people_trained,
    planned_against_done,
    training_hours,
)
from workbook.measures.cooperation import band, latest_round, round_result
from workbook.measures.coverage import concentration, local_engagement, mechanism_use, role_load, sector_coverage
from workbook.records import HealthRound


def session(builder: Builder, **given: Any) -> str:
    return builder.add("training_sessions", title="Day", **given)


def came(builder: Builder, session_id: str, *names: str, **given: Any) -> None:
    for name in names:
        builder.add("participants", session=session_id, name=name, **given)


def test_no_session_is_no_data() -> None:
    book = Book.empty()
    figures = (people_trained(book), completion_percent(book), training_hours(book), *by_sex(book), *by_age(book))
    assert {figure.value for figure in figures} == {None}
    assert competence_change(book).change is None


def test_named_people_are_counted_once_over_all_sessions() -> None:
    builder = Builder()
    came(builder, session(builder, attended=2), "Jo Doe", "Al Doe")
    came(builder, session(builder), "jo doe ", "Ed Doe")
    figure = people_trained(builder.book)
    assert (figure.value, figure.formula) == (3, "different names held")


def test_counts_stand_in_where_names_are_missing_and_the_formula_says_so() -> None:
    builder = Builder()
    came(builder, session(builder, attended=9), "Jo Doe")
    session(builder, attended=30, unique_people=12)
    session(builder, attended=99, status="cancelled")
    session(builder, status="planned")
    figure = people_trained(builder.book)
    assert figure.value == 9 + 12
    assert figure.formula == "different people per session + attendances (may double count)"
    assert len(figure.rows) == 2


def test_sex_and_age_come_from_counts_or_names_and_the_rest_is_not_recorded() -> None:
    builder = Builder()
    session(builder, attended=10, women=6, men=3, age_18_29=10)
    came(builder, session(builder, attended=2), "Jo", "Al", sex="woman")
    session(builder, attended=5)
    values = {figure.title: figure.value for figure in by_sex(builder.book)}
    assert values == {"Woman": 8, "Man": 3, "Other": 0, "Not disclosed": 0, "Not recorded": 6}
    ages = {figure.title: figure.value for figure in by_age(builder.book)}
    assert (ages["18-29"], ages["60 and over"], ages["Not recorded"]) == (10, None, 7)


def test_planned_is_set_against_done_for_each_action() -> None:
    builder = Builder()
    action = builder.add("capacity_actions", title="Course", planned_people=40)
    builder.add("capacity_actions", title="Later", planned_people=10)
    builder.add("capacity_actions", title="Cancelled", status="cancelled")
    session(builder, action=action, attended=30)
    first, second = planned_against_done(builder.book)
    assert [first.done, first.percent] == [30, 75]
    assert (second.done, second.percent) == (None, None)


def test_completion_counts_only_sessions_that_recorded_both() -> None:
    builder = Builder()
    session(builder, attended=20, completed=15, hours=2)
    session(builder, attended=100)
    session(builder, attended=0, completed=0)
    assert completion_percent(builder.book).value == 75
    assert training_hours(builder.book).value == 40


def test_competence_is_compared_for_those_who_rated_both_moments() -> None:
    builder = Builder()
    first = session(builder)
    came(builder, first, "Jo", rating_before=1, rating_after=4)
    came(builder, first, "Al", rating_before=2, rating_after=3)
    came(builder, first, "Ed", rating_after=5)
    found = competence_change(builder.book)
    assert [found.people, found.before, found.after, found.change] == [2, Decimal("1.5"), Decimal("3.5"), 2]
    assert found.able_percent == 50


def test_the_widest_gap_comes_first_and_unrated_needs_last() -> None:
    builder = Builder()
    for title, now, wanted in (("Small", 3, 4), ("Unrated", None, 4), ("Wide", 1, 5)):
        builder.add("capacity_needs", title=title, current=now, desired=wanted)
    assert [(gap.need.title, gap.size) for gap in gaps(builder.book)] == [("Wide", 4), ("Small", 1), ("Unrated", None)]


def test_sectors_are_filled_missing_or_not_needed_for_a_reason() -> None:
    builder = Builder()
    builder.partner("City", "local_government")
    builder.partner("Paper", "media", status="invited")
    builder.add("sector_waivers", sector="research", reason="The college does it.")
    found = {coverage.sector: coverage for coverage in sector_coverage(builder.book)}
    assert found["local_government"].state == "filled"
    assert (found["media"].state, len(found["media"].candidates)) == ("missing", 1)
    assert (found["research"].state, found["research"].reason) == ("not_needed", "The college does it.")


def test_the_load_of_roles_leaves_cancelled_work_out() -> None:
    builder = Builder()
    city, museum = builder.partner("City", "local_government"), builder.partner()
    for number in range(4):
        activity = builder.activity(f"Do {number}", status="cancelled" if number == 3 else None)
        builder.role(activity, city, "A", *(["R"] if number == 0 else []))
        builder.role(activity, museum, "I")
    first, second = role_load(builder.book)
    assert [first.accountable, first.responsible, first.accountable_share] == [3, 1, 100]
    assert second.is_passenger
    assert concentration(builder.book).accountable.value == 100


def test_shares_without_roles_are_not_assessed() -> None:
    builder = Builder()
    builder.partner()
    assert role_load(builder.book)[0].accountable_share is None
    assert concentration(builder.book).accountable.value is None
    assert concentration(builder.book).value == {}


def test_a_creative_partner_says_what_it_does_where_for_whom_and_whom_to_ask() -> None:
    builder = Builder()
    museum = builder.partner(local_activity="Open studio", local_place="Old depot")
    builder.partner("City", "local_government")
    (found,) = local_engagement(builder.book)
    assert found.missing == ("local_beneficiaries", "contact")
    builder.edit("partners", museum, local_beneficiaries="Pupils")
    builder.add("contacts", partner=museum, name="Jo Doe", is_main=True)
    assert local_engagement(builder.book)[0].missing == ()


def test_mechanisms_in_use_are_counted_over_the_objectives() -> None:
    builder = Builder()
    assert mechanism_use(builder.book).value is None
    mechanism = builder.add("mechanisms", title="Percent for art", adopted=True)
    builder.add("objectives", statement="More art", mechanisms=[mechanism])
    builder.add("objectives", statement="Less noise")
    builder.add("objectives", statement="Given up", status="dropped")
    assert mechanism_use(builder.book).value == 50


def answers(builder: Builder, round_id: str, partner: str, **scores: int | None) -> None:
    for statement, score in scores.items():
        builder.add("health_responses", round=round_id, partner=partner, statement=statement, score=score)


def checked(builder: Builder, round_id: str) -> Any:
    record = builder.book.one(HealthRound, round_id)
    assert record is not None
    return round_result(builder.book, record)


def test_one_partners_answers_are_never_shown_as_a_mean() -> None:
    builder = Builder()
    one, two = builder.partner("One"), builder.partner("Two")
    round_id = builder.add("health_rounds", title="Spring", date=days(-1))
    answers(builder, round_id, one, s01=1, s05=2)
    answers(builder, round_id, two, s01=4, s05=None)
    found = checked(builder, round_id)
    assert found.dimensions["cooperation"] == Decimal("2.5")
    assert found.bands["cooperation"] == "act"
    assert found.dimensions["resources"] is None
    assert found.bands["resources"] is None
    assert [(s.key, s.spread) for s in found.lowest] == [("s01", 3)]
    assert [s.key for s in found.perception_gaps] == ["s01"]


def test_the_response_rate_counts_partners_that_were_asked() -> None:
    builder = Builder()
    one, two, three = (builder.partner(name) for name in ("One", "Two", "Three"))
    round_id = builder.add("health_rounds", title="Spring", date=days(-1), asked=[one, two])
    assert latest_round(builder.book, TODAY) is None
    answers(builder, round_id, one, s01=3)
    assert checked(builder, round_id).response_rate == 50
    answers(builder, round_id, three, s01=3)
    assert (len(checked(builder, round_id).asked), len(checked(builder, round_id).answered)) == (3, 2)
    assert latest_round(builder.book, TODAY) is not None
    assert latest_round(builder.book, days(-2)) is None


def test_bands_begin_where_the_scale_says() -> None:
    assert [band(Decimal(text)) for text in ("2.99", "3", "3.99", "4")] == ["act", "watch", "watch", "strong"]
    assert band(None) is None
