"""Nothing that a document says escapes the translators."""

from dataclasses import replace

import pytest

from exports.catalogue import Wanted, outline_of
from exports.kinds import KINDS, DocumentKind
from tests.golden.plans import edition, example
from tests.translations import pseudo
from tests.translations.catalogues import LANGUAGES, read
from tests.translations.sources import messages
from workbook.book import Book

PAGED = [kind for kind in KINDS.values() if kind.has_pages]


@pytest.mark.parametrize("kind", PAGED, ids=lambda kind: kind.key)
@pytest.mark.parametrize("book", [example(), Book.empty()], ids=["example", "blank"])
def test_a_document_says_nothing_that_cannot_be_translated(kind: DocumentKind, book: Book) -> None:
    about = next((record.id for record in book.records(kind.subject)), "") if kind.subject else ""
    if kind.needs_subject and not about:
        pytest.skip("a blank plan has nothing that this document is about")
    made = outline_of(kind, replace(edition(book), formats=pseudo.formats()), Wanted(about))

    assert pseudo.unmarked(made, book) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_hold_each_source_string_and_no_other(language: str) -> None:
    held = {
        message.id if isinstance(message.id, str) else tuple(message.id) for message in read(language) if message.id
    }

    assert held == set(messages()), "make translations"
