"""What a reader has to know of what changed: what came, went and moved, and which figures mean something else now.

Two states are compared, not a log: what was changed and changed back is no change for a reader (domain.md 6.2, 3).
"""

import datetime
from dataclasses import dataclass
from functools import cached_property

from workbook.book import Book
from workbook.changes import Action, Change
from workbook.differences import Comparison, compared

PLANNED_DATES: dict[str, frozenset[str]] = {
    "plan": frozenset({"start", "end"}),
    "activities": frozenset({"start", "end"}),
    "resources": frozenset({"due"}),
    "capacity_actions": frozenset({"start", "end", "follow_up"}),
    "training_sessions": frozenset({"date"}),
    "indicators": frozenset({"target_date"}),
    "objectives": frozenset({"target_date"}),
    "agreements": frozenset({"effective", "review", "expiry"}),
    "decisions": frozenset({"due"}),
    "follow_ups": frozenset({"due"}),
    "issues": frozenset({"due"}),
    "risks": frozenset({"review"}),
    "meetings": frozenset({"date"}),
}
"""The dates that a plan promises; one that is later than it was has slipped."""

DEFINITION = frozenset(
    {"definition", "unit", "direction", "baseline", "baseline_date", "target", "cumulative", "source", "method"}
)
"""What makes an indicator mean something else, so that its figures cannot be compared with earlier ones."""


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A planned date that is another one now; `days` later, negative where it was brought forward."""

    type: str
    id: str
    field: str
    was: datetime.date
    now: datetime.date

    @property
    def days(self) -> int:
        return (self.now - self.was).days


@dataclass(frozen=True)
class Since:
    """All that differs between the state a reader saw last and the present one; `day` is the day of that state."""

    title: str
    day: datetime.date
    comparison: Comparison

    def of(self, action: Action) -> tuple[Change, ...]:
        """Return what was added, edited or removed."""
        return tuple(change for change in self.comparison.changes if change.action == action)

    @cached_property
    def moved(self) -> tuple[MovedDate, ...]:
        """The planned dates that moved, those that slipped furthest first."""
        found = [
            MovedDate(change.type, change.id, name, *days)
            for change in self.of("edited")
            for name in PLANNED_DATES.get(change.type, frozenset())
            if (days := _both_days(change, name)) is not None
        ]
        return tuple(sorted(found, key=lambda one: (-one.days, one.type, one.id, one.field)))

    @cached_property
    def redefined(self) -> tuple[Change, ...]:
        """The indicators whose figures mean something else now, with only the fields that make the difference."""
        found = []
        for change in self.of("edited"):
            if change.type == "indicators" and change.before is not None and change.after is not None:
                names = [name for name in change.after if name in DEFINITION]
                before, after = ({name: side.get(name) for name in names} for side in (change.before, change.after))
                found += [Change(change.type, change.id, before, after)] if names else []
        return tuple(found)


def since(title: str, day: datetime.date, earlier: Book, now: Book) -> Since:
    """Compare the state that a reader saw last with the present one."""
    return Since(title, day, compared(earlier, now))


def _both_days(change: Change, name: str) -> tuple[datetime.date, datetime.date] | None:
    was, now = ((side or {}).get(name) for side in (change.before, change.after))
    if isinstance(was, str) and isinstance(now, str) and was != now:
        return datetime.date.fromisoformat(was), datetime.date.fromisoformat(now)
    return None
