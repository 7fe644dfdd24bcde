"""Finding the tables of a tracker again: sheets that were renamed, columns that were moved, rows that were sorted."""

from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from exports.tracker.remembering import WORKED_OUT_THERE, RememberedSheet
from exports.tracker.returned import Grid, TrackerFile
from workbook.problems import Problem
from workbook.returning import RECORD_ID, Cell, Returned, Row, Sheet

_HEAD_ROWS = 30
_ENOUGH = 0.6
"""The share of the titles of a table that has to stand in one row, so that it is the header."""


def located(file: TrackerFile, tables: dict[str, RememberedSheet]) -> Returned:
    """Return what stands in the tables of a tracker, beside what stood there; tables that are gone are named."""
    sheets, problems, taken = [], list[Problem](), set[str]()
    for key, table in tables.items():
        title = file.facts.get(f"sheet {key}", table.title)
        columns = {one: file.facts.get(f"column {key} {one}", said) for one, said in table.columns.items()}
        found = _found(file, title, tuple(columns.values()), taken)
        if found is None:
            sentence = "This sheet is no longer in the file, or has lost its header; nothing is taken from it."
            problems.append(Problem(sentence, f"{file.file}, {title}"))
            continue
        taken.add(found[0])
        sheet, lost = _sheet(file, key, table, columns, *found)
        sheets.append(sheet)
        problems += [Problem(_lost(title), f"{file.file}, {found[0]}") for title in lost]
    return Returned(file.file, file.sha256, file.origin, tuple(sheets), tuple(problems))


def _lost(title: str) -> str:
    return f"The column “{title}” is no longer there; nothing is taken from it."


def _found(file: TrackerFile, title: str, titles: Sequence[str], taken: set[str]) -> tuple[str, int] | None:
    """Return the sheet with a table and the place of its header: by its name, else by its header."""
    named = [name for name in file.sheets if name.casefold() == title.casefold()]
    for name in [*named, *(name for name in file.sheets if name not in named)]:
        if name not in taken:
            head = _head(file.sheets[name], titles)
            if head is not None:
                return name, head
    return None


def _head(grid: Grid, titles: Sequence[str]) -> int | None:
    wanted = {_plain(title) for title in titles}
    for place, row in enumerate(grid[:_HEAD_ROWS]):
        said = {_plain(cell) for cell in row if cell != ""}
        if len(said & wanted) >= max(2, len(wanted) * _ENOUGH):
            return place
    return None


def _plain(cell: Any) -> str:
    return " ".join(str(cell).split()).casefold()


def _sheet(
    file: TrackerFile, key: str, table: RememberedSheet, columns: dict[str, str], name: str, head: int
) -> tuple[Sheet, list[str]]:
    grid, merged = file.sheets[name], file.merged[name]
    places = _places(grid[head], columns)
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
    return sheet, [title for one, title in columns.items() if one not in places and one != RECORD_ID]


def _places(head: Sequence[Any], columns: dict[str, str]) -> dict[str, int]:
    """Return where each column stands; columns of one title are taken in their order."""
    said = [_plain(cell) for cell in head]
    found: dict[str, int] = {}
    for key, title in columns.items():
        place = next((n for n, one in enumerate(said) if one == _plain(title) and n not in found.values()), None)
        if place is not None:
            found[key] = place
    return found


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
