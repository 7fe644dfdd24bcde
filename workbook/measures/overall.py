"""The status of the whole, for people who have two minutes: never an average, always with its reason."""

from collections.abc import Sequence
from typing import NamedTuple

from workbook.measures.indicators import ObjectiveRating, worst
from workbook.wording import Sentence


class OverallRating(NamedTuple):
    """A key of RATINGS, and the sentence that says why."""

    rating: str
    reason: str


def overall_rating(objectives: Sequence[ObjectiveRating]) -> OverallRating:
    """Return the worst rating of the objectives (domain: the overall colour is the worst, with a reason, 6.1)."""
    rating = worst(tuple(one.rating for one in objectives))
    if rating == "no_data":
        reason = "No indicator has a recent reading and no milestone has a date, so nothing can be said yet."
        return OverallRating(rating, reason)
    held = [one.objective.code or one.objective.statement for one in objectives if one.rating == rating]
    return OverallRating(
        rating, Sentence("The worst of the objectives counts: {objectives}.", objectives=", ".join(held))
    )
