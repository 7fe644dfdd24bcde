"""What a returned tracker says, line by line and in words: where, of which record, what was, theirs, ours, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from workbook.book import Book
from workbook.formats import Formats
from workbook.kinds import KINDS, Plain, Reading
from workbook.problems import Problem
from workbook.records import RECORD_TYPES
from workbook.returning.deciding import Offered, usual_side
from workbook.returning.edits import ClosedEdit, MissingRow, NewRow, UnsureDate
from workbook.returning.preview import Compared, Preview

Line = Offered | ClosedEdit | Problem | UnsureDate
Group = Literal["change", "conflict", "guess", "new", "missing", "left", "same"]
"""`left` is what is not taken whatever anybody says, `same` what the plan says already."""
_ORDER: tuple[Group, ...] = ("conflict", "guess", "missing", "change", "new", "left", "same")
_STANDINGS: Mapping[str, str] = {
    "change": "Changed by them",
    "conflict": "Changed here too",
    "gone": "Removed here",
    "sealed": "Sealed here, so it stays",
    "same": "The plan says so already",
}
_WHYS: Mapping[str, str] = {
    "change": "Only they changed this.",
    "conflict": "Both changed this since the tracker went out: say whose value counts.",
    "gone": "The record was removed here after the tracker went out; taking this in brings it back.",
    "sealed": "It is part of a signed or issued document, so nothing of it is taken in.",
    "same": "Both made the same change, so there is nothing to do.",
}
_UNKNOWN = "Another copy of this workbook made the tracker, so nobody knows what was before: say whose value counts."
_LOST = {
    "code": "The row carries no id, but the code of this record. Take it in only if this record is meant.",
    "name": "The row carries no id, but the name of this record. Take it in only if this record is meant.",
}
_GUESSES = {"code": "A guess: found by its code", "name": "A guess: found by its name"}
_CLOSED = "This cell was closed; what is written there is not taken."
_NEW = "The plan has no such record yet; taking the row in adds it."
_MISSING = "The row was taken out of the tracker. The record stays in the plan as it is unless you close it."
_KEPT = "The row was taken out of the tracker; such a record cannot be closed from there, so it stays in the plan."


class Told(NamedTuple):
    """One line in words. `standing` says in a few words how it stands, `why` in a sentence.

    `is_written` says whether the values are texts, in which single words can have changed.
    """

    place: str
    record: str
    field: str
    was: str
    theirs: str
    ours: str
    standing: str
    why: str
    is_written: bool = False


def lines_of(preview: Preview) -> list[Line]:
    """Return everything that a tracker says: first what has to be decided, then the rest in the order of the file."""
    about = (row for row in preview.rows if not row.edit.names_record)
    found: list[Line] = [*about, *preview.new, *preview.missing, *preview.closed, *preview.problems, *preview.unsure]
    return sorted(found, key=lambda line: min(_ORDER.index(group) for group in groups_of(line)))


def groups_of(line: Line) -> frozenset[Group]:
    """Return under what a line is looked for; a guess may be a conflict as well."""
    if isinstance(line, NewRow):
        return frozenset({"new"})
    if isinstance(line, MissingRow):
        return frozenset({"missing"})
    if not isinstance(line, Compared) or line.standing == "sealed":
        return frozenset({"left"})
    found: set[Group] = {"guess"} if line.is_open and line.edit.is_guess else set()
    if line.standing in ("conflict", "gone"):
        found.add("conflict")
    return frozenset(found or {"same" if line.standing == "same" else "change"})


@dataclass(frozen=True)
class Teller:
    """Puts lines into the words, dates and numbers of one language."""

    preview: Preview
    formats: Formats

    def told(self, line: Line) -> Told:
        """Put one line into words."""
        if isinstance(line, Compared):
            return self._compared(line)
        if isinstance(line, NewRow):
            return self._new(line)
        if isinstance(line, MissingRow):
            return self._missing(line)
        if isinstance(line, ClosedEdit):
            record = self.record(line.type, line.id)
            values = (line.was, line.theirs, line.was)
            return Told(line.place, record, line.title, *values, "Closed: not taken", _CLOSED, is_written=True)
        if isinstance(line, UnsureDate):
            record, field = self.record(line.type, line.id), self.title(line.type, line.field)
            return Told(line.place, record, field, "", line.typed, "", "Could be two days", line.problem.sentence)
        sentence = self.formats.tell(line.sentence)
        field = self.title(line.type, line.field) if line.field else ""
        return Told(line.place, self.record(line.type, line.id), field, "", "", "", "Cannot be taken", sentence)

    def values(self, new: NewRow) -> list[tuple[str, str]]:
        """Return what a new row says, by the titles of its fields."""
        fields = RECORD_TYPES[new.type].fields
        said = ((self.title(new.type, one.name), self._shown(new.type, one.name, new.values[one.name]))
                for one in fields if one.name in new.values)  # fmt: skip
        return [(title, text) for title, text in said if text]

    def record(self, type_name: str, record_id: str) -> str:
        """Name a record as it is called now, or was called when the tracker went out."""
        if not type_name or not record_id:
            return ""
        for book in (self.preview.ours, self.preview.base):
            if book.get(type_name, record_id) is not None:
                return book.label(type_name, record_id)
        return self._coming.get((type_name, record_id)) or self.formats.say(RECORD_TYPES[type_name].title)

    def title(self, type_name: str, field: str) -> str:
        return self.formats.say(RECORD_TYPES[type_name].by_name[field].title)

    def _compared(self, row: Compared) -> Told:
        edit = row.edit
        was, theirs, ours = (self._shown(edit.type, edit.field, plain) for plain in (edit.was, edit.theirs, row.ours))
        is_unknown = row.standing == "conflict" and not self.preview.is_known
        why = _UNKNOWN if is_unknown else _WHYS[row.standing]
        standing = "Not known what was" if is_unknown else _STANDINGS[row.standing]
        if edit.is_guess and row.is_open:
            why = f"{_LOST[edit.how]} {why}" if row.standing != "change" else _LOST[edit.how]
            standing = _GUESSES[edit.how] if row.standing == "change" else f"{_GUESSES[edit.how]}; {standing.lower()}"
        written = RECORD_TYPES[edit.type].by_name[edit.field].kind in ("line", "text")
        record = self.record(edit.type, edit.id)
        return Told(edit.place, record, self.title(edit.type, edit.field), was, theirs, ours, standing, why, written)

    @cached_property
    def _coming(self) -> dict[tuple[str, str], str]:
        """Name the records that come with this tracker: a new row by its name, a new cell of the roles by its place."""
        found = {(new.type, new.id): self._name(new) for new in self.preview.new}
        for edit in (row.edit for row in self.preview.rows if row.edit.names_record):
            key, name = (edit.type, edit.id), self._shown(edit.type, edit.field, edit.theirs)
            found[key] = f"{found[key]} – {name}" if key in found else name
        return found

    def _name(self, new: NewRow) -> str:
        """Name a new row as a record is named: by what it joins, or by its code and its name."""
        record_type = RECORD_TYPES[new.type]
        names = [self._shown(new.type, one, new.values[one]) for one in record_type.key if one in new.values]
        plain = (str(new.values.get(one) or "") for one in ("code", record_type.label))
        return " – ".join(name for name in names if name) or " ".join(name for name in plain if name)

    def _new(self, new: NewRow) -> Told:
        record_type = RECORD_TYPES[new.type]
        said = "; ".join(f"{title}: {text}" for title, text in self.values(new))
        title = self.formats.say(record_type.title)
        return Told(new.place, self._name(new) or title, title, "", said, "", "A new row", _NEW)

    def _missing(self, row: MissingRow) -> Told:
        record = self.record(row.type, row.id)
        if not row.field:
            return Told(row.place, record, "", "", "", "", "Row taken out; stays", _KEPT)
        was, ours = (
            self._shown(row.type, row.field, _plain(book, row)) for book in (self.preview.base, self.preview.ours)
        )
        closed = self._shown(row.type, row.field, row.value)
        return Told(row.place, record, self.title(row.type, row.field), was, closed, ours, "Row taken out", _MISSING)

    def _shown(self, type_name: str, name: str, plain: Plain) -> str:
        field = RECORD_TYPES[type_name].by_name[name]
        return KINDS[field.kind].show_plain(field, plain, Reading(self.formats, self.record, self.preview.ours.find))


def waits(line: Line) -> bool:
    """Say whether a line stays as it is here only because nobody has said anything about it."""
    return isinstance(line, Compared | NewRow | MissingRow) and usual_side(line) is None


def _plain(book: Book, row: MissingRow) -> Plain:
    record = book.get(row.type, row.id)
    field = RECORD_TYPES[row.type].by_name[row.field]
    return None if record is None else KINDS[field.kind].to_plain(getattr(record, row.field))
