"""Headings that name a time are understood in any language, and never given a year that nobody said."""

from datetime import date

import pytest

from workbook.bringing_in.periods import month_of, periods_of, year_named


@pytest.mark.parametrize(
    ("heading", "label", "stem", "day"),
    [
        ("2024", "2024", "", date(2024, 12, 31)),
        ("2014/2015 [b]", "2014/2015", "", date(2014, 12, 31)),
        ("2024-25", "2024/2025", "", date(2024, 12, 31)),
        ("budget2014", "2014", "budget", date(2014, 12, 31)),
        ("Visitors 2023", "2023", "Visitors", date(2023, 12, 31)),
        ("2024 Q1", "2024 Q1", "", date(2024, 3, 31)),
        ("1er trimestre 2024", "2024 Q1", "", date(2024, 3, 31)),
        ("H2 2024", "2024 H2", "", date(2024, 12, 31)),
        ("Février 2024", "2024-02", "", date(2024, 2, 29)),
        ("مارس 2024", "2024-03", "", date(2024, 3, 31)),
        ("Jan 24", "2024-01", "", date(2024, 1, 31)),
        ("01/2024", "2024-01", "", date(2024, 1, 31)),
        ("Semaine du 29/04/2024", "2024-04-29", "", date(2024, 5, 5)),
        ("2024-04-30", "2024-04-30", "", date(2024, 4, 30)),
    ],
)
def test_a_heading_names_a_time_and_what_else_it_says(heading: str, label: str, stem: str, day: date) -> None:
    (period,) = periods_of([heading])
    assert period is not None
    assert (period.label, period.stem, period.day) == (label, stem, day)
    assert not period.lacks_year


@pytest.mark.parametrize("heading", ["Target", "Goal 1", "Phone 2", "Week 3", "KW 12", "1 2 3", "2013/2017", "31/31"])
def test_other_headings_name_no_time(heading: str) -> None:
    assert periods_of([heading]) == [None]


def test_a_time_without_a_year_has_none_until_somebody_says_it_and_then_runs_on() -> None:
    headings = ["Nov", "Dez", "Jan"]
    assert all(period is not None and period.lacks_year for period in periods_of(headings))
    found = [period.start for period in periods_of(headings, 2027) if period is not None]
    assert found == [date(2027, 11, 1), date(2027, 12, 1), date(2028, 1, 1)]
    weeks = [period for period in periods_of(["Semana 30/04", "Semana 07/05"], 2018) if period is not None]
    assert [(one.start, one.end) for one in weeks] == [
        (date(2018, 4, 30), date(2018, 5, 6)),
        (date(2018, 5, 7), date(2018, 5, 13)),
    ]


def test_months_in_figures_and_years_in_pairs_are_told_apart_by_what_stands_beside() -> None:
    pairs = periods_of(["2010-11", "2011-12", "2012-13"])
    months = periods_of(["2010-10", "2010-11", "2010-12"])
    assert [one.grain for one in (*pairs, *months) if one is not None] == [*["pair"] * 3, *["month"] * 3]


def test_a_title_names_a_year_only_where_it_is_the_only_one() -> None:
    assert year_named("Visitors 2024", "Sheet1") == 2024
    assert year_named("Visitors 2023 to 2024") is None
    assert (month_of("Août"), month_of("3"), month_of("Sept."), month_of("Spring")) == (8, 3, 9, None)
