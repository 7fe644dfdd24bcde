"""What each chart shows: numbers and words, already worked out and written; no colours, sizes or positions.

Bars always start at 0. A value that is not known is None, and is shown in words, never as a bar of no length.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of parts that lie end to end; `text` is the whole as it should be read."""

    label: str
    parts: tuple[Decimal, ...]
    text: str


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Bars of the same parts (`series`), all in one unit, such as cash and in-kind of each partner in EUR."""

    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    unit: str = ""
    unit_text: str = ""
    """How the legend says the unit; “in” and the unit where nothing is said."""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """How far something is: `share` of the way to its target (1 is there), or None without data."""

    label: str
    share: Decimal | None
    text: str
    rating: str = "no_data"


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """What stands in a chart of progress besides its rows."""

    baseline: str = "baseline"
    target: str = "target"
    no_data: str = "no data"


@dataclass(frozen=True, slots=True)
class ProgressBars:
    """Progress from baseline (0 %) to target (100 %), with a tick at the target."""

    rows: tuple[ProgressRow, ...]
    words: ProgressWords = ProgressWords()


@dataclass(frozen=True, slots=True)
class CountRow:
    """So many of so many; `text` says it where it is not said as checks met."""

    label: str
    count: int
    of: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class CountBars:
    """Counts out of a whole, such as checks met of each foundation."""

    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class SmallLine:
    """Readings of one indicator over time, with the line of its target."""

    label: str
    points: tuple[tuple[datetime.date, Decimal], ...]
    last: str
    target: Decimal | None = None
    target_text: str = ""


@dataclass(frozen=True, slots=True)
class SmallLines:
    """Small charts beside each other; each has a scale of its own, so only their courses can be compared."""

    lines: tuple[SmallLine, ...]
    first_day: str = ""
    last_day: str = ""


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One activity on the time line; a milestone is a day. The baseline is what was agreed.

    A `heading` has no bar: it names what the rows below it belong to.
    """

    label: str
    start: datetime.date
    end: datetime.date
    milestone: bool = False
    state: str = "planned"
    baseline_start: datetime.date | None = None
    baseline_end: datetime.date | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True)
class GanttWords:
    """What the legend of a time line calls the states of its bars, its diamonds and its thin lines."""

    planned: str = "planned"
    running: str = "under way"
    done: str = "done"
    late: str = "late"
    milestone: str = "milestone"
    agreed: str = "as agreed"


@dataclass(frozen=True, slots=True)
class Gantt:
    """Activities over time. `ticks` are days with the words below them; states: planned, running, done, late."""

    rows: tuple[GanttRow, ...]
    first: datetime.date
    last: datetime.date
    today: datetime.date
    ticks: tuple[tuple[datetime.date, str], ...] = ()
    today_text: str = ""
    words: GanttWords = GanttWords()


Chart = StackedBars | ProgressBars | CountBars | SmallLines | Gantt
