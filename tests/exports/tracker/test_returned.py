"""Trackers that come home: nothing changes that nobody changed, and nothing that somebody changed is lost."""

import datetime
import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from exports.languages import DOCUMENT_LANGUAGES
from tests.exports.tracker.returning import Kept, all_of, column, edited, put, row_of
from workbook.book import Book
from workbook.money import Money
from workbook.operations import EditRecord
from workbook.partner_sheets import OPEN, PARTNER_COLUMNS
from workbook.problems import Refused
from workbook.records import Activity, Indicator, Partner, Reading, Resource, Responsibility, Tracker

NEW_VALUES = {
    "note": ("Partner says: “=SUM(A1)”", "Partner says: “=SUM(A1)”"),
    "evidence": ("Letter of 3 May", "Letter of 3 May"),
    "source": ("Counted at the door", "Counted at the door"),
    "done": (0.65, 65),
    "sample": (41, 41),
    "hours": (7.25, Decimal("7.25")),
    "satisfaction": ("4,5", Decimal("4.5")),
    "before": ("37 %", Decimal(37)),
    "after": (0.815, Decimal("81.5")),
    "delivered_quantity": ("1 250,5", Decimal("1250.5")),
    "delivered_value": (990.25, "990.25"),
    "value": ("1,234,567", Decimal(1234567)),
}
DAY = datetime.date(2026, 10, 29)


def test_what_nobody_touched_changes_nothing_in_any_language() -> None:
    kept = Kept()
    for language in DOCUMENT_LANGUAGES:
        for code in ("", "P-04"):
            sent = kept.sent(code, language)
            for content in (sent, edited(sent, lambda _workbook: None)):
                preview = kept.preview(content)
                assert preview.is_empty, (language, code, preview)
                assert {change.type for change in kept.accept(content).changes} == {"trackers"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saved_again_changes_nothing_and_stays_in_its_place(tmp_path: Path) -> None:
    kept = Kept()
    (tmp_path / "plan.xlsx").write_bytes(kept.sent())
    (tmp_path / "partner.xlsx").write_bytes(kept.sent("P-04", "ar"))
    _saved_again(tmp_path, "xlsx", tmp_path.glob("*.xlsx"), "out")
    _saved_again(tmp_path, "ods", [tmp_path / "partner.xlsx"], "ods")
    _saved_again(tmp_path, "xlsx", [tmp_path / "ods" / "partner.ods"], "through_ods")
    for name in ("out/plan.xlsx", "out/partner.xlsx", "through_ods/partner.xlsx"):
        preview = kept.preview((tmp_path / name).read_bytes())
        assert preview.is_empty, (name, preview)


def _saved_again(home: Path, suffix: str, paths: Iterable[Path], folder: str) -> None:
    """Let LibreOffice save files in another folder, in a format."""
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(home / folder)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=120)


def test_a_partner_sees_its_own_rows_and_fills_only_its_columns() -> None:
    kept = Kept()
    for one in kept.workbook.book.all(Partner):
        workbook = openpyxl.load_workbook(io.BytesIO(kept.sent(one.code)))
        assert workbook["README"].protection.sheet
        for name in set(workbook.sheetnames) - {"README", "Lists", "_meta"}:
            sheet = workbook[name]
            assert sheet.protection.sheet
            titles = {path: title for title, (path,) in PARTNER_COLUMNS[name].columns}
            opened = {titles[path] for path in OPEN[name]}
            for cells in sheet.iter_rows(min_row=2):
                unlocked = {
                    str(head.value) for head, cell in zip(sheet[1], cells, strict=True) if _is_open(sheet, cell)
                }
                assert unlocked - {"Part"} == opened
    activities = openpyxl.load_workbook(io.BytesIO(kept.sent("P-04")))["Activities"]
    codes = {cell.value for cell in activities["B"][1:]}
    book, partner = kept.workbook.book, kept.partner("P-04")
    answered = {cell.activity for cell in book.where(Responsibility, partner=partner) if {"R", "A"} & {*cell.letters}}
    assert codes == {activity.code for activity in book.all(Activity) if activity.id in answered}


