"""What came of reading the rows of a table."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbook.bringing_in.columns import Match
from workbook.bringing_in.writings import Order


@dataclass(frozen=True)
class Answers:
    """What somebody said where a file does not tell.

    `order` is how dates are meant; `same` says of a row, by its number, whether a record with a similar name is the
    same, and `all_same` of every row; with `adds_partners` partners that rows name and that are not here come too;
    `currency` is that of amounts which name none, where it is not that of the partnership.
    """

    order: Order = ""
    same: Mapping[int, bool] = field(default_factory=dict)
    all_same: bool | None = None
    adds_partners: bool = False
    currency: str = ""

    def is_same(self, row: int) -> bool | None:
        """Return what somebody said of a row, or None where nobody has."""
        return self.same.get(row, self.all_same)


@dataclass(frozen=True)
class Note:
    """Something that is not taken: a row, or one cell of a row that is; the sentence says why."""

    row: int
    field: str
    sentence: str


_OWN_PART = re.compile(r"“[^”]*”|\b[A-Z]{1,2}-\d+ .*?(?= says)|\d[\d.,]*")


def reasons(notes: Iterable[Note]) -> list[tuple[str, int]]:
    """Count notes by their reason, the most frequent first; what is of one row only stands as “…” in it."""
    return Counter(_OWN_PART.sub("…", note.sentence) for note in notes).most_common()


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
    """Ids of the records that come with the rows because the rows belong to them or name them, by name."""
    owner_given: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What rows say about the records that they belong to, new ones and others, by id."""
    owner_note: str = ""
    """What the file says above the table, for the indicators that come with it."""
    absent: tuple[str, ...] = ()
    """Names of partners that rows name and that are not here, where nobody asked for them to come too."""

    assumed: str = ""
    """The currency that amounts were taken for which name none."""

    @property
    def unsure(self) -> tuple[Taken, ...]:
        """The rows whose record may be there already under another name."""
        return tuple(taken for taken in self.taken if taken.like)
