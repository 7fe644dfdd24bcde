"""The command line as scripts use it: what it says, where, and with which exit status."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from storage import open_workbook
from tests.exports.tracker.returning import all_of, edited, put, row_of
from tests.journeys.reading import pages_of
from ui.command_line import main
from workbook.contents import GivenFile
from workbook.operations import AttachFiles, EditRecord
from workbook.records import Attachment, Tracker
from workbook.workbook import Author


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.cpw"
    assert main(["new", str(path), "--example"]) == 0
    return path


def test_a_new_workbook_is_never_written_over_another(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = example.read_bytes()
    assert main(["new", str(example)]) == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert "example.cpw" in said
    assert example.read_bytes() == before


def test_a_plan_that_cannot_be_taken_leaves_no_file_and_names_every_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "format: creative-partnership-plan\nversion: 1\nplan: {title: T, stage: nowhere}\n"
        "partners:\n- {code: P-01, name: A, sector: circus}\n- {code: P-01, name: B, colour: red}\n",
        encoding="utf-8",
    )
    target = tmp_path / "x.cpw"
    assert main(["new", str(target), "--from", str(plan)]) == 1
    said = capsys.readouterr().err
    for place in ("plan.stage", "partners[0].sector", "partners[1].code", "partners[1].colour"):
        assert place in said
    assert not target.exists()


def test_undo_and_redo_reach_over_closing(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "more.yaml"
    plan.write_text(
        "format: creative-partnership-plan\nversion: 1\npartners:\n- {code: P-77, name: Library}\n", encoding="utf-8"
    )
    assert main(["import", str(example), str(plan)]) == 0
    assert main(["undo", str(example)]) == 0
    assert main(["redo", str(example)]) == 0
    capsys.readouterr()
    assert main(["history", str(example), "--json"]) == 0
    titles = [entry["title"] for entry in json.loads(capsys.readouterr().out)["changes"]]
    assert titles[-3:] == [
        "Import plan from more.yaml",
        "Undo: Import plan from more.yaml",
        "Redo: Import plan from more.yaml",
    ]
    assert main(["redo", str(example)]) == 1
    assert "nothing to redo" in capsys.readouterr().err


def test_a_contact_is_erased_by_its_code(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["erase", str(example), "K-01"]) == 0
    assert "K-01" in capsys.readouterr().out
    assert main(["check", str(example)]) == 0
    assert main(["undo", str(example)]) == 1, "no step is left that could be undone"
    capsys.readouterr()
    assert main(["erase", str(example), "K-01"]) == 1
    assert "erased already" in capsys.readouterr().err
    assert main(["erase", str(example), "K-99"]) == 1
    assert "K-99" in capsys.readouterr().err


def test_check_prints_one_json_object_and_nothing_else(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(example), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["sound"] is True
    assert {score["foundation"] for score in answer["foundations"]} >= {
        "cooperation",
        "resources",
        "responsibility",
        "trust",
    }


def test_the_schema_describes_the_plan_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert {"format", "version", "plan", "partners", "training_sessions"} <= set(schema["properties"])


def test_the_work_plan_is_a_pdf_on_wide_pages_of_the_paper_asked_for(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = example.with_name("plan.pdf")
    for asked, size in (([], (842, 595)), (["--paper", "Letter"], (792, 612)), (["--paper", "A4"], (842, 595))):
        assert main(["export", str(example), "workplan", "-o", str(target), *asked]) == 0
        assert "plan.pdf is written" in capsys.readouterr().out
        with pikepdf.open(target) as pdf:
            assert tuple(round(side) for side in pdf.pages[0].mediabox[2:]) == size


def test_a_calendar_is_of_everybody_or_of_one_partner(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everybody, one = example.with_name("all.ics"), example.with_name("one.ics")
    assert main(["export", str(example), "calendar", "-o", str(everybody)]) == 0
    assert main(["export", str(example), "calendar", "-o", str(one), "--partner", "p-03"]) == 0
    capsys.readouterr()
    held = [path.read_bytes() for path in (everybody, one)]
    assert held[0].count(b"BEGIN:VEVENT") > held[1].count(b"BEGIN:VEVENT") > 0
    assert main(["export", str(example), "calendar", "-o", str(one)]) == 0
    assert one.read_bytes() == everybody.read_bytes()


def test_a_statement_is_for_one_partner_or_for_all(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everybody, one = example.with_name("all.pdf"), example.with_name("one.pdf")
    assert main(["export", str(example), "statement", "-o", str(everybody)]) == 0
    assert main(["export", str(example), "statement", "-o", str(one), "--partner", "p-03"]) == 0
    capsys.readouterr()
    held = [len(pages_of(path)) for path in (everybody, one)]
    assert held[0] > held[1] > 1


def test_a_session_gets_its_sheet_and_its_certificates(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, given = example.with_name("sheet.docx"), example.with_name("given.pdf")
    assert main(["export", str(example), "sign-in-sheet", "-o", str(sheet), "--session", "S-03"]) == 0
    assert main(["export", str(example), "certificates", "-o", str(given), "--session", "s-03", "--names"]) == 0
    capsys.readouterr()
    assert sheet.read_bytes().startswith(b"PK")
    pages = pages_of(given)
    assert (len(pages), "Wanjiru Lindqvist" in pages[0]) == (16, True)


def test_the_demo_makes_every_document_and_keeps_an_example_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", str(tmp_path)]) == 0
    made = {path.suffix for path in tmp_path.iterdir()}
    assert {".cpw", ".pdf", ".docx", ".ics", ".xlsx", ".json", ".yaml"} <= made
    workbook = next(tmp_path.glob("*.cpw"))
    before = workbook.read_bytes()
    assert main(["demo", str(tmp_path)]) == 0
    assert workbook.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [["export", "x.cpw", "poem", "-o", "x"], ["new"], ["export", "x.cpw", "report", "-o", "r.pdf", "--as-of", "soon"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nowhere.cpw"], "nowhere.cpw"),
        (["export", "{example}", "report", "-o", "report.txt"], "has to end in .pdf or .docx"),
        (["export", "{example}", "workplan", "-o", "plan.xlsx"], "has to end in .pdf"),
        (["export", "{example}", "calendar", "-o", "c.pdf"], "has to end in .ics"),
        (["export", "{example}", "calendar", "-o", "c.ics", "--partner", "P-99"], "There is no partner “P-99”"),
        (["export", "{example}", "report", "-o", "r.pdf", "--partner", "P-01"], "Only a calendar"),
        (["export", "{example}", "report", "-o", "r.pdf", "--session", "S-01"], "Only a sign-in sheet"),
        (["export", "{example}", "certificates", "-o", "c.pdf"], "Say which session with --session; there are S-01"),
        (["export", "{example}", "agreement", "-o", "a.pdf", "--agreement", "AG-99"], "There is no agreement “AG-99”"),
        (["export", "{example}", "report", "-o", "no/such/folder/r.pdf"], "folder does not exist"),
        (["export", "{example}", "report", "-o", "r.pdf", "--as-of", "1999-01-01"], "holds nothing from 1999-01-01"),
        (["new", "t.cpw", "--template", "circus"], "There is no template “circus”"),
        (["new", "t.cpw", "--from", "nowhere.yaml"], "nowhere.yaml: The file does not exist"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(
    arguments: list[str], words: str, example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    capsys.readouterr()
    assert main([argument.replace("{example}", str(example)) for argument in arguments]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said


def test_with_no_screen_the_window_says_what_works_without_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([]) == 1
    assert "no screen here" in capsys.readouterr().err


def test_an_agreement_names_those_who_sign_only_where_asked_to(example: Path, tmp_path: Path) -> None:
    asked, plain = tmp_path / "names.pdf", tmp_path / "plain.pdf"
    order = ["export", str(example), "agreement", "--agreement", "AG-01", "-o"]
    assert main([*order, str(plain)]) == 0
    assert main([*order, str(asked), "--names"]) == 0
    assert "Ruairí Castellane" not in " ".join(pages_of(plain))
    assert "Ruairí Castellane" in " ".join(pages_of(asked))


def test_documents_wear_the_logo_and_the_colour_of_the_plan_or_say_why_not(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, picture = example.with_name("brief.pdf"), io.BytesIO()
    Image.new("RGB", (300, 90), "#1F5FA8").save(picture, "PNG")
    for name, content in (("sign.png", picture.getvalue()), ("broken.png", b"\x89PNG no picture")):
        with open_workbook(example, Author("Ana")) as opened:
            book = opened.workbook.book
            opened.workbook.do(AttachFiles("plan", book.plan.id, (GivenFile(name, content),)))
            attached = next(one.id for one in opened.workbook.book.all(Attachment) if one.name == name)
            opened.workbook.do(EditRecord("plan", book.plan.id, {"logo": attached, "accent_colour": "#1F5FA8"}))
        status = main(["export", str(example), "brief", "-o", str(target)])
        said = capsys.readouterr()
        if name == "sign.png":
            assert status == 0
            with pikepdf.open(target) as pdf:
                assert len(list(pdf.pages[0].get_images())) == 1
        else:
            assert status == 1
            assert said.err.strip() == "The logo cannot be read. Give a picture as PNG or JPEG."


def test_a_document_in_another_language_says_in_one_line_what_is_not_translated(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = example.with_name("brief.pdf")
    assert main(["export", str(example), "brief", "-o", str(target), "--language", "fr"]) == 0
    said = capsys.readouterr()
    assert "brief.pdf is written" in said.out
    (line,) = said.err.splitlines()
    assert line.startswith("Not translated into French (")
    assert "partnership" not in line
    assert main(["export", str(example), "brief", "-o", str(target)]) == 0
    assert not capsys.readouterr().err


def test_a_tracker_goes_out_comes_back_and_asks_what_it_has_to(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent, back = tmp_path / "out.xlsx", tmp_path / "back.xlsx"
    assert main(["export", str(example), "tracker", "--partner", "P-04", "--due", "2026-12-10", "-o", str(sent)]) == 0
    assert main(["import", str(example), str(sent)]) == 0
    unedited = capsys.readouterr().out
    assert "Nothing to change" in unedited
    assert "Mark tracker from P-04 as returned: out.xlsx." in unedited
    edits = (("Done", 0.6), ("Really done", "03/04/2027"), ("Code", "A-99"))
    back.write_bytes(edited(sent.read_bytes(), all_of(*(put("Activities", "A-05", *edit) for edit in edits))))
    assert main(["import", str(example), str(back)]) == 1
    said = capsys.readouterr()
    assert "--day-first" in said.err
    assert "1 cell that the tracker had closed was changed all the same, and is not taken: Activities!B2." in said.err
    assert main(["import", str(example), str(back), "--month-first", "--preview", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {(one["field"], one["was"], one["theirs"]) for one in told["changes"]} == {
        ("done", 35, 60),
        ("actual_end", None, "2027-03-04"),
    }
    assert [one["place"] for one in told["closed"]] == ["Activities!B2"]
    assert told["applied"] == 0
    assert main(["import", str(example), str(back), "--month-first"]) == 0
    assert main(["import", str(example), str(back), "--month-first"]) == 1
    assert "already" in capsys.readouterr().err
    with open_workbook(example, Author("Ana")) as opened:
        first, register = opened.workbook.book.all(Tracker)
        assert (first.status, first.returned_file) == ("returned", "out.xlsx")
        assert (register.status, register.returned_file) == ("returned", "back.xlsx")
        assert (register.file, register.due) == (first.file, first.due) == ("out.xlsx", date(2026, 12, 10))
        step = list(opened.workbook.history())[-1]
        assert (step.title, step.source) == ("Accept tracker from P-04: back.xlsx", "Import: back.xlsx")


def test_a_row_that_lost_its_id_waits_for_a_word(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent, back = tmp_path / "out.xlsx", tmp_path / "back.xlsx"
    assert main(["export", str(example), "tracker", "-o", str(sent)]) == 0

    def lose_id(workbook: Any) -> None:
        workbook["Activities"].cell(row_of(workbook["Activities"], "A-05"), 1).value = None

    back.write_bytes(edited(sent.read_bytes(), all_of(put("Activities", "A-05", "Done", 0.6), lose_id)))
    assert main(["import", str(example), str(back)]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert "1 value stands in rows without their id" in said
    assert "--guesses" in said
    for guesses, done in (("leave", 0), ("take", 1)):
        assert main(["import", str(example), str(back), "--guesses", guesses, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["applied"], told["registered"]) == (done, True)
        assert main(["undo", str(example)]) == 0
        capsys.readouterr()


def test_each_tracker_that_is_made_is_put_on_record_and_looks_the_same_however_often(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, own = (tmp_path / name for name in ("first.xlsx", "second.xlsx", "own.xlsx"))
    for options in (["-o", str(first)], ["--partner", "P-04", "-o", str(own)], ["-o", str(second)]):
        assert main(["export", str(example), "tracker", *options]) == 0
    assert not capsys.readouterr().err
    assert first.read_bytes() == second.read_bytes()
    with open_workbook(example, Author("Ana"), read_only=True) as opened:
        workbook = opened.workbook
        whole, partners = workbook.book.all(Tracker)
        assert (whole.partner, whole.file, whole.due, whole.status) == (None, "second.xlsx", None, "issued")
        assert (workbook.book.label("partners", partners.partner or "")[:4], partners.file) == ("P-04", "own.xlsx")
        assert (whole.state, whole.state_hash) == (1, next(iter(workbook.history(1, 1))).hash)
        assert whole.issued_on == partners.issued_on == date.today()  # noqa: DTZ011 - the day where the test runs
    assert main(["import", str(example), str(first)]) == 0
    with open_workbook(example, Author("Ana"), read_only=True) as opened:
        assert [one.status for one in opened.workbook.book.all(Tracker)] == ["returned", "issued"]


def test_a_tracker_is_made_all_the_same_where_the_workbook_is_open_elsewhere(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.xlsx"
    with open_workbook(example, Author("Ben")):
        assert main(["export", str(example), "tracker", "-o", str(out)]) == 0
    (said,) = capsys.readouterr().err.splitlines()
    assert "is not on record in the workbook" in said
    assert "Ben" in said
    assert out.exists()
    with open_workbook(example, Author("Ana"), read_only=True) as opened:
        assert opened.workbook.book.count("trackers") == 0


def test_only_a_tracker_is_due_back(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--due", "2027-01-31", "-o", str(tmp_path / "out.pdf")]
    assert main(["export", str(example), "report", *options]) == 1
    assert "leave out --due" in capsys.readouterr().err
