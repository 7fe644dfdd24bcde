"""What changed since the reader last looked: what slipped, what means something else, what came and went."""

from collections.abc import Iterator

from exports.outline import Block, Row, group
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.changes import Action, Change, type_of
from workbook.differences import FieldChange, Telling, field_changes
from workbook.fields import Field
from workbook.records import RECORD_TYPES
from workbook.since import DEFINITION, PLANNED_DATES, Since
from workbook.wording import source

_MOST_ROWS = 120
_TITLES: dict[Action, str] = {"added": source("Added"), "edited": source("Changed"), "removed": source("Removed")}
_FIELD = (
    Column("Record", 2.6, strong=True),
    Column("Field", 1.4),
    Column("Was", 2.2),
    Column("Now is", 2.2),
)


def section(context: Context) -> Iterator[Block]:
    """From what matters most to the whole list."""
    found = context.since
    if found is None:
        yield context.showing.paragraph("This report is not compared with an earlier one.", "small")
        return
    yield context.showing.paragraph(
        "Compared with “{earlier}”, as of {date}: {counts}.",
        earlier=found.title,
        date=context.day(found.day),
        counts=counts(context, found),
    )
    yield from _moved(context, found)
    yield from _redefined(context, found)
    yield from _records(context, found)
    yield context.origin("The two states of the workbook, compared record by record and field by field")


def counts(context: Context, found: Since) -> str:
    """Say how many records were added, changed and removed."""
    numbers = {action: found.comparison.count(action) for action in _TITLES}
    say, number = context.showing.say, context.showing.number
    words = [f"{number(count)} {say(_TITLES[action]).lower()}" for action, count in numbers.items() if count]
    return context.showing.listed(words) or say("nothing")


def _moved(context: Context, found: Since) -> Iterator[Block]:
    columns = (
        Column("Record", 3.4, strong=True),
        Column("Which date", 1.6),
        Column("Was", 1.2),
        Column("Now is", 1.2),
        Column("Days", 0.8, "end"),
    )
    telling = _telling(context, found)
    rows = tuple(
        Row(
            (
                _label(context, telling, Change(one.type, one.id)),
                context.showing.say(RECORD_TYPES[one.type].by_name[one.field].title),
                context.day(one.was),
                context.day(one.now),
                f"{one.days:+d}",
            )
        )
        for one in found.moved
    )
    if rows:
        yield context.showing.heading(2, "Dates that moved")
        yield from context.showing.lean_table(columns, rows[:_MOST_ROWS])
        yield context.showing.note("Days: later than before; with a minus, earlier.")


def _redefined(context: Context, found: Since) -> Iterator[Block]:
    rows = tuple(row for change in found.redefined for row in _field_rows(context, found, change, edited_only=False))
    if rows:
        yield context.showing.heading(2, "Figures that mean something else now")
        yield from context.showing.lean_table(_FIELD, rows)
        yield context.showing.note("The figures of these indicators cannot be compared with those of earlier reports.")


def _records(context: Context, found: Since) -> Iterator[Block]:
    rows: list[Row] = []
    for name, record_type in RECORD_TYPES.items():
        own = [change for change in found.comparison.changes if change.type == name]
        listed = [row for change in own for row in _change_rows(context, found, change)]
        if listed:
            rows += [group(context.showing.say(record_type.titles)), *listed]
    if rows:
        yield context.showing.heading(2, "Added, changed, removed")
        yield from context.showing.lean_table((Column("What", 0.9), *_FIELD), tuple(rows[:_MOST_ROWS]))
    if len(rows) > _MOST_ROWS:
        more = len(rows) - _MOST_ROWS
        yield context.showing.paragraph("{count} more rows are in the history of the workbook.", "small", count=more)


def _change_rows(context: Context, found: Since, change: Change) -> Iterator[Row]:
    what = context.showing.say(_TITLES[change.action])
    if change.action == "edited":
        rows = _field_rows(context, found, change, edited_only=True)
        yield from (Row((what, *row.cells)) for row in rows)
    else:
        yield Row((what, _label(context, _telling(context, found), change), "", "", ""))


def _field_rows(context: Context, found: Since, change: Change, *, edited_only: bool) -> Iterator[Row]:
    """Return a row for each field; `edited_only` leaves out what the tables above tell already."""
    telling = _telling(context, found)
    for one in field_changes([change]):
        told = edited_only and _is_told_above(found, one)
        if not told and _may_show(context, one.field):
            was, now = telling.before(one), telling.after(one)
            yield Row((_label(context, telling, change), context.showing.say(one.field.title), was or "–", now or "–"))


def _is_told_above(found: Since, one: FieldChange) -> bool:
    if one.change.type == "indicators" and one.field.name in DEFINITION:
        return True
    moved = one.field.name in PLANNED_DATES.get(one.change.type, frozenset())
    return moved and any((each.id, each.field) == (one.change.id, one.field.name) for each in found.moved)


def _may_show(context: Context, field: Field) -> bool:
    about_a_person = field.personal or field.target == "contacts"
    return not field.internal and (context.showing.edition.personal or not about_a_person)


def _telling(context: Context, found: Since) -> Telling:
    return Telling(context.book, found.comparison.earlier, found.comparison.later, context.showing.edition.formats)


def _label(context: Context, telling: Telling, change: Change) -> str:
    record_type = type_of(change)
    if record_type.by_name[record_type.label].personal and not context.showing.edition.personal:
        record = context.book.get(change.type, change.id)
        return str(getattr(record, "code", "") or context.showing.say(record_type.title))
    return telling.record(change)
