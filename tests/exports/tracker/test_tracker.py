"""The tracker holds the plan as Excel knows it: numbers, dates, drop-downs, and text that is only ever text."""

import datetime
import io
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.edition import Cancelled, Edition
from exports.tracker import SHEETS, contents, to_xlsx
from exports.tracker.columns import WIDTHS
from exports.tracker.contents import CELLS
from exports.tracker.figures import FIGURES
from exports.tracker.paper import in_margin
from exports.tracker.shown import NAMING_PEOPLE
from tests.golden.plans import Maker, case, edition, example, large
from tests.properties.sittings import starter, work
from workbook.book import Book
from workbook.kinds import KINDS
from workbook.money import Money
from workbook.surfaces import TRACKER_COLUMNS

ACTIVE = ("=1+1", "+44 20 7946", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", '=HYPERLINK("http://x.example","y")')


def opened(made: Edition, **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(made, **options)))


def column(sheet: Any, title: str) -> list[Any]:
    """The cells below a header."""
    place = next(cell.column for cell in sheet[1] if cell.value == title)
    return [row[place - 1] for row in sheet.iter_rows(min_row=2)]


def values(sheet: Any, title: str) -> list[Any]:
    return [cell.value for cell in column(sheet, title)]


def record_sheets(book: Any) -> list[Any]:
    return [book[name] for name in (*TRACKER_COLUMNS, "RACI", "Needs_vs_offers", "Log")]


def small() -> Maker:
    maker = Maker().plan(title="Lab", currency="EUR", start=datetime.date(2027, 1, 1))
    maker.partner = maker.add("partners", name="Museum", sector="cultural_institution")  # type: ignore[attr-defined]
    return maker


def test_every_kind_of_field_has_a_cell_and_a_width() -> None:
    assert set(CELLS) == set(KINDS) == set(WIDTHS)
    used = {path[1:] for s in TRACKER_COLUMNS.values() for c in s.columns for path in c.paths if path.startswith("*")}
    assert used == set(FIGURES)


def test_the_sheets_stand_in_their_order_and_the_last_two_out_of_sight() -> None:
    book = opened(edition(example()))
    assert book.sheetnames == ["README", *SHEETS, "Lists", "_meta"]
    states = {sheet.title: sheet.sheet_state for sheet in book}
    assert states.pop("Lists") == "hidden"
    assert states.pop("_meta") == "veryHidden"
    assert set(states.values()) == {"visible"}


def test_the_same_edition_gives_the_same_bytes_dated_by_its_day() -> None:
    made = edition(example())
    content = to_xlsx(made)
    assert content == to_xlsx(made)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-23T00:00:00Z") == 2


def test_headers_stay_in_sight_and_on_each_page() -> None:
    for sheet in record_sheets(opened(edition(example()))):
        assert sheet.freeze_panes == ("B2" if sheet.title == "Log" else "D2")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.column_dimensions["A"].hidden
        assert all(cell.font.bold for cell in sheet[1])


def test_values_are_what_excel_knows() -> None:
    maker = small()
    maker.add(
        "resources", title="Hall", kind="offer", quantity="12.5", rate="10 EUR", due=datetime.date(2027, 3, 31),
        delivered_value="7 GBP",
    )  # fmt: skip
    maker.add("activities", title="Open", done=35, start=datetime.date(1850, 1, 1), end=datetime.date(2027, 5, 1))
    maker.add("thresholds", name="x", value=1)
    book = opened(edition(maker.book))
    sheet = book["Resources"]
    assert values(sheet, "Quantity") == [12.5]
    assert values(sheet, "Value") == [None]
    assert values(sheet, "Counted as") == [125]
    assert column(sheet, "Counted as")[0].number_format == '#,##0.00\\ "EUR"'
    assert values(sheet, "Currency") == ["EUR"]
    assert values(sheet, "Delivered value") == ["7 GBP"]
    assert values(sheet, "Due") == [datetime.datetime(2027, 3, 31)]  # noqa: DTZ001 - Excel knows no zones
    assert column(sheet, "Due")[0].is_date
    activities = book["Activities"]
    assert values(activities, "Done") == [0.35]
    assert column(activities, "Done")[0].number_format == "0.##%"
    assert values(activities, "Start") == ["1850-01-01"]


def test_numbers_with_more_digits_than_excel_keeps_are_written_out() -> None:
    assert contents.number(Decimal("1234567890.12345")) == (Decimal("1234567890.12345"), "n", "number")
    assert contents.number(Decimal("1234567890.123456")) == ("1234567890.123456", "s", "text")
    assert contents.number(Decimal("1e20")) == (Decimal("1e20"), "n", "number")
    assert contents.money(Money(Decimal("12.5"), "JPY")) == (Decimal("12.5"), "n", "money JPY")


