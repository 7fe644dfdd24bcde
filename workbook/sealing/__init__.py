"""Fixing a document for good: sealing and issuing it, keeping it from edits, and checking it later."""

from workbook.sealing.books import sealed_book, sealed_books
from workbook.sealing.guard import PassesSeals, refuse_sealed, untouchable
from workbook.sealing.seals import (
    MadeFrom,
    State,
    baseline_before,
    baseline_of,
    is_sealed,
    last_issued,
    latest_seal,
    main_agreement,
    seals_of,
)
from workbook.sealing.verifying import Verdict, verified_seal, verified_seals, verify

__all__ = [
    "MadeFrom",
    "PassesSeals",
    "State",
    "Verdict",
    "baseline_before",
    "baseline_of",
    "is_sealed",
    "last_issued",
    "latest_seal",
    "main_agreement",
    "refuse_sealed",
    "sealed_book",
    "sealed_books",
    "seals_of",
    "untouchable",
    "verified_seal",
    "verified_seals",
    "verify",
]
