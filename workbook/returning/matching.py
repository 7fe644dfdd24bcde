"""Which record each row means: by the id that it carries, else by its code, else by its name, and then as a guess."""

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workbook.identity import is_id
from workbook.problems import Problem
from workbook.records import RECORD_TYPES
from workbook.returning.returned import Cell, Row, Sheet
from workbook.returning.typed import is_blank, told

How = Literal["id", "code", "name"]
_NEARLY = 1e-13
_ENCODED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the record that it means; anything but its id is a guess."""

    row: Row
    record_id: str
    how: How = "id"


@dataclass
class Matching:
    """The rows of one sheet: known ones, new ones, those that nothing is taken from and why, records without a row."""

    known: list[Match] = field(default_factory=list)
    new: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def same(cell: Cell, written: Cell) -> bool:
    """Say whether a cell still says what it said when it went out, whichever program saved it since."""
    if cell == written:
        return not (isinstance(cell, bool) ^ isinstance(written, bool))
    if isinstance(cell, str) and isinstance(written, str):
        return _plain(cell) == _plain(written)
    if isinstance(cell, float) and isinstance(written, float):
        return math.isclose(cell, written, rel_tol=_NEARLY)
    if isinstance(cell, datetime.date) and isinstance(written, datetime.date):
        return _moment(cell) == _moment(written)
    return False


def _moment(cell: datetime.date) -> datetime.datetime:
    if isinstance(cell, datetime.datetime):
        return cell.replace(tzinfo=None, microsecond=0)
    return datetime.datetime.combine(cell, datetime.time())


def _plain(text: str) -> str:
    """Return text without what programs change when they save it: line ends, blanks at the ends, encoded signs."""
    while "_x" in text:
        decoded = _ENCODED.sub(lambda found: chr(int(found[1], 16)), text)
        if decoded == text:
            break
        text = decoded
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def matched(sheet: Sheet, names: Mapping[str, Sequence[str]], elsewhere: frozenset[str]) -> Matching:
    """Match the rows of a sheet; `names` are the keys of the columns of code and name, `elsewhere` ids we know of."""
    found = Matching()
    places = {key: sheet.columns.index(key) for kind in names.values() for key in kind if key in sheet.columns}
    naming = [places[key] for kind in ("code", "name") for key in names[kind] if key in places]
    by_id: dict[str, list[Row]] = defaultdict(list)
    loose: list[Row] = []
    for row in sheet.rows:
        if row.record_id in sheet.written:
            by_id[row.record_id].append(row)
        elif is_id(row.record_id):
            found.problems.append(_foreign(sheet, row, row.record_id in elsewhere))
        else:
            loose.append(row)
    for record_id, rows in by_id.items():
        loose += _one_of(sheet, found, record_id, rows, naming)
    taken = {match.record_id for match in found.known} | {rid for rid, rows in by_id.items() if rows}
    _by_name(sheet, found, loose, [[places[k] for k in names[kind] if k in places] for kind in ("code", "name")], taken)
    held = taken | {match.record_id for match in found.known}
    found.missing = [record_id for record_id in sheet.written if record_id not in held]
    return found


def _foreign(sheet: Sheet, row: Row, known: bool) -> Problem:
    where = f"{sheet.title}, row {row.number}"
    if known:
        return Problem("This row was not in the tracker when it was sent; nothing is taken from it.", where)
    return Problem("This row belongs to another workbook; nothing is taken from it.", where)


def _one_of(sheet: Sheet, found: Matching, record_id: str, rows: list[Row], naming: list[int]) -> list[Row]:
    """Take the row that an id belongs to; return copies of it that were given another name."""
    if len(rows) == 1:
        found.known.append(Match(rows[0], record_id))
        return []
    written = sheet.written[record_id]
    named = [row for row in rows if all(same(row.cells[place], written[place]) for place in naming)]
    first = named[0] if named else None
    if first is not None and all(_equal(row, first) for row in named[1:]):
        found.known.append(Match(first, record_id))
        return [row for row in rows if row not in named]
    numbers = ", ".join(str(row.number) for row in rows)
    sentence = f"The rows {numbers} are copies of one row with different values; keep one, and empty the others."
    found.problems.append(Problem(sentence, f"{sheet.title}, row {rows[0].number}"))
    return []


def _equal(one: Row, other: Row) -> bool:
    return all(same(cell, held) for cell, held in zip(one.cells, other.cells, strict=True))


def _by_name(sheet: Sheet, found: Matching, loose: list[Row], kinds: list[list[int]], taken: set[str]) -> None:
    hows: tuple[How, How] = ("code", "name")
    known = [_named(sheet, places) for places in kinds]
    for row in sorted(loose, key=lambda one: one.number):
        if all(is_blank(cell) for cell in row.cells):
            continue
        for how, places, ids in zip(hows, kinds, known, strict=True):
            record_id = next((ids[said] for place in places if (said := _said(row.cells[place])) in ids), "")
            if record_id and record_id not in taken:
                taken.add(record_id)
                found.known.append(Match(row, record_id, how))
                break
        else:
            found.new.append(row)


def _named(sheet: Sheet, places: list[int]) -> dict[str, str]:
    """Return the records by what stands in these columns; what several have means none of them."""
    found: dict[str, str] = {}
    for record_id, cells in sheet.written.items():
        for said in {_said(cells[place]) for place in places} - {""}:
            found[said] = "" if said in found else record_id
    return {said: record_id for said, record_id in found.items() if record_id}


def _said(cell: Cell) -> str:
    return " ".join(told(cell).split()).casefold()


def naming_columns(types: Sequence[str], keys: Sequence[str]) -> dict[str, list[str]]:
    """Return the keys of the columns that hold codes and names."""
    labels = {RECORD_TYPES[name].label for name in types if RECORD_TYPES[name].code_prefix}
    return {
        "code": [key for key in keys if key.split("|")[0] == "code"],
        "name": [key for key in keys if labels & set(key.split("|"))],
    }