def test_text_that_looks_like_a_formula_is_text() -> None:
    maker = small()
    for text in ACTIVE:
        maker.add("partners", name=text, own_objective=text)
    book = opened(edition(maker.book.apply(())))
    cells = column(book["Partners"], "Name")[1:]
    assert [cell.value for cell in cells] == [" ".join(text.split()) for text in ACTIVE]
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            assert (sheet.title, str(cell.value)[:9]) == ("RACI", "=COUNTIF(")
    for cell in cells:
        assert cell.data_type == "s"
        assert cell.quotePrefix


def test_signs_that_xml_cannot_hold_and_excel_would_decode_do_no_harm() -> None:
    maker = small()
    maker.add("partners", name="a\ufffe\uffffb _x0041_ c & <d>")
    content = to_xlsx(edition(maker.book))
    book = openpyxl.load_workbook(io.BytesIO(content))  # it leaves Excel's escapes as they are
    assert values(book["Partners"], "Name")[1] == "ab _x005F_x0041_ c & <d>"
    assert contents.text("\x00\x07") is None
    assert contents.text("x" * 40_000).value == "x" * 32_767  # type: ignore[union-attr]


def test_drop_downs_offer_titles_and_refuse_the_rest() -> None:
    book = opened(edition(example()))
    sheet = book["Activities"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == "Status")
    (rule,) = [v for v in sheet.data_validations.dataValidation if f"{letter}2" in v.sqref]
    assert (rule.type, rule.showErrorMessage, rule.errorStyle) == ("list", True, "stop")
    name, cells = rule.formula1.split("!")
    offered = [row[0].value for row in book[name][cells.replace("$", "")]]
    assert offered == ["Not started", "In progress", "Done", "Late", "Blocked", "Cancelled"]
    kinds = {v.type for s in book for v in s.data_validations.dataValidation}
    assert {"list", "date", "decimal", "whole"} <= kinds
    for held in book:
        for v in held.data_validations.dataValidation:
            assert v.type is None or v.showErrorMessage
            assert len(v.prompt or "") <= 255
            assert len(v.error or "") <= 255


def test_what_is_in_a_column_is_what_its_drop_down_offers() -> None:
    for source in (example(), case("bradford_2025")):
        book = opened(edition(source))
        for sheet in book:
            for rule in sheet.data_validations.dataValidation:
                if rule.type == "list" and "!" in rule.formula1:
                    name, cells = rule.formula1.split("!")
                    offered = {cell.value for row in book[name][cells.replace("$", "")] for cell in
                               (row if isinstance(row, tuple) else (row,))}  # fmt: skip
                    first = str(rule.sqref).split(":")[0].rstrip("0123456789")
                    held = {cell.value for cell in sheet[first][1:]} - {None}
                    assert held <= offered, (sheet.title, first)


def test_rows_carry_their_ids_and_the_workbook_says_where_it_is_from() -> None:
    source = example()
    book = opened(edition(source))
    ids = [row[0].value for row in book["Partners"].iter_rows(min_row=2)]
    assert ids == [partner.id for partner in source.records("partners")]
    meta = {row[0].value: row[1].value for row in book["_meta"].iter_rows(min_row=2)}
    assert meta["workbook"] == "workbook"
    assert meta["state"] == 42
    assert meta["fingerprint"] == "c0ffee1234567890"
    assert meta["scope"] == "plan"


def test_people_are_named_only_where_asked() -> None:
    maker = small()
    ana = maker.add("contacts", partner=maker.partner, name="Ana Secret", email="ana@secret.example", phone="+1 secret")  # type: ignore[attr-defined]
    maker.plan(lead_officer=ana)
    maker.add("activities", title="Open", owner=ana)
    session = maker.add("training_sessions", title="Course")
    maker.add("participants", session=session, name="Ben Secret")
    maker.add("follow_ups", title="Call", session=session, owner=ana)
    held = starter()
    held.do(held_contact := _contact(held))
    assert held_contact
    shut, wide = (to_xlsx(edition(maker.book, personal=p), history=tuple(held.history())) for p in (False, True))
    assert "ecret" not in _everything(shut)
    for name in ("Ana Secret", "ana@secret.example", "+1 secret"):
        assert name in _everything(wide)
    book = openpyxl.load_workbook(io.BytesIO(shut))
    assert values(book["Activities"], "Owner") == ["K-01"]
    assert "E-mail" not in [cell.value for cell in book["Partners"][1]]
    assert "Change to contacts" in values(book["Log"], "What was done")
    assert "Who" not in [cell.value for cell in book["Log"][1]]
    assert frozenset({"contacts", "participants"}) == NAMING_PEOPLE


