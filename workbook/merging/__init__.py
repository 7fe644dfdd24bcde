"""Copies that were edited apart come together: where they parted, what each side did since, and where they disagree."""

from workbook.merging.comparing import compare
from workbook.merging.conflicts import Choices, Comparison, Conflict, Reason, Side
from workbook.merging.meeting import Meeting, erased_there, meet
from workbook.merging.resolving import resolution, resolved
from workbook.merging.telling import Hand, ToldConflict, told_conflicts

__all__ = [
    "Choices",
    "Comparison",
    "Conflict",
    "Hand",
    "Meeting",
    "Reason",
    "Side",
    "ToldConflict",
    "compare",
    "erased_there",
    "meet",
    "resolution",
    "resolved",
    "told_conflicts",
]
