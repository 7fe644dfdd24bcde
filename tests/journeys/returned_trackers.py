"""Returned trackers for looking at and for testing their review: made from the worked example, edited, read again."""

from functools import cache
from typing import Any

from exports.tracker.taking import Expected, previewed
from tests.exports.tracker.returning import WORKBOOK_ID, Kept, all_of, column, edited, put, row_of
from workbook.operations import EditRecord
from workbook.returning.preview import Preview
from workbook.returning.typed import DayOrder
from workbook.workbook import Workbook

_LONG = (
    "The mayor has asked that the depot be opened to everybody on at least two evenings in the week, with somebody of "
    "the museum present; the choir, the makers and the young people of the quarter have been told, and the caretaker "
    "has agreed to lock up at ten. What is still open is who pays for the heating in the winter months."
)


@cache
def mixed_return() -> tuple[Workbook, bytes]:
    """Something of everything: conflicts, guesses, a new row, one taken out, dates, closed and refused cells."""
    kept = Kept()
    activity = kept.workbook.book.by_code("activities", "A-05")
    assert activity is not None
    kept.workbook.do(EditRecord("activities", activity.id, {"note": _LONG}))
    sent = kept.sent()
    changes = {"done": 50, "note": _LONG.replace("two evenings", "one evening")}
    kept.workbook.do(EditRecord("activities", activity.id, changes))
    cells = (
        ("A-05", "Done", 0.7), ("A-05", "Comment", _LONG.replace("winter", "cold").replace("The mayor", "The council")),
        ("A-05", "Status", "Done"), ("A-04", "Done", 0.8), ("A-04", "Status", "Done"), ("A-03", "Status", "nearly"),
        ("A-06", "Really done", "03/04/2027"), ("A-06", "Really started", "02/01/2027"),
        ("A-07", "Comment", "Until the opening at the museum and in the school."), ("A-02", "Code", "A-99"),
    )  # fmt: skip
    edits = (*(put("Activities", *cell) for cell in cells), _lose_ids, _add_row)
    return kept.workbook, edited(sent, all_of(*edits))


def _lose_ids(workbook: Any) -> None:
    sheet = workbook["Activities"]
    sheet.cell(row_of(sheet, "A-04"), 1).value = None
    sheet.delete_rows(row_of(sheet, "A-08"))


def _add_row(workbook: Any) -> None:
    sheet = workbook["Activities"]
    last = sheet.max_row + 1
    for title, value in (("Activity", "Paint the doors of the hall"), ("Code", "A-77"), ("Comment", _LONG)):
        sheet.cell(last, column(sheet, title)).value = value


def read(workbook: Workbook, content: bytes, order: DayOrder = "") -> Preview:
    """Read a tracker beside the plan as it is now."""
    expected = Expected(workbook.book, workbook.seq, WORKBOOK_ID, workbook.history)
    return previewed(content, "Tracker P-04 (returned).xlsx", expected, order)
