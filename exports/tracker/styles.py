"""How the cells of a tracker look, each look made once: role and format in, the number of a style out."""

import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from exports.tracker import contents

INK, PAPER, ACCENT, SOFT, MUTED = "FF22282A", "FFFFFFFF", "FF1F5C66", "FFE6EBEB", "FF5B6669"

BODY, OPEN, PLAIN, WORKED_OUT, HEADER, WORKED_HEADER, TITLE, HEADING, QUIET = (
    "body", "open", "plain", "worked out", "header", "worked header", "title", "heading", "quiet",
)  # fmt: skip

_FORMATS = {
    contents.TEXT: "General",
    contents.WHOLE: "#,##0",
    contents.NUMBER: "#,##0.########",
    contents.PERCENT: "0.##%",
    contents.DATE: "d mmm yyyy",
    contents.MOMENT: "d mmm yyyy hh:mm",
}
_FONTS = {
    HEADER: Font(name="Calibri", size=10, bold=True, color=PAPER),
    WORKED_HEADER: Font(name="Calibri", size=10, bold=True, italic=True, color=PAPER),
    TITLE: Font(name="Calibri", size=18, bold=True, color=ACCENT),
    HEADING: Font(name="Calibri", size=12, bold=True, color=ACCENT),
    QUIET: Font(name="Calibri", size=10, color=MUTED),
}
_BODY_FONT = Font(name="Calibri", size=10, color=INK)
_FILLS = {HEADER: ACCENT, WORKED_HEADER: MUTED, WORKED_OUT: SOFT}
_FINE = Side(style="thin", color="FFD3DADB")
_LINES = Border(left=_FINE, right=_FINE, top=_FINE, bottom=_FINE)
_OUR_WORDS = (PLAIN, HEADER, WORKED_HEADER, HEADING, QUIET)
"""What is said in the language of the tracker; elsewhere each text has the direction of its own first letter."""
_FROM_THE_RIGHT = 2
_TO_THE_RIGHT = (contents.WHOLE, contents.NUMBER, contents.PERCENT, contents.MONEY)


def number_format(format: str) -> str:
    """Return Excel's code for a format; money shows the letters of its currency."""
    kind, _, currency = format.partition(" ")
    if kind == contents.MONEY:
        return f'#,##0.00\\ "{re.sub("[^A-Z]", "", currency)}"' if currency else "#,##0.00"
    return _FORMATS[format]


class Styles:
    """The styles of one workbook; where one reads from the right, text begins there and numbers end at the left."""

    def __init__(self, workbook: Workbook, *, right_to_left: bool = False) -> None:
        self._right_to_left = right_to_left
        self._sheet: Any = workbook.create_sheet("styles")
        workbook.remove(self._sheet)
        self._numbers: dict[tuple[str, str, bool], int] = {}
        self._looks: dict[tuple[str, str], Any] = {}

    def number(self, role: str, format: str = contents.TEXT, *, looks_active: bool = False) -> int:
        """Return the number of a style; text that looks like a formula carries Excel's mark for text."""
        key = (role, format, looks_active)
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = self._model(*key).style_id
        return found

    def look(self, role: str, format: str) -> Any:
        """Return a style in the form in which a whole column can carry it."""
        key = (role, format)
        if key not in self._looks:
            model: Any = self._model(role, format)
            self._looks[key] = model._style  # noqa: SLF001 - openpyxl has no other way to share one
        return self._looks[key]

    def _model(self, role: str, format: str = contents.TEXT, looks_active: bool = False) -> Cell:
        """Return a cell that looks so."""
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = _FONTS.get(role, _BODY_FONT)
        if role in _FILLS:
            cell.fill = PatternFill("solid", fgColor=_FILLS[role])
        if role in (BODY, OPEN, WORKED_OUT):
            cell.border = _LINES
        if role == OPEN:
            cell.protection = Protection(locked=False)
        is_number = format.startswith(_TO_THE_RIGHT)
        header = role in (HEADER, WORKED_HEADER)
        is_wrapped = header or (role not in (TITLE, HEADING, QUIET) and not is_number)
        cell.alignment = Alignment(
            horizontal="right" if is_number != self._right_to_left else "left",
            vertical="center" if header else "top",
            wrap_text=is_wrapped,
            indent=1 if is_number else 0,
            readingOrder=_FROM_THE_RIGHT if self._right_to_left and role in _OUR_WORDS else 0,
        )
        cell.number_format = number_format(format)
        cell.quotePrefix = looks_active
        return cell