def _contact(workbook: Any) -> Any:
    from workbook.operations import AddRecord

    partner = workbook.book.records("partners")[0].id
    return AddRecord("contacts", {"partner": partner, "name": "Cem Secret"})


def _everything(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_the_raci_matrix_counts_and_colours() -> None:
    book = opened(edition(example()))
    sheet = book["RACI"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[:3] == ["Record id (leave as it is)", "Code", "Activity"]
    assert titles[-2:] == ["A count", "R count"]
    assert len(titles) == 5 + example().count("partners")
    letters = {cell.value for row in sheet.iter_rows(min_row=2, min_col=4, max_col=len(titles) - 2) for cell in row}
    assert letters <= {None, "R", "A", "C", "I", "R/A"}
    assert sheet.conditional_formatting


def test_capacity_plan_ends_with_the_gaps_that_nobody_closes() -> None:
    maker = small()
    covered = maker.add("capacity_needs", title="Making", current=1, desired=4)
    maker.add("capacity_needs", title="Selling", current=2, desired=3)
    maker.add(
        "capacity_actions", title="Course", need=covered,
        start=datetime.date(2027, 6, 1), end=datetime.date(2028, 2, 1),
    )  # fmt: skip
    sheet = opened(edition(maker.book))["Capacity_plan"]
    assert values(sheet, "Gap") == ["Making", "Selling"]
    assert values(sheet, "Action") == ["Course", None]
    assert [values(sheet, f"Y{n}")[0] for n in (1, 2, 3)] == ["x", "x", None]


def test_quarters_follow_the_fiscal_year() -> None:
    maker = small().plan(fiscal_year_start=4)
    whole = maker.add("indicators", title="People", cumulative=True)
    state = maker.add("indicators", title="Jobs")
    for indicator in (whole, state):
        for day, value in (
            (datetime.date(2026, 4, 1), 5),
            (datetime.date(2026, 6, 30), 7),
            (datetime.date(2026, 10, 1), 2),
        ):
            maker.add("readings", indicator=indicator, date=day, value=value)
    sheet = opened(edition(maker.book))["Indicators"]
    assert values(sheet, "Q1 actual from Apr 2026") == [12, 7]
    assert values(sheet, "Q2 actual from Jul 2026") == [None, None]
    assert values(sheet, "Q3 actual from Oct 2026") == [2, 2]


@pytest.mark.parametrize("made", [Book.empty(), Maker().plan(title="x").book])
def test_a_plan_with_nothing_in_it_gives_a_tracker_to_fill(made: Book) -> None:
    book = opened(edition(made))
    for sheet in record_sheets(book):
        assert sheet.max_row == 1
    status = [v for v in book["Partners"].data_validations.dataValidation if v.type == "list"]
    assert status


def test_titles_of_any_length_and_signs_go_into_margins() -> None:
    title = "A&B: [x]*?/\\ " + "Ä" * 300 + "\u2028'"
    book = opened(edition(Maker().plan(title=title, country="US").book))
    assert book["Partners"].page_setup.paperSize == 1
    assert book["Partners"].oddHeader.left.text is not None
    assert in_margin("R&D\nx") == "R&&D x"
    assert len(in_margin("&" * 300)) <= 160


def test_a_change_of_mind_stops_it() -> None:
    def stop(what: str, _done: int, _of: int) -> None:
        if what == "Activities":
            raise Cancelled

    with pytest.raises(Cancelled):
        to_xlsx(edition(example()), stop)


def test_progress_is_told_sheet_by_sheet() -> None:
    told: list[str] = []
    to_xlsx(edition(example()), lambda what, _done, _of: told.append(what))
    assert list(dict.fromkeys(told)) == list(SHEETS)


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_any_plan_can_be_read_by_excel_readers(data: st.DataObject) -> None:
    workbook = starter()
    work(workbook, data, 15)
    content = to_xlsx(edition(workbook.book, personal=True), history=tuple(workbook.history()))
    book = openpyxl.load_workbook(io.BytesIO(content))
    for name, sheet in TRACKER_COLUMNS.items():
        if name != "Capacity_plan":
            assert book[name].max_row - 1 == sum(workbook.book.count(type_name) for type_name in sheet.types)


def test_a_large_plan_is_written_whole() -> None:
    source = large()
    book = opened(edition(source))
    assert book["Activities"].max_row == source.count("activities") + 1
    assert book["RACI"].max_column == source.count("partners") + 5


def test_what_nobody_recorded_as_delivered_is_blank_and_not_zero() -> None:
    sheet = opened(edition(case("bradford_2025")))["Needs_vs_offers"]

    row = {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (row["Committed"], row["Delivered"], row["Gap"]) == (19_950_000, None, 14_550_000)
