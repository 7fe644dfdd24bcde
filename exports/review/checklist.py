"""The approval checklist: answered from the plan where the plan knows, left to be ticked where it does not."""

from collections.abc import Iterator

from exports.outline import Block, Paragraph, Row, bold, group
from exports.outline.tables import Cell, Column
from exports.outline.text import TICK_BOX
from exports.report.context import Context
from exports.review.places import places
from workbook.checks import REQUIRED_TOPICS
from workbook.measures.checklist import Given
from workbook.measures.checklist_questions import Answered, checklist
from workbook.wording import source

_GIVEN: dict[Given, str] = {
    "yes": source("yes"),
    "partly": source("partly"),
    "no": source("no"),
    "not_relevant": source("not relevant"),
}
_TO_TICK: tuple[Given, ...] = ("yes", "partly", "no")
_COLUMNS = (
    Column("No.", 0.4),
    Column("Question", 3.1, strong=True),
    Column("Answer", 0.9),
    Column("What the plan says", 2.6),
    Column("Where", 2),
)


def section(context: Context) -> Iterator[Block]:
    """How many questions have which answer; then each question."""
    found = checklist(context.book, context.as_of, REQUIRED_TOPICS)
    yield Paragraph(_counted(context, found))
    yield context.showing.paragraph(
        "Answers in words come from the plan as it stands on this day. Boxes are for the office to tick before the "
        "committee meets: there the plan cannot know the answer, or holds nothing yet to judge by.",
        "small",
    )
    rows: list[Row] = []
    previous = ""
    for number, one in enumerate(found, 1):
        if one.question.group != previous:
            previous = one.question.group
            title = context.showing.say(previous)
            rows.append(group(title, context.showing.say("{title}, continued", title=title)))
        rows.append(_row(context, number, one))
    yield from context.showing.table_of(_COLUMNS, tuple(rows))
    yield context.showing.note(
        "Where: the rows that do not meet the question yet; all rows where all of them do. Partly: some of them do."
    )


def _counted(context: Context, found: tuple[Answered, ...]) -> str:
    numbers = {key: sum(one.answer.given == key for one in found) for key in (*_GIVEN, "open")}
    counts = context.showing.listed(
        f"{context.showing.number(numbers[key])} {context.showing.say(word)}" for key, word in _GIVEN.items()
    )
    return context.showing.say(
        "{count} questions. Answered from the plan: {counts}. Left to be ticked: {open}.",
        count=len(found),
        counts=counts,
        open=numbers["open"],
    )


def _row(context: Context, number: int, one: Answered) -> Row:
    given = one.answer.given
    shown: Cell = bold(context.showing.say(_GIVEN[given])) if given != "open" else _boxes(context)
    basis = context.showing.told(one.answer.basis)
    return Row(
        (
            str(number),
            context.showing.say(one.question.wording),
            shown,
            basis[:1].upper() + basis[1:],
            places(context, one.answer.rows) or "–",
        )
    )


def _boxes(context: Context) -> str:
    return "\n".join(f"{TICK_BOX} {context.showing.say(_GIVEN[key])}" for key in _TO_TICK)
