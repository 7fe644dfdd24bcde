"""The work plan as a table: one row for each activity, below its objective."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from exports.outline import Block, Row, Table, body, group
from exports.outline.showing import Showing
from exports.outline.tables import Column
from exports.workplan.groups import Group, again, title_of
from workbook.measures.work import is_open
from workbook.records import Activity, Partner, Responsibility

_COLUMNS = (
    Column("Code", 0.7),
    Column("Activity", 4.4, strong=True),
    Column("Responsible", 1.2),
    Column("Accountable", 1.2),
    Column("Start", 1.1),
    Column("Due", 1.1),
    Column("Agreed due", 1.1),
    Column("Done", 0.7, "end"),
    Column("State", 1.5),
)
_ANSWERING = frozenset("RA")
_PARTNERS_BESIDE = 4


def section(showing: Showing, groups: tuple[Group, ...]) -> Iterator[Block]:
    """The table, and whom its codes stand for."""
    rows: list[Row] = []
    for found in groups:
        title = title_of(found, showing)
        rows.append(group(title, again(title, showing)))
        rows += [_row(showing, one) for one in found.activities]
    yield showing.heading(1, "Activities")
    yield from showing.lean_table(_COLUMNS, tuple(rows))
    yield showing.note("Agreed due: the date once agreed, which never moves. Late: due before today and not done.")
    yield from _codes(showing)


def _codes(showing: Showing) -> Iterator[Block]:
    """Say whom the codes in the table stand for, several beside each other, so that they seldom need a page."""
    book = showing.edition.book
    answering = {cell.partner for cell in book.all(Responsibility) if _ANSWERING.intersection(cell.letters)}
    named = [(one.code, one.name) for one in book.all(Partner) if one.id in answering and one.code]
    beside = min(len(named), _PARTNERS_BESIDE)
    if named:
        filled = [*named, *[("", "")] * (-len(named) % beside)]
        rows = (chain.from_iterable(filled[first : first + beside]) for first in range(0, len(filled), beside))
        yield Table(showing.columns((Column("Code", 0.6), Column("Partner", 3.4))) * beside, body(rows))


def state(showing: Showing, activity: Activity) -> str:
    """Say in words how an activity stands; that it is late comes from its dates, whatever its status says."""
    if activity.actual_end is not None and activity.status != "cancelled":
        return showing.say("Done")
    if is_open(activity) and activity.end is not None and activity.end < showing.edition.as_of:
        days = (showing.edition.as_of - activity.end).days
        return showing.say_count("Late, {count} day", "Late, {count} days", days)
    return showing.field(activity, "status") or showing.say("Not said")


def _row(showing: Showing, activity: Activity) -> Row:
    title = showing.say("{title} (milestone)", title=activity.title) if activity.milestone else activity.title
    dates = showing.fields(activity, "start", "end", "baseline_end")
    done = showing.percent(None if activity.done is None else Decimal(activity.done), "–")
    who = (_with_letter(showing, activity, letter) for letter in "RA")
    return Row((activity.code, title, *who, *dates, done, state(showing, activity)))


def _with_letter(showing: Showing, activity: Activity, letter: str) -> str:
    """Return the codes of the partners that have a letter in an activity, or their names where they have no code."""
    cells = showing.edition.book.where(Responsibility, activity=activity.id)
    found = (showing.edition.book.one(Partner, cell.partner) for cell in cells if letter in cell.letters)
    return showing.listed(sorted(one.code or showing.name(one) for one in found if one is not None))
