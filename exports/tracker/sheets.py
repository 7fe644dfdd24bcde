"""The sheets that hold records: a header that stays in sight, a row for each record, its id in a hidden column."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension

from exports.edition import Progress
from exports.tracker import contents
from exports.tracker.colours import SOFT_AMBER, SOFT_GREEN, SOFT_GREY, SOFT_RED, colour_equal, quoted
from exports.tracker.columns import Column, columns_of
from exports.tracker.contents import Content, head
from exports.tracker.lists import SHEET as LISTS
from exports.tracker.lists import Lists, closed_validation, validation_of
from exports.tracker.paper import prepare, spread
from exports.tracker.rows import RowWriter
from exports.tracker.shown import Shown
from exports.tracker.styles import ACCENT, BODY, HEADER, MUTED, OPEN, WORKED_HEADER, WORKED_OUT, Styles
from workbook import vocabularies as terms
from workbook.book import name_of
from workbook.operations import Problem, Refused
from workbook.records import CapacityAction, Record
from workbook.surfaces import Names, TrackerSheet
from workbook.wording import source

ID_TITLE, ID_KEY = source("Record id (leave as it is)"), "id"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
META = "_meta"
OUT_OF_SIGHT = (LISTS, META)
"""The sheets that nobody is shown; their names are the same in every language."""
SPARE_ROWS = 300  # rows below the last one in which drop-downs already work
MOST_ROWS = 1_048_576 - SPARE_ROWS
_STEP = 500
_ID_WIDTH = 38
_BOLD = 0.85  # bold letters need more room
_FORMATS = {kind: kind for kind in ("date", "whole", "number", "percent", "money")}
_COLOURS = {"red": SOFT_RED, "amber": SOFT_AMBER, "green": SOFT_GREEN, "grey": SOFT_GREY}


class Maker:
    """Makes the sheets of one workbook; holds what they share."""

    def __init__(self, workbook: Workbook, shown: Shown, progress: Progress) -> None:
        self.workbook = workbook
        self.shown = shown
        self.progress = progress
        self.styles = Styles(workbook, right_to_left=shown.formats.right_to_left)
        self.lists = Lists(shown)
        self.columns: dict[str, dict[str, str]] = {}
        """The columns of each sheet that is a table: what a column is called in this language, by its key."""

    def sheet_name(self, key: str) -> str:
        """Return what a sheet is called in the language of the tracker, as Excel allows it."""
        if key in OUT_OF_SIGHT:
            return key
        return _FORBIDDEN.sub(" ", self.shown.say(key)).strip()[:_LONGEST_NAME] or key

    def sheet(self, key: str, orientation: Literal["landscape", "portrait"] = "landscape") -> Any:
        """Make an empty sheet with its page set up."""
        sheet = self.workbook.create_sheet(self.sheet_name(key))
        prepare(sheet, self.shown, orientation)
        return sheet

    def rows(self, sheet: Any, widths: Sequence[float] = ()) -> RowWriter:
        """Return what writes the rows of a sheet; rows grow with the text in columns of known width."""
        return RowWriter(sheet, self.styles, widths)

    def table(
        self,
        name: str,
        heads: dict[str, Content],
        widths: list[int],
        figures: list[bool],
        frozen: str = "D2",
        looks: Sequence[str] = (),
    ) -> tuple[Any, RowWriter]:
        """Make a sheet for a table whose first column is hidden, and write its header: heads by the key of a column.

        `looks` are those of the columns below the last row, where they differ from what the rows have.
        """
        sheet = self.sheet(name)
        sheet.sheet_properties.tabColor = MUTED if all(figures) else ACCENT
        id_head = head(self.shown.say(ID_TITLE))
        self.columns[name] = {key: str(title.value) for key, title in {ID_KEY: id_head, **heads}.items()}
        sheet.column_dimensions["A"].width, sheet.column_dimensions["A"].hidden = _ID_WIDTH, True
        for place, (width, title, is_figure) in enumerate(zip(widths, heads.values(), figures, strict=True), 2):
            # A date typed into a new row is to look like the others, so the look belongs to the whole column.
            role = looks[place - 2] if looks else WORKED_OUT if is_figure else BODY
            look = self.styles.look(role, title.format)
            letter = get_column_letter(place)
            sheet.column_dimensions[letter] = ColumnDimension(sheet, letter, width=width, style=look)
        sheet.freeze_panes = frozen
        spread(sheet, sum(widths))
        rows = self.rows(sheet, [_ID_WIDTH, *(width * _BOLD for width in widths)])
        roles = [HEADER, *(WORKED_HEADER if is_figure else HEADER for is_figure in figures)]
        rows.append([id_head, *heads.values()], roles)
        rows.widths = [_ID_WIDTH, *widths]
        return sheet, rows


@dataclass(frozen=True)
class Own:
    """What of a sheet is one partner's: its rows, the columns it may fill, and whether it may write new rows."""

    ids: frozenset[str]
    open_to: Names
    addable: bool = False


