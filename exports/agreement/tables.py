"""The tables of an agreement, each made from the plan. The names are those of the clause library."""

import datetime
from collections.abc import Callable, Iterable

from exports.agreement.context import Context
from exports.agreement.contributions import cash_table, in_kind_table
from exports.outline import Block, Heading, Note, Paragraph, Party, SignatureBlock
from exports.outline.showing import NOTHING, listing
from exports.outline.tables import Column
from workbook.agreements import annex_letters
from workbook.records import (
    Activity,
    Agreement,
    CapacityAction,
    Contact,
    GovernanceBody,
    Indicator,
    Member,
    Objective,
    Partner,
    Responsibility,
    Risk,
    Signature,
)

Blocks = Iterable[Block]


def clause_table(name: str, context: Context) -> Blocks:
    """Return the table that follows a clause's wording."""
    return _TABLES[name](context)


def annex_table(name: str, context: Context) -> Blocks:
    """Return the table that stands in an annex."""
    return _TABLES[name](context)


def _parties(context: Context) -> Blocks:
    columns = (
        Column("Code", 0.6),
        Column("Legal name", 2.4, strong=True),
        Column("Called here", 1.3),
        Column("Legal form", 1.4),
        Column("Registration", 1.4),
        Column("Address", 1.9),
    )
    return listing(
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


def _representatives(context: Context) -> Blocks:
    columns = (
        Column("Party", 1.6, strong=True),
        Column("Signs for it", 1.6),
        Column("Authority to sign", 1.8),
        Column("Contact officer", 1.6),
        Column("Approved by its own body", 1.6),
    )
    showing = context.showing
    if not context.parties:
        return [Paragraph(NOTHING, "small")]
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
    found = list(listing(columns, rows))
    if not context.showing.edition.personal:
        found.append(Note("Names of persons are left out of this copy; they are filled in by hand or on request."))
    return found


def _who(context: Context, contact: Contact | None) -> str:
    if contact is None:
        return "not yet named"
    shown = [part for part in context.showing.fields(contact, "name", "position") if part]
    return ", ".join(shown) or "named in the plan"


def _field(context: Context, contact: Contact | None, name: str) -> str:
    return "–" if contact is None else context.showing.field(contact, name) or "–"


def _objectives(context: Context) -> Blocks:
    columns = (
        Column("Code", 0.6),
        Column("Objective", 4, strong=True),
        Column("Led by", 1.5),
        Column("To be reached by", 1.2),
    )
    shared = [objective for objective in context.book.all(Objective) if objective.type != "own"]
    return listing(
        columns,
        (
            (one.code, one.statement, context.showing.partner(one.lead) or "–", _date(context, one, "target_date"))
            for one in shared
            if one.status != "dropped"
        ),
    )


def _date(context: Context, record: Objective | Activity | CapacityAction | Indicator, name: str) -> str:
    return context.showing.field(record, name) or "–"


def _partner_objectives(context: Context) -> Blocks:
    columns = (
        Column("Party", 1.5, strong=True),
        Column("What it wants for itself", 2.5),
        Column("What it hopes to gain", 2.5),
    )
    rows = [
        (
            context.showing.name(partner),
            partner.own_objective or "not yet in the plan",
            partner.expected_benefit or "not yet in the plan",
        )
        for partner in context.parties
    ]
    return [Heading(2, "What each party hopes to gain"), *listing(columns, rows)]


def _work_plan(context: Context) -> Blocks:
    columns = (
        Column("Code", 0.7),
        Column("Activity", 3.2),
        Column("Start", 1.1),
        Column("Due", 1.1),
        Column("Accountable", 1.5),
        Column("Result", 1.8),
    )
    activities = [one for one in context.book.all(Activity) if one.status != "cancelled"]
    activities.sort(key=lambda one: (one.start or one.end or datetime.date.max, one.code))
    rows = (
        (
            one.code,
            f"Milestone: {one.title}" if one.milestone else one.title,
            "–" if one.milestone else _date(context, one, "start"),
            _date(context, one, "end"),
            _in_role(context, one, "A") or "–",
            one.deliverable or "–",
        )
        for one in activities
    )
    return listing(columns, rows)


def _in_role(context: Context, activity: Activity, letter: str) -> str:
    cells = context.book.where(Responsibility, activity=activity.id)
    held = {cell.partner for cell in cells if letter in cell.letters}
    return ", ".join(context.showing.name(one) for one in context.book.all(Partner) if one.id in held)


def _roles(context: Context) -> Blocks:
    """Names rather than a grid of letters: it stays readable with any number of parties, and read aloud."""
    columns = (
        Column("Activity", 2.8),
        Column("Accountable", 1.5, strong=True),
        Column("Responsible", 1.8),
        Column("Consulted", 1.5),
        Column("Informed", 1.5),
    )
    activities = [one for one in context.book.all(Activity) if one.status != "cancelled"]
    rows = [
        (f"{one.code} {one.title}".strip(), *(_in_role(context, one, letter) or "–" for letter in "ARCI"))
        for one in activities
        if context.book.count_where(Responsibility, activity=one.id)
    ]
    if not rows:
        return listing(columns, rows)
    return [
        *listing(columns, rows),
        Note(
            "Accountable: the one party that answers for the result. Responsible: does the work. Consulted: is asked "
            "before something is decided. Informed: is told afterwards."
        ),
    ]


def _capacity(context: Context) -> Blocks:
    columns = (
        Column("Code", 0.6),
        Column("Action", 2.5),
        Column("Kind", 1.2),
        Column("For whom", 1.7),
        Column("People", 0.8, "end"),
        Column("Until", 1.1),
        Column("Led by", 1.3),
    )
    rows = (
        (
            one.code,
            one.title,
            context.showing.field(one, "type"),
            one.target_group or "–",
            context.showing.field(one, "planned_people") or "–",
            _date(context, one, "end"),
            context.showing.partner(one.lead) or "–",
        )
        for one in context.book.all(CapacityAction)
        if one.status != "cancelled"
    )
    return listing(columns, rows)


def _bodies(context: Context) -> Blocks:
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
            ", ".join(_seat(context, member) for member in _members(context, one)) or "–",
        )
        for one in context.book.all(GovernanceBody)
    )
    return listing(columns, rows)


