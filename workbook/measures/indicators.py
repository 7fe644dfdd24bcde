"""Results: how far each indicator is on its way, and what that says about its objective (domain: 6.3, 10.5).

Ratings compare what is reached with what a straight line from start to target date would have reached by now. That
line, `ON_TRACK_FROM` and `AT_RISK_FROM` are conventions of ours: no published threshold was found.
"""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from workbook.book import Book
from workbook.measures.dates import months_later
from workbook.measures.figure import Rows, percent, rows_of
from workbook.records import Activity, Indicator, Objective, Reading
from workbook.wording import Sentence

ON_TRACK_FROM = Decimal("0.9")
AT_RISK_FROM = Decimal("0.7")
MILESTONE_GRACE_DAYS = 14
WINDOW_MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
WORST_FIRST = ("off_track", "at_risk", "on_track")
_BY_HAND = {"achieved": "on_track", "on_track": "on_track", "at_risk": "at_risk", "off_track": "off_track"}


@dataclass(frozen=True, slots=True)
class IndicatorProgress:
    """Where an indicator stands: its value, how much of the way that is in percent, and a rating with its reason."""

    indicator: Indicator
    latest: Reading | None
    value: Decimal | None
    achievement: Decimal | None
    formula: str
    rating: str
    reason: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class ObjectiveRating:
    """What an objective's indicators and milestones say together, or what somebody said by hand and why."""

    objective: Objective
    rating: str
    reason: str
    by_hand: bool
    indicators: tuple[IndicatorProgress, ...]
    milestones: tuple[tuple[Activity, str], ...]


def readings_of(book: Book, indicator: Indicator) -> tuple[Reading, ...]:
    """Return the readings of the whole (no breakdown) with a value, oldest first; those without a date lead."""
    whole = book.where(Reading, indicator=indicator.id, breakdown="")
    return tuple(sorted((r for r in whole if r.value is not None), key=lambda r: (r.date or datetime.date.min, r.id)))


def progress(book: Book, indicator: Indicator, as_of: datetime.date) -> IndicatorProgress:
    """Say where an indicator stands on a day; readings after that day and readings without a date do not count."""
    readings = [r for r in readings_of(book, indicator) if r.date is not None and r.date <= as_of]
    latest = readings[-1] if readings else None
    values = [r.value for r in readings if r.value is not None]
    value = (sum(values, Decimal(0)) if indicator.cumulative else values[-1]) if values else None
    reached, formula = (None, "") if value is None else achievement(indicator, value)
    rating, reason = _rating(book, indicator, latest, reached, as_of)
    used = readings if indicator.cumulative else readings[-1:]
    return IndicatorProgress(indicator, latest, value, reached, formula, rating, reason, rows_of((indicator, *used)))


def achievement(indicator: Indicator, value: Decimal) -> tuple[Decimal | None, str]:
    """Return the percentage of the way that a value is, with the formula used; None where no formula can be used."""
    what = "sum of readings" if indicator.cumulative else "latest reading"
    target, baseline = indicator.target, indicator.baseline
    if indicator.direction == "maintain":
        return _kept(value, target if target is not None else baseline, what)
    if target is None:
        return None, "no target"
    if indicator.direction == "decrease":
        if baseline is None:
            return (Decimal(100) if value <= target else None), Sentence(
                "{what} <= target (no baseline)", what=Sentence(what)
            )
        return percent(baseline - value, baseline - target), Sentence(
            "(baseline - {what}) / (baseline - target)", what=Sentence(what)
        )
    if baseline is None:
        return percent(value, target), Sentence("{what} / target (no baseline)", what=Sentence(what))
    return percent(value - baseline, target - baseline), Sentence(
        "({what} - baseline) / (target - baseline)", what=Sentence(what)
    )


def _kept(value: Decimal, wanted: Decimal | None, what: str) -> tuple[Decimal | None, str]:
    formula = Sentence("100 - |{what} - target| / |target|", what=Sentence(what))
    if wanted is None:
        return None, "no target"
    if wanted == 0:
        return (Decimal(100) if value == 0 else None), formula
    return max(100 - abs(value - wanted) * 100 / abs(wanted), Decimal(0)), formula


def is_recent(indicator: Indicator, reading: Reading | None, as_of: datetime.date) -> bool:
    """Say whether a reading lies in the indicator's frequency window, counted back from today or the target date."""
    if reading is None or reading.date is None:
        return False
    months = WINDOW_MONTHS.get(indicator.frequency or "")
    end = min(as_of, indicator.target_date) if indicator.target_date else as_of
    return months is None or reading.date >= months_later(end, -months)


