"""Tables with a column or a row for each time come with one figure in a row; headings may stand in two rows."""

import datetime
from collections.abc import Sequence

from exports.sheets.reading import spellings
from workbook.bringing_in.columns import knows_headings, look_at, meanings
from workbook.bringing_in.grouping import grouped
from workbook.bringing_in.kinds_of_rows import KEPT
from workbook.bringing_in.sheets import Cell, Sheet
from workbook.bringing_in.tables import Table, tables_in
from workbook.bringing_in.unfolding import unfolded, with_days


def _table(rows: Sequence[Sequence[Cell]], name: str = "Sheet") -> Table:
    width = max(map(len, rows))
    sheet = Sheet(name, tuple((*row, *[""] * (width - len(row))) for row in rows))
    (table,) = tables_in(sheet, knows_headings(spellings))
    return with_days(table)


def _by_period(rows: Sequence[Sequence[Cell]], year: int | None = None, name: str = "Sheet") -> Table:
    made = unfolded(_table(rows, name), meanings(spellings), year)
    assert made is not None
    return made


def test_headings_in_two_rows_are_joined_where_the_lower_one_does_not_tell_columns_apart() -> None:
    table = _table(
        [
            ["Indicator", "", "2024", "", "2025", ""],
            ["", "Unit", "Q1", "Q2", "Q1", "Q2"],
            ["Visitors", "people", 1.0, 2.0, 3.0, 4.0],
            ["Clubs", "", 5.0, 6.0, 7.0, 8.0],
        ]
    )
    assert table.headings == ("Indicator", "Unit", "2024 Q1", "2024 Q2", "2025 Q1", "2025 Q2")
    assert [row.number for row in table.rows] == [3, 4]
    contacts = _table(
        [["Partner", "", "Person", ""], ["Name", "City", "Phone", "Mail"], ["A", "B", "1", "a@b.example"]]
    )
    assert contacts.headings == ("Name", "City", "Phone", "Mail")


def test_a_title_above_one_row_of_headings_is_no_second_row() -> None:
    table = _table([["Our network", "", ""], ["Organisation", "Website", "Notes"], ["A", "a.example", "x"]])
    assert (table.headings, table.title) == (("Organisation", "Website", "Notes"), "Our network")


def test_years_that_are_numbers_stand_over_columns() -> None:
    table = _by_period([["Indicator", 2023.0, 2024.0], ["Visitors", 100.0, "1 200"], ["Clubs", "x", 7.0]])
    assert table.headings == ("Indicator", "Period", "Date", "Value")
    assert [row.cells for row in table.rows] == [
        ("Visitors", "2023", datetime.date(2023, 12, 31), 100.0),
        ("Visitors", "2024", datetime.date(2024, 12, 31), "1 200"),
        ("Clubs", "2024", datetime.date(2024, 12, 31), 7.0),
    ]


def test_what_a_table_counts_is_said_by_its_title_where_no_column_names_it() -> None:
    rows: list[list[Cell]] = [
        ["Visitors by house, 2023 to 2024 [note 1]", "", ""],
        ["Name of organisation", "2023", "2024"],
        ["Museum", 1.0, 2.0],
        ["Theatre", 3.0, 4.0],
        ["Grand Total", 4.0, 6.0],
    ]
    table = _by_period(rows)
    assert table.headings == ("Name of organisation", "Indicator", "Period", "Date", "Value")
    assert {row.cells[1] for row in table.rows} == {"Visitors by house"}
    assert [row.is_sum for row in table.rows] == [False, False, False, False, True, True]


def test_budgets_of_several_years_keep_what_they_are_and_a_column_that_repeats_one_goes() -> None:
    rows: list[list[Cell]] = [
        ["Item", "budget2025", "budget2025", "budget2026", "actual2025", "actual2026"],
        ["Paint", 10.0, 10.0, 12.0, 9.0, ""],
        ["Wood", 20.0, 20.0, 22.0, "", ""],
    ]
    table = _by_period(rows)
    assert table.headings == ("Item", "Indicator", "Period", "Date", "budget", "actual")
    assert [row.cells[-2:] for row in table.rows] == [(10.0, 9.0), (12.0, ""), (20.0, ""), (22.0, "")]


