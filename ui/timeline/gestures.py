"""What a hand or a key is about to do to a bar: shown as a ghost while it lasts, one operation when it is kept."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from workbook.formats import Formats
from workbook.operations import Operation
from workbook.records import Activity
from workbook.scheduling import (
    LinkActivities,
    MoveActivity,
    PlaceActivity,
    Span,
    StretchActivity,
    span_in_words,
    span_of,
)
from workbook.scheduling.moving import counted

Part = Literal["whole", "start", "end", "place", "link"]
_FIRST, _LAST = datetime.date(1500, 1, 1), datetime.date(2500, 12, 31)


@dataclass(frozen=True)
class Gesture:
    """One gesture: what part of which activity is held, and how many days it has come.

    A new activity is `place`d from one day to another; a `link` leads to the activity that is to begin afterwards.
    """

    part: Part
    activity: Activity
    span: Span
    days: int = 0
    target: Activity | None = None

    @classmethod
    def begin(cls, part: Part, activity: Activity) -> "Gesture | None":
        """Begin at an activity that has dates; a milestone can only be moved as a whole."""
        span = span_of(activity)
        if span is None:
            return None
        return cls("whole" if activity.milestone and part in ("start", "end") else part, activity, span)

    @classmethod
    def begin_placing(cls, activity: Activity, day: datetime.date, days: int = 0) -> "Gesture":
        """Begin to draw the first bar of an activity that has no dates."""
        return cls("place", activity, Span(day, day), days)

    def moved_to(self, days: int) -> "Gesture":
        """Return the gesture some days from where it began, held within what a bar can be."""
        if self.part == "start":
            days = min(days, (self.span.last - self.span.first).days)
        elif self.part == "end":
            days = max(days, (self.span.first - self.span.last).days)
        earliest, latest = (_FIRST - self.span.first).days, (_LAST - self.span.last).days
        return replace(self, days=max(earliest, min(days, latest)))

    def linked_to(self, target: Activity | None) -> "Gesture":
        """Return the gesture over another activity, or over none."""
        return replace(self, target=None if target is not None and target.id == self.activity.id else target)

    @property
    def ghost(self) -> Span:
        """The days that the bar would have."""
        first, last = self.span
        step = datetime.timedelta(days=self.days)
        if self.part == "place":
            return Span(min(first, first + step), max(first, first + step))
        if self.part == "whole":
            return Span(first + step, last + step)
        return Span(first + step, last) if self.part == "start" else Span(first, last + step)

    @property
    def operation(self) -> Operation | None:
        """Return what the gesture means, or nothing where it came back to where it began."""
        one = self.activity.id
        if self.part == "link":
            return None if self.target is None else LinkActivities(one, self.target.id)
        if self.part == "place":
            return PlaceActivity(one, *self.ghost)
        if not self.days:
            return None
        return MoveActivity(one, self.days) if self.part == "whole" else StretchActivity(one, self.part, self.days)

    def in_words(self, formats: Formats) -> str:
        """Say what would be so."""
        name = self.activity.code or self.activity.title
        if self.part == "link":
            if self.target is None:
                return f"Drag to the activity that is to begin after {name} has ended"
            return f"{self.target.code or self.target.title} begins after {name} has ended"
        words = span_in_words(self.ghost, formats)
        if self.part == "place":
            return f"{name}: {words}"
        where = {"whole": "", "start": "start ", "end": "end "}[self.part]
        return f"{name}: {words}" + (f" ({where}{counted(self.days)})" if self.days else "")
