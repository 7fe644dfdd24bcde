"""How the partners see their cooperation, and what is written between them."""

from collections.abc import Iterator

from exports.outline import Block, Row, group
from exports.outline.showing import NOT_ASSESSED
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.checks import REQUIRED_TOPICS
from workbook.measures.agreements import completeness, days_to_expiry, has_signed
from workbook.measures.cooperation import RoundResult, Statement, latest_round, round_result
from workbook.records import Agreement, Clause, FollowUp
from workbook.vocabularies import FOUNDATIONS, HEALTH_STATEMENTS
from workbook.wording import source

_MOST_APART = 3
_STATEMENT = (Column("Statement", 4), Column("Mean", 0.8, "end"), Column("Spread", 0.8, "end"))
_BANDS = {"strong": source("strong"), "watch": source("to be watched"), "act": source("act on it"), None: NOT_ASSESSED}


def section(context: Context) -> Iterator[Block]:
    """The cooperation check, then the agreements."""
    yield context.showing.heading(2, "Cooperation check")
    yield from check_results(context)
    yield context.showing.heading(2, "Agreements")
    yield from _agreements(context)


_IN_ANNEX = source("{count} more are seen very differently; the annex lists all statements.")


def check_results(context: Context, more: str = _IN_ANNEX) -> Iterator[Block]:
    """What the last cooperation check says: means and spread, never the answers of one partner.

    `more` says where to find the statements that have no room; a source string with {count}.
    """
    last = latest_round(context.book, context.as_of)
    if last is None:
        yield context.showing.paragraph("No cooperation check has been answered yet.", "small")
    else:
        yield from _round(context, round_result(context.book, last), more)


def _round(context: Context, result: RoundResult, more: str) -> Iterator[Block]:
    rate = context.showing.percent(result.response_rate)
    yield context.showing.paragraph(
        "{round}, {date}: {answered} of {asked} partners answered ({rate}).",
        round=result.round.title,
        date=context.day(result.round.date),
        answered=len(result.answered),
        asked=len(result.asked),
        rate=rate,
    )
    columns = (Column("Foundation", 3, strong=True), Column("Mean, 1 to 5", 1, "end"), Column("What it says", 1.2))
    rows = tuple(
        Row(
            (
                context.showing.term(FOUNDATIONS, key),
                context.showing.number(value, 1, NOT_ASSESSED),
                context.showing.say(_BANDS[result.bands[key]]),
            )
        )
        for key, value in result.dimensions.items()
    )
    yield from context.showing.lean_table(columns, rows)
    yield context.origin(
        "{formula}. Strong from 4.0, watch from 3.0, act below; shown from two partners on",
        formula=context.showing.told(result.formula),
    )
    yield from _statements(context, result, more)
    yield from _follow_ups(context, result)


def _statements(context: Context, result: RoundResult, more: str) -> Iterator[Block]:
    apart = sorted(result.perception_gaps, key=lambda one: -(one.spread or 0))
    rows: list[Row] = []
    for title, statements in (
        (source("Lowest"), result.lowest),
        (source("Seen very differently"), apart[:_MOST_APART]),
    ):
        if statements:
            rows += [group(context.showing.say(title)), *(_statement(context, one) for one in statements)]
    if rows:
        yield from context.showing.lean_table(_STATEMENT, tuple(rows))
    if len(apart) > _MOST_APART:
        yield context.showing.paragraph(more, "small", count=len(apart) - _MOST_APART)


def all_statements(context: Context) -> Iterator[Block]:
    """Every statement of the last cooperation check that may be shown."""
    last = latest_round(context.book, context.as_of)
    if last is not None:
        found = round_result(context.book, last).statements
        columns = (Column("No.", 0.4), *_STATEMENT)
        rows = (Row((_number(one), *_statement(context, one).cells)) for one in found)
        yield from context.showing.lean_table(columns, tuple(rows))
        yield context.showing.note("Spread: the highest answer less the lowest.")


def _number(one: Statement) -> str:
    """Number a statement as the form of the check does."""
    return str(list(HEALTH_STATEMENTS.keys).index(one.key) + 1)


def _statement(context: Context, one: Statement) -> Row:
    return Row(
        (
            context.showing.term(HEALTH_STATEMENTS, one.key),
            context.showing.number(one.mean, 1, NOT_ASSESSED),
            context.showing.number(one.spread, 0, NOT_ASSESSED),
        )
    )


def _follow_ups(context: Context, result: RoundResult) -> Iterator[Block]:
    found = context.book.where(FollowUp, round=result.round.id)
    yield context.showing.heading(3, "What follows from it")
    columns = (
        Column("Code", 0.6),
        Column("What", 3.2, strong=True),
        Column("Who", 1.5),
        Column("Due", 1.1),
        Column("Done on", 1.1),
        Column("Status", 1),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.title,
                context.showing.person(one.owner) or context.showing.partner(one.partner) or "–",
                context.day(one.due),
                context.day(one.done_on),
                context.showing.field(one, "status"),
            )
        )
        for one in found
    )
    yield from context.showing.lean_table(columns, rows)


def _agreements(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Agreement", 2.8, strong=True),
        Column("Version", 0.7),
        Column("Status", 1),
        Column("Signed by", 1),
        Column("Ends on", 1.2),
        Column("Review", 1),
        Column("Clauses in place", 1.4),
    )
    found = context.book.all(Agreement)
    yield from context.showing.lean_table(columns, tuple(_agreement(context, one) for one in found))
    if found:
        yield context.showing.note(
            "Clauses in place: clauses fully in place / all clauses and missing required topics, without those that "
            "are not relevant. Not assessed: no clause has been stored yet."
        )


def _agreement(context: Context, one: Agreement) -> Row:
    signed = sum(has_signed(context.book, one, partner) for partner in one.parties)
    left = days_to_expiry(one, context.as_of)
    ends = context.day(one.expiry)
    if left is not None:
        say = context.showing.say
        ends = say("{date} (in {days} days)", date=ends, days=left) if left >= 0 else say("{date} (over)", date=ends)
    return Row(
        (
            one.code,
            one.title,
            one.version or "–",
            context.showing.field(one, "status") or context.showing.say("not said"),
            context.showing.say("{count} of {whole}", count=signed, whole=len(one.parties))
            if one.parties
            else context.showing.say("no parties yet"),
            ends,
            context.day(one.review),
            _completeness(context, one),
        )
    )


def _completeness(context: Context, one: Agreement) -> str:
    if not context.book.count_where(Clause, agreement=one.id):
        return context.showing.say(NOT_ASSESSED)
    state = completeness(context.book, one, REQUIRED_TOPICS.get(one.level or "", frozenset()))
    say, share = context.showing.say, context.showing.percent(state.percent)
    parts = [say("{fully} fully, {partly} partly ({share})", fully=state.fully, partly=state.partly, share=share)]
    if state.missing:
        parts.append(say("{count} required topics missing", count=len(state.missing)))
    return context.showing.listed(parts)
