"""Nothing of a spreadsheet that a person would keep is lost, and what is left out is said: columns, cells and rows."""

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


def test_columns_that_no_field_takes_stand_in_the_note_and_each_column_says_what_became_of_it(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        "No;Organisation;State;Postcodes;Manager;Empty;Again;pupil_count",
        "1;City Museum;North;['LS1 1AA', 'LS2 2BB'];a@b.example;;North;57.0",
        "2;Choir;South;;c@d.example;;South;8.0",
        "3;Choir;West;LS3;e@f.example;;West;8.0",
    ]
    source = written(tmp_path / "list.csv", "\n".join(rows))
    assert main(["import", str(file), source]) == 0
    out = capsys.readouterr().out
    for line in (
        "Organisation: taken as Name",
        "State: kept in the note",
        "No: left out: only numbers the rows",
        "Manager: left out: about people, who belong to the contacts",
        "Empty: left out: empty",
        "Again: left out: the same as “State”",
        "1 new, 1 known already, 1 row not taken.",
        "not taken, 1 row: This is the same partner as in row …; what it says more is added there.",
    ):
        assert line in out
    museum, choir = book_of(file).all(Partner)
    assert museum.note == "State: North\nPostcodes: LS1 1AA; LS2 2BB\npupil_count: 57"
    assert choir.note == "State: South\npupil_count: 8\nState: West\nPostcodes: LS3"
    assert main(["import", str(file), source, "--json"]) == 0
    assert said(capsys)[0]["changes"] == 0
    assert main(["import", str(file), source, "--map", "Manager=+", "--map", "State="]) == 0
    assert book_of(file).all(Partner)[0].note.endswith("Manager: a@b.example")


