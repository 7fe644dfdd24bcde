"""The entry of the partnership in a register of partnerships, on one page, and its partners (domain.md 2.1)."""

from collections.abc import Iterator

from exports.outline import Block, Row
from exports.outline.tables import Column
from exports.outline.text import TICK_BOX
from exports.report.context import Context
from workbook.measures.checklist import dates_of, governing_document
from workbook.measures.partners import active_partners
from workbook.measures.resources import ledger
from workbook.records import Agreement, Contact, Partner
from workbook.wording import source


def section(context: Context) -> Iterator[Block]:
    """The entry as names and values; then the partners."""
    columns = (Column("Entry", 1.5, strong=True), Column("What the plan says", 5))
    entries = (*_what(context), *_money(context), *_paper(context), *_office(context))
    rows = tuple(Row((context.showing.say(name), value or context.showing.say("not said"))) for name, value in entries)
    yield from context.showing.table_of(columns, rows)
    yield context.showing.note(
        "Money committed: committed and delivered lines of the ledger, cash and in kind apart, each currency for "
        "itself. Rows: {rows}.",
        rows=context.rows(ledger(context.book).committed.rows),
    )
    yield context.showing.heading(2, "Partners")
    yield from _partners(context)


_Entry = tuple[str, str]


def _what(context: Context) -> Iterator[_Entry]:
    plan, showing = context.book.plan, context.showing
    yield source("Name"), " ".join(part for part in (plan.code, plan.title) if part)
    yield source("Purpose"), plan.purpose
    yield source("Area"), plan.area
    yield source("Lead partner"), _with_role(context, "lead")
    yield source("Accountable body"), _with_role(context, "accountable_body")
    alive = [one for one in context.book.all(Partner) if one.status != "withdrawn"]
    active = len(active_partners(context.book))
    said = showing.say("{count}, of which {active} are active", count=len(alive), active=active) if alive else ""
    yield source("Number of partners"), said
    yield source("Start"), context.day(plan.start, "")
    yield source("End"), context.day(plan.end, "")
    yield source("Stage"), showing.field(plan, "stage")
    levels = (source("high"), source("medium"), source("low"))
    yield source("Significance, to be ticked"), "   ".join(f"{TICK_BOX} {showing.say(level)}" for level in levels)


def _with_role(context: Context, role: str) -> str:
    found = [one for one in context.book.all(Partner) if role in one.roles and one.status != "withdrawn"]
    return context.showing.listed(one.legal_name or one.name for one in found)


def _money(context: Context) -> Iterator[_Entry]:
    committed, showing = ledger(context.book).committed, context.showing
    nothing = showing.say("no data")
    yield source("Money committed, cash"), showing.sums(dict(committed.cash), nothing)
    yield source("Money committed, in kind"), showing.sums(dict(committed.in_kind), nothing)
    if committed.unsorted:
        yield source("Money committed, not said which"), showing.sums(dict(committed.unsorted))
    if committed.non_valued:
        yield (
            source("Committed, never valued"),
            showing.say_count("one line", "{count} lines", committed.non_valued, count=committed.non_valued),
        )


def _paper(context: Context) -> Iterator[_Entry]:
    showing, document = context.showing, governing_document(context.book, context.as_of)
    if document is None:
        yield source("Governing document"), showing.say("There is none.")
        return
    current = dates_of(context.book, document)
    version = showing.say("version {version}", version=document.version) if document.version else ""
    level, status = showing.fields(document, "level", "status")
    named = f"{document.code} {document.title}".strip()
    yield source("Governing document"), showing.listed(part for part in (named, level, version, status.lower()) if part)
    amendments = context.book.where(Agreement, parent=document.id, level="amendment")
    if amendments:
        yield (
            source("Amendments"),
            showing.listed(f"{one.code} {one.title} ({showing.field(one, 'status').lower()})" for one in amendments),
        )
    yield source("In force from"), context.day(current.effective or document.effective, "")
    yield source("Signed on"), context.day(document.signed, "")
    yield source("Document ends on"), context.day(current.expiry, "")
    yield source("To be reviewed on"), context.day(current.review, "")
    binding = source("yes") if document.binding else source("no, it records intentions")
    yield source("Legally binding"), showing.say(binding)


def _office(context: Context) -> Iterator[_Entry]:
    plan = context.book.plan
    office = ", ".join(part for part in (plan.department, plan.municipality) if part)
    officer = context.book.one(Contact, plan.lead_officer)
    if officer is not None and context.showing.edition.personal:
        office = ", ".join(part for part in (officer.name, officer.position, office) if part)
    yield source("Contact office"), office


def _partners(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Partner", 3, strong=True),
        Column("Sector", 1.7),
        Column("Roles", 2.6),
        Column("Status", 1),
    )
    rows = tuple(
        Row(
            (
                one.code,
                one.name,
                context.showing.field(one, "sector") or "–",
                context.showing.field(one, "roles") or "–",
                context.showing.field(one, "status") or context.showing.say("not said"),
            )
        )
        for one in context.book.all(Partner)
    )
    yield from context.showing.table_of(columns, rows)
