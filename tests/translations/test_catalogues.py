"""What is translated keeps what the program puts into it: values in braces, numbering, and spaces at the ends."""

import re
from collections import Counter

import pytest

from exports.languages import DOCUMENT_LANGUAGES
from tests.translations.catalogues import LANGUAGES, read
from tests.translations.contexts import LONGEST, contexts

_BRACES = re.compile(r"\{([^{}=]*)(=?)[^{}]*\}")
_NUMBERING = re.compile(r"\d+(\.\d+)*\.? ")
_COUNT = ("count", "")
_UNJOINED = {
    "es": r"\b(a|de) \{\w+=\??el ",
    "fr": r"\b(à|de) \{\w+=\??les? ",
    "pt": r"\b(a|de|em|por) \{\w+=\??[oa]s? ",
}
"""A preposition before a free value whose article it has to be joined with, as in “a el” for “al”."""


def held_in(text: str) -> Counter[tuple[str, str]]:
    """The names in braces; of a free value only its name counts, because its words are translated."""
    return Counter((found[1], found[2]) for found in _BRACES.finditer(text))


def wrong_in(source: str, said: str, *, counted: bool = False) -> str:
    """Say what a translation has lost; where things are counted, a language may say “one” without a number."""
    wanted, found = held_in(source), held_in(said)
    if counted:
        wanted, found = (Counter({name: 1 for name in held if name != _COUNT}) for held in (wanted, found))
    if wanted != found:
        return f"braces {sorted((wanted - found) + (found - wanted))}"
    if said.count("{") != said.count("}") or sum(found.values()) > said.count("{"):
        return "a brace without its other half"
    numbers = [_NUMBERING.match(text) for text in (source, said)]
    if (numbers[0] and numbers[0][0]) != (numbers[1] and numbers[1][0]):
        return "the number at its beginning"
    edges = [(text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) for text in (source, said)]
    return "" if edges[0] == edges[1] else "spaces at its ends"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_braces_numbering_and_spaces(language: str) -> None:
    wrong = []
    for message in read(language):
        sources = message.id if isinstance(message.id, list | tuple) else (message.id,)
        forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
        if not message.id or not all(forms):
            continue
        for said in forms:
            lost = wrong_in(sources[-1], str(said), counted=len(sources) > 1)
            if lost:
                wrong.append(f"{sources[-1]!r} lost {lost}: {said!r}")
    assert wrong == []


@pytest.mark.parametrize("language", _UNJOINED)
def test_free_values_of_clauses_read_on_from_the_word_before_them(language: str) -> None:
    found = [message.string for message in read(language) if re.search(_UNJOINED[language], str(message.string))]
    assert found == []


@pytest.mark.parametrize(
    ("source", "said", "lost"),
    [
        ("{a} of {b}", "{b} sur {a}", ""),
        ("{a} of {b}", "{a} sur b", "braces"),
        ("{a} of {b}", "{a} sur {b} {b}", "braces"),
        ("by {day=12 May}", "le {day=12 mai}", ""),
        ("by {day=12 May}", "le {jour=12 mai}", "braces"),
        ("by {day=12 May}", "le {day}", "braces"),
        ("{a}", "{a} {", "half"),
        ("1. The parties", "1. Les parties", ""),
        ("1. The parties", "Les parties", "number"),
        (" and no ", " et aucun ", ""),
        (" and no ", " et aucun", "spaces"),
    ],
)
def test_each_loss_is_found(source: str, said: str, lost: str) -> None:
    found = wrong_in(source, said)
    assert lost in found
    assert bool(lost) == bool(found)


def test_a_counted_sentence_may_leave_out_its_number_only() -> None:
    assert wrong_in("{count} days of {name}", "يومان من {name}", counted=True) == ""
    assert wrong_in("{count} days of {name}", "{count} jours", counted=True)
    assert set(LANGUAGES) < set(DOCUMENT_LANGUAGES)


def test_short_words_come_with_what_stands_around_them() -> None:
    found = contexts()
    assert any("Needed" in context for context in found["Missing"])
    assert "said of: Activity, field Status" in found["Blocked"]
    assert any("meeting" in context for context in found["session"])
    assert all(len(message) <= LONGEST for message in found)
