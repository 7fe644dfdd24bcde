"""Checks S1 to S6: shared responsibility (domain: RACI rules, 3.2; dates and owners, 10.2)."""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal

from workbook.book import Book
from workbook.checks.base import (
    NOT_APPLICABLE,
    PRESENCE,
    Context,
    Each,
    Hit,
    Path,
    Rule,
    Tally,
    by,
    everyone,
    hit,
    listed,
    needs,
    shown,
    through,
)
from workbook.measures.figure import percent
from workbook.measures.partners import is_active
from workbook.measures.work import is_open
from workbook.records import Activity, Contact, FollowUp, Objective, Partner, Plan, Responsibility
from workbook.vocabularies import PARTNER_STATUSES
from workbook.wording import Sentence

_CELL = by(Responsibility, "activity")
Sums = Mapping[tuple[str, ...], Decimal]


def _with_letter(ctx: Context, activity: Activity, letter: str) -> list[str]:
    cells = ctx.book.where(Responsibility, activity=activity.id)
    return [cell.partner for cell in cells if cell.partner and letter in cell.letters]


def _accountable(ctx: Context, activity: Activity) -> Iterator[Hit]:
    """S1: exactly one accountable; none means that nobody answers, two that each assumes the other does."""
    if activity.status == "cancelled":
        return
    partners = _with_letter(ctx, activity, "A")
    if not partners:
        yield hit(activity, "A", "{activity} has no accountable partner.", activity=ctx.name(activity))
    elif len(partners) > 1:
        count = {2: "two", 3: "three"}.get(len(partners), str(len(partners)))
        text = "{activity} has {count} accountable partners: {partners}."
        codes = listed(sorted(ctx.code("partners", partner) for partner in partners))
        yield hit(activity, "A", text, activity=ctx.name(activity), count=count, partners=codes)


def _responsible(ctx: Context, activity: Activity) -> Iterator[Hit]:
    """S2: at least one responsible, or it is a wish; a milestone is a day and no work, so it needs none."""
    if activity.status != "cancelled" and not activity.milestone and not _with_letter(ctx, activity, "R"):
        yield hit(activity, "R", "{activity} has no responsible partner.", activity=ctx.name(activity))


def _shares(book: Book, cell: Responsibility) -> Iterator[tuple[tuple[str, ...], Decimal]]:
    activity = book.one(Activity, cell.activity)
    if activity is None or activity.status == "cancelled" or cell.partner is None:
        return
    for letter in ("A", "R"):
        if letter in cell.letters:
            yield (letter,), Decimal(1)
            yield (letter, cell.partner), Decimal(1)


def _overload(ctx: Context, sums: Sums) -> Iterator[Hit]:
    """S3: shares of one partner, once there are enough partners and roles for shares to mean anything."""
    all_a, all_work = sums.get(("A",), Decimal(0)), sums.get(("A",), Decimal(0)) + sums.get(("R",), Decimal(0))
    enough = all_a >= ctx.limits["S3_roles"] and ctx.book.count("partners") >= ctx.limits["S3_partners"]
    if not enough:
        return
    for partner_id in sorted({key[1] for key in sums if len(key) == 2}):
        partner = ctx.book.one(Partner, partner_id)
        own_a = sums.get(("A", partner_id), Decimal(0))
        work = own_a + sums.get(("R", partner_id), Decimal(0))
        share, work_share = percent(own_a, all_a), percent(work, all_work)
        if partner is None or share is None or work_share is None:
            continue
        if share > ctx.limits["S3_accountable"]:
            text = "{partner} is accountable for {count} of {all} activities ({share} %)."
            yield hit(partner, "A", text, partner=ctx.name(partner), count=own_a, all=all_a, share=shown(share))
        if work_share > ctx.limits["S3_work"]:
            text = "{partner} holds {count} of {all} responsible and accountable roles ({share} %)."
            yield hit(partner, "R", text, partner=ctx.name(partner), count=work, all=all_work, share=shown(work_share))