def test_what_adds_up_the_periods_is_none_of_them() -> None:
    made = _by_period([["Budget 2027", "", "", ""], ["Item", "Q1", "Q2", "Total"], ["Paint", 1.0, 2.0, 3.0]])
    assert made.headings == ("Item", "Indicator", "Period", "Date", "Value")
    assert look_at(made, spellings).as_kind("resources", spellings).fields[-1] == "value"


def test_a_baseline_and_a_target_are_no_periods_of_one_thing() -> None:
    table = _table([["Indicator", "Baseline 2024", "Target 2027"], ["Visitors", 1.0, 2.0]])
    assert unfolded(table, meanings(spellings)) is None


def test_rows_of_months_and_years_become_readings_of_each_column() -> None:
    rows: list[list[Cell]] = [
        ["Score", "Members", "Month", "Year"],
        [51.8, 3.0, "May", "2024"],
        [57.1, "", "Juni", 2024.0],
    ]
    table = _by_period(rows)
    assert [row.cells for row in table.rows] == [
        ("Score", "2024-05", datetime.date(2024, 5, 31), 51.8),
        ("Members", "2024-05", datetime.date(2024, 5, 31), 3.0),
        ("Score", "2024-06", datetime.date(2024, 6, 30), 57.1),
    ]
    log = _table([["Session", "Month", "Year"], ["Clay", "March", 2027.0]])
    assert (log.headings[-1], log.rows[0].cells[-1]) == ("Date", datetime.date(2027, 3, 1))


def test_marks_under_weeks_become_days_once_the_year_is_known() -> None:
    rows: list[list[Cell]] = [["Atividades", "Semana 30/04", "Semana 07/05"], ["A", "X", ""], ["B", "X", "X"]]
    table = _by_period(rows)
    assert table.asks_year == "Semana 30/04"
    assert [row.cells[1:] for row in table.rows] == [("", ""), ("", "")]
    dated = _by_period(rows, 2018)
    assert dated.asks_year == ""
    assert dated.rows[1].cells == ("B", datetime.date(2018, 4, 30), datetime.date(2018, 5, 13))
    titled = _by_period([["Work plan 2026", "", ""], *rows])
    assert titled.rows[0].cells[1] == datetime.date(2026, 4, 30)


def test_several_things_of_one_kind_beside_each_other_become_rows() -> None:
    table = _table(
        [
            ["Organisation", "Goal 1", "Goal 1: Status", "Goal 2", "Goal 2: Status", "Phone 1"],
            ["Choir", "Sing", "begun", "Travel", "", "030"],
            ["Museum", "", "", "Open", "soon", ""],
        ]
    )
    made = grouped(table)
    assert made is not None
    assert made.place == "Sheet, row 1, by item"
    assert made.headings == ("Organisation", "Phone 1", "Goal", "Goal Status")
    assert [row.cells for row in made.rows] == [
        ("Choir", "030", "Sing", "begun"),
        ("Choir", "030", "Travel", ""),
        ("Museum", "", "Open", "soon"),
    ]
    looked = look_at(made, spellings)
    assert looked.as_kind("objectives", spellings).fields == ("lead", "", "statement", KEPT)


def test_numbered_figures_and_quarters_are_no_things() -> None:
    assert grouped(_table([["Name", "Score 1", "Score 2"], ["A", 1.0, 2.0]])) is None
    assert grouped(_table([["Name", "Q1", "Q2"], ["A", "x", "y"]])) is None
    assert grouped(_table([["Name", "", "City", ""], ["A", "x", "B", "y"], ["C", "z", "D", "w"]])) is None
