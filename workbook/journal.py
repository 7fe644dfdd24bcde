"""What the open workbook asks of whatever keeps its change sets, and one such journal in memory."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from workbook.book import Book
from workbook.brought import brought_steps
from workbook.changes import Change, ChangeSet
from workbook.history import Step

NO_CONTENTS: Mapping[str, bytes] = MappingProxyType({})


class Journal(Protocol):
    """What keeps change sets for good: `storage` writes them to a file, `MemoryJournal` serves tests."""

    @property
    def last(self) -> tuple[int, str]:
        """The sequence number and hash of the last change set; ``(0, "")`` at the beginning."""
        ...

    def append(self, change_set: ChangeSet, after: Book, contents: Mapping[str, bytes] = NO_CONTENTS) -> None:
        """Make a change set, the rows it changes and what its attachments hold durable, in one transaction.

        Raises why not, and then nothing has changed.
        """
        ...

    def erase(self, step: ChangeSet, present: tuple[Change, ...], rewritten: Iterable[ChangeSet]) -> None:
        """Put steps in the place of those with their numbers, change the rows, and append a step: in one transaction.

        Nothing else ever changes what the log holds. Raises why not, and then nothing has changed.
        """
        ...

    def overwrite_freed(self) -> None:
        """Leave nothing of what was erased in the file."""
        ...

    def keep_ahead(self, sha256: str, content: bytes) -> None:
        """Make a content durable before the step that names it, which then has nothing left to write of it."""
        ...

    def forget_ahead(self) -> None:
        """Take away every content that was kept ahead and that no step has named."""
        ...

    def content(self, sha256: str) -> bytes | None:
        """Return what is kept under a fingerprint, unchecked, or None."""
        ...

    def has_content(self, sha256: str) -> bool:
        """Say whether anything is kept under a fingerprint, without reading it."""
        ...

    def change_sets(self, first: int = 1, last: int | None = None) -> Iterable[ChangeSet]:
        """Return the change sets with these sequence numbers, oldest first."""
        ...

    def steps(self) -> Iterable[Step]:
        """Return what undo needs of each change set, oldest first."""
        ...

    def people(self) -> tuple[str, ...]:
        """Return who signed change sets, here or in a copy that was brought in, by name."""
        ...


class MemoryJournal:
    """A journal that forgets everything with the process: every rule can be tested without a file."""

    def __init__(self) -> None:
        self._log: list[ChangeSet] = []
        self._contents: dict[str, bytes] = {}
        self._ahead: set[str] = set()

    @property
    def last(self) -> tuple[int, str]:
        return (self._log[-1].seq, self._log[-1].hash) if self._log else (0, "")

    def append(self, change_set: ChangeSet, after: Book, contents: Mapping[str, bytes] = NO_CONTENTS) -> None:
        self._log.append(change_set)
        self._contents.update(contents)
        self._ahead.difference_update(contents)

    def keep_ahead(self, sha256: str, content: bytes) -> None:
        self._ahead |= set() if sha256 in self._contents else {sha256}
        self._contents[sha256] = content

    def forget_ahead(self) -> None:
        for sha256 in self._ahead:
            del self._contents[sha256]
        self._ahead.clear()

    def erase(self, step: ChangeSet, present: tuple[Change, ...], rewritten: Iterable[ChangeSet]) -> None:
        for one in tuple(rewritten):
            self._log[one.seq - 1] = one
        self._log.append(step)

    def overwrite_freed(self) -> None:
        """Nothing is kept anywhere else."""

    def content(self, sha256: str) -> bytes | None:
        return self._contents.get(sha256)

    def has_content(self, sha256: str) -> bool:
        return sha256 in self._contents

    def change_sets(self, first: int = 1, last: int | None = None) -> Iterator[ChangeSet]:
        return iter(self._log[first - 1 : last])

    def steps(self) -> Iterator[Step]:
        return (Step(one.seq, one.id, one.title, one.undoes, not one.salt) for one in self._log)

    def people(self) -> tuple[str, ...]:
        return tuple(sorted({one.operator for entry in self._log for one in (entry, *brought_steps(entry))}))
