"""Text files with cells in them, of any separator, quotes and encoding."""

import codecs
import csv
import io
from collections import Counter

from exports.incoming.limits import refuse, refuse_vast
from workbook.bringing_in.sheets import Sheet

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ("\t", ";", ",", "|", "\x1f")
_LOOKED_AT = 64_000
_NOT_WINDOWS = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))  # bytes that mean nothing in cp1252
_LONGEST_CELL = 1_000_000


def sheet_of_text(content: bytes, name: str) -> Sheet:
    """Read a text file; raise `Refused` where it is none or far too large."""
    text, separator = _separator(decoded(content, name).replace("\r\n", "\n").replace("\r", "\n"))
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[tuple[str, ...]] = []
    widest = 0
    try:
        escape = "\\" if '\\"' in text else None
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, escapechar=escape):
            rows.append(tuple(row))
            widest = max(widest, len(row))
            refuse_vast(len(rows), widest, name)
    except csv.Error:
        refuse(name, "A quotation mark is opened and never closed, or a cell is far too long; mend it and try again.")
    return Sheet(name.rpartition(".")[0] or name, tuple(rows))


def decoded(content: bytes, name: str) -> str:
    """Return what a text file says; raise `Refused` where it is none."""
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "") or _by_zeros(content)
    for attempt in (encoding or "utf-8", _guessed(content)):
        try:
            text = content.decode(attempt)
        except UnicodeDecodeError:
            continue
        if sum(char < " " and char not in "\t\n\r\x1f" for char in text[:_LOOKED_AT]) * 50 < len(text[:_LOOKED_AT]):
            return text
    return refuse(name, "This is neither a spreadsheet nor a text file; choose the one that holds the list.")


def _guessed(content: bytes) -> str:
    """Guess an encoding of one script. Few letters beyond ASCII are accents, which a short text tells too little of."""
    some = content[:_LOOKED_AT]
    if sum(byte > 127 for byte in some) * 6 < len(some):
        return "cp1252" if not set(some) & _NOT_WINDOWS else "latin-1"
    from charset_normalizer import from_bytes

    best = from_bytes(some).best()
    return best.encoding if best is not None else "cp1252"


def _by_zeros(content: bytes) -> str:
    """Tell UTF-16 and UTF-32 without a mark by where their empty bytes are."""
    some = content[:400]
    if some.count(0) * 4 < len(some):
        return ""
    places = Counter(place % 4 for place, byte in enumerate(some) if byte == 0)
    if places[0] and places[1] and places[2] and not places[3]:
        return "utf-32-be"
    if places[1] and places[2] and places[3] and not places[0]:
        return "utf-32-le"
    return "utf-16-be" if places[0] > places[1] else "utf-16-le"


def _separator(text: str) -> tuple[str, str]:
    """Return the text without a line that names its separator, and what separates cells: what does so most evenly."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        return rest, first[4]
    best, most = ",", 0.0
    for separator in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(text[:_LOOKED_AT], newline=""), delimiter=separator)]
        except csv.Error:
            continue
        widths = [width for width in widths[:-1] or widths if width]
        common, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        score = times / len(widths) * min(common, 10) if common > 1 else 0.0
        if score > most:
            best, most = separator, score
    return text, best
