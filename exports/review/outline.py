"""The outline of the annual review pack, part by part (domain.md 2.1: register, approval, review; 6.2: yearly)."""

from collections.abc import Callable, Iterable, Iterator

from exports.edition import Edition
from exports.outline import Block, Contents, Cover, Document, Heading
from exports.outline.framing import framed
from exports.report.context import Context
from exports.report.outline import report_context
from exports.review import asked, checklist, register, risks, year
from workbook.measures.review_year import review_period
from workbook.wording import source

_PARTS: tuple[tuple[str, Callable[[Context], Iterable[Block]]], ...] = (
    (source("Register entry"), register.section),
    (source("Approval checklist"), checklist.section),
    (source("Review of the year"), year.section),
    (source("Risks, exit and legacy"), risks.section),
    (source("What the committee is asked"), asked.section),
)
_ON_NEW_PAGE = frozenset({"Register entry", "Approval checklist", "Review of the year"})


def review_document(edition: Edition) -> Document:
    """Build the outline."""
    context = report_context(edition, None, None)
    kind, plan = edition.say("Annual review"), edition.book.plan
    title = f"{kind}: {plan.title}" if plan.title else kind
    return framed(context.showing, title, kind, _blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    yield _cover(context)
    yield Contents(context.showing.say("Contents"))
    for number, (title, part) in enumerate(_PARTS, 1):
        yield Heading(1, f"{number}. {context.showing.say(title)}", new_page=title in _ON_NEW_PAGE)
        yield from part(context)


def _cover(context: Context) -> Cover:
    plan, showing = context.book.plan, context.showing
    start, end = review_period(context.book, context.as_of)
    lines = (
        (source("Year under review"), f"{context.day(start)} – {context.day(end)}"),
        (source("Municipality"), plan.municipality),
        (source("Department"), plan.department),
        (source("As of"), showing.as_of),
        (source("Made from"), showing.state),
        (source("Confidentiality"), showing.field(plan, "confidentiality")),
    )
    notice = showing.say(
        "For the committee that watches over partnerships. What the plan knows is filled in, and each answer says "
        "where it stands; what only a person can say is left to be ticked or written. What has not been recorded is "
        "said in words, never as zero. Amounts in different currencies are never added. Single answers to the "
        "cooperation check are not in this pack."
    )
    return Cover(
        showing.say("Annual review of a partnership"),
        plan.title or showing.say("Untitled partnership"),
        tuple((showing.say(name), value) for name, value in lines if value),
        notice,
    )
