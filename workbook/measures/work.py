"""Dates: what is late, what comes next, what has slipped, and how much of the work joins sectors (domain: 10.5)."""

import datetime
from dataclasses import dataclass

from workbook.book import Book
from workbook.measures.figure import Figure, percent, rows_of
from workbook.measures.partners import INVOLVING_LETTERS
from workbook.records import (
    Activity,
    Partner,
    Responsibility,
)

ENDED_AGREEMENTS = frozenset({"expired", "terminated", "superseded"})


def is_open(activity: Activity) -> bool:
    """Say whether an activity is still to be finished."""
    return activity.status not in ("done", "cancelled") and activity.actual_end is None


@dataclass(frozen=True, slots=True)
class Slip:
    """An activity whose date has moved away from the one that was agreed."""

    activity: Activity
    agreed: datetime.date
    now: datetime.date

    @property
    def days(self) -> int:
        """Days later than agreed; negative when earlier."""
        return (self.now - self.agreed).days


def slips(book: Book) -> tuple[Slip, ...]:
    """Return the activities that end on another day than agreed, the largest delay first; the baseline never moves."""
    found = []
    for activity in book.all(Activity):
        now = activity.actual_end or activity.end
        if activity.status != "cancelled" and activity.baseline_end and now and now != activity.baseline_end:
            found.append(Slip(activity, activity.baseline_end, now))
    return tuple(sorted(found, key=lambda slip: (-slip.days, slip.activity.id)))


def late_percent(book: Book, as_of: datetime.date) -> Figure:
    """Return how many of the activities due by a day were done late or are not done (domain: late %, 10.5)."""
    due = [a for a in book.all(Activity) if a.status != "cancelled" and a.end is not None and a.end < as_of]
    behind = [a for a in due if a.end and (is_open(a) or (a.actual_end is not None and a.actual_end > a.end))]
    formula = "activities done late or overdue / activities due by then"
    return Figure("Late", percent(len(behind), len(due)), "%", formula, rows_of(behind))


def partners_of(book: Book, activity: Activity) -> tuple[str, ...]:
    """Return the ids of the partners that take part in an activity: responsible, accountable or consulted."""
    cells = book.where(Responsibility, activity=activity.id)
    return tuple(c.partner for c in cells if c.partner and any(letter in c.letters for letter in INVOLVING_LETTERS))


def sectors_of(book: Book, activity: Activity) -> frozenset[str]:
    """Return the sectors of the partners that take part in an activity; being informed is not taking part."""
    partners = (book.one(Partner, partner_id) for partner_id in partners_of(book, activity))
    return frozenset(partner.sector for partner in partners if partner is not None and partner.sector)


def cross_sector_share(book: Book) -> Figure:
    """Return the percentage of activities in which partners of two or more sectors take part (domain: 10.5)."""
    alive = [activity for activity in book.all(Activity) if activity.status != "cancelled"]
    crossing = [activity for activity in alive if len(sectors_of(book, activity)) >= 2]
    formula = "activities with partners (R, A or C) of two or more sectors / all activities not cancelled"
    return Figure("Across sectors", percent(len(crossing), len(alive)), "%", formula, rows_of(crossing))
