"""How large a file from outside may be: the one place that says so."""

from dataclasses import dataclass
from typing import NoReturn

from workbook.problems import Problem, Refused

_MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How large a file may be: as it comes, unpacked, in parts, in places for cells; `what` is what people call it.

    `is_ours`: this program made it, so that it is an Excel workbook without macros, and its errors are to be told.
    `tells_unknown`: a formula that nobody has worked out is told too, and not read as an empty cell.
    """

    what: str
    most_bytes: int
    most_unpacked: int
    most_entries: int
    most_rows: int
    most_columns: int
    most_cells: int
    is_ours: bool = False
    tells_unknown: bool = False


FORM = Limits("form", 4 * _MB, 24 * _MB, 300, 5_000, 500, 250_000, is_ours=True)
TRACKER = Limits("tracker", 32 * _MB, 192 * _MB, 600, 120_000, 500, 4_000_000, is_ours=True, tells_unknown=True)
SPREADSHEET = Limits("spreadsheet", 48 * _MB, 192 * _MB, 2_000, 100_000, 500, 2_000_000)
MOST_SHEETS, MOST_JOINED = 250, 20_000

TOGETHER = 2
"""How often the most cells of one sheet may stand in a file."""

DAMAGED = "The file is damaged and cannot be read; save it again, or ask for it again."
LOCKED = "The file is protected by a password; save it without one, or ask for it without one."


def refuse(name: str, sentence: str) -> NoReturn:
    """Refuse a file with one sentence."""
    raise Refused(Problem(sentence, name)) from None


def refuse_vast(rows: int, columns: int, name: str, limits: Limits = SPREADSHEET) -> None:
    """Refuse a sheet whose cells would not fit into a list of ours; `name` says of which file, or where in it."""
    if rows <= limits.most_rows and columns <= limits.most_columns and rows * columns <= limits.most_cells:
        return
    many = f"goes to row {rows:,} and column {columns:,}"
    if limits.is_ours:
        refuse(name, f"A sheet {many}, far outside the {limits.what}; delete those cells, or fill in a new one.")
    most = f"{limits.most_rows:,} rows, {limits.most_columns} columns and {limits.most_cells:,} cells"
    refuse(name, f"A table here {many}, and at most {most} can be read; copy what you need into a new file.")


def refuse_many(cells: int, name: str, limits: Limits) -> None:
    """Refuse a file whose sheets have too many cells together."""
    most = TOGETHER * limits.most_cells
    if cells > most:
        refuse(name, f"Its sheets have more than {most:,} cells together; copy what you need into a new file.")
