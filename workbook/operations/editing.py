"""Adding, editing and removing records: what every form, grid and importer asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from workbook.book import Book, id_for, label_of
from workbook.changes import Change, change_between
from workbook.circles import refuse_circles
from workbook.codes import next_code
from workbook.fields import Field
from workbook.identity import new_id
from workbook.kinds import KINDS, Unacceptable
from workbook.operations.base import Problem, Refused
from workbook.records import RECORD_TYPES, Attachment, Record, RecordType, Translation

_ATTACHMENTS, _TRANSLATIONS = RECORD_TYPES["attachments"], RECORD_TYPES["translations"]


@dataclass
class AddRecord:
    """Add one record; its code is the next free one unless given, and fields left out take their declared defaults."""

    type_name: str
    given: Mapping[str, Any]
    record_id: str = ""
    title: str = field(default="Add {record}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record = made_record(book, RECORD_TYPES[self.type_name], self.given, self.record_id)
        if book.get(self.type_name, record.id) is not None:
            label = book.label(self.type_name, record.id)
            raise Refused(Problem(f"{label} is already there; edit it instead.", type=self.type_name, id=record.id))
        self.record_id = record.id
        self.values = {"record": label_of(book, RECORD_TYPES[self.type_name], record)}
        change = change_between(RECORD_TYPES[self.type_name], None, record)
        return () if change is None else (change,)


@dataclass
class EditRecord:
    """Set fields of one record."""

    type_name: str
    record_id: str
    given: Mapping[str, Any]
    title: str = field(default="Edit {record}: {fields}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES[self.type_name]
        record = existing_record(book, record_type, self.record_id)
        edited = accepted(book, record_type, record, self.given)
        change = change_between(record_type, record, edited)
        if change is None:
            return ()
        refuse_circles(book, (change,))
        titles = (record_type.by_name[name].title for name in change.after or {})
        self.values = {"record": label_of(book, record_type, record), "fields": ", ".join(titles)}
        return (change,)


@dataclass
class EditSeveral:
    """Set fields of several records as one step: pasting, filling down, a change of state for a selection."""

    type_name: str
    given: Mapping[str, Mapping[str, Any]]
    title: str = field(default="Edit {count} {records}: {fields}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES[self.type_name]
        problems: list[Problem] = []
        changes: list[Change] = []
        edited: list[Record] = []
        for record_id, given in self.given.items():
            try:
                record = existing_record(book, record_type, record_id)
                after = accepted(book, record_type, record, given)
                change = change_between(record_type, record, after)
            except Refused as refused:
                problems += refused.problems
                continue
            if change is not None:
                changes.append(change)
            edited.append(after)
        if problems:
            raise Refused(*problems)
        refuse_same_codes(record_type, edited)
        refuse_circles(book, tuple(changes))
        names = dict.fromkeys(name for change in changes for name in change.after or {})
        titles = ", ".join(record_type.by_name[name].title for name in names)
        self.values = {"count": str(len(changes)), "records": record_type.titles, "fields": titles}
        return tuple(changes)


@dataclass
class RemoveRecords:
    """Remove records, with what is a part of them; links from elsewhere are cleared in the same step."""

    type_name: str
    record_ids: tuple[str, ...]
    title: str = field(default="Remove {record}", init=False)
    values: dict[str, str] = field(default_factory=dict, init=False)

    def plan(self, book: Book) -> tuple[Change, ...]:
        record_type = RECORD_TYPES[self.type_name]
        if self.type_name == "plan":
            raise Refused(Problem("The partnership itself cannot be removed; make a new workbook instead."))
        records = [existing_record(book, record_type, record_id) for record_id in self.record_ids]
        if len(records) == 1:
            self.values = {"record": label_of(book, record_type, records[0])}
        else:
            self.values = {"record": f"{len(records)} {record_type.titles}"}
        return removal(book, [(record_type, record) for record in records])


def existing_record(book: Book, record_type: RecordType, record_id: str) -> Record:
    """Return the record to be changed; raise `Refused` when somebody removed it meanwhile."""
    record = book.get(record_type.name, record_id)
    if record is None:
        raise Refused(Problem("This record has been removed; undo that, or add it again.", type=record_type.name))
    return record


def made_record(book: Book, record_type: RecordType, given: Mapping[str, Any], record_id: str = "") -> Record:
    """Build a new record from given values; raise `Refused` with every problem at once."""
    values: dict[str, Any] = {}
    if record_type.code_prefix and not given.get("code"):
        values["code"] = next_code(book, record_type)
    start = record_type.cls(record_id or "new", **values)
    record = accepted(book, record_type, start, given, is_new=True)
    plain = (
        {
            name: str(KINDS[record_type.by_name[name].kind].to_plain(getattr(record, name)) or "")
            for name in record_type.key
        }
        if record_type.name != "plan"
        else {}
    )
    return msgspec.structs.replace(record, id=record_id or id_for(record_type, plain, new_id))


def accepted(
    book: Book, record_type: RecordType, record: Record, given: Mapping[str, Any], *, is_new: bool = False
) -> Record:
    """Return the record with the given values, each in its proper form; raise `Refused` with every problem at once."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for name, value in given.items():
        declared = record_type.by_name[name]
        try:
            values[name] = KINDS[declared.kind].accept(declared, value)
        except Unacceptable as error:
            problems.append(_problem(record_type, record, declared, f"{declared.title} {error}."))
    problems += _broken_links(book, record_type, record, values)
    edited = msgspec.structs.replace(record, **values)
    for declared in record_type.fields:
        blank = KINDS[declared.kind].is_blank(getattr(edited, declared.name))
        if declared.required and blank and (is_new or declared.name in values):
            problems.append(_problem(record_type, record, declared, f"{declared.title} cannot be empty."))
    if "code" in values and not any(problem.field == "code" for problem in problems):
        problems += _code_taken(book, record_type, edited)
    if not is_new and any(
        name in values and getattr(record, name) != getattr(edited, name) for name in record_type.key
    ):
        problems.append(
            Problem(
                f"{record_type.title}: what it joins cannot be changed; remove it and add another.",
                type=record_type.name,
            )
        )
    if problems:
        raise Refused(*problems)
    return edited


