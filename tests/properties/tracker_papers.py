"""A tracker that lies open in a spreadsheet, and what many hands do to it."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import openpyxl
from hypothesis import strategies as st

from tests.exports.tracker.returning import column
from tests.properties.trackers import GIBBERISH, Place, Told, declared, sent, small_plan, typed
from workbook.kinds import KINDS
from workbook.records import RECORD_TYPES


class Paper:
    """A tracker that lies open in a spreadsheet, and what has to come of what is done to it."""

    def __init__(self, code: str, draw: st.DrawFn) -> None:
        self.code, self.draw, self.told = code, draw, Told()
        self.workbook: Any = openpyxl.load_workbook(io.BytesIO(sent(code)))
        self.sheets = {name: self.workbook[name] for name in declared(code) if name in self.workbook.sheetnames}

    def places(self, name: str) -> list[Place]:
        """Every cell of a sheet that means something."""
        held, sheet, book = declared(self.code)[name], self.sheets[name], small_plan()
        found = []
        for row in range(2, sheet.max_row + 1):
            record_id = str(sheet.cell(row, 1).value)
            type_name = next(one for one in held.types if book.get(one, record_id) is not None)
            number = held.types.index(type_name)
            found += [Place(name, type_name, record_id, c.title, c.paths[number]) for c in held.columns]
        titles = {cell.value for cell in sheet[1]}
        return [place for place in found if place.title in titles]

    def cell(self, place: Place) -> Any:
        sheet = self.sheets[place.sheet]
        row = next(n for n in range(2, sheet.max_row + 1) if sheet.cell(n, 1).value == place.id)
        return sheet.cell(row, column(sheet, place.title))

    def fill(self, place: Place) -> None:
        """Write into an open cell."""
        value, meant = typed(self.draw, place, small_plan())
        put(self.cell(place), value)
        field = RECORD_TYPES[place.type].by_name[place.path]
        was = KINDS[field.kind].to_plain(getattr(small_plan().get(place.type, place.id), place.path))
        if meant != was:
            self.told.edits[place.type, place.id, place.path] = meant

    def scribble(self, place: Place) -> None:
        """Write into a closed cell."""
        put(self.cell(place), GIBBERISH)
        self.told.closed.add((place.id, place.title))

    def measure(self, day: datetime.date, value: int) -> None:
        """Write a new reading below the others, of the indicator of the first."""
        sheet = self.sheets["Readings"]
        row, indicator = sheet.max_row + 1, sheet.cell(2, column(sheet, "Indicator")).value
        for title, said in (("Indicator", indicator), ("Date", day), ("Value", value)):
            put(sheet.cell(row, column(sheet, title)), said)

    def saved(self) -> bytes:
        content = io.BytesIO()
        self.workbook.save(content)
        return content.getvalue()


def is_naming(place: Place) -> bool:
    """Say whether a cell says which record its row means."""
    record_type = RECORD_TYPES[place.type]
    return place.path in ("code", record_type.label, *record_type.key) or place.path.endswith(".title")


def put(cell: Any, value: Any) -> None:
    """Write a value; text stays text, whatever it begins with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


Way = Callable[["Paper", str], None]
"""Something that is done to one sheet of a tracker, or to the file."""


def _remove_row(paper: Paper, name: str) -> None:
    rows, sheet = _rows(paper, name), paper.sheets[name]
    if rows:
        gone = paper.draw(st.integers(0, len(rows) - 1))
        sheet.delete_rows(gone + 2)
        _forget(paper.told, {rows[gone][0]})
        paper.told.missing.add(rows[gone][0])


def _copy_row(paper: Paper, name: str) -> None:
    rows = _rows(paper, name)
    if rows:
        _lay(paper.sheets[name], [*rows, paper.draw(st.sampled_from(rows))])


def _insert_rows(paper: Paper, name: str) -> None:
    sheet = paper.sheets[name]
    sheet.insert_rows(paper.draw(st.integers(2, sheet.max_row + 1)), 2)


