"""Mechanisms: the library of what worked elsewhere, and bringing one of them into the plan."""

from workbook.mechanisms.adopting import AdoptMechanism, Part, adopted_as, parts_of
from workbook.mechanisms.library import (
    LibraryActivity,
    LibraryIndicator,
    LibraryMechanism,
    LibraryNeed,
    UnusableMechanisms,
    Wanted,
    read_mechanisms,
)

__all__ = [
    "AdoptMechanism",
    "LibraryActivity",
    "LibraryIndicator",
    "LibraryMechanism",
    "LibraryNeed",
    "Part",
    "UnusableMechanisms",
    "Wanted",
    "adopted_as",
    "parts_of",
    "read_mechanisms",
]
