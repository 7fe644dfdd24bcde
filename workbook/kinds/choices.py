"""Terms of a vocabulary, and yes or no."""

from collections.abc import Sequence
from typing import Any

from workbook.fields import Field
from workbook.kinds.base import Kind, Plain, Reading, Unacceptable, quoted
from workbook.vocabularies.base import Vocabulary, folded
from workbook.wording import source

YES, NO = source("Yes"), source("No")
_YES = {"yes", "y", "true", "1", "x", "✓"}
_NO = {"no", "n", "false", "0", ""}
_OFFERED = 12


class Choice(Kind):
    """One term of a vocabulary."""

    name = "choice"

    def accept(self, field: Field, value: Any) -> str | None:
        if value is None or value == "":
            return None
        if not isinstance(value, str) or value not in _vocabulary(field):
            raise Unacceptable(f"{quoted(value)} is not allowed here; allowed are {_offer(field)}")
        return value

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.term(_vocabulary(field), value)

    def _read(self, field: Field, text: str, reading: Reading) -> str:
        return _meant(field, text, reading)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "enum": list(_vocabulary(field).keys)}


class Choices(Kind):
    """Several terms of a vocabulary, kept in its order."""

    name = "choices"
    blank = ()

    def accept(self, field: Field, value: Any) -> tuple[str, ...]:
        if isinstance(value, str) or not isinstance(value, list | tuple):
            raise Unacceptable("has to be a list")
        for key in value:
            Choice().accept(field, key)
        return tuple(key for key in _vocabulary(field).keys if key in value)

    def to_plain(self, value: Any) -> Plain:
        return list(value)

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.join(reading.formats.term(_vocabulary(field), key) for key in value)

    def _read(self, field: Field, text: str, reading: Reading) -> tuple[str, ...]:
        whole = _found(field, text, reading)
        if whole is not None:
            return (whole,)
        parts = [part.strip() for part in text.replace("\n", ";").split(";")]
        return tuple(_meant(field, part, reading) for part in parts if part)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "array", "items": Choice().schema(field), "uniqueItems": True}


class Flag(Kind):
    """Yes or no."""

    name = "flag"
    blank = False

    def is_blank(self, value: Any) -> bool:
        return False

    def accept(self, field: Field, value: Any) -> bool:
        if not isinstance(value, bool):
            raise Unacceptable("has to be yes or no")
        return value

    def _show(self, field: Field, value: Any, reading: Reading) -> str:
        return reading.formats.say(YES if value else NO)

    def _read(self, field: Field, text: str, reading: Reading) -> bool:
        word = text.casefold()
        for said, meant in ((YES, True), (NO, False)):
            if word == reading.formats.say(said).casefold():
                return meant
        if word not in _YES | _NO:
            raise Unacceptable(f"{quoted(text)} is neither yes nor no")
        return word in _YES

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "boolean"}


def _vocabulary(field: Field) -> Vocabulary:
    if field.vocabulary is None:
        raise TypeError(f"{field.name} is declared as a choice without a vocabulary")
    return field.vocabulary


def _found(field: Field, text: str, reading: Reading) -> str | None:
    """Return the key of what somebody typed: an own word of the workbook, English, or the language being read."""
    vocabulary, formats, typed = _vocabulary(field), reading.formats, folded(text)
    own = (key for (name, key), word in formats.own_words.items() if name == vocabulary.name and folded(word) == typed)
    said = (key for key in vocabulary.keys if folded(formats.term(vocabulary, key)) == typed)
    return next((key for key in own if key in vocabulary), None) or vocabulary.find(text) or next(said, None)


def _meant(field: Field, text: str, reading: Reading) -> str:
    """Return the key of the term that somebody typed; people are offered titles, where files are offered keys."""
    key = _found(field, text, reading)
    if key is None:
        titles = [reading.formats.term(_vocabulary(field), key) for key in _vocabulary(field).keys]
        raise Unacceptable(f"{quoted(text)} is not allowed here; allowed are {_listed(titles)}")
    return key


def _offer(field: Field) -> str:
    return _listed(_vocabulary(field).keys)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:_OFFERED]) + (" …" if len(words) > _OFFERED else "")
