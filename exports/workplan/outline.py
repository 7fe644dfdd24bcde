"""The outline of the work plan: what it holds in one sentence, the table, the time line."""

from collections.abc import Iterator

from exports.edition import Edition
from exports.outline import Block, Document, Paragraph
from exports.outline.framing import framed
from exports.outline.showing import Showing
from exports.workplan import rows, time_line
from exports.workplan.groups import Group, groups_of
from workbook.measures.work import is_open
from workbook.records import Activity


def workplan_document(edition: Edition) -> Document:
    """Build the outline."""
    showing, plan = Showing(edition), edition.book.plan
    kind = showing.say("Work plan")
    title = showing.say("Work plan: {title}", title=plan.title) if plan.title else kind
    return framed(showing, title, kind, _blocks(showing), landscape=True)


def _blocks(showing: Showing) -> Iterator[Block]:
    groups = groups_of(showing.edition.book)
    yield showing.paragraph("Work plan", "kind")
    yield Paragraph(showing.edition.book.plan.title or showing.say("A partnership without a name yet"), "title")
    if not groups:
        yield showing.paragraph("There is no activity in the work plan yet.")
        return
    yield Paragraph(_summary(showing, groups), "lead")
    yield from rows.section(showing, groups)
    yield from time_line.section(showing, groups)


def _summary(showing: Showing, groups: tuple[Group, ...]) -> str:
    activities = [one for group in groups for one in group.activities if one.status != "cancelled"]
    milestones = sum(one.milestone for one in activities)
    among = (
        showing.say_count("{count} milestone among them", "{count} milestones among them", milestones)
        if milestones
        else showing.say("no milestone among them")
    )
    return showing.say(
        "{activities}, {milestones}; on {date}, {done} done and {late} late.",
        activities=showing.say_count("{count} activity", "{count} activities", len(activities)),
        milestones=among,
        date=showing.as_of,
        done=showing.number(sum(not is_open(one) for one in activities)),
        late=showing.number(sum(_is_late(showing, one) for one in activities)),
    )


def _is_late(showing: Showing, activity: Activity) -> bool:
    return is_open(activity) and activity.end is not None and activity.end < showing.edition.as_of
