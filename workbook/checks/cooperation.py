"""Checks C1 to C7: cooperation from all parties (domain: 10.2; seed: sectors, no passengers, mutual benefit)."""

from collections.abc import Iterator

from workbook.book import Book
from workbook.checks.base import (
    NOT_APPLICABLE,
    NOTHING_YET,
    PRESENCE,
    YES,
    Context,
    Each,
    Hit,
    Path,
    Rule,
    Whole,
    by,
    hit,
    listed,
    needs,
    needs_where,
    plan_hit,
    through,
)
from workbook.measures.coverage import letters_in
from workbook.measures.lines import LEFT_STATUSES
from workbook.measures.partners import ACTIVE_STATUSES, CREATIVE_SECTORS, INVOLVING_LETTERS, is_active
from workbook.measures.work import sectors_of
from workbook.records import (
    Activity,
    Contact,
    GovernanceBody,
    Member,
    Objective,
    Partner,
    Resource,
    Responsibility,
)
from workbook.vocabularies import SECTORS
from workbook.wording import Sentence


def count_active(book: Book, **values: object) -> int:
    """Count active partners through the book's indexes."""
    return sum(book.count_where(Partner, status=status, **values) for status in sorted(ACTIVE_STATUSES))


def has_active(book: Book) -> str:
    """A rule about active partners has something to look at once there is one."""
    return YES if count_active(book) else NOTHING_YET


def _sectors(ctx: Context) -> Iterator[Hit]:
    """C1: enough active partners, from enough sectors, with those that no creative partnership can do without."""
    book, limits = ctx.book, ctx.limits
    if not book.count("partners"):
        return
    active = count_active(book)
    present = [sector for sector in SECTORS.keys if count_active(book, sector=sector)]
    if active < limits["C1_partners"]:
        text = "Active partners (engaged or signed): {count}. At least {least} are needed."
        yield plan_hit("partners", text, count=active, least=limits.whole("C1_partners"))
    if len(present) < limits["C1_sectors"]:
        text = "Sectors of active partners: {sectors}. At least {least} are needed."
        names = listed(Sentence(SECTORS.title(sector)) for sector in present) or Sentence("none")
        yield plan_hit("sector", text, sectors=names, least=limits.whole("C1_sectors"))
    if "local_government" not in present:
        yield plan_hit("local_government", "No active partner is of local government.")
    if CREATIVE_SECTORS.isdisjoint(present):
        text = "No active partner is a cultural institution, a creative business or an artist."
        yield plan_hit("cultural_institution", text)


def takes_part(book: Book, partner: Partner) -> bool:
    """Say whether a partner does or brings anything: R, A or C in a live activity, or a line that still stands."""
    lines = book.count_where(Resource, provider=partner.id)
    lines -= sum(book.count_where(Resource, provider=partner.id, status=status) for status in sorted(LEFT_STATUSES))
    if lines > 0:
        return True
    cancelled = book.count_where(Activity, status="cancelled")
    cells = [book.count_where(Responsibility, partner=partner.id, letters=letter) for letter in INVOLVING_LETTERS]
    # A partner has one cell in an activity, so more cells than cancelled activities need no closer look.
    return max(cells) > cancelled or (
        any(cells) and any(letters_in(book, letter, partner.id) > 0 for letter in INVOLVING_LETTERS)
    )


def _passenger(ctx: Context, partner: Partner) -> Iterator[Hit]:
    if is_active(partner) and not takes_part(ctx.book, partner):
        text = "{partner} has no role (R, A or C) in any activity and brings no resource."
        yield hit(partner, "roles", text, partner=ctx.name(partner))


def _unserved_objective(ctx: Context, objective: Objective) -> Iterator[Hit]:
    if objective.type == "own" or objective.status == "dropped":
        return
    live = ctx.book.count_where(Activity, objective=objective.id)
    live -= ctx.book.count_where(Activity, objective=objective.id, status="cancelled")
    if not live:
        yield hit(objective, "statement", "No activity serves {objective}.", objective=ctx.name(objective))


