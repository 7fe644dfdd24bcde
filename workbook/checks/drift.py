"""Drift, as check T4 sees it; what it is stands in `workbook.drifting`."""

from workbook.drifting.binding import BINDING_FIELDS, drift, drift_of

__all__ = ["BINDING_FIELDS", "drift", "drift_of"]
