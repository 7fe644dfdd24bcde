"""The review of a year: results, means, meetings, decisions, cooperation, structure, papers (domain.md 2.1, 6.2, 9)."""

from collections.abc import Iterator

from exports.outline import Block, Row, Status, group
from exports.outline.tables import Column
from exports.report import cooperation, results
from exports.report.context import Context
from exports.review import kept
from workbook.checks import RuleState
from workbook.measures.figure import percent
from workbook.measures.resources import committed_lines
from workbook.measures.review_year import review_period
from workbook.measures.statements import Totals, promise_of, totals_of
from workbook.money import Money
from workbook.vocabularies import FOUNDATIONS, SEVERITIES
from workbook.wording import source

_MORE_STATEMENTS = source("{count} more are seen very differently; the progress report lists all statements.")
_KINDS = {
    "cash": source("In cash"),
    "in_kind": source("In kind"),
    None: source("Not said whether in cash or in kind"),
}


def section(context: Context) -> Iterator[Block]:
    """Whether the partnership still does what it was for, and keeps what it has set itself."""
    start, end = review_period(context.book, context.as_of)
    yield context.showing.paragraph("From {start} to {end}.", "small", start=context.day(start), end=context.day(end))
    yield context.showing.heading(2, "Does it still do what it was for?")
    rating, reason = context.overall
    yield Status(rating, context.showing.say("Overall: {rating}", rating=context.rating(rating).lower()), reason)
    yield from results.objectives(context)
    yield context.showing.heading(2, "Delivered against committed")
    yield from _delivered(context)
    yield from kept.meetings(context, (start, end))
    yield from kept.decisions(context, (start, end))
    yield context.showing.heading(2, "Cooperation check")
    yield from cooperation.check_results(context, _MORE_STATEMENTS)
    yield context.showing.heading(2, "Structure checks not met")
    yield from _checks(context)
    yield from kept.papers(context)
    yield from kept.reports(context, (start, end))


def _delivered(context: Context) -> Iterator[Block]:
    promises = [promise_of(line, context.as_of) for line in committed_lines(context.book)]
    found = totals_of(one for one in promises if one is not None)
    columns = (
        Column("Kind and currency", 2.2, strong=True),
        Column("Committed", 1.3, "end"),
        Column("Delivered", 1.3, "end"),
        Column("Share", 0.9, "end"),
        Column("Still due", 1.3, "end"),
        Column("Rows", 2.4),
    )
    rows = tuple(row for one in found if one.kind in _KINDS for row in _currencies(context, one))
    if not rows:
        yield context.showing.paragraph("Nothing is committed with a value yet.", "small")
    else:
        yield from context.showing.table_of(columns, rows)
        yield context.showing.note(
            "Share: delivered / committed, of committed lines, each kind and currency for itself. Still due: committed "
            "less delivered, without lines that are said to be delivered; where a line is partly delivered and nobody "
            "wrote how much, nothing is guessed. No data: nothing is recorded as delivered."
        )
    never = next((one for one in found if one.kind == "non_valued"), None)
    if never is not None:
        yield context.showing.paragraph(
            "Never valued in money: {count} lines, of which {waiting} are still due. Rows: {rows}.",
            "small",
            count=len(never.rows),
            waiting=never.waiting,
            rows=context.rows(never.rows),
        )


def _currencies(context: Context, one: Totals) -> Iterator[Row]:
    for code in dict.fromkeys((*one.worth, *one.arrived)):
        worth, arrived, due = one.worth.get(code), one.arrived.get(code), one.due.get(code)
        share = None if worth is None or arrived is None else percent(arrived, worth)
        left = context.showing.say("nothing") if not one.waiting else context.showing.say("not known")
        yield Row(
            (
                f"{context.showing.say(_KINDS[one.kind])}, {code}",
                context.showing.money(Money(worth, code)) if worth is not None else context.showing.say("no data"),
                context.showing.money(Money(arrived, code)) if arrived is not None else context.showing.say("no data"),
                context.showing.percent(share),
                context.showing.money(Money(due, code)) if due is not None else left,
                context.rows(one.rows),
            )
        )


def _checks(context: Context) -> Iterator[Block]:
    """Every check that is not met or was accepted with a reason, under its foundation."""
    columns = (
        Column("Check", 0.6),
        Column("What is asked", 3.6, strong=True),
        Column("Weight", 1),
        Column("State", 1.6),
        Column("What to do", 3),
    )
    rows: list[Row] = []
    for key, score in context.scores.items():
        said = context.showing.say("{count} of {of} checks met", count=score.met, of=score.of)
        rows.append(group(context.showing.labelled(context.showing.term(FOUNDATIONS, key), said)))
        rows += [_check(context, one) for one in score.states if one.is_counted and one.state != "met"]
    yield from context.showing.table_of(columns, tuple(rows))
    yield context.showing.note(
        "Checks that do not apply are not counted. Accepted: the team lives with it and has written why. The report "
        "lists every finding."
    )


def _check(context: Context, one: RuleState) -> Row:
    say = context.showing.say
    if one.state == "accepted":
        reasons = context.showing.listed(dict.fromkeys(finding.accepted for finding in one.findings))
        state = say("accepted: {reason}", reason=reasons)
    elif one.findings:
        state = context.showing.say_count("one finding", "{count} findings", len(one.findings), count=len(one.findings))
    else:
        state = say("nothing to look at yet")
    rule = one.rule
    weight = context.showing.term(SEVERITIES, rule.severity)
    return Row((rule.id, say(rule.title), weight, state, say(rule.remedy)))
