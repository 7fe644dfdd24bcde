"""Tables that come from a spreadsheet as text: which cell is which field of which record, and what each cell says.

Excel and LibreOffice put a range on the clipboard as lines of cells with tabs between them; a cell that holds a tab, a
new line or a quotation mark stands in quotation marks. Nothing in a cell is ever worked out: text that looks like a
formula is text.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from babel.numbers import get_currency_symbol

from workbook.book import Book, id_for
from workbook.fields import Field
from workbook.identity import new_id
from workbook.kinds import KINDS, Reading, Unacceptable
from workbook.problems import Problem
from workbook.records import RecordType

Table = list[list[str]]
MOST_LINES = 20_000
_SIGNS = {"€": "EUR", "£": "GBP"}
"""Signs that mean one currency; others are taken for that of the partnership if they are its own."""
_HARD_BLANK = re.compile("[\u00a0\u2007\u202f]")
"""Blanks that pages put between words so that no line is broken there; nobody types them."""
_IGNORED = re.compile(r"\s*[*:]\s*$|\s*\([^)]*\)\s*$")


class Line(NamedTuple):
    """One line of a pasted table: its number as people count, the record it means ("" for a new one), its values."""

    number: int
    record_id: str
    given: dict[str, Any]


class Headed(NamedTuple):
    """Which field each column of a table with headings means, and the headings that mean none."""

    fields: tuple[Field | None, ...]
    unknown: tuple[str, ...]


def table_of(text: str) -> Table:
    """Split text into lines of cells; text that is not quoted as spreadsheets do it is split at tabs and lines."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not whole:
        return []
    try:
        table = list(csv.reader(io.StringIO(whole, newline=""), "excel-tab", strict=True))
    except csv.Error:
        table = [line.split("\t") for line in whole.split("\n")]
    while len(table) > 1 and not table[-1] and max(map(len, table)) > 1:
        table.pop()  # an empty line below several columns is none of their rows
    return [line or [""] for line in table]


def text_of(table: Sequence[Sequence[str]]) -> str:
    """Write lines of cells as spreadsheets exchange them; any end of a line in a cell is the same one."""
    written = io.StringIO()
    lines = ([cell.replace("\r\n", "\n").replace("\r", "\n") for cell in line] for line in table)
    csv.writer(written, "excel-tab", lineterminator="\n").writerows(lines)
    return written.getvalue()


def headed(record_type: RecordType, table: Table) -> Headed | None:
    """Return what the first line says if it is a line of headings: at least half of its cells are titles of fields."""
    if len(table) < 2:
        return None
    titles = {_plain(field.title): field for field in reversed(record_type.fields) if not field.internal}
    titles |= {_plain(field.name): field for field in record_type.fields if not field.internal}
    fields = tuple(titles.get(_plain(cell)) for cell in table[0])
    filled = [cell for cell in table[0] if cell.strip()]
    known = [field for field in fields if field is not None]
    if not known or len(known) * 2 < len(filled) or len(set(known)) < len(known):
        return None
    unknown = tuple(
        cell.strip() for cell, field in zip(table[0], fields, strict=True) if field is None and cell.strip()
    )
    return Headed(fields, unknown)


def new_columns(record_type: RecordType, columns: Sequence[Field], first: Sequence[str]) -> tuple[Field, ...]:
    """Return the fields that the cells of new records go into: those shown, but no codes where none were pasted."""
    fields = [field for field in columns if not field.internal]
    code = re.compile(rf"{re.escape(record_type.code_prefix)}-\d+", re.IGNORECASE)
    if record_type.code_prefix and first and first[0].strip() and not code.fullmatch(first[0].strip()):
        fields = [field for field in fields if field.name != "code"]
    return tuple(fields)


def read_lines(
    book: Book, record_type: RecordType, fields: Sequence[Field | None], lines: Table, reading: Reading, first: int = 1
) -> tuple[list[Line], list[Problem]]:
    """Read lines of new or known records; a record is known by its code, its name or what it joins.

    Empty lines are left out; `first` is the number of the first line. `fields` may be shorter than a line: what stands
    beyond it belongs to nothing.
    """
    known = Known(book, record_type)
    found: list[Line] = []
    problems: list[Problem] = []
    for number, cells in enumerate(lines, first):
        if not any(cell.strip() for cell in cells):
            continue
        given: dict[str, Any] = {}
        for field, text in zip(fields, cells, strict=False):
            if field is not None and text.strip():
                value, problem = read_cell(book, record_type, field, text, reading, number)
                given |= {} if problem is not None else {field.name: value}
                problems += [] if problem is None else [problem]
        found.append(Line(number, known.id_of(given), given))
    return found, problems


def read_cell(
    book: Book, record_type: RecordType, field: Field, text: str, reading: Reading, number: int
) -> tuple[Any, Problem | None]:
    """Read one cell as its kind does; an amount without a currency is in that of the partnership."""
    plain = text if field.kind == "text" else _HARD_BLANK.sub(" ", text)
    typed = _with_currency(plain.strip(), book.plan.currency) if field.kind == "money" else plain
    try:
        return KINDS[field.kind].read(field, typed, reading), None
    except Unacceptable as error:
        complaint = str(error).lstrip(": ")
        sentence = f"{complaint}." if complaint.startswith("“") else f"{field.title} {complaint}."
        return None, Problem(sentence, f"Row {number}, {field.title}", record_type.name, "", field.name)


def _with_currency(text: str, currency: str) -> str:
    """Return an amount with letters for its currency, as spreadsheets write a sign or leave it out."""
    if not text or any(char.isalpha() for char in text):
        return text
    signs = "".join(sorted({char for char in text if unicodedata.category(char) == "Sc"}))
    own = currency if not signs or signs == get_currency_symbol(currency, "en")[-1:] else ""
    letters = _SIGNS.get(signs) or own
    plain = "".join(char for char in text if char not in signs) if letters else text
    return f"{plain.strip()} {letters}".strip()


class Known:
    """Finds the record that a line means, in lists of any length."""

    def __init__(self, book: Book, record_type: RecordType) -> None:
        self._book, self._type = book, record_type
        self._names = self._by_name() if record_type.owner is None and record_type.code_prefix else {}

    def id_of(self, given: dict[str, Any]) -> str:
        """Return the id of the record that a line means, or nothing where it is a new one."""
        record_type = self._type
        if record_type.key:
            fields = [record_type.by_name[name] for name in record_type.key]
            plain = {field.name: str(KINDS[field.kind].to_plain(given.get(field.name)) or "") for field in fields}
            record_id = id_for(record_type, plain, new_id)
            return record_id if self._book.get(record_type.name, record_id) is not None else ""
        code = str(given.get("code") or "")
        if record_type.code_prefix and code:
            record = self._book.by_code(record_type.name, code)
            return "" if record is None else record.id
        return self._names.get(str(given.get(record_type.label) or "").strip().casefold(), "")

    def _by_name(self) -> dict[str, str]:
        """A name that several records have means none of them."""
        found: dict[str, str] = {}
        for record in self._book.records(self._type.name):
            name = str(getattr(record, self._type.label)).strip().casefold()
            found[name] = "" if name in found or not name else record.id
        return found


def _plain(text: str) -> str:
    """Return a heading without what people add to it: case, stars, colons, units in brackets, underscores."""
    plain = " ".join(text.replace("_", " ").split())
    return _IGNORED.sub("", plain).casefold()
