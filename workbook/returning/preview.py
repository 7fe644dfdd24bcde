"""What taking a tracker in would do: what was, what they say and what we say now, for each cell that they changed."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from workbook.book import Book
from workbook.formats import Formats
from workbook.kinds import KINDS, Plain
from workbook.merging import Comparison, compare
from workbook.problems import Problem
from workbook.records import RECORD_TYPES, Tracker
from workbook.returning.edits import ClosedEdit, Edit, Found, Key, MissingRow, NewRow, UnsureDate, changes_of
from workbook.returning.finding import Finder
from workbook.returning.returned import Origin, Returned
from workbook.returning.typed import DayOrder

Standing = Literal["change", "conflict", "same", "sealed", "gone"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One edit beside what our plan says now. `same`: it says that already; `gone`: the record was removed here."""

    edit: Edit
    ours: Plain
    standing: Standing

    @property
    def is_open(self) -> bool:
        """Say whether somebody may choose; what the plan says already, and what is sealed, stays as it is."""
        return self.standing in ("change", "conflict", "gone")


@dataclass(frozen=True)
class Preview:
    """A returned tracker beside the plan. Made without changing anything; `accepting` takes it from here.

    `base` is the plan that it was made from, `ours` the one that it was compared with. `is_known` is False where the
    state that the tracker was made from is not in this workbook's history; then nobody knows what was, and every edit
    is asked about. `taken` is the record of the time when this very file was taken in.
    """

    file: str
    sha256: str
    origin: Origin
    base: Book
    ours: Book
    is_known: bool
    rows: tuple[Compared, ...]
    new: tuple[NewRow, ...]
    missing: tuple[MissingRow, ...]
    closed: tuple[ClosedEdit, ...]
    problems: tuple[Problem, ...]
    unsure: tuple[UnsureDate, ...]
    taken: Tracker | None = None

    @property
    def conflicts(self) -> tuple[Compared, ...]:
        """The edits that wait for a choice: both sides changed the same value."""
        return tuple(row for row in self.rows if row.standing in ("conflict", "gone"))

    @property
    def guesses(self) -> tuple[Compared, ...]:
        """The edits that could be taken in, of rows whose record was guessed: they wait for somebody to confirm it."""
        return tuple(row for row in self.rows if row.edit.is_guess and row.is_open and not row.edit.names_record)

    @property
    def is_empty(self) -> bool:
        """Say whether the file brings nothing and leaves nothing to say."""
        return not (self.rows or self.new or self.missing or self.closed or self.problems or self.unsure)

    @property
    def brings_nothing(self) -> bool:
        """Say whether there is nothing in it that could be taken in."""
        return not (any(row.standing != "same" for row in self.rows) or self.new or self.missing)

    @property
    def needs_nobody(self) -> bool:
        """Say whether it can be put on record unseen: nothing to take in, and nothing that somebody has to know."""
        return self.brings_nothing and not (self.closed or self.problems or self.unsure)


def preview_of(returned: Returned, base: Book | None, ours: Book, formats: Formats, order: DayOrder = "") -> Preview:
    """Compare a returned tracker with the plan; `base` is None where the state that it names is not known here."""
    known = base is not None
    start = ours if base is None else base
    found = Finder(returned, start, formats, order).found()
    new = tuple(row for row in found.new if ours.get(row.type, row.id) is None)
    found.edits += [edit for row in found.new if row not in new for edit in row.as_edits()]
    edits, doubled = _once(found)
    compared = compared_with(start, ours, edits, new, is_known=known)
    return Preview(
        returned.file,
        returned.sha256,
        returned.origin,
        start,
        ours,
        known,
        compared,
        new,
        tuple(row for row in found.missing if _is_still_open(ours, row)),
        tuple(found.closed),
        (*found.problems, *doubled),
        tuple(found.unsure),
        taken_before(ours, returned.sha256),
    )


def again(preview: Preview, ours: Book) -> Preview:
    """Return the same preview beside a later plan."""
    edits = [row.edit for row in preview.rows]
    rows = compared_with(preview.base, ours, edits, preview.new, is_known=preview.is_known)
    return replace(preview, ours=ours, rows=rows, taken=taken_before(ours, preview.sha256))


def stands_otherwise(preview: Preview, later: Preview) -> bool:
    """Say whether anything that a preview shows stands otherwise beside a later plan, and has to be looked at again."""
    if preview.rows != later.rows or any(later.ours.get(row.type, row.id) is not None for row in preview.new):
        return True
    return any(preview.ours.get(row.type, row.id) != later.ours.get(row.type, row.id) for row in preview.missing)


def taken_before(book: Book, sha256: str) -> Tracker | None:
    """Return the record of the time when this very file was taken in, if it was."""
    return next(iter(book.where(Tracker, sha256=sha256)), None) if sha256 else None


def comparison_of(base: Book, ours: Book, edits: list[Edit], new: list[NewRow]) -> Comparison:
    """Compare what they want with what has happened here since, field by field."""
    return compare(base, ours, base.apply(changes_of(base, edits, new)))


def compared_with(
    base: Book, ours: Book, edits: list[Edit], new: "list[NewRow] | tuple[NewRow, ...]", *, is_known: bool
) -> tuple[Compared, ...]:
    """Say for each edit how it stands to our plan."""
    comparison = comparison_of(base, ours, edits, list(new))
    contested: AbstractSet[Key] = {
        conflict.key for conflict in comparison.conflicts if conflict.reason == "both edited"
    }
    gone = {(one.type, one.id) for one in comparison.conflicts if one.reason == "ours removed"}
    whole = {(one.type, one.id) for one in comparison.conflicts if one.reason == "theirs removed"}
    sealed = {(one.type, one.id) for one in comparison.conflicts if one.reason == "sealed here"}
    rows = []
    for edit in edits:
        ours_now, pair = _now(ours, edit), (edit.type, edit.id)
        standing: Standing = "change"
        if pair in sealed:
            standing = "sealed"
        elif pair in gone:
            standing = "gone"
        elif ours_now == edit.theirs:
            standing = "same"
        elif edit.key in contested or pair in whole or not is_known:
            standing = "conflict"
        rows.append(Compared(edit, ours_now, standing))
    return tuple(rows)


def _now(ours: Book, edit: Edit) -> Plain:
    record = ours.get(edit.type, edit.id)
    if record is None:
        return None
    field = RECORD_TYPES[edit.type].by_name[edit.field]
    return KINDS[field.kind].to_plain(getattr(record, field.name))


def _is_still_open(ours: Book, row: MissingRow) -> bool:
    """Say whether a missing row is of a record that we still have, and that is not closed already."""
    record = ours.get(row.type, row.id)
    return record is not None and not (row.field and getattr(record, row.field, None) == row.value)


def _once(found: Found) -> tuple[list[Edit], list[Problem]]:
    """Take each value once; where two cells want different things of it, say so and take neither."""
    first: dict[Key, Edit] = {}
    against: dict[Key, Edit] = {}
    for edit in found.edits:
        held = first.setdefault(edit.key, edit)
        if held.theirs != edit.theirs:
            against[edit.key] = edit
    problems = [
        Problem(
            f"This is said otherwise in {first[key].place}; make both say the same.", edit.place, edit.type, edit.id
        )
        for key, edit in against.items()
    ]
    return [edit for key, edit in first.items() if key not in against], problems
