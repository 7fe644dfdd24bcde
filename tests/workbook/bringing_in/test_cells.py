"""Cells say what a person reads in them, also those that programs wrote or that are made to be hard to read."""

import pytest

from workbook.bringing_in.footnotes import REFERENCE
from workbook.bringing_in.looks import looks_like
from workbook.bringing_in.periods import periods_of
from workbook.bringing_in.sheets import text_of


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("['Moortown']", "Moortown"),
        ("[' LS17 5DJ', \"St Peter's\"]", "LS17 5DJ; St Peter's"),
        ("[note 3]", "[note 3]"),
        ("['a' 'b']", "['a' 'b']"),
        ('<font size="4">▲</font> + 23,7 %', "▲ + 23,7 %"),
        (57.0, "57"),
    ],
)
def test_a_cell_says_what_is_read_in_it(cell: str | float, says: str) -> None:
    assert text_of(cell) == says


def test_cells_that_are_made_to_be_hard_to_read_are_read_in_a_moment() -> None:
    hard = "[" + "'a'   " * 20_000 + "x"
    assert text_of(hard) == hard
    assert REFERENCE.sub("", " " * 100_000 + "[note") == " " * 100_000 + "[note"
    assert periods_of(["[" * 100_000]) == [None]
    assert not looks_like("email", ["a@" + "b." * 100_000 + " "])
    assert not looks_like("amount", ["1" + " " * 100_000 + "x"])
