"""Which column of a table is which field, and what kind of records its rows are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from workbook.bringing_in.keeping import Columns, columns_of
from workbook.bringing_in.kinds_of_rows import OF_OWNER, ROW_KINDS, RowKind, Spellings, of_owner
from workbook.bringing_in.looks import looks_like
from workbook.bringing_in.periods import periods_of
from workbook.bringing_in.sheets import Cell, text_of
from workbook.bringing_in.tables import BY_ITEM, BY_PERIOD, Knows, Table
from workbook.bringing_in.unfolding import Means
from workbook.fields import Field
from workbook.training.words import plain

NEAR = 0.86
"""How much alike a heading has to be to a known one: “Organistion” is found, “Partners” and “Parents” are not."""
_CLEAR_LEAD = 1.5
_LEAST = 1.6
_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]\s*")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_COUNTED = re.compile(r"^(?:total|number of|nombre de|numero de|anzahl)\s+")
_TWICE = re.compile(r" \(\d+\)$")


@dataclass(frozen=True)
class Match:
    """What the columns of a table are taken for: the name of a field for each, `KEPT`, or "" for what is left out."""

    kind: RowKind
    fields: tuple[str, ...]
    score: float

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the fields without whose columns no row can be taken, as far as there are none."""
        stands_in = bool(set(self.kind.instead) & set(self.fields))
        label = self.kind.record_type.label
        return tuple(name for name in self.kind.needed if name not in self.fields and not (stands_in and name == label))

    @property
    def has_label(self) -> bool:
        """Say whether there is a column for all that a row needs."""
        return not self.missing


class Looked(NamedTuple):
    """A table that was looked at: what is known of its columns, and how it reads as each kind, the likeliest first."""

    table: Table
    columns: Columns
    found: tuple[Match, ...]

    def as_kind(self, type_name: str, spellings: Spellings) -> Match:
        """Return how the table reads as one kind of rows."""
        known = next((match for match in self.found if match.kind.type_name == type_name), None)
        return known or matched(self.table, ROW_KINDS[type_name], spellings, self.columns)

    @property
    def promise(self) -> tuple[bool, bool, float, int]:
        """Say how likely the table is the one that somebody wants; the larger, the likelier."""
        best = self.found[0]
        is_whole = self.table.folded is None or self.table.layout != BY_ITEM
        return best.has_label, is_whole, best.score, len(self.table.rows)


def look_at(table: Table, spellings: Spellings) -> Looked:
    """Look at a table once, for all that is asked about it then."""
    columns = columns_of(table, spellings)
    is_by_period = table.folded is not None and table.layout == BY_PERIOD
    kinds = [kind for kind in ROW_KINDS.values() if kind.by_period or not is_by_period]
    found = [matched(table, kind, spellings, columns) for kind in kinds]
    found.sort(key=lambda match: (not match.has_label, -match.score))
    return Looked(table, columns, tuple(found))


def knows_headings(spellings: Spellings) -> Knows:
    """Return what tells whether some text is a heading of any kind of rows."""
    known = {word for kind in ROW_KINDS.values() for word in _headings(kind, spellings)}

    def knows(text: str) -> bool:
        return len(text) < 60 and bool(known & set(_written(text)))

    return knows


def meanings(spellings: Spellings) -> Means:
    """Return what tells whether a heading is over names of indicators, or over amounts of money."""
    readings, resources = (_headings(ROW_KINDS[name], spellings) for name in ("readings", "resources"))
    only_money = {word: name for word, name in resources.items() if name == "value" and word not in readings}

    def means(text: str) -> str:
        return "indicator" if _exactly(text, readings) == "indicator" else _exactly(text, only_money)

    return means


def matches(table: Table, spellings: Spellings) -> tuple[Match, ...]:
    """Return how the table reads as each kind of records, the likeliest first."""
    return look_at(table, spellings).found


def likeliest(found: Sequence[Match]) -> Match | None:
    """Return the one kind that the rows must be, or None where two are as likely or none is."""
    able = [match for match in found if match.has_label and match.score >= _LEAST]
    if not able or (len(able) > 1 and able[0].score < able[1].score + _CLEAR_LEAD):
        return None
    return able[0]


