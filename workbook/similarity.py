"""Finds records that may be there already under a slightly different name, so that nobody is entered twice."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from workbook.book import Book
from workbook.records import Record

SIMILAR_BY: dict[str, tuple[str, ...]] = {
    "partners": ("name", "legal_name", "short_name"),
    "contacts": ("name",),
}
"""By which fields records of a type are compared; types that are not here are never found alike."""

CLOSE_ENOUGH = 0.86
"""Share of letters in common from which two names are worth a look; below it, names of one city all look alike."""
SHORTEST = 3
"""Letters that have to be typed before anything is looked for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEGAL_FORMS = _words(
    "ab ag asbl as bv bvba cic cio co corp doo eg ev gbr ggmbh gmbh inc incorporated kft kg lda limited llc llp ltd "
    "ltda mbh nv ohg onlus oo oy oyj plc pty pvt sa sarl sas sasu scs sl slu spa sprl srl sro ug vzw"
)
_SMALL_WORDS = _words("a an and das de del della der des di die du el et for fur in la las le les los of the und y")
_LONG_FORMS = {
    "acad": "academy",
    "assn": "association",
    "assoc": "association",
    "center": "centre",
    "ctr": "centre",
    "dept": "department",
    "dpt": "department",
    "govt": "government",
    "inst": "institute",
    "intl": "international",
    "mun": "municipality",
    "mus": "museum",
    "natl": "national",
    "org": "organisation",
    "organization": "organisation",
    "soc": "society",
    "st": "saint",
    "tech": "technology",
    "theater": "theatre",
    "uni": "university",
    "univ": "university",
}
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "&": " ", "+": " "})


@dataclass(frozen=True, slots=True)
class Similar:
    """A record that may be the one that is being entered; `why` completes “This looks like …, ”."""

    record: Record
    why: str


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """Return what makes a name out, in the order of the alphabet.

    Case, accents, punctuation, legal forms (GmbH, Ltd, e.V., asbl), small words and the order of words say nothing
    about who is meant, and abbreviations such as “Univ.” are written out.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = "".join(char if char.isalnum() else "" if char in ".'’" else " " for char in plain)
    words = [_LONG_FORMS.get(word, word) for word in plain.split()]
    telling = [word for word in words if word not in _LEGAL_FORMS and word not in _SMALL_WORDS]
    return tuple(sorted(telling or words))


def likeness(one: str, other: str) -> float:
    """Return how much alike two names are, from 0 to 1; 1 is the same name written differently."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    fewer, more = sorted((first, second), key=len)
    if len(fewer) > 1 and set(fewer) <= set(more):
        return 0.95
    matcher = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False)
    if matcher.real_quick_ratio() < CLOSE_ENOUGH or matcher.quick_ratio() < CLOSE_ENOUGH:
        return 0.0
    return matcher.ratio()


class SimilarRecords:
    """The records of one type as the book holds them, ready to be compared while somebody types."""

    def __init__(self, book: Book, type_name: str) -> None:
        self.table = book.table(type_name)
        self.type_name = type_name
        self._records = book.records(type_name)
        self._by_start: dict[str, set[int]] = defaultdict(set)
        self._by_email: dict[str, set[int]] = defaultdict(set)
        for place, record in enumerate(self._records):
            for name in self._names(record):
                for word in words_of(name):
                    self._by_start[word[:SHORTEST]].add(place)
            email = _email(getattr(record, "email", ""))
            if email:
                self._by_email[email].add(place)

    def find(self, given: Mapping[str, str], but: str = "", most: int = 3) -> tuple[Similar, ...]:
        """Return the records that look like what was typed, the most alike first, without the record `but`."""
        found: dict[str, tuple[float, Similar]] = {}
        name = given.get("name", "").strip()
        if len(name) >= SHORTEST and self.type_name in SIMILAR_BY:
            places = set().union(*(self._by_start.get(word[:SHORTEST], ()) for word in words_of(name)))
            for place in sorted(places):
                record = self._records[place]
                score = max(likeness(name, other) for other in self._names(record))
                if score >= CLOSE_ENOUGH:
                    why = "the same name" if score == 1 else "a similar name"
                    found[record.id] = (score, Similar(record, why))
        for place in sorted(self._by_email.get(_email(given.get("email", "")), ())):
            record = self._records[place]
            found[record.id] = (2.0, Similar(record, "the same e-mail address"))
        found.pop(but, None)
        ranked = sorted(found.values(), key=lambda one: -one[0])
        return tuple(similar for _score, similar in ranked[:most])

    def _names(self, record: Record) -> list[str]:
        names = (str(getattr(record, field)) for field in SIMILAR_BY.get(self.type_name, ()))
        return [name for name in names if name.strip()]


def _email(text: str) -> str:
    return text.strip().casefold()
