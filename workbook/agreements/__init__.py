"""Composing an agreement: from the clause library and the plan to clauses that a person can read and edit."""

from workbook.agreements.amending import DraftAmendment, amendments_of
from workbook.agreements.annexes import ANNEXES, Annex, annex_letters, annexes_named
from workbook.agreements.arranging import AddLibraryClause, AddOwnClause, BeginAgreement, MoveClause, ResetClause
from workbook.agreements.composing import TITLE_TOPIC, ComposedClause, composed, in_order, offered, untranslated
from workbook.agreements.drafting import DraftedClause, drafted_clauses, gaps_of
from workbook.agreements.library import ClauseLibrary, LibraryClause, UnusableLibrary, read_library
from workbook.agreements.operations import DraftClauses
from workbook.agreements.placeholders import Line, Piece
from workbook.agreements.places import Place, place_of
from workbook.agreements.signing import (
    MakeReady,
    RecordApproval,
    RecordSignature,
    SendToReview,
    approvals_of,
)
from workbook.agreements.stages import (
    FOLLOWS,
    UNSIGNED,
    findings_in_the_way,
    hindrances,
    may_follow,
    open_approvals,
    status_on,
)
from workbook.agreements.standing import standing
from workbook.agreements.values import clause_values, level_title, parties_of
from workbook.agreements.versions import MarkExpired, NewVersion, Terminate, history_of

__all__ = [
    "ANNEXES",
    "FOLLOWS",
    "TITLE_TOPIC",
    "UNSIGNED",
    "AddLibraryClause",
    "AddOwnClause",
    "Annex",
    "BeginAgreement",
    "ClauseLibrary",
    "ComposedClause",
    "DraftAmendment",
    "DraftClauses",
    "DraftedClause",
    "LibraryClause",
    "Line",
    "MakeReady",
    "MarkExpired",
    "MoveClause",
    "NewVersion",
    "Piece",
    "Place",
    "RecordApproval",
    "RecordSignature",
    "ResetClause",
    "SendToReview",
    "Terminate",
    "UnusableLibrary",
    "amendments_of",
    "annex_letters",
    "annexes_named",
    "approvals_of",
    "clause_values",
    "composed",
    "drafted_clauses",
    "findings_in_the_way",
    "gaps_of",
    "hindrances",
    "history_of",
    "in_order",
    "level_title",
    "may_follow",
    "offered",
    "open_approvals",
    "parties_of",
    "place_of",
    "read_library",
    "standing",
    "status_on",
    "untranslated",
]
