"""What a row says about which record it means, beside the id that it carries: its code, its name, its natural key.

Ids alone cannot be trusted: who sorts the columns in sight leaves the hidden one behind, and then every id stands
beside somebody else's values.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from workbook.records import RECORD_TYPES
from workbook.returning.returned import Cell, Row, Sheet
from workbook.returning.typed import told

How = Literal["id", "code", "name"]
_ENCODED = re.compile("_x([0-9A-Fa-f]{4})_")
_BETWEEN = "\x1f"


def as_seen(text: str) -> str:
    """Return text without what programs change when saving: line ends, tabs, blanks at the ends, encoded signs."""
    while "_x" in text:
        decoded = _ENCODED.sub(lambda found: chr(int(found[1], 16)), text)
        if decoded == text:
            break
        text = decoded
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\t", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def said(cell: Cell) -> str:
    """Return what a cell says, as it is compared with what another says: in one line, whatever the case."""
    return " ".join(as_seen(told(cell)).split()).casefold()


def naming_columns(types: Sequence[str], keys: Sequence[str]) -> dict[str, list[str]]:
    """Return the keys of the columns that hold codes and names, and of those that are a natural key together."""
    labels = {RECORD_TYPES[name].label for name in types if RECORD_TYPES[name].code_prefix}
    natural = RECORD_TYPES[types[0]].key if len(types) == 1 else ()
    return {
        "code": [key for key in keys if key.split("|")[0] == "code"],
        "name": [key for key in keys if labels & set(key.split("|"))],
        "key": list(natural) if set(natural) <= set(keys) else [],
    }


class Naming:
    """Knows what the rows of one sheet were called when it went out; `names` are the columns by what they hold."""

    def __init__(self, sheet: Sheet, names: Mapping[str, Sequence[str]]) -> None:
        held = {
            kind: [sheet.columns.index(key) for key in keys if key in sheet.columns] for kind, keys in names.items()
        }
        self.places = tuple(place for places in held.values() for place in places)
        self._written = sheet.written
        self._ways = [
            _Way("code", sheet, _each(held.get("code", []))),
            _Way("name", sheet, _each(held.get("name", []))),
            _Way("name", sheet, _together(held.get("key", []))),
        ]

    def meant(self, row: Row) -> tuple[str, How]:
        """Return the record that a row with one of our ids means: that one, unless all that is said is of another."""
        if any(row.record_id in way.named(row.cells) for way in self._ways):
            return row.record_id, "id"
        return self.named(row) or (row.record_id, "id")

    def named(self, row: Row) -> tuple[str, How] | None:
        """Return the record that a row names, and by what."""
        for way in self._ways:
            for record_id in way.named(row.cells):
                return record_id, way.how
        return None

    def is_renamed(self, row: Row, record_id: str) -> bool:
        """Say whether a row says anything else where a record has its code, name or key."""
        written = self._written[record_id]
        return any(said(row.cells[place]) != said(written[place]) for place in self.places)


class _Way:
    """One way of naming records, and what it called each; what several were called means none of them."""

    def __init__(self, how: How, sheet: Sheet, sayings: Callable[[Sequence[Cell]], list[str]]) -> None:
        self.how: How = how
        self._sayings = sayings
        self._ids: dict[str, str] = {}
        for record_id, cells in sheet.written.items():
            for one in dict.fromkeys(sayings(cells)):
                self._ids[one] = "" if one in self._ids else record_id

    def named(self, cells: Sequence[Cell]) -> list[str]:
        return [record_id for one in self._sayings(cells) if (record_id := self._ids.get(one, ""))]


def _each(places: Sequence[int]) -> Callable[[Sequence[Cell]], list[str]]:
    return lambda cells: [one for place in places if (one := said(cells[place]))]


def _together(places: Sequence[int]) -> Callable[[Sequence[Cell]], list[str]]:
    def sayings(cells: Sequence[Cell]) -> list[str]:
        whole = [said(cells[place]) for place in places]
        return [_BETWEEN.join(whole)] if any(whole) else []

    return sayings
