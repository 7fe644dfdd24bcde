"""Rows, titles and notices that are taller or narrower than anybody planned for."""

import pytest

from exports.outline import Block, Column, Cover, Document, Note, Rated, Row, Run, Table, body, group, total
from exports.pdf import render
from tests.exports.pdf_checker import problems
from tests.golden.plans import AS_OF
from tests.golden.reading import flat, pages_of

WORDS = "The parties will work together in the old depot from spring to autumn. " * 120
ARABIC = "تم إبرام هذه الاتفاقية بين بلدية الميناء والشركاء المحليين " * 130
COLUMNS = (Column("Code"), Column("What", 3), Column("Rating"))
LAST = Row(("Z", "the last", ""))


def pages(*blocks: Block) -> list[str]:
    made = render(Document("t", "en", blocks, day=AS_OF))
    assert problems(made) == []
    assert "the last" in flat(made)
    return pages_of(made)


@pytest.mark.parametrize("long", [WORDS, ARABIC], ids=["english", "arabic"])
@pytest.mark.parametrize("shape", ["plain", "group", "again", "runs", "total", "both", "rated"])
def test_a_row_taller_than_a_page_goes_on_on_the_next(shape: str, long: str) -> None:
    rows = {
        "plain": (Row(("B", long, "x")),),
        "group": (group("First"), Row(("B", long, "x"))),
        "again": (group("First", "First (continued)"), Row(("B", long, "x")), Row(("C", long, "x"))),
        "runs": (Row(("B", (Run(long), Run("end", bold=True)), "x")),),
        "total": (total("B", long, ""),),
        "both": (Row(("B", long, long[:900])),),
        "rated": (Row(("B", long, Rated("at_risk", long[:2000]))),),
    }[shape]

    assert len(pages(Table(COLUMNS, (*rows, LAST)))) > 1


def test_a_row_taller_than_a_page_begins_below_the_title_of_its_group() -> None:
    first = pages(Table(COLUMNS, (group("First"), Row(("B", WORDS, "x")), LAST)))[0]

    assert "First" in first
    assert first.count("old depot") > 20


def test_a_header_that_would_fill_every_page_is_said_once() -> None:
    columns = (Column("A"), Column("word " * 140, 0.3))
    found = pages(Table(columns, (*body((f"A-{n}", "x") for n in range(90)), Row(("Z", "the last")))))

    assert sum("word" in page for page in found) == 1


def test_columns_too_narrow_for_a_word_still_hold_something() -> None:
    columns = tuple(Column(f"Column {n}", 0.2 if n % 3 else 3) for n in range(16))
    cells = tuple(
        Rated("at_risk", "At risk") if n % 3 == 1 else "مدينة الميناء 12" if n % 3 else "x" * 60 for n in range(16)
    )

    pages(Table(columns, (Row(cells),)), Note("the last"))


def test_long_notices_and_long_lines_of_a_cover_go_on_on_the_next_page() -> None:
    pages(Cover("Kind", "Title", (("Name", WORDS),)), Note(WORDS, "notice"), Note(ARABIC, "notice"), Note("the last"))
