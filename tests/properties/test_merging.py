"""What must hold when copies that were edited apart come together."""

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.sittings import new_workbook, plain, sound, starter, work
from workbook.merging import Side, compare, resolved
from workbook.operations import AddRecord, EditRecord, RemoveRecords, SetResponsibilities
from workbook.records import Activity, Partner, Responsibility

SIDES: st.SearchStrategy[Side] = st.sampled_from(("ours", "theirs"))


@given(st.data())
def test_a_copy_that_was_not_edited_brings_nothing(data: st.DataObject) -> None:
    workbook = starter()
    base = workbook.book
    work(workbook, data)
    nothing = compare(base, workbook.book, base)
    assert nothing.changes == () == nothing.conflicts
    same = compare(base, workbook.book, workbook.book)
    assert same.changes == () == same.conflicts


@given(st.data())
def test_what_only_they_did_is_taken_whole(data: st.DataObject) -> None:
    base = starter().book
    theirs = new_workbook(base)
    work(theirs, data)
    comparison = compare(base, base, theirs.book)
    assert comparison.conflicts == ()
    assert plain(base.apply(resolved(comparison, base, {}))) == plain(theirs.book)


def test_a_code_that_they_freed_and_gave_again_is_no_conflict() -> None:
    base = starter().book
    theirs = new_workbook(base)
    theirs.do(RemoveRecords("objectives", (base.records("objectives")[0].id,)))
    theirs.do(AddRecord("objectives", {"statement": "Another"}))
    comparison = compare(base, base, theirs.book)
    assert comparison.conflicts == ()
    assert plain(base.apply(resolved(comparison, base, {}))) == plain(theirs.book)


@given(st.data())
def test_a_merged_book_is_sound_whatever_is_chosen(data: st.DataObject) -> None:
    base = starter().book
    ours, theirs = new_workbook(base), new_workbook(base, "Ben")
    work(ours, data)
    work(theirs, data)
    comparison = compare(base, ours.book, theirs.book)
    choices: dict[tuple[str, str, str], Side] = {conflict.key: data.draw(SIDES) for conflict in comparison.conflicts}
    merged = ours.book.apply(resolved(comparison, ours.book, choices))
    sound(merged)
    codes = [partner.code for partner in merged.all(Partner) if partner.code]
    assert len(codes) == len({code.casefold() for code in codes})


def test_two_people_who_fill_the_same_cell_meet_in_one_record() -> None:
    base = starter().book
    activity, partner = base.all(Activity)[0].id, base.all(Partner)[0].id
    ours, theirs = new_workbook(base), new_workbook(base, "Ben")
    ours.do(SetResponsibilities({(activity, partner): ("A",)}))
    theirs.do(SetResponsibilities({(activity, partner): ("R",)}))
    comparison = compare(base, ours.book, theirs.book)
    (conflict,) = comparison.conflicts
    assert (conflict.field, conflict.ours, conflict.theirs) == ("letters", ["A"], ["R"])
    merged = ours.book.apply(resolved(comparison, ours.book, {conflict.key: "theirs"}))
    assert [cell.letters for cell in merged.all(Responsibility)] == [("R",)]


def test_the_same_field_changed_by_both_waits_for_a_choice_and_keeps_ours_without_one() -> None:
    base = starter().book
    partner = base.all(Partner)[0].id
    ours, theirs = new_workbook(base), new_workbook(base, "Ben")
    ours.do(EditRecord("partners", partner, {"name": "City Museum", "note": "ours"}))
    theirs.do(EditRecord("partners", partner, {"name": "Town Museum", "website": "museum.example"}))
    comparison = compare(base, ours.book, theirs.book)
    assert [(c.field, c.was, c.ours, c.theirs) for c in comparison.conflicts] == [
        ("name", "Museum", "City Museum", "Town Museum")
    ]
    merged = ours.book.apply(resolved(comparison, ours.book, {})).one(Partner, partner)
    assert merged is not None
    assert (merged.name, merged.note, merged.website) == ("City Museum", "ours", "museum.example")


def test_a_record_that_one_side_removed_and_the_other_edited_is_asked_about() -> None:
    base = starter().book
    partner = base.all(Partner)[0].id
    ours, theirs = new_workbook(base), new_workbook(base, "Ben")
    ours.do(RemoveRecords("partners", (partner,)))
    theirs.do(EditRecord("partners", partner, {"name": "Town Museum"}))
    comparison = compare(base, ours.book, theirs.book)
    (conflict,) = comparison.conflicts
    assert conflict.reason == "ours removed"
    kept = ours.book.apply(resolved(comparison, ours.book, {}))
    assert kept.one(Partner, partner) is None
    back = ours.book.apply(resolved(comparison, ours.book, {conflict.key: "theirs"})).one(Partner, partner)
    assert back is not None
    assert back.name == "Town Museum"


def test_two_new_records_with_the_same_code_both_stay_and_one_gets_a_free_code() -> None:
    base = starter().book
    ours, theirs = new_workbook(base), new_workbook(base, "Ben")
    ours.do(AddRecord("partners", {"name": "Library"}))
    theirs.do(AddRecord("partners", {"name": "Theatre"}))
    comparison = compare(base, ours.book, theirs.book)
    assert [conflict.reason for conflict in comparison.conflicts] == ["same code"]
    merged = ours.book.apply(resolved(comparison, ours.book, {}))
    assert sorted((partner.name, partner.code) for partner in merged.all(Partner)) == [
        ("Library", "P-03"),
        ("Museum", "P-01"),
        ("School", "P-02"),
        ("Theatre", "P-04"),
    ]
