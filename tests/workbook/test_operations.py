"""What people can do to a workbook, and what they are told when they cannot."""

import datetime

import pytest

from tests.properties.sittings import new_workbook, plain, starter
from workbook.book import PLAN_ID
from workbook.operations import (
    AcceptFinding,
    AddRecord,
    EditRecord,
    EditSeveral,
    NameSnapshot,
    Refused,
    RemoveRecords,
    RestoreRecord,
    RestoreState,
    SetResponsibilities,
    TakeBack,
)
from workbook.records import Activity, Contact, Partner, Responsibility, Snapshot
from workbook.workbook import Workbook

TODAY = datetime.date(2027, 1, 4)


@pytest.fixture
def workbook() -> Workbook:
    return starter()


def ids(workbook: Workbook) -> tuple[str, str]:
    return workbook.book.all(Activity)[0].id, workbook.book.all(Partner)[0].id


def test_codes_count_on_and_are_not_given_twice(workbook: Workbook) -> None:
    assert [partner.code for partner in workbook.book.all(Partner)] == ["P-01", "P-02"]
    with pytest.raises(Refused, match=r"p-01 already belongs to P-01 Museum; P-03 is free"):
        workbook.do(AddRecord("partners", {"name": "Library", "code": "p-01"}))


def test_an_edit_is_named_after_what_it_touches(workbook: Workbook) -> None:
    _, partner = ids(workbook)
    done = workbook.do(EditRecord("partners", partner, {"name": "City Museum", "sector": "cultural_institution"}))
    assert done is not None
    assert done.title == "Edit P-01 Museum: Name, Sector"
    assert workbook.next_undo is not None
    assert workbook.next_undo.title == done.title


def test_an_edit_that_changes_nothing_leaves_no_trace(workbook: Workbook) -> None:
    _, partner = ids(workbook)
    before = workbook.seq
    assert workbook.do(EditRecord("partners", partner, {"name": " Museum "})) is None
    assert workbook.seq == before


def test_all_problems_are_said_at_once_and_nothing_is_half_done(workbook: Workbook) -> None:
    _, partner = ids(workbook)
    before = workbook.book
    with pytest.raises(Refused) as refused:
        workbook.do(EditRecord("partners", partner, {"name": "", "sector": "circus", "joined": "soon", "website": "x"}))
    assert [problem.field for problem in refused.value.problems] == ["sector", "joined", "name"]
    assert refused.value.problems[0].place == "P-01: Sector"
    assert workbook.book is before


def test_several_edits_are_one_step_or_none(workbook: Workbook) -> None:
    first, second = (activity.id for activity in workbook.book.all(Activity))
    with pytest.raises(Refused):
        workbook.do(EditSeveral("activities", {first: {"place": "Hall"}, second: {"done": 140}}))
    assert workbook.book.all(Activity)[0].place == ""
    workbook.do(EditSeveral("activities", {first: {"place": "Hall"}, second: {"done": 40}}))
    workbook.undo()
    assert [(activity.place, activity.done) for activity in workbook.book.all(Activity)] == [("", None)] * 2


def test_what_belongs_to_a_removed_record_goes_with_it_and_comes_back_with_it(workbook: Workbook) -> None:
    activity, partner = ids(workbook)
    contact = AddRecord("contacts", {"name": "Ana", "partner": partner})
    workbook.do(contact)
    workbook.do(SetResponsibilities({(activity, partner): ("A", "R")}))
    workbook.do(EditRecord("activities", activity, {"owner": contact.record_id}))
    full = workbook.book
    workbook.do(RemoveRecords("partners", (partner,)))
    assert workbook.book.count("contacts") == workbook.book.count("responsibilities") == 0
    assert workbook.book.all(Activity)[0].owner is None
    workbook.undo()
    assert plain(workbook.book) == plain(full)


def test_an_empty_cell_of_the_grid_is_no_record(workbook: Workbook) -> None:
    activity, partner = ids(workbook)
    workbook.do(SetResponsibilities({(activity, partner): ("R",)}))
    workbook.do(SetResponsibilities({(activity, partner): ("A",)}))
    assert [cell.letters for cell in workbook.book.where(Responsibility, activity=activity)] == [("A",)]
    workbook.do(SetResponsibilities({(activity, partner): ()}))
    assert workbook.book.count("responsibilities") == 0


def test_a_link_to_nowhere_or_to_itself_is_refused(workbook: Workbook) -> None:
    activity, _ = ids(workbook)
    with pytest.raises(Refused, match="not in this workbook"):
        workbook.do(EditRecord("activities", activity, {"objective": "01890000-0000-7000-8000-000000000000"}))
    with pytest.raises(Refused, match="cannot name the record itself"):
        workbook.do(EditRecord("activities", activity, {"depends_on": [activity]}))


def test_an_older_step_can_be_undone_while_what_it_touched_stands_as_it_left_it(workbook: Workbook) -> None:
    activity, partner = ids(workbook)
    older = workbook.do(EditRecord("partners", partner, {"name": "City Museum"}))
    workbook.do(EditRecord("activities", activity, {"place": "Hall"}))
    assert older is not None
    workbook.do(TakeBack(older))
    museum = workbook.book.one(Partner, partner)
    assert museum is not None
    assert museum.name == "Museum"
    workbook.redo()
    workbook.do(EditRecord("partners", partner, {"name": "Town Museum"}))
    with pytest.raises(Refused, match=r"Name of P-01 Town Museum was changed again since\. Undo that first\."):
        workbook.do(TakeBack(older))


