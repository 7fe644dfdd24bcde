"""A form goes out, is filled in and comes home; whatever else comes is named in one sentence."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exports.cooperation import Expected, Form, FormReturned, forms_of, read_together, taken_in
from exports.incoming.limits import FORM
from tests.golden.plans import Maker, edition
from tests.translations import pseudo
from workbook.operations import KeepAnswers
from workbook.operations.cooperation import Answer
from workbook.problems import Refused
from workbook.records import HealthRound

GOLDEN = Path(__file__).parent / "form.txt"


def made_plan() -> Maker:
    maker = Maker().plan(title="Harbour Hall", country="DE")
    maker.add("partners", name="Harbour City", status="signed")
    maker.add("partners", name="=1+1", status="signed")
    maker.add("health_rounds", title="Spring", asked=())
    maker.add("health_rounds", title="Autumn: 2026", asked=())
    return maker


@pytest.fixture(scope="module")
def maker() -> Maker:
    return made_plan()


@pytest.fixture(scope="module")
def forms(maker: Maker) -> tuple[Form, ...]:
    return forms_of(edition(maker.book), last_round(maker))


@pytest.fixture
def expected(maker: Maker) -> Expected:
    return Expected(maker.book, "workbook", last_round(maker))


def last_round(maker: Maker) -> HealthRound:
    return maker.book.all(HealthRound)[-1]


def changed(content: bytes, change: Callable[[Any], object]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def rows(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.row for cell in sheet["A"] if str(cell.value).startswith("s")}


def filled(content: bytes, answers: dict[str, tuple[Any, Any]]) -> bytes:
    def fill(book: Any) -> None:
        sheet = book["Form"]
        for statement, (answer, comment) in answers.items():
            row = rows(sheet)[statement]
            sheet.cell(row, 4).value, sheet.cell(row, 5).value = answer, comment

    return changed(content, fill)


def sentences(content: bytes, expected: Expected) -> list[str]:
    with pytest.raises(Refused) as caught:
        taken_in(content, "form.xlsx", expected)
    return [str(problem) for problem in caught.value.problems]


def test_the_cells_of_a_form_are_as_they_were(forms: tuple[Form, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(forms[0].content))
    lines = [
        f"{sheet.title}!{cell.coordinate} {'' if cell.protection.locked else '(open) '}{cell.value or ''}".rstrip()
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None or not cell.protection.locked
    ]
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_the_same_edition_gives_the_same_bytes_under_names_any_disk_takes(
    maker: Maker, forms: tuple[Form, ...]
) -> None:
    assert forms == forms_of(edition(maker.book), last_round(maker))
    assert [form.name for form in forms] == ["Autumn 2026 - P-01.xlsx", "Autumn 2026 - P-02.xlsx"]


def test_only_answers_and_comments_can_be_changed_and_answers_only_to_what_is_listed(forms: tuple[Form, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(forms[1].content))
    sheet = book["Form"]
    assert sheet.protection.sheet
    assert book.security.lockStructure
    assert book["_form"].sheet_state == "veryHidden"
    listed = next(one for one in sheet.data_validations.dataValidation if one.type == "list")
    assert (listed.formula1, listed.showErrorMessage) == ('"1,2,3,4,5,don\'t know"', True)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet["B2"].value == "P-02 =1+1"
    assert all(cell.data_type != "f" for page in book for row in page.iter_rows() for cell in row)


def test_what_was_filled_in_comes_home(forms: tuple[Form, ...], expected: Expected) -> None:
    content = filled(
        forms[0].content,
        {
            "s01": (4, "  late\nagain "), "s02": ("5", None), "s03": ("don't know", "=cmd"),
            "s04": ("Don’t know", "-1"), "s05": (2.0, None), "s06": (None, "alone"),
        },
    )  # fmt: skip
    assert taken_in(content, "renamed.xlsx", expected) == FormReturned(
        "renamed.xlsx",
        forms[0].partner_id,
        {
            "s01": Answer(4, "late again"), "s02": Answer(5), "s03": Answer(None), "s04": Answer(None, "-1"),
            "s05": Answer(2),
        },
        1,
    )  # fmt: skip


def test_sorted_renamed_and_moved_columns_still_come_home(forms: tuple[Form, ...], expected: Expected) -> None:
    def sort(book: Any) -> None:
        sheet = book["Form"]
        places = list(rows(sheet).values())
        held = {row: [sheet.cell(row, column).value for column in (2, 3, 4, 5)] for row in places}
        for row, source in zip(places, reversed(places), strict=True):
            for column, value in zip((2, 3, 4, 5), held[source], strict=True):
                sheet.cell(row, column).value = value
        sheet.insert_cols(4)
        sheet.title = "Answers of us"

    content = changed(filled(forms[0].content, {"s01": (1, None), "s20": (5, "good")}), sort)
    assert taken_in(content, "f.xlsx", expected).answers == {"s01": Answer(1), "s20": Answer(5, "good")}


@pytest.mark.parametrize("wrong", ["three", 7, 0, 2.5, True, "4 or 5", -1, 10**30])
def test_a_value_that_is_no_answer_is_named_with_its_cell(
    forms: tuple[Form, ...], expected: Expected, wrong: Any
) -> None:
    (said,) = sentences(filled(forms[0].content, {"s01": (wrong, None), "s02": (3, None)}), expected)
    assert "form.xlsx, sheet Form, cell D" in said
    assert said.endswith("is no answer; choose 1, 2, 3, 4, 5 or don't know.")


def test_an_empty_form_and_one_without_its_columns_are_named(forms: tuple[Form, ...], expected: Expected) -> None:
    assert "holds no answers" in sentences(forms[0].content, expected)[0]
    without = changed(forms[0].content, lambda book: book["Form"].delete_cols(4))
    assert "in a new form" in sentences(without, expected)[0]


def test_forms_of_other_places_are_named(maker: Maker, forms: tuple[Form, ...], expected: Expected) -> None:
    content = forms[0].content
    spring = maker.book.all(HealthRound)[0]
    assert "another workbook" in sentences(content, Expected(maker.book, "other", expected.round))[0]
    assert "choose that round" in sentences(content, Expected(maker.book, "workbook", spring))[0]
    strange = changed(content, lambda book: setattr(book["_form"]["B4"], "value", "gone"))
    assert "no longer in the workbook" in sentences(strange, expected)[0]
    newer = changed(content, lambda book: setattr(book["_form"]["B1"], "value", 2))
    assert "newer program" in sentences(newer, expected)[0]
    foreign = changed(content, lambda book: book.remove(book["_form"]))
    assert "not a form" in sentences(foreign, expected)[0]


def with_entry(content: bytes, name: str, held: bytes) -> bytes:
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, held)
    return made.getvalue()


def test_names_of_xml_in_a_sheet_are_no_cells(forms: tuple[Form, ...], expected: Expected) -> None:
    made = io.BytesIO()
    content = filled(forms[0].content, {"s01": (3, None)})
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            held = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                held = held.replace(b"<worksheet ", b'<worksheet xmlns:r="http://example.org/relations" ', 1)
            target.writestr(name, held)
    assert taken_in(made.getvalue(), "f.xlsx", expected).answers == {"s01": Answer(3)}


def put_error(cell: Any) -> None:
    cell.value = "#N/A"


def vast(content: bytes) -> bytes:
    return changed(content, lambda book: book["Form"].cell(1_048_576, 16_384, "far"))


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda _content: b"", "is empty"),
        (lambda _content: b"a;b\n1;2\n", "text file"),
        (lambda _content: b"\x89PNG\x00\x00", "not an Excel workbook"),
        (lambda _content: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 90, "old Excel file"),
        (
            lambda _content: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a password",
        ),
        (lambda content: content[: len(content) // 2], "damaged"),
        (lambda content: content[:200] + b"\xff" * 300 + content[500:], "damaged"),
        (lambda content: with_entry(content, "xl/vbaProject.bin", b"x"), "macros"),
        (lambda content: with_entry(content, "xl/media/big.bin", b"\0" * (25 * 1024 * 1024)), "unpacks to far more"),
        (lambda _content: b"PK\x03\x04" + b"x" * FORM.most_bytes, "far larger"),
        (vast, "far outside"),
        (lambda content: filled(content, {"s01": ("#REF!", None)}), "holds the error #REF!"),
        (lambda content: changed(content, lambda book: put_error(book["_form"]["B2"])), "the error #N/A beside"),
    ],
)  # fmt: skip
def test_a_spoilt_file_gets_one_sentence(
    forms: tuple[Form, ...], expected: Expected, spoilt: Callable[[bytes], bytes], said: str
) -> None:
    (sentence,) = sentences(spoilt(forms[0].content), expected)
    assert said in sentence


def test_a_cell_with_an_error_is_named_and_the_rest_is_taken(
    forms: tuple[Form, ...], expected: Expected, tmp_path: Path
) -> None:
    content = filled(forms[0].content, {"s01": (4, "#DIV/0!"), "s02": ("#REF!", "why"), "s03": ("#1 for us", None)})
    assert sentences(content, expected) == [
        "form.xlsx, sheet Form, cell D15: “#1 for us” is no answer; choose 1, 2, 3, 4, 5 or don't know."
    ]
    content = filled(forms[0].content, {"s01": (4, "#DIV/0!"), "s02": ("#REF!", "why"), "s03": (1, None)})
    content = changed(content, lambda book: put_error(book["Form"]["H3"]))
    (tmp_path / "a.xlsx").write_bytes(content)
    taken = read_together([tmp_path / "a.xlsx"], expected)
    (returned,) = taken.forms
    assert returned.form.answers == {"s01": Answer(4, ""), "s03": Answer(1, "")}
    row = rows(openpyxl.load_workbook(io.BytesIO(content))["Form"])
    assert [problem.place for problem in taken.problems] == [
        f"a.xlsx, sheet Form, cell E{row['s01']}",
        f"a.xlsx, sheet Form, cell D{row['s02']}",
    ]
    assert "the error #DIV/0!, so this comment is left out" in taken.problems[0].sentence


def test_of_several_files_what_can_be_taken_is_counted_and_the_rest_is_named(
    maker: Maker, forms: tuple[Form, ...], tmp_path: Path
) -> None:
    first, second = (form.partner_id for form in forms)
    round_ = last_round(maker)
    kept = KeepAnswers(round_.id, {first: {"s01": Answer(2), "s02": Answer(3)}})
    book = maker.book.apply(kept.plan(maker.book))
    contents = {
        "a.xlsx": filled(forms[0].content, {"s01": (2, None), "s02": (5, None), "s03": (1, None)}),
        "b.xlsx": filled(forms[1].content, {"s01": (2, None)}),
        "c.xlsx": filled(forms[1].content, {"s01": (3, None)}),
        "d.csv": b"a,b",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in (*contents, "gone.xlsx")]
    taken = read_together(paths, Expected(book, "workbook", round_))
    assert [(one.form.partner_id, one.new, one.different) for one in taken.forms] == [(first, 1, 1)]
    assert [problem.place for problem in taken.problems] == ["d.csv", "gone.xlsx", "b.xlsx", "c.xlsx"]
    alike = read_together([paths[1], paths[1]], Expected(book, "workbook", round_))
    assert [one.form.partner_id for one in alike.forms] == [second]


def test_a_form_in_any_language_says_nothing_of_ours_in_another_and_comes_home(maker: Maker) -> None:
    made = replace(edition(maker.book), formats=pseudo.formats())
    form = forms_of(made, last_round(maker))[0]
    book = openpyxl.load_workbook(io.BytesIO(form.content))
    sheet = next(one for one in book if one.sheet_state == "visible")
    said = [cell.value for row in sheet.iter_rows(min_col=2) for cell in row if isinstance(cell.value, str)]
    for check in sheet.data_validations.dataValidation:
        said += filter(None, (check.errorTitle, check.error, check.promptTitle, check.prompt))
    assert pseudo.unmarked_texts([sheet.title, *said], maker.book) == ()

    def answer_sorted(book: Any) -> None:
        sheet = book[book.sheetnames[0]]
        first, second = rows(sheet)["s01"], rows(sheet)["s02"]
        for column in (2, 3):
            one, other = sheet.cell(first, column), sheet.cell(second, column)
            one.value, other.value = other.value, one.value
        sheet.cell(first, 4).value, sheet.cell(second, 4).value = "⟦don't know⟧", 2
        sheet.cell(second, 5).value = "late"

    expected = Expected(maker.book, "workbook", last_round(maker))
    returned = taken_in(changed(form.content, answer_sorted), "f.xlsx", expected)
    assert returned.answers == {"s02": Answer(None), "s01": Answer(2, "late")}


def test_a_form_made_before_its_words_travelled_with_it_comes_home(forms: tuple[Form, ...], expected: Expected) -> None:
    content = filled(forms[0].content, {"s01": ("don't know", None), "s20": (5, None)})
    older = changed(content, lambda book: book["_form"].delete_rows(5, 100))
    assert taken_in(older, "f.xlsx", expected).answers == {"s01": Answer(None), "s20": Answer(5)}
