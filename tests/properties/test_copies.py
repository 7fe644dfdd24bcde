"""What must hold when two files with one history come together: who had what, what is lost, and what comes twice."""

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.merging import SIDES, TODAY, bring, content, obeys_the_rules
from tests.properties.sittings import copy_of, few, plain, starter, work
from workbook.book import Book
from workbook.bringing import BringTogether
from workbook.brought import brought_steps
from workbook.changes import Change
from workbook.circles import targets
from workbook.formats import Formats
from workbook.kinds import KINDS
from workbook.merging import Side, meet, told_conflicts
from workbook.operations import AddRecord, EditRecord, RemoveRecords, SetResponsibilities
from workbook.records import RECORD_TYPES, Activity, Partner, Responsibility, Snapshot

FEW = few(40)


@FEW
@given(st.data())
def test_a_merged_workbook_obeys_the_rules_undoes_whole_and_merges_only_once(data: st.DataObject) -> None:
    ours = starter()
    theirs = copy_of(ours)
    work(ours, data)
    work(theirs, data)
    meeting = meet(ours, theirs, "copy.cpw")
    before = ours.book
    for told in told_conflicts(meeting, meeting.comparison.open_conflicts, Formats()):
        assert told.our_hand == ("Ana", ours.now()), told
        assert told.their_hand == ("Ben", ours.now()), told
    choices: dict[tuple[str, str, str], Side] = {one.key: data.draw(SIDES) for one in meeting.comparison.conflicts}
    done = ours.do(BringTogether(meeting, lambda _: None, lambda _: True, TODAY, choices))
    obeys_the_rules(ours.book)
    if done is not None:
        merged = ours.book
        assert all(change.action != "edited" or change.after for change in done.changes)
        assert [one.changes for one in brought_steps(done)] == [one.changes for one in meeting.new_steps]
        again = meet(ours, theirs, "copy.cpw")
        assert again.brings_nothing
        assert ours.do(BringTogether(again, lambda _: None, lambda _: True, TODAY)) is None
        ours.undo()
        assert plain(ours.book) == plain(before)
        again = meet(ours, theirs, "copy.cpw")
        assert not again.brings_nothing
        afresh = BringTogether(again, lambda _: None, lambda _: True, TODAY, choices)
        assert content(ours.book.apply(afresh.plan(ours.book))) == content(merged), "undone, it comes in as before"
        ours.redo()
        assert plain(ours.book) == plain(merged)
        assert meet(ours, theirs, "copy.cpw").brings_nothing


@FEW
@given(st.data())
def test_after_one_side_brought_in_the_other_that_simply_takes_over(data: st.DataObject) -> None:
    ours = starter()
    theirs = copy_of(ours)
    work(ours, data)
    work(theirs, data)
    bring(ours, theirs)
    back = bring(theirs, ours)
    assert back.comparison.conflicts == ()
    assert content(theirs.book) == content(ours.book)
    work(theirs, data, 3)
    assert bring(ours, theirs).comparison.open_conflicts == (), "only they went on"
    assert content(theirs.book) == content(ours.book)


def test_who_went_on_after_both_were_one_again_is_not_asked_about_what_the_other_only_took_over() -> None:
    ours = starter()
    museum = ours.book.all(Partner)[0].id
    theirs = copy_of(ours)
    ours.do(EditRecord("partners", museum, {"name": "Ana's"}))
    theirs.do(AddRecord("partners", {"name": "Choir"}))
    bring(ours, theirs)
    bring(theirs, ours)
    ours.do(EditRecord("partners", museum, {"name": "Ana's museum"}))
    assert bring(theirs, ours).comparison.conflicts == ()
    assert content(theirs.book) == content(ours.book)


