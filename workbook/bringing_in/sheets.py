"""A sheet as it was read, whatever kind of file it came from."""

import datetime
import html
import re
from dataclasses import dataclass

Cell = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta
Cells = tuple[Cell, ...]

_CONTROLS = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
_UNSEEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0x7F, 0xFEFF, 0x200B), "") | _CONTROLS
"""What cannot be seen in a cell; quotation marks of Windows that were read as control characters become themselves."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_BREAK = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li)>")
_QUOTED = r"""(?:'[^']*'|"[^"]*")"""
_LISTED = re.compile(rf"\[\s*{_QUOTED}(?:\s*,\s*{_QUOTED})*\s*\]")
_ITEM = re.compile(r"""'([^']*)'|"([^"]*)\"""")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells from the first row on; an empty cell is "". `merged` are (row, column, row, column), from 0."""

    name: str
    rows: tuple[Cells, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def text_of(cell: Cell) -> str:
    """Return what a cell says: whole numbers without a point, days without a time, marks of web pages taken away."""
    if isinstance(cell, str):
        return _plain(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    return str(cell)


def is_empty(cell: Cell) -> bool:
    """Say whether nothing can be seen in a cell."""
    return isinstance(cell, str) and not cell.strip()


def _plain(text: str) -> str:
    text = text.translate(_UNSEEN)
    if "<" in text and _TAG.search(text):
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    if text.startswith("[") and _LISTED.fullmatch(text):  # a list as programs write it
        text = "; ".join((one or other).strip() for one, other in _ITEM.findall(text))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
