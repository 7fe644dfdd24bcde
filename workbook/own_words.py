"""The words that a workbook has of its own for the terms of vocabularies, such as “protocol” (domain.md 10.6)."""

from dataclasses import replace

from workbook.book import Book
from workbook.formats import Formats
from workbook.records import TermName


def with_own_words(formats: Formats, book: Book) -> Formats:
    """Return formats that say the terms of vocabularies as this workbook does.

    An own word is said in every language: whoever chose it meant this word and no translation of ours.
    """
    own = {(held.vocabulary, held.term): held.title for held in book.all(TermName) if held.title}
    return replace(formats, own_words=own) if own or formats.own_words else formats
