"""What a partner does in the partnership: its part in activities, its seats, where it took part."""

import datetime
from collections.abc import Iterator

from exports.outline import Block, BulletList, Row, group
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.measures.governance import seats
from workbook.measures.work import is_open
from workbook.records import (
    Activity,
    CapacityAction,
    GovernanceBody,
    Meeting,
    Participant,
    Partner,
    Responsibility,
    TrainingSession,
)
from workbook.vocabularies import RACI, SEATS
from workbook.wording import source

_LETTERS = ("A", "R", "C", "I")


def responsibilities(context: Context, partner: Partner) -> Iterator[Block]:
    """Activities by what the partner is in them, what it answers for first; then its seats."""
    yield context.showing.heading(2, "What you do")
    if partner.roles:
        yield context.showing.paragraph("Your roles: {roles}.", roles=context.showing.field(partner, "roles"))
    rows = tuple(_activities(context, partner))
    columns = (
        Column("Code", 0.7),
        Column("Activity", 4.4, strong=True),
        Column("You are", 2.2),
        Column("Due", 1.2),
        Column("Status", 1.2),
    )
    if rows:
        yield from context.showing.table_of(columns, rows)
        yield context.showing.note("From the grid of roles, without what was called off.")
    else:
        yield context.showing.paragraph("The grid of roles gives you no activity yet.", "small")
    found = [
        context.showing.say("{body}: {seat}", body=body.name, seat=context.showing.term(SEATS, seat.seat).lower())
        for body in context.book.all(GovernanceBody)
        for seat in seats(context.book, body)
        if seat.partner == partner.id
    ]
    if found:
        yield context.showing.paragraph("Your seats in bodies of the partnership:")
        yield BulletList(tuple(found))


def _activities(context: Context, partner: Partner) -> Iterator[Row]:
    held: list[tuple[int, datetime.date, Activity, Responsibility]] = []
    for cell in context.book.where(Responsibility, partner=partner.id):
        activity = context.book.one(Activity, cell.activity)
        if activity is not None and activity.status != "cancelled" and cell.letters:
            first = min(_LETTERS.index(letter) for letter in cell.letters)
            held.append((first, activity.end or datetime.date.max, activity, cell))
    for done in (False, True):
        chosen = [each for each in held if is_open(each[2]) is not done]
        if chosen:
            yield group(context.showing.say("Finished" if done else "Still to be finished"))
        for _, _, activity, cell in sorted(chosen, key=lambda each: (*each[:2], each[2].code)):
            letters = [letter for letter in _LETTERS if letter in cell.letters]
            yield Row(
                (
                    activity.code,
                    activity.title,
                    context.showing.listed(context.showing.term(RACI, letter).lower() for letter in letters),
                    context.day(activity.end, context.showing.say("no date yet")),
                    context.showing.field(activity, "status") or context.showing.say("not said"),
                )
            )


def meetings(context: Context, partner: Partner) -> Iterator[Block]:
    """Sessions and meetings that took place with the partner in them."""
    yield context.showing.heading(2, "Where you took part")
    rows = sorted((*_sessions(context, partner), *_held(context, partner)), key=lambda each: each[0])
    if not rows:
        yield context.showing.paragraph("No session or meeting in the plan names you as present.", "small")
        return
    columns = (Column("Date", 1.1), Column("What", 3.6, strong=True), Column("How you took part", 3))
    yield from context.showing.table_of(columns, tuple(row for _, row in rows))


_Dated = tuple[datetime.date, Row]


def _sessions(context: Context, partner: Partner) -> Iterator[_Dated]:
    say = context.showing.say
    for session in context.book.all(TrainingSession):
        if session.status == "cancelled" or (session.date is not None and session.date > context.as_of):
            continue
        people = context.book.where(Participant, session=session.id, partner=partner.id, attended=True)
        action = context.book.one(CapacityAction, session.action)
        parts = [say("you held it")] if session.organisation == partner.id else []
        if action is not None and partner.id in (action.provider, action.lead) and not parts:
            parts.append(say("you provided it" if action.provider == partner.id else "you led it"))
        if people:
            parts.append(
                context.showing.say_count(
                    "one of your people came", "{count} of your people came", len(people), count=len(people)
                )
            )
            if context.showing.edition.personal:
                parts.append(context.showing.listed(one.name for one in people))
        if parts:
            yield _dated(context, session.date, session.code, session.title, context.showing.listed(parts))


def _held(context: Context, partner: Partner) -> Iterator[_Dated]:
    for meeting in context.book.all(Meeting):
        if partner.id in meeting.attendees and meeting.status != "cancelled":
            body = context.book.one(GovernanceBody, meeting.body)
            where = source("present") if body is None else source("present, in {body}")
            said = context.showing.say(where, body=body.name if body else "")
            yield _dated(context, meeting.date, meeting.code, meeting.title, said)


def _dated(context: Context, day: datetime.date | None, code: str, title: str, said: str) -> _Dated:
    shown = context.day(day, context.showing.say("no date"))
    return day or datetime.date.max, Row((shown, f"{code} {title}".strip(), said))
