"""Trackers of a workbook that came back changed in ways that nobody who fills them in would choose."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl

from ui.command_line import main

_META = "_meta"


def _fact(name: str, value: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        for row in book[_META].iter_rows():
            if row[0].value == name:
                row[1].value = value

    return change


def _every(change: Callable[[Any], object]) -> Callable[[Any], None]:
    """Change what stands in each cell of each list."""

    def all_cells(book: Any) -> None:
        for sheet in book.worksheets:
            if sheet.title != _META:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.value is not None:
                            cell.value = change(cell.value)

    return all_cells


def _more_rows(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        for number in range(20):
            sheet.append([f"=cmd|' /C calc'!A{number}", "\u202eevil", "x" * 30_000, -1e300, "31/02/2027"])


def _joined(book: Any) -> None:
    for sheet in book.worksheets[1:]:
        sheet.merge_cells("A1:Z500")


def _many_sheets(book: Any) -> None:
    for number in range(240):
        book.create_sheet(f"Partners {number}")


CHANGES: dict[str, Callable[[Any], None]] = {
    "of a state without end": _fact("state", "9" * 30),
    "of a state that is no number": _fact("state", "²"),
    "of a state before the first": _fact("state", -1),
    "of a version that is no number": _fact("tracker_version", "²"),
    "of a later version": _fact("tracker_version", 999),
    "of no day": _fact("as_of", "9999-99-99"),
    "of a language that leads out": _fact("language", "../../../etc"),
    "of a language that nobody has": _fact("language", "xx-Nope" * 500),
    "of a partner that is none": _fact("partner", "nobody"),
    "of another workbook": _fact("workbook", "another"),
    "of another fingerprint": _fact("fingerprint", "0" * 64),
    "full of one word": _every(lambda _value: "x"),
    "full of errors": _every(lambda _value: "#REF!"),
    "full of formulas": _every(lambda _value: "=HYPERLINK(1)"),
    "full of numbers": _every(lambda _value: 1e308),
    "turned round": _every(lambda value: str(value)[::-1]),
    "with many rows": _more_rows,
    "with joined sheets": _joined,
    "with many sheets": _many_sheets,
}


def trackers(workbook: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a name and what the file holds."""
    path = folder / "tracker.xlsx"
    assert main(["export", str(workbook), "tracker", "--partner", "P-01", "-o", str(path)]) == 0
    content = path.read_bytes()
    path.unlink()
    for name, change in CHANGES.items():
        book = openpyxl.load_workbook(io.BytesIO(content))
        change(book)
        changed = io.BytesIO()
        book.save(changed)
        yield f"tracker {name}.xlsx", changed.getvalue()
