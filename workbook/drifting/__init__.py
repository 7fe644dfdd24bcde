"""Drift, weighed: what the plan says differently from what was signed, and what each difference asks for."""

from workbook.drifting.binding import BINDING_FIELDS, drift, drift_of
from workbook.drifting.classes import DEFAULTS, Weight, weights
from workbook.drifting.classifying import classified, classified_drift
from workbook.drifting.drift import GROUPS, Drift
from workbook.drifting.rows import AmendmentRow, amendment_rows

__all__ = [
    "BINDING_FIELDS",
    "DEFAULTS",
    "GROUPS",
    "AmendmentRow",
    "Drift",
    "Weight",
    "amendment_rows",
    "classified",
    "classified_drift",
    "drift",
    "drift_of",
    "weights",
]
