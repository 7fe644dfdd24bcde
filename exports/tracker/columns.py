"""The columns of a record sheet, made ready: for each a title, a width, and what turns a record into a cell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exports.tracker.contents import CELLS, Content, text
from exports.tracker.figures import FIGURES, currency_of, quarters
from exports.tracker.shown import Shown
from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.money import Money
from workbook.records import RECORD_TYPES, Record
from workbook.surfaces import Names, TrackerColumn, TrackerSheet

WIDTHS = {
    "line": 26, "text": 42, "whole": 11, "number": 13, "money": 17, "percent": 10, "date": 13, "moment": 18,
    "choice": 18, "choices": 28, "flag": 10, "reference": 30, "references": 34,
}  # fmt: skip
_CODE_WIDTH, _LABEL_WIDTH, _MARK_WIDTH = 9, 40, 6

Make = Callable[[Any], Content | None]


@dataclass(frozen=True)
class Source:
    """Where the values of a column come from for one type: its field (or a figure's), and how a cell is made."""

    field: Field
    make: Make


@dataclass(frozen=True)
class Column:
    """One column of a sheet; a type that has nothing to say in it has no source.

    `key` names it whatever the language: what the values of each type come from.
    """

    key: str
    title: str
    width: int
    is_figure: bool
    sources: tuple[Source | None, ...]

    @property
    def field(self) -> Field:
        """The field that names format and choices of the column."""
        return next(source.field for source in self.sources if source is not None)


def columns_of(sheet: TrackerSheet, shown: Shown, open_to: Names | None = None) -> tuple[Column, ...]:
    """Return the columns of a sheet; those about persons only where names were asked for.

    `open_to` names the columns that may be filled; without it, those that nobody works out.
    """
    has_currency = any("*currency" in column.paths for column in sheet.columns)
    columns = (_column(sheet, column, shown, has_currency, open_to) for column in sheet.columns)
    return tuple(column for column in columns if shown.personal or not column.field.personal)


def _column(
    sheet: TrackerSheet, column: TrackerColumn, shown: Shown, has_currency: bool, open_to: Names | None
) -> Column:
    sources = tuple(
        _source(type_name, path, shown, has_currency) for type_name, path in zip(sheet.types, column.paths, strict=True)
    )
    first = next(path for path in column.paths if path)
    return Column(
        "|".join(column.paths),
        _title(column, first, shown),
        _width(sheet, first, sources),
        _is_worked_out(first) if open_to is None else first not in open_to,
        sources,
    )


def _is_worked_out(path: str) -> bool:
    return path.startswith("*") and not FIGURES[path[1:]].entered


def _source(type_name: str, path: str, shown: Shown, has_currency: bool) -> Source | None:
    if not path:
        return None
    if path.startswith("*"):
        field, value = _figure_and_value(path[1:], shown)
    else:
        field, value = _field_and_value(type_name, path, shown)
    show, reading, is_blank = CELLS[field.kind], shown.reading, KINDS[field.kind].is_blank

    def make(record: Record) -> Content | None:
        held = value(record)
        return None if held is None or is_blank(held) else show(field, held, reading)

    def make_amount(record: Record) -> Content | None:
        held = value(record)
        if isinstance(held, Money) and held.currency != currency_of(record):
            return text(str(held))  # the currency beside it is another, and amounts are never mixed
        return make(record)

    return Source(field, make_amount if has_currency and field.kind == "money" else make)


def _figure_and_value(name: str, shown: Shown) -> tuple[Field, Callable[[Record], Any]]:
    figure = FIGURES[name]
    return figure.field, lambda record: figure.value(shown, record)


def _field_and_value(type_name: str, path: str, shown: Shown) -> tuple[Field, Callable[[Record], Any]]:
    first, _, second = path.partition(".")
    field = RECORD_TYPES[type_name].by_name[first]
    if not second:
        return field, lambda record: getattr(record, first)
    target = field.target
    further = RECORD_TYPES[target].by_name[second]
    return further, lambda record: getattr(shown.book.get(target, getattr(record, first)), second, None)


def _title(column: TrackerColumn, path: str, shown: Shown) -> str:
    title = shown.say(column.title)
    if not path.startswith("*quarter_"):
        return title
    first = quarters(shown)[int(path[-1]) - 1][0]
    if shown.book.plan.fiscal_year_start in (None, 1):
        return f"{title} {first.year}"
    return shown.say("{column} from {month}", column=title, month=shown.formats.month(first))


def _width(sheet: TrackerSheet, path: str, sources: tuple[Source | None, ...]) -> int:
    if path == "code":
        return _CODE_WIDTH
    if path == RECORD_TYPES[sheet.types[0]].label:
        return _LABEL_WIDTH
    if path.startswith("*in_year") or path == "*currency":
        return _MARK_WIDTH + (4 if path == "*currency" else 0)
    return WIDTHS[next(source.field.kind for source in sources if source is not None)]
