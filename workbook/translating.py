"""The user's own words in another language: which there are, putting them in place, what lacks them or outgrew them."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.fields import Field
from workbook.identity import derived_id
from workbook.kinds import KINDS, Unacceptable
from workbook.records import RECORD_TYPES, Record, RecordType, Translation

_NOT_IN_DOCUMENTS = ("translations", "attachments", "snapshots", "seals", "acceptances", "thresholds", "drift_classes")
_NAMES = frozenset(
    {
        ("plan", "municipality"), ("partners", "name"), ("partners", "legal_name"), ("partners", "short_name"),
        ("partners", "registration"), ("partners", "address"), ("contacts", "position"), ("agreements", "place"),
        ("agreements", "governing_law"), ("signatures", "place"),
    }
)  # fmt: skip
"""Fields that may have another wording, but that nobody has to be asked for: names are the same in every language."""
_CODES = frozenset(
    {
        ("plan", "country"), ("plan", "currency"), ("plan", "language"), ("capacity_actions", "language"),
        ("partners", "website"), ("agreements", "version"),
    }
)  # fmt: skip
"""Lines that hold no words at all."""
_BLANKS = re.compile(r"\{[^{}]*\}")


class Untranslated(NamedTuple):
    """A field whose words a document in another language shows as they are, or as they were before a change."""

    type: str
    id: str
    field: str


@cache
def translatable(type_name: str) -> tuple[Field, ...]:
    """Return the fields of a type that hold words: lines and texts that are no code, no key and no address."""
    record_type = RECORD_TYPES[type_name]
    if type_name in _NOT_IN_DOCUMENTS:
        return ()
    return tuple(one for one in record_type.fields if _holds_words(record_type, one))


def _holds_words(record_type: RecordType, field: Field) -> bool:
    said_by_us = field.internal or field.fixed or field.name in ("code", "topic", *record_type.key)
    holds = field.kind in ("line", "text") and (record_type.name, field.name) not in _CODES
    return holds and not (said_by_us or field.pattern or field.personal)


def same_language(tag: str, other: str) -> bool:
    """Say whether two tags name one language, wherever it is spoken."""
    return _main(tag) == _main(other)


def _main(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def translated(book: Book, type_name: str, record_id: str, name: str, language: str) -> str | None:
    """Return what a field says in a language; None where nobody wrote that down.

    Without a translation for just this place a text in the same language elsewhere is taken: ``fr`` for ``fr-CA``.
    """
    found = _translation(book, type_name, record_id, name, language)
    return None if found is None else found.wording


def _translation(book: Book, type_name: str, record_id: str, name: str, language: str) -> Translation | None:
    for tag in dict.fromkeys((language, _main(language))):
        found = book.one(Translation, derived_id("translations", type_name, record_id, name, tag))
        if found is not None:
            return found
    return None


def fingerprint_of_words(words: str) -> str:
    """Return what words are known by that were translated: enough of it to tell them from others."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def has_grown_old(book: Book, type_name: str, record_id: str, name: str, language: str) -> bool:
    """Say whether the words of a field changed since they were translated into a language."""
    found = _translation(book, type_name, record_id, name, language)
    if found is None or not found.original:
        return False
    return found.original != fingerprint_of_words(str(getattr(book.get(type_name, record_id), name, "")))


def in_language(book: Book, language: str) -> Book:
    """Return the book as a document in this language shows it, with the users' own words in the language it has them.

    Only for showing: what comes back from outside is compared with the book itself. A translation that its field
    cannot hold counts for nothing. It costs as much as there are translations.
    """
    fields: dict[tuple[str, str], set[str]] = {}
    for one in book.all(Translation):
        if one.language in (language, _main(language)):
            fields.setdefault((one.record_type, one.record_id), set()).add(one.field)
    changes = [_spoken(book, type_name, record_id, names, language) for (type_name, record_id), names in fields.items()]
    made = [change for change in changes if change is not None]
    return book.apply(made) if made else book


def _spoken(book: Book, type_name: str, record_id: str, names: set[str], language: str) -> Change | None:
    record_type = RECORD_TYPES.get(type_name)
    record = book.get(type_name, record_id) if record_type else None
    if record_type is None or record is None:
        return None
    values: dict[str, object] = {}
    for field in translatable(type_name):
        said = translated(book, type_name, record_id, field.name, language) if field.name in names else None
        if said and getattr(record, field.name):
            try:
                values[field.name] = KINDS[field.kind].accept(field, said)
            except Unacceptable:
                continue
    return change_between(record_type, record, _with(record, values))


def _with(record: Record, values: dict[str, object]) -> Record:
    return msgspec.structs.replace(record, **values)


def lacking(book: Book, language: str, shown: Iterable[str]) -> tuple[Untranslated, ...]:
    """Return the fields whose words a document in this language shows untranslated.

    `book` is the one before `in_language`, `shown` all that stands in the document: so only those fields count that
    this very document shows, whatever it was made of. Nothing is lacking in the language of the plan.
    """
    if same_language(language, book.plan.language or "en"):
        return ()
    whole = _plainly(" ".join(shown))
    return tuple(
        Untranslated(type_name, record.id, field.name)
        for type_name in RECORD_TYPES
        for record in book.records(type_name)
        for field in translatable(type_name)
        if (type_name, field.name) not in _NAMES
        and _is_shown(str(getattr(record, field.name)), whole)
        and translated(book, type_name, record.id, field.name, language) is None
    )


def grown_old(book: Book, language: str, shown: Iterable[str]) -> tuple[Untranslated, ...]:
    """Return the fields that a document in this language shows in a translation of what they do not say any more."""
    whole = _plainly(" ".join(shown))
    found = (one for one in book.all(Translation) if one.record_type in RECORD_TYPES and _is_shown(one.wording, whole))
    return tuple(
        Untranslated(one.record_type, one.record_id, one.field)
        for one in found
        if one is _translation(book, one.record_type, one.record_id, one.field, language)
        and has_grown_old(book, one.record_type, one.record_id, one.field, language)
    )


def _is_shown(text: str, whole: str) -> bool:
    """Say whether words stand in a document; of a clause its longest part between two blanks."""
    words = max(map(_plainly, _BLANKS.split(text)), key=len)
    if not any(char.isalpha() for char in words) or words not in whole:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", whole))


def _plainly(text: str) -> str:
    return " ".join(text.casefold().split())


def named(book: Book, lacks: Iterable[Untranslated]) -> Iterator[tuple[str, str]]:
    """Name the records and, in source words, the fields that lack a translation, one pair for each field."""
    for one in lacks:
        record = RECORD_TYPES[one.type]
        name = book.plan.title if one.type == "plan" else book.label(one.type, one.id)
        yield name or record.title, record.by_name[one.field].title
