"""Checks R1 to R6: dedicated resources (domain: 10.2; pledge to delivery 4.4, valuation 4.3, matching 4.6)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from workbook.book import Book
from workbook.checks.base import (
    NOT_APPLICABLE,
    NOTHING_YET,
    YES,
    Context,
    Each,
    Hit,
    Path,
    Rule,
    Tally,
    hit,
    listed,
    needs,
    needs_where,
    plan_hit,
    shown,
)
from workbook.measures.agreements import has_signed
from workbook.measures.figure import percent
from workbook.measures.lines import (
    ARRIVED_STATUSES,
    COMMITTED_STATUSES,
    LEFT_STATUSES,
    contribution_type,
    delivered_value_of,
    state_of,
    value_of,
)
from workbook.measures.needs import coverage_of
from workbook.records import Activity, Agreement, Resource, Signature
from workbook.vocabularies import UNITS
from workbook.wording import Sentence

SIGNED_STATUSES = ("in_force", "expired")


def has_committed(book: Book) -> str:
    """A rule about committed lines has something to look at once there is one."""
    found = any(book.count_where(Resource, status=status) for status in COMMITTED_STATUSES)
    return YES if found else NOTHING_YET


def _gap(ctx: Context, need: Resource) -> Iterator[Hit]:
    if need.kind != "need" or need.status in LEFT_STATUSES:
        return
    coverage = coverage_of(ctx.book, need)
    covered = percent(coverage.offered + coverage.committed, coverage.required)
    if covered is None or covered >= ctx.limits["R1_cover"]:
        return
    if not coverage.unit:
        yield hit(need, "covers", "Nobody has offered {need}.", need=ctx.name(need))
        return
    unit = Sentence(UNITS.title(coverage.unit)) if coverage.unit in UNITS else coverage.unit
    text = "{need} is covered to {percent} %; missing: {gap} of {required} ({unit})."
    share, gap, required = shown(covered), coverage.gap, coverage.required
    yield hit(need, "covers", text, need=ctx.name(need), percent=share, gap=gap, required=required, unit=unit)


def _needs_touched(book: Book, line: Resource) -> Iterable[str | None]:
    """Return the needs whose coverage a line bears on: the one it names, and those of its category and activity."""
    if line.category is None or line.activity is None or not book.count_where(Resource, kind="need"):
        return (line.covers,)
    alike = book.where(Resource, kind="need", category=line.category, activity=line.activity)
    return (line.covers, *(need.id for need in alike))


def _rivals_touched(book: Book, line: Resource) -> Iterable[str | None]:
    """Return the needs of the same category and activity as the need that a line names: they share unlinked lines."""
    need = book.one(Resource, line.covers)
    return () if need is None else _needs_touched(book, need)


def _incomplete_commitment(ctx: Context, line: Resource) -> Iterator[Hit]:
    """R2: who, what kind, how much, worth what, on what basis, when."""
    if line.kind != "commitment" or line.status in LEFT_STATUSES:
        return
    missing = _missing(line)
    if missing:
        text = "{line} does not say {missing}."
        yield hit(line, next(iter(missing)), text, line=ctx.name(line), missing=listed(missing.values()))


def _missing(line: Resource) -> dict[str, str]:
    type_ = contribution_type(line)
    blank = {
        "provider": line.provider is None and Sentence("who brings it"),
        "type": type_ is None and Sentence("whether it is cash or in kind"),
        "quantity": type_ == "in_kind" and line.quantity is None and line.unit != "lump" and Sentence("how much of it"),
        "value": type_ != "non_valued" and value_of(line) is None and Sentence("what it is worth"),
        "basis": type_ == "in_kind" and line.basis is None and Sentence("on what basis it is valued"),
        "due": line.due is None and line.available_from is None and Sentence("when it comes"),
    }
    return {name: word for name, word in blank.items() if word}


def _unsigned(ctx: Context, line: Resource) -> Iterator[Hit]:
    """R3: a line that is called committed needs its provider's signature under an agreement."""
    if line.kind == "need" or state_of(line) != "committed" or line.provider is None:
        return
    book = ctx.book
    if line.agreement is not None:
        agreement = book.one(Agreement, line.agreement)
        if agreement is not None and _signed(book, agreement, line.provider):
            return
        text = "{line} counts as committed, and {provider} has not signed {agreement}."
        named = ctx.code("agreements", line.agreement)
    else:
        if any(_signed(book, agreement, line.provider) for agreement in _agreements_of(book, line.provider)):
            return
        text, named = "{line} counts as committed, and {provider} has signed no agreement.", ""
    provider = ctx.code("partners", line.provider)
    yield hit(line, "agreement", text, line=ctx.name(line), provider=provider, agreement=named)


