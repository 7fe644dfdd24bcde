"""The order of mixed text: embedding levels and the visual order of a line (UAX #9)."""

from collections.abc import Sequence

from bidi import algorithm

_RESET_AT_LINE_END = " \t\u2028\u2029\u200e\u200f"


def levels(text: str, right_to_left: bool) -> list[int]:
    """Return the embedding level of each character: even runs left to right, odd right to left."""
    base = int(right_to_left)
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
