"""The outline of one agreement: a title block, numbered clauses, signatures, annexes."""

from collections.abc import Iterator

from exports.agreement.context import Context
from exports.agreement.library import clause_library
from exports.agreement.tables import table_named
from exports.edition import Edition
from exports.outline import (
    Block,
    Document,
    Heading,
    Note,
    NumberedList,
    Paragraph,
    Run,
    Runs,
    Table,
    body,
    bold,
    plain,
)
from exports.outline.framing import logo_of
from exports.outline.showing import Showing
from exports.outline.tables import Column
from workbook.agreements import (
    Annex,
    DraftedClause,
    Line,
    annex_letters,
    annexes_named,
    drafted_clauses,
    gaps_of,
    level_title,
    parties_of,
    standing,
)
from workbook.records import Agreement
from workbook.wording import source

_TITLE_TOPIC = "title_reference"
_SIGNATURES = "signatures"
_NAMED_PARTIES = 10
_AID = source("Drafting aid, not legal advice; have it reviewed by somebody who knows your law before you sign it.")
_STANDING = {
    "not_binding": source(
        "This {level} is not legally binding. It records what the parties intend, and creates no duties that can be "
        "enforced in court."
    ),
    "binding": source("This {level} is meant to be legally binding once all parties have signed it."),
}


class NoSuchAgreement(KeyError):  # noqa: N818 - a wish that cannot be met
    """An agreement was asked for that this state of the workbook does not hold."""

    def __str__(self) -> str:
        return "This agreement is not in this state of the workbook."


def agreement_gaps(edition: Edition, agreement_id: str) -> tuple[tuple[str, str], ...]:
    """Return what is still blank in an agreement."""
    return gaps_of(_clauses(edition, _agreement(edition, agreement_id)))


def agreement_document(edition: Edition, agreement_id: str) -> Document:
    """Build the outline."""
    agreement = _agreement(edition, agreement_id)
    clauses = _clauses(edition, agreement)
    annexes = annexes_named(clause.wording for clause in clauses)
    context = Context(Showing(edition), agreement, parties_of(edition.book, agreement), annexes)
    level = level_title(edition.book, agreement.level, edition.formats)
    reference = agreement.code or edition.book.plan.code
    version = edition.say("Version {number}", number=agreement.version or "1")
    blocks = (
        *_title(context, clauses, level),
        *_body(context, clauses),
        *_annexes(context, clauses, annexes),
    )
    return Document(
        title=agreement.title or level,
        language=edition.formats.language,
        blocks=blocks,
        subject=f"{level}, {reference}, {version.lower()}",
        author=edition.book.plan.municipality,
        header="  ·  ".join(part for part in (edition.book.plan.title, level) if part),
        footer=(
            edition.say("Ref. {reference}", reference=reference),
            version,
            edition.say("As of {date}", date=context.showing.as_of),
            context.showing.state,
        ),
        accent=edition.book.plan.accent_colour,
        logo=logo_of(context.showing),
    )


def _agreement(edition: Edition, agreement_id: str) -> Agreement:
    agreement = edition.book.one(Agreement, agreement_id)
    if agreement is None:
        raise NoSuchAgreement(agreement_id)
    return agreement


def _clauses(edition: Edition, agreement: Agreement) -> tuple[DraftedClause, ...]:
    return drafted_clauses(edition.book, agreement, clause_library(), edition.formats)


def _title(context: Context, clauses: tuple[DraftedClause, ...], level: str) -> Iterator[Block]:
    agreement, showing = context.agreement, context.showing
    yield Paragraph(level, "kind")
    yield Paragraph(agreement.title or context.book.plan.title or level, "title")
    facts = (
        (source("Partnership"), context.book.plan.title),
        (source("Reference"), agreement.code),
        (source("Version"), agreement.version),
        (source("Status"), showing.field(agreement, "status")),
        (source("In force from"), showing.field(agreement, "effective")),
        (source("Ends on"), showing.field(agreement, "expiry")),
        (source("Parties"), _named(context)),
    )
    columns = (Column("What", 1, strong=True), Column("As the plan stands", 4))
    said = ((showing.say(name), value or showing.say("not yet in the plan")) for name, value in facts)
    yield Table(showing.columns(columns), body(said))
    notice = showing.say(_STANDING.get(standing(agreement), ""), level=plain(level).split(" (")[0].lower())
    aid = (Run(f"{notice} ", bold=True), Run(showing.say(_AID)))
    yield Note(tuple(run for run in aid if run.text.strip()), "notice")
    missing = [showing.say(name) for name, _ in gaps_of(clauses)]
    if missing:
        listed = ", ".join(missing)
        yield Note(
            (
                Run(showing.say("Still to be filled in ({count}):", count=len(missing)) + " ", bold=True),
                Run(showing.say("{missing}. Each place is marked with a blank line in the text.", missing=listed)),
            ),
            "notice",
        )


def _named(context: Context) -> str:
    names = [partner.legal_name or partner.name for partner in context.parties]
    return (
        "; ".join(names)
        if len(names) <= _NAMED_PARTIES
        else context.showing.say("{count} parties, all of them named below", count=len(names))
    )


def _body(context: Context, clauses: tuple[DraftedClause, ...]) -> Iterator[Block]:
    numbered = [clause for clause in clauses if clause.topic != _TITLE_TOPIC]
    last = [clause for clause in numbered if clause.topic == _SIGNATURES]
    for number, clause in enumerate([c for c in numbered if c not in last] + last, 1):
        yield Heading(2, f"{number}. {clause.heading}")
        yield from _lines(clause.lines)
        if clause.table and not clause.annex:
            yield from table_named(clause.table, context)
    if not last:
        yield Heading(2, f"{len(numbered) + 1}. {context.showing.say('Signatures')}")
        yield from table_named(_SIGNATURES, context)


def _lines(lines: tuple[Line, ...]) -> Iterator[Block]:
    """Turn the paragraphs of a clause into blocks; points that follow each other make one list."""
    points: list[Runs] = []
    first = 1
    for line in lines:
        if line.number is None:
            if points:
                yield NumberedList(tuple(points), first)
                points = []
            yield Paragraph(_runs(line))
        else:
            first = line.number if not points else first
            points.append(_runs(line))
    if points:
        yield NumberedList(tuple(points), first)


def _runs(line: Line) -> Runs:
    return tuple(Run(piece.text, blank=piece.kind == "blank") for piece in line.pieces)


def _annexes(context: Context, clauses: tuple[DraftedClause, ...], annexes: tuple[Annex, ...]) -> Iterator[Block]:
    letters = annex_letters(annexes, context.showing.edition.formats)
    wanted = {clause.table for clause in clauses if clause.annex}
    for number, annex in enumerate(annexes):
        letter = letters[f"annex_{annex.key}"]
        yield Heading(1, f"{letter}: {context.showing.say(annex.title)}", new_page=number == 0)
        tables = [table for table in annex.tables if table in wanted] or list(annex.tables)
        for table in tables:
            yield from table_named(table, context)
    if annexes:
        named = context.agreement.code
        end = context.showing.say("End of {document}", document=named) if named else context.showing.say("End")
        yield Paragraph(bold(end), "small")
