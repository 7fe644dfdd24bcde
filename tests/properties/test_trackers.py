"""Whatever people do to a tracker: each edit of an open cell comes back, and each other one is told."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.sittings import sound
from tests.properties.tracker_papers import DOINGS, Paper, is_naming
from tests.properties.trackers import DAY, PARTNERS, Told, is_open, kept_at_home
from workbook.book import Book
from workbook.kinds import KINDS
from workbook.records import RECORD_TYPES
from workbook.returning.preview import Preview


@st.composite
def papers(draw: st.DrawFn, codes: tuple[str, ...]) -> Paper:
    """Draw a tracker after its way through many hands, with what has to come of it."""
    paper = Paper(draw(st.sampled_from(codes)), draw)
    doings = draw(st.sets(st.sampled_from(sorted(DOINGS)), min_size=1, max_size=5))
    if "lose the hidden sheet" in doings:
        doings -= {"lose the properties"}  # one of the two has to say whose it is
    keeps_ids = not doings & {"lose the ids", "sort without the ids"}
    every = [place for name in paper.sheets for place in paper.places(name)]
    for place in draw(st.lists(st.sampled_from(every), min_size=5, max_size=14, unique=True)):
        if is_open(paper.code, place):
            if place.path != "code":
                paper.fill(place)
        elif place.path != "*currency" and (keeps_ids or not is_naming(place)):
            paper.scribble(place)
    for doing in (one for one in DOINGS if one in doings):
        DOINGS[doing](paper, draw(st.sampled_from(sorted(paper.sheets))))
    return paper


@st.composite
def several(draw: st.DrawFn) -> dict[str, Paper]:
    """Draw what all partners send back, none writing what another does, each with a new reading or two."""
    written, taken = {}, set[tuple[str, str, str]]()
    for code in PARTNERS:
        paper = Paper(code, draw)
        every = [place for name in paper.sheets for place in paper.places(name) if is_open(code, place)]
        for place in draw(st.lists(st.sampled_from(every), max_size=8, unique=True)):
            if (place.type, place.id, place.path) not in taken:
                taken.add((place.type, place.id, place.path))
                paper.fill(place)
        for month in draw(st.sets(st.integers(6, 8), max_size=2)):
            paper.measure(DAY.replace(month=month), draw(st.integers(0, 99)))
        written[code] = paper
    return written


@given(several(), st.permutations(PARTNERS))
@settings(max_examples=6)
def test_files_of_several_partners_end_in_one_plan_in_any_order(written: dict[str, Paper], order: list[str]) -> None:
    ends = []
    files = {code: paper.saved() for code, paper in written.items()}
    for codes in (PARTNERS, order):
        kept = kept_at_home()
        for code in codes:
            preview = kept.preview(files[code])
            assert not preview.problems
            assert not preview.conflicts
            kept.accept(files[code])
            assert kept.preview(files[code]).brings_nothing
        sound(kept.workbook.book)
        ends.append(_plan(kept.workbook.book))
    assert ends[0] == ends[1]


def got(preview: Preview) -> Told:
    edits = {row.edit.key: row.edit.theirs for row in preview.rows}
    closed = {(one.id, one.title) for one in preview.closed}
    return Told(edits, closed, {one.id for one in preview.missing}, [str(one) for one in preview.problems])


@given(papers(("", *PARTNERS)))
@settings(max_examples=20)
def test_each_edit_of_an_open_cell_comes_back_and_everything_else_is_told(paper: Paper) -> None:
    wanted, content = paper.told, paper.saved()
    kept = kept_at_home()
    preview = kept.preview(content)
    found = got(preview)
    assert found.edits == wanted.edits
    assert found.closed == wanted.closed
    assert found.missing == wanted.missing
    assert not preview.new
    assert not preview.unsure
    assert all(any(part in said for said in found.said) for part in wanted.said), found.said
    assert all(any(part in said for part in wanted.said) for said in found.said), found.said
    before = kept.workbook.book
    kept.accept(content, choices=dict.fromkeys(wanted.edits, "theirs"))
    sound(kept.workbook.book)
    for (type_name, record_id, field), plain in wanted.edits.items():
        kind = KINDS[RECORD_TYPES[type_name].by_name[field].kind]
        assert kind.to_plain(getattr(kept.workbook.book.get(type_name, record_id), field)) == plain
    if wanted.edits:
        kept.workbook.undo()
    assert _plan(kept.workbook.book) == _plan(before)


def _plan(book: Book) -> dict[str, dict[str, Any]]:
    """Return all of a book but its register of trackers, which says when each came."""
    return {name: {one.id: one for one in book.records(name)} for name in RECORD_TYPES if name != "trackers"}
