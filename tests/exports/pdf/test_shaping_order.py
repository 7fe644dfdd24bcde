"""The order of letters on paper where names, codes and dates of the other direction stand in a sentence."""

import pytest

from exports.pdf import bidi
from workbook.formats import Formats
from workbook.isolating import END, ISOLATES


def visual(text: str, right_to_left: bool) -> str:
    """Return a line as it is seen from left to right."""
    levels = bidi.levels(text, right_to_left)
    seen = [place for place, char in enumerate(text) if char not in f"{ISOLATES}{END}"]
    order = bidi.visual_order([levels[place] for place in seen])
    return "".join(text[seen[place]] for place in order)


@pytest.mark.parametrize(
    ("sentence", "values", "language", "shown"),
    [
        ("اب {a}، {b} ج", {"a": "EUR 10", "b": "EUR 20"}, "ar", "ج EUR 20 ،EUR 10 با"),
        ("اب: {a}", {"a": "2027-03-31"}, "ar", "2027-03-31 :با"),
        ("اب {a} ج", {"a": "Lab (7/8)"}, "ar", "ج Lab (7/8) با"),
        ("For {a} / {b}", {"a": "اب", "b": "ج د"}, "en", "For با / د ج"),
        ("From {a}, 7", {"a": "اب"}, "en", "From با, 7"),
    ],
)
def test_a_value_stands_whole_in_its_place(sentence: str, values: dict[str, str], language: str, shown: str) -> None:
    formats = Formats(language)
    assert visual(formats.say(sentence, **values), formats.right_to_left) == shown


def test_isolates_may_lie_in_each_other_and_stay_open() -> None:
    assert visual("a \u2067اب \u2066x 1\u2069 ج\u2069 b", right_to_left=False) == "a ج x 1 با b"
    assert visual("a \u2067اب 1", right_to_left=False) == "a 1 با"
    assert visual("\u2069a", right_to_left=False) == "a"
