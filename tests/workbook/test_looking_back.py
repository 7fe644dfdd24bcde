"""The history: which steps are wanted, what the book was, what differs, and what stays untold."""

import datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.sittings import new_workbook
from workbook import states
from workbook.changes import Change, ChangeSet, Values
from workbook.differences import Telling, compared, field_changes
from workbook.formats import Formats
from workbook.looking_back import Wanted
from workbook.marking import changed_words
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.workbook import Author, Workbook


def _partner(workbook: Workbook, name: str) -> str:
    operation = AddRecord("partners", {"name": name})
    workbook.do(operation)
    return operation.record_id


def _seqs(workbook: Workbook, wanted: Wanted) -> list[int]:
    steps = states.backwards(workbook.history, workbook.seq)
    return [step.seq for step in steps if wanted.matches(step, workbook.book)]


def test_a_value_that_only_a_newer_program_can_read_is_told_as_it_stands() -> None:
    workbook = new_workbook()
    tram = _partner(workbook, "Tram company")
    before: Values = {"sector": "unheard_of", "roles": ["lead", "unheard_of"]}
    change = Change("partners", tram, before, {"sector": None, "roles": []})
    sector, roles = sorted(field_changes([change]), key=lambda one: one.field.name, reverse=True)
    told = Telling(workbook.book, workbook.book, workbook.book, Formats())

    assert (told.before(sector), told.before(roles)) == ("unheard_of", "lead, unheard_of")


def test_a_field_that_only_a_newer_program_knows_is_no_place_to_look_for_words() -> None:
    workbook = new_workbook()
    tram = _partner(workbook, "Tram company")
    (step,) = workbook.history(workbook.seq, workbook.seq)
    newer = msgspec.structs.replace(step, changes=(Change("partners", tram, {"motto": "Old"}, {"motto": "New"}),))

    assert not Wanted(text="motto").matches(newer, workbook.book)
    assert Wanted(text="tram").matches(newer, workbook.book)


def test_steps_are_wanted_by_person_record_words_and_number() -> None:
    workbook = new_workbook()
    begun = workbook.seq
    tram = _partner(workbook, "Tram company")
    workbook.author = Author("Bo")
    baths = _partner(workbook, "Public baths")
    workbook.do(EditRecord("partners", tram, {"note": "Meets on Tuesdays"}))
    assert _seqs(workbook, Wanted(person="Bo")) == [begun + 3, begun + 2]
    assert _seqs(workbook, Wanted(type="partners", record_id=tram)) == [begun + 3, begun + 1]
    assert _seqs(workbook, Wanted(type="partners", record_id=baths)) == [begun + 2]
    assert _seqs(workbook, Wanted(text="tuesdays bo")) == [begun + 3]
    assert _seqs(workbook, Wanted(after=begun + 2)) == [begun + 3]
    assert set(workbook.people()) >= {"Bo"}


def test_steps_are_wanted_from_a_moment_until_another() -> None:
    noon = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
    step = ChangeSet(1, "a", noon, "Bo", "", "Edit", ())
    book = new_workbook().book
    hour = datetime.timedelta(hours=1)
    assert Wanted(since=noon, until=noon + hour).matches(step, book)
    assert not Wanted(since=noon + hour).matches(step, book)
    assert not Wanted(until=noon).matches(step, book)


def test_the_state_at_a_moment_is_that_of_the_last_step_before() -> None:
    workbook = new_workbook()
    times = [datetime.datetime(2027, 3, day, tzinfo=datetime.UTC) for day in range(1, 8)]
    for number, at in enumerate(times):
        workbook.now = lambda at=at: at  # type: ignore[misc]
        _partner(workbook, f"Partner {number}")
    last, start = workbook.seq, workbook.seq - len(times)
    for number, at in enumerate(times, 1):
        assert states.state_at(workbook.history, last, at) == start + number


def test_every_state_is_reached_from_either_end_however_long_the_way() -> None:
    workbook = new_workbook()
    books = [workbook.book]
    start = workbook.seq
    tram = _partner(workbook, "Tram")
    books.append(workbook.book)
    for number in range(20):
        workbook.do(EditRecord("partners", tram, {"name": f"Tram {number}"}))
        books.append(workbook.book)
    workbook.do(RemoveRecords("partners", (tram,)))
    books.append(workbook.book)
    for number, book in enumerate(books):
        assert workbook.at(start + number).difference(book) == ()


def test_a_comparison_tells_what_was_added_changed_and_removed() -> None:
    workbook = new_workbook()
    tram, baths = _partner(workbook, "Tram"), _partner(workbook, "Baths")
    earlier = workbook.book
    workbook.do(EditRecord("partners", tram, {"name": "Tram company"}))
    workbook.do(RemoveRecords("partners", (baths,)))
    choir = _partner(workbook, "Choir")
    found = compared(earlier, workbook.book)
    assert [(change.action, change.id) for change in found.changes if change.type == "partners"] == [
        ("added", choir),
        ("edited", tram),
        ("removed", baths),
    ]
    telling = Telling(workbook.book, earlier, workbook.book, Formats())
    edited = next(one for one in field_changes(found.changes) if one.change.id == tram)
    assert telling.line(edited)[1:] == ("Changed", "P-01 Tram company", "Name", "Tram", "Tram company")


def test_what_a_single_partner_answered_is_neither_told_nor_found() -> None:
    workbook = new_workbook()
    round_ = AddRecord("health_rounds", {"title": "Spring"})
    workbook.do(round_)
    answer = Change("health_responses", "x", None, {"round": round_.record_id, "score": 1, "comment": "unhappy"})
    telling = Telling(workbook.book, workbook.book, workbook.book, Formats())
    told = {one.field.name: telling.after(one) for one in field_changes((answer,))}
    assert (told["score"], told["comment"]) == ("not shown", "not shown")
    step = ChangeSet(1, "a", datetime.datetime.now(datetime.UTC), "Bo", "", "Answer", (answer,))
    assert not Wanted(text="unhappy").matches(step, workbook.book)
    workbook.do(EditRecord("health_rounds", round_.record_id, {"show_single": True}))
    assert Wanted(text="unhappy").matches(step, workbook.book)


def test_changed_words_are_marked_and_the_rest_is_kept() -> None:
    pieces = changed_words("The choir sings on Tuesdays.", "The choir sings on Fridays.")
    assert pieces == (
        ("kept", "The choir sings on "),
        ("removed", "Tuesdays."),
        ("added", "Fridays."),
    )


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_pieces_make_both_texts_again(before: str, after: str) -> None:
    pieces = changed_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.fate != "added") == before
    assert "".join(piece.text for piece in pieces if piece.fate != "removed") == after


def test_a_long_text_is_compared_sentence_by_sentence() -> None:
    before = "Every word of this counts. " * 2000
    after = before + "And one more."
    assert changed_words(before, after)[-1] == ("added", "And one more.")
