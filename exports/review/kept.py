"""Whether a partnership kept what it had set itself: meetings, decisions, approvals and signatures, reports."""

from collections.abc import Iterator

from exports.outline import Block, Paragraph, Row
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.measures.checklist import governing_document
from workbook.measures.figure import percent
from workbook.measures.review_year import (
    DAYS_FOR_A_REPORT,
    BodyYear,
    Followed,
    PartyPapers,
    Period,
    ReportTime,
    carried_out,
    decisions_taken,
    meetings_in,
    papers_of,
    promises_kept,
    reports_in,
)
from workbook.records import Contact, Decision
from workbook.wording import source


def meetings(context: Context, period: Period) -> Iterator[Block]:
    """How often each body met against its rhythm, and who came."""
    yield context.showing.heading(2, "Meetings and attendance")
    columns = (
        Column("Code", 0.6),
        Column("Body", 2.4, strong=True),
        Column("Meets", 1.2),
        Column("Expected", 0.9, "end"),
        Column("Held", 0.7, "end"),
        Column("Not said", 0.8, "end"),
        Column("Seats taken", 1.6),
        Column("Quorum", 1.4),
    )
    found = meetings_in(context.book, period)
    yield from context.showing.table_of(columns, tuple(_body(context, one) for one in found))
    if found:
        yield context.showing.note(
            "Expected: whole steps of the body's rhythm in the period. Not said: meetings of the period that are "
            "neither held nor cancelled. Seats taken: seats present / all seats, over the meetings held that name who "
            "was there. Quorum: meetings that had the votes which the quorum asks for. Rows: {rows}.",
            rows=context.rows(tuple(row for one in found for row in one.rows)),
        )


def _body(context: Context, one: BodyYear) -> Row:
    say, number = context.showing.say, context.showing.number
    share = context.showing.percent(percent(one.present, one.seats))
    seats = say("{present} of {seats} ({share})", present=one.present, seats=one.seats, share=share)
    return Row(
        (
            one.body.code,
            one.body.name,
            context.showing.field(one.body, "frequency") or say("not said"),
            say("no rhythm") if one.expected is None else number(one.expected),
            number(one.held) if one.held or one.unmarked or one.cancelled else say("no meeting dated"),
            number(one.unmarked) if one.unmarked else "–",
            seats if one.counted and one.seats else say("no data"),
            say("{count} of {whole}", count=one.quorate, whole=one.judged) if one.judged else say("no data"),
        )
    )


def decisions(context: Context, period: Period) -> Iterator[Block]:
    """What was decided in the period, and what became of it and of the promises made."""
    yield context.showing.heading(2, "Decisions and what became of them")
    found = decisions_taken(context.book, period)
    if not found:
        yield context.showing.paragraph("No decision is recorded as taken in this period.", "small")
    else:
        columns = (
            Column("Code", 0.6),
            Column("Decision", 3.6, strong=True),
            Column("Taken on", 1.1),
            Column("Carried out by", 1.6),
            Column("Due", 1.1),
            Column("What became of it", 1.3),
        )
        yield from context.showing.table_of(columns, tuple(_decision(context, one, period) for one in found))
        yield Paragraph(_followed(context, source("Decisions carried out"), carried_out(found, period[1])))
    promises = promises_kept(context.book, period)
    if promises.whole:
        yield Paragraph(_followed(context, source("Follow-ups kept"), promises))
    else:
        yield context.showing.paragraph("No follow-up was due in this period.", "small")


def _decision(context: Context, one: Decision, period: Period) -> Row:
    late = carried_out((one,), period[1]).overdue
    state = context.showing.field(one, "status")
    owner = context.book.one(Contact, one.owner)
    return Row(
        (
            one.code,
            one.title,
            context.day(one.date),
            context.showing.person(one.owner) if owner is not None else "–",
            context.day(one.due),
            context.showing.say("{state}, overdue", state=state) if late else state,
        )
    )


def _followed(context: Context, title: str, found: Followed) -> str:
    said = context.showing.say(
        "{title}: {done} of {whole}. Still to be done, and not late: {waiting}. Overdue: {overdue}.",
        title=context.showing.say(title),
        done=found.done,
        whole=found.whole,
        waiting=found.waiting,
        overdue=found.overdue,
    )
    if not found.rows:
        return said
    return f"{said} {context.showing.say('Overdue are {rows}.', rows=context.rows(found.rows))}"


def papers(context: Context) -> Iterator[Block]:
    """Own approval and signature of each party of the governing document."""
    yield context.showing.heading(2, "Approvals and signatures")
    document = governing_document(context.book, context.as_of)
    found = papers_of(context.book, document) if document is not None else ()
    if document is None or not found:
        nothing = source("There is no governing document.") if document is None else source("It names no parties yet.")
        yield context.showing.paragraph(nothing, "small")
        return
    yield Paragraph(f"{document.code} {document.title}".strip())
    columns = (
        Column("Party", 3, strong=True),
        Column("Own approval", 1.8),
        Column("Last approval on", 1.2),
        Column("Signed on", 1.4),
        Column("To look at", 2.2),
    )
    yield from context.showing.table_of(columns, tuple(_papers(context, one) for one in found))
    yield context.showing.note(
        "Own approval: steps of the party's own house that are approved, of those it needs; where no steps are "
        "recorded, what the partner's record says. A day that is not recorded is “no date”."
    )


def _papers(context: Context, one: PartyPapers) -> Row:
    say = context.showing.say
    nothing = say("not recorded")
    approval = say("{count} of {whole}", count=one.approved, whole=one.steps) if one.steps else nothing
    signed = context.day(one.signed_on, say("signed, no date")) if one.signed else say("not signed")
    look = []
    if one.early:
        look.append(say("signed before all its steps were approved"))
    if one.signed and not one.steps:
        look.append(say("no approval is recorded"))
    if not one.signed:
        look.append(say("signature missing"))
    last = context.day(one.last_approval, say("no date") if one.approved else "–")
    return Row((one.partner.name, approval, last, signed, context.showing.listed(look) or "–"))


def reports(context: Context, period: Period) -> Iterator[Block]:
    """Which reports were due in the period, and when they were issued."""
    yield context.showing.heading(2, "Reports in time")
    found = reports_in(context.book, period)
    if not found:
        yield context.showing.paragraph("No report has a period that ended in this year.", "small")
        return
    columns = (
        Column("Code", 0.6),
        Column("Report", 3.6, strong=True),
        Column("Period ended", 1.2),
        Column("Issued on", 1.3),
        Column("In time", 2),
    )
    yield from context.showing.table_of(columns, tuple(_report(context, one) for one in found))
    yield context.showing.note(
        "In time: issued at most {days} days after the end of its period.", days=DAYS_FOR_A_REPORT
    )


def _report(context: Context, one: ReportTime) -> Row:
    say = context.showing.say
    issued = context.day(one.issued, say("no date") if one.report.status == "issued" else say("not issued"))
    if one.days is None:
        judged = say("no data") if one.report.status == "issued" else say("its time is not over")
    elif one.in_time:
        judged = say("yes, after {days} days", days=one.days)
    else:
        judged = (
            say("no, after {days} days", days=one.days) if one.issued else say("no, {days} days so far", days=one.days)
        )
    return Row((one.report.code, one.report.title, context.day(one.report.period_end), issued, judged))
