"""Which of the users' own words a document shows in another language than its own, said in one sentence."""

from collections.abc import Iterable, Iterator

from exports.edition import Edition
from exports.languages import language_name
from exports.outline.blocks import Block, Document
from exports.outline.reading import texts_of, words_in
from workbook.book import Book
from workbook.formats import Formats
from workbook.translating import Untranslated, lacking, named
from workbook.wording import source

_MOST_NAMED = 12
_NOT_TRANSLATED = source("Not translated into {language} ({count}): {fields}.")
_AND_MORE = source("{fields}, and {count} more")


def untranslated(edition: Edition, document: Document) -> str:
    """Return what a document lacks in its languages, in English; "" if it lacks nothing."""
    languages = filter(None, (document.language, document.second_language))
    found = ((tag, lacking(edition.book, tag, texts_of(document, tag))) for tag in languages)
    said = (not_translated(edition.book, tag, lacks, Formats()) for tag, lacks in found if lacks)
    return " ".join(said)


def lacking_in(edition: Edition, blocks: Iterable[Block]) -> tuple[Untranslated, ...]:
    """Return what some blocks lack that speak the language of the edition; its book is the one as it is written."""
    return lacking(edition.book, edition.formats.language, words_in(blocks))


def not_translated(book: Book, language: str, lacks: tuple[Untranslated, ...], formats: Formats) -> str:
    """Say in a sentence which fields are meant, the first ones by name."""
    parts = list(_grouped(book, lacks, formats))
    fields = "; ".join(parts[:_MOST_NAMED])
    if len(parts) > _MOST_NAMED:
        fields = formats.say(_AND_MORE, fields=fields, count=formats.number(len(parts) - _MOST_NAMED))
    count = formats.number(len(lacks))
    return formats.say(_NOT_TRANSLATED, language=language_name(language, formats), count=count, fields=fields)


def _grouped(book: Book, lacks: tuple[Untranslated, ...], formats: Formats) -> Iterator[str]:
    """Name each record once, with its fields behind it."""
    fields: dict[str, list[str]] = {}
    for record, field in named(book, lacks):
        fields.setdefault(record, []).append(formats.say(field))
    for record, titles in fields.items():
        yield f"{record} ({', '.join(titles)})"
