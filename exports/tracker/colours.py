"""Colours that follow what a cell says, also after somebody changed it; the words stay, so nothing hangs on colour."""

from typing import Any, Literal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

SOFT_RED, SOFT_AMBER, SOFT_GREEN, SOFT_GREY, SOFT_BLUE = "FFF6D5D2", "FFFBE7BF", "FFD5EBD9", "FFE7EAEA", "FFDCE8F3"


def colour_equal(
    sheet: Any, cells: str, value: str, colour: str, operator: Literal["equal", "notEqual"] = "equal"
) -> None:
    """Colour the cells that hold a value; text in quotation marks, as in a formula."""
    sheet.conditional_formatting.add(cells, Rule("cellIs", operator=operator, formula=[value], dxf=_filled(colour)))


def quoted(text: str) -> str:
    """Write text as a formula does."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def colour_where(sheet: Any, cells: str, formula: str, colour: str) -> None:
    """Colour the cells for which a formula, written for the first of them, is true."""
    sheet.conditional_formatting.add(cells, Rule("expression", formula=[formula], dxf=_filled(colour)))


def _filled(colour: str) -> DifferentialStyle:
    return DifferentialStyle(fill=PatternFill("solid", bgColor=colour))