def _is_open(sheet: Any, cell: Any) -> bool:
    """Say whether a cell can be filled; an empty one has the look of its column."""
    looks = cell if cell.has_style else sheet.column_dimensions[cell.column_letter]
    return not looks.protection.locked


def _new(path: str, field: Any, kept: Kept) -> tuple[Any, Any]:
    """Return what is typed into an open column, and what it has to mean."""
    if path == "status":
        keys = field.vocabulary.keys
        return field.vocabulary.title(keys[-1]), keys[-1]
    if field.kind == "date":
        return DAY, DAY
    if path in NEW_VALUES:
        return NEW_VALUES[path]
    return 17, 17


def test_every_edit_in_an_open_column_comes_back_exactly_and_every_other_is_told() -> None:
    from workbook.records import RECORD_TYPES

    kept = Kept()
    codes = [partner.code for partner in kept.workbook.book.all(Partner)]
    seen: set[tuple[str, str]] = set()
    for code in codes:
        wanted: dict[tuple[str, str], Any] = {}
        closed: set[str] = set()

        def edit(workbook: Any, wanted: dict[tuple[str, str], Any] = wanted, closed: set[str] = closed) -> None:
            for name in set(workbook.sheetnames) & set(PARTNER_COLUMNS):
                sheet = workbook[name]
                record_type = RECORD_TYPES[PARTNER_COLUMNS[name].types[0]]
                for title, (path,) in PARTNER_COLUMNS[name].columns:
                    cell = sheet.cell(2, column(sheet, title))
                    if path in OPEN[name]:
                        cell.value, wanted[str(sheet.cell(2, 1).value), path] = _new(
                            path, record_type.by_name[path], kept
                        )
                        seen.add((name, path))
                    else:
                        cell.value = "changed all the same"
                        closed.add(f"{name}!{cell.coordinate}")

        preview = kept.preview(edited(kept.sent(code), edit))
        assert not (preview.problems)
        assert not (preview.unsure)
        assert not (preview.missing)
        assert not (preview.new)
        assert {one.place for one in preview.closed} == closed
        got = {(row.edit.id, row.edit.field): row.edit.theirs for row in preview.rows}
        for (record_id, path), value in wanted.items():
            plain = got.pop((record_id, path), "missing")
            said = str(plain).removesuffix(" EUR")
            expected = value.isoformat() if isinstance(value, datetime.date) else str(value)
            assert said == expected or (isinstance(value, Decimal) and Decimal(said) == value), (path, plain, value)
        assert not got
    assert seen == {(name, path) for name, paths in OPEN.items() for path in paths}


def test_rows_may_be_sorted_copied_and_lose_their_ids_and_sheets_their_names() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, values in enumerate(reversed(rows), 2):
            for place, value in enumerate(values, 1):
                sheet.cell(number, place).value = value
        done = column(sheet, "Done")
        sheet.cell(row_of(sheet, "A-03"), done).value = 0.9
        by_code = row_of(sheet, "A-04")
        sheet.cell(by_code, 1).value = None
        sheet.cell(by_code, done).value = 0.8
        by_name = row_of(sheet, "A-05")
        sheet.cell(by_name, 1).value, sheet.cell(by_name, 2).value = None, None
        sheet.cell(by_name, done).value = 0.7
        copied, last = row_of(sheet, "A-06"), sheet.max_row + 1
        for place in range(1, sheet.max_column + 1):
            sheet.cell(last, place).value = sheet.cell(copied, place).value
        sheet.cell(last, 2).value, sheet.cell(last, 3).value = "A-60", "Paint the doors"
        sheet.title = "Our work"
        del workbook["_meta"]

    preview = kept.preview(edited(kept.sent(), edit))
    assert {(row.edit.theirs, row.edit.how) for row in preview.rows} == {(90, "id"), (80, "code"), (70, "name")}
    assert [(row.values["code"], row.values["title"]) for row in preview.new] == [("A-60", "Paint the doors")]
    assert not preview.missing
    assert not preview.problems


