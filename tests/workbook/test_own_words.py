"""What a city calls a term is what its documents call it, and what is understood when it comes back."""

import pytest

from exports.outline.showing import Showing
from tests.golden.plans import Maker, edition
from tests.translations import pseudo
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading, Unacceptable
from workbook.own_words import with_own_words
from workbook.records import RECORD_TYPES, Agreement

LEVEL = RECORD_TYPES["agreements"].by_name["level"]


def renamed() -> Maker:
    maker = Maker().plan(title="Hall")
    maker.add("term_names", vocabulary="agreement_levels", term="mou", title="Protocol")
    maker.add("agreements", title="Paper", level="mou")
    return maker


def test_documents_say_the_own_word_in_every_language() -> None:
    book = renamed().book
    assert Showing(edition(book)).field(book.all(Agreement)[0], "level") == "Protocol"
    assert with_own_words(pseudo.formats(), book).term(LEVEL.vocabulary, "mou") == "Protocol"  # type: ignore[arg-type]
    assert with_own_words(Formats(), Maker().plan(title="x").book) == Formats()


@pytest.mark.parametrize("typed", ["Protocol", " protocol ", "mou"])
def test_the_own_word_is_read_as_well_as_ours(typed: str) -> None:
    reading = Reading(with_own_words(Formats(), renamed().book))
    assert KINDS["choice"].read(LEVEL, typed, reading) == "mou"


def test_a_word_that_nobody_chose_is_refused_with_the_own_words_on_offer() -> None:
    reading = Reading(with_own_words(Formats(), renamed().book))
    for typed in ("–", "Treaty"):
        with pytest.raises(Unacceptable, match="Protocol"):
            KINDS["choice"].read(LEVEL, typed, reading)
