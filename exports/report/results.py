"""Objectives and indicators: baseline, target, actual, how far, and a rating in words with its symbol."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from exports.charts import ProgressBars, ProgressRow, SmallLine, SmallLines
from exports.outline import Block, Figure, Heading, Rated, Row, group
from exports.outline.tables import Column
from exports.report.context import Context, rating_title
from workbook.measures.indicators import IndicatorProgress, ObjectiveRating, progress, readings_of
from workbook.records import Indicator

_CHARTED = 24
_DRAWN_LINES = 9
_LONGEST = Decimal("1.25")


def section(context: Context) -> Iterator[Block]:
    """Objectives, then their indicators, then their course."""
    yield Heading(2, "Objectives")
    columns = (
        Column("Code", 0.6),
        Column("Objective", 3.4, strong=True),
        Column("Led by", 1.1),
        Column("By", 1),
        Column("Rating", 1),
        Column("Reason", 2.6),
    )
    rows = tuple(
        Row(
            (
                one.objective.code,
                one.objective.statement,
                context.showing.partner(one.objective.lead) or "–",
                context.day(one.objective.target_date),
                Rated(one.rating, rating_title(one.rating)),
                _reason(context, one),
            )
        )
        for one in context.objectives
    )
    yield from context.showing.lean_table(columns, rows)
    if rows:
        yield context.source("Rating of an objective: the worst of its indicators and milestones, unless set by hand.")
    yield Heading(2, "Indicators")
    yield from indicator_table(context)
    yield from _charts(context)


def _reason(context: Context, one: ObjectiveRating) -> str:
    reason = context.showing.said(one.reason)
    return f"{reason.rstrip('.')} (set by hand)." if one.by_hand else reason


def all_progress(context: Context) -> tuple[IndicatorProgress, ...]:
    """Return where each indicator stands."""
    return tuple(progress(context.book, one, context.as_of) for one in context.book.all(Indicator))


def indicator_table(context: Context) -> Iterator[Block]:
    """Return one row for each indicator, under its objective."""
    columns = (
        Column("Code", 0.6),
        Column("Indicator", 2.9),
        Column("Baseline", 0.8, "end"),
        Column("Target", 0.8, "end"),
        Column("Actual", 0.8, "end"),
        Column("Reached", 0.7, "end"),
        Column("Rating", 1),
        Column("Reason", 2.6),
    )
    found = all_progress(context)
    rows: list[Row] = []
    for objective_id in dict.fromkeys(one.indicator.objective for one in found):
        own = [one for one in found if one.indicator.objective == objective_id]
        rows.append(group(context.book.label("objectives", objective_id) if objective_id else "Without an objective"))
        rows += [_indicator_row(context, one) for one in own]
    yield from context.showing.lean_table(columns, tuple(rows))
    if rows:
        used = dict.fromkeys(one.formula for one in found if one.achievement is not None)
        formulas = "; ".join(used) or "target and baseline needed"
        yield context.source(
            f"Reached: {formulas}. Actual: the last reading up to {context.showing.as_of}, or the sum where "
            "readings add up. Without a reading in its window an indicator is not rated."
        )


def _indicator_row(context: Context, one: IndicatorProgress) -> Row:
    showing, indicator = context.showing, one.indicator
    named = not indicator.unit or indicator.unit.casefold() in indicator.title.casefold().split()
    unit = "" if named else f" ({indicator.unit})"
    return Row(
        (
            indicator.code,
            f"{indicator.title}{unit}",
            showing.field(indicator, "baseline") or "no data",
            showing.field(indicator, "target") or "not set",
            showing.number(one.value),
            showing.percent(one.achievement),
            Rated(one.rating, rating_title(one.rating)),
            showing.said(one.reason),
        )
    )


def _charts(context: Context) -> Iterator[Block]:
    found = all_progress(context)
    if not found:
        return
    for first in range(0, len(found), _CHARTED):
        part = found[first : first + _CHARTED]
        rows = tuple(
            ProgressRow(
                f"{one.indicator.code} {one.indicator.title}".strip(),
                None if one.achievement is None else max(one.achievement, Decimal(0)) / 100,
                f"{context.showing.percent(one.achievement)}, {rating_title(one.rating).lower()}"
                if one.achievement is not None
                else "no data",
                one.rating,
            )
            for one in part
        )
        said = "; ".join(f"{row.label}: {row.text}" for row in rows)
        alt = f"Bars from baseline to target, one for each indicator. {said}."
        cut = any(row.share is not None and row.share > _LONGEST for row in rows)
        caption = "How far each indicator is on its way from baseline to target"
        yield Figure(ProgressBars(rows), alt, f"{caption}; bars are cut at 125 %" if cut else caption)
    yield from _courses(context, found)


def _courses(context: Context, found: tuple[IndicatorProgress, ...]) -> Iterator[Block]:
    lines = []
    for one in found:
        dated = [
            (reading.date, reading.value)
            for reading in readings_of(context.book, one.indicator)
            if reading.date is not None and reading.value is not None and reading.date <= context.as_of
        ]
        if len(dated) > 1:
            target = one.indicator.target if not one.indicator.cumulative else None
            lines.append(_line(context, one, tuple(dated), target))
    if lines:
        shown = tuple(lines[:_DRAWN_LINES])
        said = "; ".join(f"{line.label}: {len(line.points)} readings, last {line.last}" for line in shown)
        more = len(lines) - len(shown)
        caption = "Readings over time" + (f" (the first {len(shown)} of {len(lines)} indicators)" if more else "")
        yield Figure(SmallLines(shown), f"Small lines of readings over time, each on its own scale. {said}.", caption)
        yield context.source(
            "Each line has its own scale, from 0. Dashed: the target. “Up to”: each reading counts only its own period."
        )


def _line(
    context: Context, one: IndicatorProgress, dated: tuple[tuple[datetime.date, Decimal], ...], target: Decimal | None
) -> SmallLine:
    last_day, last_value = dated[-1]
    return SmallLine(
        f"{one.indicator.code} {one.indicator.title}".strip(),
        dated,
        f"{context.showing.number(last_value)} {'up to' if one.indicator.cumulative else 'on'} {context.day(last_day)}",
        target,
        f"target {context.showing.number(target)}" if target is not None else "",
    )
