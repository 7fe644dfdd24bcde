"""Progress of indicators and the rating of objectives."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.workbook.checks.building import TODAY, Builder, days
from workbook.measures.dates import months_later
from workbook.measures.indicators import (
    IndicatorProgress,
    achievement,
    objective_rating,
    progress,
    readings_of,
    worst,
)
from workbook.records import Indicator, Objective


def indicator(**given: Any) -> Indicator:
    numbers = {key: Decimal(value) for key, value in given.items() if isinstance(value, int)}
    return Indicator("id", **{**given, **numbers})


def progress_of(builder: Builder, **given: Any) -> IndicatorProgress:
    record_id = builder.add("indicators", title="People", **given)
    record = builder.book.one(Indicator, record_id)
    assert record is not None
    for date, value in ((days(-200), 10), (days(-20), 30)):
        builder.add("readings", indicator=record.id, date=date, value=value)
    return progress(builder.book, record, TODAY)


@pytest.mark.parametrize(
    ("given", "value", "expected"),
    [
        ({"baseline": 20, "target": 120}, 70, 50),
        ({"baseline": 20, "target": 120}, 10, -10),
        ({"target": 1000}, 5000, 500),
        ({"target": 0}, 5, None),
        ({"baseline": 5, "target": 5}, 7, None),
        ({}, 5, None),
        ({"direction": "decrease", "baseline": 50, "target": 10}, 40, 25),
        ({"direction": "decrease", "target": 10}, 9, 100),
        ({"direction": "decrease", "target": 10}, 11, None),
        ({"direction": "maintain", "target": 80}, 76, 95),
        ({"direction": "maintain", "target": 80}, 200, 0),
        ({"direction": "maintain", "baseline": 80}, 80, 100),
        ({"direction": "maintain", "target": 0}, 0, 100),
        ({"direction": "maintain", "target": 0}, 1, None),
    ],
)
def test_achievement_is_the_part_of_the_way_that_is_done(
    given: dict[str, Any], value: int, expected: int | None
) -> None:
    assert achievement(indicator(**given), Decimal(value))[0] == expected


def test_the_formula_says_when_there_was_no_baseline() -> None:
    assert achievement(indicator(target=10), Decimal(5))[1] == "latest reading / target (no baseline)"
    full = indicator(target=10, baseline=0, cumulative=True)
    assert achievement(full, Decimal(5))[1] == "(sum of readings - baseline) / (target - baseline)"


def test_no_reading_is_no_data() -> None:
    builder = Builder()
    record_id = builder.add("indicators", title="People", target=5)
    record = builder.book.one(Indicator, record_id)
    assert record is not None
    found = progress(builder.book, record, TODAY)
    assert (found.latest, found.value, found.achievement, found.rating) == (None, None, None, "no_data")
    assert found.reason == "There is no reading yet."


def test_the_latest_reading_counts_or_the_sum_where_readings_add_up() -> None:
    assert progress_of(Builder(), target=100).value == 30
    assert progress_of(Builder(), target=100, cumulative=True).value == 40


def test_readings_of_parts_and_of_later_days_do_not_count() -> None:
    builder = Builder()
    found = progress_of(builder, target=100)
    for given in ({"date": days(-1), "breakdown": "women"}, {"date": days(1)}):
        builder.add("readings", indicator=found.indicator.id, value=99, **given)
    again = progress(builder.book, found.indicator, TODAY)
    assert again.value == 30
    assert [reading.value for reading in readings_of(builder.book, found.indicator)] == [10, 30, 99]


def test_an_old_reading_is_not_rated() -> None:
    assert progress_of(Builder(), target=30, frequency="quarterly").rating == "on_track"
    found = progress_of(Builder(), target=30, frequency="monthly")
    assert found.rating == "on_track"
    builder = Builder()
    stale_id = builder.add("indicators", title="P", target=30, frequency="monthly")
    stale = builder.book.one(Indicator, stale_id)
    assert stale is not None
    builder.add("readings", indicator=stale.id, date=days(-40), value=30)
    assert progress(builder.book, stale, TODAY).rating == "no_data"


def test_after_the_target_date_the_last_reading_before_it_still_counts() -> None:
    found = progress_of(Builder(), target=30, frequency="monthly", target_date=days(-19))
    assert (found.rating, found.reason) == ("on_track", "The target is reached.")


@pytest.mark.parametrize(
    ("target", "rating"),
    [(30, "on_track"), (66, "on_track"), (67, "at_risk"), (85, "at_risk"), (86, "off_track")],
)
def test_ratings_compare_with_a_straight_line(target: int, rating: str) -> None:
    """Half of the time is over, and 30 are reached."""
    found = progress_of(Builder(start=days(-100), end=days(100)), target=target, baseline=0)
    assert found.rating == rating, found.reason


def test_without_dates_nobody_can_say_how_far_it_should_be() -> None:
    found = progress_of(Builder(), target=100)
    assert (found.rating, found.achievement) == ("no_data", Decimal(30))


def test_the_worst_rating_wins_and_no_data_says_nothing() -> None:
    assert worst(("on_track", "no_data", "at_risk")) == "at_risk"
    assert worst(("no_data", "on_track")) == "on_track"
    assert worst(()) == worst(("no_data",)) == "no_data"


def rated(builder: Builder, objective: str) -> tuple[str, str]:
    record = builder.book.one(Objective, objective)
    assert record is not None
    found = objective_rating(builder.book, record, TODAY)
    return found.rating, found.reason


def test_an_objective_is_as_good_as_its_worst_indicator_or_milestone() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More jobs")
    assert rated(builder, objective) == ("no_data", "It has neither indicators nor milestones.")
    progress_of(builder, target=30, objective=objective)
    builder.add("indicators", title="Never read", objective=objective)
    assert rated(builder, objective) == (
        "on_track",
        "The only one that can be rated. 1 without data.",
    )
    milestone = builder.activity("Open", objective=objective, milestone=True, end=days(-14))
    assert rated(builder, objective)[0] == "at_risk"
    builder.edit("activities", milestone, end=days(-15))
    assert rated(builder, objective)[0] == "off_track"
    builder.edit("activities", milestone, status="done")
    assert rated(builder, objective)[0] == "on_track"


def test_a_milestone_cannot_escape_by_moving_its_date() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More jobs")
    builder.activity("Open", objective=objective, milestone=True, end=days(30), baseline_end=days(5))
    assert rated(builder, objective)[0] == "off_track"


def test_a_status_by_hand_needs_a_reason() -> None:
    builder = Builder()
    objective = builder.add("objectives", statement="More jobs", status="off_track")
    assert rated(builder, objective)[0] == "no_data"
    builder.edit("objectives", objective, status_reason="The hall burnt down.")
    assert rated(builder, objective) == ("off_track", "The hall burnt down.")


def test_months_end_where_the_month_ends() -> None:
    assert months_later(datetime.date(2027, 1, 31), 1) == datetime.date(2027, 2, 28)
    assert months_later(datetime.date(2027, 3, 31), -13) == datetime.date(2026, 2, 28)
    assert months_later(datetime.date(2027, 12, 5), 1) == datetime.date(2028, 1, 5)
