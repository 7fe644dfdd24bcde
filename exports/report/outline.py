"""The outline of a progress report, section by section (domain.md 6.2)."""

from collections.abc import Callable, Iterable

from exports.edition import Edition
from exports.outline import Block, Contents, Document, Heading
from exports.outline.showing import Showing
from exports.report import annex, capacity, changed, cooperation, front, matters, money, results, work
from exports.report.context import Context
from workbook.changes import Change
from workbook.records import Report
from workbook.wording import source

_SECTIONS: tuple[tuple[str, Callable[[Context], Iterable[Block]]], ...] = (
    (source("Summary"), front.summary),
    (source("What changed"), changed.section),
    (source("Objectives and indicators"), results.section),
    (source("Milestones and activities"), work.section),
    (source("Resources"), money.section),
    (source("Capacity building and training"), capacity.section),
    (source("Cooperation and agreements"), cooperation.section),
    (source("Risks, issues and challenges"), matters.section),
    (source("Decisions requested"), matters.decisions),
    (source("Next period"), matters.next_period),
    (source("Annex: full tables"), annex.section),
)
_ON_NEW_PAGE = ("Summary", "Annex: full tables")


class NoSuchReport(KeyError):  # noqa: N818 - a wish that cannot be met
    """A report was asked for that this state of the workbook does not hold."""

    def __str__(self) -> str:
        return "This report is not in this state of the workbook."


def report_document(edition: Edition, report_id: str | None, changes: tuple[Change, ...]) -> Document:
    """Build the outline."""
    report = (
        Report("", title=edition.say("Progress report")) if report_id is None else edition.book.one(Report, report_id)
    )
    if report is None:
        raise NoSuchReport(report_id)
    context = Context(Showing(edition), report, changes)
    blocks: list[Block] = [front.cover(context), Contents(edition.say("Contents"))]
    for number, (title, section) in enumerate(_SECTIONS, 1):
        new_page = title in _ON_NEW_PAGE or (section is changed.section and bool(changes))
        blocks.append(Heading(1, f"{number}. {edition.say(title)}", new_page=new_page))
        blocks += section(context)
    plan, as_of = edition.book.plan, edition.say("As of {date}", date=context.showing.as_of)
    reference = " ".join(part for part in (plan.code, report.code) if part)
    return Document(
        title=f"{report.title}: {plan.title}" if plan.title else report.title,
        language=edition.formats.language,
        blocks=tuple(blocks),
        subject=f"{edition.say('Progress report')}, {as_of[:1].lower()}{as_of[1:]}",
        author=plan.municipality,
        header="  ·  ".join(part for part in (plan.title, report.title) if part),
        footer=tuple(
            filter(
                None,
                (
                    edition.say("Ref. {reference}", reference=reference) if reference else "",
                    as_of,
                    context.showing.state,
                ),
            )
        ),
    )