def matched(table: Table, kind: RowKind, spellings: Spellings, columns: Columns | None = None) -> Match:
    """Match the columns by their headings, then those left by nearly the same headings, then by what they hold."""
    columns = columns or columns_of(table, spellings)
    known = _headings(kind, spellings)
    fields = [""] * len(table.headings)
    score = 0.0
    named = list(enumerate(table.headings))
    if table.folded is not None and table.layout == BY_PERIOD:
        named.reverse()  # the figures stand last, and come before what else could be one
    for reads, weight in ((_exactly, 1.0), (_nearly, 0.8)):
        for place, heading in named:
            is_open = not fields[place] and place not in columns.of_periods
            name = reads(_TWICE.sub("", heading), known) if is_open else ""
            if name and name not in fields and _can_hold(kind, name, table.column(place), spellings):
                fields[place] = name
                score += 0 if place in table.made else weight * _weight(kind, name)
    score += _match_owners(table, kind, fields, spellings)
    _match_by_content(table, kind, fields)
    if kind.instead and kind.record_type.label not in fields and table.folded is None:
        score /= 2
    return Match(kind, columns.with_kept(kind, fields), score)


def _match_owners(table: Table, kind: RowKind, fields: list[str], spellings: Spellings) -> float:
    """Find columns that say something about the partner of each contact; return how much that counts."""
    told, score = of_owner(kind), 0.0
    owners = ROW_KINDS["partners"]
    known = _headings(owners, spellings) if told and "partner" in fields else {}
    for place, heading in enumerate(table.headings):
        name = _exactly(_TWICE.sub("", heading), known) if known and not fields[place] else ""
        is_free = name in told and f"{OF_OWNER}{name}" not in fields
        if is_free and _can_hold(owners, name, table.column(place), spellings):
            fields[place] = f"{OF_OWNER}{name}"
            score += _weight(owners, name)
    return score


def _match_by_content(table: Table, kind: RowKind, fields: list[str]) -> None:
    """Find columns whose heading is not known, by how they look and by what tells readings of a day apart."""
    for name, look in kind.looks.items():
        open_places = (place for place, taken in enumerate(fields) if not taken and place not in table.made)
        found = next((place for place in open_places if looks_like(look, table.column(place))), None)
        if name not in fields and found is not None:
            fields[found] = name
    if kind.type_name == "readings" and "breakdown" not in fields:
        part = _part_of_readings(table, fields)
        if part is not None:
            fields[part] = "breakdown"


def _part_of_readings(table: Table, fields: Sequence[str]) -> int | None:
    """Return the column without which several rows would be one reading: the district, the organisation."""
    key = [place for place, name in enumerate(fields) if name in ("indicator", "date")]
    rows = [row for row in table.rows if not row.is_sum]
    keys = [tuple(text_of(row.cells[place]) for place in key) for row in rows]
    if len(key) < 2 or len(set(keys)) == len(keys):
        return None
    for place, name in enumerate(fields):
        if not name and place not in table.made:
            said = [text_of(row.cells[place]) for row in rows]
            if all(said) and len(set(zip(keys, said, strict=True))) * 20 >= len(keys) * 19:
                return place
    return None


def _headings(kind: RowKind, spellings: Spellings) -> dict[str, str]:
    return kind.headings(spellings)


def _written(heading: str) -> tuple[str, ...]:
    """Return the ways to read a heading: as it stands, and without what is in brackets."""
    whole = _CAMEL.sub(" ", heading.replace("_", " "))
    bare = plain(_BRACKETS.sub(" ", whole))
    uncounted = (
        bare.removeprefix("total ").removeprefix("number of ").removeprefix("nombre de ").removeprefix("anzahl ")
    )
    return tuple(dict.fromkeys((plain(whole), bare, plain(heading), uncounted, _undated(whole))))


def _undated(heading: str) -> str:
    """Return what a heading such as “Target 2027” says beside its time."""
    period = periods_of([heading])[0]
    return "" if period is None or period.lacks_year else plain(_BRACKETS.sub(" ", period.stem))


def _exactly(heading: str, known: dict[str, str]) -> str:
    return next((known[word] for word in _written(heading) if word and word in known), "")


def _nearly(heading: str, known: dict[str, str]) -> str:
    word = plain(heading)
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
    if declared.kind == "line" and declared.name in ("name", "title", "statement"):
        return any(char.isalpha() for char in text)
    return True
