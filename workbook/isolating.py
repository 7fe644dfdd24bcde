"""Values put into sentences of the other direction: kept whole by isolates (UAX #9), so that nothing around them turns.

A name in Latin letters inside an Arabic sentence, an Arabic one inside an English sentence, and what has no letters,
such as P-03 or 2027-03-31 in Arabic, would otherwise share its brackets, slashes and numbers with its neighbours.
"""

import unicodedata

LEFT, RIGHT, FIRST_STRONG, END = "\u2066", "\u2067", "\u2068", "\u2069"
ISOLATES = f"{LEFT}{RIGHT}{FIRST_STRONG}"
_FROM_RIGHT = ("R", "AL")
_NUMBERS = ("EN", "AN")


def isolated(value: str, right_to_left: bool) -> str:
    """Return a value as it goes into a sentence of this direction: isolated where it might turn what is around it.

    Most values of a sentence from the left need nothing, so that they stay the words that they are.
    """
    if not value or (not right_to_left and value.isascii()) or not _turns(value, right_to_left):
        return value
    return f"{RIGHT if direction_in(value, right_to_left) else LEFT}{value}{END}"


def _turns(value: str, right_to_left: bool) -> bool:
    kinds = {unicodedata.bidirectional(char) for char in value}
    if not right_to_left:
        return bool(kinds & {*_FROM_RIGHT, "AN"})
    if value.isdecimal() or len(value) == 1:
        return False
    return bool(kinds & {"L", *_NUMBERS}) or not kinds & {*_FROM_RIGHT}


def first_direction(text: str) -> bool | None:
    """Tell the direction of a text by its first letter that has one and is not isolated (UAX #9, P2): True from right.

    None where no letter has one.
    """
    depth = 0
    for char in text:
        direction = unicodedata.bidirectional(char)
        if char in ISOLATES:
            depth += 1
        elif char == END:
            depth = max(depth - 1, 0)
        elif not depth and (direction == "L" or direction in _FROM_RIGHT):
            return direction != "L"
    return None


def direction_in(text: str, right_to_left: bool) -> bool | None:
    """Tell the direction of a text in a document of this direction; None where no letter has one.

    In one from the right a text that begins with a Latin name or a code, and goes on mostly in letters from the right,
    is a text from the right.
    """
    first = first_direction(text)
    if first is False and right_to_left:
        kinds = [unicodedata.bidirectional(char) for char in text]
        from_right = sum(kind in _FROM_RIGHT for kind in kinds)
        return from_right > 0 and from_right >= kinds.count("L")
    return first


def without_isolates(text: str) -> str:
    """Return a text without isolates, for places that know no order or make their own."""
    return text if text.isascii() else text.translate(_GONE)


_GONE = {ord(char): None for char in f"{ISOLATES}{END}"}
