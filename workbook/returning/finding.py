"""Turning the cells of a returned tracker into edits, each checked as if somebody had typed it into a form."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from workbook.book import Book, id_for
from workbook.fields import Field
from workbook.formats import Formats
from workbook.identity import new_id
from workbook.kinds import KINDS, Plain, Reading, Unacceptable
from workbook.partner_sheets import rows_of
from workbook.problems import Problem
from workbook.records import RECORD_TYPES, Record
from workbook.returning.columns import CURRENCY, Declared, declared
from workbook.returning.edits import CLOSING, ClosedEdit, Edit, Found, MissingRow, UnsureDate
from workbook.returning.matching import Match, matched, naming_columns, same
from workbook.returning.new_rows import NewRows
from workbook.returning.returned import RACI, Cell, Returned, Sheet
from workbook.returning.typed import DayOrder, Typing, Unsure, is_blank, read_cell, told

_SEEN_ONLY = ("*a", "*r", "code", "title")


@dataclass
class Finder:
    """Looks through one file. `base` is the book that it was made from, `order` how its dates are to be read."""

    returned: Returned
    base: Book
    formats: Formats
    order: DayOrder = ""

    def found(self) -> Found:
        """Return everything that the file says differently."""
        found = Found(problems=list(self.returned.problems))
        for sheet in self.returned.sheets:
            if sheet.key == RACI:
                self._roles(sheet, found)
            else:
                self._records(sheet, found)
        return found

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.formats, self.base.label, self.base.find)

    def typing(self, currency: str = "") -> Typing:
        return Typing(self.reading, self.order, currency or self.base.plan.currency)

    @cached_property
    def _all_ids(self) -> frozenset[str]:
        return frozenset(record_id for name in RECORD_TYPES for record_id in self.base.table(name))

    @cached_property
    def _own(self) -> frozenset[str] | None:
        partner = self.returned.origin.partner_id
        return rows_of(self.base, partner)["Indicators"] if partner else None

    def _records(self, sheet: Sheet, found: Found) -> None:
        known = declared(sheet.key, of_partner=bool(self.returned.origin.partner_id))
        types = ("resources",) if known is None else known.types
        matching = matched(sheet, naming_columns(types, sheet.columns), self._all_ids)
        found.problems += matching.problems
        for match in matching.known:
            if match.row.cells != sheet.written[match.record_id]:
                self._row(sheet, known, match, found)
        if known is not None:
            NewRows(self.base, self.returned.sha256, self.typing, (sheet, known), self._own).add(matching.new, found)
            for record_id in matching.missing:
                type_name = _type_of(self.base, types, record_id)
                found.missing.append(MissingRow(sheet.title, type_name, record_id, *CLOSING.get(type_name, ("", None))))

    def _row(self, sheet: Sheet, known: Declared | None, match: Match, found: Found) -> None:
        written, cells = sheet.written[match.record_id], match.row.cells
        type_name = _type_of(self.base, ("resources",) if known is None else known.types, match.record_id)
        record = self.base.get(type_name, match.record_id)
        if record is None:
            return
        currency, is_other = self._currency(sheet, cells, written)
        for place, (cell, was) in enumerate(zip(cells, written, strict=True)):
            path = "" if known is None else known.path(sheet.columns[place], type_name)
            is_money = is_other and path in RECORD_TYPES[type_name].by_name and _field(type_name, path).kind == "money"
            if cell == was and type(cell) is type(was) and not is_money:
                continue
            if same(cell, was) and not (is_money and not is_blank(cell)):
                continue
            where = sheet.place(match.row.number, place)
            if match.how == "name" and path == "code" and is_blank(cell):
                continue
            if (match.row.number, place) in sheet.merged:
                found.problems.append(Problem(_MERGED, where))
            elif known is not None and known.is_open(path, type_name):
                self._open_cell(found, where, record, _field(type_name, path), cell, match, currency)
            elif not (known is not None and path == CURRENCY and known.open_to is None):
                found.closed.append(
                    ClosedEdit(where, sheet.titles[place], type_name, match.record_id, told(was), told(cell))
                )

    def _currency(self, sheet: Sheet, cells: Sequence[Cell], written: Sequence[Cell]) -> tuple[str, bool]:
        """Return the currency of the amounts of a row, and whether somebody changed it."""
        place = next((n for n, key in enumerate(sheet.columns) if CURRENCY in key.split("|")), None)
        if place is None:
            return "", False
        said, was = told(cells[place]).strip().upper(), told(written[place]).strip().upper()
        if self.returned.origin.partner_id:
            return was, False
        return said, said != was and bool(said)

    def _open_cell(
        self, found: Found, where: str, record: Record, field: Field, cell: Cell, match: Match, currency: str
    ) -> None:
        type_name = _type_of(self.base, tuple(RECORD_TYPES), match.record_id)
        try:
            value = read_cell(field, cell, self.typing(currency))
        except Unsure:
            found.unsure.append(UnsureDate(where, told(cell), type_name, record.id, field.name))
            return
        except Unacceptable as error:
            found.problems.append(_refused(where, type_name, record.id, field, str(error)))
            return
        was, theirs = KINDS[field.kind].to_plain(getattr(record, field.name)), KINDS[field.kind].to_plain(value)
        if was == theirs:
            return
        trouble = self._trouble(type_name, record, field, value)
        if trouble:
            found.problems.append(_refused(where, type_name, record.id, field, trouble))
            return
        found.edits.append(Edit(where, type_name, record.id, field.name, was, theirs, match.how))

    def _trouble(self, type_name: str, record: Record, field: Field, value: object) -> str:
        if field.required and KINDS[field.kind].is_blank(value):
            return "cannot be empty"
        if field.name == "code":
            other = self.base.by_code(type_name, str(value))
            if other is not None and other.id != record.id:
                return f"{value} already belongs to {self.base.label(type_name, other.id)}"
        if field.is_reference and record.id in (value if isinstance(value, tuple) else (value,)):
            return "cannot name the record itself"
        if field.name in RECORD_TYPES[type_name].key:
            return "cannot be changed, as it says what the row is about; write a new row instead"
        return ""

    def _roles(self, sheet: Sheet, found: Found) -> None:
        matching = matched(sheet, {"code": ["code"], "name": ["title"]}, self._all_ids)
        found.problems += matching.problems
        found.problems += [
            Problem("This row names no activity of the tracker; add it on the sheet of activities first.", where)
            for where in (f"{sheet.title}, row {row.number}" for row in matching.new)
        ]
        for match in matching.known:
            written = sheet.written[match.record_id]
            for place, (cell, was) in enumerate(zip(match.row.cells, written, strict=True)):
                if same(cell, was):
                    continue
                where, key = sheet.place(match.row.number, place), sheet.columns[place]
                if (match.row.number, place) in sheet.merged:
                    found.problems.append(Problem(_MERGED, where))
                elif key in _SEEN_ONLY:
                    closed = ClosedEdit(
                        where, sheet.titles[place], "activities", match.record_id, told(was), told(cell)
                    )
                    found.closed.append(closed)
                else:
                    self._role(found, where, match, key, cell)

    def _role(self, found: Found, where: str, match: Match, partner_id: str, cell: Cell) -> None:
        record_type = RECORD_TYPES["responsibilities"]
        field = record_type.by_name["letters"]
        values: dict[str, Plain] = {"activity": match.record_id, "partner": partner_id}
        record_id = id_for(record_type, values, new_id)
        said = told(cell).upper().replace("/", ";").replace(",", ";").replace(" ", ";").replace("+", ";")
        try:
            letters = KINDS["choices"].to_plain(KINDS["choices"].read(field, said, self.reading))
        except Unacceptable as error:
            found.problems.append(_refused(where, record_type.name, record_id, field, str(error)))
            return
        record = self.base.get(record_type.name, record_id)
        was = [] if record is None else list(getattr(record, "letters", ()))
        if was == letters:
            return
        if record is None:
            found.edits += [
                Edit(where, record_type.name, record_id, name, None, value, match.how) for name, value in values.items()
            ]
        found.edits.append(Edit(where, record_type.name, record_id, "letters", list(was), letters, match.how))


_MERGED = "This cell is merged with another, so nobody can tell what it says; split it, and fill it again."


def _field(type_name: str, path: str) -> Field:
    return RECORD_TYPES[type_name].by_name[path]


def _type_of(base: Book, types: Sequence[str], record_id: str) -> str:
    return next((name for name in types if base.get(name, record_id) is not None), types[0])


def _refused(where: str, type_name: str, record_id: str, field: Field, complaint: str) -> Problem:
    said = complaint.lstrip(": ")
    sentence = f"{said}." if said.startswith("“") else f"{field.title} {said}."
    return Problem(sentence, where, type_name, record_id, field.name)
