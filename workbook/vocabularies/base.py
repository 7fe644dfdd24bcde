"""What a controlled list of words is.

A plan is compared, merged, checked and sent round in spreadsheets; all of that works only while a choice is stored as
a key that never changes and shown as a title that may be translated. This module holds that one distinction.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_IGNORED_CATEGORIES = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Pd", "Pc"})


class VocabularyError(ValueError):
    """A vocabulary was declared in a way that would make choices ambiguous; this is always a mistake in our code."""


class UnknownTermError(KeyError):
    """A key was asked for that the vocabulary does not have, as happens with a file written by a newer version."""

    def __init__(self, vocabulary: str, key: str) -> None:
        """Remember which list was asked for which key."""
        super().__init__(vocabulary, key)  # both, so that the error can be copied between processes
        self.vocabulary = vocabulary
        self.key = key

    def __str__(self) -> str:
        """Say it as a sentence, where a plain KeyError would show only the key."""
        return f"The vocabulary {self.vocabulary!r} has no term {self.key!r}."


@dataclass(frozen=True, slots=True)
class Term:
    """One choice: the key is stored and never changes, title and help are English source strings to be translated.

    `group` sorts terms of a long list under a heading (the theme of a Culture 2030 indicator) or ties a term to
    another list (the foundation that a health statement belongs to). It is empty where there is nothing to sort.
    """

    key: str
    title: str
    help: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """An ordered list of terms, so that forms, spreadsheets, checks and importers all offer the same choices.

    The order is the order in which people see the terms. Lookups are worked out once, at construction, and
    construction refuses (`VocabularyError`) two terms that a reader or an importer could not tell apart.
    """

    name: str
    terms: tuple[Term, ...]
    keys: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _by_key: dict[str, Term] = field(init=False, repr=False, compare=False)
    _by_spelling: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the lookups and refuse what would make them ambiguous."""
        object.__setattr__(self, "keys", tuple(term.key for term in self.terms))
        object.__setattr__(self, "_by_key", _index_keys(self.name, self.terms))
        object.__setattr__(self, "_by_spelling", _index_spellings(self.name, self.terms))

    def __contains__(self, key: object) -> bool:
        """Tell whether this key is one of ours; anything that is not a key simply is not."""
        return isinstance(key, str) and key in self._by_key

    def __getitem__(self, key: str) -> Term:
        """Return the term with this key, or raise `UnknownTermError`."""
        try:
            return self._by_key[key]
        except KeyError:
            raise UnknownTermError(self.name, key) from None

    def __iter__(self) -> Iterator[Term]:
        """Walk over the terms in the order in which people see them."""
        return iter(self.terms)

    def __len__(self) -> int:
        """Count the terms."""
        return len(self.terms)

    def title(self, key: str) -> str:
        """Return the English title of a key, or raise `UnknownTermError`."""
        return self[key].title

    def in_group(self, group: str) -> tuple[Term, ...]:
        """Return the terms of one group in order, such as the statements that belong to one foundation."""
        return tuple(term for term in self.terms if term.group == group)

    def find(self, text: str) -> str | None:
        """Return the key meant by what somebody typed into a spreadsheet, or None if no term is meant.

        A key, a title, or a key followed by its title all count. Upper and lower case, spaces, hyphens and
        underscores make no difference, and "&" reads as "and"; nothing is guessed beyond that.
        """
        return self._by_spelling.get(folded(text))


def folded(text: str) -> str:
    """Reduce a spelling to what has to agree for two people to mean the same term."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", "and")
    return "".join(char for char in plain if unicodedata.category(char) not in _IGNORED_CATEGORIES)


def _index_keys(name: str, terms: tuple[Term, ...]) -> dict[str, Term]:
    by_key: dict[str, Term] = {}
    for term in terms:
        if not folded(term.key) or not folded(term.title):
            message = f"Vocabulary {name!r}: a term needs both a key and a title, but {term!r} lacks one."
            raise VocabularyError(message)
        if term.key in by_key:
            message = f"Vocabulary {name!r}: the key {term.key!r} is used twice."
            raise VocabularyError(message)
        by_key[term.key] = term
    return by_key


def _index_spellings(name: str, terms: tuple[Term, ...]) -> dict[str, str]:
    by_spelling: dict[str, str] = {}
    for term in terms:
        # A coded list shows its code in front of the words ("11.4 Heritage"); people type either half or both.
        words = term.title.removeprefix(f"{term.key} ")
        for spelling in (term.key, term.title, words, f"{term.key} {words}"):
            owner = by_spelling.setdefault(folded(spelling), term.key)
            if owner != term.key:
                message = f"Vocabulary {name!r}: {spelling!r} could mean {owner!r} or {term.key!r}."
                raise VocabularyError(message)
    return by_spelling
