"""What may go wrong, and what remains if it ends."""

from collections.abc import Iterator

from exports.outline import Block, Paragraph
from exports.report import matters
from exports.report.context import Context
from workbook.measures.checklist import governing_document
from workbook.records import Clause
from workbook.wording import source


def section(context: Context) -> Iterator[Block]:
    """Open risks, then the end in the plan's words and in the governing document's."""
    plan = context.book.plan
    yield context.showing.heading(2, "Open risks")
    yield from matters.risks(context)
    for title, text in (
        (source("Exit and legacy"), plan.exit_plan),
        (source("After the funding"), plan.sustainability_plan),
        (source("Long-term value for people"), plan.value_for_people),
        (source("Long-term value for systems"), plan.value_for_systems),
        (source("Long-term value for the country"), plan.value_for_country),
    ):
        yield context.showing.heading(2, title)
        parts = [part for part in text.split("\n") if part.strip()]
        yield from (Paragraph(part) for part in parts)
        if not parts:
            yield context.showing.paragraph("Nothing is written about this in the plan.", "small")
        if title == "Exit and legacy":
            yield context.showing.note("In the governing document: {state}.", state=_clause(context))


def _clause(context: Context) -> str:
    document = governing_document(context.book, context.as_of)
    if document is None:
        return context.showing.say("there is no governing document")
    found = context.book.where(Clause, agreement=document.id, topic="exit_legacy")
    if not found:
        return context.showing.say("no clause about it")
    state = context.showing.field(found[0], "assessment").lower() or context.showing.say("not assessed")
    return context.showing.say("“{clause}”, {state}", clause=found[0].heading, state=state)