def test_copies_of_a_row_that_disagree_and_rows_of_others_are_named_and_left() -> None:
    kept = Kept()
    foreign = kept.workbook.book.by_code("activities", "A-01")
    assert foreign is not None

    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        last = sheet.max_row
        for place in range(1, sheet.max_column + 1):
            sheet.cell(last + 1, place).value = sheet.cell(2, place).value
            sheet.cell(last + 2, place).value = sheet.cell(3, place).value
        sheet.cell(last + 1, column(sheet, "Comment")).value = "Another word"
        sheet.cell(last + 2, 1).value = foreign.id
        sheet.cell(last + 3, 1).value = "01a2188e-b844-71f6-b6b5-c5eeba44671e"
        sheet.cell(last + 3, 3).value = "Somebody else's work"
        sheet.cell(last + 4, column(sheet, "Comment")).value = "What about this?"
        sheet.cell(last + 5, column(sheet, "Activity")).value = "Paint the doors"

    preview = kept.preview(edited(kept.sent("P-04"), edit))
    said = [str(problem) for problem in preview.problems]
    assert len(said) == 5
    assert "copies of one row" in said[2] or any("copies of one row" in one for one in said)
    assert any("was not in the tracker" in one for one in said)
    assert any("not in this plan" in one for one in said)
    assert any("New rows are not taken from this sheet, so this one is left out" in one for one in said)
    assert any("so the row “Paint the doors” is left out; add it in the plan if it is wanted." in one for one in said)
    assert not preview.rows
    assert not preview.new
    assert not preview.missing


def test_a_lost_row_is_left_asked_about_or_closed() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        sheet.delete_rows(row_of(sheet, "A-08"))

    content = edited(kept.sent("P-04"), edit)
    assert [kept.preview(content).base.label(one.type, one.id)[:4] for one in kept.preview(content).missing] == ["A-08"]
    assert {change.type for change in kept.accept(content).changes} == {"trackers"}
    kept.workbook.undo()
    kept.accept(content, policy="close")
    closed = kept.workbook.book.by_code("activities", "A-08")
    assert isinstance(closed, Activity)
    assert closed.status == "cancelled"
    kept.workbook.undo()
    reopened = kept.workbook.book.by_code("activities", "A-08")
    assert isinstance(reopened, Activity)
    assert reopened.status != "cancelled"


def test_what_both_changed_is_asked_about_and_stays_ours_until_somebody_chooses() -> None:
    kept = Kept()
    sent = kept.sent("P-04")
    activity = kept.workbook.book.by_code("activities", "A-05")
    assert activity is not None
    kept.workbook.do(EditRecord("activities", activity.id, {"done": 50, "note": "Ours"}))
    content = edited(sent, all_of(put("Activities", "A-05", "Done", 0.7), put("Activities", "A-05", "Status", "Done")))
    preview = kept.preview(content)
    standings = {row.edit.field: (row.edit.was, row.edit.theirs, row.ours, row.standing) for row in preview.rows}
    assert standings["done"] == (35, 70, 50, "conflict")
    assert standings["status"][3] == "change"
    kept.accept(content)
    ours = kept.workbook.book.one(Activity, activity.id)
    assert ours is not None
    assert (ours.done, ours.status, ours.note) == (50, "done", "Ours")
    kept.workbook.undo()
    kept.accept(content, choices={("activities", activity.id, "done"): "theirs"})
    theirs = kept.workbook.book.one(Activity, activity.id)
    assert theirs is not None
    assert (theirs.done, theirs.status, theirs.note) == (70, "done", "Ours")
    step = list(kept.workbook.history())[-1]
    assert (step.title, step.values["file"]) == ("Accept tracker from P-04: tracker.xlsx", "tracker.xlsx")
    with pytest.raises(Refused, match="already"):
        kept.accept(content)
    (register,) = kept.workbook.book.all(Tracker)
    assert (register.status, register.returned_on) == ("returned", datetime.date(2026, 11, 23))