def _signed(book: Book, agreement: Agreement, partner_id: str) -> bool:
    if agreement.status in ("terminated", "superseded"):
        return False
    party = partner_id in agreement.parties and agreement.status in SIGNED_STATUSES
    return has_signed(book, agreement, partner_id) or (party and not _has_signature(book, agreement, partner_id))


def _has_signature(book: Book, agreement: Agreement, partner_id: str) -> bool:
    return book.count_where(Signature, agreement=agreement.id, partner=partner_id) > 0


def _agreements_of(book: Book, partner_id: str) -> Iterable[Agreement]:
    yield from book.where(Agreement, parties=partner_id)
    for signature in book.where(Signature, partner=partner_id):
        agreement = book.one(Agreement, signature.agreement)
        if agreement is not None:
            yield agreement


def _lines_of_parties(book: Book, agreement: Agreement) -> Iterable[str | None]:
    signers = [signature.partner for signature in book.where(Signature, agreement=agreement.id)]
    for partner_id in {*agreement.parties, *signers}:
        yield from (line.id for line in book.where(Resource, provider=partner_id))
    yield from (line.id for line in book.where(Resource, agreement=agreement.id))


def _lines_of_signer(book: Book, signature: Signature) -> Iterable[str | None]:
    return [line.id for line in book.where(Resource, provider=signature.partner)]


Sums = Mapping[tuple[str, ...], Decimal]


def _committed(_: Book, line: Resource) -> Iterator[tuple[tuple[str, ...], Decimal]]:
    value = value_of(line)
    if line.kind != "need" and state_of(line) == "committed" and value is not None:
        yield (value.currency, "all"), value.amount
        if contribution_type(line) == "cash":
            yield (value.currency, "cash"), value.amount
        if line.provider is not None:
            yield (value.currency, "provider", line.provider), value.amount


def _balance(ctx: Context, sums: Sums) -> Iterator[Hit]:
    """R4: cash against in-kind, and how much hangs on one provider; each currency for itself."""
    for currency in sorted(key[0] for key in sums if key[1:] == ("all",)):
        total = sums[(currency, "all")]
        cash = percent(sums.get((currency, "cash"), Decimal(0)), total)
        if cash is not None and cash < ctx.limits["R4_cash"]:
            text = "Only {share} % of what is committed in {currency} is cash; the rest is in kind."
            yield plan_hit("type", text, share=shown(cash), currency=currency)
        yield from _dominant(ctx, sums, currency, total)


def _dominant(ctx: Context, sums: Sums, currency: str, total: Decimal) -> Iterator[Hit]:
    for key in sorted(key for key in sums if key[:2] == (currency, "provider")):
        share = percent(sums[key], total)
        if share is not None and share > ctx.limits["R4_provider"]:
            text = "{provider} brings {share} % of what is committed in {currency}."
            provider = ctx.code("partners", key[2])
            yield plan_hit("provider", text, provider=provider, share=shown(share), currency=currency)


def _unresourced(ctx: Context, activity: Activity) -> Iterator[Hit]:
    """R5: a line on the activity itself, on what it is part of, or on one of its parts."""
    if activity.status == "cancelled" or activity.milestone or activity.no_resource_needed:
        return
    if _has_lines(ctx.book, activity.id) or (activity.parent and _has_lines(ctx.book, activity.parent)):
        return
    if not any(_has_lines(ctx.book, part.id) for part in ctx.book.where(Activity, parent=activity.id)):
        text = "{activity} has no resource line and is not marked as needing none."
        yield hit(activity, "no_resource_needed", text, activity=ctx.name(activity))


def _has_lines(book: Book, activity_id: str) -> bool:
    return any(line.status not in LEFT_STATUSES for line in book.where(Resource, activity=activity_id))


def _family(book: Book, activity_id: str | None) -> Iterable[str | None]:
    activity = book.one(Activity, activity_id)
    parent = None if activity is None else activity.parent
    return (activity_id, parent, *(part.id for part in book.where(Activity, parent=activity_id)))


