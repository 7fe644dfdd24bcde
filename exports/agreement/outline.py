"""The outline of one agreement: a title block, numbered clauses, signatures, annexes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exports.agreement.context import Context
from exports.agreement.languages import Languages, language_clause
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
from exports.outline.lacking import told_of_translations
from exports.outline.showing import Showing
from exports.outline.tables import Column
from workbook.agreements import (
    UNSIGNED,
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
from workbook.sealing import is_sealed
from workbook.wording import source

_TITLE_TOPIC = "title_reference"
_SIGNATURES = "signatures"
_CHANGES = "amendment"  # the topic of the clause, and the level of the document that it stands in
_NAMED_PARTIES = 10
_AID = source("Drafting aid, not legal advice; have it reviewed by somebody who knows your law before you sign it.")
_MADE_AGAIN = source(
    "These pages were made again after the document was signed, and may differ from what was signed; that is kept in "
    "the workbook and stays as it is."
)
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
    return gaps_of(_clauses(edition, agreement_of(edition, agreement_id)))


@dataclass(frozen=True)
class Parts:
    """An agreement in one language, in the pieces that stand beside each other where it is made in two.

    `frame` is the document without its blocks; `clauses` and `annexes` have one piece for each of them.
    """

    frame: Document
    title: tuple[Block, ...]
    clauses: tuple[tuple[Block, ...], ...]
    annexes: tuple[tuple[Block, ...], ...]
    end: tuple[Block, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything, in the order in which it is read."""
        pieces = (self.title, *self.clauses, *self.annexes, self.end)
        return tuple(block for piece in pieces for block in piece)


def agreement_document(edition: Edition, agreement_id: str) -> Document:
    """Build the outline in the language of the edition."""
    parts = agreement_parts(edition, agreement_id)
    return replace(parts.frame, blocks=parts.blocks)


def agreement_parts(edition: Edition, agreement_id: str, languages: Languages = ()) -> Parts:
    """Build the pieces in the language of the edition; `languages` are those of the document if it has several."""
    original, edition = edition, edition.translated
    agreement = agreement_of(edition, agreement_id)
    clauses = _clauses(edition, agreement)
    annexes = annexes_named(clause.wording for clause in clauses)
    context = Context(Showing(edition), agreement, parties_of(edition.book, agreement), annexes)
    level = level_title(edition.book, agreement.level, edition.formats)
    parts = Parts(
        _framed(context, level),
        tuple(_title(context, clauses, level)),
        tuple(_body(context, clauses, languages)),
        tuple(_annexes(context, clauses, annexes)),
        tuple(_end(context) if annexes else ()),
    )
    return replace(parts, end=(*parts.end, *_not_translated(original, agreement, parts)))


def _framed(context: Context, level: str) -> Document:
    edition, agreement = context.showing.edition, context.agreement
    reference = agreement.code or edition.book.plan.code
    version = edition.say("Version {number}", number=agreement.version or "1")
    return Document(
        title=agreement.title or level,
        language=edition.formats.language,
        blocks=(),
        subject=f"{level}, {reference}, {version.lower()}",
        author=edition.book.plan.municipality,
        header="  ·  ".join(edition.formats.isolated(part) for part in (edition.book.plan.title, level) if part),
        footer=(
            edition.say("Ref. {reference}", reference=reference),
            version,
            edition.say("As of {date}", date=context.showing.as_of),
            context.showing.state,
        ),
        accent=edition.book.plan.accent_colour,
        logo=logo_of(context.showing),
        day=edition.as_of,
    )


def _not_translated(edition: Edition, agreement: Agreement, parts: Parts) -> Iterator[Block]:
    """Say under a draft which words of the plan it shows in another language than its own, or in an old translation."""
    if (agreement.status or "draft") in UNSIGNED:
        for sentence in told_of_translations(edition, parts.blocks):
            yield Note(sentence, "notice")


def agreement_of(edition: Edition, agreement_id: str) -> Agreement:
    """Return an agreement, or raise `NoSuchAgreement`."""
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
    if is_sealed(context.book, "agreements", agreement.id, wholly=True):
        yield Note(showing.say(_MADE_AGAIN), "notice")
    missing = [showing.say(name) for name, _ in gaps_of(clauses)]
    if missing:
        listed = showing.listed(missing)
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
        context.showing.listed(names)
        if len(names) <= _NAMED_PARTIES
        else context.showing.say("{count} parties, all of them named below", count=len(names))
    )


def _body(context: Context, clauses: tuple[DraftedClause, ...], languages: Languages) -> Iterator[tuple[Block, ...]]:
    numbered = [clause for clause in clauses if clause.topic != _TITLE_TOPIC]
    last = [clause for clause in numbered if clause.topic == _SIGNATURES]
    told = [_clause(context, clause) for clause in numbered if clause not in last]
    told += [("", *language_clause(context, languages))] if len(languages) > 1 else []
    told += [_clause(context, clause) for clause in last]
    if not last:
        told.append(("", context.showing.say("Signatures"), tuple(table_named(_SIGNATURES, context))))
    for number, (about, heading, blocks) in enumerate(told, 1):
        figures = context.showing.edition.formats.figures(number)
        yield Heading(2, f"{figures}. {heading}", about=about), *blocks


def _clause(context: Context, clause: DraftedClause) -> tuple[str, str, tuple[Block, ...]]:
    """Return the id of a clause, its heading without a number, and what stands under it."""
    return clause.clause_id, clause.heading, tuple(_under(context, clause))


def _under(context: Context, clause: DraftedClause) -> Iterator[Block]:
    yield from _lines(clause.lines)
    if clause.topic == _CHANGES and context.agreement.level == _CHANGES:
        yield from table_named("changes", context)
    if clause.table and not clause.annex:
        yield from table_named(clause.table, context)


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


def _annexes(
    context: Context, clauses: tuple[DraftedClause, ...], annexes: tuple[Annex, ...]
) -> Iterator[tuple[Block, ...]]:
    letters = annex_letters(annexes, context.showing.edition.formats)
    wanted = {clause.table for clause in clauses if clause.annex}
    for number, annex in enumerate(annexes):
        letter = letters[f"annex_{annex.key}"]
        heading = Heading(1, context.showing.labelled(letter, context.showing.say(annex.title)), new_page=number == 0)
        tables = [table for table in annex.tables if table in wanted] or list(annex.tables)
        yield heading, *(block for table in tables for block in table_named(table, context))


def _end(context: Context) -> Iterator[Block]:
    named = context.agreement.code
    end = context.showing.say("End of {document}", document=named) if named else context.showing.say("End")
    yield Paragraph(bold(end), "small")