def test_a_budget_of_several_years_comes_as_amounts_with_whom_it_goes_to_and_without_its_sums(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (
        "Bénéficiaire;budget2025;budget2026\nCity Museum;1'200,50;(300,00)\nChoir;7 000,00;-\nTotal général;8200,50;\n"
    )
    source = written(tmp_path / "grants.csv", rows)
    assert main(["import", str(file), source]) == 1
    assert "by period” (resources)" in capsys.readouterr().err
    assert main(["import", str(file), source, "--as", "resources", "--json"]) == 0
    data, _err = said(capsys)
    assert [note["row"] for note in data["rejected"]] == [4]
    first, refused, third = book_of(file).all(Resource)
    assert (first.title, first.period, first.value) == ("City Museum", "2025", Money(Decimal("1200.50"), "EUR"))
    assert first.recipient == book_of(file).all(Partner)[0].id
    assert (refused.value, refused.note) == (None, "budget: (300,00)")
    assert (third.title, third.recipient) == ("Choir", None)
    assert main(["undo", str(file)]) == 0
    assert main(["import", str(file), source, "--as", "resources", "--with-partners", "--currency", "chf"]) == 0
    book = book_of(file)
    assert [one.name for one in book.all(Partner)] == ["City Museum gGmbH", "Choir"]
    assert [one.value.currency for one in book.all(Resource) if one.value] == ["CHF", "CHF"]
    assert book.all(Resource)[2].recipient == book.all(Partner)[1].id


def test_amounts_in_a_strange_currency_are_never_taken_for_ours_and_who_pays_makes_an_offer(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "Item,Amount,Funder\nPaint,$20,City Museum\nWood,€30,\nNails,40,\n"
    assert main(["import", str(file), written(tmp_path / "b.csv", rows)]) == 0
    assert "amounts that name no currency are taken as EUR" in capsys.readouterr().out
    paint, wood, nails = book_of(file).all(Resource)
    assert (paint.value, paint.note, paint.kind) == (None, "Amount: $20", "offer")
    assert (wood.value, nails.value) == (Money(Decimal(30), "EUR"), Money(Decimal(40), "EUR"))
    assert wood.kind == "need"


def test_indicators_over_the_years_bring_baseline_target_and_readings_from_one_sheet(
    file: Path, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        ["Monitoring", "", "", "", "", ""],
        ["Indicator", "Unit", "Baseline 2024", 2025, 2026, "Target 2027"],
        ["Visitors", "people", 100, "1 200", "n/a", 2000],
        ["Clubs", "", 5, 6, 7, 10],
    ]
    source = written(tmp_path / "indicators.xlsx", xlsx({"Data": rows}))
    assert main(["import", str(file), source, "--as", "indicators"]) == 0
    assert main(["import", str(file), source, "--as", "readings"]) == 0
    book = book_of(file)
    visitors = book.all(Indicator)[0]
    assert (str(visitors.baseline), str(visitors.target), visitors.unit) == ("100", "2000", "people")
    assert (visitors.baseline_date, visitors.target_date) == (datetime.date(2024, 12, 31), datetime.date(2027, 12, 31))
    readings = sorted(f"{one.date} {one.value}" for one in book.all(Reading))
    assert readings == ["2025-12-31 1200", "2025-12-31 6", "2026-12-31 7"]


def test_statistics_by_organisation_become_parts_of_one_indicator_with_its_whole_and_its_notes(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table: list[list[object]] = [
        ["Table 1: Income of museums, 2024/2025 to 2025/2026 [note 1]"],
        ["All figures are in pounds."],
        ["Name of organisation", "2024/2025 [b]", "2025/2026", "Remarks"],
        ["City Museum [note 1].", 10, 20, "draft"],
        ["Of which from:\nGallery", "x", 5, ""],
        ["Grand Total", 10, 25, "[note 1] revised"],
    ]
    notes: list[list[object]] = [["Notes of this file", ""], ["Note number", "Note text"], ["note 1", "Taken in May."]]
    source = written(tmp_path / "s.xlsx", xlsx({"Notes": notes, "T1": table}))
    assert main(["import", str(file), source, "--as", "readings"]) == 0
    book = book_of(file)
    (income,) = book.all(Indicator)
    assert income.title == "Table 1: Income of museums"
    assert "All figures are in pounds." in income.note
    found = {(one.breakdown, str(one.date)): (str(one.value), one.note) for one in book.all(Reading)}
    assert found == {
        ("City Museum", "2024-12-31"): ("10", "draft; Period: 2024/2025"),
        ("City Museum", "2025-12-31"): ("20", "draft; Period: 2025/2026"),
        ("Gallery", "2025-12-31"): ("5", "Period: 2025/2026"),
        ("", "2024-12-31"): ("10", "[note 1] revised; Period: 2024/2025"),
        ("", "2025-12-31"): ("25", "[note 1] revised; Period: 2025/2026"),
    }
    capsys.readouterr()
    assert main(["import", str(file), source, "--as", "readings", "--json"]) == 0
    assert said(capsys)[0]["changes"] == 0
    assert main(["import", str(file), source, "--as", "partners"]) == 0
    museum = book_of(file).all(Partner)[0]
    assert museum.note == "draft\nFootnotes: [note 1] Taken in May."


def test_a_plan_of_crosses_under_weeks_asks_for_its_year_and_keeps_its_outline(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[list[object]] = [
        ["", "X = done"],
        [],
        ["", "ATIVIDADES", "Semana 30/04", "Semana 07/05"],
        ["", "1.0 Prepare", "X", ""],
        ["", "1.1 Invite", "X", "X"],
        ["", "1.1.1 Print", "", "X"],
    ]
    source = written(tmp_path / "x.xlsx", xlsx({"Plan": rows}))
    assert main(["import", str(file), source]) == 1
    assert "“Semana 30/04” has no year: say --year" in capsys.readouterr().err
    assert main(["import", str(file), source, "--year", "2018"]) == 0
    prepare, invite, print_ = book_of(file).all(Activity)
    assert (invite.parent, print_.parent) == (prepare.id, invite.id)
    assert (invite.start, invite.end) == (datetime.date(2018, 4, 30), datetime.date(2018, 5, 13))


def test_a_score_by_month_and_a_log_by_month_come_with_days(file: Path, tmp_path: Path) -> None:
    score = written(tmp_path / "s.csv", "Net score,Month,Year\n51.8,May,2024\n57.1,June,2024\n")
    assert main(["import", str(file), score]) == 0
    assert {str(one.date) for one in book_of(file).all(Reading)} == {"2024-05-31", "2024-06-30"}
    log = written(tmp_path / "l.csv", "Workshop,Month,Year,Attended\nClay,March,2027,12\n")
    assert main(["import", str(file), log]) == 0
    (clay,) = book_of(file).all(TrainingSession)
    assert (str(clay.date), clay.note) == ("2027-03-01", "Month: March\nYear: 2027")


def test_meetings_of_one_name_on_several_days_stay_several_and_are_known_again(file: Path, tmp_path: Path) -> None:
    source = written(tmp_path / "m.csv", "Activity,Start\nMeeting,2027-01-05\nMeeting,2027-02-05\n")
    for _again in range(2):
        assert main(["import", str(file), source]) == 0
        assert len(book_of(file).all(Activity)) == 2


def test_a_list_of_partners_with_their_people_brings_both_and_a_partner_without_a_person_too(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        "Organisation;Web;Sector;Contact person;E-mail;Owner of keys",
        "City Museum;other.example;;Ada;ada@m.example;Bo",
        "Choir;choir.example;civil society;Bo;bo@c.example;",
        "Choir;;;Cy;cy@c.example;",
        "Tram Club;tram.example;;;;",
    ]
    source = written(tmp_path / "list.csv", "\n".join(rows))
    assert main(["import", str(file), source]) == 0
    out = capsys.readouterr().out
    assert "Web: taken as Website of the partner" in out
    assert "not taken, 1 row: No contact is named here; the partner comes without one." in out
    assert "Website: the partner has another already, which stays." in out
    book = book_of(file)
    assert [(one.name, one.website) for one in book.all(Partner)] == [
        ("City Museum gGmbH", "museum.example"),
        ("Choir", "choir.example"),
        ("Tram Club", "tram.example"),
    ]
    assert [(one.name, book.label("partners", one.partner or "")) for one in book.all(Contact)] == [
        ("Ada", "P-01 City Museum gGmbH"),
        ("Bo", "P-02 Choir"),
        ("Cy", "P-02 Choir"),
    ]
    assert main(["import", str(file), source, "--json"]) == 0
    assert said(capsys)[0]["changes"] == 0


def test_who_is_responsible_is_no_word_for_a_note(file: Path, tmp_path: Path) -> None:
    source = written(tmp_path / "work.csv", "Activity;Responsible;Status\nDig;Ada Lovelace;nearly\n")
    assert main(["import", str(file), source]) == 0
    (dig,) = book_of(file).all(Activity)
    assert (dig.owner, dig.note) == (None, "Status: nearly")


def test_names_that_are_written_differently_mean_one_partner_here_and_within_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        "Organisation;Website",
        "Univ. of Añil;a.example",
        "University of Anil;",
        "City Museum e.V.;",
        "Citi Museum;",
    ]
    source = written(tmp_path / "names.csv", "\n".join(rows))
    assert main(["import", str(file), source]) == 1
    assert "row 5 may be P-01 City Museum gGmbH" in capsys.readouterr().err
    assert main(["import", str(file), source, "--similar", "same"]) == 0
    assert [one.name for one in book_of(file).all(Partner)] == ["City Museum gGmbH", "Univ. of Añil"]
    people = written(tmp_path / "p.csv", "Contact,Organisation\nAda,Choir Ltd\nBo,Choir\nCy,Univ of Anil\n")
    assert main(["import", str(file), people]) == 0
    book = book_of(file)
    assert [one.name for one in book.all(Partner)] == ["City Museum gGmbH", "Univ. of Añil", "Choir Ltd"]
    assert [book.label("partners", one.partner or "")[:4] for one in book.all(Contact)] == ["P-03", "P-03", "P-02"]


def test_columns_that_are_the_same_by_chance_or_in_other_rows_are_both_kept(file: Path, tmp_path: Path) -> None:
    rows = ["Organisation;Agreed;Signed;Loans;Gifts", "Choir;yes;;0;0", "Band;;yes;0;0"]
    assert main(["import", str(file), written(tmp_path / "list.csv", "\n".join(rows))]) == 0
    _museum, choir, band = book_of(file).all(Partner)
    assert choir.note == "Agreed: yes\nLoans: 0\nGifts: 0"
    assert band.note == "Signed: yes\nLoans: 0\nGifts: 0"
