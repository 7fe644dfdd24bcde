"""The cover, and the one page that a mayor reads."""

from collections.abc import Iterator

from exports.charts import CountBars, CountRow
from exports.outline import Block, BulletList, Cover, Figure, NumberedList, Paragraph, Status
from exports.outline.showing import NOTHING
from exports.report.context import Context
from workbook.measures.decisions import Asked, asked, points_of
from workbook.vocabularies import FOUNDATIONS
from workbook.wording import source

_MOST_POINTS = 3
_MADE_AGAIN = source(
    "These pages were made again after the report was issued, and may differ from what was issued; that is kept in the "
    "workbook and stays as it is."
)


def cover(context: Context) -> Cover:
    """Say what this is, of which period and which state."""
    plan, report, showing = context.book.plan, context.report, context.showing
    start, end = context.period
    lines = (
        (source("Report"), report.title),
        (source("Number"), report.code),
        (source("Period"), f"{context.day(start)} – {context.day(end)}"),
        (source("As of"), showing.as_of),
        (source("Prepared by"), showing.field(report, "prepared_by")),
        (source("Municipality"), plan.municipality),
        (source("Department"), plan.department),
        (source("Status"), showing.field(report, "status")),
        (source("Issued on"), _issued(context)),
        (source("Made from"), showing.state),
        (source("Confidentiality"), showing.field(plan, "confidentiality")),
    )
    notice = showing.say(
        "Every figure names how it is worked out, and the rows of the workbook behind it. What has not been recorded "
        "is shown as “no data” or “not assessed”, never as zero. Amounts in different currencies are never added."
    )
    if report.sealed_state is not None:
        notice = f"{showing.say(_MADE_AGAIN)} {notice}"
    return Cover(
        showing.say("Progress report"),
        plan.title or showing.say("Untitled partnership"),
        tuple((showing.say(name), value) for name, value in lines if value),
        notice,
    )


def _issued(context: Context) -> str:
    """Tell the day and the state of what was issued; nothing on the pages that are being issued themselves."""
    report = context.report
    if report.sealed_state is None or report.issued_at is None:
        return ""
    state = context.showing.state_named(report.sealed_state, report.sealed_hash)
    return f"{context.day(report.issued_at.date())}  ·  {state}"


def summary(context: Context) -> Iterator[Block]:
    """One page: status and reason, results, worries, decisions, foundations."""
    report = context.report
    rating, reason = context.overall
    yield Status(rating, context.showing.say("Overall: {rating}", rating=context.rating(rating).lower()), reason)
    if report.summary:
        yield Paragraph(report.summary, "lead")
    for title, text in ((source("Achievements"), report.achievements), (source("Concerns"), report.concerns)):
        yield context.showing.heading(2, title)
        points = points_of(text)[:_MOST_POINTS]
        yield BulletList(points) if points else context.showing.paragraph(NOTHING, "small")
    yield context.showing.heading(2, "Decisions asked")
    wanted = tuple(_asked(context, one) for one in asked(context.book, report))
    yield (
        NumberedList(wanted[:_MOST_POINTS])
        if wanted
        else context.showing.paragraph("No decision is asked for.", "small")
    )
    if len(wanted) > _MOST_POINTS:
        more = len(wanted) - _MOST_POINTS
        yield context.showing.paragraph("{count} more under “Decisions requested”.", "small", count=more)
    yield from _foundations(context)


def _asked(context: Context, one: Asked) -> str:
    decision = one.decision
    if decision is None:
        return one.wording
    if one.wording != decision.title:
        return f"{one.wording} ({decision.code})" if decision.code else one.wording
    say, who, when = context.showing.say, decision.decider, context.day(decision.due)
    if who and decision.due:
        more = say("To be decided by {who}, by {date}.", who=who, date=when)
    elif who:
        more = say("To be decided by {who}.", who=who)
    else:
        more = say("To be decided by {date}.", date=when) if decision.due else ""
    return f"{decision.title.rstrip('.')}. {more}".strip()


def _foundations(context: Context) -> Iterator[Block]:
    yield context.showing.heading(2, "The foundations of the partnership")
    scores = context.scores
    say = context.showing.say
    rows = tuple(
        CountRow(
            context.showing.term(FOUNDATIONS, key),
            score.met,
            score.of,
            say("{count} of {of} checks met", count=score.met, of=score.of) if score.of else say("not assessed"),
        )
        for key, score in scores.items()
    )
    met = source("{label}: {count} of {of} checks met")
    said = context.showing.listed(say(met, label=row.label, count=row.count, of=row.of) for row in rows)
    yield Figure(
        CountBars(rows),
        say("One square for each structure check of a foundation, filled where met. {said}.", said=said),
    )
    accepted = sum(score.accepted for score in scores.values())
    if accepted:
        yield context.origin(
            "Structure checks met out of those that apply; {count} of them accepted with a reason. Single findings are "
            "in the annex",
            count=accepted,
        )
    else:
        yield context.origin("Structure checks met out of those that apply. Single findings are in the annex")
