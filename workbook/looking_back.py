"""Which steps of the history somebody wants to see: by person, record, time and words."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from workbook.answers import is_withheld
from workbook.book import Book
from workbook.brought import as_change_set, memory_of
from workbook.changes import Change, ChangeSet, type_of

_WRITTEN = ("line", "text")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a step has to be to be shown; what is left empty does not matter. `until` is the first moment too late.

    `after` is the number of a step; only later ones are wanted, such as those of this sitting.
    """

    person: str = ""
    type: str = ""
    record_id: str = ""
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None
    after: int = 0
    text: str = ""

    def matches(self, step: ChangeSet, book: Book) -> bool:
        """Say whether a step is wanted; `book` is the present one, which knows whose answers are nobody's business."""
        if step.seq <= self.after or (self.person and step.operator != self.person):
            return False
        if (self.since is not None and step.at < self.since) or (self.until is not None and step.at >= self.until):
            return False
        if self.type and not any(self._concerns(change) for change in step.changes):
            return False
        return not self.text or self._is_written_in(step, book)

    def _concerns(self, change: Change) -> bool:
        return change.type == self.type and self.record_id in ("", change.id)

    def _is_written_in(self, step: ChangeSet, book: Book) -> bool:
        """Look for every word in the line of the step, and then in the texts that it changed."""
        missing = set(self.text.casefold().split())
        for text in (f"{step.seq} {step.title} {step.operator} {step.source}", *_texts(step, book)):
            folded = text.casefold()
            missing = {word for word in missing if word not in folded}
            if not missing:
                return True
        return False


class Listed(NamedTuple):
    """A step as it is listed: one of this workbook, or one of a copy that it brought in, which has a place in it."""

    step: ChangeSet
    place: int = 0

    @property
    def number(self) -> str:
        return f"{self.step.seq}.{self.place}" if self.place else str(self.step.seq)


def unfolded(steps: Iterable[ChangeSet]) -> Iterator[Listed]:
    """Yield steps that come newest first, each followed by what it brought in, which may be a whole history of its own.

    That is made as it is asked for, so that nobody waits for more.
    """
    for step in steps:
        yield Listed(step)
        memory = memory_of(step)
        there = memory.steps if memory is not None else ()
        for place in range(len(there), 0, -1):
            yield Listed(as_change_set(step, there[place - 1]), place)


def _texts(step: ChangeSet, book: Book) -> list[str]:
    found = []
    for change in step.changes:
        written = {field.name for field in type_of(change).fields if field.kind in _WRITTEN}
        for side in (change.before, change.after):
            for name, value in (side or {}).items():
                if isinstance(value, str) and name in written and not is_withheld(book, change, name):
                    found.append(value)
    return found
