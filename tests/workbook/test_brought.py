"""A step that brings in another copy keeps the whole history of that copy, and erasing a person reaches it."""

import msgspec
import pytest

import workbook.brought
from tests.properties.merging import bring
from tests.properties.sittings import copy_of, plain, starter
from workbook.brought import BROUGHT, brought_steps
from workbook.chain import first_break
from workbook.changes import Change, ChangeSet
from workbook.differences import Telling, field_changes
from workbook.erasing import ERASED, erasure_of
from workbook.formats import Formats
from workbook.looking_back import Wanted, unfolded
from workbook.merging import erased_there, meet
from workbook.operations import AddRecord, EditRecord, RemoveRecords, TakeBack
from workbook.records import Contact, Participant, Partner
from workbook.states import backwards
from workbook.workbook import Workbook


def brought(workbook: Workbook) -> list[tuple[str, str]]:
    return [(one.operator, one.title) for step in workbook.history() for one in brought_steps(step)]


def partner(workbook: Workbook, number: int = 0) -> str:
    return workbook.book.all(Partner)[number].id


def with_person() -> tuple[Workbook, str]:
    start = starter()
    adding = AddRecord(
        "contacts", {"partner": partner(start), "name": "Carla Oyelaran", "email": "carla@museum.example"}
    )
    start.do(adding)
    return start, adding.record_id


def said(workbook: Workbook) -> str:
    return repr([(step.title, step.changes, step.values) for step in workbook.history()])


def test_every_step_of_the_other_copy_is_kept_with_who_and_what_even_where_ours_stayed() -> None:
    ours = starter()
    theirs = copy_of(ours)
    museum = partner(ours)
    ours.do(EditRecord("partners", museum, {"name": "Ana's museum"}))
    theirs.do(EditRecord("partners", museum, {"name": "Town Museum"}))
    theirs.do(EditRecord("partners", museum, {"name": "Ben's museum"}))
    theirs.do(AddRecord("partners", {"name": "Choir"}))
    theirs.undo()
    bring(ours, theirs)
    step = list(ours.history())[-1]
    (first, second, *_) = kept = brought_steps(step)
    assert brought(ours) == [
        ("Ben", "Edit P-01 Museum: Name"),
        ("Ben", "Edit P-01 Town Museum: Name"),
        ("Ben", "Add P-03 Choir"),
        ("Ben", "Undo: Add P-03 Choir"),
    ]
    assert [one.changes for one in kept] == [one.changes for one in theirs.history(ours.seq - 1)]
    assert first.changes == (Change("partners", museum, {"name": "Museum"}, {"name": "Town Museum"}),)
    assert second.at == list(theirs.history())[-3].at
    assert {one.seq for one in kept} == {step.seq}
    assert {one.source for one in kept} == {"copy.cpw"}
    assert ours.book.all(Partner)[0].name == "Ana's museum"
    assert first_break(ours.history()) is None


def test_the_steps_of_a_copy_are_found_by_who_made_them_and_what_they_touched() -> None:
    ours = starter()
    theirs = copy_of(ours)
    museum, school = partner(ours), partner(ours, 1)
    ours.do(EditRecord("partners", museum, {"name": "Ana's museum"}))
    theirs.do(EditRecord("partners", museum, {"name": "Ben's museum"}))
    theirs.do(EditRecord("partners", school, {"note": "Called on Tuesday"}))
    bring(ours, theirs)
    steps = tuple(unfolded(backwards(ours.history, ours.seq)))
    assert [one.number for one in steps[:4]] == ["8", "8.2", "8.1", "7"]

    def found(**wanted: str) -> list[str]:
        return [one.number for one in steps if Wanted(**wanted).matches(one.step, ours.book)]  # type: ignore[arg-type]

    assert found(person="Ben") == ["8.2", "8.1"]
    assert found(type="partners", record_id=museum) == ["8.1", "7", "2"]
    assert found(text="tuesday") == ["8", "8.2"], "it stands in the step that brought it too"
    assert set(ours.people()) == {"Ana", "Ben"}


