"""What a page says of itself: its guiding question, short help and a worked example, read from the shipped texts."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from resources.lookup import read_text


@dataclass(frozen=True)
class Guidance:
    """The words of one section; `question` is a key of `GUIDING_QUESTIONS`."""

    question: str
    help: str
    example: tuple[str, ...]


@cache
def _all() -> dict[str, Guidance]:
    data: dict[str, Any] = tomllib.loads(read_text("guidance", "guidance.toml"))
    return {key: Guidance(one["question"], one["help"], tuple(one["example"])) for key, one in data.items()}


def guidance_of(section: str) -> Guidance | None:
    """Return the words of a section by its key; the overview has none, it guides by itself."""
    return _all().get(section)
