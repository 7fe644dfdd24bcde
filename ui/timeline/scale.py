"""Where a day lies: from days to pixels and back, at any zoom."""

import datetime
from dataclasses import dataclass

from workbook.scheduling.scales import LATEST, ZOOMS

NARROWEST, WIDEST = 0.004, 60.0
_MOST_PIXELS = 900_000
"""A column of Qt's cannot be wider than 2^20 pixels."""
_EARLIEST = datetime.date(2, 1, 1)


@dataclass(frozen=True)
class TimeScale:
    """The days from first to last, each so many pixels wide, counted from where time begins on the screen."""

    first: datetime.date
    last: datetime.date
    day_width: float

    @classmethod
    def around(
        cls, first: datetime.date, last: datetime.date, day_width: float, room: int, margin: int = 30
    ) -> "TimeScale":
        """Return a scale that holds some days with room to move at both ends, at least as wide as what is seen."""
        width = max(NARROWEST, min(WIDEST, day_width))
        days = (last - first).days + 1
        width = min(width, _MOST_PIXELS / (days + 2 * margin + 1))
        extra = max(margin, int(room / width) // 2)
        begin = first - datetime.timedelta(days=min(extra, (first - _EARLIEST).days))
        end = last + datetime.timedelta(days=min(extra, (LATEST - last).days))
        width = min(width, _MOST_PIXELS / ((end - begin).days + 1))
        return cls(begin, end, width)

    @property
    def width(self) -> int:
        return int(((self.last - self.first).days + 1) * self.day_width)

    @property
    def zoom(self) -> str:
        """The named zoom that comes closest."""
        return min(ZOOMS, key=lambda zoom: max(zoom[1] / self.day_width, self.day_width / zoom[1]))[0]

    def at(self, day: datetime.date) -> float:
        """Return where a day begins."""
        return (day - self.first).days * self.day_width

    def day(self, place: float) -> datetime.date:
        """Return the day at a place; before the first and after the last it is those."""
        days = int(place // self.day_width)
        return self.first + datetime.timedelta(days=max(0, min(days, (self.last - self.first).days)))
