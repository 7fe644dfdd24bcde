"""What changed since the reader last looked: also what was removed."""

from collections.abc import Iterator
from typing import Any

from exports.outline import Block, Row, group
from exports.outline.tables import Column
from exports.report.context import Context
from workbook.answers import is_withheld
from workbook.book import label_of
from workbook.changes import Change, record_from_plain
from workbook.fields import Field
from workbook.kinds import kind_of
from workbook.records import RECORD_TYPES, RecordType
from workbook.wording import source

_MOST_ROWS = 120
_TITLES = {"added": source("Added"), "removed": source("Removed"), "edited": source("Changed")}


def section(context: Context) -> Iterator[Block]:
    """List the changes by kind of record."""
    if not context.changes:
        yield context.showing.paragraph("This report is not compared with an earlier one.", "small")
        return
    counts = {action: sum(change.action == action for change in context.changes) for action in _TITLES}
    say, number = context.showing.say, context.showing.number
    words = ", ".join(f"{number(count)} {say(_TITLES[action]).lower()}" for action, count in counts.items() if count)
    yield context.showing.paragraph("Records since the earlier state: {words}.", words=words)
    columns = (
        Column("What", 0.9),
        Column("Record", 2.6, strong=True),
        Column("Field", 1.4),
        Column("Was", 2.2),
        Column("Now is", 2.2),
    )
    rows = tuple(_rows(context))
    yield from context.showing.lean_table(columns, rows[:_MOST_ROWS])
    if len(rows) > _MOST_ROWS:
        more = len(rows) - _MOST_ROWS
        yield context.showing.paragraph("{count} more rows are in the history of the workbook.", "small", count=more)
    yield context.origin("Rows: the change log of the workbook, between the two states.")


def _rows(context: Context) -> Iterator[Row]:
    for name, record_type in RECORD_TYPES.items():
        own = [change for change in context.changes if change.type == name]
        rows = [row for change in own for row in _change_rows(context, record_type, change)]
        if rows:
            yield group(context.showing.say(record_type.titles))
            yield from rows


def _change_rows(context: Context, record_type: RecordType, change: Change) -> Iterator[Row]:
    what, label = context.showing.say(_TITLES[change.action]), _label(context, record_type, change)
    if change.before is None or change.after is None:
        yield Row((what, label, "", "", ""))
        return
    for name in change.after:
        field = record_type.by_name.get(name)
        if field is not None and _may_show(context, field) and not is_withheld(context.book, change, name):
            was, now = (_shown(context, field, side.get(name)) for side in (change.before, change.after))
            yield Row((what, label, context.showing.say(field.title), was or "–", now or "–"))


def _may_show(context: Context, field: Field) -> bool:
    about_a_person = field.personal or field.target == "contacts"
    return not field.internal and (context.showing.edition.personal or not about_a_person)


def _label(context: Context, record_type: RecordType, change: Change) -> str:
    record = context.book.get(record_type.name, change.id)
    if record is None and change.before is not None:
        record = record_from_plain(record_type, change.id, change.before) if change.action == "removed" else None
    if record is None:
        return context.showing.say("(removed since)")
    if record_type.by_name[record_type.label].personal and not context.showing.edition.personal:
        return str(getattr(record, "code", "") or context.showing.say(record_type.title))
    return label_of(context.book, record_type, record)


def _shown(context: Context, field: Field, plain: Any) -> str:
    kind = kind_of(field)
    return kind.show(field, kind.from_plain(field, plain), context.showing.edition.reading)
