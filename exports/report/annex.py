"""The annex: every activity, contribution, reading and finding, so that no figure has to be believed."""

from collections.abc import Iterator

from exports.outline import Block, Heading, Note, Paragraph, Row, group
from exports.outline.showing import table_of
from exports.outline.tables import Column
from exports.report.context import Context
from exports.report.work import LATE_COLUMNS, MOST_ROWS, late_rows
from workbook.checks import RULES
from workbook.measures.budget import budget
from workbook.measures.indicators import readings_of
from workbook.measures.lines import contribution_type, value_of
from workbook.measures.work import late
from workbook.records import Activity, Indicator, Partner, Resource
from workbook.vocabularies import CONTRIBUTION_TYPES, FOUNDATIONS, SEVERITIES


def section(context: Context) -> Iterator[Block]:
    """Tables in the order of the report."""
    for title, part in (
        ("Partners", _partners),
        ("Everything late", _late),
        ("Activities", _activities),
        ("Resource lines", _resources),
        ("Budget and actual", _budget),
        ("Readings", _readings),
        ("Structure checks", _findings),
    ):
        blocks = tuple(part(context))
        if blocks:
            yield Heading(2, title)
            yield from blocks


def _partners(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Partner", 2.8, strong=True),
        Column("Sector", 1.6),
        Column("Roles", 2.4),
        Column("Status", 1),
    )
    rows = tuple(
        Row((one.code, one.name, *(context.showing.field(one, name) or "–" for name in ("sector", "roles", "status"))))
        for one in context.book.all(Partner)
    )
    yield from table_of(columns, rows)


def _late(context: Context) -> Iterator[Block]:
    found = late(context.book, context.as_of)
    if len(found) > MOST_ROWS:
        yield from table_of(LATE_COLUMNS, late_rows(context, found))


def _activities(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.7),
        Column("Activity", 3),
        Column("Objective", 0.8),
        Column("Start", 1.1),
        Column("Due", 1.1),
        Column("Agreed due", 1.1),
        Column("Done", 0.7, "end"),
        Column("Status", 1.1),
    )
    rows = tuple(
        Row(
            (
                one.code,
                f"Milestone: {one.title}" if one.milestone else one.title,
                context.showing.objective(one.objective) or "–",
                context.day(one.start),
                context.day(one.end),
                context.day(one.baseline_end),
                "no data" if one.done is None else context.showing.edition.formats.percent(one.done),
                context.showing.field(one, "status") or "not said",
            )
        )
        for one in context.book.all(Activity)
    )
    yield from table_of(columns, rows)


def _resources(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Resource", 2.4),
        Column("Kind", 1),
        Column("From", 1.5),
        Column("Cash or in kind", 0.9),
        Column("Value", 1.2, "end"),
        Column("Due", 1.1),
        Column("Status", 1.1),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                context.showing.field(one, "kind"),
                context.showing.partner(one.provider) or "–",
                _type(one),
                context.showing.money(one.value) or _by_rate(context, one),
                context.day(one.due),
                context.showing.field(one, "status") or "not said",
            )
        )
        for one in context.book.all(Resource)
    )
    yield from table_of(columns, rows)


def _type(one: Resource) -> str:
    type_ = contribution_type(one)
    return CONTRIBUTION_TYPES.title(type_) if type_ else "not said"


def _by_rate(context: Context, one: Resource) -> str:
    return context.showing.money(value_of(one)) or "–"


def _budget(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Resource", 2.6),
        Column("Budget", 1.3, "end"),
        Column("Expected now", 1.3, "end"),
        Column("Arrived", 1.3, "end"),
        Column("Budget and now apart", 1.3, "end"),
        Column("Still to come", 1.3, "end"),
    )
    money = context.showing.money
    rows = tuple(
        Row(
            (
                one.line.code,
                one.line.title,
                *(money(value) or "no data" for value in (one.planned, one.forecast, one.actual)),
                *(money(value) or "–" for value in (one.variance, one.left)),
            )
        )
        for one in budget(context.book)
    )
    yield from table_of(columns, rows)
    if rows:
        yield Note("The budget stays as it was agreed. Expected now: today's value of the line.")


def _readings(context: Context) -> Iterator[Block]:
    columns = (Column("Date", 1), Column("Value", 1, "end"), Column("Unit", 1), Column("Source", 2), Column("Note", 2))
    rows: list[Row] = []
    for indicator in context.book.all(Indicator):
        rows.append(group(f"{indicator.code} {indicator.title}".strip()))
        found = readings_of(context.book, indicator)
        if not found:
            rows.append(Row(("no data", "", "", "", "")))
        rows += [
            Row(
                (
                    context.day(one.date, "no date"),
                    context.showing.field(one, "value"),
                    indicator.unit,
                    one.source or indicator.source or "–",
                    one.note,
                )
            )
            for one in found
        ]
    yield from table_of(columns, tuple(rows))


def _findings(context: Context) -> Iterator[Block]:
    scores = context.scores
    columns = (Column("Foundation", 3, strong=True), Column("Checks met", 1.6), Column("Not met", 3))
    rows = tuple(
        Row(
            (
                FOUNDATIONS.title(key),
                score.title,
                ", ".join(state.rule.id for state in score.states if state.is_counted and not state.is_met) or "none",
            )
        )
        for key, score in scores.items()
    )
    yield from table_of(columns, rows)
    if not context.findings:
        yield Paragraph("The checks found nothing.", "small")
        return
    accepted = any(finding.accepted for finding in context.findings)
    found = (Column("Weight", 0.8), Column("Finding", 5), *((Column("Accepted because", 2),) if accepted else ()))
    listed: list[Row] = []
    for rule in RULES.values():
        own = [finding for finding in context.findings if finding.rule == rule.id]
        if own:
            listed.append(group(f"{rule.id} {rule.title}"))
            cells = [(SEVERITIES.title(one.severity), one.title, one.accepted or "–") for one in own]
            listed += [Row(row[: len(found)]) for row in cells]
    yield from table_of(found, tuple(listed), "Findings")
    yield Note("Errors stand between the plan and “ready to sign”; a finding may be accepted with a reason.")
