"""What stands before the lines of a signature."""

import datetime

from exports.languages import formats_in
from exports.outline.blocks import Party
from exports.outline.signing import signature_lines
from exports.pdf import bidi


def test_the_day_of_a_signature_is_not_turned_by_the_place_before_it() -> None:
    day = formats_in("ar").date(datetime.date(2026, 3, 19))
    party = Party("Trust", place="Port Lindell", date=day)
    line = next(one.value for one in signature_lines(party, ("ar",)) if "Lindell" in one.value)

    assert day in line
    assert bidi.levels(line, right_to_left=True)[line.index(", ")] == 1, "each stands by itself, from the right"
