"""The reply: confirm or correct, and sign."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from exports.outline import Block, Paragraph, Party, Row, SignatureBlock, Table
from exports.outline.tables import Column
from exports.outline.text import TICK_BOX
from exports.report.context import Context
from workbook.records import Contact, Partner

_CORRECTIONS = 4


def section(context: Context, partner: Partner, until: datetime.date) -> Iterator[Block]:
    """A page to send back: two boxes to tick, room for corrections, and one signature."""
    showing = context.showing
    heading = showing.heading(2, "Your reply")
    yield replace(heading, new_page=True)
    yield showing.paragraph(
        "{partner}: reply to the statement of {day} about “{plan}”.",
        "small",
        partner=partner.name,
        day=showing.as_of,
        plan=context.book.plan.title or showing.say("Untitled partnership"),
    )
    yield showing.paragraph(
        "Please return this page by {date}. Nothing is changed in the plan without your word: what you correct is "
        "looked at together with you.",
        date=context.day(until),
    )
    yield Paragraph(f"{TICK_BOX} {showing.say('We confirm that this statement is right.')}")
    yield Paragraph(f"{TICK_BOX} {showing.say('We ask for these corrections:')}")
    columns = (Column("Code or place", 1.2), Column("What it should say", 4), Column("Since when, or how we know", 2.4))
    yield Table(showing.columns(columns), tuple(Row(("", "", "")) for _ in range(_CORRECTIONS)), to_fill=True)
    yield SignatureBlock((Party(partner.legal_name or partner.name, brief=True, **_signatory(context, partner)),))


def _signatory(context: Context, partner: Partner) -> dict[str, str]:
    """Return who signs for the partner, where people may be named."""
    found = context.book.where(Contact, partner=partner.id, is_signatory=True)
    if not found or not context.showing.edition.personal:
        return {}
    return {"name": found[0].name, "position": found[0].position}
