"""What the plan holds: objectives, work, roles, capacity building, indicators, risks."""

import datetime

from exports.agreement.context import Blocks, Context
from exports.outline.tables import Column
from workbook.records import Activity, CapacityAction, Indicator, Objective, Partner, Responsibility, Risk


def objectives(context: Context) -> Blocks:
    """The objectives that the parties share."""
    columns = (
        Column("Code", 0.6),
        Column("Objective", 4, strong=True),
        Column("Led by", 1.5),
        Column("To be reached by", 1.2),
    )
    shared = [objective for objective in context.book.all(Objective) if objective.type != "own"]
    return context.showing.listing(
        columns,
        (
            (one.code, one.statement, context.showing.partner(one.lead) or "–", _date(context, one, "target_date"))
            for one in shared
            if one.status != "dropped"
        ),
    )


def _date(context: Context, record: Objective | Activity | CapacityAction | Indicator, name: str) -> str:
    return context.showing.field(record, name) or "–"


def work_plan(context: Context) -> Blocks:
    """Activities and milestones in the order of time."""
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
            context.showing.say("Milestone: {title}", title=one.title) if one.milestone else one.title,
            "–" if one.milestone else _date(context, one, "start"),
            _date(context, one, "end"),
            _in_role(context, one, "A") or "–",
            one.deliverable or "–",
        )
        for one in activities
    )
    return context.showing.listing(columns, rows)


def _in_role(context: Context, activity: Activity, letter: str) -> str:
    cells = context.book.where(Responsibility, activity=activity.id)
    held = {cell.partner for cell in cells if letter in cell.letters}
    return context.showing.listed(context.showing.name(one) for one in context.book.all(Partner) if one.id in held)


def roles(context: Context) -> Blocks:
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
        return context.showing.listing(columns, rows)
    return [
        *context.showing.listing(columns, rows),
        context.showing.note(
            "Accountable: the one party that answers for the result. Responsible: does the work. Consulted: is asked "
            "before something is decided. Informed: is told afterwards."
        ),
    ]


def capacity(context: Context) -> Blocks:
    """Capacity building and training."""
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
    return context.showing.listing(columns, rows)


def indicators(context: Context) -> Blocks:
    """How success is measured."""
    columns = (
        Column("Code", 0.6),
        Column("Indicator", 2.6),
        Column("Unit", 0.9),
        Column("Baseline", 0.9, "end"),
        Column("Target", 0.9, "end"),
        Column("Target date", 1.1),
        Column("Measured", 1),
        Column("Responsible", 1.3),
    )
    showing = context.showing
    rows = (
        (
            one.code,
            one.title,
            one.unit or "–",
            showing.field(one, "baseline") or context.showing.say("no data"),
            showing.field(one, "target") or context.showing.say("not set"),
            _date(context, one, "target_date"),
            showing.field(one, "frequency") or "–",
            showing.partner(one.responsible) or "–",
        )
        for one in context.book.all(Indicator)
    )
    return context.showing.listing(columns, rows)


def risks(context: Context) -> Blocks:
    """Risks and what is done about them."""
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
    note = (context.showing.note("Likelihood and impact: from 1 (hardly) to 5."),) if rows else ()
    return [*context.showing.listing(columns, rows), *note]
