"""Spreadsheets that people have already come in from the command line: found, matched, shown, taken in and undone."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.exports.sheets.making import xlsx
from tests.journeys.bringing import book_of, said, small_workbook, written
from ui.command_line import main
from workbook.money import Money
from workbook.records import Activity, Contact, Indicator, Partner, Reading, Resource, TrainingSession


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return small_workbook(tmp_path)


def test_partners_are_found_on_the_second_sheet_below_a_title_and_are_not_doubled(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[list[object]] = [
        ["", "Our network 2027"],
        [],
        [],
        [],
        ["", "Organistaion", "Website", "Notes", "Notes", *[f"Extra {n}" for n in range(41)]],
        ["", "City  Museum", "other.example", "<b>Old</b> &amp; good", "second"],
        ["", "Youth\nTheatre", "theatre.example", "line 1\nline 2", ""],
        [],
        ["", "Youth Theatre", "", "", ""],
        ["", "City Musem", "", "", ""],
        ["", "", "nobody.example", "", ""],
        ["", "Total", 3],
    ]
    source = written(tmp_path / "list.xlsx", xlsx({"Read me": [["Please fill in"]], "Data": rows}))
    assert main(["import", str(file), source, "--json"]) == 1
    data, err = said(capsys)
    assert (data["table"], data["kind"], data["applied"]) == ("Data, row 5", "partners", 0)
    assert data["columns"] == {"Organistaion": "name", "Website": "website", "Notes": "note"}
    assert data["kept_in_note"] == ["Notes (2)"]
    assert data["not_taken"]["Extra 0"] == "left out: empty"
    assert {note["row"]: note["reason"] for note in data["rejected"]} == {
        9: "This is the same partner as in row 7.",
        11: "Nothing says what is needed: Name.",
        12: "This is a sum of other rows, which is worked out here.",
    }
    assert "row 10 may be P-01" in err
    assert len(err.splitlines()) == 1
    assert main(["import", str(file), source, "--similar", "new", "--map", "Notes (2)=mission"]) == 0
    book = book_of(file)
    assert [one.name for one in book.all(Partner)] == ["City Museum gGmbH", "Youth Theatre", "City Musem"]
    first, second, _third = book.all(Partner)
    assert (first.website, first.note, first.mission) == ("museum.example", "Old & good", "second")
    assert second.note == "line 1\nline 2"
    capsys.readouterr()
    assert main(["import", str(file), source, "--similar", "new", "--map", "Notes (2)=mission", "--json"]) == 0
    assert said(capsys)[0]["changes"] == 0
    assert main(["undo", str(file)]) == 0
    assert len(book_of(file).all(Partner)) == 1


def test_dates_that_could_be_two_days_are_asked_about_and_numbers_of_two_writings_are_read(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Veranstaltung;x\n\nSession;Date;Attended;Women\nClay;03/04/2027;12;7\nPrint;05/06/2027;1 200;n/a\n"
    source = written(tmp_path / "log.csv", text)
    assert main(["import", str(file), source, "--preview", "--json"]) == 1
    data, err = said(capsys)
    assert data["kind"] == "training_sessions"
    assert len(data["open_days"]) == 2
    assert "--day-first or --month-first" in err
    assert main(["import", str(file), source, "--day-first"]) == 0
    clay, second = book_of(file).all(TrainingSession)
    assert (clay.date, clay.attended, clay.women) == (datetime.date(2027, 4, 3), 12, 7)
    assert (second.attended, second.women) == (1200, None)
    told = written(tmp_path / "told.csv", "Session,Date\nA,01/02/2027\nB,25/02/2027\n")
    assert main(["import", str(file), told]) == 0
    assert [one.date for one in book_of(file).all(TrainingSession)][2] == datetime.date(2027, 2, 1)


def test_budgets_contacts_and_readings_come_with_what_they_belong_to(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    budget = written(
        tmp_path / "budget.csv",
        'Poste de dépense;Montant (USD);Financeur\nPeinture;"1.234,50";City Museum\nBois;"$2,000.00";Nobody\n'
        "Clous;1.500;\nTotal;4.734,50;\n",
    )
    assert main(["import", str(file), budget, "--json"]) == 0
    data, _err = said(capsys)
    assert data["kind"] == "resources"
    assert [note["row"] for note in data["rejected"]] == [5]
    assert {note["field"] for note in data["left_out"]} == {"provider", "value"}
    cards = (
        "BEGIN:VCARD\nFN:Ada\nORG:City Museum\nEMAIL:a@b.example\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nORG:Choir\nEND:VCARD\n"
    )
    assert main(["import", str(file), written(tmp_path / "people.vcf", cards)]) == 0
    some = written(tmp_path / "some.csv", "Contact,Organisation\nCy,Choir\nDi,\n")
    assert main(["import", str(file), some, "--preview"]) == 0
    assert "row 3 is not taken: Nothing says what is needed: Partner." in capsys.readouterr().out
    readings = written(tmp_path / "r.csv", "Indicator,Date,Value\nVisitors,2027-03-31,120\nVisitors,2027-06-30,150.5\n")
    assert main(["import", str(file), readings]) == 0
    book = book_of(file)
    paint = book.all(Resource)[0]
    assert (paint.title, paint.value) == ("Peinture", Money(Decimal("1234.50"), "USD"))
    assert paint.provider == book.all(Partner)[0].id
    assert [(one.name, book.label("partners", one.partner or "")) for one in book.all(Contact)] == [
        ("Ada", "P-01 City Museum gGmbH"),
        ("Bo", "P-02 Choir"),
    ]
    assert [one.title for one in book.all(Indicator)] == ["Visitors"]
    assert {one.value for one in book.all(Reading)} == {Decimal(120), Decimal("150.5")}


def test_a_work_plan_keeps_its_parts_and_its_order(file: Path, tmp_path: Path) -> None:
    plan = """<?xml version="1.0"?><project><tasks>
      <task id="1" name="Prepare" start="2027-03-04" duration="3"><depend id="3"/>
        <task id="2" name="Invite" start="2027-03-05" duration="1"/></task>
      <task id="3" name="Opening" meeting="true" start="2027-03-09" duration="0"/></tasks></project>"""
    assert main(["import", str(file), written(tmp_path / "plan.gan", plan)]) == 0
    prepare, invite, opening = book_of(file).all(Activity)
    assert invite.parent == prepare.id
    assert opening.depends_on == (prepare.id,)
    assert (opening.milestone, prepare.end) == (True, datetime.date(2027, 3, 8))


def test_a_course_held_twice_stays_two_sessions_and_a_list_of_people_is_counted(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "Session,Date,School\nClay,2027-03-04,North\nClay,2027-03-04,South\nClay,2027-03-04,South\n"
    source = written(tmp_path / "log.csv", rows)
    for _again in range(2):
        assert main(["import", str(file), source]) == 0
        assert len(book_of(file).all(TrainingSession)) == 2
    people = [["Sign-in"], [], ["", "Nom", "Sexe"], ["", "Ada", "F"], ["", "Bo", "H"], ["", "Ada", "F"]]
    came = written(tmp_path / "came.xlsx", xlsx({"Feuil1": people}))
    code = book_of(file).all(TrainingSession)[0].code
    capsys.readouterr()
    assert main(["import", str(file), came, "--as", "attendance"]) == 1
    assert "--session" in capsys.readouterr().err
    assert main(["import", str(file), came, "--as", "attendance", "--session", code, "--json"]) == 0
    data, _err = said(capsys)
    assert [note["row"] for note in data["rejected"]] == [6]
    session = book_of(file).all(TrainingSession)[0]
    assert (session.attended, session.women, session.men) == (2, 1, 1)


def test_what_is_not_clear_is_asked_in_one_line_and_a_table_can_be_named(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = written(tmp_path / "x.csv", "Colour,Weight\nred,1\nblue,2\n")
    assert main(["import", str(file), strange]) == 1
    assert "say --as partners|" in capsys.readouterr().err
    assert main(["import", str(file), strange, "--as", "partners"]) == 1
    assert "--map “Column=Name”" in capsys.readouterr().err
    assert main(["import", str(file), strange, "--as", "partners", "--map", "Colour=Name"]) == 0
    two = xlsx({"A": [["Partner", "Website"], ["One", "a"]], "B": [["Activity", "Start"], ["Dig", "2027-01-02"]]})
    source = written(tmp_path / "two.xlsx", two)
    capsys.readouterr()
    assert main(["import", str(file), source]) == 1
    assert "say which with --table" in capsys.readouterr().err
    assert main(["import", str(file), source, "--table", "B"]) == 0
    assert [one.title for one in book_of(file).all(Activity)] == ["Dig"]