def expected_percent(book: Book, indicator: Indicator, as_of: datetime.date) -> Decimal | None:
    """Return how far a straight line to the target would be by now, in percent; None where it has no dates."""
    start = indicator.baseline_date or book.plan.start
    end = indicator.target_date or book.plan.end
    if indicator.direction == "maintain" or (end is not None and as_of >= end):
        return Decimal(100)
    if start is None or end is None or end <= start:
        return None
    return percent(max((as_of - start).days, 0), (end - start).days)


def _rating(
    book: Book, indicator: Indicator, latest: Reading | None, reached: Decimal | None, as_of: datetime.date
) -> tuple[str, str]:
    silence = _why_silent(indicator, latest, reached, as_of)
    if silence or reached is None:
        return "no_data", silence
    if reached >= 100:
        return "on_track", "The target is reached."
    expected = expected_percent(book, indicator, as_of)
    if expected is None:
        return "no_data", "Without dates nobody can say how far it should be by now."
    reason = Sentence(
        "{reached}% reached; {expected}% would be on time.", reached=round(reached), expected=round(expected)
    )
    if reached >= expected * ON_TRACK_FROM:
        return "on_track", reason
    return ("at_risk" if reached >= expected * AT_RISK_FROM else "off_track"), reason


def _why_silent(indicator: Indicator, latest: Reading | None, reached: Decimal | None, as_of: datetime.date) -> str:
    if latest is None:
        return "There is no reading yet."
    if not is_recent(indicator, latest, as_of):
        return Sentence("The last reading, of {date}, is older than it may be.", date=latest.date)
    if reached is None:
        return _why_unmeasured(indicator)
    return ""


def _why_unmeasured(indicator: Indicator) -> str:
    if indicator.target is None:
        return "No target is set."
    return "No baseline is set." if indicator.baseline is None else "Target and baseline leave no way to measure."


def milestone_rating(milestone: Activity, as_of: datetime.date) -> str:
    """Rate a milestone by its date: done is on track, up to two weeks late at risk, more off track (domain: 6.1)."""
    if milestone.status == "done" or milestone.actual_end is not None:
        return "on_track"
    if milestone.end is None:
        return "no_data"
    late = max(
        (as_of - milestone.end).days, (milestone.end - milestone.baseline_end).days if milestone.baseline_end else 0
    )
    if late > MILESTONE_GRACE_DAYS:
        return "off_track"
    return "at_risk" if late > 0 or milestone.status == "blocked" else "on_track"


def worst(ratings: tuple[str, ...]) -> str:
    """Return the worst rating; no data says nothing either way, and colours are never averaged (domain: 10.5)."""
    return next((rating for rating in WORST_FIRST if rating in ratings), "no_data")


def objective_rating(book: Book, objective: Objective, as_of: datetime.date) -> ObjectiveRating:
    """Rate an objective: the worst of its indicators and milestones, unless set by hand with a reason (10.5).

    A status set by hand without a reason is not believed; *not started* and *dropped* are no rating at all.
    """
    indicators = tuple(progress(book, i, as_of) for i in book.where(Indicator, objective=objective.id))
    held = book.where(Activity, objective=objective.id, milestone=True)
    milestones = tuple((m, milestone_rating(m, as_of)) for m in held if m.status != "cancelled")
    if objective.status is not None and objective.status_reason.strip():
        rating = _BY_HAND.get(objective.status, "no_data")
        return ObjectiveRating(objective, rating, objective.status_reason, True, indicators, milestones)
    ratings = (*(p.rating for p in indicators), *(rating for _, rating in milestones))
    rating = worst(ratings)
    return ObjectiveRating(objective, rating, _why(ratings, rating), False, indicators, milestones)


def _why(ratings: tuple[str, ...], rating: str) -> str:
    if not ratings:
        return "It has neither indicators nor milestones."
    silent = ratings.count("no_data")
    if rating == "no_data":
        return "Nothing that it is measured by can be rated yet."
    rated = len(ratings) - silent
    said = Sentence(
        "The only one that can be rated." if rated == 1 else "The worst of {count} that can be rated.", count=rated
    )
    return Sentence("{said} {count} without data.", said=said, count=silent) if silent else said
