"""Attendance is one step, counted once, and names stay only where they were asked for."""

from decimal import Decimal

import pytest

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.measures.capacity import (
    by_age,
    by_group,
    by_sex,
    competence_change,
    group_counts,
    people_trained,
    with_disability,
)
from workbook.operations import Refused
from workbook.records import Participant, SessionGroup, TrainingSession
from workbook.training import (
    Counts,
    DeleteNames,
    KeptNames,
    RecordAttendance,
    counted,
    counts_of,
    names_to_delete,
    read_list,
    sums,
)

LIST = read_list(
    "Name\tOrganisation\tSex\tAge\tDisability\tGroup\tCompleted\n"
    "Ann\tMuseum\tw\t34\tyes\tartist\tx\n"
    "Ben\tMuseum\tm\t29\tno\tartist\tx\n"
    "Cem\tDepot\t\t61\t\tplanner\t\n"
)


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def session(builder: Builder) -> str:
    return builder.add("training_sessions", title="Day one", date=days(-10))


def held(builder: Builder, session: str) -> TrainingSession:
    found = builder.book.one(TrainingSession, session)
    assert found is not None
    return found


def test_counts_alone_keep_no_name_and_are_one_step(builder: Builder, session: str) -> None:
    before = builder.book
    builder.workbook.do(RecordAttendance(session, counted(LIST)))
    now = held(builder, session)
    assert (now.attended, now.completed, now.women, now.men, now.undisclosed_sex) == (3, 2, 1, 1, 1)
    assert (now.age_18_29, now.age_30_59, now.age_60_plus, now.with_disability) == (1, 1, 1, 1)
    assert (now.stakeholder_types, now.status) == (("planner", "artist"), "held")
    assert group_counts(builder.book, now) == {"planner": 1, "artist": 2}
    assert builder.book.count("participants") == 0
    builder.workbook.undo()
    assert not before.difference(builder.book)


def test_recording_again_replaces_the_groups_and_counts_nobody_twice(builder: Builder, session: str) -> None:
    builder.workbook.do(RecordAttendance(session, counted(LIST)))
    builder.workbook.do(RecordAttendance(session, Counts(attended=5, by_group={"artist": 4, "planner": None})))
    assert group_counts(builder.book, held(builder, session)) == {"artist": 4}
    assert [(f.title, f.value) for f in by_group(builder.book) if f.value is not None] == [
        ("Artist or creative", 4),
        ("Not recorded", 1),
    ]
    assert held(builder, session).women == 1, "what was not counted now stays"
    assert counts_of(builder.book, held(builder, session)).by_group == {"artist": 4}


@pytest.mark.parametrize(("known", "then"), [(20, 3), (15, 3), (2, 2), (None, None)])
def test_the_different_people_follow_a_count_that_is_mended(builder: Builder, known: int | None, then: int) -> None:
    session = builder.add("training_sessions", title="Day two", attended=20, unique_people=known)
    builder.workbook.do(RecordAttendance(session, Counts(attended=3)))
    assert held(builder, session).unique_people == then
    assert people_trained(builder.book).value == (then or 3)


def test_kept_names_are_participants_and_counted_once(builder: Builder, session: str) -> None:
    names = KeptNames(LIST.people, "Ticked on the sheet", days(365))
    builder.workbook.do(RecordAttendance(session, counted(LIST), names))
    builder.workbook.do(RecordAttendance(session, counted(LIST), names))
    people = builder.book.where(Participant, session=session)
    assert [(p.name, p.consent, p.completed, p.note) for p in people] == [
        ("Ann", True, True, "Ticked on the sheet"),
        ("Ben", True, True, "Ticked on the sheet"),
        ("Cem", True, False, "Ticked on the sheet"),
    ]
    assert people_trained(builder.book).value == 3
    assert {f.title: f.value for f in by_group(builder.book) if f.value}["Artist or creative"] == 2


@pytest.mark.parametrize(
    ("counts", "names", "sentence"),
    [
        (Counts(), None, "Say how many people attended."),
        (Counts(attended=3, completed=4), None, "Completed: 4, but only 3 attended; correct one of them."),
        (Counts(attended=3, by_sex={"woman": 3, "man": 2}), None, "By sex: 5, but only 3 attended"),
        (Counts(attended=3), KeptNames((), "", TODAY), "Say how the people agreed"),
        (Counts(attended=3), KeptNames((), "Asked", None), "Say after which day"),
    ],
)
def test_what_cannot_be_so_is_refused(
    builder: Builder, session: str, counts: Counts, names: KeptNames | None, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        builder.workbook.do(RecordAttendance(session, counts, names))
    assert held(builder, session).attended is None


def test_a_cancelled_session_had_nobody(builder: Builder) -> None:
    session = builder.add("training_sessions", title="Day two", status="cancelled")
    with pytest.raises(Refused, match="is cancelled"):
        builder.workbook.do(RecordAttendance(session, Counts(attended=3)))


def test_the_sums_say_what_is_missing() -> None:
    counts = Counts(attended=20, completed=18, by_sex={"woman": 11, "man": 7}, by_age={"age_18_29": 20})
    assert [one.words for one in sums(counts)] == [
        "By sex: 18 of 20; 2 not said.",
        "By age: 20 of 20.",
        "Completed: 18 of 20.",
    ]
    assert sums(Counts(by_sex={"woman": 1}))[0].wrong


def test_deleting_names_leaves_every_figure_and_no_name(builder: Builder) -> None:
    session = builder.add("training_sessions", title="Day one", date=days(-400))
    given = {"session": session, "organisation": "Museum", "delete_after": days(-1), "certificate": "7"}
    builder.add("participants", name="Ann", sex="woman", age_band="age_30_59", stakeholder_type="artist", **given)
    builder.add("participants", name="Ben", sex="man", disability=True, rating_before=2, rating_after=4, **given)
    kept = builder.add("participants", session=session, name="Cem", delete_after=TODAY)
    figures = _figures(builder)
    assert len(names_to_delete(builder.book, TODAY)) == 2
    before = builder.book
    builder.workbook.do(DeleteNames(TODAY))
    assert _figures(builder) == figures
    left = builder.book.where(Participant, session=session)
    assert {p.name for p in left} == {"(name deleted)", "Cem"}
    rated = next(p for p in left if p.id != kept)
    assert (rated.organisation, rated.certificate, rated.sex, rated.disability) == ("", "", None, False)
    assert builder.book.count_where(SessionGroup, session=session) == 1
    builder.workbook.undo()
    assert not before.difference(builder.book)


def _figures(builder: Builder) -> list[object]:
    book = builder.book
    parts = (*by_sex(book), *by_age(book), *by_group(book), with_disability(book), people_trained(book))
    # A zero that was counted and a sum that nobody has told are one and the same to a reader here.
    told = {figure.title: figure.value or 0 for figure in parts if figure.title != "Not recorded"}
    return [told, competence_change(book).change, Decimal(competence_change(book).people)]


def test_without_a_name_past_its_day_nothing_is_deleted(builder: Builder) -> None:
    with pytest.raises(Refused, match="No name is past the day"):
        builder.workbook.do(DeleteNames(TODAY))
