"""Rows that people added to a tracker: which kind of record each becomes, or why it cannot become one."""

from collections.abc import Callable, Sequence
from typing import Any

from workbook.book import Book
from workbook.changes import plain_values
from workbook.codes import free_codes
from workbook.identity import derived_id
from workbook.kinds import Unacceptable
from workbook.operations.editing import made_record
from workbook.problems import Problem, Refused
from workbook.records import RECORD_TYPES, RecordType
from workbook.returning.columns import CURRENCY, Declared
from workbook.returning.edits import ClosedEdit, Edit, Found, NewRow, UnsureDate, refusal
from workbook.returning.naming import naming_columns
from workbook.returning.returned import Row, Sheet
from workbook.returning.typed import Typing, Unsure, is_blank, read_cell, told


class NewRows:
    """Makes the records of new rows in one sheet; `sha256` is that of the file, `typing` says how a cell is read.

    `own` are the indicators of the partner whose tracker it is; None: of the whole plan.
    """

    def __init__(
        self,
        base: Book,
        sha256: str,
        typing: Callable[[str], Typing],
        place: tuple[Sheet, Declared],
        own: frozenset[str] | None,
    ) -> None:
        self._base, self._sha256, self._typing = base, sha256, typing
        (self._sheet, self._known), self._own = place, own
        self._made: dict[str, str] = {}

    def add(self, rows: Sequence[Row], found: Found) -> None:
        """Add to what was found the record that each row would become."""
        given_codes = {self._code(row).casefold() for row in rows}
        codes = {name: free_codes(self._base, RECORD_TYPES[name], given_codes) for name in self._known.types}
        for row in rows:
            where = f"{self._sheet.title}, row {row.number}"
            if not self._known.addable:
                found.problems.append(Problem(self._not_taken(row), where))
                continue
            record_type = self._type(row)
            if record_type is None:
                kinds = " or ".join(RECORD_TYPES[name].title.lower() for name in self._known.types)
                said = f"Nobody can tell whether this row is a {kinds}; fill a column that only one of them has."
                found.problems.append(Problem(said, where))
                continue
            given = self._given(row, record_type, found)
            if given is not None and self._is_foreign(given):
                said = "This row is about something that is not in the tracker; nothing is taken from it."
                found.problems.append(Problem(said, where))
            elif given is not None:
                self._make(row, where, record_type, given, codes[record_type.name], found)

    def _is_foreign(self, given: dict[str, Any]) -> bool:
        """Say whether a partner writes about an indicator that is not its own."""
        return self._own is not None and "indicator" in given and given["indicator"] not in self._own

    def _make(
        self, row: Row, where: str, record_type: RecordType, given: dict[str, Any], codes: Any, found: Found
    ) -> None:
        base = self._base
        code = str(given.get("code") or "")
        if record_type.code_prefix and (not code or base.by_code(record_type.name, code) is not None):
            given["code"] = next(codes)
        own = "" if record_type.key else derived_id("tracker row", self._sha256, where)
        try:
            record = made_record(base, record_type, given, own)
        except Refused as refused:
            found.problems += [problem._replace(place=where) for problem in refused.problems]
            return
        if record.id in self._made:
            said = f"This row says the same as row {self._made[record.id]}; leave one of them out."
            found.problems.append(Problem(said, where))
            return
        self._made[record.id] = str(row.number)
        held = base.get(record_type.name, record.id)
        values = plain_values(record_type, record)
        if held is None:
            found.new.append(NewRow(where, record_type.name, record.id, values))
            return
        before = plain_values(record_type, held)
        found.edits += [
            Edit(where, record_type.name, record.id, name, before.get(name), values.get(name), "name")
            for name in given
            if before.get(name) != values.get(name)
        ]

    def _not_taken(self, row: Row) -> str:
        """Name what somebody proposes with a row of a sheet that takes none, so that it can be added by hand."""
        keys = naming_columns(self._known.types, self._sheet.columns)["name"]
        name = next((told(cell) for key in keys if not is_blank(cell := row.cells[self._sheet.columns.index(key)])), "")
        row_said = f"the row “{name}” is left out" if name else "this one is left out"
        return f"New rows are not taken from this sheet, so {row_said}; add it in the plan if it is wanted."

    def _code(self, row: Row) -> str:
        place = next((n for n, key in enumerate(self._sheet.columns) if key.split("|")[0] == "code"), None)
        return "" if place is None else told(row.cells[place]).strip()

    def _type(self, row: Row) -> RecordType | None:
        """Tell by the code, else by the columns that are filled, which kind of record a row is to be."""
        types = [RECORD_TYPES[name] for name in self._known.types]
        if len(types) == 1:
            return types[0]
        code = self._code(row).upper()
        by_code = [one for one in types if code.startswith(f"{one.code_prefix}-")]
        filled = [key for key, cell in zip(self._sheet.columns, row.cells, strict=True) if not is_blank(cell)]
        by_columns = [one for one in types if all(self._fits(key, one.name) for key in filled)]
        fitting = by_code or by_columns
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, key: str, type_name: str) -> bool:
        path = self._known.path(key, type_name)
        return path in RECORD_TYPES[type_name].by_name or path == CURRENCY

    def _given(self, row: Row, record_type: RecordType, found: Found) -> dict[str, Any] | None:
        """Return the values of a row by field; None where one of them cannot be taken, which is then told."""
        values: dict[str, Any] = {}
        faults = 0
        currency = self._currency(row)
        for place, (key, cell) in enumerate(zip(self._sheet.columns, row.cells, strict=True)):
            if is_blank(cell):
                continue
            where, path = self._sheet.place(row.number, place), self._known.path(key, record_type.name)
            field = record_type.by_name.get(path)
            if field is None:
                if path != CURRENCY:
                    title = self._sheet.titles[place]
                    found.closed.append(ClosedEdit(where, title, record_type.name, "", "", told(cell)))
                continue
            try:
                values[field.name] = read_cell(field, cell, self._typing(currency))
            except Unsure:
                faults += 1
                found.unsure.append(UnsureDate(where, told(cell), record_type.name, "", field.name))
            except Unacceptable as error:
                faults += 1
                found.problems.append(refusal(where, record_type.name, "", field, str(error)))
        return None if faults else values

    def _currency(self, row: Row) -> str:
        place = next((n for n, key in enumerate(self._sheet.columns) if CURRENCY in key.split("|")), None)
        return "" if place is None else told(row.cells[place]).strip().upper()