def test_files_of_several_partners_end_in_one_plan_in_any_order() -> None:
    def write(code: str) -> Any:
        def edit(workbook: Any) -> None:
            if "Activities" in workbook.sheetnames:
                sheet = workbook["Activities"]
                sheet.cell(2, column(sheet, "Comment")).value = f"Said by {code}"
            if "Readings" in workbook.sheetnames:
                sheet = workbook["Readings"]
                last = sheet.max_row + 1
                sheet.cell(last, column(sheet, "Indicator")).value = sheet.cell(2, column(sheet, "Indicator")).value
                sheet.cell(last, column(sheet, "Date")).value = DAY
                sheet.cell(last, column(sheet, "Value")).value = 77

        return edit

    ends = []
    for order in (("P-01", "P-02", "P-04"), ("P-04", "P-01", "P-02")):
        kept = Kept()
        files = {code: edited(kept.sent(code), write(code)) for code in order}
        for code in order:
            kept.accept(files[code])
        book = kept.workbook.book
        ends.append({name: {one.id: one for one in book.records(name)} for name in ("activities", "readings")})
    assert [one for one in ends[0]["readings"].values() if isinstance(one, Reading) and one.value == 77]
    assert {one.note for one in ends[0]["activities"].values() if isinstance(one, Activity)} >= {"Said by P-04"}
    assert _without_ids(ends[0]) == _without_ids(ends[1])


def _without_ids(end: dict[str, Any]) -> set[str]:
    return {
        f"{getattr(one, 'code', '')} {getattr(one, 'note', '')} {getattr(one, 'date', '')} {getattr(one, 'value', '')}"
        for held in end.values()
        for one in held.values()
    }


def test_dates_that_could_be_two_days_are_asked_about_once_for_the_file() -> None:
    kept = Kept()
    typed = ("03/04/2026", "4.5.26", "31/12/2026", "5/5/2026")

    def edit(workbook: Any) -> None:
        for number, text in enumerate(typed, 2):
            workbook["Activities"].cell(number, column(workbook["Activities"], "Really done")).value = text

    content = edited(kept.sent("P-04"), edit)
    asked = kept.preview(content)
    assert len(asked.unsure) == 2
    assert len(asked.rows) == 2
    for order, days in (("day", {"2026-04-03", "2026-05-04"}), ("month", {"2026-03-04", "2026-04-05"})):
        told = kept.preview(content, order)  # type: ignore[arg-type]
        assert not told.unsure
        assert days | {"2026-12-31", "2026-05-05"} == {row.edit.theirs for row in told.rows}


@pytest.mark.parametrize(
    ("title", "typed", "said"),
    [
        ("Done", "10-20", "is a range"),
        ("Done", "#N/A", "holds the error #N/A"),
        ("Done", "0.5", "write the sign"),
        ("Done", 1.5, "whole number"),
        ("Done", 130, "100 or less"),
        ("Done", "about half", "not a number"),
        ("Done", datetime.date(2026, 1, 2), "date or time"),
        ("Really started", "soon", "not a date"),
        ("Really started", True, "no date"),
        ("Really started", "31/02/2026", "not a date"),
        ("Status", "nearly", "allowed are"),
        ("Done", "=1/3", "formula that no program has worked out"),
    ],
)
def test_what_is_not_allowed_is_named_with_its_cell(title: str, typed: Any, said: str) -> None:
    kept = Kept()
    preview = kept.preview(edited(kept.sent("P-04"), put("Activities", "A-05", title, typed)))
    (problem,) = preview.problems
    assert problem.place.startswith("Activities!")
    assert said in problem.sentence
    assert not preview.rows


def test_merged_cells_emptied_cells_and_money_in_another_currency() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["Activities"]
        row, comment = row_of(sheet, "A-05"), column(sheet, "Status")
        sheet.merge_cells(start_row=row, end_row=row, start_column=comment - 1, end_column=comment)
        sheet.cell(row_of(sheet, "A-05"), column(sheet, "Really started")).value = None
        resources = workbook["Resources"]
        resources.cell(2, column(resources, "Delivered value")).value = "1.250,50 CHF"

    preview = kept.preview(edited(kept.sent("P-04"), edit))
    assert [problem.place for problem in preview.problems]
    assert "merged" in preview.problems[0].sentence
    assert {row.edit.theirs for row in preview.rows} == {None, "1250.5 CHF"}


