"""Whether a name was put right, or means something else now."""

from difflib import SequenceMatcher

_SIMILAR = 0.88
"""Names that agree this far, with the same figures in them, were put right and not changed."""


def is_correction(was: str, now: str) -> bool:
    """Say whether a name was only put right: signs, case or a few letters, but no figure."""
    first, second = ("".join(sign for sign in text.casefold() if sign.isalnum()) for text in (was, now))
    if first == second:
        return True
    figures = ["".join(sign if sign.isdigit() else " " for sign in text).split() for text in (was, now)]
    return figures[0] == figures[1] and SequenceMatcher(None, first, second).ratio() >= _SIMILAR
