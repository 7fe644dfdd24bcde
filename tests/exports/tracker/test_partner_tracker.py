"""What a partner finds in its tracker: what to fill, what is closed, until when and to whom it goes back."""

import datetime
import io
from dataclasses import replace
from typing import Any

import openpyxl

from exports.tracker import to_partner_xlsx
from tests.exports.tracker.returning import Kept, edited

DUE = datetime.date(2026, 12, 14)


def sent(kept: Kept, code: str = "P-04", **given: Any) -> bytes:
    return to_partner_xlsx(replace(kept.edition(), **given), kept.partner(code))


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def told(content: bytes) -> dict[str, Any]:
    """What the first sheet says beside each title."""
    return {str(row[0].value): row[1].value for row in opened(content)["README"].iter_rows(max_col=2) if row[0].value}


def test_the_first_sheet_says_until_when_and_to_whom_the_tracker_goes_back() -> None:
    kept = Kept()
    plain, named = told(sent(kept)), told(sent(kept, due=DUE, personal=True))
    assert "Please return it by" not in plain
    assert plain["Send it back to"] == "Culture Department, City of Port Lindell"
    assert named["Please return it by"] == datetime.datetime(2026, 12, 14)  # noqa: DTZ001 - Excel knows no zones
    assert named["Send it back to"].endswith(f", {plain['Send it back to']}")
    assert "@" in named["Send it back to"]


def test_the_first_sheet_shows_the_looks_of_open_and_closed_cells() -> None:
    book = opened(sent(Kept()))
    looks = {cell.value: cell.fill.fgColor.rgb for cell in book["README"]["A"] if cell.value in ("White", "Grey")}
    activities = book["Activities"]
    titles = {cell.value: cell.column for cell in activities[1]}
    assert looks["Grey"] == activities.cell(2, titles["Due"]).fill.fgColor.rgb
    assert looks["White"] == activities.cell(2, titles["Comment"]).fill.fgColor.rgb


def test_what_was_written_on_the_first_sheet_is_told_and_nothing_else_of_it_is() -> None:
    kept = Kept()
    content = sent(kept, due=DUE, personal=True)
    assert kept.preview(content).is_empty

    def write(workbook: Any) -> None:
        workbook["README"]["D3"].value = "We need more time."

    (problem,) = kept.preview(edited(content, write)).problems
    assert str(problem) == "README!D3: “We need more time.” was written here; nothing is taken from this sheet."


def test_no_sheet_can_be_deleted_by_mistake_and_closed_columns_refuse_typing_where_the_protection_was_lifted() -> None:
    book = opened(sent(Kept()))
    assert book.security.lockStructure
    sheet = book["Activities"]
    assert sheet.sheet_properties.tabColor is not None
    closed = [rule for rule in sheet.data_validations.dataValidation if rule.type == "custom"]
    assert {rule.formula1 for rule in closed} == {"FALSE"}
    assert {rule.errorStyle or "stop" for rule in closed} == {"stop"}
    letters = {str(rule.sqref).split(":")[0].rstrip("0123456789") for rule in closed}
    titles = {cell.column_letter: cell.value for cell in sheet[1]}
    assert {titles[letter] for letter in letters} == {
        "Code", "Activity", "Objective", "Start", "Due", "Deliverable",
    }  # fmt: skip


def test_the_sheets_of_the_whole_plan_that_are_only_read_are_closed_and_the_others_can_be_sorted() -> None:
    book = opened(Kept().sent())
    closed = {sheet.title for sheet in book if sheet.protection.sheet}
    assert closed == {"README", "Dashboard", "Needs_vs_offers", "Log"}
    assert book.security is None or not book.security.lockStructure
