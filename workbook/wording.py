"""Our own words: English source strings with values in braces, translated only where they are shown."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Self


def fill(sentence: str, values: Mapping[str, str]) -> str:
    """Put values into the braces of a source string; a name without a value stays as it is."""
    for name, value in values.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence


def source(text: str) -> str:
    """Mark words that are translated somewhere else, when they are shown; translators find them by this mark."""
    return text


class Sentence(str):
    """A sentence that reads as English and remembers what it was made from, so that documents can say it in others.

    `values` keep their types: whoever tells the sentence writes dates and numbers as the language does, and a value
    that is a sentence itself is told in the same language.
    """

    __slots__ = ("source", "values")
    source: str
    values: dict[str, object]

    def __new__(cls, source: str, /, **values: object) -> Self:
        made = super().__new__(cls, fill(source, {name: _in_english(value) for name, value in values.items()}))
        made.source, made.values = source, values
        return made


def _in_english(value: object) -> str:
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


BY_COMMA = source("{one}, {other}")
"""What stands between two words in a row; each language has its own comma."""


def in_a_row(words: Iterable[str]) -> str:
    """Join words, so that each is told by itself and parted from the next by the comma of the language."""
    row = ""
    for word in words:
        row = Sentence(BY_COMMA, one=row, other=word) if row else word
    return row