def record_sheet(maker: Maker, name: str, declared: TrackerSheet, own: Own | None = None) -> None:
    """Write the records of a sheet's types, one type after the other; or of a partner, its own, under protection."""
    columns = columns_of(declared, maker.shown, None if own is None else own.open_to)
    figures = [column.is_figure for column in columns]
    heads = {column.key: head(column.title, _format(column)) for column in columns}
    looks = [] if own is None else [WORKED_OUT if one and not own.addable else OPEN for one in figures]
    sheet, rows = maker.table(name, heads, [column.width for column in columns], figures, looks=looks)
    held = [_records(maker.shown, name, type_name, own) for type_name in declared.types]
    count = sum(map(len, held))
    if count > MOST_ROWS:
        raise Refused(Problem(f"{name} has {count:,} rows, more than Excel can hold; export the plan as JSON instead."))
    filled = BODY if own is None else OPEN
    roles = [BODY, *(WORKED_OUT if is_figure else filled for is_figure in figures)]
    for cells in _rows(maker, name, held, columns, count):
        rows.append(cells, roles)
    last = count + 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns) + 1)}{last}"
    for place, column in enumerate(columns, 2):
        cells_of_column = f"{get_column_letter(place)}2:{get_column_letter(place)}{last + SPARE_ROWS}"
        _check(maker, sheet, column, cells_of_column, addable=own is not None and own.addable)
        _colour(maker.shown, sheet, column, cells_of_column)
    if own is not None:
        protect(sheet)


def protect(sheet: Any) -> None:
    """Close the cells that are not open; columns can still be widened and rows filtered.

    A closed cell is locked, so that nobody changes it by mistake: a validation would stop typing, but neither the
    delete key nor pasting. The price is that Excel sorts no rows with locked cells in them. There is no password: who
    wants to sort lifts the protection, and what is then changed in closed cells is told and never taken.
    """
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = protection.autoFilter = protection.sort = False


def _rows(
    maker: Maker, name: str, held: Sequence[tuple[Record, ...]], columns: tuple[Column, ...], count: int
) -> Iterator[list[Content | None]]:
    done = 0
    for place, records in enumerate(held):
        sources = [column.sources[place] for column in columns]
        makes: list[Callable[[Any], Content | None]] = [_nothing if s is None else s.make for s in sources]
        for record in records:
            if done % _STEP == 0:
                maker.progress(name, done, count)
            done += 1
            yield [Content(record.id, "s", "text"), *(make(record) for make in makes)]


def _nothing(_record: Record) -> None:
    return None


def _records(shown: Shown, name: str, type_name: str, own: Own | None) -> tuple[Record, ...]:
    records = shown.book.records(type_name)
    if own is not None:
        return tuple(record for record in records if record.id in own.ids)
    if (name, type_name) == ("Capacity_plan", "capacity_needs"):
        actions = name_of(CapacityAction)
        covered = {getattr(action, "need", None) for action in shown.book.records(actions)}
        return tuple(record for record in records if record.id not in covered)
    return records


def _format(column: Column) -> str:
    field = column.field
    return contents.PERCENT if field.unit == "%" else _FORMATS.get(field.kind, contents.TEXT)


def _check(maker: Maker, sheet: Any, column: Column, cells: str, *, addable: bool) -> None:
    if column.is_figure and not addable:
        closed = closed_validation(maker.shown.say)
        closed.add(cells)
        sheet.data_validations.append(closed)
        return
    fields = [source.field for source in column.sources if source is not None]
    if len({(field.kind, field.target, field.minimum, field.maximum) for field in fields}) > 1:
        return
    validation = validation_of(fields, maker.lists, maker.shown.say)
    if validation is not None:
        validation.add(cells)
        sheet.data_validations.append(validation)


def _colour(shown: Shown, sheet: Any, column: Column, cells: str) -> None:
    vocabulary = column.field.vocabulary
    if column.field.kind == "choice" and vocabulary is not None and vocabulary.name == terms.RATINGS.name:
        colour_ratings(shown, sheet, cells)


def colour_ratings(shown: Shown, sheet: Any, cells: str) -> None:
    """Colour the cells that say a rating."""
    for term in terms.RATINGS:
        colour_equal(sheet, cells, quoted(shown.formats.term(terms.RATINGS, term.key)), _COLOURS[term.group])
