"""What came of reading the rows of a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.bringing_in.columns import Match


@dataclass(frozen=True)
class Note:
    """Something that is not taken: a row, or one cell of a row that is; the sentence says why."""

    row: int
    field: str
    sentence: str


@dataclass(frozen=True)
class Taken:
    """A row that is taken: the record that it fills in, or the id of a new one.

    `links` are what it says about other rows of the same table, by field; `owner` is the name of a record to which it
    belongs and which is not there yet. `like` are records that may be meant under a slightly different name: of the
    row itself, or of what it belongs to, as `like_type` says.
    """

    row: int
    record_id: str
    is_new: bool
    given: Mapping[str, Any]
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    owner: str = ""
    like: tuple[str, ...] = ()
    like_type: str = ""


@dataclass(frozen=True)
class ReadRows:
    """All that came of a table. `open_days` are cells that could be two days each, with where they stand."""

    match: Match
    taken: tuple[Taken, ...]
    rejected: tuple[Note, ...]
    left_out: tuple[Note, ...]
    open_days: tuple[str, ...] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    """Ids of the records that come with the rows because the rows belong to them, by name."""

    @property
    def unsure(self) -> tuple[Taken, ...]:
        """The rows whose record may be there already under another name."""
        return tuple(taken for taken in self.taken if taken.like)
