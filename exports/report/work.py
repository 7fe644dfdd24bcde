"""Milestones and activities: what is late first, then the work plan as a picture."""

import datetime
from collections.abc import Iterator

from exports.charts import Gantt, GanttRow
from exports.outline import Block, Figure, Row
from exports.outline.tables import Column
from exports.report.context import Context
from exports.workplan.bars import bar_of, counted, legend, ticks
from workbook.measures.dates import months_later
from workbook.measures.deadlines import Dated, late
from workbook.measures.work import late_percent, slips
from workbook.records import Activity
from workbook.wording import source

_ROWS_TO_A_PICTURE = 44
_ALL_UP_TO = 88
_MONTHS_BACK = 3
_MONTHS_AHEAD = 9
MOST_ROWS = 25
LATE_COLUMNS = (
    Column("What", 3.6, strong=True),
    Column("Which date", 1.4),
    Column("Was due", 1.2),
    Column("Days late", 0.9, "end"),
)


def section(context: Context) -> Iterator[Block]:
    """Late, slipped, then the time line."""
    yield context.showing.heading(2, "Late")
    yield from _late(context)
    yield context.showing.heading(2, "Moved away from the agreed date")
    yield from _slipped(context)
    yield context.showing.heading(2, "Milestones")
    yield from _milestones(context)
    yield context.showing.heading(2, "Work plan")
    yield from _time_line(context)


def late_rows(context: Context, found: tuple[Dated, ...]) -> tuple[Row, ...]:
    """Return what is late, one to a row."""
    return tuple(
        Row(
            (
                one.title,
                context.showing.say(one.what),
                context.day(one.date),
                context.showing.number(one.days_late(context.as_of)),
            )
        )
        for one in found
    )


def _more(context: Context, count: int, said: str) -> Iterator[Block]:
    if count > MOST_ROWS:
        yield context.showing.paragraph(said, "small", count=count - MOST_ROWS)


def _late(context: Context) -> Iterator[Block]:
    found = late(context.book, context.as_of)
    if not found:
        yield context.showing.paragraph("Nothing is late.", "small")
        return
    yield from context.showing.lean_table(LATE_COLUMNS, late_rows(context, found[:MOST_ROWS]))
    yield from _more(context, len(found), source("{count} more are late; the annex lists all of them."))
    figure = late_percent(context.book, context.as_of)
    yield context.origin(
        "{share} of activities: {formula}",
        figure.rows,
        share=context.showing.figure(figure),
        formula=context.showing.told(figure.formula),
    )


def _slipped(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.7),
        Column("Activity", 3.4, strong=True),
        Column("Agreed", 1.2),
        Column("Now", 1.2),
        Column("Days", 0.8, "end"),
    )
    found = slips(context.book)
    if not found:
        agreed = any(one.baseline_end for one in context.book.all(Activity))
        said = source("Every activity with an agreed date still has it.")
        yield context.showing.paragraph(said if agreed else source("No activity has an agreed date yet."), "small")
        return
    rows = tuple(
        Row(
            (
                slip.activity.code,
                slip.activity.title,
                context.day(slip.agreed),
                context.day(slip.now),
                f"{slip.days:+d}",
            )
        )
        for slip in found[:MOST_ROWS]
    )
    yield from context.showing.lean_table(columns, rows)
    yield from _more(
        context, len(found), source("{count} more are on other dates than agreed; the annex lists all of them.")
    )
    yield context.showing.note(
        "Days: date of today's plan, or of completion, after the agreed one. The agreed date never moves."
    )


def _milestones(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.7),
        Column("Milestone", 3.4, strong=True),
        Column("Due", 1.2),
        Column("Agreed", 1.2),
        Column("Done on", 1.2),
        Column("Status", 1.2),
    )
    found = context.book.where(Activity, milestone=True)
    if not found:
        yield context.showing.paragraph("No activity is a milestone yet.", "small")
        return
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                context.day(one.end),
                context.day(one.baseline_end),
                context.day(one.actual_end),
                context.showing.field(one, "status") or context.showing.say("not said"),
            )
        )
        for one in sorted(found, key=lambda one: (one.end is None, one.end or context.as_of, one.code))
    )
    yield from context.showing.lean_table(columns, rows[:MOST_ROWS])
    yield from _more(context, len(rows), source("{count} more are planned; the annex lists all of them."))


def _time_line(context: Context) -> Iterator[Block]:
    dated = [one for one in context.book.all(Activity) if one.end is not None and one.status != "cancelled"]
    if not dated:
        yield context.showing.paragraph("No activity has a date yet.", "small")
        return
    shown = dated
    if len(dated) > _ALL_UP_TO:
        first, last = months_later(context.as_of, -_MONTHS_BACK), months_later(context.as_of, _MONTHS_AHEAD)
        shown = [one for one in dated if one.end and one.end >= first and (one.start or one.end) <= last]
        yield context.showing.paragraph(
            "{count} of {whole} activities: those between {first} and {last}. The annex lists all of them.",
            count=len(shown),
            whole=len(dated),
            first=context.day(first),
            last=context.day(last),
        )
    bars = (bar_of(one, context.as_of) for one in shown)
    rows = sorted((bar for bar in bars if bar is not None), key=lambda row: (row.start, row.end, row.label))
    if not rows:
        return
    days = (min(row.start for row in rows), max(row.end for row in rows))
    for first_row in range(0, len(rows), _ROWS_TO_A_PICTURE):
        yield _picture(context, tuple(rows[first_row : first_row + _ROWS_TO_A_PICTURE]), days, first_row == 0)
    yield context.origin("Bars: dates of today's plan; the thin line below: as agreed. The annex has all dates.")


def _picture(
    context: Context, rows: tuple[GanttRow, ...], days: tuple[datetime.date, datetime.date], begins: bool
) -> Figure:
    say = context.showing.say
    alt = say(
        "Time line of {count} activities from {first} to {last}: {counted}.",
        count=len(rows),
        first=context.day(days[0]),
        last=context.day(days[1]),
        counted=counted(rows, context.showing.edition.formats),
    )
    formats = context.showing.edition.formats
    today = say("today, {date}", date=context.showing.as_of)
    chart = Gantt(rows, *days, context.as_of, ticks(formats, *days), today, legend(formats))
    return Figure(chart, alt, "" if begins else say("Work plan, continued"))