def test_a_currency_beside_an_amount_says_in_what_it_is() -> None:
    kept = Kept()
    line = next(one for one in kept.workbook.book.all(Resource) if one.value is not None)
    edit = all_of(put("Resources", line.code, "Currency", "CHF"), put("Resources", line.code, "Value", 99.5))
    kept.accept(edited(kept.sent(), edit))
    after = kept.workbook.book.one(Resource, line.id)
    assert after is not None
    assert after.value == Money(Decimal("99.50"), "CHF")


def test_a_calendar_that_begins_in_1904_and_a_workbook_of_another_state() -> None:
    kept = Kept()
    sent = kept.sent("P-04")

    def edit(workbook: Any) -> None:
        workbook.epoch = CALENDAR_MAC_1904
        put("Activities", "A-05", "Really started", datetime.date(2026, 4, 20))(workbook)

    assert {row.edit.theirs for row in kept.preview(edited(sent, edit)).rows} == {"2026-04-20"}
    apart = Kept()
    changed = edited(sent, put("Activities", "A-05", "Done", 0.4))
    preview = apart.preview(changed)
    assert not preview.is_known
    with pytest.raises(Refused, match="another workbook"):
        _elsewhere(kept, sent)


def _elsewhere(kept: Kept, sent: bytes) -> None:
    from exports.tracker.taking import Expected, previewed

    previewed(sent, "tracker.xlsx", Expected(kept.workbook.book, kept.workbook.seq, "another", kept.workbook.history))


def test_what_is_no_tracker_is_refused_in_one_sentence() -> None:
    kept = Kept()
    plain = io.BytesIO()
    openpyxl.Workbook().save(plain)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (200 * 1024 * 1024))
    for content, said in (
        (b"", "empty"),
        (b"a;b\n1;2\n", "text file"),
        (plain.getvalue(), "not a tracker"),
        (bomb.getvalue(), "far more than a tracker"),
        (kept.sent()[:-300], "damaged"),
    ):
        with pytest.raises(Refused, match=said) as refused:
            kept.preview(content)
        assert len(refused.value.problems) == 1


def test_roles_come_back_from_their_grid() -> None:
    kept = Kept()

    def edit(workbook: Any) -> None:
        sheet = workbook["RACI"]
        letters = {
            cell.coordinate: cell.value for row in sheet.iter_rows(min_row=2, min_col=4, max_col=11) for cell in row
        }
        emptied = next(place for place, value in letters.items() if value == "C")
        filled = next(place for place, value in letters.items() if value is None)
        sheet[emptied].value, sheet[filled].value = None, "r/c"
        sheet["C3"].value = "Another name"

    content = edited(kept.sent(), edit)
    before: Book = kept.workbook.book
    preview = kept.preview(content)
    assert len(preview.closed) == 1
    assert not preview.problems
    kept.accept(content)
    after = kept.workbook.book
    assert after.count("responsibilities") == before.count("responsibilities")
    added = set(after.table("responsibilities")) - set(before.table("responsibilities"))
    (cell,) = (after.get("responsibilities", record_id) for record_id in added)
    assert getattr(cell, "letters", ()) == ("R", "C")


def test_a_partner_is_offered_and_may_measure_its_own_indicators_only() -> None:
    kept = Kept()
    book, partner = kept.workbook.book, kept.partner("P-04")
    other = next(one for one in book.all(Indicator) if one.responsible != partner)

    def edit(workbook: Any) -> None:
        offered = {str(cell.value).split()[0] for row in workbook["Lists"].iter_rows() for cell in row if cell.value}
        assert other.code not in offered
        assert {one.code for one in book.where(Indicator, responsible=partner)} <= offered
        sheet = workbook["Readings"]
        last = sheet.max_row + 1
        for title, value in (("Indicator", other.code), ("Date", DAY), ("Value", 3)):
            sheet.cell(last, column(sheet, title)).value = value

    preview = kept.preview(edited(kept.sent("P-04"), edit))
    assert not preview.new
    assert "not in the tracker" in preview.problems[0].sentence
