"""Risks, issues and challenges; the decisions asked for; what comes next."""

from collections.abc import Iterator, Sequence

from exports.outline import Block, BulletList, Row
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.measures.deadlines import Dated, upcoming
from workbook.measures.decisions import Asked, asked, points_of
from workbook.measures.risks import open_risks
from workbook.records import Challenge, Issue

DAYS_AHEAD = 90
_MOST_UPCOMING = 20


def section(context: Context) -> Iterator[Block]:
    """What may go wrong, what has, and what stands in the way."""
    yield context.showing.heading(2, "Risks")
    yield from risks(context)
    yield context.showing.heading(2, "Issues")
    yield from _issues(context)
    yield context.showing.heading(2, "Challenges")
    columns = (
        Column("Code", 0.6),
        Column("Challenge", 2.6, strong=True),
        Column("Dimension", 1.3),
        Column("What the partners do about it", 3.4),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                context.showing.field(one, "dimension") or "–",
                one.response or context.showing.say("no response yet"),
            )
        )
        for one in context.book.all(Challenge)
    )
    yield from context.showing.lean_table(columns, rows)


def risks(context: Context) -> Iterator[Block]:
    """Every open risk, the highest score first."""
    columns = (
        Column("Code", 0.6),
        Column("Risk", 2.4, strong=True),
        Column("Likelihood", 0.7, "end"),
        Column("Impact", 0.6, "end"),
        Column("Response", 3.6),
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
                one.response or context.showing.say("no response yet"),
                context.showing.person(one.owner) or "–",
                context.showing.field(one, "status") or "–",
            )
        )
        for one in open_risks(context.book)
    )
    yield from context.showing.lean_table(columns, rows)
    if rows:
        yield context.showing.note("From 1 to 5; ordered by likelihood x impact. Closed risks are left out.")


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
    yield from context.showing.lean_table(columns, rows)


def decisions(context: Context) -> Iterator[Block]:
    """What leaders are asked to decide, numbered, by whom and until when."""
    columns = (
        Column("No.", 0.5),
        Column("Decision asked", 3.4, strong=True),
        Column("To be decided by", 1.6),
        Column("Until", 1.1),
        Column("Reasons", 2.6),
    )
    found = asked(context.book, context.report)
    if found:
        rows = tuple(Row((f"{number}", *_asked(context, one))) for number, one in enumerate(found, 1))
        yield from context.showing.lean_table(columns, rows)
    else:
        yield context.showing.paragraph("No decision is asked for.", "small")


def _asked(context: Context, one: Asked) -> tuple[str, ...]:
    if one.decision is None:
        return one.wording, "–", "–", "–"
    held = one.decision
    return f"{held.code} {held.title}".strip(), held.decider or "–", context.day(held.due), held.reason or "–"


def next_period(context: Context) -> Iterator[Block]:
    """What is planned in words, and the dates of the next 90 days."""
    points = points_of(context.report.next_period)
    if points:
        yield BulletList(points)
    yield context.showing.heading(2, "Dates of the next {days} days", days=DAYS_AHEAD)
    found = upcoming(context.book, context.as_of, DAYS_AHEAD)
    if not found:
        yield context.showing.paragraph("Nothing has a date in these days.", "small")
        return
    yield from dates_table(context, found[:_MOST_UPCOMING])
    if len(found) > _MOST_UPCOMING:
        more = len(found) - _MOST_UPCOMING
        yield context.showing.paragraph("{count} more are dated; the annex lists all of them.", "small", count=more)


def all_dates(context: Context) -> Iterator[Block]:
    """The dates of the next 90 days, where the section had no room for all of them."""
    found = upcoming(context.book, context.as_of, DAYS_AHEAD)
    if len(found) > _MOST_UPCOMING:
        yield from dates_table(context, found)


def dates_table(context: Context, found: Sequence[Dated]) -> tuple[Block, ...]:
    """Return dates, one to a row."""
    columns = (Column("Date", 1.1), Column("What", 5, strong=True), Column("Which date", 1.4))
    return context.showing.lean_table(
        columns, tuple(Row((context.day(one.date), one.title, context.showing.say(one.what))) for one in found)
    )
