"""The outline of the work plan: what it holds in one sentence, the table, the time line."""

from collections.abc import Iterator

from exports.edition import Edition
from exports.outline import Block, Document, Paragraph
from exports.outline.showing import Showing
from exports.workplan import rows, time_line
from exports.workplan.groups import Group, groups_of
from workbook.measures.work import is_open
from workbook.records import Activity


def workplan_document(edition: Edition) -> Document:
    """Build the outline."""
    showing, plan = Showing(edition), edition.book.plan
    as_of = f"As of {showing.as_of}"
    return Document(
        title=f"Work plan: {plan.title}" if plan.title else "Work plan",
        language=edition.formats.language,
        blocks=tuple(_blocks(showing)),
        subject=f"Work plan, {as_of.lower()}",
        author=plan.municipality,
        header="  ·  ".join(filter(None, (plan.title, "Work plan"))),
        footer=tuple(filter(None, (f"Ref. {plan.code}" if plan.code else "", as_of, showing.state))),
        landscape=True,
    )


def _blocks(showing: Showing) -> Iterator[Block]:
    groups = groups_of(showing.edition.book)
    yield Paragraph("Work plan", "kind")
    yield Paragraph(showing.edition.book.plan.title or "A partnership without a name yet", "title")
    if not groups:
        yield Paragraph("There is no activity in the work plan yet.")
        return
    yield Paragraph(_summary(showing, groups), "lead")
    yield from rows.section(showing, groups)
    yield from time_line.section(showing, groups)


def _summary(showing: Showing, groups: tuple[Group, ...]) -> str:
    activities = [one for group in groups for one in group.activities if one.status != "cancelled"]
    late = sum(_is_late(showing, one) for one in activities)
    done = sum(not is_open(one) for one in activities)
    milestones = sum(one.milestone for one in activities)
    what = "1 activity" if len(activities) == 1 else f"{len(activities)} activities"
    among = "no milestone" if not milestones else f"{milestones} milestone{'' if milestones == 1 else 's'}"
    return f"{what}, {among} among them; on {showing.as_of}, {done} done and {late} late."


def _is_late(showing: Showing, activity: Activity) -> bool:
    return is_open(activity) and activity.end is not None and activity.end < showing.edition.as_of