def test_what_a_copy_had_brought_in_itself_comes_along_once() -> None:
    ours = starter()
    ben, carla = copy_of(ours), copy_of(ours, "Carla")
    ours.do(EditRecord("partners", partner(ours), {"note": "Ana was here"}))
    carla.do(AddRecord("partners", {"name": "Theatre"}))
    bring(ben, carla, name="carla.cpw")
    bring(ben, ours, name="ana.cpw")
    bring(ours, ben, name="ben.cpw")
    told = [("Carla", "Add P-03 Theatre"), ("Ben", "Bring together with carla.cpw")]
    assert brought(ours) == [*told, ("Ben", "Bring together with ana.cpw")], "its own step is none that came"
    carla.do(AddRecord("partners", {"name": "Choir"}))
    bring(ours, carla, name="carla.cpw")
    assert brought(ours)[len(told) + 1 :] == [("Carla", "Add P-04 Choir")]


def test_undo_takes_the_history_of_a_copy_back_with_its_step_and_an_earlier_state_is_as_it_was() -> None:
    ours = starter()
    theirs = copy_of(ours)
    theirs.do(AddRecord("partners", {"name": "Choir"}))
    before = ours.book
    bring(ours, theirs)
    merged, at = ours.book, ours.seq
    ours.undo()
    assert plain(ours.book) == plain(before)
    assert not meet(ours, theirs, "copy.cpw").brings_nothing
    ours.redo()
    assert plain(ours.at(at)) == plain(ours.book) == plain(merged)
    assert meet(ours, theirs, "copy.cpw").brings_nothing


def test_a_merge_that_was_taken_back_alone_while_a_later_one_stands_is_offered_again() -> None:
    ours = starter()
    theirs = copy_of(ours)
    theirs.do(AddRecord("partners", {"name": "Choir"}))
    bring(ours, theirs)
    first = list(ours.history())[-1]
    theirs.do(AddRecord("partners", {"name": "Theatre"}))
    bring(ours, theirs)
    ours.do(TakeBack(first))
    assert [one.name for one in ours.book.all(Partner)] == ["Museum", "School", "Theatre"]
    meeting = bring(ours, theirs)
    assert meeting.comparison.conflicts == ()
    assert {one.name for one in ours.book.all(Partner)} == {"Museum", "School", "Theatre", "Choir"}
    assert meet(ours, theirs, "copy.cpw").brings_nothing


def test_the_history_of_a_copy_takes_the_room_that_it_took_there() -> None:
    ours = starter()
    theirs = copy_of(ours)
    for number in range(200):
        theirs.do(EditRecord("partners", partner(ours), {"note": f"Number {number} of many notes"}))
    bring(ours, theirs)
    there = sum(len(msgspec.json.encode(step)) for step in theirs.history(ours.seq))
    assert len(list(ours.history())[-1].values[BROUGHT]) < there


def test_a_history_that_is_larger_than_a_file_should_carry_is_kept_by_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook.brought, "MOST_KEPT", 2_000)
    ours = starter()
    theirs = copy_of(ours)
    for number in range(20):
        theirs.do(EditRecord("partners", partner(ours), {"note": f"Number {number} of many notes"}))
    bring(ours, theirs)
    kept = brought_steps(list(ours.history())[-1])
    assert len(kept) == 20
    assert {(one.operator, one.title, one.changes) for one in kept} == {("Ben", "Edit P-01 Museum: Notes", ())}
    assert meet(ours, theirs, "copy.cpw").brings_nothing


def test_erasing_a_person_reaches_the_history_of_a_copy_by_every_name_that_it_knows() -> None:
    ours, person = with_person()
    theirs = copy_of(ours)
    theirs.do(EditRecord("contacts", person, {"name": "Coco Chanteuse", "phone": "0555 1234"}))
    theirs.do(EditRecord("contacts", person, {"name": "Carla Oyelaran", "phone": ""}))
    theirs.do(AddRecord("partners", {"name": "Choir"}))
    bring(ours, theirs)
    assert "0555 1234" in said(ours)
    ours.erase("contacts", person)
    for gone in ("Coco", "0555 1234", "Oyelaran", "carla@"):
        assert gone not in said(ours)
    assert brought(ours)[0] == ("Ben", f"Edit K-01 {ERASED}: Name, Phone")
    assert brought(ours)[-1] == ("Ben", "Add P-03 Choir")
    assert first_break(ours.history()) is None
    assert meet(ours, theirs, "copy.cpw").brings_nothing


