"""The book in memory: workers ask it questions while the window goes on to the next one."""

import itertools
import sys
import threading
from collections.abc import Iterator

import pytest

from workbook.book import Book
from workbook.operations import AddRecord
from workbook.records import RECORD_TYPES, Partner

_ASKED = [field.name for field in RECORD_TYPES["partners"].fields if field.kind in ("line", "choice")]


@pytest.fixture
def impatient() -> Iterator[None]:
    """Let threads take turns as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("impatient")
def test_a_book_can_be_asked_by_a_worker_while_a_change_is_applied_to_it() -> None:
    full = Book.empty()
    for number in range(100):
        full = full.apply(AddRecord("partners", {"name": f"Partner {number}"}).plan(full))
    emptied = full.difference(Book.empty())

    def ask(book: Book) -> None:
        for first, second in itertools.permutations(_ASKED, 2):
            book.where(Partner, **{first: "a", second: "b"})

    for _ in range(20):
        asked = Book({name: full.table(name) for name in RECORD_TYPES})
        for name in _ASKED[:3]:
            asked.where(Partner, **{name: "a"})
        worker = threading.Thread(target=ask, args=(asked,))
        worker.start()
        counts = [asked.apply(emptied).count("partners") for _ in range(5)]
        worker.join()
        assert counts == [0] * 5
