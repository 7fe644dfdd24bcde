"""Nothing that a document says escapes the translators."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from exports import agreement, brief, report
from exports.edition import Edition
from exports.outline import Document
from tests.golden.plans import edition, example
from tests.translations import pseudo
from tests.translations.catalogues import LANGUAGES, read
from tests.translations.sources import messages
from workbook.book import Book
from workbook.records import Agreement, Report

Maker = Callable[[Edition], Document]


def _agreement(made: Edition) -> Document:
    return agreement.document(made, made.book.all(Agreement)[0].id)


def _report(made: Edition) -> Document:
    return report.document(made, made.book.all(Report)[0].id if made.book.count("reports") else None)


def _brief(made: Edition) -> Document:
    return brief.document(made, made.book.all(Report)[0].id if made.book.count("reports") else None)


@pytest.mark.parametrize("make", [_agreement, _report, _brief])
@pytest.mark.parametrize("book", [example(), Book.empty()], ids=["example", "blank"])
def test_a_document_says_nothing_that_cannot_be_translated(make: Maker, book: Book) -> None:
    if make is _agreement and not book.count("agreements"):
        pytest.skip("a blank plan has no agreement")
    made = replace(edition(book), formats=pseudo.formats())

    assert pseudo.unmarked(make(made), book) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_hold_each_source_string_and_no_other(language: str) -> None:
    held = {
        message.id if isinstance(message.id, str) else tuple(message.id) for message in read(language) if message.id
    }

    assert held == set(messages()), "make translations"