def _aimless_activity(ctx: Context, activity: Activity) -> Iterator[Hit]:
    if activity.status == "cancelled" or activity.objective is not None:
        return
    parent = ctx.book.one(Activity, activity.parent)
    if parent is None or parent.objective is None:
        yield hit(activity, "objective", "{activity} serves no objective.", activity=ctx.name(activity))


def _one_sector(ctx: Context, activity: Activity) -> Iterator[Hit]:
    if not activity.cross_sector or activity.status == "cancelled":
        return
    sectors = sorted(sectors_of(ctx.book, activity))
    if len(sectors) < ctx.limits["C4_sectors"]:
        text = "{activity} is meant to cross sectors, and its partners (R, A or C) are of {sectors}."
        names = listed(Sentence(SECTORS.title(sector)) for sector in sectors) or Sentence("no sector")
        yield hit(activity, "cross_sector", text, activity=ctx.name(activity), sectors=names)


def _no_gain(ctx: Context, partner: Partner) -> Iterator[Hit]:
    if is_active(partner) and not (partner.own_objective.strip() or partner.expected_benefit.strip()):
        text = "What {partner} wants for itself is not written down."
        yield hit(partner, "own_objective", text, partner=ctx.name(partner))


def _no_main_contact(ctx: Context, partner: Partner) -> Iterator[Hit]:
    if is_active(partner) and not ctx.book.count_where(Contact, partner=partner.id, is_main=True):
        yield hit(partner, "contacts", "{partner} has no main contact.", partner=ctx.name(partner))


def _no_authority(ctx: Context, contact: Contact) -> Iterator[Hit]:
    if contact.is_signatory and not contact.authority.strip():
        partner = ctx.code("partners", contact.partner)
        text = "{contact} is to sign for {partner}, and nothing says by what authority."
        yield hit(contact, "authority", text, contact=contact.code or Sentence("A contact"), partner=partner)


def seats(book: Book) -> int:
    """Count all seats in governance bodies, those of the chairs among them."""
    chairs = book.count("governance_bodies") - book.count_where(GovernanceBody, chair=None)
    return book.count("members") + chairs


def _no_body(ctx: Context) -> Iterator[Hit]:
    if not count_active(ctx.book):
        return
    if not ctx.book.count("governance_bodies"):
        yield plan_hit("governance_bodies", "There is no governance body yet, so nobody is named to decide.")
    elif not seats(ctx.book) and not ctx.book.plan.bodies_not_needed.strip():
        yield plan_hit("members", "No partner has a seat in a governance body yet.")


def _incomplete_body(ctx: Context, body: GovernanceBody) -> Iterator[Hit]:
    words = {
        "chair": Sentence("chair"),
        "decision_rule": Sentence("rule for decisions"),
        "frequency": Sentence("rhythm of meetings"),
    }
    missing = [name for name in words if getattr(body, name) is None]
    if missing:
        text = "{body} has no {missing}."
        yield hit(body, missing[0], text, body=ctx.name(body), missing=listed(words[name] for name in missing))


def _no_seats(ctx: Context) -> Iterator[Hit]:
    """Look at all partners at once: whether a seat is missed depends on whether anybody has one."""
    book = ctx.book
    if not seats(book) or book.plan.bodies_not_needed.strip():
        return
    for partner in filter(is_active, book.all(Partner)):
        own = book.count_where(Member, partner=partner.id) + book.count_where(GovernanceBody, chair=partner.id)
        if not own:
            text = "{partner} has no seat in a governance body, and nothing says that it agreed to that."
            yield hit(partner, "members", text, partner=ctx.name(partner))


_CELL = by(Responsibility, "activity")
_CELLS_OF_PARTNER = through(Partner, Responsibility, "partner", "activity", "sector")
_PARTNERS_OF_ACTIVITY = through(Activity, Responsibility, "activity", "partner", "status")

