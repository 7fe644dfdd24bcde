"""What hands do to a tracker on its way, told one by one: sorted badly, copied, emptied, merged, written beside."""

import datetime
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest

from tests.exports.tracker.returning import Edited, Kept, column, edited, row_of
from workbook.returning.preview import Preview

NOT_WORKED_OUT = "Done holds a formula that no program has worked out; write the value itself."
DAY = datetime.datetime(2027, 1, 5)  # noqa: DTZ001 - Excel knows no zones


def told(edit: Edited, code: str = "P-04") -> Preview:
    kept = Kept()
    return kept.preview(edited(kept.sent(code), edit))


def said(preview: Preview) -> list[str]:
    return [str(problem) for problem in preview.problems]


def copied(sheet: Any, source: int, **given: Any) -> None:
    """Copy a row below the others with all that is in it, also out of sight, and write into the copy."""
    last = sheet.max_row + 1
    for place in range(1, sheet.max_column + 1):
        sheet.cell(last, place).value = sheet.cell(source, place).value
    for title, value in given.items():
        sheet.cell(last, column(sheet, title)).value = value


def test_ids_that_stand_beside_other_rows_are_not_trusted_and_the_match_is_a_guess() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        one, other = row_of(sheet, "A-05"), row_of(sheet, "A-06")
        sheet.cell(one, 1).value, sheet.cell(other, 1).value = sheet.cell(other, 1).value, sheet.cell(one, 1).value
        sheet.cell(one, column(sheet, "Done")).value = 0.77

    preview = told(edit)
    ((row,),) = [preview.rows]
    assert preview.base.label(row.edit.type, row.edit.id).startswith("A-05 ")
    assert (row.edit.theirs, row.edit.how, row.edit.is_guess) == (77, "code", True)
    assert not preview.closed
    assert not preview.missing


def test_a_reading_copied_down_and_written_over_is_a_new_one() -> None:
    preview = told(lambda workbook: copied(workbook["Readings"], 2, Date=DAY, Value=5))
    assert [(row.values["date"], row.values["value"]) for row in preview.new] == [("2027-01-05", "5")]
    assert not preview.rows
    assert not preview.problems


def test_a_copy_that_says_something_else_of_the_same_is_named_with_both_rows() -> None:
    preview = told(lambda workbook: copied(workbook["Readings"], 2, Value=5))
    assert said(preview) == [
        "Readings, row 2: The rows 2, 7 are copies of one row with different values; keep one, and empty the others."
    ]
    assert not preview.rows


def test_readings_are_found_without_their_ids_and_keep_what_the_tracker_does_not_show() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Readings"]
        sheet.delete_cols(1)
        sheet.cell(2, column(sheet, "Value")).value = 99

    preview = told(edit)
    assert [(row.edit.field, row.edit.theirs, row.edit.how) for row in preview.rows] == [("value", "99", "name")]


def test_a_row_that_was_emptied_counts_as_taken_out() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        row = row_of(sheet, "A-06")
        for place in range(2, sheet.max_column + 1):
            sheet.cell(row, place).value = None

    for code in ("P-04", ""):
        preview = told(edit, code)
        assert [preview.base.label(one.type, one.id)[:4] for one in preview.missing] == ["A-06"]
        assert not preview.rows
        assert not preview.problems


def test_a_cell_that_a_merge_swallowed_is_named_though_it_was_empty_before() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        place = column(sheet, "Comment")
        sheet.cell(2, place).value = "For all three"
        sheet.merge_cells(start_row=2, end_row=3, start_column=place, end_column=place)

    preview = told(edit)
    assert [row.edit.theirs for row in preview.rows] == ["For all three"]
    assert [one.split(":")[0] for one in said(preview)] == ["Activities!L3"]


def test_what_is_hidden_is_taken_like_everything_else() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        row = row_of(sheet, "A-05")
        sheet.cell(row, column(sheet, "Done")).value = 0.77
        sheet.cell(row, column(sheet, "Comment")).value = "Out of sight"
        sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["L"].hidden = True

    assert {row.edit.theirs for row in told(edit).rows} == {77, "Out of sight"}