def _overloaded_person(ctx: Context, contact: Contact) -> Iterator[Hit]:
    most = ctx.limits["S3_person"]
    if ctx.book.count_where(Responsibility, person=contact.id, letters="A") <= most:
        return
    cells = ctx.book.where(Responsibility, person=contact.id, letters="A")
    activities = (ctx.book.one(Activity, cell.activity) for cell in cells)
    count = sum(activity is not None and is_open(activity) for activity in activities)
    if count > most:
        text = "{person} of {partner} is accountable for {count} open activities."
        partner = ctx.code("partners", contact.partner)
        yield hit(contact, "A", text, person=contact.code or Sentence("A contact"), partner=partner, count=count)


def _owner_and_dates(ctx: Context, activity: Activity) -> Iterator[Hit]:
    """S4 for activities: an owner and a due date while it is open, and dates that fit into each other."""
    if activity.status == "cancelled":
        return
    missing = _neither(activity.owner, activity.end)
    if missing and is_open(activity):
        field = "owner" if activity.owner is None else "end"
        yield hit(activity, field, "{activity} has no {missing}.", activity=ctx.name(activity), missing=missing)
    if activity.start and activity.end and activity.start > activity.end:
        text = "{activity} starts on {start}, after its due date {end}."
        yield hit(activity, "start", text, activity=ctx.name(activity), start=activity.start, end=activity.end)


def _neither(owner: str | None, due: datetime.date | None) -> str:
    """Say which of an owner and a due date is missing, or nothing."""
    if owner is None and due is None:
        return Sentence("owner and no due date")
    return "" if owner and due else Sentence("due date") if owner else Sentence("owner")


def _outside_plan(ctx: Context, activity: Activity) -> Iterator[Hit]:
    plan = ctx.book.plan
    if activity.status == "cancelled":
        return
    if activity.start and plan.start and activity.start < plan.start:
        text = "{activity} starts on {date}, before the partnership does ({limit})."
        yield hit(activity, "start", text, activity=ctx.name(activity), date=activity.start, limit=plan.start)
    if activity.end and plan.end and activity.end > plan.end:
        text = "{activity} is due on {date}, after the partnership has ended ({limit})."
        yield hit(activity, "end", text, activity=ctx.name(activity), date=activity.end, limit=plan.end)


def _outside_objective(ctx: Context, activity: Activity) -> Iterator[Hit]:
    objective = ctx.book.one(Objective, activity.objective)
    if activity.status == "cancelled" or activity.end is None or objective is None or objective.target_date is None:
        return
    if activity.end > objective.target_date:
        text = "{activity} is due on {date}, after the day by which {objective} is to be reached ({limit})."
        code, limit = ctx.code("objectives", objective.id), objective.target_date
        yield hit(activity, "end", text, activity=ctx.name(activity), date=activity.end, objective=code, limit=limit)


def _loose_end(ctx: Context, follow_up: FollowUp) -> Iterator[Hit]:
    if follow_up.status not in ("open", None) or follow_up.done_on is not None:
        return
    missing = _neither(follow_up.owner, follow_up.due)
    if missing:
        field = "owner" if follow_up.owner is None else "due"
        text = "{follow_up} has no {missing}."
        yield hit(follow_up, field, text, follow_up=ctx.name(follow_up), missing=missing)


def _consulted(ctx: Context, activity: Activity) -> Iterator[Hit]:
    count = 0 if activity.status == "cancelled" else len(_with_letter(ctx, activity, "C"))
    if count > ctx.limits["S5_consulted"]:
        text = "{activity} has {count} partners to be consulted; each of them takes time."
        yield hit(activity, "C", text, activity=ctx.name(activity), count=count)


