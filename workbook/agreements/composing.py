"""What stands in an agreement clause by clause, and what the library still offers for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from workbook.agreements.drafting import DEFAULT_LEVEL, drafted_clauses
from workbook.agreements.library import ClauseLibrary, LibraryClause, Need
from workbook.agreements.placeholders import Line, edited_values, without_values
from workbook.book import Book
from workbook.formats import Formats
from workbook.records import Agreement, Clause
from workbook.translating import has_grown_old, same_language, translated

Wording = Literal["library", "values", "edited", "own"]
"""Whose words a clause has: the library's, those with other values in them, somebody's, or no library knows it."""
TITLE_TOPIC, SIGNATURES_TOPIC = "title_reference", "signatures"
"""The title stands above the numbered clauses, and the signatures after all of them, wherever they are listed."""
_ORDER: tuple[Need, ...] = ("required", "recommended", "optional")


@dataclass(frozen=True, slots=True)
class ComposedClause:
    """One clause of an agreement as somebody who writes it sees it; those that are left out are there too.

    `number` is the one that it has in the document, 0 where it has none: the title, or a clause that is left out.
    `missing` names the placeholders that are still blank.
    """

    clause: Clause
    number: int
    need: Need
    wording: Wording
    missing: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    hint: str = ""


def in_order(book: Book, agreement_id: str) -> tuple[Clause, ...]:
    """Return all clauses of an agreement in their order; those without a place come last."""
    found = book.where(Clause, agreement=agreement_id)
    return tuple(sorted(found, key=lambda clause: (clause.position is None, clause.position or 0)))


def composed(
    book: Book, agreement: Agreement, library: ClauseLibrary, formats: Formats | None = None
) -> tuple[ComposedClause, ...]:
    """Return the clauses that are stored for an agreement, in their order."""
    clauses = in_order(book, agreement.id)
    if not clauses:
        return ()
    drafted = {one.clause_id: one for one in drafted_clauses(book, agreement, library, formats) if one.clause_id}
    level = agreement.level or DEFAULT_LEVEL
    numbers = _numbers(clauses, _is_in_two_languages(book, agreement))
    found: list[ComposedClause] = []
    for clause in clauses:
        known = library.get(clause.topic)
        need: Need = known.need(level) if known else "optional"
        as_drafted = drafted.get(clause.id)
        found.append(
            ComposedClause(
                clause,
                numbers.get(clause.id, 0),
                need,
                wording_of(clause, known, level),
                as_drafted.missing if as_drafted else (),
                as_drafted.lines if as_drafted else (),
                known.often_missing if known else "",
            )
        )
    return tuple(found)


def _is_in_two_languages(book: Book, agreement: Agreement) -> bool:
    second, first = agreement.second_language, agreement.language or book.plan.language or "en"
    return bool(second) and not same_language(second, first)


def _numbers(clauses: tuple[Clause, ...], in_two_languages: bool) -> dict[str, int]:
    """Number clauses; in two languages the one that says so, which is no record, stands before the signatures."""
    numbered = [clause for clause in clauses if not clause.left_out and clause.topic != TITLE_TOPIC]
    last = [clause for clause in numbered if clause.topic == SIGNATURES_TOPIC]
    first = [clause for clause in numbered if clause not in last]
    numbers = {clause.id: number for number, clause in enumerate(first, 1)}
    return numbers | {clause.id: number for number, clause in enumerate(last, len(first) + 1 + in_two_languages)}


def wording_of(clause: Clause, known: LibraryClause | None, level: str) -> Wording:
    """Say whose words a clause has; a value in place of the library's is no edit of its sentences."""
    if known is None:
        return "own"
    original = known.wording(level)
    if clause.heading != known.heading or without_values(clause.body) != without_values(original):
        return "edited"
    return "values" if edited_values(clause.body, original) else "library"


def offered(book: Book, agreement: Agreement, library: ClauseLibrary) -> tuple[tuple[LibraryClause, Need], ...]:
    """Return the clauses that the library has for this level and the agreement has not, the needed ones first."""
    level = agreement.level or DEFAULT_LEVEL
    held = {clause.topic for clause in book.where(Clause, agreement=agreement.id)}
    found = ((clause, clause.need(level)) for clause in library if clause.topic not in held)
    return tuple(sorted((one for one in found if one[1] in _ORDER), key=lambda one: _ORDER.index(one[1])))


def untranslated(
    book: Book, agreement: Agreement, clauses: Iterable[ComposedClause]
) -> dict[str, Literal["lacking", "old"]]:
    """Say by id of which clauses the own words lack a language of the agreement, or changed since they had it.

    The library's wording has its translations; what somebody edited or wrote has those that somebody wrote down.
    """
    plan = book.plan.language or "en"
    made_in = (agreement.language or plan, agreement.second_language)
    wanted = [one for one in made_in if one and not same_language(one, plan)]

    found: dict[str, Literal["lacking", "old"]] = {}
    for clause in (one.clause for one in clauses if one.wording in ("edited", "own") and not one.clause.left_out):
        texts = [("clauses", clause.id, name) for name in ("heading", "body") if getattr(clause, name).strip()]
        asked = [(*text, language) for language in wanted for text in texts]
        if any(translated(book, *one) is None for one in asked):
            found[clause.id] = "lacking"
        elif any(has_grown_old(book, *one) for one in asked):
            found[clause.id] = "old"
    return found