def test_what_stands_beside_and_above_the_table_and_on_other_sheets_is_named() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        sheet["N4"].value = "Ask Ben"
        sheet.insert_rows(1)
        sheet["B1"].value = "Seen on Monday"
        workbook.create_sheet("Mine")["A1"].value = "Words"

    preview = told(edit)
    assert said(preview) == [
        "Activities!B1: “Seen on Monday” stands above the header; nothing is taken from there.",
        "Activities!N5: “Ask Ben” stands beside the table; nothing is taken from this column.",
        "tracker.xlsx, Mine: This sheet is none of this tracker; nothing is taken from it.",
    ]
    assert not preview.rows


def test_a_column_that_stands_there_twice_is_read_if_both_say_the_same() -> None:
    def edit(workbook: Any, last: Any = None) -> None:
        sheet = workbook["Activities"]
        place, beside = column(sheet, "Comment"), sheet.max_column + 1
        sheet.cell(2, place).value = "Said once"
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, beside).value = sheet.cell(row, place).value
        if last:
            sheet.cell(2, beside).value = last

    assert [row.edit.theirs for row in told(edit).rows] == ["Said once"]
    preview = told(lambda workbook: edit(workbook, "Said otherwise"))
    assert not preview.rows
    assert said(preview) == [
        "Activities!M1: The column “Comment” stands there twice and says different things; nothing is taken from it."
    ]


def test_a_currency_that_nobody_can_follow_is_told() -> None:
    def of(currency: Any, code: str = "") -> Preview:
        def edit(workbook: Any) -> None:
            sheet = workbook["Resources"]
            sheet.cell(2, column(sheet, "Currency")).value = currency

        return told(edit, code)

    assert said(of("Euros")) == ["Resources!M2: “EUROS” is not a currency; use three letters, such as EUR."]
    assert said(of(None)) == ["Resources!L2: The currency was taken out; the amounts of this row stay in EUR."]
    assert [row.edit.theirs for row in of("chf").rows] == ["34000 CHF"]
    assert [one.theirs for one in of("CHF", "P-04").closed] == ["CHF"]


def test_what_is_written_in_a_figure_of_a_new_row_is_told() -> None:
    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        row = sheet.max_row + 1
        sheet.cell(row, column(sheet, "Activity")).value = "Paint the doors"
        sheet.cell(row, column(sheet, "Lead (A)")).value = "P-02"

    preview = told(edit, "")
    assert [row.values["title"] for row in preview.new] == ["Paint the doors"]
    assert [(one.place, one.title, one.theirs) for one in preview.closed] == [("Activities!E14", "Lead (A)", "P-02")]


@pytest.mark.parametrize(
    ("cell", "theirs", "sentence"),
    [
        (b"<f>0.3+0.4</f><v>0.7</v>", 70, ""),
        (b"<f>0.3+0.4</f>", None, NOT_WORKED_OUT),
        (
            b"<f>0.3+0.4</f><v></v>",
            None,
            NOT_WORKED_OUT,
        ),
        (b' t="e"><f>1/0</f><v>#DIV/0!</v>', None, "Done holds the error #DIV/0!; write there what is meant."),
        (b' t="b"><v>1</v>', None, "Done holds yes or no where a number is wanted."),
        (b' t="str"><f>"7"&amp;"0 %"</f><v>70 %</v>', 70, ""),
    ],
)
def test_formulas_count_by_what_a_program_worked_out_for_them(cell: bytes, theirs: Any, sentence: str) -> None:
    """As Excel writes them, which keeps beside a formula what came of it; openpyxl does not."""
    kept = Kept()
    content = kept.sent("P-04")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Activities"]
    where = f"J{row_of(sheet, 'A-05')}"
    assert sheet["J1"].value == "Done"
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(saved, "w") as copy:
        for name in archive.namelist():
            held = archive.read(name)
            if name == "xl/worksheets/sheet2.xml":
                written = cell if cell.startswith(b" ") else b">" + cell
                pattern = rb'(<c r="%s"(?: s="\d+")?)(?: t="\w+")?>.*?</c>' % where.encode()
                held, count = re.subn(pattern, rb"\1" + written + b"</c>", held)
                assert count == 1
            copy.writestr(name, held)
    preview = kept.preview(saved.getvalue())
    assert [row.edit.theirs for row in preview.rows] == ([] if theirs is None else [theirs])
    assert said(preview) == ([f"Activities!{where}: {sentence}"] if sentence else [])
