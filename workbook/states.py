"""States of a workbook: the log read backwards, the book at a number, and the number at a moment.

Nothing here touches the open workbook: a worker goes on with the book and the numbers that it was given.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator

from workbook.book import Book
from workbook.changes import Change, ChangeSet, inverted

Read = Callable[[int, int], Iterable[ChangeSet]]
"""Returns the change sets from one number to another, oldest first."""
PAGE = 500


def backwards(read: Read, last: int, first: int = 1) -> Iterator[ChangeSet]:
    """Yield change sets newest first, a page at a time, so that nobody waits for more than is asked for."""
    while last >= first:
        start = max(first, last - PAGE + 1)
        yield from reversed(tuple(read(start, last)))
        last = start - 1


def book_at(read: Read, book: Book, seq: int, wanted: int) -> Book:
    """Return the book after change set `wanted`, from the nearer of the empty book and `book`, which is that at `seq`.

    Steps are applied a page at a time, as a long way costs much less so.
    """
    if wanted * 2 < seq:
        reached = Book.empty()
        for start in range(1, wanted + 1, PAGE):
            steps = read(start, min(wanted, start + PAGE - 1))
            reached = reached.apply(change for step in steps for change in step.changes)
        return reached
    reached = book
    for last in range(seq, wanted, -PAGE):
        steps = read(max(wanted + 1, last - PAGE + 1), last)
        changes: tuple[Change, ...] = tuple(change for step in steps for change in step.changes)
        reached = reached.apply(inverted(changes))
    return reached


def state_at(read: Read, last: int, moment: datetime.datetime) -> int:
    """Return the number of the last change set up to a moment, 0 where there is none.

    Looked up by halves, as the log grows with time; a clock that was set back moves the answer by those steps only.
    """
    low, high = 0, last
    while low < high:
        middle = (low + high + 1) // 2
        (step,) = read(middle, middle)
        low, high = (middle, high) if step.at <= moment else (low, middle - 1)
    return low
