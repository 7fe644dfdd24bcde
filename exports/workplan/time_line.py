"""The work plan as pictures: so many rows to a page, on every page the same calendar."""

import datetime
from collections.abc import Iterator

from exports.charts import Gantt, GanttRow
from exports.outline import Block, Figure, Heading, Note
from exports.outline.showing import Showing
from exports.workplan.bars import Days, bar_of, counted, legend, ticks
from exports.workplan.groups import Group, again, title_of
from workbook.measures.dates import months_later

_ROWS_TO_A_PAGE = 26


def section(showing: Showing, groups: tuple[Group, ...]) -> Iterator[Block]:
    """One picture to a page; what is not on it is said below."""
    bars = [(title_of(group, showing), _bars(showing, group)) for group in groups]
    bars = [(title, rows) for title, rows in bars if rows]
    yield Heading(1, showing.say("Time line"), new_page=True)
    if not bars:
        yield showing.paragraph("No activity has a due date yet, so there is nothing to draw.")
        return
    days = _days(tuple(row for _, rows in bars for row in rows))
    for number, page in enumerate(_pages(showing, bars)):
        yield _picture(showing, page, days, showing.say("Time line, continued") if number else "")
    yield from _left_out(showing, groups, days)


def _bars(showing: Showing, group: Group) -> tuple[GanttRow, ...]:
    alive = (one for one in group.activities if one.status != "cancelled")
    found = (bar_of(one, showing.edition.as_of) for one in alive)
    return tuple(bar for bar in found if bar is not None)


def _days(rows: tuple[GanttRow, ...]) -> Days:
    """Return whole months, so that even a single day has a calendar around it."""
    agreed = [day for row in rows for day in (row.baseline_start, row.baseline_end) if day is not None]
    first, last = min([*agreed, *(row.start for row in rows)]), max([*agreed, *(row.end for row in rows)])
    return first.replace(day=1), months_later(last.replace(day=1), 1) - datetime.timedelta(days=1)


def _pages(showing: Showing, bars: list[tuple[str, tuple[GanttRow, ...]]]) -> Iterator[tuple[GanttRow, ...]]:
    """Fill pages with rows; no objective's title ends a page, and one that goes on is named again."""
    page: list[GanttRow] = []
    for title, rows in bars:
        if len(page) + 2 > _ROWS_TO_A_PAGE:
            yield tuple(page)
            page = []
        page.append(_head(title, rows[0]))
        for row in rows:
            if len(page) == _ROWS_TO_A_PAGE:
                yield tuple(page)
                page = [_head(again(title, showing), row)]
            page.append(row)
    yield tuple(page)


def _head(title: str, first: GanttRow) -> GanttRow:
    return GanttRow(title, first.start, first.start, heading=True)


def _picture(showing: Showing, rows: tuple[GanttRow, ...], days: Days, caption: str) -> Figure:
    formats = showing.edition.formats
    bars = tuple(row for row in rows if not row.heading)
    alt = showing.say_count(
        "Time line of {count} activity from {first} to {last}: {counted}.",
        "Time line of {count} activities from {first} to {last}: {counted}.",
        len(bars),
        first=formats.date(days[0]),
        last=formats.date(days[1]),
        counted=counted(bars, formats),
    )
    today = showing.say("today, {date}", date=showing.as_of)
    chart = Gantt(rows, *days, showing.edition.as_of, ticks(formats, *days), today, legend(formats))
    return Figure(chart, alt, caption)


def _left_out(showing: Showing, groups: tuple[Group, ...], days: Days) -> Iterator[Block]:
    activities = [one for group in groups for one in group.activities]
    cancelled = sum(one.status == "cancelled" for one in activities)
    undated = sum(one.end is None and one.status != "cancelled" for one in activities)
    say, number = showing.say, showing.number
    said = [say("Bars: dates of today's plan; the thin line below: as agreed.")]
    if not days[0] <= showing.edition.as_of <= days[1]:
        said.append(say("Today, {date}, is outside this time.", date=showing.as_of))
    if undated:
        said.append(say("Not drawn for want of a due date: {count}.", count=number(undated)))
    if cancelled:
        said.append(say("Not drawn because they are cancelled: {count}.", count=number(cancelled)))
    yield Note(" ".join(said))
