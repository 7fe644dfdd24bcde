"""The short codes that people say aloud: P-03, A-12."""

import re
from collections.abc import Iterator, Set

from workbook.book import Book
from workbook.records import RecordType


def next_code(book: Book, record_type: RecordType, taken: frozenset[str] = frozenset()) -> str:
    """Return the code after the highest one in use, so that a removed record's code is not soon another's."""
    pattern = re.compile(re.escape(record_type.code_prefix) + r"-(\d+)", re.IGNORECASE)
    number = book.count(record_type.name)
    last = book.records(record_type.name)[-1:]
    for code in (*(getattr(record, "code", "") for record in last), *taken):
        match = pattern.fullmatch(code)
        number = max(number, int(match[1]) if match else 0)
    while True:
        number += 1
        code = f"{record_type.code_prefix}-{number:02d}"
        if code not in taken and book.by_code(record_type.name, code) is None:
            return code


def free_codes(book: Book, record_type: RecordType, taken: Set[str] = frozenset()) -> Iterator[str]:
    """Yield one free code after the other, for many new records at once; none where the type has no codes."""
    if not record_type.code_prefix:
        return
    first = next_code(book, record_type, frozenset(taken))
    number = int(first.rpartition("-")[2])
    used = {code.casefold() for code in taken}
    while True:
        code = f"{record_type.code_prefix}-{number:02d}"
        if code.casefold() not in used and book.by_code(record_type.name, code) is None:
            yield code
        number += 1