def test_an_addition_that_others_refer_to_now_cannot_be_taken_back(workbook: Workbook) -> None:
    activity, _ = ids(workbook)
    added = workbook.do(AddRecord("objectives", {"statement": "New"}))
    assert added is not None
    workbook.do(EditRecord("activities", activity, {"objective": added.changes[0].id}))
    with pytest.raises(Refused, match="A-01 Open the workshop now refers to it"):
        workbook.do(TakeBack(added))


def test_a_record_does_not_come_back_under_a_code_that_another_was_given(workbook: Workbook) -> None:
    last = workbook.book.all(Partner)[-1]
    before = workbook.book
    removed = workbook.do(RemoveRecords("partners", (last.id,)))
    assert removed is not None
    library = AddRecord("partners", {"name": "Library"})
    workbook.do(library)
    assert [partner.code for partner in workbook.book.all(Partner)] == ["P-01", "P-02"]

    for way in (TakeBack(removed), RestoreRecord(before, "partners", last.id)):
        with pytest.raises(Refused, match=r"its code P-02 now belongs to P-02 Library\. Give that another first\."):
            workbook.do(way)
    workbook.do(EditRecord("partners", library.record_id, {"code": "P-03"}))
    workbook.do(TakeBack(removed))
    assert sorted(partner.code for partner in workbook.book.all(Partner)) == ["P-01", "P-02", "P-03"]


def test_a_field_a_record_and_a_whole_state_can_be_restored(workbook: Workbook) -> None:
    _, partner = ids(workbook)
    then = workbook.book
    seq = workbook.seq
    workbook.do(EditRecord("partners", partner, {"name": "City Museum", "note": "moved"}))
    workbook.do(RestoreRecord(then, "partners", partner, ("name",)))
    museum = workbook.book.one(Partner, partner)
    assert museum is not None
    assert (museum.name, museum.note) == ("Museum", "moved")
    workbook.do(RemoveRecords("partners", (partner,)))
    workbook.do(RestoreRecord(then, "partners", partner))
    assert workbook.book.one(Partner, partner) == then.one(Partner, partner)
    workbook.do(AddRecord("partners", {"name": "Library"}))
    workbook.do(RestoreState(workbook.at(seq), f"state {seq}"))
    assert plain(workbook.book) == plain(then)
    workbook.undo()
    assert workbook.book.count("partners") == 3


def test_a_state_gets_a_name_and_a_finding_a_reason(workbook: Workbook) -> None:
    workbook.do(NameSnapshot("Before the council", workbook.seq, TODAY))
    assert [snapshot.name for snapshot in workbook.book.all(Snapshot)] == ["Before the council"]
    workbook.do(AcceptFinding("S3", "", "Two partners only", TODAY))
    assert workbook.book.count("acceptances") == 1
    workbook.do(AcceptFinding("S3", "", "", TODAY))
    assert workbook.book.count("acceptances") == 0
    with pytest.raises(Refused, match="Say why"):
        workbook.do(AcceptFinding("S3", "", " ", TODAY))


def test_listeners_hear_of_each_change_with_its_initiator_until_they_leave(workbook: Workbook) -> None:
    heard: list[tuple[str, object]] = []
    leave = workbook.subscribe(lambda change_set, initiator: heard.append((change_set.title, initiator)))
    workbook.do(AddRecord("partners", {"name": "Library"}), initiator="form")
    workbook.undo()
    leave()
    workbook.redo()
    assert heard == [("Add P-03 Library", "form"), ("Undo: Add P-03 Library", None)]


def test_nothing_to_undo_is_said(workbook: Workbook) -> None:
    fresh = new_workbook()
    with pytest.raises(Refused, match="nothing to undo"):
        fresh.undo()
    with pytest.raises(Refused, match="nothing to redo"):
        workbook.redo()


def test_undo_and_redo_walk_back_and_forth_by_name(workbook: Workbook) -> None:
    _, partner = ids(workbook)
    for name in ("One", "Two", "Three"):
        workbook.do(EditRecord("partners", partner, {"name": name}))
    titles = [workbook.undo().title for _ in range(2)]
    assert titles == ["Undo: Edit P-01 Two: Name", "Undo: Edit P-01 One: Name"]
    assert workbook.redo().title == "Redo: Edit P-01 One: Name"
    workbook.undo()
    workbook.do(EditRecord("partners", partner, {"name": "Four"}))
    assert workbook.next_redo is None


def test_a_code_and_a_name_are_found_in_any_case(workbook: Workbook) -> None:
    _, partner = ids(workbook)
    for text in ("p-01", "P-01 Museum", "museum"):
        assert workbook.book.find("partners", text) == partner
    assert workbook.book.find("partners", "nobody") is None
    assert workbook.book.label("contacts", "gone") == "(removed)"
    assert workbook.book.count_where(Contact, partner=partner) == 0


def test_a_logo_is_a_picture_and_a_colour_six_digits(workbook: Workbook) -> None:
    for name, media_type in (("logo.png", "image/png"), ("letter.pdf", "application/pdf")):
        workbook.do(AddRecord("attachments", {"name": name, "media_type": media_type}))
    logo, letter = (one.id for one in workbook.book.records("attachments"))
    if not workbook.book.count("plan"):
        workbook.do(AddRecord("plan", {"title": "Lab"}))
    workbook.do(EditRecord("plan", PLAN_ID, {"logo": logo, "accent_colour": "#1f5Fa8"}))
    with pytest.raises(Refused) as refused:
        workbook.do(EditRecord("plan", PLAN_ID, {"logo": letter, "accent_colour": "blue"}))
    assert [problem.sentence for problem in refused.value.problems] == [
        "Colour of documents has to look like #1F5FA8.",
        "Logo has to be a picture; choose another attachment.",
    ]