def test_a_person_erased_here_comes_back_neither_as_a_record_nor_in_the_history_of_a_copy() -> None:
    for removed in (False, True):
        ours, person = with_person()
        theirs = copy_of(ours)
        session = AddRecord("training_sessions", {"title": "Lighting"})
        theirs.do(session)
        theirs.do(AddRecord("participants", {"session": session.record_id, "name": "carla OYELARAN"}))
        theirs.do(EditRecord("contacts", person, {"email": "oyelaran@museum.example", "phone": "0555"}))
        theirs.do(EditRecord("contacts", person, {"name": "Carla Ann Oyelaran", "phone": ""}))
        ours.erase("contacts", person)
        if removed:
            ours.do(RemoveRecords("contacts", (person,)))
        assert bring(ours, theirs).comparison.conflicts == ()
        assert "oyelaran" not in said(ours).casefold()
        assert "0555" not in said(ours)
        assert [one.name for one in ours.book.all(Participant)] == [ERASED]
        assert [(one.name, one.email) for one in ours.book.all(Contact)] == ([] if removed else [(ERASED, "")])


def test_who_was_erased_there_is_told_stays_here_and_can_be_erased_here_too() -> None:
    for worked in (False, True):
        ours, person = with_person()
        theirs = copy_of(ours)
        if worked:
            ours.do(EditRecord("partners", partner(ours), {"note": "Ana was here"}))
        theirs.erase("contacts", person)
        meeting = bring(ours, theirs)
        assert erased_there(meeting) == (("contacts", person),)
        (held,) = ours.book.all(Contact)
        assert (held.name, held.email) == ("Carla Oyelaran", "carla@museum.example")
        ours.erase("contacts", person)
        assert "Oyelaran" not in said(ours)
        assert erased_there(meet(ours, theirs, "copy.cpw")) == ()
        assert meet(theirs, ours, "copy.cpw").comparison.conflicts == ()


def test_somebody_who_is_called_like_a_person_that_is_erased_stays() -> None:
    ours, person = with_person()
    ours.do(AddRecord("contacts", {"partner": partner(ours, 1), "name": "Carla Oyelaran"}))
    theirs = copy_of(ours)
    ours.erase("contacts", person)
    assert sorted(one.name for one in ours.book.all(Contact)) == ["Carla Oyelaran", ERASED]
    theirs.do(EditRecord("partners", partner(theirs), {"note": "Ben was here"}))
    bring(ours, theirs)
    assert sorted(one.name for one in ours.book.all(Contact)) == ["Carla Oyelaran", ERASED]


def test_what_an_earlier_program_kept_of_a_copy_is_read_and_erased_as_before() -> None:
    ours, person = with_person()
    line = '[7,"2027-01-04T09:00:00Z","Ben","Edit K-01 Carla Oyelaran: Name","0123456789abcdef"]'
    old = f'{{"steps":[{line}],"decisions":[]}}'
    step = ChangeSet(1, "x", ours.now(), "Ana", "", "Bring together with {name}", (), {"name": "b.cpw", BROUGHT: old})
    (kept,) = brought_steps(step)
    assert (kept.operator, kept.changes, kept.source) == ("Ben", (), "b.cpw")
    cleaned = erasure_of(ours.book, ours.history(), "contacts", person).change_set(step)
    assert [one.title for one in brought_steps(cleaned)] == [f"Edit K-01 {ERASED}: Name"]


def test_what_cannot_be_read_of_a_copy_is_left_out_or_shown_as_it_stands_there() -> None:
    changes = (
        '{"type":"spells","id":"1","after":{"name":"x"}}',
        '{"type":"partners","id":"1","after":{"magic":"x"}}',
        '{"type":"partners","id":"1","after":{"name":5,"joined":["2027"]}}',
        '{"type":"activities","id":"1","before":{"depends_on":7},"after":{"depends_on":true}}',
        '{"type":"resources","id":"1","after":{"value":"much EUR"}}',
    )
    line = f'[7,"2027-01-04T09:00:00Z","Ben","Add","0123456789abcdef",[{",".join(changes)}],""]'
    kept = f'{{"steps":[{line}]}}'
    ours, person = with_person()
    step = ChangeSet(1, "x", ours.now(), "Ana", "", "Bring together", (), {BROUGHT: kept})
    (shown,) = brought_steps(step)
    telling = Telling(ours.book, ours.book, ours.book, Formats())
    told = {one.field.name: telling.after(one) for one in field_changes(shown.changes)}
    assert told == {"name": "5", "joined": "2027", "depends_on": "True", "value": "much EUR"}
    assert brought_steps(msgspec.structs.replace(step, values={BROUGHT: "{"})) == ()
    assert erasure_of(ours.book, ours.history(), "contacts", person).change_set(step) is step
