"""Filling the grid of roles: one cell, a range, or what a spreadsheet had in it (domain: RACI, 3.2)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbook.book import Book, id_for
from workbook.changes import Change, change_between
from workbook.identity import new_id
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import accepted, made_record, removal
from workbook.records import RECORD_TYPES, Contact, Responsibility
from workbook.vocabularies import RACI

Cell = tuple[str, str]
"""The ids of an activity and a partner."""
Letters = tuple[str, ...]

_TYPE = RECORD_TYPES["responsibilities"]
_TITLES = {term.title.casefold(): term.key for term in RACI}


@dataclass
class SetResponsibilities:
    """Set the letters of several cells as one step; no letters empty a cell, persons and notes stay with the others."""

    cells: Mapping[Cell, Letters]
    title: str = field(default="Set roles in {count} cells", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        problems: list[Problem] = []
        changes: list[Change] = []
        touched: list[Cell] = []
        for cell, letters in self.cells.items():
            try:
                found = _filled(book, cell, {"letters": letters})
            except Refused as refused:
                problems += refused.problems
                continue
            changes += found
            touched += [cell] if found else []
        if problems:
            raise Refused(*problems)
        if len(touched) == 1:
            self.title, self.values = "Set roles of {partner} in {activity}", _named(book, touched[0])
        else:
            self.title, self.values = "Set roles in {count} cells", {"count": str(len(touched))}
        return tuple(changes)


@dataclass
class DescribeRole:
    """Say all of one cell in one step: the letters, the person that the partner names for it, and a note."""

    activity_id: str
    partner_id: str
    letters: Letters
    person: str | None = None
    note: str = ""
    title: str = field(default="Set roles of {partner} in {activity}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        cell = (self.activity_id, self.partner_id)
        self.values = _named(book, cell)
        person = book.one(Contact, self.person)
        if person is not None and person.partner not in (None, self.partner_id):
            other = book.label("partners", str(person.partner))
            sentence = f"{person.name} belongs to {other}; choose a contact of {self.values['partner']}."
            raise Refused(Problem(sentence, type=_TYPE.name, id=cell_id(*cell), field="person"))
        if not self.letters and (self.person or self.note.strip()):
            sentence = "Give the partner a letter first; a person or a note without a role says nothing."
            raise Refused(Problem(sentence, type=_TYPE.name, id=cell_id(*cell), field="letters"))
        return _filled(book, cell, {"letters": self.letters, "person": self.person, "note": self.note})


@dataclass
class PasteRoles:
    """Put a table of texts into cells of the same places as one step; texts that hold no letters are all named.

    `places` says what people call a cell. A table larger than the room for it is refused, so that nothing gets lost.
    """

    table: Sequence[Sequence[str]]
    targets: Sequence[Sequence[Cell]]
    places: Mapping[Cell, str]
    title: str = field(default="Paste roles", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        room = (len(self.targets), max((len(line) for line in self.targets), default=0))
        size = (len(self.table), max((len(line) for line in self.table), default=0))
        if size[0] > room[0] or size[1] > room[1]:
            sentence = f"What was copied has {size[0]} rows and {size[1]} columns, and from here on the grid has room "
            raise Refused(Problem(f"{sentence}for {room[0]} and {room[1]}. Begin further up or copy less."))
        problems: list[Problem] = []
        given: dict[Cell, Letters] = {}
        for line, cells in zip(self.table, self.targets, strict=False):
            for text, cell in zip(line, cells, strict=False):
                letters = letters_from(text)
                if letters is None:
                    sentence = f"“{text}” is no role; write R, A, C or I, several as “R, A”, or leave it empty."
                    problems.append(Problem(sentence, self.places.get(cell, ""), _TYPE.name, cell_id(*cell), "letters"))
                else:
                    given[cell] = letters
        if problems:
            raise Refused(*problems)
        changes = SetResponsibilities(given).plan(book)
        self.title, self.values = "Paste roles into {count} cells", {"count": str(len(changes))}
        return changes


def cell_id(activity: str, partner: str) -> str:
    """Return the id of the record that a cell of the grid is."""
    return id_for(_TYPE, {"activity": activity, "partner": partner}, new_id)


def letters_of(book: Book, cell: Cell) -> Letters:
    """Return the letters of a cell."""
    held = book.one(Responsibility, cell_id(*cell))
    return () if held is None else held.letters


def letters_from(text: str) -> Letters | None:
    """Read letters as people write them into a spreadsheet, “R, A”, “RA”, “r/a” or “Responsible”; None if it is not.

    A dash or nothing at all means no role; an x does not say which one.
    """
    found: list[str] = []
    for part in re.split(r"[\s,;/&+|·.]+", text.strip()):
        if part in ("", "-", "–", "—"):
            continue
        title = _TITLES.get(part.casefold())
        letters = [title] if title else list(part.upper())
        if any(letter not in RACI for letter in letters):
            return None
        found += letters
    return tuple(letter for letter in RACI.keys if letter in found)


def toggled(book: Book, cells: Sequence[Cell], letter: str) -> SetResponsibilities:
    """Set a letter in every cell; where all of them have it already, take it away from all."""
    held = {cell: letters_of(book, cell) for cell in cells}
    if all(letter in letters for letters in held.values()):
        return SetResponsibilities({c: tuple(one for one in has if one != letter) for c, has in held.items()})
    return SetResponsibilities({c: (*has, letter) for c, has in held.items() if letter not in has})


def emptied(book: Book, cells: Iterable[Cell]) -> SetResponsibilities:
    """Take every letter out of these cells."""
    return SetResponsibilities({cell: () for cell in cells if letters_of(book, cell)})


def copied_over(book: Book, sources: Mapping[Cell, Cell]) -> SetResponsibilities:
    """Give each cell the letters of another: filling down or across."""
    return SetResponsibilities({cell: letters_of(book, source) for cell, source in sources.items()})


def _filled(book: Book, cell: Cell, given: Mapping[str, object]) -> tuple[Change, ...]:
    record_id = cell_id(*cell)
    before = book.get(_TYPE.name, record_id)
    if not given["letters"]:
        return () if before is None else removal(book, [(_TYPE, before)])
    if before is None:
        after = made_record(book, _TYPE, {"activity": cell[0], "partner": cell[1], **given}, record_id)
    else:
        after = accepted(book, _TYPE, before, given)
    change = change_between(_TYPE, before, after)
    return () if change is None else (change,)


def _named(book: Book, cell: Cell) -> dict[str, str]:
    return {"activity": book.label("activities", cell[0]), "partner": book.label("partners", cell[1])}
