"""The annex: every activity, contribution, reading and finding, so that no figure has to be believed."""

from collections.abc import Iterator

from exports.outline import Block, Row, group
from exports.outline.tables import Column
from exports.report.context import Context
from exports.report.cooperation import all_statements
from exports.report.matters import DAYS_AHEAD, all_dates
from exports.report.money import all_needs
from exports.report.work import LATE_COLUMNS, MOST_ROWS, late_rows
from workbook.book import name_of
from workbook.checks import RULES, Finding
from workbook.measures.budget import BudgetLine, budget
from workbook.measures.deadlines import late
from workbook.measures.indicators import readings_of
from workbook.measures.lines import contribution_type, value_of
from workbook.money import Money
from workbook.records import (
    RECORD_TYPES,
    Activity,
    CapacityAction,
    Indicator,
    Issue,
    Partner,
    Reading,
    Resource,
    TrainingSession,
)
from workbook.vocabularies import CONTRIBUTION_TYPES, FOUNDATIONS, SEVERITIES
from workbook.wording import source

_NOTED: tuple[type[Indicator | Resource | Issue | CapacityAction | TrainingSession], ...] = (
    Indicator,
    Resource,
    Issue,
    CapacityAction,
    TrainingSession,
)


def section(context: Context) -> Iterator[Block]:
    """Tables in the order of the report."""
    for title, part in (
        (source("Partners"), _partners),
        (source("Everything late"), _late),
        (source("Activities"), _activities),
        (source("Resource lines"), _resources),
        (source("Needs"), all_needs),
        (source("Budget and actual"), _budget),
        (source("Readings"), _readings),
        (source("Statements of the cooperation check"), all_statements),
        (source("Dates of the next {days} days"), all_dates),
        (source("Notes and doubts"), _notes),
        (source("Structure checks"), _findings),
    ):
        blocks = tuple(part(context))
        if blocks:
            yield context.showing.heading(2, title, days=DAYS_AHEAD)
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
    yield from context.showing.lean_table(columns, rows)


def _late(context: Context) -> Iterator[Block]:
    found = late(context.book, context.as_of)
    if len(found) > MOST_ROWS:
        yield from context.showing.lean_table(LATE_COLUMNS, late_rows(context, found))


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
                context.showing.say("Milestone: {title}", title=one.title) if one.milestone else one.title,
                context.showing.objective(one.objective) or "–",
                context.day(one.start),
                context.day(one.end),
                context.day(one.baseline_end),
                context.showing.say("no data")
                if one.done is None
                else context.showing.edition.formats.percent(one.done),
                context.showing.field(one, "status") or context.showing.say("not said"),
            )
        )
        for one in context.book.all(Activity)
    )
    yield from context.showing.lean_table(columns, rows)


def _resources(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Resource", 2.4),
        Column("Kind", 1),
        Column("Provider", 1.5),
        Column("Type", 0.9),
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
                _type(context, one),
                context.showing.money(one.value) or _by_rate(context, one),
                context.day(one.due),
                context.showing.field(one, "status") or context.showing.say("not said"),
            )
        )
        for one in context.book.all(Resource)
    )
    yield from context.showing.lean_table(columns, rows)


def _type(context: Context, one: Resource) -> str:
    type_ = contribution_type(one)
    return context.showing.term(CONTRIBUTION_TYPES, type_) if type_ else context.showing.say("not said")


def _by_rate(context: Context, one: Resource) -> str:
    return context.showing.money(value_of(one)) or "–"


def _budget(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Resource", 2.6),
        Column("Currency", 0.8),
        Column("Budget", 1.1, "end"),
        Column("Expected now", 1.1, "end"),
        Column("Arrived", 1.1, "end"),
        Column("Budget and now apart", 1.2, "end"),
        Column("Still to come", 1.1, "end"),
    )
    found = budget(context.book)
    yield from context.showing.lean_table(columns, tuple(_budget_row(context, one) for one in found))
    if found:
        yield context.showing.note("The budget stays as it was agreed. Expected now: today's value of the line.")


