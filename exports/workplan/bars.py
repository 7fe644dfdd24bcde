"""Activities as bars on a calendar; the work plan and the report draw them by the same rules."""

import datetime

from exports.charts import GanttRow, GanttWords
from workbook.formats import Formats
from workbook.measures.dates import months_later
from workbook.measures.work import is_open
from workbook.records import Activity
from workbook.wording import source

Days = tuple[datetime.date, datetime.date]
"""The first and the last day of something."""

_TICKS = 12
STATES = {"done": source("done"), "running": source("under way"), "planned": source("planned"), "late": source("late")}
"""What the states of a bar are called."""


def bar_of(activity: Activity, as_of: datetime.date) -> GanttRow | None:
    """Return the bar of an activity, or None where it has no due date and so no place on a calendar."""
    if activity.end is None:
        return None
    start = min(activity.start or activity.end, activity.end)
    if not is_open(activity):
        state = "done"
    elif activity.end < as_of:
        state = "late"
    else:
        state = "running" if start <= as_of else "planned"
    return GanttRow(
        f"{activity.code} {activity.title}".strip(),
        start,
        activity.end,
        activity.milestone,
        state,
        activity.baseline_start or (activity.baseline_end if activity.milestone else None),
        activity.baseline_end,
    )


def counted(rows: tuple[GanttRow, ...], formats: Formats) -> str:
    """Say how many bars are in which state."""
    found = ((sum(row.state == state for row in rows), formats.say(word)) for state, word in STATES.items())
    return formats.listed(f"{formats.number(count)} {word}" for count, word in found)


def legend(formats: Formats) -> GanttWords:
    """Say what the legend of a calendar says."""
    return GanttWords(
        **{state: formats.say(word) for state, word in STATES.items()},
        milestone=formats.say("milestone"),
        agreed=formats.say("as agreed"),
    )


def ticks(formats: Formats, first: datetime.date, last: datetime.date) -> tuple[tuple[datetime.date, str], ...]:
    """Return the months to name below a calendar: all of them, or every so many where there are too many."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if months / step <= _TICKS)
    begin = first.replace(day=1)
    days = [months_later(begin, number) for number in range(0, months + 1, step)]
    return tuple((day, formats.month(day)) for day in days if first <= day <= last)
