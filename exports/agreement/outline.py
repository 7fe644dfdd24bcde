"""The outline of one agreement: a title block, numbered clauses, signatures, annexes."""

from collections.abc import Iterator

from exports.agreement.context import Context
from exports.agreement.library import clause_library
from exports.agreement.tables import annex_table, clause_table
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

_TITLE_TOPIC = "title_reference"
_SIGNATURES = "signatures"
_NAMED_PARTIES = 10
_AID = "Drafting aid, not legal advice; have it reviewed by somebody who knows your law before you sign it."
_STANDING = {
    "not_binding": "This {level} is not legally binding. It records what the parties intend, and creates no duties "
    "that can be enforced in court.",
    "binding": "This {level} is meant to be legally binding once all parties have signed it.",
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
    level = level_title(edition.book, agreement.level)
    reference = agreement.code or edition.book.plan.code
    version = f"Version {agreement.version or '1'}"
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
        footer=(f"Ref. {reference}", version, f"As of {context.showing.as_of}", context.showing.state),
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
        ("Partnership", context.book.plan.title),
        ("Reference", agreement.code),
        ("Version", agreement.version),
        ("Status", showing.field(agreement, "status")),
        ("In force from", showing.field(agreement, "effective")),
        ("Ends on", showing.field(agreement, "expiry")),
        ("Parties", _named(context)),
    )
    columns = (Column("What", 1, strong=True), Column("As the plan stands", 4))
    yield Table(columns, body((name, value or "not yet in the plan") for name, value in facts))
    sentence = _STANDING.get(standing(agreement), "")
    notice = sentence.format(level=plain(level).split(" (")[0].lower())
    yield Note(tuple(run for run in (Run(f"{notice} ", bold=True), Run(_AID)) if run.text.strip()), "notice")
    missing = [name for name, _ in gaps_of(clauses)]
    if missing:
        yield Note(
            (
                Run(f"Still to be filled in ({len(missing)}): ", bold=True),
                Run(f"{', '.join(missing)}. Each place is marked with a blank line in the text."),
            ),
            "notice",
        )


def _named(context: Context) -> str:
    names = [partner.legal_name or partner.name for partner in context.parties]
    return "; ".join(names) if len(names) <= _NAMED_PARTIES else f"{len(names)} parties, all of them named below"


def _body(context: Context, clauses: tuple[DraftedClause, ...]) -> Iterator[Block]:
    numbered = [clause for clause in clauses if clause.topic != _TITLE_TOPIC]
    last = [clause for clause in numbered if clause.topic == _SIGNATURES]
    for number, clause in enumerate([c for c in numbered if c not in last] + last, 1):
        yield Heading(2, f"{number}. {clause.heading}")
        yield from _lines(clause.lines)
        if clause.table and not clause.annex:
            yield from clause_table(clause.table, context)
    if not last:
        yield Heading(2, f"{len(numbered) + 1}. Signatures")
        yield from clause_table(_SIGNATURES, context)


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
    letters = annex_letters(annexes)
    wanted = {clause.table for clause in clauses if clause.annex}
    for number, annex in enumerate(annexes):
        letter = letters[f"annex_{annex.key}"]
        yield Heading(1, f"{letter}: {annex.title}", new_page=number == 0)
        tables = [table for table in annex.tables if table in wanted] or list(annex.tables)
        for table in tables:
            yield from annex_table(table, context)
    if annexes:
        yield Paragraph(bold(f"End of {context.agreement.code or 'the document'}"), "small")
