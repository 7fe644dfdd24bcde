"""The order of mixed text: embedding levels, isolates and the visual order of a line (UAX #9)."""

from collections.abc import Sequence

from bidi import algorithm

from workbook.isolating import END, FIRST_STRONG, ISOLATES, RIGHT, first_direction

_NEUTRAL = "\N{OBJECT REPLACEMENT CHARACTER}"
_RESET_AT_LINE_END = " \t\u2028\u2029\u200e\u200f"


def levels(text: str, right_to_left: bool) -> list[int]:
    """Return the embedding level of each character: even runs left to right, odd right to left.

    The library knows no isolates, so each stands aside as one neutral sign and is worked out for itself (X5a to X6a).
    """
    base = int(right_to_left)
    if not any(sign in text for sign in ISOLATES):
        return _levels(text, base)
    outer, places, inner = _parted(text)
    found = [base] * len(text)
    for place, level in zip(places, _levels(outer, base), strict=True):
        found[place] = level
    for start, end in inner:
        own = _is_from_right(text, start, end)
        above = base + (2 if own == right_to_left else 1)
        within = levels(text[start + 1 : end], own)
        found[start + 1 : end] = [level - int(own) + above for level in within]
        found[start] = base
    return found


def _parted(text: str) -> tuple[str, list[int], list[tuple[int, int]]]:
    """Return the text with a neutral sign for each isolate, where its characters stood, and where isolates lie.

    An isolate that nobody closes goes on to the end of its line.
    """
    outer, places, inner = [], [], []
    depth, start = 0, 0
    for place, char in enumerate(text):
        if char in ISOLATES:
            start = place if not depth else start
            depth += 1
        elif depth and char in f"{END}\n":
            depth = 0 if char == "\n" else depth - 1
            if not depth:
                inner.append((start, place))
                outer.append(_NEUTRAL)
                places.append(place)
        elif not depth:
            outer.append(char)
            places.append(place)
    if depth:
        inner.append((start, len(text)))
    return "".join(outer), places, inner


def _is_from_right(text: str, start: int, end: int) -> bool:
    if text[start] == FIRST_STRONG:
        return bool(first_direction(text[start + 1 : end]))
    return text[start] == RIGHT


def _levels(text: str, base: int) -> list[int]:
    text = text.replace(END, _NEUTRAL)  # one that closes nothing
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage, False)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [base] * len(text)
    for char in storage["chars"]:
        found[char["place"]] = char["level"]
    return found


def line_levels(text: str, found: Sequence[int], start: int, end: int, right_to_left: bool) -> list[int]:
    """Return the levels of one line; white space at its end goes back to the base (rule L1)."""
    line = list(found[start:end])
    place = end
    while place > start and text[place - 1] in _RESET_AT_LINE_END:
        place -= 1
        line[place - start] = int(right_to_left)
    return line


def visual_order(of_runs: Sequence[int]) -> list[int]:
    """Return the places of runs from left to right, given their levels in reading order (rule L2)."""
    order = list(range(len(of_runs)))
    odd = [level for level in of_runs if level % 2]
    if not odd:
        return order
    for level in range(max(of_runs), min(odd) - 1, -1):
        first = 0
        while first < len(order):
            last = first
            while last < len(order) and of_runs[order[last]] >= level:
                last += 1
            order[first:last] = order[first:last][::-1]
            first = last + 1
    return order