@FEW
@given(st.data())
def test_no_edit_is_lost_unless_somebody_chose_so(data: st.DataObject) -> None:
    start = starter()
    ours, theirs = copy_of(start, "Ana"), copy_of(start)
    work(ours, data)
    work(theirs, data)
    mine, yours = ours.book, theirs.book
    meeting = bring(ours, theirs)
    asked = {(one.type, one.id) for one in meeting.comparison.conflicts if not one.field}
    fields = {one.key for one in meeting.comparison.conflicts}
    kept = {(one.type, one.id) for one in start.book.difference(mine) if one.after is None}
    for change in start.book.difference(mine):
        assert _stands(ours.book, change) or (change.type, change.id) in asked | kept, "with no choice ours stays"
    gone = {record_id for _, record_id in asked | kept}
    for change in start.book.difference(yours):
        if (change.type, change.id) not in asked and not _hangs_on(theirs.book, start.book, change, gone):
            assert _stands(ours.book, change, fields), (change, meeting.comparison.conflicts)


def _stands(book: Book, change: Change, contested: set[tuple[str, str, str]] = frozenset()) -> bool:  # type: ignore[assignment]
    record = book.get(change.type, change.id)
    if change.after is None or record is None:
        return change.after is None and record is None
    fields = RECORD_TYPES[change.type].by_name
    return all(
        KINDS[fields[name].kind].to_plain(getattr(record, name)) == value
        for name, value in change.after.items()
        if (change.type, change.id, name) not in contested
    )


def _hangs_on(theirs: Book, start: Book, change: Change, gone: set[str]) -> bool:
    """Say whether a change is about, or names, a record whose removal was asked about."""
    record = theirs.get(change.type, change.id) or start.get(change.type, change.id)
    named = {target for field in RECORD_TYPES[change.type].reference_fields for target in targets(record, field)}
    held = {one for side in (change.before, change.after) for one in _strings(side)}
    return change.id in gone or bool((named | held | {getattr(record, "record_id", "")}) & gone)


def _strings(side: object) -> set[str]:
    values = side.values() if isinstance(side, dict) else ()
    return {one for value in values for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)}


@FEW
@given(st.data())
def test_disjoint_edits_commute(data: st.DataObject) -> None:
    start = starter()
    museum, school = (partner.id for partner in start.book.all(Partner))
    one, other = copy_of(start, "Ana"), copy_of(start)
    names = ("name", "note", "website", "gives", "gains")
    text = st.text("abc é", max_size=5).map(str.strip)
    mine = data.draw(st.dictionaries(st.sampled_from(names), text.map(lambda t: f"a{t}"), min_size=1))
    yours = data.draw(st.dictionaries(st.sampled_from(names), text.map(lambda t: f"b{t}"), min_size=1))
    known = RECORD_TYPES["partners"].by_name
    one.do(EditRecord("partners", museum, {name: value for name, value in mine.items() if name in known}))
    other.do(EditRecord("partners", school, {name: value for name, value in yours.items() if name in known}))
    first, second = copy_of(one), copy_of(other)
    assert bring(first, other).comparison.conflicts == () == bring(second, one).comparison.conflicts
    assert content(first.book) == content(second.book)


@given(st.data())
@FEW
def test_copies_that_took_in_each_other_lose_nothing_unasked(data: st.DataObject) -> None:
    start = starter()
    ours, theirs = copy_of(start, "Ana"), copy_of(start)
    work(ours, data, 4)
    work(theirs, data, 4)
    earlier_ours = copy_of(ours, "Ana")
    bring(ours, theirs)
    bring(theirs, earlier_ours)
    work(ours, data, 3)
    before = ours.book
    meeting = bring(ours, theirs)
    obeys_the_rules(ours.book)
    touched = {one.id for one in meeting.comparison.changes} | {one.id for one in meeting.comparison.conflicts}
    for change in before.difference(ours.book):
        assert change.type == "snapshots" or change.id in touched


