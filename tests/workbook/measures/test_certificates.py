"""Who is given a certificate, and how many lines there are to sign on."""

from tests.workbook.checks.building import Builder
from workbook.measures.capacity import NAME_DELETED
from workbook.measures.certificates import (
    MOST_LINES,
    Certificate,
    certificates_of,
    groups_to_tick,
    lines_to_sign,
    names_to_sign,
)
from workbook.records import CapacityAction, TrainingSession


def test_whoever_completed_gets_one_and_names_stand_on_it_only_where_they_may() -> None:
    builder = Builder(code="OTD")
    held = builder.add("training_sessions", code="S-01", title="Singing", attended=9, completed=4)
    builder.add("participants", session=held, name="Ada", completed=True, certificate="X-7")
    builder.add("participants", session=held, name="Bo", completed=True)
    builder.add("participants", session=held, name="Cy", attended=True)
    builder.add("participants", session=held, name=NAME_DELETED, completed=True)
    session = builder.book.one(TrainingSession, held)
    assert session is not None

    named = certificates_of(builder.book, session, named=True)
    blank = certificates_of(builder.book, session, named=False)

    assert named == (
        Certificate("X-7", "Ada"),
        Certificate("OTD-S-01-02", "Bo"),
        Certificate("OTD-S-01-03"),
        Certificate("OTD-S-01-04"),
    )
    assert [one.name for one in blank] == [""] * 4
    assert [one.number for one in blank] == [f"OTD-S-01-0{place}" for place in range(1, 5)]
    assert [one.name for one in names_to_sign(builder.book, session)] == ["Ada", "Bo", "Cy"]


def test_a_session_that_nobody_is_known_to_have_completed_gives_one_to_copy() -> None:
    builder = Builder()
    held = builder.add("training_sessions", code="S-01", title="Singing")
    session = builder.book.one(TrainingSession, held)
    assert session is not None
    assert certificates_of(builder.book, session, named=True) == (Certificate("S-01-01"),)


def test_a_sheet_has_lines_for_those_expected_and_some_to_spare() -> None:
    planned = CapacityAction("a", planned_people=12)
    assert lines_to_sign(TrainingSession("s", registered=18, invited=40), planned) == 23
    assert lines_to_sign(TrainingSession("s", invited=40), planned) == 45
    assert lines_to_sign(TrainingSession("s"), planned) == 17
    assert lines_to_sign(TrainingSession("s"), None) == 20
    assert lines_to_sign(TrainingSession("s", registered=180_000), None) == MOST_LINES


def test_the_groups_to_tick_are_those_the_session_is_for_and_other() -> None:
    assert groups_to_tick(TrainingSession("s", stakeholder_types=("planner",)), None) == ("planner", "other")
    for_artists = CapacityAction("a", stakeholder_types=("artist",))
    assert groups_to_tick(TrainingSession("s"), for_artists) == ("artist", "other")
    assert len(groups_to_tick(TrainingSession("s"), None)) == 10
