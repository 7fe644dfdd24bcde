"""The cover, and the one page that a mayor reads."""

from collections.abc import Iterator

from exports.charts import CountBars, CountRow
from exports.outline import Block, BulletList, Cover, Figure, Heading, NumberedList, Paragraph, Status
from exports.outline.showing import NOTHING
from exports.report.context import Context, rating_title
from workbook.measures.decisions import Asked, asked, points_of
from workbook.vocabularies import FOUNDATIONS

_MOST_POINTS = 3


def cover(context: Context) -> Cover:
    """Say what this is, of which period and which state."""
    plan, report, showing = context.book.plan, context.report, context.showing
    start, end = context.period
    lines = (
        ("Report", report.title),
        ("Number", report.code),
        ("Period", f"{context.day(start)} – {context.day(end)}"),
        ("As of", showing.as_of),
        ("Prepared by", showing.field(report, "prepared_by")),
        ("Municipality", plan.municipality),
        ("Department", plan.department),
        ("Status", showing.field(report, "status")),
        ("Made from", showing.state),
        ("Confidentiality", showing.field(plan, "confidentiality")),
    )
    notice = (
        "Every figure names how it is worked out, and the rows of the workbook behind it. What has not been recorded "
        "is shown as “no data” or “not assessed”, never as zero. Amounts in different currencies are never added."
    )
    return Cover(
        "Progress report", plan.title or "Untitled partnership", tuple(line for line in lines if line[1]), notice
    )


def summary(context: Context) -> Iterator[Block]:
    """One page: status and reason, results, worries, decisions, foundations."""
    report = context.report
    rating, reason = context.overall
    yield Status(rating, f"Overall: {rating_title(rating).lower()}", reason)
    if report.summary:
        yield Paragraph(report.summary, "lead")
    for title, text in (("Achievements", report.achievements), ("Concerns", report.concerns)):
        yield Heading(2, title)
        points = points_of(text)[:_MOST_POINTS]
        yield BulletList(points) if points else Paragraph(NOTHING, "small")
    yield Heading(2, "Decisions asked")
    wanted = tuple(_asked(context, one) for one in asked(context.book, report))
    yield NumberedList(wanted[:_MOST_POINTS]) if wanted else Paragraph("No decision is asked for.", "small")
    if len(wanted) > _MOST_POINTS:
        yield Paragraph(f"{len(wanted) - _MOST_POINTS} more under “Decisions requested”.", "small")
    yield from _foundations(context)


def _asked(context: Context, one: Asked) -> str:
    decision = one.decision
    if decision is None:
        return one.wording
    if one.wording != decision.title:
        return f"{one.wording} ({decision.code})" if decision.code else one.wording
    by = f" To be decided by {decision.decider}" if decision.decider else ""
    until = f"{',' if by else ' To be decided'} by {context.day(decision.due)}" if decision.due else ""
    return f"{decision.title.rstrip('.')}.{by}{until}{'.' if by or until else ''}"


def _foundations(context: Context) -> Iterator[Block]:
    yield Heading(2, "The foundations of the partnership")
    scores = context.scores
    rows = tuple(CountRow(FOUNDATIONS.title(key), score.met, score.of) for key, score in scores.items())
    said = "; ".join(f"{row.label}: {row.count} of {row.of} checks met" for row in rows)
    yield Figure(CountBars(rows), f"One square for each structure check of a foundation, filled where met. {said}.")
    accepted = sum(score.accepted for score in scores.values())
    words = "Structure checks met out of those that apply"
    if accepted:
        words += f"; {accepted} of them accepted with a reason"
    yield context.source(f"{words}. Single findings are in the annex")
