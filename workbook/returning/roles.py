"""The grid of roles as it comes back: each cell of it is a record of its own, activity against partner."""

from dataclasses import dataclass

from workbook.book import Book, id_for
from workbook.identity import new_id
from workbook.kinds import KINDS, Plain, Reading, Unacceptable
from workbook.problems import Problem
from workbook.records import RECORD_TYPES
from workbook.returning.edits import MERGED, ClosedEdit, Edit, Found, refusal
from workbook.returning.matching import Match, matched, same
from workbook.returning.returned import Cell, Sheet
from workbook.returning.typed import told

_SEEN_ONLY = ("*a", "*r", "code", "title")
_RECORD_TYPE = RECORD_TYPES["responsibilities"]
_LETTERS = _RECORD_TYPE.by_name["letters"]
_BETWEEN = str.maketrans("/,+ ", ";;;;")


@dataclass
class Roles:
    """Finds what a returned grid says differently from `base`; `ids` are all that we know of."""

    base: Book
    reading: Reading
    ids: frozenset[str]

    def find(self, sheet: Sheet, found: Found) -> None:
        """Add what was found, cell by cell."""
        matching = matched(sheet, {"code": ["code"], "name": ["title"]}, self.ids)
        found.problems += matching.problems
        found.problems += [
            Problem("This row names no activity of the tracker; add it on the sheet of activities first.", where)
            for where in (f"{sheet.title}, row {row.number}" for row in matching.new)
        ]
        for match in matching.known:
            written = sheet.written[match.record_id]
            for place, (cell, was) in enumerate(zip(match.row.cells, written, strict=True)):
                if not same(cell, was):
                    self._cell(sheet, match, place, cell, was, found)

    def _cell(self, sheet: Sheet, match: Match, place: int, cell: Cell, was: Cell, found: Found) -> None:
        where, key = sheet.place(match.row.number, place), sheet.columns[place]
        if (match.row.number, place) in sheet.merged:
            found.problems.append(Problem(MERGED, where))
        elif key in _SEEN_ONLY:
            title = sheet.titles[place]
            found.closed.append(ClosedEdit(where, title, "activities", match.record_id, told(was), told(cell)))
        else:
            self._role(found, where, match, key, cell)

    def _role(self, found: Found, where: str, match: Match, partner_id: str, cell: Cell) -> None:
        values: dict[str, Plain] = {"activity": match.record_id, "partner": partner_id}
        record_id = id_for(_RECORD_TYPE, values, new_id)
        said = told(cell).upper().translate(_BETWEEN)
        try:
            letters = KINDS["choices"].to_plain(KINDS["choices"].read(_LETTERS, said, self.reading))
        except Unacceptable as error:
            found.problems.append(refusal(where, _RECORD_TYPE.name, record_id, _LETTERS, str(error)))
            return
        record = self.base.get(_RECORD_TYPE.name, record_id)
        was = [] if record is None else list(getattr(record, "letters", ()))
        if was == letters:
            return
        if record is None:
            found.edits += [
                Edit(where, _RECORD_TYPE.name, record_id, name, None, value, match.how)
                for name, value in values.items()
            ]
        found.edits.append(Edit(where, _RECORD_TYPE.name, record_id, "letters", list(was), letters, match.how))
