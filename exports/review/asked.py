"""What the committee is asked to say, and room for the one who reviewed to sign."""

from collections.abc import Iterator

from exports.outline import Block, NumberedList, Paragraph, Party, SignatureBlock, Table
from exports.outline.tables import Column, body
from exports.outline.text import TICK_BOX
from exports.report import matters
from exports.report.context import Context
from workbook.wording import source

_WAYS = (
    source("It goes on as it is."),
    source("It goes on, with the changes named below."),
    source("It is paused until the points below are settled."),
    source("It is brought to an end, in the way that the exit plan says."),
)
_POINTS = (
    source("to take note of the review of the year, and of the answers that are still open;"),
    source("to say how significant the partnership is, and so how closely it is watched;"),
    source("to decide whether and how it goes on;"),
    source("to set the day of the next review."),
)
_CHANGES = 4


def section(context: Context) -> Iterator[Block]:
    """The points asked, the ways to go on, changes, decisions of the plan; then a signature."""
    showing = context.showing
    yield showing.paragraph("The committee is asked:")
    yield NumberedList(tuple(showing.say(point) for point in _POINTS))
    yield showing.heading(2, "How it goes on")
    yield from (Paragraph(f"{TICK_BOX} {showing.say(way)}") for way in _WAYS)
    columns = (Column("What has to change", 4), Column("Who", 1.6), Column("By when", 1.2))
    yield Table(showing.columns(columns), body(("", "", "") for _ in range(_CHANGES)), to_fill=True)
    yield showing.heading(2, "Decisions that the plan asks for")
    yield from matters.decisions(context)
    yield showing.heading(2, "Reviewed by")
    yield showing.paragraph(
        "I have compared this pack with the records of the partnership, as far as I was able to, and have written down "
        "where they differ."
    )
    reviewer, office = showing.say("the reviewer"), context.book.plan.municipality or showing.say("the lead partner")
    yield SignatureBlock((Party(reviewer, brief=True), Party(office, brief=True)))
