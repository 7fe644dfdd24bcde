"""States of a workbook: the log read backwards, the book at a number, and the number at a moment.

Nothing here touches the open workbook: a worker goes on with the book and the numbers that it was given.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Set

from workbook.book import Book, MovedOn
from workbook.changes import Change, ChangeSet, inverted
from workbook.kinds import Unacceptable
from workbook.problems import Problem, Refused

Read = Callable[[int, int], Iterable[ChangeSet]]
"""Returns the change sets from one number to another, oldest first."""
PAGE = 500
_Key = tuple[str, str]


def backwards(read: Read, last: int, first: int = 1) -> Iterator[ChangeSet]:
    """Yield change sets newest first, a page at a time, so that nobody waits for more than is asked for."""
    while last >= first:
        start = max(first, last - PAGE + 1)
        yield from reversed(tuple(read(start, last)))
        last = start - 1


def book_at(read: Read, book: Book, seq: int, wanted: int) -> Book:
    """Return the book after change set `wanted`, from the nearer of the empty book and `book`, which is that at `seq`.

    A record that is locked in `book` is in no earlier state either. Raises `Refused` where the history holds what this
    version cannot read, or does not lead there.
    """
    locked = {(record.type, record.id) for record in book.locked}
    try:
        if wanted * 2 < seq:
            return _forwards(read, wanted, locked)
        return _back_from(read, book, seq, wanted, locked)
    except (MovedOn, Unacceptable, KeyError):
        sentence = f"The plan as it was after step {wanted} cannot be read from the history here; check the file."
        raise Refused(Problem(sentence)) from None


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


def _forwards(read: Read, wanted: int, locked: Set[_Key]) -> Book:
    """Go from the empty book; steps are applied a page at a time, as a long way costs much less so."""
    reached = Book.empty()
    for start in range(1, wanted + 1, PAGE):
        reached = reached.apply(_readable(read(start, min(wanted, start + PAGE - 1)), locked))
    return reached


def _back_from(read: Read, book: Book, seq: int, wanted: int, locked: Set[_Key]) -> Book:
    for last in range(seq, wanted, -PAGE):
        book = book.apply(inverted(_readable(read(max(wanted + 1, last - PAGE + 1), last), locked)))
    return book


def _readable(steps: Iterable[ChangeSet], locked: Set[_Key]) -> Iterator[Change]:
    return (change for step in steps for change in step.changes if (change.type, change.id) not in locked)
