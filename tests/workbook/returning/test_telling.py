"""Returned trackers in words: each line with its place and its reason, and the answer that the partner gets."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from exports.languages import DOCUMENT_LANGUAGES, formats_in
from tests.exports.tracker.returning import Kept, all_of, column, edited, put, row_of
from workbook.formats import Formats
from workbook.operations import EditRecord, RemoveRecords
from workbook.returning.deciding import Decisions
from workbook.returning.preview import Compared, Preview
from workbook.returning.replying import reply_to
from workbook.returning.telling import Line, Teller, groups_of, lines_of
from workbook.returning.two_days import readings_of


def told_of(preview: Preview) -> list[tuple[str, str, str, str, str]]:
    teller = Teller(preview, Formats())
    told = (teller.told(line) for line in lines_of(preview))
    return [(one.record.split(" ")[0], one.field, one.theirs, one.ours, one.standing) for one in told]


def group_of(line: Line) -> str:
    (group,) = groups_of(line)
    return group


def activity_id(kept: Kept, code: str) -> str:
    found = kept.workbook.book.by_code("activities", code)
    assert found is not None
    return found.id


def test_what_has_to_be_decided_comes_first_and_each_line_says_how_it_stands() -> None:
    kept = Kept()
    sent = kept.sent()
    kept.workbook.do(EditRecord("activities", activity_id(kept, "A-05"), {"done": 50}))
    kept.workbook.do(EditRecord("activities", activity_id(kept, "A-06"), {"done": 60}))
    kept.workbook.do(RemoveRecords("activities", (activity_id(kept, "A-02"),)))

    def lose_id(workbook: Any) -> None:
        workbook["Activities"].cell(row_of(workbook["Activities"], "A-05"), 1).value = None

    cells = (("A-05", 0.7), ("A-06", 0.6), ("A-02", 0.2), ("A-03", "about half"), ("A-04", 0.4))
    edits = (*(put("Activities", code, "Done", value) for code, value in cells), lose_id)
    preview = kept.preview(edited(sent, all_of(*edits)))
    assert told_of(preview) == [
        ("A-02", "Done", "20", "", "Removed here"),
        ("A-05", "Done", "70", "50", "A guess: found by its code; changed here too"),
        ("A-04", "Done", "40", "0", "Changed by them"),
        ("A-03", "Done", "", "", "Cannot be taken"),
        ("A-06", "Done", "60", "60", "The plan says so already"),
    ]
    guess = next(line for line in lines_of(preview) if isinstance(line, Compared) and line.edit.is_guess)
    assert groups_of(guess) == {"guess", "conflict"}


def test_a_new_row_is_named_by_what_it_joins_and_says_all_it_holds() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["Readings"]
        last = sheet.max_row + 1
        sheet.cell(last, column(sheet, "Indicator")).value = sheet.cell(2, column(sheet, "Indicator")).value
        sheet.cell(last, column(sheet, "Date")).value = datetime.date(2026, 5, 7)
        sheet.cell(last, column(sheet, "Value")).value = 77

    preview = kept.preview(edited(kept.sent("P-01"), edit))
    (new,) = preview.new
    told = Teller(preview, Formats()).told(new)
    assert told.record.endswith(" – May 7, 2026")
    assert "Value: 77" in told.theirs
    assert group_of(new) == "new"


def test_a_tracker_of_another_copy_says_that_nobody_knows_what_was() -> None:
    kept, other = Kept(), Kept()
    other.workbook.do(EditRecord("activities", activity_id(other, "A-05"), {"note": "Only there"}))
    preview = kept.preview(edited(other.sent("P-04"), put("Activities", "A-05", "Done", 0.7)))
    assert not preview.is_known
    assert ("A-05", "Done", "70", "35", "Not known what was") in told_of(preview)


@pytest.mark.parametrize(
    ("typed", "days"), [("03/04/2027", ("2027-04-03", "2027-03-04")), ("1.2.27", ("2027-02-01", "2027-01-02"))]
)
def test_a_date_that_could_be_two_days_is_read_in_both_ways(typed: str, days: tuple[str, str]) -> None:
    kept = Kept()
    preview = kept.preview(edited(kept.sent("P-04"), put("Activities", "A-05", "Really done", typed)))
    (date,) = preview.unsure
    assert (date.typed, tuple(day.isoformat() for day in readings_of(date, Formats()))) == (typed, days)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_the_answer_is_in_the_language_of_the_tracker_and_follows_what_was_decided(language: str) -> None:
    kept = Kept()
    sent = kept.sent()
    kept.workbook.do(EditRecord("activities", activity_id(kept, "A-05"), {"done": 50}))
    cells = (("A-05", 0.7), ("A-04", 0.4), ("A-03", 0.3))
    preview = kept.preview(edited(sent, all_of(*(put("Activities", code, "Done", value) for code, value in cells))))
    formats = formats_in(language)
    left: Decisions = Decisions({("activities", activity_id(kept, "A-03"), "done"): "ours"})
    said = reply_to(preview, left, "  Until Monday.\n", formats)
    parts = said.split("\n\n")
    assert parts[0] == formats.say("Thank you for “{file}”. This is what became of it.", file="tracker.xlsx")
    assert [part.splitlines()[0] for part in parts[1:4]] == [
        formats.say("Taken in:"),
        formats.say("Changed here as well, and left as it is here:"),
        formats.say("Not taken:"),
    ]
    assert [code in part for code, part in zip(("A-04", "A-05", "A-03"), parts[1:4], strict=True)] == [True] * 3
    assert parts[-1] == "Until Monday.\n"


def test_an_answer_names_no_more_places_than_anybody_reads() -> None:
    kept = Kept()
    preview = kept.preview(edited(kept.sent("P-04"), put("Activities", "A-05", "Activity", "Renamed")))
    many = replace(preview, closed=preview.closed * 50)
    said = reply_to(many, Decisions(), "", Formats())
    assert "Nothing in it was taken in." in said
    assert "you wrote “Renamed”; it stays “Run the digital making course”" in said
    assert said.count("\n- ") == 41
    assert said.endswith("- and 10 more\n")
