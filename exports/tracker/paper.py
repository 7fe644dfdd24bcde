"""How a sheet lies on paper: landscape, as wide as a page, with its name, the day and the page in the margins."""

from typing import Any

from exports.tracker.shown import Shown

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "CO", "CL", "PH", "VE", "CR", "GT", "PA", "DO", "SV", "NI"})
_LETTER, _A4 = 1, 9


def prepare(sheet: Any, shown: Shown) -> None:
    """Set up the page of a sheet and take its grid as the lines of the table."""
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _LETTER if shown.book.plan.country.upper() in _LETTER_COUNTRIES else _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.gridLines = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.7, 0.6, 0.3, 0.3
    sheet.oddHeader.left.text = in_margin(shown.book.plan.title)
    sheet.oddHeader.right.text = "&A"
    sheet.oddFooter.left.text = in_margin(f"As of {shown.as_of:%d %b %Y}")
    sheet.oddFooter.right.text = "&P / &N"


def in_margin(text: str) -> str:
    """Return text for a header: "&" begins a command there, and the whole line may have 255 characters."""
    one_line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return one_line[:80].replace("&", "&&")
