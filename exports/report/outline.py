"""The outline of a progress report, section by section (domain.md 6.2)."""

from collections.abc import Callable, Iterable, Iterator

from exports.edition import Edition
from exports.outline import Block, Contents, Document, Heading, Paragraph
from exports.outline.framing import framed
from exports.outline.showing import Showing
from exports.report import annex, capacity, changed, cooperation, front, matters, money, results, work
from exports.report.context import Context
from workbook.records import Report, ReportNarrative
from workbook.since import Since
from workbook.vocabularies import REPORT_SECTIONS

_SECTIONS: dict[str, Callable[[Context], Iterable[Block]]] = {
    "summary": front.summary,
    "changes": changed.section,
    "results": results.section,
    "work": work.section,
    "resources": money.section,
    "capacity": capacity.section,
    "cooperation": cooperation.section,
    "risks": matters.section,
    "decisions": matters.decisions,
    "next_period": matters.next_period,
    "annex": annex.section,
}
_ON_NEW_PAGE = frozenset({"summary", "annex"})


class NoSuchReport(KeyError):  # noqa: N818 - a wish that cannot be met
    """A report was asked for that this state of the workbook does not hold."""

    def __str__(self) -> str:
        return "This report is not in this state of the workbook."


def report_document(edition: Edition, report_id: str | None, since: Since | None) -> Document:
    """Build the outline."""
    context = report_context(edition, report_id, since)
    report, plan = context.report, edition.book.plan
    title = f"{report.title}: {plan.title}" if plan.title else report.title
    kind = edition.say("Progress report")
    return framed(context.showing, title, kind, _blocks(context), called=report.title, reference=report.code)


def report_context(edition: Edition, report_id: str | None, since: Since | None) -> Context:
    """Return what a report, or a brief of it, is made from; raise `NoSuchReport` for a report that is not there."""
    untitled = Report("", title=edition.say("Progress report"))
    report = untitled if report_id is None else edition.book.one(Report, report_id)
    if report is None:
        raise NoSuchReport(report_id)
    return Context(Showing(edition), report, since)


def _blocks(context: Context) -> Iterator[Block]:
    yield front.cover(context)
    yield Contents(context.showing.say("Contents"))
    chosen = context.report.sections or REPORT_SECTIONS.keys
    for number, key in enumerate(chosen, 1):
        title = f"{number}. {context.showing.term(REPORT_SECTIONS, key)}"
        on_new_page = key in _ON_NEW_PAGE or (key == "changes" and context.since is not None)
        yield Heading(1, title, new_page=on_new_page)
        yield from _narrative(context, key)
        yield from _SECTIONS[key](context)


def _narrative(context: Context, section: str) -> Iterator[Block]:
    for narrative in context.book.where(ReportNarrative, report=context.report.id, section=section):
        yield from (Paragraph(part) for part in narrative.wording.split("\n") if part.strip())
