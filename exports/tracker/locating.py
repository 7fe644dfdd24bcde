"""Finding the tables of a tracker again: sheets that were renamed, columns that were moved, rows that were sorted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from exports.tracker.remembering import WORKED_OUT_THERE, Remembered, RememberedSheet
from exports.tracker.returned import Grid, TrackerFile
from exports.tracker.strays import Stray, notes_on, stray_cells, stray_sheets
from workbook.problems import Problem
from workbook.returning import RECORD_ID, Cell, Returned, Row, Sheet
from workbook.returning.matching import same
from workbook.returning.naming import said

_HEAD_ROWS = 30
_ENOUGH = 0.6
"""The share of the titles of a table that has to stand in one row, so that it is the header."""


@dataclass(frozen=True)
class _Wanted:
    """A table that is looked for: what its sheet and its columns are called in the language of the file."""

    title: str
    columns: dict[str, str]

    def head_in(self, grid: Grid) -> tuple[float, int]:
        """Return how much of the header stands in the best row of a sheet, and the place of that row."""
        wanted = {said(title) for title in self.columns.values()}
        best = (0.0, 0)
        for place, row in enumerate(grid[:_HEAD_ROWS]):
            held = len({said(cell) for cell in row if cell != ""} & wanted)
            if held >= max(2, len(wanted) * _ENOUGH) and held > best[0]:
                best = (held, place)
        return best


def located(file: TrackerFile, remembered: Remembered) -> Returned:
    """Return what stands in the tables of a tracker, beside what stood there; tables that are gone are named."""
    called = {} if remembered.is_exact else file.facts
    wanted = {
        key: _Wanted(
            called.get(f"sheet {key}", table.title),
            {one: called.get(f"column {key} {one}", title) for one, title in table.columns.items()},
        )
        for key, table in remembered.tables.items()
    }
    places = _places_of(file, wanted)
    sheets, problems = [], list[Problem]()
    for key, table in remembered.tables.items():
        if key not in places:
            sentence = "This sheet is no longer in the file, or has lost its header; nothing is taken from it."
            problems.append(Problem(sentence, f"{file.file}, {wanted[key].title}"))
            continue
        sheet, amiss = _sheet(file, key, table, wanted[key].columns, *places[key])
        sheets.append(sheet)
        problems += amiss
    problems += notes_on(file, remembered.notes)
    problems += stray_sheets(file, {name for name, _ in places.values()} | set(remembered.notes))
    return Returned(file.file, file.sha256, file.origin, tuple(sheets), tuple(problems))


def _places_of(file: TrackerFile, wanted: dict[str, _Wanted]) -> dict[str, tuple[str, int]]:
    """Return the sheet of each table and the place of its header: by its name, then what is left by its header."""
    found: dict[str, tuple[str, int]] = {}
    by_name = {name.casefold(): name for name in file.sheets}
    for key, one in wanted.items():
        name = by_name.get(one.title.casefold())
        if name is not None and (best := one.head_in(file.sheets[name]))[0]:
            found[key] = name, best[1]
    for key, one in wanted.items():
        if key in found:
            continue
        taken = {name for name, _ in found.values()}
        heads = {name: one.head_in(grid) for name, grid in file.sheets.items() if name not in taken}
        name = max(heads, key=lambda held: heads[held][0], default="")
        if name and heads[name][0]:
            found[key] = name, heads[name][1]
    return found


def _sheet(
    file: TrackerFile, key: str, table: RememberedSheet, columns: dict[str, str], name: str, head: int
) -> tuple[Sheet, list[Problem]]:
    grid, merged = file.sheets[name], file.merged[name]
    places, doubled = _places(grid, head, columns)
    lost = [title for one, title in columns.items() if one not in places and one != RECORD_ID and one not in doubled]
    problems = [Problem(_lost(title), f"{file.file}, {name}") for title in lost]
    problems += [Problem(_doubled(columns[one]), f"{name}!{get_column_letter(at + 1)}{head + 1}")
                 for one, at in doubled.items()]  # fmt: skip
    read = {*places.values(), *(n for n, cell in enumerate(grid[head]) if said(cell) in map(said, columns.values()))}
    problems += stray_cells(Stray(name, grid, head, frozenset(read)))
    ids = places.pop(RECORD_ID, None)
    kept = [one for one in columns if one in places]
    order = [places[one] for one in kept]
    before = [list(columns).index(one) for one in kept]
    rows = [
        Row(number + 1, "" if ids is None else _id(grid[number], ids), [_at(grid[number], place) for place in order])
        for number in range(head + 1, len(grid))
        if any(cell != "" for cell in grid[number])
    ]
    written = {record_id: [_known(held[place]) for place in before] for record_id, held in table.rows.items()}
    _forget_formulas(rows, written)
    sheet = Sheet(
        key,
        name,
        tuple(kept),
        tuple(get_column_letter(place + 1) for place in order),
        tuple(columns[one] for one in kept),
        rows,
        written,
        frozenset((row + 1, order.index(column)) for row, column in merged if column in order),
    )
    return sheet, problems


def _lost(title: str) -> str:
    return f"The column “{title}” is no longer there; nothing is taken from it."


def _doubled(title: str) -> str:
    return f"The column “{title}” stands there twice and says different things; nothing is taken from it."


def _places(grid: Grid, head: int, columns: dict[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return where each column stands, and the second place of those that say two things.

    Columns of one title are taken in their order.
    """
    titles = [said(cell) for cell in grid[head]]
    found: dict[str, int] = {}
    doubled: dict[str, int] = {}
    for key, title in columns.items():
        place = next((n for n, one in enumerate(titles) if one == said(title) and n not in found.values()), None)
        if place is not None:
            found[key] = place
    for key, first in list(found.items()):
        for place, title in enumerate(titles):
            if title == titles[first] and place not in found.values() and _differ(grid[head + 1 :], first, place):
                doubled[key] = place
                del found[key]
                break
    return found, doubled


def _differ(rows: Grid, first: int, second: int) -> bool:
    return any(not same(_at(row, first), _at(row, second)) for row in rows)


def _id(row: Sequence[Any], place: int) -> str:
    return str(_at(row, place)).strip().lower()


def _at(row: Sequence[Any], place: int) -> Cell:
    value: Cell = row[place] if place < len(row) else ""
    return value


def _known(cell: Any) -> Cell:
    value: Cell = cell
    return value


def _forget_formulas(rows: Iterable[Row], written: dict[str, list[Any]]) -> None:
    """Leave out of both sides the cells that a formula of ours fills, since programs work them out or not."""
    columns = {n for cells in written.values() for n, cell in enumerate(cells) if cell is WORKED_OUT_THERE}
    for column in columns:
        for cells in (*written.values(), *(row.cells for row in rows)):
            cells[column] = ""  # type: ignore[index]
