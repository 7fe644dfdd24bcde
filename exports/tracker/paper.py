"""How a sheet lies on paper: with its name, the day and the page in the margins."""

from math import ceil
from typing import Any, Literal

from exports.tracker.shown import Shown

_LETTER, _A4 = 1, 9
_PAGE_WIDTH = 210  # characters across a landscape page, at the smallest size that can still be read


def prepare(sheet: Any, shown: Shown, orientation: Literal["landscape", "portrait"] = "landscape") -> None:
    """Set up the page of a sheet, as wide as the paper."""
    sheet.sheet_view.rightToLeft = shown.formats.right_to_left
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = _LETTER if shown.edition.paper == "Letter" else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.7, 0.6, 0.3, 0.3
    sheet.oddHeader.left.text = in_margin(shown.book.plan.title)
    sheet.oddHeader.right.text = "&A"
    sheet.oddFooter.left.text = in_margin(shown.say("As of {date}", date=shown.formats.date(shown.as_of)))
    sheet.oddFooter.right.text = "&P / &N"


def spread(sheet: Any, width: float) -> None:
    """Let a wide table go over several pages side by side, each with the header and the names of its rows."""
    sheet.page_setup.fitToWidth = max(1, ceil(width / _PAGE_WIDTH))
    sheet.page_setup.pageOrder = "overThenDown"
    sheet.print_title_rows = "1:1"
    if sheet.page_setup.fitToWidth > 1:
        sheet.print_title_cols = "A:C"


def in_margin(text: str) -> str:
    """Return text for a header: "&" begins a command there, and the whole line may have 255 characters."""
    one_line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return one_line[:80].replace("&", "&&")
