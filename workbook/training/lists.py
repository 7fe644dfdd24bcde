"""Reading a list of people that somebody pastes: from a spreadsheet, an e-mail, a sign-in sheet (domain: 5.4).

Nothing is refused: what cannot be read is left as *not said* and noted with its line, because a list of forty with two
odd cells is still a list of forty.
"""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbook.training.columns import FIELDS, columns_of, headed
from workbook.training.words import SEXES, age_of, group_of, plain, sex_of, yes_or_no

_NUMBERING = re.compile(r"^\s*(?:\d{1,3}\s*[.)]\s+|[-•*–]\s+)")
_ADDRESS = re.compile(r"\s*[<(\[]?[^\s<>()\[\];,]+@[^\s<>()\[\];,]+[>)\]]?")
_TOTALS = frozenset({"total", "sum", "summe", "gesamt", "somme", "suma", "totale", "المجموع"})


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of a list. None is *not said*; `line` is where the person stands in what was pasted."""

    name: str
    line: int
    organisation: str = ""
    sex: str | None = None
    age_band: str | None = None
    disability: bool | None = None
    stakeholder_type: str | None = None
    came: bool = True
    completed: bool | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something in a line that was left out or could not be read."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """What was understood of a list.

    `columns` says what each column was taken for (a name of `columns.FIELDS`, or `skip`), `cells` what stood in it.
    """

    columns: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()
    people: tuple[Attendee, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def said(self) -> frozenset[str]:
        """The columns that the list has; of the others nothing is known, which is something else than zero."""
        return frozenset(self.columns) - {"skip"}


def read_list(text: str, columns: Sequence[str] | None = None) -> AttendanceList:
    """Read a pasted list; `columns` overrules what the columns are taken for, one for each."""
    rows, separator = _rows(text)
    heading = headed(rows[0][1]) if rows else None
    body = rows[1:] if heading is not None else rows
    width = max((len(cells) for _line, cells in rows), default=0)
    rows = [(line, (*cells, *("" for _ in range(width - len(cells))))) for line, cells in body]
    found = heading or columns_of([cells for _line, cells in rows], width)
    if heading is None and separator == "," and _are_turned_names(found, [cells for _line, cells in rows]):
        found = ("family_name", "given_name")
    taken = tuple(columns) if columns is not None and len(columns) == width else (*found, *["skip"] * width)[:width]
    reader = _Reader(taken, [cells for _line, cells in rows])
    people = tuple(person for line, cells in rows if (person := reader.person(line, cells)) is not None)
    return AttendanceList(taken, tuple(cells for _line, cells in rows), people, tuple(reader.notes))


def _are_turned_names(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> bool:
    """Say whether “Doe, Jo” stands in the lines, which is a name and no organisation."""
    turned = sum(" " not in first and second.count(" ") < 2 for first, second in (row[:2] for row in rows if row[1:]))
    return columns == ("name", "organisation") and turned * 3 >= len(rows) * 2


def _rows(text: str) -> tuple[list[tuple[int, tuple[str, ...]]], str]:
    """Split a text into lines with their numbers and cells, and say by what; empty lines are left out."""
    shown = "".join(char for char in text if char in "\t\r\n" or unicodedata.category(char) not in ("Cc", "Cs"))
    lines = [(number, line) for number, line in enumerate(shown.splitlines(), 1) if line.strip(" \t;,،؛")]
    if len(lines) == 1 and lines[0][1].count("@") > 1:
        return [(1, (part.strip(),)) for part in re.split(r"[;,]", lines[0][1]) if part.strip()], ""
    text_lines = [line.replace("،", ",").replace("؛", ";") for _number, line in lines]
    separator = _separator(text_lines)
    found = []
    for (number, _line), line in zip(lines, text_lines, strict=True):
        found.append((number, tuple(" ".join(cell.split()) for cell in _cells(line, separator))))
    return found, separator


def _cells(line: str, separator: str) -> list[str]:
    """Split a line, quotes around a cell taken away; one that no spreadsheet wrote is split as it stands."""
    if not separator:
        return [line]
    try:
        return next(csv.reader([line], delimiter=separator))
    except csv.Error:
        return line.split(separator)


def _separator(lines: Sequence[str]) -> str:
    """Choose what stands between cells; a comma only where most lines have one, since names may hold one too."""
    for separator in ("\t", ";"):
        if any(separator in line for line in lines):
            return separator
    with_comma = sum("," in line for line in lines)
    return "," if lines and with_comma * 2 > len(lines) else ""


class _Reader:
    """Makes people out of cells, noting what cannot be read."""

    def __init__(self, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
        self.columns = columns
        self.notes: list[Note] = []
        self._seen: dict[tuple[str, str], int] = {}
        sexes = {plain(cells[columns.index("sex")]) for cells in rows} if "sex" in columns else set()
        self._h_is_man = "h" in sexes and not sexes & {"f", "w"}

    def person(self, line: int, cells: tuple[str, ...]) -> Attendee | None:
        """Return the person of a line, or None for a line without one and for somebody who is there already."""
        held = {name: cell for name, cell in zip(self.columns, cells, strict=True) if name != "skip" and cell}
        name = held.get("name", "") or f"{held.get('given_name', '')} {held.get('family_name', '')}".strip()
        name = _ADDRESS.sub("", _NUMBERING.sub("", name)).strip(" \"',;:") or name.strip()
        if plain(name).split(" ")[0] in _TOTALS:
            self._note(line, f"“{name}” is a sum and not a person; it is left out.")
            return None
        if not held:
            return None
        if not name and any(column in self.columns for column in ("name", "given_name", "family_name")):
            self._note(line, "This line has no name; the person is counted all the same.")
        person = self._filled(Attendee(name, line, held.get("organisation", "")), held)
        key = plain(person.name), plain(person.organisation)
        before = self._seen.get(key)
        if name and before is not None:
            self._note(line, f"“{name}” stands in line {before} already and is counted once.")
            return None
        self._seen[key] = line
        return person

    def _filled(self, person: Attendee, held: dict[str, str]) -> Attendee:
        sex = self._read(person, held, "sex", sex_of(held.get("sex", ""), h_is_man=self._h_is_man))
        age = self._read(person, held, "age", age_of(held.get("age", "")))
        group = self._read(person, held, "stakeholder_type", group_of(held.get("stakeholder_type", "")))
        disability = self._read(person, held, "disability", yes_or_no(held.get("disability", "")))
        came = self._read(person, held, "came", yes_or_no(held.get("came", "")))
        completed = self._read(person, held, "completed", yes_or_no(held.get("completed", "")))
        finished = completed in ("yes", "completed") or came == "completed"
        return replace(
            person,
            sex=sex,
            age_band=age,
            stakeholder_type=group,
            disability=None if disability is None else disability != "no",
            came=finished or "came" not in self.columns or came in ("yes", "completed"),
            completed=finished if "completed" in self.columns or came == "completed" else None,
        )

    def _read(self, person: Attendee, held: dict[str, str], column: str, value: str | None) -> str | None:
        text = held.get(column, "")
        if value is None and text and SEXES.get(plain(text)) != "undisclosed":
            what = FIELDS[column].lower()
            self._note(person.line, f"“{text}” was not understood as {what}; it is left as not said.")
        return value

    def _note(self, line: int, sentence: str) -> None:
        self.notes.append(Note(line, sentence))