def _not_on_board(ctx: Context, partner: Partner) -> Iterator[Hit]:
    """S6, at the partner: one finding for a partner that is not on board, however many roles it was given.

    A partner that has completed its part may stand in activities that are finished.
    """
    if is_active(partner):
        return
    cells = ctx.book.where(Responsibility, partner=partner.id)
    carrying = (ctx.book.one(Activity, cell.activity) for cell in cells if "R" in cell.letters or "A" in cell.letters)
    held = [activity for activity in carrying if activity is not None and activity.status != "cancelled"]
    live = [activity for activity in held if partner.status != "completed" or is_open(activity)]
    if live:
        status = Sentence(PARTNER_STATUSES.title(partner.status) if partner.status else "without a status")
        live.sort(key=lambda activity: activity.id)
        text = "{partner} is {status}, and is responsible or accountable in {activities}."
        yield hit(partner, "status", text, partner=ctx.name(partner), status=status, activities=ctx.codes(live))


_ACTIVITY_PARTNERS = through(Activity, Responsibility, "activity", "partner", "status", "actual_end")

RULES = (
    Rule(
        "S1",
        "Exactly one accountable partner",
        "error",
        "responsibility",
        ("Q1", "Q3"),
        "With none, nobody answers for the result; with two, each assumes that the other does.",
        "Give the A to one partner, and an R or C to the others.",
        needs(Activity),
        (Each(Activity, _accountable, (_CELL,)),),
    ),
    Rule(
        "S2",
        "Somebody does the work",
        "error",
        "responsibility",
        ("Q1", "Q3"),
        "An activity that nobody carries out is a wish, not a plan.",
        "Give an R to at least one partner; it may be the accountable one.",
        needs(Activity),
        (Each(Activity, _responsible, (_CELL,)),),
    ),
    Rule(
        "S3",
        "Nobody is overloaded",
        "warning",
        "responsibility",
        ("Q1", "Q3"),
        "When most of it hangs on one partner or person, it stops when they do, and the others feel like guests.",
        "Pass some roles on, or accept it and say why one partner carries so much.",
        needs(Responsibility),
        (
            Tally(
                Responsibility,
                _shares,
                _overload,
                (
                    Path(
                        "activities",
                        lambda book, activity: [c.id for c in book.where(Responsibility, activity=activity.id)],
                        frozenset({"status"}),
                        ((Responsibility, ("activity",)),),
                    ),
                ),
                {"partners": (PRESENCE,)},
            ),
            Each(
                Contact,
                _overloaded_person,
                (
                    by(Responsibility, "person"),
                    through(Activity, Responsibility, "activity", "person", "status", "actual_end"),
                ),
            ),
        ),
        ("S3_accountable", "S3_work", "S3_partners", "S3_roles", "S3_person"),
    ),
    Rule(
        "S4",
        "Every task has an owner and a date that fits",
        "error",
        "responsibility",
        ("Q1", "Q3"),
        "What belongs to nobody and is due at no time does not happen.",
        "Name the person who is asked about it, and set dates inside the partnership's and the objective's time.",
        needs(Activity),
        (
            Each(Activity, _owner_and_dates),
            Each(Activity, _outside_plan, (everyone(Plan, Activity, "start", "end"),)),
            Each(
                Activity,
                _outside_objective,
                (
                    Path(
                        "objectives",
                        lambda book, objective: [a.id for a in book.where(Activity, objective=objective.id)],
                        frozenset({"target_date"}),
                        ((Activity, ("objective",)),),
                    ),
                ),
            ),
            Each(FollowUp, _loose_end),
        ),
    ),
    Rule(
        "S5",
        "Few are consulted",
        "information",
        "responsibility",
        ("Q1",),
        "Each partner to be consulted is one more round before anything is decided.",
        "Keep the C for those whose answer can change the decision; inform the others.",
        needs(Responsibility, otherwise=NOT_APPLICABLE),
        (Each(Activity, _consulted, (_CELL,)),),
        ("S5_consulted",),
    ),
    Rule(
        "S6",
        "Those who carry the work are on board",
        "error",
        "responsibility",
        ("Q1", "Q3"),
        "A role given to somebody who has not agreed to it is nobody's.",
        "Bring the partner on board and set its status to engaged or signed, or give the role to another partner.",
        needs(Responsibility),
        (Each(Partner, _not_on_board, (by(Responsibility, "partner"), _ACTIVITY_PARTNERS)),),
    ),
)
