"""Objectives and indicators: baseline, target, actual, how far, and a rating in words with its symbol."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from exports.charts import ProgressBars, ProgressRow, ProgressWords, SmallLine, SmallLines
from exports.outline import Block, Figure, Rated, Row, group
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.measures.indicators import IndicatorProgress, ObjectiveRating, progress, readings_of
from workbook.records import Indicator
from workbook.wording import source

_CHARTED = 24
_DRAWN_LINES = 9
_LONGEST = Decimal("1.25")


def section(context: Context) -> Iterator[Block]:
    """Objectives, then their indicators, then their course."""
    yield context.showing.heading(2, "Objectives")
    yield from objectives(context)
    yield context.showing.heading(2, "Indicators")
    yield from indicator_table(context)
    yield from _charts(context)


def objectives(context: Context) -> Iterator[Block]:
    """Each objective with its rating and the reason for it."""
    columns = (
        Column("Code", 0.6),
        Column("Objective", 3.4, strong=True),
        Column("Led by", 1.1),
        Column("Target date", 1.1),
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
                Rated(one.rating, context.rating(one.rating)),
                _reason(context, one),
            )
        )
        for one in context.objectives
    )
    yield from context.showing.lean_table(columns, rows)
    if rows:
        yield context.origin("Rating of an objective: the worst of its indicators and milestones, unless set by hand.")


def _reason(context: Context, one: ObjectiveRating) -> str:
    reason = context.showing.told(one.reason)
    return context.showing.say("{reason} (set by hand).", reason=reason.rstrip(".")) if one.by_hand else reason


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
        rows.append(group(_under(context, objective_id)))
        rows += [_indicator_row(context, one) for one in own]
    yield from context.showing.lean_table(columns, tuple(rows))
    if rows:
        used = dict.fromkeys(one.formula for one in found if one.achievement is not None)
        showing = context.showing
        formulas = showing.listed(map(showing.told, used)) or showing.say("target and baseline needed")
        yield context.origin(
            "Reached: {formulas}. Actual: the last reading up to {date}, or the sum where readings add up. Without a "
            "reading in its window an indicator is not rated.",
            formulas=formulas,
            date=context.showing.as_of,
        )


def _under(context: Context, objective_id: str | None) -> str:
    if objective_id is None:
        return context.showing.say("Without an objective")
    return context.book.label("objectives", objective_id)


def _indicator_row(context: Context, one: IndicatorProgress) -> Row:
    showing, indicator = context.showing, one.indicator
    named = not indicator.unit or indicator.unit.casefold() in indicator.title.casefold().split()
    unit = "" if named else f" ({indicator.unit})"
    return Row(
        (
            indicator.code,
            f"{indicator.title}{unit}",
            showing.field(indicator, "baseline") or context.showing.say("no data"),
            showing.field(indicator, "target") or context.showing.say("not set"),
            showing.number(one.value),
            showing.percent(one.achievement),
            Rated(one.rating, context.rating(one.rating)),
            showing.told(one.reason),
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
                f"{context.showing.percent(one.achievement)}, {context.rating(one.rating).lower()}"
                if one.achievement is not None
                else context.showing.say("no data"),
                one.rating,
            )
            for one in part
        )
        said = context.showing.listed(f"{row.label}: {row.text}" for row in rows)
        alt = context.showing.say("Bars from baseline to target, one for each indicator. {said}.", said=said)
        cut = any(row.share is not None and row.share > _LONGEST for row in rows)
        caption = source("How far each indicator is on its way from baseline to target")
        if cut:
            caption = source("How far each indicator is on its way from baseline to target; bars are cut at 125 %")
        say = context.showing.say
        words = ProgressWords(say("baseline"), say("target"), say("no data"))
        yield Figure(ProgressBars(rows, words), alt, say(caption))
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
        say = context.showing.say
        each = source("{label}: {count} readings, last {last}")
        told = (say(each, label=line.label, count=len(line.points), last=line.last) for line in shown)
        said = context.showing.listed(told)
        caption = say("Readings over time")
        if len(lines) > len(shown):
            first = source("Readings over time (the first {count} of {whole} indicators)")
            caption = say(first, count=len(shown), whole=len(lines))
        alt = say("Small lines of readings over time, each on its own scale. {said}.", said=said)
        yield Figure(SmallLines(shown), alt, caption)
        yield context.origin(
            "Each line has its own scale, from 0. Dashed: the target. “Up to”: each reading counts only its own period."
        )


def _line(
    context: Context, one: IndicatorProgress, dated: tuple[tuple[datetime.date, Decimal], ...], target: Decimal | None
) -> SmallLine:
    last_day, last_value = dated[-1]
    return SmallLine(
        f"{one.indicator.code} {one.indicator.title}".strip(),
        dated,
        context.showing.say(
            "{value} up to {date}" if one.indicator.cumulative else "{value} on {date}",
            value=context.showing.number(last_value),
            date=context.day(last_day),
        ),
        target,
        context.showing.say("target {value}", value=context.showing.number(target)) if target is not None else "",
    )
