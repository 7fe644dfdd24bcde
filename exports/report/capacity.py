"""Capacity building and training: planned against done, who came, and what they can do now."""

from collections.abc import Iterable, Iterator

from exports.outline import Block, Row
from exports.outline.showing import NO_DATA
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.measures.capacity import (
    by_age,
    by_group,
    by_sex,
    competence_change,
    completion_percent,
    gaps,
    people_trained,
    planned_against_done,
    training_hours,
    with_disability,
)
from workbook.measures.learning import FEWEST_SHOWN
from workbook.records import CapacityAction, TrainingSession
from workbook.wording import source


def section(context: Context) -> Iterator[Block]:
    """Plan and result, people, learning, gaps."""
    book = context.book
    yield context.showing.heading(2, "Planned and done")
    yield from _planned(context)
    if book.count_where(TrainingSession):
        yield context.showing.heading(2, "People")
        yield from _people(context)
        yield context.showing.heading(2, "Before and after")
        yield from _learning(context)
    yield context.showing.heading(2, "Capacity needs")
    yield from _gaps(context)


def _planned(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Action", 2.8, strong=True),
        Column("Kind", 1.2),
        Column("People planned", 0.9, "end"),
        Column("People reached", 0.9, "end"),
        Column("Reached", 0.8, "end"),
        Column("Until", 1.1),
        Column("Status", 1.1),
    )
    found = planned_against_done(context.book)
    rows = tuple(
        Row(
            (
                one.action.code,
                one.action.title,
                context.showing.field(one.action, "type") or "–",
                context.showing.number(one.planned, 0, source("not set")),
                context.showing.number(one.done, 0),
                context.showing.percent(one.percent),
                context.day(one.action.end),
                context.showing.field(one.action, "status") or context.showing.say("not said"),
            )
        )
        for one in found
    )
    yield from context.showing.lean_table(columns, rows)
    if rows:
        yield context.showing.note(
            "Reached: people reached in the sessions of the action / people planned. Cancelled actions are left out."
        )


def _people(context: Context) -> Iterator[Block]:
    columns = (
        Column("Figure", 1.8, strong=True),
        Column("Value", 1.2, "end"),
        Column("How it is worked out", 3.6),
        Column("Rows", 2.2),
    )
    book = context.book
    asked = with_disability(book)
    figures = [people_trained(book), completion_percent(book), training_hours(book)]
    figures += [] if asked.value is None else [asked]
    yield from context.showing.lean_table(columns, tuple(context.figure_row(figure) for figure in figures))
    for title, found in ((source("Attendances by sex"), by_sex(book)), (source("Attendances by age"), by_age(book))):
        heads = (Column(title, 1.8), *(Column(figure.title, 1, "end") for figure in found))
        shown = (context.showing.figure(figure, NO_DATA, unit=False) for figure in found)
        yield from context.showing.lean_table(heads, (Row((context.showing.say("As people stated it"), *shown)),))
    yield context.origin(found[0].formula if found else "", found[0].rows if found else ())
    groups = [figure for figure in by_group(book) if figure.value is not None]
    if any(figure.title != "Not recorded" for figure in groups):
        counted = context.showing.listed(
            context.showing.labelled(context.showing.say(figure.title), context.showing.figure(figure, unit=False))
            for figure in groups
        )
        yield context.showing.paragraph("Attendances by group. {counted}.", "small", counted=counted)


def _learning(context: Context) -> Iterator[Block]:
    change = competence_change(context.book)
    number = context.showing.number
    columns = (
        Column("Ratings by participants, 1 to 5", 2.4, strong=True),
        Column("People", 0.8, "end"),
        Column("Before", 0.9, "end"),
        Column("Now", 0.9, "end"),
        Column("Change", 0.9, "end"),
        Column("Can do it alone now (4 or 5)", 1.6, "end"),
    )
    row = Row(
        (
            context.showing.say("All sessions"),
            context.showing.number(change.people or None, 0),
            number(change.before),
            number(change.after),
            number(change.change),
            context.showing.percent(change.able_percent),
        )
    )
    if change.people >= FEWEST_SHOWN:
        yield from context.showing.lean_table(columns, (row,))
        yield context.origin(change.formula)
    elif change.people:
        said = source("Fewer than {count} people rated what they can do; their ratings are not shown.")
        yield context.showing.paragraph(said, "small", count=FEWEST_SHOWN)
    tests = [one for one in context.book.all(TrainingSession) if one.before is not None or one.after is not None]
    if tests:
        yield from _tests(context, tests)
    if not change.people and not tests:
        yield context.showing.paragraph("Nobody has rated what they can do, and no test is recorded yet.", "small")


def _tests(context: Context, tests: Iterable[TrainingSession]) -> Iterator[Block]:
    columns = (Column("Code", 0.6), Column("Session", 4), Column("Before", 1, "end"), Column("After", 1, "end"))

    def shown(one: TrainingSession, name: str) -> str:
        return context.showing.field(one, name) or context.showing.say("no data")

    rows = tuple(Row((one.code, one.title, shown(one, "before"), shown(one, "after"))) for one in tests)
    title = source("Tests before and after: mean result of those who took them")
    yield from context.showing.lean_table(columns, rows, title)


def _gaps(context: Context) -> Iterator[Block]:
    columns = (
        Column("Code", 0.6),
        Column("Capacity", 2.8, strong=True),
        Column("Now", 0.6, "end"),
        Column("Wanted", 0.7, "end"),
        Column("Gap", 0.6, "end"),
        Column("Closed by", 3),
    )
    rows = tuple(
        Row(
            (
                gap.need.code,
                gap.need.title,
                context.showing.number(gap.need.current, 0),
                context.showing.number(gap.need.desired, 0),
                context.showing.number(gap.size, 0),
                context.showing.listed(map(_action, gap.actions)) or context.showing.say("no action yet"),
            )
        )
        for gap in gaps(context.book)
    )
    yield from context.showing.lean_table(columns, rows)
    if rows:
        yield context.showing.note("From 1 to 5. Gap: wanted less now.")


def _action(action: CapacityAction) -> str:
    return action.code or action.title
