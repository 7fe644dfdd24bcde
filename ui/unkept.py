"""Text that stands in a field but could not be kept: nobody loses it without being asked."""

from collections.abc import Sequence
from typing import NamedTuple

_LONGEST = 60


class Unkept(NamedTuple):
    """Where it stands, and what was typed."""

    type: str
    id: str
    field: str
    title: str
    text: str


def in_a_sentence(unkept: Sequence[Unkept]) -> str:
    """Say what would be lost."""
    first = unkept[0]
    text = first.text if len(first.text) <= _LONGEST else first.text[: _LONGEST - 1] + "…"
    more = f" The same is true of {len(unkept) - 1} more." if unkept[1:] else ""
    return f"In “{first.title}” stands “{text}”, which cannot be kept as it is.{more}"
