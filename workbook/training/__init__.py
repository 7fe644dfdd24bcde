"""Capacity and training: lists of those who came become counts, needs become actions, sessions get their follow-up.

`lists` and `columns` read what people paste, `words` knows how they write it, `counts` counts it; the rest are
operations. Names are never needed for a figure (domain: privacy, 5.4).
"""

from workbook.training.attendance import KeptNames, RecordAttendance
from workbook.training.columns import FIELDS
from workbook.training.counts import Counts, Sum, counted, counts_of, sums
from workbook.training.lists import AttendanceList, Attendee, Note, read_list
from workbook.training.names import DeleteNames, names_to_delete
from workbook.training.planning import PlanAction, PlanFollowUp

__all__ = [
    "FIELDS",
    "AttendanceList",
    "Attendee",
    "Counts",
    "DeleteNames",
    "KeptNames",
    "Note",
    "PlanAction",
    "PlanFollowUp",
    "RecordAttendance",
    "Sum",
    "counted",
    "counts_of",
    "names_to_delete",
    "read_list",
    "sums",
]
