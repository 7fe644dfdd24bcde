"""Risks, issues and challenges; the decisions asked for; what comes next."""

from collections.abc import Iterator

from exports.outline import Block, BulletList, Heading, Note, NumberedList, Paragraph, Row
from exports.outline.showing import NOTHING, table_of
from exports.outline.tables import Column
from exports.report.context import Context, lines_of
from exports.report.front import proposed
from workbook.measures.risks import open_risks
from workbook.measures.work import upcoming
from workbook.records import Challenge, Issue

_DAYS_AHEAD = 90
_MOST_UPCOMING = 40


def section(context: Context) -> Iterator[Block]:
    """What may go wrong, what has, and what stands in the way."""
    yield Heading(2, "Risks")
    yield from _risks(context)
    yield Heading(2, "Issues")
    yield from _issues(context)
    yield Heading(2, "Challenges")
    columns = (
        Column("Code", 0.6),
        Column("Challenge", 2.6, strong=True),
        Column("Dimension", 1.3),
        Column("What the partners do about it", 3.4),
    )
    rows = tuple(
        Row((one.code, one.title, context.showing.field(one, "dimension") or "–", one.response or "no response yet"))
        for one in context.book.all(Challenge)
    )
    yield from table_of(columns, rows)


def _risks(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Risk", 2.4, strong=True),
        Column("Likelihood", 0.9, "end"),
        Column("Impact", 0.8, "end"),
        Column("Response", 2.8),
        Column("Looked after by", 1.3),
        Column("Status", 1),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                context.showing.number(one.likelihood, 0, "–"),
                context.showing.number(one.impact, 0, "–"),
                one.response or "no response yet",
                context.showing.person(one.owner) or "–",
                context.showing.field(one, "status") or "–",
            )
        )
        for one in open_risks(context.book)
    )
    yield from table_of(columns, rows)
    if rows:
        yield Note("From 1 to 5; ordered by likelihood x impact. Closed risks are left out.")


def _issues(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Issue", 2.6, strong=True),
        Column("Severity", 0.9),
        Column("Due", 1.1),
        Column("Looked after by", 1.3),
        Column("Status", 1),
        Column("Resolution", 2.2),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                context.showing.field(one, "severity") or "–",
                context.day(one.due),
                context.showing.person(one.owner) or "–",
                context.showing.field(one, "status") or "–",
                one.resolution or "–",
            )
        )
        for one in context.book.all(Issue)
        if one.status != "closed"
    )
    yield from table_of(columns, rows)


def decisions(context: Context) -> Iterator[Block]:
    """What leaders are asked to decide, numbered, by whom and until when."""
    asked = lines_of(context.report.decisions_requested)
    if asked:
        yield NumberedList(asked)
    found = proposed(context)
    if found:
        columns = (
            Column("Number", 0.8),
            Column("Decision", 3.2, strong=True),
            Column("To be decided by", 1.8),
            Column("Until", 1.1),
            Column("Reasons", 2.4),
        )
        rows = tuple(
            Row((one.code, one.title, one.decider or "–", context.day(one.due), one.reason or "–")) for one in found
        )
        yield from table_of(columns, rows)
    if not asked and not found:
        yield Paragraph("No decision is asked for.", "small")


def next_period(context: Context) -> Iterator[Block]:
    """What is planned in words, and every date of the next 90 days."""
    points = lines_of(context.report.next_period)
    if points:
        yield BulletList(points)
    yield Heading(2, f"Dates of the next {_DAYS_AHEAD} days")
    found = upcoming(context.book, context.as_of, _DAYS_AHEAD)
    columns = (Column("Date", 1.1), Column("What", 4, strong=True), Column("Which date", 1.6))
    rows = tuple(Row((context.day(one.date), one.title, one.what)) for one in found[:_MOST_UPCOMING])
    if not rows:
        yield Paragraph(NOTHING, "small")
        return
    yield from table_of(columns, rows)
    if len(found) > _MOST_UPCOMING:
        yield Paragraph(f"{len(found) - _MOST_UPCOMING} more dates are in the workbook.", "small")
