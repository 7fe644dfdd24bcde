"""Rows of a table as records: what each would add or fill in, what is left out of it, and why a row is not taken."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from workbook.book import Book
from workbook.bringing_in.columns import Match
from workbook.bringing_in.keeping import kept_line, noted
from workbook.bringing_in.kinds_of_rows import KEPT, OF_OWNER, of_owner
from workbook.bringing_in.known import Known
from workbook.bringing_in.linking import linked
from workbook.bringing_in.owners import Owners
from workbook.bringing_in.periods import Period, periods_of
from workbook.bringing_in.results import Answers, Note, ReadRows, Taken
from workbook.bringing_in.sheets import is_empty, text_of
from workbook.bringing_in.tables import Row, Table
from workbook.bringing_in.values import HowRead, currency_named, value_of
from workbook.bringing_in.writings import Order, is_open_day, writing_of
from workbook.fields import Field
from workbook.identity import new_id
from workbook.kinds import KINDS, Reading, Unacceptable, quoted
from workbook.records import RECORD_TYPES, RecordType

NO_ANSWERS = Answers()
_STEP = 200
_DAY_OF = {"baseline": "baseline_date", "target": "target_date"}
_NOTE = "note"


def read_rows(
    book: Book,
    table: Table,
    match: Match,
    readings: Sequence[Reading],
    answers: Answers = NO_ANSWERS,
    follow: Callable[[int, int], None] | None = None,
) -> ReadRows:
    """Read every row; `follow` is told now and then how many rows of how many are read, and may raise to stop."""
    return _Reader(book, table, match, readings, answers).read(follow)


class _Reader:
    def __init__(
        self,
        book: Book,
        table: Table,
        match: Match,
        readings: Sequence[Reading],
        answers: Answers,
    ) -> None:
        self.book, self.table, self.match, self.answers = book, table, match, answers
        self.type: RecordType = match.kind.record_type
        self.columns: list[tuple[int, Field]] = [
            (place, self.type.by_name[name]) for place, name in enumerate(match.fields) if name in self.type.by_name
        ]
        self.kept = [place for place, name in enumerate(match.fields) if name == KEPT]
        self.timed = dict(zip(range(len(table.headings)), periods_of(table.headings), strict=True))
        self.rejected: list[Note] = []
        self.left_out: list[Note] = []
        self.known = Known(book, match.kind, answers)
        self.owners = Owners(book, match.kind, self.known, answers)
        self.told: list[tuple[int, Field]] = [
            (place, self.owners.type.by_name[name.removeprefix(OF_OWNER)])
            for place, name in enumerate(match.fields)
            if name.startswith(OF_OWNER)
        ]
        self.hows = self._how_columns_write(readings, answers.order)
        self.taken: dict[tuple[str, ...], Taken] = {}
        self.met: dict[str, tuple[str, ...]] = {}
        """Of each record that is here already, what the row that means it is taken under."""

    def read(self, follow: Callable[[int, int], None] | None) -> ReadRows:
        for done, row in enumerate(self.table.rows):
            if follow is not None and done % _STEP == 0:
                follow(done, len(self.table.rows))
            if row.is_sum and not self._has_parts:
                self.rejected.append(Note(row.number, "", "This is a sum of other rows, which is worked out here."))
            else:
                self._row(row)
        taken, unlinked = linked(self.book, self.table, self.match, list(self.taken.values()))
        self.left_out += unlinked
        used = {value for one in taken for value in one.given.values() if isinstance(value, str)}
        return ReadRows(
            self.match,
            tuple(taken),
            tuple(self.rejected),
            tuple(self.left_out),
            self._open_days(),
            self.owners.used(used),
            {one: given for one, given in self.owners.given.items() if given},
            self.table.above if self.type.name == "readings" else "",
            tuple(self.owners.absent),
            self._assumed_currency(),
        )

    def _assumed_currency(self) -> str:
        """Return the currency that amounts were taken for, where neither they nor their heading name one."""
        amounts = (place for place, declared in self.columns if declared.kind == "money")
        is_assumed = any(
            not currency_named(cell, self.table.headings[place]) and any(map(str.isdigit, text_of(cell)))
            for place in amounts
            for cell in self.table.column(place)
        )
        return (self.answers.currency or self.book.plan.currency) if is_assumed else ""

    @property
    def _has_parts(self) -> bool:
        """Say whether a sum is a reading: that of the whole beside its parts."""
        return "breakdown" in self.match.fields

    def _how_columns_write(self, readings: Sequence[Reading], order: Order) -> dict[int, HowRead]:
        """Days are written one way in a table, numbers one way in a column."""
        columns = (*self.columns, *self.told)
        days = [cell for place, f in columns if f.kind == "date" for cell in self.table.column(place)]
        found = writing_of(days, order).order
        hows = {}
        for place, _field in columns:
            writing = writing_of(self.table.column(place), found)
            hows[place] = HowRead(self.book, writing, readings, self.answers.currency)
        return hows

    def _open_days(self) -> tuple[str, ...]:
        return tuple(
            f"row {row.number}, {self.table.headings[place]}"
            for place, declared in self.columns
            if declared.kind == "date" and not self.hows[place].writing.order
            for row in self.table.rows
            if not row.is_sum and is_open_day(row.cells[place])
        )

    def _row(self, row: Row) -> None:
        given: dict[str, Any] = dict(self.match.kind.given)
        links: dict[str, tuple[str, ...]] = {}
        owner, problems = "", []
        for place, declared in self.columns:
            cell = row.cells[place]
            if is_empty(cell) or (row.is_sum and declared.name == "breakdown"):
                continue
            if declared.is_reference and declared.target == self.type.name:
                links[declared.name] = tuple(part.strip() for part in _parts(text_of(cell)))
                continue
            try:
                given[declared.name] = value_of(declared, cell, self.hows[place], self.table.headings[place])
            except Unacceptable as error:
                named = self.owners.named(declared, " ".join(text_of(cell).split()), row.number)
                if named:
                    given[declared.name] = named
                    is_new = declared.owned and self.owners.is_new(named)
                    owner = " ".join(text_of(cell).split()) if is_new else owner
                else:
                    problems.append((place, declared, self._sentence(declared, text_of(cell), str(error))))
        self._complete(row, given)
        needed = self.match.kind.needed
        refused = [place for place, one, _said in problems if one.name not in needed and not _is_person(one)]
        self._keep(row, given, refused)
        self._tell_owner(row, given)
        self._judged(row, given, links, owner, [(declared, sentence) for _place, declared, sentence in problems])

    def _tell_owner(self, row: Row, given: dict[str, Any]) -> None:
        """Hand on what a row says about the record that it belongs to."""
        declared = self.type.owner
        record_id = given.get(declared.name) if declared is not None else None
        if not of_owner(self.match.kind) or not isinstance(record_id, str):
            return
        if not self.told and given.get(self.type.label):
            return
        said: dict[str, Any] = {}
        for place, one in self.told:
            if not is_empty(row.cells[place]):
                try:
                    said[one.name] = value_of(one, row.cells[place], self.hows[place], self.table.headings[place])
                except Unacceptable as error:
                    self.left_out.append(Note(row.number, one.name, f"{one.title}: {str(error).lstrip(': ')}."))
        self.left_out += self.owners.tell(record_id, said, row.number)

    def _complete(self, row: Row, given: dict[str, Any]) -> None:
        """Add what a row says without a column of its own: the name of whom it is about, the time over a column."""
        for name, told in self.match.kind.given_with.items():
            given |= {key: value for key, value in told.items() if name in given and key not in self.match.fields}
        label = self.type.label
        if label not in self.match.fields:
            named = [place for name in self.match.kind.instead for place, one in self.columns if one.name == name]
            said = next((text_of(row.cells[place]) for place in named if not is_empty(row.cells[place])), "")
            given |= {label: " ".join(said.split())} if said else {}
        for place, declared in self.columns:
            period = self.timed[place]
            if period is not None and not period.lacks_year and declared.name in given:
                given |= {name: value for name, value in _told_by(declared.name, period) if name not in given}

    def _keep(self, row: Row, given: dict[str, Any], refused: list[int]) -> None:
        """Put into the note what no field takes, and what a field could not read."""
        declared = self.type.by_name.get(_NOTE)
        if declared is None:
            return
        said = {text_of(row.cells[place]) for place, _field in self.columns if place not in refused}
        said.add(str(given.get(self.type.label) or ""))
        lines = [
            kept_line(self.table.headings[place], row.cells[place])
            for place in sorted((*self.kept, *refused))
            if not is_empty(row.cells[place]) and not (place in refused and text_of(row.cells[place]) in said)
        ]
        if lines:
            given[_NOTE] = noted(declared, str(given.get(_NOTE) or ""), "\n".join(lines))

    def _judged(
        self,
        row: Row,
        given: dict[str, Any],
        links: dict[str, tuple[str, ...]],
        owner: str,
        problems: list[tuple[Field, str]],
    ) -> None:
        """Take the row, or say why not: what it needs cannot be read or is not there, or it stands there twice."""
        needed = self.match.kind.needed
        wrong = [(declared, sentence) for declared, sentence in problems if declared.name in needed]
        missing = [name for name in needed if given.get(name) in (None, "", ())]
        if missing and not wrong:
            wrong = [(self.type.by_name[missing[0]], self._lacking(missing))]
        if wrong:
            self.rejected += [Note(row.number, declared.name, sentence) for declared, sentence in wrong]
            return
        repeats = self.match.kind.repeats
        whole = tuple(map(text_of, row.cells)) if repeats else self.known.alike(given, row.number)
        if whole not in self.taken:
            met = self.known.meet(row.number, given, owner)
            whole = self.met.setdefault(met.record_id, whole) if met.record_id else whole
        if whole in self.taken:
            self.taken[whole] = self._again(self.taken[whole], row, given)
            return
        self.left_out += [Note(row.number, declared.name, sentence) for declared, sentence in problems]
        if met.record_id:
            given = self._filling(met.record_id, given, row.number)
        self.taken[whole] = Taken(
            row.number, met.record_id or new_id(), not met.record_id, given, links, owner, met.like, met.like_type
        )

    def _lacking(self, missing: list[str]) -> str:
        """Say what a row lacks; a partner comes without the person whom its row does not name."""
        if of_owner(self.match.kind) and missing == [self.type.label]:
            return (
                f"No {self.type.title.lower()} is named here; the {self.owners.type.title.lower()} comes without one."
            )
        titles = ", ".join(self.type.by_name[name].title for name in missing)
        return f"Nothing says what is needed: {titles}."

    def _again(self, one: Taken, row: Row, given: dict[str, Any]) -> Taken:
        """Add to the row before what one about the same record says more."""
        merged = dict(one.given)
        more = given if one.is_new else self._filling(one.record_id, given, row.number)
        for name, value in more.items():
            if name == _NOTE:
                merged[name] = noted(self.type.by_name[name], str(merged.get(name) or ""), value)
            elif merged.get(name) in (None, "", ()):
                merged[name] = value
            elif merged[name] != value:
                said = f"Row {one.row} says something else here, which stays."
                self.left_out.append(Note(row.number, name, said))
        added = "; what it says more is added there" if merged != one.given else ""
        said = f"This is the same {self.type.title.lower()} as in row {one.row}{added}."
        self.rejected.append(Note(row.number, "", said))
        return replace(one, given=merged)

    def _filling(self, record_id: str, given: dict[str, Any], number: int) -> dict[str, Any]:
        """Keep what the record says; only what it has not said is filled in."""
        record = self.book.get(self.type.name, record_id)
        filled: dict[str, Any] = {}
        for name, value in given.items():
            declared = self.type.by_name[name]
            held = getattr(record, name)
            if held == value or name in self.match.kind.given:
                continue
            if name == _NOTE:
                added = noted(declared, held, value)
                filled |= {name: added} if added != held else {}
                continue
            if KINDS[declared.kind].is_blank(held) and held is not False:
                filled[name] = value
            elif name not in self.type.key and declared.kind != "flag" and name != self.type.label:
                label = self.book.label(self.type.name, record_id)
                self.left_out.append(Note(number, name, f"{label} says something else here, which stays."))
        return filled

    def _sentence(self, declared: Field, text: str, said: str) -> str:
        """Say what is wrong with a cell, and that its words are not lost."""
        if declared.is_reference:
            titles = RECORD_TYPES[declared.target].titles.lower()
            sentence = f"{declared.title}: {quoted(text)} is not among the {titles} of this workbook."
        else:
            sentence = f"{declared.title}: {said.lstrip(': ')}."
        is_needed = declared.name in self.match.kind.needed
        is_kept = _NOTE in self.type.by_name and not is_needed and not _is_person(declared)
        return f"{sentence} It is kept in the note." if is_kept else sentence


def _told_by(name: str, period: Period) -> list[tuple[str, Any]]:
    """Return what the time over a column says of a value: the day of a target, the period of an amount."""
    if name in _DAY_OF:
        return [(_DAY_OF[name], period.day)]
    return [("period", period.label)] if name == "value" else []


def _is_person(declared: Field) -> bool:
    """Say whether a field names somebody, whose name no note is to carry further."""
    return declared.personal or declared.target == "contacts"


def _parts(text: str) -> list[str]:
    return [part for part in text.replace("\n", ";").replace(",", ";").split(";") if part.strip()]
