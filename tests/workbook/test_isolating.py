"""Values of the other direction stand in a sentence as one piece."""

import pytest

from workbook.formats import Formats
from workbook.isolating import LEFT, RIGHT, direction_in, first_direction, isolated, without_isolates

END = "\u2069"


@pytest.mark.parametrize(
    ("value", "right_to_left", "shown"),
    [
        ("Alpha (Studio) / 7", False, "Alpha (Studio) / 7"),
        ("متحف", True, "متحف"),
        ("متحف", False, f"{RIGHT}متحف{END}"),
        ("P-03", True, f"{LEFT}P-03{END}"),
        ("2027-03-31", True, f"{LEFT}2027-03-31{END}"),
        ("7", True, "7"),
        ("23\u200f/11\u200f/2026", True, f"{RIGHT}23\u200f/11\u200f/2026{END}"),
        ("EUR 1,000", True, f"{LEFT}EUR 1,000{END}"),
        ("P-03 متحف المدينة", True, f"{RIGHT}P-03 متحف المدينة{END}"),
        ("", True, ""),
    ],
)
def test_a_value_is_isolated_where_it_might_turn_its_neighbours(value: str, right_to_left: bool, shown: str) -> None:
    assert isolated(value, right_to_left) == shown
    assert without_isolates(shown) == value


def test_sentences_isolate_their_values_and_count_in_their_own_digits() -> None:
    assert Formats("ar").say("{name} - {count}", name="P-03", count=12) == f"{LEFT}P-03{END} - 12"
    assert Formats("ar-EG").say("{count}", count=12) == "١٢"
    assert Formats("en").say("{name} ({count})", name="متحف", count=2027) == f"{RIGHT}متحف{END} (2027)"


def test_what_is_isolated_does_not_tell_the_direction() -> None:
    assert first_direction(f"{LEFT}Alpha{END} متحف") is True
    assert first_direction("12 – 7") is None
    assert direction_in("A-01 افتتاح المستودع", right_to_left=True) is True
    assert direction_in("A-01 افتتاح المستودع", right_to_left=False) is False
    assert direction_in("The museum of متحف", right_to_left=True) is False