def refuse_same_codes(record_type: RecordType, records: Sequence[Record]) -> None:
    """Raise `Refused` where records that are edited or added together would be called by one code."""
    if not record_type.code_prefix:
        return
    first: dict[str, Record] = {}
    problems = []
    for one in records:
        code = str(getattr(one, "code", ""))
        if code and first.setdefault(code.casefold(), one) is not one:
            said = f"The code {code} would belong to two {record_type.titles.lower()}; give each its own."
            problems.append(Problem(said, code, record_type.name, one.id, "code"))
    if problems:
        raise Refused(*problems)


def removal(book: Book, doomed: list[tuple[RecordType, Record]]) -> tuple[Change, ...]:
    """Return the changes that remove records, what is owned by them, attached to them or translates them, and links."""
    gone: dict[str, tuple[RecordType, Record]] = {}
    queue = list(doomed)
    links: dict[str, tuple[RecordType, Record]] = {}
    while queue:
        record_type, record = queue.pop()
        if record.id in gone:
            continue
        gone[record.id] = (record_type, record)
        queue += [(_ATTACHMENTS, one) for one in book.where(Attachment, record_id=record.id)]
        queue += [(_TRANSLATIONS, one) for one in book.where(Translation, record_id=record.id)]
        for other_type, name, other in book.referring(record.id):
            if other_type.by_name[name].owned:
                queue.append((other_type, other))
            else:
                links[other.id] = (other_type, other)
    changes = [
        change_between(other_type, other, _without(other_type, other, gone))
        for other_id, (other_type, other) in links.items()
        if other_id not in gone
    ]
    changes += [change_between(record_type, record, None) for record_type, record in reversed(gone.values())]
    return tuple(change for change in changes if change is not None)


def _without(record_type: RecordType, record: Record, gone: Mapping[str, Any]) -> Record:
    values: dict[str, Any] = {}
    for declared in record_type.reference_fields:
        value = getattr(record, declared.name)
        if declared.kind == "references":
            values[declared.name] = tuple(item for item in value if item not in gone)
        elif value in gone:
            values[declared.name] = None
    return msgspec.structs.replace(record, **values)


def _broken_links(book: Book, record_type: RecordType, record: Record, values: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for name, value in values.items():
        declared = record_type.by_name[name]
        if declared.is_reference:
            targets = value if isinstance(value, tuple) else (value,) if value else ()
            for target in targets:
                if book.get(declared.target, target) is None:
                    sentence = f"{declared.title} names a record that is not in this workbook; choose another."
                    problems.append(_problem(record_type, record, declared, sentence))
                elif not _media_of(book, declared, target).startswith(declared.media):
                    sentence = f"{declared.title} has to be a picture; choose another attachment."
                    problems.append(_problem(record_type, record, declared, sentence))
                elif target == record.id:
                    sentence = f"{declared.title} cannot name the record itself."
                    problems.append(_problem(record_type, record, declared, sentence))
    return problems


def _media_of(book: Book, declared: Field, target: str) -> str:
    return str(getattr(book.get(declared.target, target), "media_type", "")) if declared.media else ""


def _code_taken(book: Book, record_type: RecordType, record: Record) -> list[Problem]:
    code = getattr(record, "code", "")
    declared = record_type.by_name.get("code")
    if not code or declared is None or record_type.name == "plan":
        return []
    other = book.by_code(record_type.name, code)
    if other is None or other.id == record.id:
        return []
    label = book.label(record_type.name, other.id)
    free = next_code(book, record_type)
    return [_problem(record_type, record, declared, f"The code {code} already belongs to {label}; {free} is free.")]


def _problem(record_type: RecordType, record: Record, declared: Field, sentence: str) -> Problem:
    code = getattr(record, "code", "") or record_type.title
    return Problem(sentence, f"{code}: {declared.title}", record_type.name, record.id, declared.name)