def _budget_row(context: Context, one: BudgetLine) -> Row:
    known = [money for money in (one.planned, one.forecast, one.actual) if money is not None]
    codes = sorted({money.currency for money in known})

    def shown(money: Money | None, nothing: str) -> str:
        if money is None:
            return nothing
        return context.showing.money(money) if len(codes) > 1 else context.showing.number(money.amount, 2)

    return Row(
        (
            one.line.code,
            one.line.title,
            context.showing.listed(codes),
            *(shown(money, context.showing.say("no data")) for money in (one.planned, one.forecast, one.actual)),
            *(shown(money, "–") for money in (one.variance, one.left)),
        )
    )


def _readings(context: Context) -> Iterator[Block]:
    columns = (Column("Date", 1), Column("Value", 1, "end"), Column("Source", 2.4), Column("Note", 2.6))
    rows: list[Row] = []
    silent = []
    for indicator in context.book.all(Indicator):
        found = readings_of(context.book, indicator)
        if not found:
            silent.append(indicator.code or indicator.title)
            continue
        common = _common_source(indicator, found)
        rows.append(_indicator(context, indicator, common))
        rows += [
            Row(
                (
                    context.day(one.date, context.showing.say("no date")),
                    context.showing.field(one, "value"),
                    "" if common else one.source,
                    one.note,
                )
            )
            for one in found
        ]
    yield from context.showing.lean_table(columns, tuple(rows))
    if silent:
        yield context.showing.note("No data yet: {indicators}.", indicators=context.showing.listed(silent))


def _common_source(indicator: Indicator, found: tuple[Reading, ...]) -> str:
    """Return the source of all readings of an indicator, if they have one and the same."""
    sources = {one.source or indicator.source for one in found}
    return sources.pop() if len(sources) == 1 else ""


def _indicator(context: Context, indicator: Indicator, found_in: str) -> Row:
    named = not indicator.unit or indicator.unit.casefold() in indicator.title.casefold().split()
    unit = "" if named else context.showing.say(", in {unit}", unit=indicator.unit)
    said = context.showing.say(". Source: {source}", source=found_in) if found_in else ""
    return group(f"{indicator.code} {indicator.title}{unit}{said}".strip())


def _notes(context: Context) -> Iterator[Block]:
    """What people wrote beside figures and issues: doubts about a source, and sources that contradict each other."""
    columns = (Column("Code", 0.6), Column("What", 2.4, strong=True), Column("Note", 4.6))
    rows: list[Row] = []
    for record_type in _NOTED:
        noted = [one for one in context.book.all(record_type) if one.note.strip()]
        if noted:
            rows.append(group(context.showing.say(RECORD_TYPES[name_of(record_type)].titles)))
            rows += [Row((one.code, one.title, one.note)) for one in noted]
    if rows:
        yield from context.showing.lean_table(columns, tuple(rows))


def _findings(context: Context) -> Iterator[Block]:
    scores = context.scores
    columns = (Column("Foundation", 3, strong=True), Column("Checks met", 1.6), Column("Not met", 3))
    rows = tuple(
        Row(
            (
                context.showing.term(FOUNDATIONS, key),
                context.showing.told(score.title),
                context.showing.listed(state.rule.id for state in score.states if state.is_counted and not state.is_met)
                or context.showing.say("none"),
            )
        )
        for key, score in scores.items()
    )
    yield from context.showing.lean_table(columns, rows)
    if not context.findings:
        anything = any(score.met for score in scores.values())
        said = source("The checks found nothing.") if anything else source("There is nothing to check yet.")
        yield context.showing.paragraph(said, "small")
        return
    found = (Column("Weight", 0.8), Column("Finding", 5), Column("Accepted because", 2))
    listed: list[Row] = []
    for rule in RULES.values():
        own = [finding for finding in context.findings if finding.rule == rule.id]
        if own:
            listed.append(group(f"{rule.id} {context.showing.say(rule.title)}"))
            listed += [_finding(context, one) for one in own]
    yield from context.showing.lean_table(found, tuple(listed), source("Findings"))
    yield context.showing.note(
        "Errors stand between the plan and “ready to sign”; a finding may be accepted with a reason."
    )


def _finding(context: Context, one: Finding) -> Row:
    return Row((context.showing.term(SEVERITIES, one.severity), context.showing.found(one), one.accepted or "–"))
