"""The end of the document: annexes, versions, signatures."""

from exports.agreement.context import Blocks, Context
from exports.outline import Paragraph, Party, SignatureBlock
from exports.outline.tables import Column
from workbook.agreements import annex_letters
from workbook.records import Agreement, Contact, Partner, Signature


def annexes(context: Context) -> Blocks:
    """Which annexes belong to the document."""
    showing = context.showing
    letters = annex_letters(context.annexes, showing.edition.formats)
    columns = (Column("Annex", 1, strong=True), Column("What it holds", 5))
    rows = ((letters[f"annex_{annex.key}"], showing.say(annex.title)) for annex in context.annexes)
    return showing.listing(columns, rows)


def versions(context: Context) -> Blocks:
    """The document's family: itself, its annexes and its amendments."""
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
    return context.showing.listing(columns, rows)


_VERSION_FIELDS = ("version", "signed", "effective", "status")


def signatures(context: Context) -> Blocks:
    """Room to sign, with what is known already."""
    if not context.parties:
        return [Paragraph(context.showing.say("No parties are named yet."), "small")]
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
        capacity=showing.say("called “{name}” here", name=partner.short_name) if partner.short_name else "",
        name=named,
        position="" if signatory is None else showing.field(signatory, "position"),
        authority="" if signatory is None else showing.field(signatory, "authority"),
        place=signature.place if signature else context.agreement.place,
        date=showing.field(signature, "date") if signature else "",
        signed=(showing.field(signature, "method") or showing.say("Signed")) if signature else "",
        witness=showing.field(signature, "witness") if signature else "",
    )
