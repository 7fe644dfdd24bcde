"""What becomes of columns and cells that no field takes: kept in the note under their headings, or left out and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbook.bringing_in.kinds_of_rows import KEPT, ROW_KINDS, RowKind, Spellings
from workbook.bringing_in.sheets import Cell, text_of
from workbook.bringing_in.tables import BY_ITEM, Table
from workbook.bringing_in.unfolding import columns_of_periods
from workbook.fields import Field
from workbook.training.words import plain

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WHOLE = re.compile(r"\d+\.0")
_OF_PEOPLE = ("email", "phone", "position")
_PERSON = frozenset(
    map(
        plain, ("contact", "contact name", "contact person", "ansprechpartner", "nom du contact", "persona de contacto")
    )
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of the columns of a table before anybody says what its rows are.

    `why` says of each column why nobody would keep it, where nobody would; those in `of_people` are kept with
    contacts only; those in `of_periods` are for the table by period.
    """

    why: tuple[str, ...]
    of_people: frozenset[int]
    of_periods: frozenset[int]

    def why_left_out(self, kind: RowKind, place: int) -> str:
        """Say why a column that no field takes is left out, or nothing where it is worth keeping."""
        if place in self.of_people and kind.type_name != "contacts":
            return "about people, who belong to the contacts"
        return self.why[place]

    def with_kept(self, kind: RowKind, fields: Sequence[str]) -> tuple[str, ...]:
        """Keep in the note what no field takes and a person would keep."""
        return tuple(name or ("" if self.why_left_out(kind, place) else KEPT) for place, name in enumerate(fields))


def columns_of(table: Table, spellings: Spellings) -> Columns:
    """Look at each column of a table once."""
    held = [table.column(place) for place in range(len(table.headings))]
    of_periods = frozenset[int]() if table.folded is not None else columns_of_periods(table)
    repeated = table.repeated((*sorted(of_periods), *range(len(held))))
    why = tuple(_why(table, held, place, of_periods, repeated) for place in range(len(held)))
    people = (at for at, cells in enumerate(held) if cells and _is_about_people(table.headings[at], cells, spellings))
    return Columns(why, frozenset(people), of_periods)


def _why(table: Table, held: list[list[Cell]], place: int, of_periods: frozenset[int], repeated: dict[int, int]) -> str:
    cells = held[place]
    if place in table.made:
        return "worked out from the other columns"
    if not cells:
        return "empty"
    if place in of_periods:
        return "figures of a period, which the same table by period brings in"
    if table.folded is not None and table.layout == BY_ITEM and table.headings[place] in table.folded.headings:
        return "said of the whole row, which the table as it stands keeps"
    if place in repeated:
        return f"the same as “{table.headings[repeated[place]]}”"
    return "only numbers the rows" if _only_counts(cells) else ""


def kept_line(heading: str, cell: Cell) -> str:
    """Return a cell as it stands in a note; a whole number says so, as programs write “57.0” for one."""
    text = text_of(cell)
    return f"{heading}: {text.removesuffix('.0') if _WHOLE.fullmatch(text) else text}"


def noted(declared: Field, held: str, more: str) -> str:
    """Add to a note what it does not say yet, line by line; a note of one line goes on after a semicolon."""
    if declared.kind == "line":
        parts = dict.fromkeys(part.strip() for text in (held, more) for part in text.replace("\n", "; ").split("; "))
        return _shortened("; ".join(part for part in parts if part), declared.length)
    there = {line.strip() for line in held.split("\n")}
    new = [line for line in more.split("\n") if line.strip() not in there]
    return _shortened("\n".join((*([held] if held else ()), *new)), declared.length) if new else held


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _only_counts(cells: Sequence[Cell]) -> bool:
    """Say whether a column counts the rows: 1, 2, 3 and so on."""
    numbers = [text_of(cell).rstrip(".)") for cell in cells]
    return len(numbers) > 2 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _is_about_people(heading: str, cells: Sequence[Cell], spellings: Spellings) -> bool:
    some = [text_of(cell) for cell in cells[:200]]
    if sum(len(text) < 120 and bool(_EMAIL.search(text)) for text in some) * 2 > len(some):
        return True
    word = plain(heading.replace("_", " "))
    return word in _PERSON or ROW_KINDS["contacts"].headings(spellings).get(word) in _OF_PEOPLE
