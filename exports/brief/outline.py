"""The outline of the brief: status and reason, the decision asked, money, what comes, what changed (domain.md 6.1).

Everything is cut to what has room on one page; each cut says how much more there is in the full report.
"""

from collections.abc import Iterator

from exports.edition import Edition
from exports.outline import Block, BulletList, Document, Note, Paragraph, Row, Run, Status
from exports.outline.framing import framed
from exports.outline.tables import Column
from exports.report.changed import counts
from exports.report.context import Context
from exports.report.outline import report_context
from workbook.measures.attention import indicators
from workbook.measures.capacity import people_trained
from workbook.measures.deadlines import late, upcoming
from workbook.measures.decisions import asked
from workbook.measures.resources import Ledger, ledger, secured_percent
from workbook.records import Decision
from workbook.since import Since
from workbook.vocabularies import RATINGS
from workbook.wording import source

_DAYS_AHEAD = 90
_MOST_DATES = 5
_MOST_CHANGES = 3
_MOST_CURRENCIES = 2
_LONGEST = 230
_LONGEST_ROW = 64


def brief_document(edition: Edition, report_id: str | None, since: Since | None) -> Document:
    """Build the outline."""
    context = report_context(edition, report_id, since)
    kind, plan = edition.say("Leadership brief"), edition.book.plan
    title = f"{kind}: {plan.title}" if plan.title else kind
    return framed(context.showing, title, kind, _blocks(context, kind), reference=context.report.code)


def _blocks(context: Context, kind: str) -> Iterator[Block]:
    start, end = context.period
    yield Paragraph(kind, "kind")
    yield Paragraph(_cut(context.book.plan.title, _LONGEST_ROW) or context.showing.say("Untitled partnership"), "title")
    yield context.showing.paragraph("{start} to {end}", "small", start=context.day(start), end=context.day(end))
    rating, reason = context.overall
    said = context.showing.say("Overall: {rating}", rating=context.rating(rating).lower())
    yield Status(rating, said, _cut(reason))
    if context.report.summary:
        yield Paragraph(_cut(context.report.summary))
    yield _decision(context)
    yield from _money(context)
    yield from _figures(context)
    yield from _dates(context)
    yield from _changes(context)


def _cut(text: str, most: int = _LONGEST) -> str:
    """Return one paragraph that has room on the page, cut at a word."""
    whole = " ".join(text.split())
    return whole if len(whole) <= most else f"{whole[:most].rsplit(' ', 1)[0]} …"


def _decision(context: Context) -> Note:
    """Say the one decision that is asked; the report's own choice, else the first of those it asks for."""
    chosen = context.book.one(Decision, context.report.decision_asked)
    found = asked(context.book, context.report)
    wording = chosen.title if chosen is not None else found[0].wording if found else ""
    decision = chosen if chosen is not None else found[0].decision if found else None
    if not wording:
        return Note(context.showing.say("No decision is asked for."), "notice")
    words = [Run(context.showing.say("Decision asked:") + " ", bold=True), Run(_cut(wording.rstrip(".")) + ". ")]
    if decision is not None and decision.decider:
        words.append(Run(context.showing.say("By {who}.", who=decision.decider) + " "))
    if decision is not None and decision.due is not None:
        words.append(Run(context.showing.say("Until {date}.", date=context.day(decision.due)) + " "))
    if len(found) > 1:
        words.append(Run(context.showing.say("{count} more are in the report.", count=len(found) - 1)))
    return Note(tuple(words), "notice")


def _money(context: Context) -> Iterator[Block]:
    yield context.showing.heading(2, "Money")
    held = ledger(context.book)
    if not held.currencies:
        yield context.showing.paragraph("No resource has a value yet.", "small")
        return
    columns = (
        Column("Currency", 0.8, strong=True),
        *(Column(column.title, 1.2, "end") for column in held.columns),
        Column("Secured", 0.9, "end"),
    )
    rows = [row for code in held.currencies[:_MOST_CURRENCIES] for row in _currency(context, held, code)]
    yield from context.showing.table_of(columns, tuple(rows))
    yield context.showing.note("Secured: committed / needed, cash and in kind together. The report names the rows.")
    more = len(held.currencies) - _MOST_CURRENCIES
    if more > 0:
        yield context.showing.note("{count} more currencies are in the report; they are never added.", count=more)


def _currency(context: Context, held: Ledger, code: str) -> Iterator[Row]:
    secured = secured_percent(context.book).get(code)
    share = context.showing.say("no data") if secured is None else context.showing.figure(secured)
    for title, part in ((source("{currency}, cash"), "cash"), (source("{currency}, in kind"), "in_kind")):
        sums = [getattr(column, part).get(code) for column in held.columns]
        shown = ("–" if amount is None else context.showing.number(amount, 0) for amount in sums)
        named = context.showing.say(title, currency=code)
        yield Row((named, *shown, share if part == "cash" else ""))


def _figures(context: Context) -> Iterator[Block]:
    """Say in one line how many were trained, how the indicators stand and what is late; no data is no zero."""
    say, number = context.showing.say, context.showing.number
    trained, standing = people_trained(context.book), indicators(context.book, context.as_of)
    rated = [
        f"{number(standing.by_rating[key])} {context.rating(key).lower()}"
        for key in RATINGS.keys
        if standing.by_rating.get(key)
    ]
    parts = [
        say("People trained: {count}.", count=context.showing.figure(trained, source("no data"), unit=False)),
        say("Indicators: {ratings}.", ratings=context.showing.listed(rated) or say("none yet")),
        say("Late: {count}.", count=number(len(late(context.book, context.as_of)))),
    ]
    yield Paragraph(" ".join(parts))


def _dates(context: Context) -> Iterator[Block]:
    yield context.showing.heading(2, "The next {days} days", days=_DAYS_AHEAD)
    found = upcoming(context.book, context.as_of, _DAYS_AHEAD)
    if not found:
        yield context.showing.paragraph("Nothing has a date in these days.", "small")
        return
    columns = (Column("Date", 1), Column("What", 4.4, strong=True), Column("Which date", 1.4))
    say = context.showing.say
    rows = tuple(
        Row((context.day(one.date), _cut(one.title, _LONGEST_ROW), say(one.what))) for one in found[:_MOST_DATES]
    )
    yield from context.showing.table_of(columns, rows)
    if len(found) > _MOST_DATES:
        yield context.showing.note("{count} more are in the report.", count=len(found) - _MOST_DATES)


def _changes(context: Context) -> Iterator[Block]:
    yield context.showing.heading(2, "What changed")
    found = context.since
    if found is None:
        yield context.showing.paragraph("No earlier report was issued to compare with.", "small")
        return
    say = context.showing.say
    yield context.showing.paragraph(
        "Since “{earlier}”, as of {date}: {counts}.",
        earlier=_cut(found.title, _LONGEST_ROW),
        date=context.day(found.day),
        counts=counts(context, found),
    )
    slipped = [one for one in found.moved if one.days > 0]
    moved = [
        say(
            "{record}: {date} instead of {earlier} ({days} days later)",
            record=_cut(context.book.label(one.type, one.id), _LONGEST_ROW),
            date=context.day(one.now),
            earlier=context.day(one.was),
            days=one.days,
        )
        for one in slipped[:_MOST_CHANGES]
    ]
    if moved:
        yield BulletList(tuple(moved))
    if found.redefined:
        yield context.showing.paragraph(
            "Figures that mean something else now: {count}.", "small", count=len(found.redefined)
        )
