"""The work plan in time: how long things take, what waits for what, and how plans are moved without breaking."""

from workbook.scheduling.baseline import AgreeDates
from workbook.scheduling.following import ShiftFollowing, following, shift_needed
from workbook.scheduling.links import Broken, LinkActivities, UnlinkActivities, breaks, broken_links
from workbook.scheduling.moving import MoveActivity, PlaceActivity, StretchActivity
from workbook.scheduling.spans import Span, days_late, in_period, is_late, span_of, state_of
from workbook.scheduling.wording import in_words, span_in_words

__all__ = [
    "AgreeDates",
    "Broken",
    "LinkActivities",
    "MoveActivity",
    "PlaceActivity",
    "ShiftFollowing",
    "Span",
    "StretchActivity",
    "UnlinkActivities",
    "breaks",
    "broken_links",
    "days_late",
    "following",
    "in_period",
    "in_words",
    "is_late",
    "shift_needed",
    "span_in_words",
    "span_of",
    "state_of",
]
