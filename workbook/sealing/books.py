"""The books that sealed documents were made from, read back from the history."""

from workbook.book import Book
from workbook.problems import Refused
from workbook.records import Agreement, Seal
from workbook.sealing.seals import latest_seal
from workbook.states import Read, book_at


def sealed_book(read: Read, book: Book, seq: int, seal: Seal) -> Book | None:
    """Return the book that a sealed document was made from.

    None where that lies in the history of another copy, or cannot be read from the history here.

    `book` is the one after change set `seq`, and `read` returns change sets from one number to another.
    """
    if seal.state is None or not 0 < seal.state <= seq:
        return None
    (step,) = read(seal.state, seal.state)
    if step.hash != seal.state_hash:
        return None
    try:
        return book_at(read, book, seq, seal.state)
    except Refused:
        return None


def sealed_books(read: Read, book: Book, seq: int) -> dict[str, Book]:
    """Return, by id, the book with which the plan is compared for each sealed agreement."""
    found: dict[str, Book] = {}
    for agreement in book.all(Agreement):
        seal = latest_seal(book, "agreements", agreement.id)
        sealed = sealed_book(read, book, seq, seal) if seal is not None else None
        if sealed is not None:
            found[agreement.id] = sealed
    return found
