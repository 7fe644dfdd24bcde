"""From plain data to changes: the plan that a file holds, checked as a whole before anything is made of it."""

from typing import Any

import msgspec

from workbook.book import Book
from workbook.changes import Change, change_between
from workbook.circles import circles, inner_links, leads_back, targets
from workbook.fields import Field
from workbook.identity import new_id
from workbook.kinds import KINDS, Unacceptable, quoted
from workbook.plan_format.addresses import addresses_in, coded_address, codes_in, folded, type_in
from workbook.plan_format.entries import Entry, entries_of, head_problem, suggestion
from workbook.plan_format.findings import Findings
from workbook.plan_format.identities import Codes, Joined
from workbook.plan_format.layout import ADDRESS_FIELDS, FIELDS, TYPE_OF_ADDRESS, TYPES, has_code, is_address
from workbook.plan_format.shapes import misfit
from workbook.problems import Problem, Refused
from workbook.records import RecordType


def read_plan(document: object, book: Book | None = None) -> tuple[Change, ...]:
    """Return the changes that bring a plan, as `to_plan` writes it, into a book (an empty one unless given).

    Records are matched by code, by what they join, or by their owner and name. What is new is added, what is known
    takes the values of the keys that are there, nothing is removed. Raises `Refused` with every problem at once, in
    the order of the file, each with its path.
    """
    place, sentence = head_problem(document)
    if sentence:
        raise Refused(Problem(sentence, place, field=place))
    assert isinstance(document, dict)
    return _Reader(document, Book.empty() if book is None else book).changes()


