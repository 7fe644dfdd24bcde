"""What rows of a table say about each other: that one is part of another, or comes after it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbook.book import Book
from workbook.bringing_in.columns import Match
from workbook.bringing_in.kinds_of_rows import ROW_ID
from workbook.bringing_in.results import Note, Taken
from workbook.bringing_in.sheets import text_of
from workbook.bringing_in.tables import Table
from workbook.kinds import quoted

_OUTLINED = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})+)\.?\s+\S|\s*(\d{1,3})[.)]\s+\S")
_MOSTLY = 0.8


def linked(book: Book, table: Table, match: Match, taken: Sequence[Taken]) -> tuple[list[Taken], list[Note]]:
    """Turn words into ids: the number of a row, a name in the file, or one in here; and say which mean nothing."""
    record_type = match.kind.record_type
    by_word: dict[str, str] = {}
    ids = [place for place, name in enumerate(match.fields) if name == ROW_ID]
    cells = {row.number: row.cells for row in table.rows}
    for one in taken:
        for word in (one.given.get(record_type.label), one.given.get("code"), *(cells[one.row][at] for at in ids)):
            if word not in (None, ""):
                by_word.setdefault(text_of(word).casefold(), one.record_id)
    above = _outline(match, taken) if "parent" in record_type.by_name and "parent" not in match.fields else {}
    notes: list[Note] = []
    made = []
    for one in taken:
        links: dict[str, tuple[str, ...]] = {}
        for name, words in one.links.items():
            found = [by_word.get(word.casefold()) or book.find(record_type.name, word) for word in words]
            links[name] = tuple(record_id for record_id in found if record_id and record_id != one.record_id)
            unknown = [word for word, record_id in zip(words, found, strict=True) if not record_id]
            if unknown:
                title = record_type.by_name[name].title
                said = f"{title}: {quoted(unknown[0])} is neither in this file nor in the workbook."
                notes.append(Note(one.row, name, said))
        links |= {"parent": (above[one.record_id],)} if one.record_id in above else {}
        made.append(replace(one, links=links) if links else one)
    return made, notes


def _outline(match: Match, taken: Sequence[Taken]) -> dict[str, str]:
    """Return the record above each, by numbers in front of names: 1.2.1 is part of 1.2, and 2.1 of 2 or 2.0."""
    label = match.kind.record_type.label
    by_number: dict[tuple[int, ...], str] = {}
    for one in taken:
        found = _OUTLINED.match(str(one.given.get(label) or ""))
        if found is not None:
            by_number.setdefault(_significant((found[1] or found[2]).split(".")), one.record_id)
    if len(by_number) < max(3, len(taken) * _MOSTLY):
        return {}
    above = ((record_id, by_number.get(_significant(number[:-1]))) for number, record_id in by_number.items())
    return {record_id: parent for record_id, parent in above if parent is not None}


def _significant(parts: Sequence[str | int]) -> tuple[int, ...]:
    """Return the numbers of an outline without the zeros that stand for nothing: 2.0 is 2, and 5.0.1 is 5.1."""
    return tuple(number for number in map(int, parts) if number)
