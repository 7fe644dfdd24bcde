"""From a book to plain data."""

from decimal import Decimal
from typing import Any

from workbook.answers import may_show_answers
from workbook.book import Book
from workbook.fields import Field
from workbook.kinds import KINDS
from workbook.plan_format.addresses import addresses_in, codes_in, ordered, type_in
from workbook.plan_format.layout import (
    ADDRESS_FIELDS,
    FIELDS,
    FORMAT,
    TYPE_OF_ADDRESS,
    TYPES,
    VERSION,
    has_code,
    is_address,
)
from workbook.records import HealthResponse, Record, RecordType


def to_plan(book: Book, *, personal: bool = True) -> dict[str, Any]:
    """Return the whole plan as plain data: text, whole numbers, `Decimal`, true and false, null, lists and objects.

    A key is left out where the value is the one a new record would have. With `personal` false, what says something
    about a person is left out: contacts keep their code in place of their name, so that owners can still be told
    apart, and participants are left out altogether. So are the answers to those cooperation checks whose single
    answers are not to be shown. Read back into the workbook that it came from, such a plan changes none of these.
    """
    return _Writer(book, personal).document()


class _Writer:
    def __init__(self, book: Book, personal: bool) -> None:
        self._book = book
        self._personal = personal
        self._codes = codes_in(book)
        self._addresses = addresses_in(book, self._codes)

    def document(self) -> dict[str, Any]:
        document: dict[str, Any] = {"format": FORMAT, "version": VERSION}
        for record_type in TYPES:
            if self._is_left_out(record_type):
                continue
            records = ordered(self._book, record_type)
            items = [self._item(record_type, record) for record in records if not self._is_nobodys_business(record)]
            items = [item for item in items if item is not None]
            if items:
                document[record_type.name] = items[0] if record_type.name == "plan" else items
        return document

    def _is_left_out(self, record_type: RecordType) -> bool:
        names_a_person = any(field.personal and field.required for field in record_type.fields)
        return names_a_person and not has_code(record_type) and not self._personal

    def _is_nobodys_business(self, record: Record) -> bool:
        """Say whether a record is what a single partner answered, in a round that keeps this to itself."""
        if self._personal or not isinstance(record, HealthResponse):
            return False
        return not may_show_answers(self._book, record.round)

    def _item(self, record_type: RecordType, record: Record) -> dict[str, Any] | None:
        item: dict[str, Any] = {}
        for key, field in FIELDS[record_type.name].items():
            value = getattr(record, field.name)
            if field.name == "code" and has_code(record_type):
                item[key] = self._codes[record.id]
            elif is_address(record_type, field):
                address = self._addresses.get(value)
                if address is not None and not self._is_left_out_address(address):
                    item[key] = address
                elif value and field.name in record_type.key:
                    return None  # a finding about a record that is gone has nothing left to be accepted
            elif field.personal and not self._personal:
                if field.required:
                    item[key] = self._codes[record.id]
            elif value != self._expected(record_type, field, record):
                item[key] = self._value(field, value)
        return item

    def _expected(self, record_type: RecordType, field: Field, record: Record) -> Any:
        """Return what a reader takes for a key that is not there."""
        if field.name == TYPE_OF_ADDRESS.get(record_type.name):
            address = self._addresses.get(getattr(record, ADDRESS_FIELDS[record_type.name]))
            if address is not None and not self._is_left_out_address(address):
                return type_in(address)
        return field.default

    def _is_left_out_address(self, address: str) -> bool:
        return address.endswith("]") and not self._personal

    def _value(self, field: Field, value: Any) -> Any:
        if field.kind == "reference":
            return self._codes.get(value)
        if field.kind == "references":
            return [self._codes[item] for item in value if item in self._codes]
        if isinstance(value, Decimal):
            return Decimal(f"{value:f}")
        return KINDS[field.kind].to_plain(value)
