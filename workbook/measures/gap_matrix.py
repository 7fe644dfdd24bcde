"""Where capacities are lacking: needs by level and pillar, so that one look finds the widest gaps (domain: 5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbook import vocabularies as terms
from workbook.book import Book
from workbook.measures.capacity import Gap, gaps

NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class GapCell:
    """The needs of one level and one pillar, the widest gap first."""

    gaps: tuple[Gap, ...]

    @property
    def widest(self) -> Gap:
        return self.gaps[0]

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The needs that no action closes and that are not met already."""
        return tuple(gap for gap in self.gaps if not gap.actions and (gap.size is None or gap.size > 0))

    @property
    def state(self) -> str:
        """One of met (no gap is left), planned (each gap has an action), open, unrated (nobody rated any)."""
        if all(gap.size is not None and gap.size <= 0 for gap in self.gaps):
            return "met"
        if self.open_gaps:
            return "unrated" if all(gap.size is None for gap in self.gaps) else "open"
        return "planned"


@dataclass(frozen=True, slots=True)
class GapMatrix:
    """Cells by (level, pillar); a cell without needs is not there. Levels and pillars come in their order.

    Needs of which nobody said the level or the pillar stand under `NOT_SAID`, which is only there where it is needed.
    """

    levels: tuple[str, ...]
    pillars: tuple[str, ...]
    cells: Mapping[tuple[str, str], GapCell]


def gap_matrix(book: Book) -> GapMatrix:
    """Sort all capacity needs into the matrix."""
    sorted_in: dict[tuple[str, str], list[Gap]] = {}
    for gap in gaps(book):
        place = gap.need.level or NOT_SAID, gap.need.pillar or NOT_SAID
        sorted_in.setdefault(place, []).append(gap)
    levels = (*terms.CAPACITY_LEVELS.keys, *((NOT_SAID,) if any(level == NOT_SAID for level, _ in sorted_in) else ()))
    pillars = (
        *terms.CAPACITY_PILLARS.keys,
        *((NOT_SAID,) if any(pillar == NOT_SAID for _, pillar in sorted_in) else ()),
    )
    return GapMatrix(levels, pillars, {place: GapCell(tuple(found)) for place, found in sorted_in.items()})
