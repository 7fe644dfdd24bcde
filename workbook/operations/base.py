"""What an operation is: something a person wants, in their words, turned into exact changes or refused."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from workbook.book import Book
from workbook.changes import Change, fill


class Problem(NamedTuple):
    """Why something cannot be done as asked: where, and one sentence that says what to do.

    `place` is a path for people, such as ``partners[3].sector`` or ``P-03 Museum: Sector``.
    """

    sentence: str
    place: str = ""
    type: str = ""
    id: str = ""
    field: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}" if self.place else self.sentence


class Refused(Exception):  # noqa: N818 - an answer to the user, not a failure of the program
    """An operation that cannot be done; carries every problem at once, and nothing has been changed."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(*(str(problem) for problem in problems))


class Operation(Protocol):
    """One thing a person can do. `title` is a source string whose braces `values` fill."""

    @property
    def title(self) -> str: ...

    @property
    def values(self) -> Mapping[str, str]: ...

    def plan(self, book: Book) -> tuple[Change, ...]:
        """Return the exact changes that it means for this book, or raise `Refused`."""
        ...


def title_of(operation: Operation) -> str:
    """Say in one line what an operation does."""
    return fill(operation.title, operation.values)
