"""Whatever somebody pastes, it is read without a word of complaint from us, counts up, and can be undone."""

from hypothesis import given
from hypothesis import strategies as st

from tests.workbook.checks.building import TODAY, Builder
from workbook.training import KeptNames, RecordAttendance, counted, read_list, sums

_CELLS = st.sampled_from(
    (
        *("Ann Doe", "Doe, Jo", "x", "w", "m", "h", "34", "18-29", "60+", "yes", "no", "", "  ", '"', "Name", "Sex"),
        *("Alter", "Total", "ann@example.org", "artist", "ليلى", "1", "2", "1.", "•", "k. A."),
    )
)
_ROWS = st.lists(st.lists(_CELLS, max_size=9), max_size=8)
_TEXTS = st.one_of(
    st.text(), st.builds(lambda rows, by: "\n".join(by.join(row) for row in rows), _ROWS, st.sampled_from("\t;,،"))
)


@given(_TEXTS)
def test_every_list_is_read_and_adds_up(text: str) -> None:
    listed = read_list(text)
    counts = counted(listed)
    assert not any(one.wrong for one in sums(counts))
    assert (counts.attended is None) == (not listed.people)
    assert len(listed.people) <= len(text.splitlines()) or "@" in text
    assert read_list(text, listed.columns) == listed


@given(_TEXTS)
def test_what_was_recorded_of_a_list_can_be_undone(text: str) -> None:
    listed = read_list(text)
    builder = Builder()
    session = builder.add("training_sessions", title="Day")
    before = builder.book
    if listed.people:
        names = KeptNames(listed.people, "Asked", TODAY)
        builder.workbook.do(RecordAttendance(session, counted(listed), names))
        assert builder.book.count("participants") == len(listed.people)
        builder.workbook.undo()
    assert not before.difference(builder.book)
