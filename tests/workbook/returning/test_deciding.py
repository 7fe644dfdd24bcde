"""What of a returned tracker is taken without being asked, what waits, and what becomes of it when somebody decides."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.exports.tracker.returning import TODAY, Edited, Kept, all_of, column, edited, put, row_of
from workbook.operations import AddRecord, EditRecord, Refused
from workbook.records import Activity, Indicator, Reading, Responsibility
from workbook.returning.accepting import AcceptTracker
from workbook.returning.deciding import Decisions, usual_side
from workbook.returning.edits import Key


def activity(kept: Kept, code: str) -> Activity:
    found = kept.workbook.book.by_code("activities", code)
    assert isinstance(found, Activity)
    return found


def key(kept: Kept, code: str, field: str) -> Key:
    return "activities", activity(kept, code).id, field


def without_id(code: str) -> Edited:
    """Take the id out of a row, as when its cells were copied into a new one."""

    def edit(workbook: Any) -> None:
        workbook["Activities"].cell(row_of(workbook["Activities"], code), 1).value = None

    return edit


def without_row(code: str) -> Edited:
    def edit(workbook: Any) -> None:
        workbook["Activities"].delete_rows(row_of(workbook["Activities"], code))

    return edit


def test_a_guess_is_not_taken_until_somebody_confirms_it() -> None:
    kept = Kept()
    rows = all_of(put("Activities", "A-05", "Done", 0.7), put("Activities", "A-04", "Done", 0.8), without_id("A-05"))
    content = edited(kept.sent(), rows)
    preview = kept.preview(content)
    assert [(row.edit.id, row.edit.how) for row in preview.guesses] == [(activity(kept, "A-05").id, "code")]
    assert {row.edit.theirs: usual_side(row) for row in preview.rows} == {70: None, 80: "theirs"}
    before = activity(kept, "A-05").done
    kept.accept(content)
    assert (activity(kept, "A-05").done, activity(kept, "A-04").done) == (before, 80)
    kept.workbook.undo()
    kept.accept(content, choices={key(kept, "A-05", "done"): "theirs", key(kept, "A-04", "done"): "ours"})
    assert activity(kept, "A-05").done == 70
    assert activity(kept, "A-04").done != 80


def test_a_guessed_cell_of_the_roles_comes_with_what_it_is_about_or_not_at_all() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["RACI"]
        row = row_of(sheet, "A-05")
        sheet.cell(row, 1).value = None
        place = next(
            number for number in range(4, sheet.max_column) if not str(sheet.cell(row, number).value or "").strip()
        )
        sheet.cell(row, place).value = "I"

    content = edited(kept.sent(), edit)
    count = kept.workbook.book.count("responsibilities")
    (guess,) = kept.preview(content).guesses
    assert guess.edit.field == "letters"
    assert {change.type for change in kept.accept(content).changes} == {"trackers"}
    kept.workbook.undo()
    kept.accept(content, choices={guess.edit.key: "theirs"})
    assert kept.workbook.book.count("responsibilities") == count + 1
    made = kept.workbook.book.one(Responsibility, guess.edit.id)
    assert made is not None
    assert (made.activity, made.letters) == (activity(kept, "A-05").id, ("I",))


def test_rows_that_are_gone_are_closed_one_by_one() -> None:
    kept = Kept()
    content = edited(kept.sent("P-04"), all_of(without_row("A-08"), without_row("A-05")))
    first, second = kept.preview(content).missing
    kept.accept(content, policy="ask", choices={first.key: "theirs", second.key: "ours"})
    status = {one.id: one.status for one in (activity(kept, "A-08"), activity(kept, "A-05"))}
    assert status[first.id] == "cancelled"
    assert status[second.id] != "cancelled"
    decided = Decisions({first.key: "ours"}, "close")
    assert [decided.takes(one) for one in (first, second)] == [False, True]


def test_a_record_that_moved_on_here_is_closed_only_if_somebody_says_so_of_it() -> None:
    kept = Kept()
    sent = kept.sent("P-04")
    kept.workbook.do(EditRecord("activities", activity(kept, "A-08").id, {"status": "blocked"}))
    content = edited(sent, without_row("A-08"))
    (gone,) = kept.preview(content).missing
    assert {change.type for change in kept.accept(content, policy="close").changes} == {"trackers"}
    kept.workbook.undo()
    kept.accept(content, policy="ask", choices={gone.key: "theirs"})
    assert activity(kept, "A-08").status == "cancelled"


def test_what_was_prepared_is_taken_as_one_step_and_refused_when_the_plan_moved_on_meanwhile() -> None:
    kept = Kept()
    content = edited(kept.sent("P-04"), put("Activities", "A-05", "Done", 0.7))
    operation = AcceptTracker(kept.preview(content), TODAY).prepared()
    changes = operation.plan(kept.workbook.book)
    assert changes is operation.plan(kept.workbook.book)
    kept.workbook.do(EditRecord("activities", activity(kept, "A-04").id, {"done": 11}))
    assert {change.id for change in operation.plan(kept.workbook.book)} >= {activity(kept, "A-05").id}
    kept.workbook.do(EditRecord("activities", activity(kept, "A-05").id, {"done": 50}))
    with pytest.raises(Refused, match="The plan has changed"):
        kept.workbook.do(operation)
    assert activity(kept, "A-05").done == 50


def test_a_sheet_whose_rows_lost_their_ids_is_guessed_as_a_whole() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        for row in range(2, sheet.max_row + 1):
            sheet.cell(row, 1).value = None
            sheet.cell(row, column(sheet, "Done")).value = 0.33

    preview = kept.preview(edited(kept.sent(), edit))
    assert len(preview.guesses) == len(preview.rows) == kept.workbook.book.count("activities")


def test_a_row_that_somebody_added_here_too_is_shown_against_ours() -> None:
    kept = Kept()
    sent = kept.sent("P-01")
    (indicator, *_) = kept.workbook.book.all(Indicator)
    day = datetime.date(2026, 5, 7)

    def edit(workbook: Any) -> None:
        sheet = workbook["Readings"]
        last = sheet.max_row + 1
        for title, value in (("Indicator", indicator.code), ("Date", day), ("Value", 77), ("Comment", "Counted twice")):
            sheet.cell(last, column(sheet, title)).value = value

    content = edited(sent, edit)
    stale = AcceptTracker(kept.preview(content), TODAY)
    kept.workbook.do(AddRecord("readings", {"indicator": indicator.id, "date": day, "value": 80}))
    with pytest.raises(Refused, match="The plan has changed"):
        kept.workbook.do(stale)
    preview = kept.preview(content)
    assert not preview.new
    shown = {row.edit.field: (row.edit.theirs, row.ours, row.standing) for row in preview.rows}
    assert shown["value"] == ("77", "80", "conflict")
    assert shown["note"] == ("Counted twice", "", "change")
    value = next(row.edit.key for row in preview.rows if row.edit.field == "value")
    kept.accept(content)
    (ours,) = kept.workbook.book.where(Reading, indicator=indicator.id, date=day)
    assert (ours.value, ours.note) == (Decimal(80), "Counted twice")
    kept.workbook.undo()
    kept.accept(content, choices={value: "theirs"})
    (theirs,) = kept.workbook.book.where(Reading, indicator=indicator.id, date=day)
    assert (theirs.value, theirs.note) == (Decimal(77), "Counted twice")
