"""What a review consists of: lines with two sides, the words for either side, and what each column shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from workbook.merging import Side
from workbook.merging.conflicts import Key, RecordKey
from workbook.returning.telling import Told

Part = Literal["side", "place", "record", "field", "was", "theirs", "ours", "standing"]


class ReviewColumn(NamedTuple):
    """A column of the table; one without a width shares what room is left."""

    part: Part
    title: str
    width: int = 0


class SideWords(NamedTuple):
    """What a line says of whose word counts; `undecided` where nobody said so, or there is nothing to say."""

    theirs: str
    ours: str
    undecided: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line, put into words when it is first looked at.

    `usual` is whose word counts if nobody says anything; a line that is not open leaves nothing to choose. `tone` is
    the role of the colour in which `standing` is written. `detail` is what the card shows instead of the told values.
    """

    key: Key
    groups: frozenset[str]
    tone: str
    usual: Side | None
    is_open: bool
    words: SideWords
    tell: Callable[[], Told]
    detail: Callable[[], str] | None = None

    @property
    def record(self) -> RecordKey:
        return self.key[:2]