def _sort(paper: Paper, name: str) -> None:
    _lay(paper.sheets[name], paper.draw(st.permutations(_rows(paper, name))))


def _sort_without_ids(paper: Paper, _name: str) -> None:
    """Sort what is in sight, as a spreadsheet does where the hidden column is not chosen."""
    for name, sheet in paper.sheets.items():
        rows = _rows(paper, name)
        moved = rows[1:] + rows[:1]
        _lay(sheet, [[held[0], *values[1:]] for held, values in zip(rows, moved, strict=True)])


def _swap_columns(paper: Paper, name: str) -> None:
    sheet = paper.sheets[name]
    first, second = (paper.draw(st.integers(1, sheet.max_column)) for _ in range(2))
    for row in range(1, sheet.max_row + 1):
        one, other = sheet.cell(row, first).value, sheet.cell(row, second).value
        put(sheet.cell(row, first), other)
        put(sheet.cell(row, second), one)


def _drop_column(paper: Paper, name: str) -> None:
    every = Paper(paper.code, paper.draw).places(name)
    places = [place for place in every if place.path != "*currency" and not is_naming(place)]
    title = paper.draw(st.sampled_from(sorted({place.title for place in places})))
    _delete_column(paper.sheets[name], title)
    lost = {(place.id, place.path) for place in places if place.title == title}
    paper.told.closed -= {(place.id, place.title) for place in places if place.title == title}
    paper.told.edits = {key: value for key, value in paper.told.edits.items() if key[1:] not in lost}
    paper.told.said.append(f"The column “{title}” is no longer there")


def _add_column(paper: Paper, name: str) -> None:
    sheet = paper.sheets[name]
    place = sheet.max_column + 1
    sheet.cell(1, place).value, sheet.cell(2, place).value = "My remarks", "Seen"
    paper.told.said.append("My remarks")


def _add_sheet(paper: Paper, _name: str) -> None:
    paper.workbook.create_sheet("Mine")["B2"].value = "Words"
    paper.told.said.append("Mine: This sheet is none of this tracker")


def _rename_sheet(paper: Paper, name: str) -> None:
    paper.sheets[name].title = "Ours"


def _drop_sheet(paper: Paper, name: str) -> None:
    ids = {place.id for place in Paper(paper.code, paper.draw).places(name)}
    _forget(paper.told, ids)
    paper.told.missing -= ids
    del paper.workbook[paper.sheets.pop(name).title]
    paper.told.said.append("This sheet is no longer in the file")


def _lose_ids(paper: Paper, _name: str) -> None:
    for sheet in paper.sheets.values():
        _delete_column(sheet, "Record id (leave as it is)")


def _lose_hidden_sheet(paper: Paper, _name: str) -> None:
    del paper.workbook["_meta"]


def _lose_properties(paper: Paper, _name: str) -> None:
    paper.workbook.custom_doc_props.props.clear()  # as Google Sheets does


DOINGS: dict[str, Way] = {
    "remove a row": _remove_row, "copy a row": _copy_row, "insert rows": _insert_rows, "sort": _sort,
    "swap columns": _swap_columns, "drop a sheet": _drop_sheet, "drop a column": _drop_column,
    "add a column": _add_column, "add a sheet": _add_sheet, "rename a sheet": _rename_sheet,
    "sort without the ids": _sort_without_ids, "lose the ids": _lose_ids,
    "lose the hidden sheet": _lose_hidden_sheet, "lose the properties": _lose_properties,
}  # fmt: skip


def _rows(paper: Paper, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in paper.sheets[name].iter_rows(min_row=2)]


def _lay(sheet: Any, rows: list[list[Any]]) -> None:
    for number, values in enumerate(rows, 2):
        for place, value in enumerate(values, 1):
            put(sheet.cell(number, place), value)


def _delete_column(sheet: Any, title: str) -> None:
    sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == title))


def _forget(told: Told, ids: set[str]) -> None:
    told.edits = {key: value for key, value in told.edits.items() if key[1] not in ids}
    told.closed = {one for one in told.closed if one[0] not in ids}
