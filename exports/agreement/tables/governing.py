"""The bodies that govern the partnership."""

from exports.agreement.context import Blocks, Context
from exports.outline.tables import Column
from workbook.records import GovernanceBody, Member, Partner


def bodies(context: Context) -> Blocks:
    """Who decides what, and how."""
    columns = (
        Column("Body", 1.6, strong=True),
        Column("May decide", 2.4),
        Column("Chaired by", 1.3),
        Column("Meets", 1),
        Column("Decides by", 1.2),
        Column("Members", 2),
    )
    showing = context.showing
    if not context.book.count("governance_bodies") and context.agreement.level != "amendment":
        return ()  # the clause above has a blank for each of them
    rows = (
        (
            one.name,
            one.mandate or "–",
            showing.partner(one.chair) or "–",
            showing.field(one, "frequency") or "–",
            showing.field(one, "decision_rule") or "–",
            context.showing.listed(_seat(context, member) for member in _members(context, one)) or "–",
        )
        for one in context.book.all(GovernanceBody)
    )
    return context.showing.listing(columns, rows)


def _members(context: Context, body: GovernanceBody) -> list[Member]:
    """Return the members in the order of the partners; ids of seats say nothing about an order."""
    order = {partner.id: place for place, partner in enumerate(context.book.all(Partner))}
    return sorted(context.book.where(Member, body=body.id), key=lambda one: order.get(one.partner or "", len(order)))


def _seat(context: Context, member: Member) -> str:
    seat = "" if member.seat in (None, "voting") else f" ({context.showing.field(member, 'seat').lower()})"
    return context.showing.partner(member.partner) + seat
