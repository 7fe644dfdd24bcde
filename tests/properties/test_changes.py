"""What must hold for any sitting at a workbook: apply, invert and compare agree with each other."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.sittings import operations, plain, sound, starter, work
from workbook.book import Book, name_of
from workbook.chain import first_break
from workbook.operations import Problem, Refused
from workbook.records import RECORD_TYPES, Activity, Responsibility


@given(st.data())
def test_undoing_everything_gives_the_start_and_redoing_gives_the_end(data: st.DataObject) -> None:
    workbook = starter()
    start_seq = workbook.seq
    states = work(workbook, data)
    end = workbook.book
    for state in reversed(states[:-1]):
        workbook.undo()
        assert plain(workbook.book) == plain(state)
    for _ in states[1:]:
        workbook.redo()
    assert plain(workbook.book) == plain(end)
    assert plain(workbook.at(start_seq)) == plain(states[0])


@given(st.data())
def test_any_earlier_state_can_be_seen_again(data: st.DataObject) -> None:
    workbook = starter()
    first = workbook.seq
    states = work(workbook, data)
    for offset, state in enumerate(states):
        assert plain(workbook.at(first + offset)) == plain(state)
    assert plain(workbook.at(0)) == plain(Book.empty())


@given(st.data())
def test_the_difference_of_two_books_leads_from_one_to_the_other(data: st.DataObject) -> None:
    workbook = starter()
    before = workbook.book
    work(workbook, data)
    assert plain(before.apply(before.difference(workbook.book))) == plain(workbook.book)
    assert workbook.book.difference(workbook.book) == ()


@given(st.data())
def test_a_book_stays_sound_and_its_indexes_true(data: st.DataObject) -> None:
    workbook = starter()
    workbook.book.where(Activity, objective=None)
    workbook.book.where(Responsibility, letters="A")
    for state in work(workbook, data):
        sound(state)
        for cls, field in ((Activity, "objective"), (Responsibility, "letters"), (Activity, "depends_on")):
            fresh = Book({name: state.table(name) for name in RECORD_TYPES})
            for record in fresh.all(cls):
                value = getattr(record, field)
                for key in value if isinstance(value, tuple) else (value,):
                    assert state.where(cls, **{field: key}) == fresh.where(cls, **{field: key})
                    assert state.count_where(cls, **{field: key}) == len(fresh.where(cls, **{field: key}))
            assert state.records(name_of(cls)) == fresh.records(name_of(cls))


@given(st.data())
def test_the_log_is_a_chain_that_shows_any_tampering(data: st.DataObject) -> None:
    workbook = starter()
    work(workbook, data)
    log = list(workbook.history())
    assert first_break(log) is None
    chosen = data.draw(st.integers(0, len(log) - 1))
    log[chosen] = msgspec.structs.replace(log[chosen], operator="Eve")
    assert first_break(log) is log[chosen]


@given(st.data())
def test_a_refused_operation_changes_nothing_and_says_why(data: st.DataObject) -> None:
    workbook = starter()
    before = workbook.book
    problems: tuple[Problem, ...] = ()
    try:
        workbook.do(data.draw(operations(before)))
    except Refused as refused:
        problems = refused.problems
    assert not problems or workbook.book is before
    assert all(problem.sentence.endswith((".", "…")) for problem in problems)
