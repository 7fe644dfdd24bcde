"""Two texts side by side: which words stay, which go and which come."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Fate = Literal["kept", "removed", "added"]
_WORDS = re.compile(r"\s+|\S+\s*")
_SENTENCES = re.compile(r".+?(?:[.!?;]\s+|\n+|$)", re.DOTALL)
_MOST_WORDS = 1_200
"""Words are compared with each other up to here; longer texts sentence by sentence, so that nobody waits."""


class Piece(NamedTuple):
    """A run of words with the same fate."""

    fate: Fate
    text: str


def changed_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order; the kept and the removed ones together are `before`."""
    found: list[Piece] = []
    old, new = _parts(before, after)
    for what, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("kept", "".join(old[a1:a2])))
            continue
        for fate, text in (("removed", "".join(old[a1:a2])), ("added", "".join(new[b1:b2]))):
            if text:
                found.append(Piece("removed" if fate == "removed" else "added", text))
    return tuple(found)


def _parts(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) <= _MOST_WORDS:
        return old, new
    return _SENTENCES.findall(before), _SENTENCES.findall(after)
