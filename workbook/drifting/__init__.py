"""Drift, weighed: what the plan says differently from what was signed, and what each difference asks for."""

from workbook.drifting.classes import DEFAULTS, Weight, weights
from workbook.drifting.classifying import classified, classified_drift
from workbook.drifting.drift import GROUPS, Drift
from workbook.drifting.rows import AmendmentRow, amendment_rows

__all__ = [
    "DEFAULTS",
    "GROUPS",
    "AmendmentRow",
    "Drift",
    "Weight",
    "amendment_rows",
    "classified",
    "classified_drift",
    "weights",
]
