"""The clauses of one agreement, ready to be read: the stored ones, or those that the library proposes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbook.agreements.annexes import annex_letters, annexes_named
from workbook.agreements.library import ClauseLibrary, LibraryClause, Need
from workbook.agreements.placeholders import (
    Filled,
    Line,
    edited_values,
    filled,
    free_values,
    with_values,
    without_values,
)
from workbook.agreements.values import TITLES, clause_values
from workbook.book import Book
from workbook.formats import Formats
from workbook.records import Agreement, CapacityAction, Clause, Record, Risk

INCLUDED: tuple[Need, ...] = ("required", "recommended")
DEFAULT_LEVEL = "mou"
_MAY_BE_LEFT_OUT: dict[str, type[Record]] = {"capacity": CapacityAction, "risks": Risk}


@dataclass(frozen=True, slots=True)
class DraftedClause:
    """One clause as it reads now.

    `wording` still has its placeholders, `lines` are filled; `missing` names what the plan does not say yet. `table` is
    the table of the library that belongs to it, and `annex` the key of the annex in which that table stands, or empty
    where the table follows the wording. `clause_id` is empty for a clause that is only proposed.
    """

    topic: str
    heading: str
    wording: str
    lines: tuple[Line, ...]
    missing: tuple[str, ...]
    need: Need = "optional"
    table: str = ""
    annex: str = ""
    hint: str = ""
    clause_id: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    heading: str
    wording: str
    library: LibraryClause | None
    topic: str
    clause_id: str = ""


def proposed(library: ClauseLibrary, level: str, needs: Iterable[Need] = INCLUDED) -> tuple[LibraryClause, ...]:
    """Return the clauses that a new agreement of this level begins with."""
    wanted = tuple(needs)
    return tuple(clause for clause in library if clause.need(level) in wanted)


def proposed_for(
    book: Book, library: ClauseLibrary, level: str, needs: Iterable[Need] = INCLUDED
) -> tuple[LibraryClause, ...]:
    """Return the clauses that a new agreement of this plan begins with.

    A clause that is only recommended, and speaks of a table for which the plan holds nothing, would promise what
    nobody has planned.
    """

    def is_empty(clause: LibraryClause) -> bool:
        table = _MAY_BE_LEFT_OUT.get(clause.table)
        return clause.need(level) == "recommended" and table is not None and not book.count_where(table)

    return tuple(clause for clause in proposed(library, level, needs) if not is_empty(clause))


def drafted_clauses(
    book: Book, agreement: Agreement, library: ClauseLibrary, formats: Formats | None = None
) -> tuple[DraftedClause, ...]:
    """Return the clauses of an agreement, filled from the plan.

    Stored clauses come in their own order, without those that were left out, with whatever somebody edited; an
    agreement that has none is drafted from the library.
    """
    level = agreement.level or DEFAULT_LEVEL
    formats = formats or Formats()
    sources = _stored(book, agreement, library) or [
        _Source(clause.heading, clause.wording(level), clause, clause.topic)
        for clause in proposed_for(book, library, level)
    ]
    letters = annex_letters(annexes_named(source.wording for source in sources), formats)
    values = clause_values(book, agreement, formats) | letters
    said = [_said(source, level, formats) for source in sources]
    free = free_values(
        (wording, _original(source, level, formats)) for wording, source in zip(said, sources, strict=True)
    )
    return tuple(
        _drafted(source, level, filled(wording, values, free, formats), formats)
        for source, wording in zip(sources, said, strict=True)
    )


def _stored(book: Book, agreement: Agreement, library: ClauseLibrary) -> list[_Source]:
    clauses = book.where(Clause, agreement=agreement.id)
    ordered = sorted(clauses, key=lambda clause: (clause.position is None, clause.position or 0))
    return [
        _Source(clause.heading, clause.body, library.get(clause.topic), clause.topic, clause.id)
        for clause in ordered
        if not clause.left_out
    ]


def _drafted(source: _Source, level: str, done: Filled, formats: Formats) -> DraftedClause:
    annexes = annexes_named([source.wording])
    known = source.library
    table = known.table if known else ""
    annex = next((annex.key for annex in annexes if table in annex.tables), "")
    return DraftedClause(
        source.topic,
        formats.say(source.heading) if known and known.heading == source.heading else source.heading,
        source.wording,
        done.lines,
        done.missing,
        known.need(level) if known else "optional",
        table,
        annex,
        known.often_missing if known else "",
        source.clause_id,
    )


def _said(source: _Source, level: str, formats: Formats) -> str:
    """Return the wording in the document's language where it is still the library's; what somebody edited stays theirs.

    An edited value of a free placeholder is no edit of the sentence.
    """
    if source.library is None:
        return source.wording
    original = source.library.wording(level)
    if without_values(source.wording) != without_values(original):
        return source.wording
    return with_values(_original(source, level, formats), edited_values(source.wording, original))


def _original(source: _Source, level: str, formats: Formats) -> str:
    """Return the library's wording in the document's language; it is translated line by line."""
    if source.library is None:
        return ""
    return "\n".join(formats.say(line) for line in source.library.wording(level).split("\n"))


def gaps_of(clauses: Sequence[DraftedClause]) -> tuple[tuple[str, str], ...]:
    """Return what the plan still has to say for an agreement: pairs of the value and the first clause it stands in."""
    found: dict[str, str] = {}
    for clause in clauses:
        for name in clause.missing:
            found.setdefault(TITLES.get(name, name.replace("_", " ")), clause.heading)
    return tuple(found.items())
