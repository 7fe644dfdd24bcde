"""How a record is named without its id: by its code, by what it joins, or by its place in the file."""

import re
from collections.abc import Iterator

from workbook.book import Book
from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.plan_format.layout import ADDRESS_FIELDS, TYPES, has_code
from workbook.records import Record, RecordType

_NUMBERED = re.compile(r"(.*?)-?(\d{1,9})")


def folded(code: str) -> str:
    """Return what has to agree for two codes to be the same."""
    return " ".join(code.split()).casefold()


class FreeCodes:
    """Makes codes for records of one type that have none, after the highest in use."""

    def __init__(self, record_type: RecordType, taken: set[str]) -> None:
        self._prefix = record_type.code_prefix
        self._taken = taken
        matches = (_NUMBERED.fullmatch(code) for code in taken)
        self._number = max(
            (int(match[2]) for match in matches if match and match[1] == self._prefix.casefold()), default=0
        )

    def next(self) -> str:
        while True:
            self._number += 1
            code = f"{self._prefix}-{self._number:02d}"
            if folded(code) not in self._taken:
                self._taken.add(folded(code))
                return code


def codes_in(book: Book) -> dict[str, str]:
    """Return the code of every record that has one, by id, each once within its type.

    A record whose code was emptied, or is another's too since two copies were merged, gets the next free one, because
    a plan file could not name it otherwise.
    """
    codes: dict[str, str] = {}
    for record_type in TYPES:
        if has_code(record_type):
            codes.update(_codes_of(book, record_type))
    return codes


def _codes_of(book: Book, record_type: RecordType) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    without: list[str] = []
    for record in book.records(record_type.name):
        code: str = getattr(record, "code", "")
        if not code or folded(code) in taken:
            without.append(record.id)
        else:
            taken.add(folded(code))
            yield record.id, code
    free = FreeCodes(record_type, taken)
    for record_id in without:
        yield record_id, free.next()


def ordered(book: Book, record_type: RecordType) -> tuple[Record, ...]:
    """Return the records of a type in an order that does not depend on derived ids, and so survives."""
    records = book.records(record_type.name)
    if not record_type.key or record_type.name == "plan":
        return records
    keys = [record_type.by_name[name] for name in record_type.key]
    positions = {
        field.target: {record.id: place for place, record in enumerate(book.records(field.target))}
        for field in keys
        if field.kind == "reference"
    }

    def place(record: Record) -> tuple[tuple[int, str], ...]:
        return tuple(_place(field, getattr(record, field.name), positions) for field in keys)

    return tuple(sorted(records, key=place))


def _place(field: Field, value: object, positions: dict[str, dict[str, int]]) -> tuple[int, str]:
    if field.kind == "reference":
        return positions[field.target].get(str(value), -1), ""
    if field.vocabulary is not None and value in field.vocabulary:
        return field.vocabulary.keys.index(str(value)), ""
    return 0, _part(field, value, {})


def addresses_in(book: Book, codes: dict[str, str]) -> dict[str, str]:
    """Return the address of every record by id: ``plan``, ``partners/P-03``, ``responsibilities/A-01/P-03``."""
    addresses: dict[str, str] = {}
    for record_type in TYPES:
        if record_type.name in ADDRESS_FIELDS and not has_code(record_type):
            continue
        for place, record in enumerate(book.records(record_type.name)):
            addresses[record.id] = address_of(record_type, record, codes, place)
    return addresses


def address_of(record_type: RecordType, record: Record, codes: dict[str, str], place: int) -> str:
    """Return the address of one record; one with neither code nor key is named by its place in its list."""
    if record_type.name == "plan":
        return "plan"
    if has_code(record_type):
        return coded_address(record_type, codes[record.id])
    if record_type.key:
        fields = (record_type.by_name[name] for name in record_type.key)
        parts = (_part(field, getattr(record, field.name), codes) for field in fields)
        return "/".join((record_type.name, *map(_escaped, parts)))
    return f"{record_type.name}[{place}]"


def coded_address(record_type: RecordType, code: str) -> str:
    """Return the address of the record that people call by a code."""
    return f"{record_type.name}/{_escaped(' '.join(code.split()))}"


def type_in(address: str) -> str:
    """Return the name of the type that an address begins with."""
    return address.partition("/")[0].partition("[")[0]


def _part(field: Field, value: object, codes: dict[str, str]) -> str:
    if field.kind == "reference":
        return codes.get(str(value), "")
    plain = KINDS[field.kind].to_plain(value)
    return "" if plain is None else str(plain)


def _escaped(part: str) -> str:
    return part.replace("%", "%25").replace("/", "%2F")
