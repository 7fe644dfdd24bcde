"""The outline of statements: a letter to a partner, and its reply (domain.md 4.4; in-kind and cash apart, 4.3)."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from exports.edition import Edition
from exports.outline import Block, BulletList, Document, Paragraph
from exports.outline.framing import framed
from exports.report.context import Context
from exports.report.outline import report_context
from exports.statement import brought, reply, work
from workbook.measures.exchange import exchanges
from workbook.measures.statements import statement_of
from workbook.records import Contact, Partner
from workbook.wording import source

DAYS_TO_ANSWER = 14
"""How long a partner has to look into its own records before the statement counts as right."""


class NoSuchPartner(KeyError):  # noqa: N818 - a wish that cannot be met
    """A partner was asked for that this state of the workbook does not hold."""

    def __str__(self) -> str:
        return "This partner is not in this state of the workbook."


def statement_document(edition: Edition, partner_id: str | None) -> Document:
    """Build the outline."""
    context = report_context(edition, None, None)
    partners = _meant(context, partner_id)
    plan = edition.book.plan
    title = context.showing.say("Statements for the partners")
    if partner_id is not None:
        title = context.showing.say("Statement for {partner}", partner=partners[0].name)
    whole = f"{title}: {plan.title}" if plan.title else title
    reference = partners[0].code if partner_id is not None else ""
    return framed(context.showing, whole, title, _blocks(context, partners), reference=reference)


def _meant(context: Context, partner_id: str | None) -> tuple[Partner, ...]:
    """Return the partner asked for, or all that have not withdrawn, in the order of their codes."""
    if partner_id is None:
        alive = (partner for partner in context.book.all(Partner) if partner.status != "withdrawn")
        return tuple(sorted(alive, key=lambda partner: (partner.code, partner.name)))
    partner = context.book.one(Partner, partner_id)
    if partner is None:
        raise NoSuchPartner(partner_id)
    return (partner,)


def _blocks(context: Context, partners: tuple[Partner, ...]) -> Iterator[Block]:
    if not partners:
        yield context.showing.paragraph("This plan names no partner yet, so there is nothing to state.")
    missing = {one.partner.id: one.missing for one in exchanges(context.book)}
    for number, partner in enumerate(partners):
        yield from _letter(context, partner, missing.get(partner.id, ()), new_page=number > 0)


def _letter(context: Context, partner: Partner, missing: tuple[str, ...], *, new_page: bool) -> Iterator[Block]:
    showing = context.showing
    yield replace(showing.heading(1, "Statement for {partner}", partner=partner.name), new_page=new_page)
    yield Paragraph(_address(context, partner))
    until = context.as_of + datetime.timedelta(days=DAYS_TO_ANSWER)
    yield showing.paragraph(
        "From {sender}, {date}. About: {plan}.",
        "small",
        sender=context.book.plan.municipality or showing.say("the office that keeps the plan"),
        date=showing.as_of,
        plan=context.book.plan.title or showing.say("Untitled partnership"),
    )
    yield showing.paragraph(
        "This letter says what the plan of the partnership holds about you: what you bring, what has arrived, what is "
        "still due, and what you do. Please compare it with your own records, and confirm or correct it on the page of "
        "your reply by {date}, in {days} days.",
        "lead",
        date=context.day(until),
        days=DAYS_TO_ANSWER,
    )
    statement = statement_of(context.book, partner.id, context.as_of)
    yield from brought.given(context, statement)
    yield from brought.received(context, statement)
    yield from work.responsibilities(context, partner)
    yield from work.meetings(context, partner)
    yield from _unknown(context, missing)
    yield from reply.section(context, partner, until)


def _address(context: Context, partner: Partner) -> str:
    """Return name and address of the partner; the person to whom it goes only where people may be named."""
    lines = [partner.legal_name or partner.name]
    if context.showing.edition.personal:
        found = context.book.where(Contact, partner=partner.id, is_main=True)
        if found:
            lines.append(context.showing.say("For the attention of {person}", person=found[0].name))
    lines += [line for line in partner.address.split("\n") if line.strip()]
    return "\n".join(lines)


_TOLD = {
    "nothing is said about what it brings": source("What you bring."),
    "nothing of it is committed yet": source(
        "Which of your contributions you commit yourself to, in a signed agreement."
    ),
    "some of it has no value yet": source("What some of your contributions are worth."),
    "some of it is neither cash nor in kind": source("Whether some of your contributions are cash or in kind."),
    "its own objective is not known": source("What you want for yourself from this partnership."),
    "what it expects to gain is not known": source("What you expect to gain from it."),
    "it has no role": source("Which role you have in it."),
}
"""What is missing about a partner, as it is asked in a letter."""


def _unknown(context: Context, missing: tuple[str, ...]) -> Iterator[Block]:
    if missing:
        yield context.showing.heading(2, "What we do not know yet")
        yield context.showing.paragraph("Please tell us:")
        yield BulletList(tuple(context.showing.say(_TOLD[one]) for one in missing))
