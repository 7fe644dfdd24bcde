"""Text that looks like a formula is guarded on its way out, and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.guarding import guarded, unguarded


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-cmd|' /C calc'!A0",
        "@SUM(1+1)",
        " =1+1",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "- a list",
        "'=1+1",
        "''=1+1",
        "=",
    ],
)
def test_what_a_spreadsheet_would_work_out_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "Museum", "+44 20 7946", "-5", "-12.5 %", "+49 (30) 1/2-3", "'tis", "a=b", "-"])
def test_other_text_and_numbers_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(alphabet="'=+-@ \t\n\r1aA.,"))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "@")
