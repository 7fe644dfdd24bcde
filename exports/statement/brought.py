"""What a partner brings and what is meant for it: kind by kind, currency by currency, never added."""

from collections.abc import Iterator

from exports.outline import Block, Row, group, total
from exports.outline.tables import Column
from exports.report.context import Context
from exports.report.money import UNITS_SAID
from workbook.measures.statements import Promise, Statement, Totals, totals_of
from workbook.vocabularies import UNITS
from workbook.wording import source

_KINDS = {
    "cash": source("In cash"),
    "in_kind": source("In kind"),
    "non_valued": source("Never valued in money"),
    None: source("Not said whether in cash or in kind"),
}
_STATES = {"offered": source("offered"), "pledged": source("pledged"), "committed": source("committed")}
_COLUMNS = (
    Column("Code", 0.7),
    Column("What", 3, strong=True),
    Column("State", 1.1),
    Column("Worth", 1.3, "end"),
    Column("Arrived", 1.3, "end"),
    Column("Still due", 1.4, "end"),
    Column("Due by", 1.3),
)


def given(context: Context, statement: Statement) -> Iterator[Block]:
    """What the partner offered, pledged, committed and delivered, and what is still due and when."""
    yield context.showing.heading(2, "What you bring")
    if not statement.gives:
        yield context.showing.paragraph("The plan holds nothing yet that you offered or promised.", "small")
        return
    yield from _table(context, statement.gives, statement.totals())
    yield context.showing.note(
        "Still due: what is pledged or committed, less what has arrived; an offer is not due. Sums are of pledged and "
        "committed lines, by the code that begins each row; cash, in kind and each currency stand for themselves. "
        "In kind is valued for planning and reporting only, and nothing is paid for it."
    )


def received(context: Context, statement: Statement) -> Iterator[Block]:
    """What others bring for this partner."""
    yield context.showing.heading(2, "What is meant for you")
    if not statement.gets:
        yield context.showing.paragraph("No contribution in the plan names you as the one who receives it.", "small")
        return
    promised = tuple(one for one in statement.gets if one.standing != "offered")
    yield from _table(context, statement.gets, totals_of(promised), brings=True)
    yield context.showing.note("Lines of the plan that name you as their recipient, by the code that begins each row.")


def _table(
    context: Context, promises: tuple[Promise, ...], totals: tuple[Totals, ...], *, brings: bool = False
) -> Iterator[Block]:
    columns = (*_COLUMNS[:2], Column("Provider", 1.6), *_COLUMNS[2:]) if brings else _COLUMNS
    sums = {one.kind: one for one in totals}
    rows: list[Row] = []
    for kind in dict.fromkeys(one.kind for one in promises):
        title = context.showing.say(_KINDS[kind])
        again = context.showing.say("{title}, continued", title=title)
        rows.append(group(title, again))
        rows += [_row(context, one, brings) for one in promises if one.kind == kind]
        if kind in sums and kind != "non_valued":
            rows.append(_sum(context, sums[kind], brings))
    yield from context.showing.table_of(columns, tuple(rows))


def _row(context: Context, one: Promise, brings: bool) -> Row:
    line = one.line
    state = context.showing.say(_STATES[one.state])
    provider = (context.showing.partner(line.provider) or context.showing.say("not said"),) if brings else ()
    return Row(
        (line.code, line.title, *provider, state, _worth(context, one), _arrived(context, one), *_due(context, one))
    )


def _worth(context: Context, one: Promise) -> str:
    if one.value is not None:
        return context.showing.money(one.value)
    if one.line.quantity is not None:
        return _amount(context, one, "quantity")
    return context.showing.say("not valued") if one.kind == "non_valued" else context.showing.say("no value yet")


def _amount(context: Context, one: Promise, field: str) -> str:
    """Write a quantity with its unit, which is a plural where it counts things."""
    amount = context.showing.number(one.due_quantity if field == "due" else getattr(one.line, field), 2)
    unit = one.line.unit or ""
    said = context.showing.say(UNITS_SAID[unit]) if unit in UNITS_SAID and unit else ""
    if unit and not said:
        said = context.showing.term(UNITS, unit).lower()
    return f"{amount} {said}".strip()


def _arrived(context: Context, one: Promise) -> str:
    if one.arrived is not None:
        return context.showing.money(one.arrived)
    if one.line.delivered_quantity is not None:
        return _amount(context, one, "delivered_quantity")
    if one.standing == "settled":
        return context.showing.say("arrived")
    if one.line.status == "part_delivered":
        return context.showing.say("a part, not said how much")
    return context.showing.say("nothing recorded")


def _due(context: Context, one: Promise) -> tuple[str, str]:
    """Say how much is still due, and until when."""
    say, day = context.showing.say, context.day(one.line.due, context.showing.say("no date yet"))
    if one.standing == "offered":
        return say("not promised"), "–"
    if one.standing == "settled":
        return say("nothing"), "–"
    if one.standing == "overdue":
        day = say("{date} (overdue)", date=day)
    if one.standing == "unknown":
        return say("not known"), day
    if one.due is not None:
        return context.showing.money(one.due), day
    return (_amount(context, one, "due") if one.due_quantity is not None else say("all of it")), day


def _sum(context: Context, sums: Totals, brings: bool) -> Row:
    showing = context.showing
    due = showing.sums(dict(sums.due), showing.say("not known") if sums.unknown else showing.say("nothing"))
    if sums.due and sums.unknown:
        more = showing.say_count(
            "and one line without a value", "and {lines} lines without a value", sums.unknown, lines=sums.unknown
        )
        due = f"{due}\n{more}"
    return total(
        "",
        showing.say("Together"),
        *([""] if brings else []),
        "",
        showing.sums(dict(sums.worth), showing.say("no value yet")),
        showing.sums(dict(sums.arrived), showing.say("nothing recorded")),
        due,
        "",
    )
