"""Turning the cells of a returned tracker into edits, each checked as if somebody had typed it into a form."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from workbook.book import Book
from workbook.fields import Field
from workbook.formats import Formats
from workbook.kinds import KINDS, Reading, Unacceptable
from workbook.money import Money
from workbook.partner_sheets import rows_of
from workbook.problems import Problem
from workbook.records import RECORD_TYPES, Record
from workbook.returning.columns import CURRENCY, Declared, declared
from workbook.returning.edits import CLOSING, MERGED, ClosedEdit, Edit, Found, MissingRow, UnsureDate, refusal
from workbook.returning.matching import Match, matched, same
from workbook.returning.naming import naming_columns
from workbook.returning.new_rows import NewRows
from workbook.returning.returned import RACI, Cell, Returned, Sheet
from workbook.returning.roles import Roles
from workbook.returning.typed import DayOrder, Typing, Unsure, is_blank, read_cell, told

_NO_AMOUNT = "The currency was changed, but no amount of this row with it; write the amount as well."
_NO_CURRENCY = "The currency was taken out; the amounts of this row stay in {was}."


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
                Roles(self.base, self.reading, self._all_ids).find(sheet, found)
            else:
                self._records(sheet, found)
        return found

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.formats, self.base.label, self._find)

    def _find(self, type_name: str, text: str) -> str | None:
        """Find a record by its label as the drop-down has it, without looking through all names; else as anywhere."""
        code, _, _ = text.partition(" ")
        record = self.base.by_code(type_name, code)
        if record is not None and self.base.label(type_name, record.id).startswith(text.removesuffix("…")):
            return record.id
        return self.base.find(type_name, text)

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
            type_name = _type_of(self.base, types, match.record_id)
            record = self.base.get(type_name, match.record_id)
            if record is not None and (match.row.cells != sheet.written[match.record_id] or sheet.merged):
                _Row(self, _Place(sheet, known, type_name), match, record).compare(found)
        if known is not None:
            NewRows(self.base, self.returned.sha256, self.typing, (sheet, known), self._own).add(matching.new, found)
            for record_id in matching.missing:
                type_name = _type_of(self.base, types, record_id)
                found.missing.append(MissingRow(sheet.title, type_name, record_id, *CLOSING.get(type_name, ("", None))))


class _Place(NamedTuple):
    """A sheet, what is declared of it (None: nothing of it is taken), and the type of the record of a row."""

    sheet: Sheet
    known: Declared | None
    type_name: str

    def field(self, column: int) -> Field | None:
        """Return the field that a column stands for; None for what nobody may fill."""
        path = "" if self.known is None else self.known.path(self.sheet.columns[column], self.type_name)
        if self.known is None or not self.known.is_open(path, self.type_name):
            return None
        return RECORD_TYPES[self.type_name].by_name[path]


class _Row:
    """One row beside what it said when it went out."""

    def __init__(self, finder: Finder, place: _Place, match: Match, record: Record) -> None:
        self._finder, self._place, self._match, self._record = finder, place, match, record
        self._sheet = place.sheet
        self._written: Sequence[Cell] = place.sheet.written[match.record_id]
        self._currency = self._currency_column()
        self._was = "" if self._currency is None else told(self._written[self._currency]).strip().upper()
        self._is_now = "" if self._currency is None else told(match.row.cells[self._currency]).strip().upper()
        known = place.known
        self._has_lost_currency = self._currency is None and known is not None and CURRENCY in known.paths
        if known is None or known.open_to is not None:
            self._is_now = self._was  # a currency that nobody may fill is only told

    def compare(self, found: Found) -> None:
        """Add what the row says differently."""
        taken = len(found.edits) + len(found.problems)
        for column, (cell, was) in enumerate(zip(self._match.row.cells, self._written, strict=True)):
            field = self._place.field(column)
            if (self._match.row.number, column) in self._sheet.merged:
                if field is not None or not same(cell, was):
                    found.problems.append(Problem(MERGED, self._where(column)))
            elif field is not None and field.kind == "money" and self._is_now != self._was and not is_blank(cell):
                self._open_cell(found, column, field, cell)
            elif not same(cell, was):
                self._changed(found, column, field, cell)
        if self._is_now != self._was and (not self._is_now or taken == len(found.edits) + len(found.problems)):
            sentence = _NO_AMOUNT if self._is_now else _NO_CURRENCY.format(was=self._was)
            found.problems.append(Problem(sentence, self._where(self._currency or 0)))

    def _changed(self, found: Found, column: int, field: Field | None, cell: Cell) -> None:
        if field is not None:
            if not (self._match.how == "name" and field.name == "code" and is_blank(cell)):
                self._open_cell(found, column, field, cell)
        elif column != self._currency or self._is_now == self._was:
            title, was = self._sheet.titles[column], told(self._written[column])
            record_id = self._match.record_id
            found.closed.append(
                ClosedEdit(self._where(column), title, self._place.type_name, record_id, was, told(cell))
            )

    def _where(self, column: int) -> str:
        return self._sheet.place(self._match.row.number, column)

    def _currency_column(self) -> int | None:
        return next((n for n, key in enumerate(self._sheet.columns) if CURRENCY in key.split("|")), None)

    def _open_cell(self, found: Found, column: int, field: Field, cell: Cell) -> None:
        where, type_name, record = self._where(column), self._place.type_name, self._record
        held = getattr(record, field.name)
        try:
            value = read_cell(field, cell, self._typing(held))
        except Unsure:
            found.unsure.append(UnsureDate(where, told(cell), type_name, record.id, field.name))
            return
        except Unacceptable as error:
            found.problems.append(refusal(where, type_name, record.id, field, str(error)))
            return
        was, theirs = KINDS[field.kind].to_plain(held), KINDS[field.kind].to_plain(value)
        if was == theirs:
            return
        trouble = self._trouble(field, value)
        if trouble:
            found.problems.append(refusal(where, type_name, record.id, field, trouble))
            return
        found.edits.append(Edit(where, type_name, record.id, field.name, was, theirs, self._match.how))

    def _typing(self, held: object) -> Typing:
        """Return how an amount is read: in the currency of its row, unless it stood there in another one."""
        typing = self._finder.typing(self._is_now or self._was)
        is_apart = isinstance(held, Money) and held.currency != self._was and self._is_now == self._was
        return Typing(typing.reading, typing.order, "") if is_apart or self._has_lost_currency else typing

    def _trouble(self, field: Field, value: object) -> str:
        base, record, type_name = self._finder.base, self._record, self._place.type_name
        if field.required and KINDS[field.kind].is_blank(value):
            return "cannot be empty"
        if field.name == "code":
            other = base.by_code(type_name, str(value))
            if other is not None and other.id != record.id:
                return f"{value} already belongs to {base.label(type_name, other.id)}"
        if field.is_reference and record.id in (value if isinstance(value, tuple) else (value,)):
            return "cannot name the record itself"
        if field.name in RECORD_TYPES[type_name].key:
            return "cannot be changed, as it says what the row is about; write a new row instead"
        return ""


def _type_of(base: Book, types: Sequence[str], record_id: str) -> str:
    return next((name for name in types if base.get(name, record_id) is not None), types[0])
