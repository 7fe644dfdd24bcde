"""Which record each row means: by the id that it carries, else by its code, else by its name, and then as a guess."""

import datetime
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbook.identity import is_id
from workbook.problems import Problem
from workbook.returning.naming import How, Naming, as_seen
from workbook.returning.returned import Cell, Row, Sheet
from workbook.returning.typed import is_blank

_NEARLY = 1e-13


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
        return as_seen(cell) == as_seen(written)
    if isinstance(cell, float) and isinstance(written, float):
        return math.isclose(cell, written, rel_tol=_NEARLY)
    if isinstance(cell, datetime.date) and isinstance(written, datetime.date):
        return _moment(cell) == _moment(written)
    return False


def _moment(cell: datetime.date) -> datetime.datetime:
    if isinstance(cell, datetime.datetime):
        return cell.replace(tzinfo=None, microsecond=0)
    return datetime.datetime.combine(cell, datetime.time())


def matched(sheet: Sheet, names: Mapping[str, Sequence[str]], elsewhere: frozenset[str]) -> Matching:
    """Match the rows of a sheet; `names` are the keys of its naming columns, `elsewhere` ids that we know of.

    A row with nothing in it but its id counts as taken out.
    """
    found, naming = Matching(), Naming(sheet, names)
    claims: dict[str, list[Match]] = defaultdict(list)
    loose: list[Row] = []
    for row in sheet.rows:
        if all(is_blank(cell) for cell in row.cells):
            continue
        if row.record_id in sheet.written:
            record_id, how = naming.meant(row)
            claims[record_id].append(Match(row, record_id, how))
        elif is_id(row.record_id):
            found.problems.append(_foreign(sheet, row, row.record_id in elsewhere))
        else:
            loose.append(row)
    for row in loose:
        _claim(naming, row, claims, found)
    for matches in claims.values():
        _settle(sheet, naming, matches, found)
    found.new.sort(key=lambda row: row.number)
    found.missing = [record_id for record_id in sheet.written if record_id not in claims]
    return found


def _claim(naming: Naming, row: Row, claims: dict[str, list[Match]], found: Matching) -> None:
    """Let a row without an id claim the record that it names, if no other does or it is a copy; else it is new."""
    named = naming.named(row)
    if named is not None and (named[0] not in claims or not naming.is_renamed(row, named[0])):
        claims[named[0]].append(Match(row, *named))
    else:
        found.new.append(row)


def _settle(sheet: Sheet, naming: Naming, matches: list[Match], found: Matching) -> None:
    """Take the row that means a record; copies of it that were given another name are new rows."""
    record_id = matches[0].record_id
    copies = [match for match in matches if not naming.is_renamed(match.row, record_id)] or matches
    if all(_equal(copy.row, copies[0].row) for copy in copies[1:]):
        found.known.append(min(copies, key=lambda copy: copy.how != "id"))
        found.new += [match.row for match in matches if match not in copies]
        return
    numbers = ", ".join(str(match.row.number) for match in matches)
    sentence = f"The rows {numbers} are copies of one row with different values; keep one, and empty the others."
    found.problems.append(Problem(sentence, f"{sheet.title}, row {matches[0].row.number}"))


def _equal(one: Row, other: Row) -> bool:
    return all(same(cell, held) for cell, held in zip(one.cells, other.cells, strict=True))


def _foreign(sheet: Sheet, row: Row, known: bool) -> Problem:
    where = f"{sheet.title}, row {row.number}"
    if known:
        return Problem("This row was not in the tracker when it was sent; nothing is taken from it.", where)
    return Problem("This row is of a record that is not in this plan; nothing is taken from it.", where)