def _undelivered(ctx: Context, line: Resource) -> Iterator[Hit]:
    """R6: delivered by the due date, and valued in-kind contributions with evidence."""
    if line.kind == "need" or state_of(line) != "committed":
        return
    share = _delivered_percent(line)
    if line.due is not None and line.due < ctx.as_of and share is not None and share < ctx.limits["R6_delivered"]:
        text = "{line} was due on {due}, and {share} % has been delivered."
        yield hit(line, "delivered_value", text, line=ctx.name(line), due=line.due, share=shown(share))
    arrived = line.status in ARRIVED_STATUSES or bool(share)
    if contribution_type(line) == "in_kind" and arrived and not line.evidence.strip():
        text = "{line} was delivered in kind, and no evidence is named."
        yield hit(line, "evidence", text, line=ctx.name(line))


def _delivered_percent(line: Resource) -> Decimal | None:
    """Return how much of a line has arrived; a line of which nothing is recorded has delivered nothing so far."""
    if line.status in ARRIVED_STATUSES and line.delivered_value is None and line.delivered_quantity is None:
        return Decimal(100)
    value, arrived = value_of(line), delivered_value_of(line)
    if value is not None and arrived is not None and value.currency == arrived.currency:
        return percent(arrived.amount, value.amount)
    if line.quantity and line.delivered_quantity is not None:
        return percent(line.delivered_quantity, line.quantity)
    return None if line.status == "part_delivered" else Decimal(0)


RULES = (
    Rule(
        "R1",
        "Every need is covered",
        "error",
        "resources",
        ("Q1", "Q2"),
        "Work that counts on what nobody has offered will stop there.",
        "Link an offer to the need, ask a partner or look for another one, or make the activity smaller.",
        needs_where(Resource, kind="need"),
        (
            Each(
                Resource,
                _gap,
                (
                    Path("resources", _needs_touched, indexes=((Resource, ("kind",)),)),
                    Path("resources", _rivals_touched),
                ),
            ),
        ),
        ("R1_cover",),
    ),
    Rule(
        "R2",
        "Commitments say who, how much, on what basis and when",
        "warning",
        "resources",
        ("Q1", "Q2"),
        "A promise that nobody can measure cannot be kept, and funders will not count it.",
        "Fill in what is missing, or call it an offer.",
        needs_where(Resource, kind="commitment"),
        (Each(Resource, _incomplete_commitment),),
    ),
    Rule(
        "R3",
        "Committed means signed",
        "warning",
        "resources",
        ("Q1", "Q2", "Q3"),
        "Aid practice keeps pledges and commitments apart: a commitment is a firm, written obligation.",
        "Set the line to pledged until the partner has signed, or name the agreement that covers it.",
        has_committed,
        (
            Each(
                Resource,
                _unsigned,
                (
                    Path(
                        "agreements", _lines_of_parties, frozenset({"status", "parties"}), ((Resource, ("agreement",)),)
                    ),
                    Path("signatures", _lines_of_signer, frozenset(), ((Resource, ("provider",)),)),
                ),
            ),
        ),
    ),
    Rule(
        "R4",
        "Cash and in-kind are in balance, and no provider outweighs the rest",
        "information",
        "resources",
        ("Q2",),
        "Some costs can only be paid in cash, and a plan that hangs on one provider falls with it.",
        "Look for a second source of cash or for another provider.",
        lambda book: NOT_APPLICABLE if has_committed(book) == NOTHING_YET else YES,
        (Tally(Resource, _committed, _balance),),
        ("R4_cash", "R4_provider"),
    ),
    Rule(
        "R5",
        "Every activity has resources",
        "warning",
        "resources",
        ("Q1", "Q2"),
        "Resources that are not dedicated to a piece of work are spent on another.",
        "Add what the activity needs or uses, or mark it as needing none.",
        needs(Activity),
        (
            Each(
                Activity,
                _unresourced,
                (
                    Path("resources", lambda book, line: _family(book, line.activity) if line.activity else ()),
                    Path(
                        "activities",
                        lambda _, activity: (activity.parent,),
                        frozenset({"parent"}),
                        ((Activity, ("parent",)),),
                    ),
                ),
            ),
        ),
    ),
    Rule(
        "R6",
        "What was promised arrives, with evidence",
        "warning",
        "resources",
        ("Q2",),
        "Late contributions that nobody mentions cost trust; auditors do not accept in-kind value without evidence.",
        "Record what has arrived and where the evidence is kept, or agree on a new date or a replacement.",
        has_committed,
        (Each(Resource, _undelivered),),
        ("R6_delivered",),
    ),
)
