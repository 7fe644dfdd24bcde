"""Reads the sheets of a spreadsheet as plain cells; nothing in it is worked out or followed."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple, Self
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from exports.incoming.archives import PROPERTIES, unpacked
from exports.incoming.limits import DAMAGED, LOCKED, MOST_SHEETS, Limits, refuse, refuse_many, refuse_vast
from workbook.bringing_in.sheets import Sheet

_ROWS_AT_ONCE = 2_000


class Properties(NamedTuple):
    """What a file says of itself beside its sheets, as XML."""

    xml: bytes


class Rows(NamedTuple):
    """More rows of the sheet before."""

    rows: tuple[tuple[Any, ...], ...]


Piece = Sheet | Rows | Properties


def pieces_of_packed(content: bytes, name: str, limits: Limits) -> Iterator[Piece]:
    """Yield what a packed file (.xlsx, .xlsb, .ods) holds, after it was measured."""
    measured = unpacked(content, name, limits)
    with ZipFile(measured) as archive:
        if PROPERTIES in archive.namelist():
            yield Properties(archive.read(PROPERTIES))
    measured.seek(0)
    yield from pieces_of(measured, name, limits)


def pieces_of(content: io.BytesIO, name: str, limits: Limits) -> Iterator[Piece]:
    """Yield each sheet, and its further rows after it; raise `Refused` where it cannot be read."""
    try:
        with CalamineWorkbook.from_filelike(content) as held:
            yield from _sheets(held, name, limits)
    except PasswordError:
        refuse(name, LOCKED)
    except (CalamineError, OSError, ValueError):
        refuse(name, DAMAGED)


def pieces_of_sheet(sheet: Sheet) -> Iterator[Piece]:
    """Yield one sheet as those of a spreadsheet are."""
    yield replace(sheet, rows=())
    yield from _in_parts(sheet.rows)


def put_together(pieces: Iterable[Piece]) -> tuple[tuple[Sheet, ...], bytes]:
    """Return the sheets that pieces tell of, each whole, and what the file says of itself."""
    sheets: list[Sheet] = []
    rows: list[list[tuple[Any, ...]]] = []
    said = b""
    for piece in pieces:
        if isinstance(piece, Properties):
            said = piece.xml
        elif isinstance(piece, Sheet):
            sheets.append(piece)
            rows.append([*piece.rows])
        else:
            rows[-1].extend(piece.rows)
    return tuple(replace(sheet, rows=tuple(held)) for sheet, held in zip(sheets, rows, strict=True)), said


def _sheets(held: CalamineWorkbook, name: str, limits: Limits) -> Iterator[Piece]:
    listed = [meta for meta in held.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
    if len(listed) > MOST_SHEETS:
        refuse(name, f"The file has more than {MOST_SHEETS} sheets; copy what you need into a new one.")
    cells = 0
    for meta in listed:
        sheet = held.get_sheet_by_name(meta.name)
        place = f"{name}, {meta.name}"
        end_row, end_column = sheet.end or (-1, -1)
        refuse_vast(end_row + 1, end_column + 1, place, limits)
        cells += (end_row + 1) * (end_column + 1)
        refuse_many(cells, place, limits)
        yield Sheet(meta.name, (), _joined(sheet, place), meta.visible != Visible.Visible)
        yield from _in_parts(_rows(sheet, place))


def _rows(sheet: CalamineSheet, place: str) -> Iterator[tuple[Any, ...]]:
    left_out = ("",) * sheet.start[1] if sheet.start else ()  # columns that are empty before the first cell
    with _Reading(place) as reading:
        for row in sheet.iter_rows():
            reading.row += 1
            yield (*left_out, *row)


class _Reading:
    """Knows which row is read, for when the reader gives up: what it throws then has no name in Python."""

    def __init__(self, place: str) -> None:
        self._place, self.row = place, 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: object) -> None:
        if kind is not None and (issubclass(kind, OverflowError) or kind.__name__ == "PanicException"):
            sentence = "A cell here cannot be read, such as a date that no calendar has; correct it, and save the file."
            refuse(f"{self._place}, row {self.row + 1}", sentence)


def _in_parts(rows: Iterable[tuple[Any, ...]]) -> Iterator[Rows]:
    """Yield rows some at a time, so that no more of them are kept here."""
    left = iter(rows)
    while part := tuple(islice(left, _ROWS_AT_ONCE)):
        yield Rows(part)


def _joined(sheet: CalamineSheet, place: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return where cells are joined, as far as there are cells; joined cells that lie on each other are no sheet's."""
    last_row, last_column = sheet.end or (-1, -1)
    joined = [
        (top, left, min(bottom, last_row), min(right, last_column))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top <= last_row and left <= last_column
    ]
    covered = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in joined)
    if covered > (last_row + 1) * (last_column + 1):
        refuse(place, "Joined cells lie on each other; open the file, save it again, and choose that.")
    return tuple(joined)
