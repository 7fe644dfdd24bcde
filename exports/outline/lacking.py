"""Which of the users' own words a document shows in another language than its own, or in an old translation."""

from collections.abc import Iterable, Iterator

from exports.edition import Edition
from exports.languages import language_name
from exports.outline.blocks import Block, Document
from exports.outline.reading import texts_of, words_in
from workbook.book import Book
from workbook.formats import Formats
from workbook.translating import Untranslated, grown_old, lacking, named
from workbook.wording import source

_MOST_NAMED = 12
_NOT_TRANSLATED = source("Not translated into {language} ({count}): {fields}.")
_GROWN_OLD = source("Changed since it was translated into {language} ({count}): {fields}.")
_AND_MORE = source("{fields}, and {count} more")


def untranslated(edition: Edition, document: Document) -> str:
    """Return what a document lacks in its languages, in English; "" if it lacks nothing."""
    languages = filter(None, (document.language, document.second_language))
    return " ".join(
        sentence for tag in languages for sentence in _told(edition.book, tag, texts_of(document, tag), Formats())
    )


def told_of_translations(edition: Edition, blocks: Iterable[Block]) -> Iterator[str]:
    """Say what some blocks lack that speak the language of the edition; its book is the one as it is written."""
    return _told(edition.book, edition.formats.language, words_in(blocks), edition.formats)


def _told(book: Book, language: str, shown: Iterable[str], formats: Formats) -> Iterator[str]:
    """Say which fields are not translated, and which changed since they were: a sentence for each, if there are any."""
    words = tuple(shown)
    for sentence, found in (
        (_NOT_TRANSLATED, lacking(book, language, words)),
        (_GROWN_OLD, grown_old(book, language, words)),
    ):
        if found:
            yield _named(sentence, book, language, found, formats)


def _named(sentence: str, book: Book, language: str, lacks: tuple[Untranslated, ...], formats: Formats) -> str:
    """Fill a sentence with the fields that are meant, the first ones by name."""
    parts = list(_grouped(book, lacks, formats))
    fields = formats.listed(parts[:_MOST_NAMED])
    if len(parts) > _MOST_NAMED:
        fields = formats.say(_AND_MORE, fields=fields, count=formats.number(len(parts) - _MOST_NAMED))
    count = formats.number(len(lacks))
    return formats.say(sentence, language=language_name(language, formats), count=count, fields=fields)


def _grouped(book: Book, lacks: tuple[Untranslated, ...], formats: Formats) -> Iterator[str]:
    """Name each record once, with its fields behind it."""
    fields: dict[str, list[str]] = {}
    for record, field in named(book, lacks):
        fields.setdefault(record, []).append(formats.say(field))
    for record, titles in fields.items():
        yield f"{record} ({formats.listed(titles)})"
