"""Notes that stand in a table of their own, as statistics have them, beside the rows that name them: “[note 3]”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbook.bringing_in.sheets import is_empty, text_of
from workbook.bringing_in.tables import Row, Table

_NUMBER = re.compile(r"(?i)\[?\s*(?:note|footnote|fn|nota|anmerkung)\s*(\d{1,3})\s*\]?\s*[.:]?")
_NAMED = re.compile(r"(?i)\[\s*(?:note|footnote|fn|nota|anmerkung)\s*(\d{1,3})\s*\]")
REFERENCE = re.compile(r"(?i)\s{0,5}\[\s*(?:note|footnote|fn|nota|anmerkung)\s*\d{1,3}\s*\]\s*\.?")
"""What a name has behind it that is no part of it."""
HEADING = "Footnotes"


def with_footnotes(tables: Sequence[Table]) -> list[Table]:
    """Put a column beside each table whose rows name notes that another table of the file explains."""
    notes = {number: text for table in tables for number, text in _notes_in(table)}
    return [_explained(table, notes) for table in tables] if notes else list(tables)


def _notes_in(table: Table) -> list[tuple[str, str]]:
    """Return the notes of a table whose first column numbers them."""
    rows = [[cell for cell in row.cells if not is_empty(cell)] for row in table.rows]
    numbered = [(_NUMBER.fullmatch(text_of(cells[0])), cells) for cells in rows if len(cells) == 2]
    found = [(number[1], text_of(cells[1])) for number, cells in numbered if number is not None]
    return found if len(found) == len(rows) else []


def _explained(table: Table, notes: dict[str, str]) -> Table:
    said = [_said(row, notes) for row in table.rows]
    if not any(said):
        return table
    rows = tuple(Row(row.number, (*row.cells, text), row.is_sum) for row, text in zip(table.rows, said, strict=True))
    return replace(table, headings=(*table.headings, HEADING), rows=rows)


def _said(row: Row, notes: dict[str, str]) -> str:
    named = (number for cell in row.cells if isinstance(cell, str) for number in _NAMED.findall(cell))
    return "\n".join(f"[note {number}] {notes[number]}" for number in dict.fromkeys(named) if number in notes)