def test_what_was_decided_crosswise_is_asked_again_and_nothing_else() -> None:
    start = starter()
    museum = start.book.all(Partner)[0].id
    ours, theirs = copy_of(start, "Ana"), copy_of(start)
    ours.do(EditRecord("partners", museum, {"name": "Ana's"}))
    theirs.do(EditRecord("partners", museum, {"name": "Ben's"}))
    earlier, key = copy_of(ours, "Ana"), ("partners", museum, "name")
    bring(ours, theirs, {key: "theirs"})
    bring(theirs, earlier, {key: "theirs"})
    theirs.do(EditRecord("partners", museum, {"note": "Called them"}))
    meeting = bring(ours, theirs)
    told = [(one.key, one.was, one.ours, one.theirs) for one in meeting.comparison.conflicts]
    assert told == [(key, "Museum", "Ben's", "Ana's")]
    (merged, _) = ours.book.all(Partner)
    assert (merged.name, merged.note) == ("Ben's", "Called them")


def test_two_halves_of_a_circle_do_not_meet() -> None:
    ours = starter()
    theirs = copy_of(ours)
    first, second = (activity.id for activity in ours.book.all(Activity))
    ours.do(EditRecord("activities", first, {"depends_on": (second,)}))
    theirs.do(EditRecord("activities", second, {"depends_on": (first,), "title": "Hold the great fair"}))
    meeting = bring(ours, theirs)
    (conflict,) = meeting.comparison.conflicts
    assert (conflict.reason, conflict.id, conflict.field) == ("circle", second, "depends_on")
    merged = {one.id: (one.title, one.depends_on) for one in ours.book.all(Activity)}
    assert merged == {first: ("Open the workshop", (second,)), second: ("Hold the great fair", ())}


def test_what_one_side_removed_and_the_other_went_on_with_comes_or_goes_as_a_whole() -> None:
    start = starter()
    activity, museum = start.book.all(Activity)[0].id, start.book.all(Partner)[0].id
    school = start.book.all(Partner)[1].id
    start.do(SetResponsibilities({(activity, museum): ("A",)}))
    removing, working = copy_of(start, "Ana"), copy_of(start)
    removing.do(RemoveRecords("activities", (activity,)))
    working.do(SetResponsibilities({(activity, school): ("R",)}))
    cells = {("A",), ("R",)}
    for side in ("ours", "theirs"):
        ours = copy_of(removing)
        (asked,) = meet(ours, working, "copy.cpw").comparison.conflicts
        assert (asked.reason, asked.id) == ("ours removed", activity)
        bring(ours, working, {asked.key: side})
        assert {one.letters for one in ours.book.all(Responsibility)} == (cells if side == "theirs" else set())
        ours = copy_of(working)
        (asked,) = meet(ours, removing, "copy.cpw").comparison.conflicts
        assert (asked.reason, asked.id) == ("theirs removed", activity)
        bring(ours, removing, {asked.key: side})
        assert {one.letters for one in ours.book.all(Responsibility)} == (cells if side == "ours" else set())


def test_an_older_copy_of_a_file_that_was_brought_in_brings_nothing() -> None:
    ours = starter()
    theirs = copy_of(ours)
    theirs.do(AddRecord("partners", {"name": "Theatre"}))
    older = copy_of(theirs)
    theirs.do(AddRecord("partners", {"name": "Choir"}))
    ours.do(AddRecord("partners", {"name": "Library"}))
    bring(ours, theirs)
    assert meet(ours, older, "older.cpw").brings_nothing
    assert [one.name for one in ours.book.all(Snapshot)] == ["Before copy.cpw was brought in"]


def test_a_copy_of_a_copy_is_known_through_it() -> None:
    ours = starter()
    ben, carla = copy_of(ours), copy_of(ours, "Carla")
    carla.do(AddRecord("partners", {"name": "Theatre"}))
    ben.do(AddRecord("partners", {"name": "Choir"}))
    bring(ben, carla)
    ours.do(AddRecord("partners", {"name": "Library"}))
    bring(ours, ben)
    assert meet(ours, carla, "carla.cpw").brings_nothing
