"""Copies that were edited apart come together: where they parted, what each side did since, and where they disagree."""

from workbook.merging.comparing import compare
from workbook.merging.conflicts import Choices, Comparison, Conflict, Reason, Side
from workbook.merging.meeting import Meeting, erased_there, meet
from workbook.merging.memory import Decision, Memory, TheirStep, memory_of
from workbook.merging.resolving import resolution, resolved
from workbook.merging.telling import Hand, ToldConflict, told_conflicts

__all__ = [
    "Choices",
    "Comparison",
    "Conflict",
    "Decision",
    "Hand",
    "Meeting",
    "Memory",
    "Reason",
    "Side",
    "TheirStep",
    "ToldConflict",
    "compare",
    "erased_there",
    "meet",
    "memory_of",
    "resolution",
    "resolved",
    "told_conflicts",
]
