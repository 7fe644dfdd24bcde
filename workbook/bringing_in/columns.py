"""Which column of a table is which field, and what kind of records its rows are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from workbook.bringing_in.kinds_of_rows import ROW_KINDS, RowKind, Spellings
from workbook.bringing_in.sheets import Cell, text_of
from workbook.bringing_in.tables import Knows, Table
from workbook.fields import Field
from workbook.training.words import plain

NEAR = 0.86
"""How much alike a heading has to be to a known one: “Organistion” is found, “Partners” and “Parents” are not."""
_CLEAR_LEAD = 1.5
_LEAST = 1.6
_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]\s*")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TWICE = re.compile(r" \(\d+\)$")


@dataclass(frozen=True)
class Match:
    """What the columns of a table are taken for: the name of a field for each, "" for what is left out."""

    kind: RowKind
    fields: tuple[str, ...]
    score: float

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the fields without whose columns no row can be taken, as far as there are none."""
        return tuple(name for name in self.kind.needed if name not in self.fields)

    @property
    def has_label(self) -> bool:
        """Say whether there is a column for all that a row needs."""
        return not self.missing


def knows_headings(spellings: Spellings) -> Knows:
    """Return what tells whether some text is a heading of any kind of rows."""
    known = {word for kind in ROW_KINDS.values() for word in _headings(kind, spellings)}

    def knows(text: str) -> bool:
        return len(text) < 60 and bool(known & set(_written(text)))

    return knows


def matches(table: Table, spellings: Spellings) -> tuple[Match, ...]:
    """Return how the table reads as each kind of records, the likeliest first."""
    found = [matched(table, kind, spellings) for kind in ROW_KINDS.values()]
    return tuple(sorted(found, key=lambda match: (not match.has_label, -match.score)))


def likeliest(found: Sequence[Match]) -> Match | None:
    """Return the one kind that the rows must be, or None where two are as likely or none is."""
    able = [match for match in found if match.has_label and match.score >= _LEAST]
    if not able or (len(able) > 1 and able[0].score < able[1].score + _CLEAR_LEAD):
        return None
    return able[0]


def matched(table: Table, kind: RowKind, spellings: Spellings) -> Match:
    """Match the columns by their headings, then those left by nearly the same headings, then by what they hold."""
    known = _headings(kind, spellings)
    fields = [""] * len(table.headings)
    score = 0.0
    for reads, weight in ((_exactly, 1.0), (_nearly, 0.8)):
        for place, heading in enumerate(table.headings):
            name = "" if fields[place] else reads(_TWICE.sub("", heading), known)
            if name and name not in fields and _can_hold(kind, name, table.column(place), spellings):
                fields[place] = name
                score += weight * _weight(kind, name)
    if "email" in kind.record_type.by_name and "email" not in fields:
        for place, name in enumerate(fields):
            held = table.column(place)
            if not name and held and all(_EMAIL.fullmatch(text_of(cell)) for cell in held):
                fields[place] = "email"
                score += 1
                break
    return Match(kind, tuple(fields), score)


def _headings(kind: RowKind, spellings: Spellings) -> dict[str, str]:
    return kind.headings(spellings)


def _written(heading: str) -> tuple[str, ...]:
    """Return the ways to read a heading: as it stands, and without what is in brackets."""
    whole = _CAMEL.sub(" ", heading.replace("_", " "))
    return tuple(dict.fromkeys((plain(whole), plain(_BRACKETS.sub(" ", whole)), plain(heading))))


def _exactly(heading: str, known: dict[str, str]) -> str:
    return next((known[word] for word in _written(heading) if word in known), "")


def _nearly(heading: str, known: dict[str, str]) -> str:
    word = _written(heading)[-1]
    if len(word) < 5 or len(word) > 60:
        return ""
    best = max(known, key=lambda other: _likeness(word, other))
    return known[best] if _likeness(word, best) >= NEAR else ""


@lru_cache(maxsize=8192)
def _likeness(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > 4 or not other:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _weight(kind: RowKind, name: str) -> float:
    if name == kind.record_type.label:
        return 2.0
    declared = kind.record_type.by_name.get(name)
    if declared is None or name in ("note", "source", "code"):
        return 0.3
    return 1.5 if declared.kind in ("money", "date", "number", "whole", "percent") or declared.required else 1.0


def _can_hold(kind: RowKind, name: str, cells: list[Cell], spellings: Spellings) -> bool:
    """Say whether most of a column could be such a value: words are no amounts, numbers no names, towns no states."""
    declared = kind.record_type.by_name.get(name)
    if declared is None or not cells:
        return True
    some = cells[:200]
    if declared.vocabulary is not None:
        said = {plain(word) for term in declared.vocabulary.terms for word in (term.key, *spellings(term.title))}
        return sum(any(plain(part) in said for part in text_of(cell).split(";")) for cell in some) * 2 >= len(some)
    return sum(_fits(declared, cell) for cell in some) * 2 >= len(some)


def _fits(declared: Field, cell: Cell) -> bool:
    text = text_of(cell)
    if declared.kind in ("money", "number", "whole", "percent", "date"):
        return any(char.isdigit() for char in text) or len(text) < 3
    if declared.kind == "line" and declared.name in ("name", "title"):
        return any(char.isalpha() for char in text)
    return True
