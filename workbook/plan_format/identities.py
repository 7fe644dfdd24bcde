"""Which record of the workbook each record of a file is: by code, by what it joins, or by whom it is a part of."""

from collections.abc import Iterable

from workbook.book import Book, id_for
from workbook.identity import new_id
from workbook.kinds import Plain, quoted
from workbook.plan_format.addresses import FreeCodes, folded
from workbook.plan_format.entries import Entry
from workbook.plan_format.findings import Findings, shown
from workbook.plan_format.layout import has_code
from workbook.records import Record, RecordType


class Codes:
    """The records that can be named by a code: those of the file, and those already in the workbook."""

    def __init__(self, book: Book, entries: Iterable[Entry], findings: Findings) -> None:
        self._book = book
        self._named: dict[str, dict[str, Entry]] = {}
        self._free: dict[str, FreeCodes] = {}
        coded = [entry for entry in entries if has_code(entry.record_type)]
        for entry, record_id in zip(coded, sorted(new_id() for _ in coded), strict=True):
            entry.id = record_id
            self._take_in(entry, findings)

    def _take_in(self, entry: Entry, findings: Findings) -> None:
        code, name = entry.given.get("code"), entry.record_type.name
        if not isinstance(code, str) or not code.strip():
            return
        other = self._named.setdefault(name, {}).setdefault(folded(code), entry)
        if other is not entry:
            sentence = f"The code {quoted(code)[1:-1]} is already used by {shown(other.path)}; give this one another."
            findings.add((*entry.path, "code"), sentence, name)
            return
        entry.existing = self._book.by_code(name, code)
        if entry.existing is not None:
            entry.id = entry.existing.id

    def find(self, type_name: str, code: str) -> str | None:
        """Return the id of the record with a code, the file's own first."""
        entry = self._named.get(type_name, {}).get(folded(code))
        if entry is not None:
            return entry.id
        record = self._book.by_code(type_name, " ".join(code.split()))
        return None if record is None else record.id

    def free(self, record_type: RecordType) -> str:
        """Return a code for a record that the file gives none."""
        if record_type.name not in self._free:
            taken = set(self._named.get(record_type.name, {}))
            taken |= {folded(getattr(record, "code", "")) for record in self._book.records(record_type.name)}
            self._free[record_type.name] = FreeCodes(record_type, taken)
        return self._free[record_type.name].next()


class Joined:
    """Finds the records that have no code: by their natural key, else by owner and name, one after the other."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._seen: dict[str, Entry] = {}

    def identify(self, entry: Entry, values: dict[str, object], plain: dict[str, Plain], findings: Findings) -> None:
        record_type = entry.record_type
        if record_type.key:
            entry.id = id_for(record_type, plain, new_id)
            entry.existing = self._book.get(record_type.name, entry.id)
            other = self._seen.setdefault(entry.id, entry)
            if other is not entry:
                titles = " and ".join(record_type.by_name[name].title.lower() for name in record_type.key)
                sentence = f"{shown(other.path)} already has the same {titles}; keep one of the two."
                findings.add(entry.path, sentence, record_type.name)
            return
        entry.existing = self._twin(record_type, values)
        entry.id = new_id() if entry.existing is None else entry.existing.id
        self._seen[entry.id] = entry

    def _twin(self, record_type: RecordType, values: dict[str, object]) -> Record | None:
        names = [record_type.label, *([record_type.owner.name] if record_type.owner else [])]
        wanted = {name: values.get(name) for name in names}
        found = self._book.where(record_type.cls, **wanted)
        return next((record for record in found if record.id not in self._seen), None)
