"""Rows of a table as records: what each would add or fill in, what is left out of it, and why a row is not taken."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from workbook.book import Book
from workbook.bringing_in.columns import Match
from workbook.bringing_in.kinds_of_rows import ROW_ID
from workbook.bringing_in.results import Note, ReadRows, Taken
from workbook.bringing_in.sheets import is_empty, text_of
from workbook.bringing_in.tables import Row, Table
from workbook.bringing_in.values import HowRead, value_of
from workbook.bringing_in.writings import Order, is_open_day, writing_of
from workbook.fields import Field
from workbook.identity import new_id
from workbook.kinds import KINDS, Reading, Unacceptable, quoted
from workbook.records import RECORD_TYPES, RecordType
from workbook.similarity import SIMILAR_BY, Similar, SimilarRecords

_STEP = 200


def read_rows(
    book: Book,
    table: Table,
    match: Match,
    readings: Sequence[Reading],
    order: Order = "",
    same: bool | Mapping[int, bool] | None = None,
    follow: Callable[[int, int], None] | None = None,
) -> ReadRows:
    """Read every row.

    `same` says of a row, by its number, or of all rows, whether a record with a similar name is the same. `follow` is
    told now and then how many rows of how many are read, and may raise to stop.
    """
    answers = same if isinstance(same, Mapping) else {} if same is None else defaultdict(lambda: same)
    return _Reader(book, table, match, readings, order, answers).read(follow)


class _Reader:
    def __init__(
        self,
        book: Book,
        table: Table,
        match: Match,
        readings: Sequence[Reading],
        order: Order,
        same: Mapping[int, bool],
    ) -> None:
        self.book, self.table, self.match, self.same = book, table, match, same
        self.type: RecordType = match.kind.record_type
        self.columns: list[tuple[int, Field]] = [
            (place, self.type.by_name[name]) for place, name in enumerate(match.fields) if name in self.type.by_name
        ]
        self.hows = self._how_columns_write(readings, order)
        self.rejected: list[Note] = []
        self.left_out: list[Note] = []
        self.owners: dict[str, str] = {}
        self.others: dict[str, SimilarRecords] = {}
        self.known = self._known()
        self.similar = SimilarRecords(book, self.type.name) if self.type.name in SIMILAR_BY else None
        self.seen: dict[tuple[str, ...], int] = {}

    def read(self, follow: Callable[[int, int], None] | None) -> ReadRows:
        taken = []
        for done, row in enumerate(self.table.rows):
            if follow is not None and done % _STEP == 0:
                follow(done, len(self.table.rows))
            if row.is_sum:
                self.rejected.append(Note(row.number, "", "This is a sum of other rows, which is worked out here."))
                continue
            one = self._row(row)
            taken += [] if one is None else [one]
        linked = self._linked(taken)
        used = {one.owner for one in linked if one.owner}
        owners = {name: record_id for name, record_id in self.owners.items() if name in used}
        return ReadRows(
            self.match,
            tuple(linked),
            tuple(self.rejected),
            tuple(self.left_out),
            self._open_days(),
            owners,
        )

    def _how_columns_write(self, readings: Sequence[Reading], order: Order) -> dict[int, HowRead]:
        """Days are written one way in a table, numbers one way in a column."""
        days = [cell for place, f in self.columns if f.kind == "date" for cell in self.table.column(place)]
        found = writing_of(days, order).order
        hows = {}
        for place, _field in self.columns:
            writing = writing_of(self.table.column(place), found)
            hows[place] = HowRead(self.book, writing, readings)
        return hows

    def _open_days(self) -> tuple[str, ...]:
        return tuple(
            f"row {row.number}, {self.table.headings[place]}"
            for place, declared in self.columns
            if declared.kind == "date" and not self.hows[place].writing.order
            for row in self.table.rows
            if not row.is_sum and is_open_day(row.cells[place])
        )

    def _row(self, row: Row) -> Taken | None:
        given: dict[str, Any] = dict(self.match.kind.given)
        links: dict[str, tuple[str, ...]] = {}
        owner, problems = "", []
        for place, declared in self.columns:
            cell = row.cells[place]
            if is_empty(cell):
                continue
            if declared.is_reference and declared.target == self.type.name:
                links[declared.name] = tuple(part.strip() for part in _parts(text_of(cell)))
                continue
            try:
                given[declared.name] = value_of(declared, cell, self.hows[place], self.table.headings[place])
            except Unacceptable as error:
                same = self._same_partner(declared, text_of(cell), row.number)
                if same:
                    given[declared.name] = same
                elif declared.owned:
                    owner = " ".join(text_of(cell).split())
                    given[declared.name] = self._owner_id(declared, owner)
                    owner = "" if given[declared.name] not in self.owners.values() else owner
                else:
                    problems.append((declared, _sentence(declared, str(error))))
        return self._judged(row, given, links, owner, problems)

    def _judged(
        self,
        row: Row,
        given: dict[str, Any],
        links: dict[str, tuple[str, ...]],
        owner: str,
        problems: list[tuple[Field, str]],
    ) -> Taken | None:
        """Take the row, or say why not: what it needs cannot be read or is not there, or it stands there twice."""
        needed = self.match.kind.needed
        wrong = [(declared, sentence) for declared, sentence in problems if declared.name in needed]
        missing = [name for name in needed if given.get(name) in (None, "", ())]
        if missing and not wrong:
            titles = ", ".join(self.type.by_name[name].title for name in missing)
            wrong = [(self.type.by_name[missing[0]], f"Nothing says what is needed: {titles}.")]
        if wrong:
            self.rejected += [Note(row.number, declared.name, sentence) for declared, sentence in wrong]
            return None
        key = self._key(given)
        whole = tuple(map(text_of, row.cells)) if self.match.kind.repeats else key
        if whole in self.seen:
            said = f"This is the same {self.type.title.lower()} as in row {self.seen[whole]}."
            self.rejected.append(Note(row.number, "", said))
            return None
        self.seen[whole] = row.number
        self.left_out += [Note(row.number, declared.name, sentence) for declared, sentence in problems]
        return self._met(row, given, links, owner, key)

    def _met(
        self, row: Row, given: dict[str, Any], links: dict[str, tuple[str, ...]], owner: str, key: tuple[str, ...]
    ) -> Taken:
        """Find the record that a row means: its code, the same key, or one with nearly the same name."""
        code = str(given.get("code") or "")
        by_code = self.book.by_code(self.type.name, code) if code and self.type.code_prefix else None
        record_id = by_code.id if by_code is not None else self._known_by(key)
        like: tuple[str, ...] = ()
        like_type, said = self.type.name, self._is_same(row.number)
        if not record_id and self.similar is not None:
            found = self.similar.find({name: str(given.get(name) or "") for name in ("name", "email")})
            like = tuple(one.record.id for one in found)
            if like and (said or any(one.why.startswith("the same") for one in found[:1])):
                record_id, like = like[0], ()
            elif said is False:
                like = ()
        declared = self.type.owner
        if owner and not like and said is None and declared is not None:
            like, like_type = tuple(one.record.id for one in self._similar(declared, owner)), declared.target
        if record_id:
            given = self._filling(record_id, given, row.number)
        return Taken(row.number, record_id or new_id(), not record_id, given, links, owner, like, like_type)

    def _filling(self, record_id: str, given: dict[str, Any], number: int) -> dict[str, Any]:
        """Keep what the record says; only what it has not said is filled in."""
        record = self.book.get(self.type.name, record_id)
        filled = {}
        for name, value in given.items():
            declared = self.type.by_name[name]
            held = getattr(record, name)
            if held == value or name in self.match.kind.given:
                continue
            if KINDS[declared.kind].is_blank(held) and held is not False:
                filled[name] = value
            elif name not in self.type.key and declared.kind != "flag" and name != self.type.label:
                label = self.book.label(self.type.name, record_id)
                self.left_out.append(Note(number, name, f"{label} says something else here, which stays."))
        return filled

    def _linked(self, taken: list[Taken]) -> list[Taken]:
        """Turn what rows say about each other into ids: by the number of a row, a name in the file, or one in here."""
        by_word: dict[str, str] = {}
        ids = [place for place, name in enumerate(self.match.fields) if name == ROW_ID]
        cells = {row.number: row.cells for row in self.table.rows}
        for one in taken:
            for word in (one.given.get(self.type.label), one.given.get("code"), *(cells[one.row][at] for at in ids)):
                if word not in (None, ""):
                    by_word.setdefault(text_of(word).casefold(), one.record_id)
        return [self._with_links(one, by_word) for one in taken]

    def _with_links(self, one: Taken, by_word: dict[str, str]) -> Taken:
        links: dict[str, tuple[str, ...]] = {}
        for name, words in one.links.items():
            found = [by_word.get(word.casefold()) or self.book.find(self.type.name, word) for word in words]
            links[name] = tuple(record_id for record_id in found if record_id and record_id != one.record_id)
            unknown = [word for word, record_id in zip(words, found, strict=True) if not record_id]
            title = self.type.by_name[name].title
            if unknown:
                said = f"{title}: {quoted(unknown[0])} is neither in this file nor in the workbook."
                self.left_out.append(Note(one.row, name, said))
        return replace(one, links=links)

    def _owner_id(self, declared: Field, name: str) -> str:
        """Return the record that owns a row: one of the same name in other words, or a new one."""
        return self.owners.setdefault(name, new_id())

    def _same_partner(self, declared: Field, name: str, number: int) -> str:
        """Return the partner of a name in other words: without its legal form, with its short name."""
        similar = self._similar(declared, name)
        is_same = similar and (similar[0].why.startswith("the same") or self._is_same(number))
        return similar[0].record.id if is_same else ""

    def _is_same(self, number: int) -> bool | None:
        """Return what somebody said of a row, or None where nobody has."""
        try:
            return self.same[number]
        except KeyError:
            return None

    def _similar(self, declared: Field, name: str) -> tuple[Similar, ...]:
        if declared.kind != "reference" or declared.target not in SIMILAR_BY:
            return ()
        if declared.target not in self.others:
            self.others[declared.target] = SimilarRecords(self.book, declared.target)
        return self.others[declared.target].find({"name": name})

    def _known(self) -> dict[tuple[str, ...], list[str]]:
        """Return the records that are there, by what tells two apart, in the order in which they were made."""
        found: dict[tuple[str, ...], list[str]] = {}
        for record in self.book.records(self.type.name):
            key = self._key({name: getattr(record, name) for name in self.match.kind.same})
            found.setdefault(key, []).append(record.id)
        return found

    def _known_by(self, key: tuple[str, ...]) -> str:
        """Return the record of a row; rows that repeat mean one after the other, and no name means two records."""
        held = self.known.get(key, [])
        if self.match.kind.repeats:
            return held.pop(0) if held else ""
        return held[0] if len(held) == 1 else ""

    def _key(self, given: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(str(given.get(name) or "").strip().casefold() for name in self.match.kind.same)


def owner_type(record_type: RecordType) -> RecordType | None:
    """Return the type of the records to which records of a type belong."""
    return None if record_type.owner is None else RECORD_TYPES[record_type.owner.target]


def _parts(text: str) -> list[str]:
    return [part for part in text.replace("\n", ";").replace(",", ";").split(";") if part.strip()]


def _sentence(declared: Field, said: str) -> str:
    complaint = said.lstrip(": ")
    return f"{declared.title}: {complaint}."