RULES = (
    Rule(
        "C1",
        "Enough partners, from enough sectors",
        "error",
        "cooperation",
        ("Q1", "Q3", "Q5"),
        "A creative partnership joins culture with government and others; one side alone is a project of its own.",
        "Invite partners from the sectors that are missing, and set the status of those who have said yes.",
        needs(Partner),
        (Whole(_sectors, {"partners": ("status", "sector")}),),
        ("C1_partners", "C1_sectors"),
    ),
    Rule(
        "C2",
        "No passengers",
        "warning",
        "cooperation",
        ("Q1", "Q3", "Q5"),
        "Cooperation asks something of all parties; a partner that neither does nor brings anything will drift away.",
        "Give the partner a role in an activity, write down what it brings, or change its status.",
        has_active,
        (Each(Partner, _passenger, (by(Responsibility, "partner"), by(Resource, "provider"), _PARTNERS_OF_ACTIVITY)),),
    ),
    Rule(
        "C3",
        "Objectives and activities belong together",
        "error",
        "cooperation",
        ("Q1", "Q3"),
        "An objective without work is a wish, and work without an objective is somebody's habit.",
        "Link each activity to the objective it serves, or plan an activity for the objective.",
        needs(Objective, Activity),
        (
            Each(Objective, _unserved_objective, (by(Activity, "objective", "status"),)),
            Each(
                Activity,
                _aimless_activity,
                (
                    Path(
                        "activities",
                        lambda book, activity: [part.id for part in book.where(Activity, parent=activity.id)],
                        frozenset({"objective"}),
                        ((Activity, ("parent",)),),
                    ),
                ),
            ),
        ),
    ),
    Rule(
        "C4",
        "Activities meant to cross sectors do",
        "information",
        "cooperation",
        ("Q1", "Q5"),
        "New ideas come from people of different fields working on the same thing.",
        "Give a partner of another sector a part in the activity, or take the mark away.",
        needs_where(Activity, NOT_APPLICABLE, cross_sector=True),
        (Each(Activity, _one_sector, (_CELL, _CELLS_OF_PARTNER)),),
        ("C4_sectors",),
    ),
    Rule(
        "C5",
        "Each partner says what it gains",
        "warning",
        "cooperation",
        ("Q1", "Q2"),
        "Partners stay when they get something out of it, and trust each other when that is said openly.",
        "Ask the partner for its own objective or expected benefit, and write it down in its words.",
        has_active,
        (Each(Partner, _no_gain),),
    ),
    Rule(
        "C6",
        "Each partner has a main contact, each signatory an authority",
        "error",
        "cooperation",
        ("Q1", "Q3", "Q5"),
        "Without a person to call nothing moves; without authority a signature binds nobody.",
        "Name the main contact of the partner, and by what resolution or power the signatory signs.",
        has_active,
        (Each(Partner, _no_main_contact, (by(Contact, "partner", "is_main"),)), Each(Contact, _no_authority)),
    ),
    Rule(
        "C7",
        "Somebody is named to decide, and everybody has a seat",
        "warning",
        "cooperation",
        ("Q1", "Q3"),
        "Partnerships without an agreed way to decide report problems far more often.",
        "Set up a governance body with chair, decision rule and rhythm, and give each partner a seat; or write down who"
        " agreed not to have one.",
        has_active,
        (
            Whole(
                _no_body,
                {
                    "partners": ("status",),
                    "governance_bodies": ("chair",),
                    "members": (PRESENCE,),
                    "plan": ("bodies_not_needed",),
                },
            ),
            Each(GovernanceBody, _incomplete_body),
            Whole(
                _no_seats,
                {
                    "partners": ("status", "name", "code"),
                    "governance_bodies": ("chair",),
                    "members": ("partner",),
                    "plan": ("bodies_not_needed",),
                },
            ),
        ),
    ),
)
