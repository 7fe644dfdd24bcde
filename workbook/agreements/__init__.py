"""Composing an agreement: from the clause library and the plan to clauses that a person can read and edit."""

from workbook.agreements.annexes import ANNEXES, Annex, annex_letters, annexes_named
from workbook.agreements.drafting import DraftedClause, drafted_clauses, gaps_of
from workbook.agreements.library import ClauseLibrary, LibraryClause, UnusableLibrary, read_library
from workbook.agreements.operations import DraftClauses
from workbook.agreements.placeholders import Line, Piece
from workbook.agreements.standing import standing
from workbook.agreements.values import clause_values, level_title, parties_of

__all__ = [
    "ANNEXES",
    "Annex",
    "ClauseLibrary",
    "DraftClauses",
    "DraftedClause",
    "LibraryClause",
    "Line",
    "Piece",
    "UnusableLibrary",
    "annex_letters",
    "annexes_named",
    "clause_values",
    "drafted_clauses",
    "gaps_of",
    "level_title",
    "parties_of",
    "read_library",
    "standing",
]
