"""The library of mechanisms as plain data: what each is, what it asks for, and where that was read (domain.md 8)."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from workbook import vocabularies as terms
from workbook.vocabularies.base import Vocabulary


class UnusableMechanisms(ValueError):  # noqa: N818 - a verdict about a file that comes with the program
    """A file of the library is not in the form that its README describes."""


class LibraryActivity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Work that usually belongs to the mechanism; `roles` gives letters of RACI by sector."""

    title: str
    category: str
    roles: dict[str, str]


class LibraryNeed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A resource that is usually needed."""

    title: str
    category: str
    type: str


class LibraryIndicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that is usually counted."""

    title: str
    unit: str
    frequency: str
    level: str


class LibraryMechanism(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry. `confirmed` says what was found in the text behind `url` on the day `checked`."""

    key: str
    title: str
    summary: str
    level: str
    driver_type: str
    sectors: tuple[str, ...]
    urban_challenges: tuple[str, ...]
    responsibilities: tuple[LibraryActivity, ...]
    needs: tuple[LibraryNeed, ...]
    indicators: tuple[LibraryIndicator, ...]
    preconditions: str
    watch_outs: str
    example: str
    source_title: str
    url: str
    checked: datetime.date
    confirmed: str

    @property
    def words(self) -> str:
        """Everything that a search looks at, in small letters."""
        work = (one.title for one in self.responsibilities)
        needs = (one.title for one in self.needs)
        counted = (one.title for one in self.indicators)
        found = (self.title, self.summary, self.example, self.preconditions, self.watch_outs, *work, *needs, *counted)
        return " ".join(found).casefold()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for in the library; what is empty does not matter."""

    text: str = ""
    challenge: str = ""
    level: str = ""
    sector: str = ""

    def fits(self, entry: LibraryMechanism) -> bool:
        """Say whether an entry has every word, and the challenge, level and sector."""
        words = entry.words
        return (
            all(word in words for word in self.text.casefold().split())
            and (not self.challenge or self.challenge in entry.urban_challenges)
            and (not self.level or self.level == entry.level)
            and (not self.sector or self.sector in entry.sectors)
        )


def read_mechanisms(data: Mapping[str, Any]) -> tuple[LibraryMechanism, ...]:
    """Read one parsed file of the library (format 1); raise `UnusableMechanisms` where it is not what it should be."""
    if data.get("format") != 1:
        raise UnusableMechanisms(f"The library of mechanisms has the format {data.get('format')!r}; 1 was expected.")
    try:
        entries = msgspec.convert(data.get("mechanism", []), tuple[LibraryMechanism, ...])
    except msgspec.ValidationError as error:
        raise UnusableMechanisms(f"The library of mechanisms cannot be read: {error}.") from None
    problems = [problem for entry in entries for problem in _problems(entry)]
    if problems:
        raise UnusableMechanisms(" ".join(problems))
    return entries


def _problems(entry: LibraryMechanism) -> Iterator[str]:
    for vocabulary, key in _choices(entry):
        if key not in vocabulary:
            yield f"{entry.key}: {key!r} is not in {vocabulary.name}."
    for activity in entry.responsibilities:
        letters = "".join(activity.roles.values())
        if letters.count("A") != 1 or "R" not in letters:
            yield f"{entry.key}: “{activity.title}” needs exactly one A and at least one R."


def _choices(entry: LibraryMechanism) -> Iterator[tuple[Vocabulary, str]]:
    yield terms.LEVELS, entry.level
    yield terms.DRIVER_TYPES, entry.driver_type
    yield from ((terms.SECTORS, sector) for sector in entry.sectors)
    yield from ((terms.URBAN_CHALLENGES, challenge) for challenge in entry.urban_challenges)
    for activity in entry.responsibilities:
        yield terms.ACTIVITY_CATEGORIES, activity.category
        for sector, letters in activity.roles.items():
            yield terms.SECTORS, sector
            yield from ((terms.RACI, letter) for letter in letters)
    for need in entry.needs:
        yield terms.RESOURCE_CATEGORIES, need.category
        yield terms.CONTRIBUTION_TYPES, need.type
    for indicator in entry.indicators:
        yield terms.FREQUENCIES, indicator.frequency
        yield terms.INDICATOR_LEVELS, indicator.level
