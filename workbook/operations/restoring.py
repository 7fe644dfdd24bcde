"""Going back: undo, and restoring a field, a record or a whole state from the history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.book import Book, MovedOn
from workbook.changes import Change, ChangeSet, change_between, inverted
from workbook.circles import refuse_circles
from workbook.kinds import KINDS, Unacceptable
from workbook.operations.base import Problem, Refused
from workbook.operations.editing import existing_record, removal
from workbook.records import RECORD_TYPES, Attachment


@dataclass
class TakeBack:
    """Take back one change set, if everything it touched is still as it left it. Redo takes back an undo."""

    change_set: ChangeSet
    title: str = "Undo: {step}"
    values: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = self.values or {"step": self.change_set.title}

    def plan(self, book: Book) -> tuple[Change, ...]:
        if not self.change_set.salt:
            raise Refused(Problem("This step cannot be undone, because personal data in it was erased."))
        changes = inverted(self.change_set.changes)
        try:
            after = book.apply(changes)
        except MovedOn as moved:
            raise Refused(_moved_on(book, moved)) from None
        except (KeyError, Unacceptable):
            raise Refused(Problem("This step cannot be undone: its history is damaged; check the file.")) from None
        _refuse_unsound(book, after, changes)
        return changes


@dataclass
class RestoreState:
    """Make the plan what it was at an earlier moment; the way back is itself a step that can be undone."""

    earlier: Book
    moment: str
    title: str = field(default="Go back to {moment}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        self.values = {"moment": self.moment}
        return book.difference(self.earlier)


@dataclass
class RestoreRecord:
    """Make one record, or only some of its fields, what it was at an earlier moment."""

    earlier: Book
    type_name: str
    record_id: str
    fields: tuple[str, ...] = ()
    title: str = field(default="Restore {record}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES[self.type_name]
        then, now = self.earlier.get(self.type_name, self.record_id), book.get(self.type_name, self.record_id)
        self.values = {"record": (self.earlier if now is None else book).label(self.type_name, self.record_id)}
        if then is None:
            return removal(book, [(record_type, existing_record(book, record_type, self.record_id))])
        change = change_between(record_type, now, then)
        if change is not None and self.fields and change.action == "edited":
            change = _only(change, self.fields)
        changes = () if change is None else (change,)
        _refuse_unsound(book, book.apply(changes), changes)
        return changes


def _only(change: Change, fields: tuple[str, ...]) -> Change | None:
    before = {name: plain for name, plain in (change.before or {}).items() if name in fields}
    after = {name: plain for name, plain in (change.after or {}).items() if name in fields}
    return Change(change.type, change.id, before, after) if before else None


def _moved_on(book: Book, moved: MovedOn) -> Problem:
    change = moved.change
    record_type = RECORD_TYPES[change.type]
    if book.get(change.type, change.id) is None:
        sentence = (
            f"This step cannot be undone: a record of {record_type.titles} that it touched has been removed since."
        )
        return Problem(sentence, type=change.type, id=change.id)
    label = book.label(change.type, change.id)
    what = record_type.by_name[moved.field].title if moved.field else record_type.title
    sentence = f"This step cannot be undone: {what} of {label} was changed again since. Undo that first."
    return Problem(sentence, label, change.type, change.id, moved.field)


def _refuse_unsound(book: Book, after: Book, changes: tuple[Change, ...]) -> None:
    """Refuse what was sound once and is not any more, because of what was done since."""
    _refuse_dangling(after, changes)
    _refuse_doubled_codes(book, after, changes)
    refuse_circles(book, changes)


def _refuse_doubled_codes(book: Book, after: Book, changes: tuple[Change, ...]) -> None:
    """Refuse changes that would give a code back which another record was given meanwhile."""
    problems: list[Problem] = []
    for change in changes:
        code = str((change.after or {}).get("code") or "")
        other = book.by_code(change.type, code) if code and change.type != "plan" else None
        if other is None or other.id == change.id:
            continue
        kept = after.get(change.type, other.id)
        if kept is not None and getattr(kept, "code", "").casefold() == code.casefold():
            label = after.label(change.type, other.id)
            sentence = f"This cannot be taken back: its code {code} now belongs to {label}. Give that another first."
            problems.append(Problem(sentence, label, change.type, other.id, "code"))
    if problems:
        raise Refused(*problems)


def _refuse_dangling(after: Book, changes: tuple[Change, ...]) -> None:
    """Refuse changes that would leave a link to nothing, as undoing an addition that others now refer to would."""
    problems: list[Problem] = []
    for change in changes:
        if change.after is None:
            for record_type, name, record in after.referring(change.id):
                label = after.label(record_type.name, record.id)
                title = record_type.by_name[name].title
                problems.append(
                    Problem(f"This cannot be taken back: {label} now refers to it ({title}).", label, record_type.name)
                )
            problems += [
                Problem(f"This cannot be taken back: “{file.name}” is now attached to it.", file.name, "attachments")
                for file in after.where(Attachment, record_id=change.id)
            ]
        else:
            problems += _missing_targets(after, change.type, change.after)
    if problems:
        raise Refused(*problems)


def _missing_targets(after: Book, type_name: str, values: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for name, plain in values.items():
        declared = RECORD_TYPES[type_name].by_name[name]
        if declared.is_reference:
            value = KINDS[declared.kind].from_plain(declared, plain)
            for target in value if isinstance(value, tuple) else (value,) if value else ():
                if after.get(declared.target, target) is None:
                    sentence = (
                        f"This cannot be taken back: the record named as {declared.title} has been removed since."
                    )
                    problems.append(Problem(sentence, declared.title, type_name))
    return problems
