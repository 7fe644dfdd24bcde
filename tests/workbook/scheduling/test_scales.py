"""The head of the timeline, drawn as text."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.formats import Formats
from workbook.scheduling.scales import LATEST, ZOOMS, is_weekend, scales, week_around

FIRST, LAST = datetime.date(2026, 11, 26), datetime.date(2027, 1, 5)


def drawn(zoom: str, language: str = "en-GB") -> str:
    upper, lower = scales(FIRST, LAST, dict(ZOOMS)[zoom], Formats(language))
    return " | ".join(part.text for part in upper) + " // " + " | ".join(part.text for part in lower[:4])


@pytest.mark.parametrize(
    ("zoom", "language", "expected"),
    [
        ("day", "en-GB", "November 2026 | December 2026 | January 2027 // 26 | 27 | 28 | 29"),
        ("week", "de", "November 2026 | Dezember 2026 | Januar 2027 // 23. Nov. | 30. Nov. | 7. Dez. | 14. Dez."),
        ("month", "fr", "T4 2026 | T1 2027 // novembre | décembre | janvier"),
        ("quarter", "en", "2026 | 2027 // Nov | Dec | Jan"),
        ("year", "en", "2026 | 2027 // Q4 | Q1"),
    ],
)
def test_two_scales_for_each_zoom_in_the_language(zoom: str, language: str, expected: str) -> None:
    assert drawn(zoom, language) == expected


@given(
    st.dates(datetime.date(1, 1, 1), LATEST - datetime.timedelta(days=400)),
    st.integers(0, 400),
    st.floats(0.004, 60),
    st.sampled_from(["en", "de", "ar", "he-IL"]),
)
def test_the_parts_of_a_scale_cover_every_day_without_a_gap(
    first: datetime.date, days: int, width: float, language: str
) -> None:
    last = first + datetime.timedelta(days=days)
    for scale in scales(first, last, width, Formats(language)):
        assert scale[0].first <= first
        assert scale[-1].after > last
        assert all(one.after == other.first for one, other in itertools.pairwise(scale))


def test_weeks_and_weekends_are_those_of_the_country() -> None:
    sunday = datetime.date(2026, 11, 29)
    assert is_weekend(sunday, Formats("en-GB"))
    assert not is_weekend(sunday, Formats("ar-EG"))
    assert week_around(sunday, Formats("en-US"))[0] == sunday
    assert week_around(sunday, Formats("en-GB"))[0] == datetime.date(2026, 11, 23)