class _Reader:
    def __init__(self, document: dict[str, Any], book: Book) -> None:
        self._book = book
        self._findings = Findings(document)
        self._entries = list(entries_of(document, self._findings))
        self._codes = Codes(book, self._entries, self._findings)
        self._joined = Joined(book)
        self._addresses: dict[str, str] | None = None

    def changes(self) -> tuple[Change, ...]:
        pointing = [entry for entry in self._entries if entry.record_type.name in ADDRESS_FIELDS]
        changes = self._made(entry for entry in self._entries if entry.record_type.name not in ADDRESS_FIELDS)
        if pointing and not self._findings:
            self._addresses = self._known_addresses(changes)
        changes += self._made(pointing)
        for record_type in TYPES:
            for field in inner_links(record_type):
                self._find_circles(record_type, field)
        if self._findings:
            raise Refused(*self._findings.problems())
        return tuple(changes)

    def _made(self, entries: Any) -> list[Change]:
        changes = []
        for entry in entries:
            known = len(self._findings.found)
            entry.made = self._record(entry)
            if len(self._findings.found) == known:
                change = change_between(entry.record_type, entry.existing, entry.made)
                if change is not None:
                    changes.append(change)
        return changes

    def _record(self, entry: Entry) -> Any:
        record_type = entry.record_type
        known = len(self._findings.found)
        values = self._values(entry)
        if len(self._findings.found) > known:
            entry.id = entry.id or new_id()  # what it joins may not be known, so nothing is compared with it
        else:
            self._identify(entry, values)
        if entry.existing is not None:
            return msgspec.structs.replace(entry.existing, **_without_stand_ins(record_type, values))
        for key, field in FIELDS[record_type.name].items():
            if field.required and key not in entry.given:
                self._problem(entry, key, f"{field.title} is missing; every {record_type.title.lower()} has one.")
        return record_type.cls(entry.id, **values)

    def _identify(self, entry: Entry, values: dict[str, Any]) -> None:
        record_type = entry.record_type
        if has_code(record_type):
            if entry.existing is None and not values.get("code"):
                values["code"] = self._codes.free(record_type)
            return
        keys = [record_type.by_name[name] for name in record_type.key if name in record_type.by_name]
        joined = {field.name: KINDS[field.kind].to_plain(values.get(field.name, field.default)) for field in keys}
        self._joined.identify(entry, values, joined, self._findings)

    def _values(self, entry: Entry) -> dict[str, Any]:
        values: dict[str, Any] = {}
        fields = FIELDS[entry.record_type.name]
        for key, raw in entry.given.items():
            field = fields.get(key)
            if field is None:
                sentence = f"{quoted(key)} is not a key of {entry.record_type.titles}{suggestion(key, fields)}"
                self._problem(entry, str(key), sentence)
                continue
            wrong = misfit(field, raw)
            if wrong:
                self._problem(entry, key, f"{field.title} {wrong}.")
                continue
            try:
                values.update(self._value(entry, key, field, raw))
            except Unacceptable as error:
                self._problem(entry, key, f"{field.title} {error}.")
        return values

    def _value(self, entry: Entry, key: str, field: Field, raw: Any) -> dict[str, Any]:
        if is_address(entry.record_type, field):
            return self._pointed(entry, field, raw)
        if field.kind == "reference":
            return {field.name: None if raw is None else self._target(entry, field, raw)}
        if field.kind == "references":
            found = (self._target(entry, field, code, (place,)) for place, code in enumerate(raw or ()))
            return {field.name: tuple(dict.fromkeys(target for target in found if target))}
        return {field.name: KINDS[field.kind].from_plain(field, raw)}

    def _target(self, entry: Entry, field: Field, code: str, where: tuple[int, ...] = ()) -> str | None:
        target = self._codes.find(field.target, code)
        if target is None:
            sentence = f"{field.title} names {quoted(code)}, which is the code of no record of {field.target}."
            self._problem(entry, field.name, sentence, where)
        elif target == entry.id:
            self._problem(entry, field.name, f"{field.title} cannot name the record itself.", where)
        return target

    def _pointed(self, entry: Entry, field: Field, raw: str | None) -> dict[str, Any]:
        if not raw:
            return {field.name: ""}
        if self._addresses is None:
            return {field.name: raw}  # other problems refuse the file anyway; this one cannot be judged yet
        found = self._addresses.get(folded(raw))
        if found is None:
            raise Unacceptable(f"{quoted(raw)} names no record; write it like “activities/A-01”, or “plan”")
        type_field = TYPE_OF_ADDRESS.get(entry.record_type.name)
        known_type = {} if type_field is None or type_field in entry.given else {type_field: type_in(folded(raw))}
        return {**known_type, field.name: found}

    def _known_addresses(self, changes: list[Change]) -> dict[str, str]:
        after = self._book.apply(changes)
        known = {folded(address): record_id for record_id, address in addresses_in(after, codes_in(after)).items()}
        for entry in self._entries:
            code = entry.given.get("code")
            if has_code(entry.record_type) and isinstance(code, str) and code.strip():
                known[folded(coded_address(entry.record_type, code))] = entry.id
            if not has_code(entry.record_type) and not entry.record_type.key:
                known[f"{entry.record_type.name}[{entry.path[-1]}]"] = entry.id
        return known

    def _find_circles(self, record_type: RecordType, field: Field) -> None:
        """Report where the links of the file, or of the file and the workbook together, lead back to a record."""
        of_type = (entry for entry in self._entries if entry.record_type is record_type and entry.made)
        giving = {entry.id: entry for entry in of_type if entry.given.get(field.name)}
        stored = self._book.table(record_type.name)

        def follow(record_id: str) -> tuple[str, ...]:
            entry = giving.get(record_id)
            return targets(stored.get(record_id) if entry is None else entry.made, field)

        for way in circles(giving, follow):
            entry = next((giving[one] for one in way if one in giving), None)
            if entry is not None and len(way) > 2:  # the record itself has been reported by now
                records = (giving[one].made if one in giving else stored.get(one) for one in way)
                names = (str(getattr(record, "code", "")) for record in records)
                self._problem(entry, field.name, leads_back(field, names))

    def _problem(self, entry: Entry, key: str, sentence: str, where: tuple[int, ...] = ()) -> None:
        self._findings.add((*entry.path, key, *where), sentence, entry.record_type.name)


def _without_stand_ins(record_type: RecordType, values: dict[str, Any]) -> dict[str, Any]:
    """Leave out a code that stands in place of a name, as in a plan that was written without names."""
    code = values.get("code")
    stand_ins = {field.name for field in record_type.fields if field.personal and field.required and code}
    return {name: value for name, value in values.items() if name not in stand_ins or value != code}