def _members(context: Context, body: GovernanceBody) -> list[Member]:
    """Return the members in the order of the partners; ids of seats say nothing about an order."""
    order = {partner.id: place for place, partner in enumerate(context.book.all(Partner))}
    return sorted(context.book.where(Member, body=body.id), key=lambda one: order.get(one.partner or "", len(order)))


def _seat(context: Context, member: Member) -> str:
    seat = "" if member.seat in (None, "voting") else f" ({context.showing.field(member, 'seat').lower()})"
    return context.showing.partner(member.partner) + seat


def _indicators(context: Context) -> Blocks:
    columns = (
        Column("Code", 0.6),
        Column("Indicator", 2.6),
        Column("Unit", 0.9),
        Column("Baseline", 0.9, "end"),
        Column("Target", 0.9, "end"),
        Column("By", 1.1),
        Column("Measured", 1),
        Column("Responsible", 1.3),
    )
    showing = context.showing
    rows = (
        (
            one.code,
            one.title,
            one.unit or "–",
            showing.field(one, "baseline") or "no data",
            showing.field(one, "target") or "not set",
            _date(context, one, "target_date"),
            showing.field(one, "frequency") or "–",
            showing.partner(one.responsible) or "–",
        )
        for one in context.book.all(Indicator)
    )
    return listing(columns, rows)


def _risks(context: Context) -> Blocks:
    columns = (
        Column("Code", 0.6),
        Column("Risk", 2.4),
        Column("Likelihood", 0.9, "center"),
        Column("Impact", 0.8, "center"),
        Column("Response", 3),
        Column("Looked after by", 1.3),
    )
    rows = [
        (
            one.code,
            one.title,
            context.showing.field(one, "likelihood") or "–",
            context.showing.field(one, "impact") or "–",
            one.response or "–",
            context.showing.person(one.owner) or "–",
        )
        for one in context.book.all(Risk)
        if one.status != "closed"
    ]
    note = (Note("Likelihood and impact: from 1 (hardly) to 5."),) if rows else ()
    return [*listing(columns, rows), *note]


def _annexes(context: Context) -> Blocks:
    letters = annex_letters(context.annexes)
    columns = (Column("Annex", 1, strong=True), Column("What it holds", 5))
    return listing(columns, ((letters[f"annex_{annex.key}"], annex.title) for annex in context.annexes))


def _versions(context: Context) -> Blocks:
    columns = (
        Column("Reference", 0.9),
        Column("Document", 2.6),
        Column("Version", 0.8),
        Column("Signed on", 1.1),
        Column("In force from", 1.1),
        Column("Status", 1.1),
    )
    agreement, book = context.agreement, context.book
    root = book.one(Agreement, agreement.parent) or agreement
    family = [root, *book.where(Agreement, parent=root.id)]
    if agreement not in family:
        family.append(agreement)
    rows = (
        (one.code, one.title, *(context.showing.field(one, name) or "–" for name in _VERSION_FIELDS)) for one in family
    )
    return listing(columns, rows)


_VERSION_FIELDS = ("version", "signed", "effective", "status")


def _signatures(context: Context) -> Blocks:
    if not context.parties:
        return [Paragraph("No parties are named yet.", "small")]
    return [SignatureBlock(tuple(_party(context, partner) for partner in context.parties))]


def _party(context: Context, partner: Partner) -> Party:
    found = context.book.where(Signature, agreement=context.agreement.id, partner=partner.id)
    signature = found[0] if found and found[0].signed else None
    signatory = context.book.one(Contact, signature.contact) if signature else None
    signatory = signatory or context.signatory(partner.id)
    showing = context.showing
    named = "" if signatory is None else showing.field(signatory, "name")
    return Party(
        organisation=partner.legal_name or partner.name,
        capacity=f"called “{partner.short_name}” here" if partner.short_name else "",
        name=named,
        position="" if signatory is None else showing.field(signatory, "position"),
        authority="" if signatory is None else showing.field(signatory, "authority"),
        place=signature.place if signature else context.agreement.place,
        date=showing.field(signature, "date") if signature else "",
        signed=(showing.field(signature, "method") or "Signed") if signature else "",
        witness=showing.field(signature, "witness") if signature else "",
    )


_TABLES: dict[str, Callable[[Context], Blocks]] = {
    "parties": _parties,
    "representatives": _representatives,
    "objectives": _objectives,
    "partner_objectives": _partner_objectives,
    "work_plan": _work_plan,
    "roles": _roles,
    "cash": cash_table,
    "in_kind": in_kind_table,
    "capacity": _capacity,
    "bodies": _bodies,
    "indicators": _indicators,
    "risks": _risks,
    "annexes": _annexes,
    "signatures": _signatures,
    "versions": _versions,
}
