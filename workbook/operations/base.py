"""What an operation is: something a person wants, in their words, turned into exact changes or refused."""

from collections.abc import Mapping
from typing import Protocol

from workbook.book import Book
from workbook.changes import Change
from workbook.problems import Problem, Refused
from workbook.wording import fill

__all__ = ["Operation", "Problem", "Refused", "title_of"]


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
