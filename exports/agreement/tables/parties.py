"""The parties: who they are, who speaks for them and what they hope for."""

from exports.agreement.context import Blocks, Context
from exports.outline import Heading, Paragraph
from exports.outline.showing import NOTHING
from exports.outline.tables import Column
from workbook.records import Contact


def parties(context: Context) -> Blocks:
    """Who the parties are, as registers know them."""
    columns = (
        Column("Code", 0.6),
        Column("Legal name", 2.4, strong=True),
        Column("Called here", 1.3),
        Column("Legal form", 1.4),
        Column("Registration", 1.4),
        Column("Address", 1.9),
    )
    return context.showing.listing(
        columns,
        (
            (
                partner.code,
                partner.legal_name or partner.name,
                context.showing.name(partner),
                partner.legal_form or "–",
                partner.registration or "–",
                partner.address or "–",
            )
            for partner in context.parties
        ),
    )


def representatives(context: Context) -> Blocks:
    """Who speaks and signs for each party."""
    columns = (
        Column("Party", 1.6, strong=True),
        Column("Signs for it", 1.6),
        Column("Authority to sign", 1.8),
        Column("Contact officer", 1.6),
        Column("Approved by its own body", 1.6),
    )
    showing = context.showing
    if not context.parties:
        return [Paragraph(context.showing.say(NOTHING), "small")]
    rows = [
        (
            showing.name(partner),
            _who(context, context.signatory(partner.id)),
            _field(context, context.signatory(partner.id), "authority"),
            _who(context, context.officer(partner.id)),
            " ".join(showing.fields(partner, "approval", "approval_date")).strip() or "–",
        )
        for partner in context.parties
    ]
    found = list(context.showing.listing(columns, rows))
    if not context.showing.edition.personal:
        found.append(
            context.showing.note(
                "Names of persons are left out of this copy; they are filled in by hand or on request."
            )
        )
    return found


def _who(context: Context, contact: Contact | None) -> str:
    if contact is None:
        return context.showing.say("not yet named")
    shown = [part for part in context.showing.fields(contact, "name", "position") if part]
    return context.showing.listed(shown) or context.showing.say("named in the plan")


def _field(context: Context, contact: Contact | None, name: str) -> str:
    return "–" if contact is None else context.showing.field(contact, name) or "–"


def partner_objectives(context: Context) -> Blocks:
    """What each party wants and hopes for, which is very often missing (domain.md 2.4)."""
    columns = (
        Column("Party", 1.5, strong=True),
        Column("What it wants for itself", 2.5),
        Column("What it hopes to gain", 2.5),
    )
    rows = [
        (
            context.showing.name(partner),
            partner.own_objective or context.showing.say("not yet in the plan"),
            partner.expected_benefit or context.showing.say("not yet in the plan"),
        )
        for partner in context.parties
    ]
    return [Heading(2, context.showing.say("What each party hopes to gain")), *context.showing.listing(columns, rows)]
