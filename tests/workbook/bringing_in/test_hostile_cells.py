"""Cells that were made to keep a reader busy: each pattern that looks for something in them goes through them once."""

import pytest

from exports.sheets.finding import readings_for
from exports.sheets.reading import spellings
from workbook.book import Book
from workbook.bringing_in.columns import knows_headings, matches
from workbook.bringing_in.reading import read_rows
from workbook.bringing_in.sheets import Cells, Sheet
from workbook.bringing_in.tables import tables_in

LENGTH = 32_000  # as long as a cell of a spreadsheet may be
REPEATED = (
    "x",
    "[",
    "(",
    "1",
    "1,",
    "2024/",
    "-",
    "a@",
    "<a ",
    "&#1",
    "note ",
    "[note 1 ",
    "12.12.",
    "'a' ",
    "_",
    "Aa",
)
HEADINGS: Cells = ("Name", "Date", "Budget", "Notes")
PLAIN: Cells = ("Choir", "1.1.2027", "5", "x")


def read(rows: list[Cells]) -> int:
    found = 0
    for table in tables_in(Sheet("A", tuple(rows)), knows_headings(spellings)):
        for match in [match for match in matches(table, spellings) if match.has_label][:6]:
            found += len(read_rows(Book.empty(), table, match, readings_for(Book.empty())).taken)
    return found


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("among", ["headings", "rows"])
def test_no_cell_takes_longer_the_longer_it_is(place: int, among: str) -> None:
    """What goes through a cell again for each of its letters does not end while anybody waits."""
    odd = [(one * LENGTH)[:LENGTH] for one in REPEATED] + [f"a{blank * LENGTH}b" for blank in " \t\u00a0"]
    for text in (*odd, "[" + "'a' " * (LENGTH // 4)):
        cells: Cells = (*(HEADINGS if among == "headings" else PLAIN)[:place], text, *PLAIN[place + 1 :])
        rows = [cells, PLAIN, PLAIN] if among == "headings" else [HEADINGS, cells, PLAIN]
        assert read(rows) or (among, place) == ("headings", 0), text[:20]
