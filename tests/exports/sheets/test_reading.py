"""Files from outside become sheets, or are refused with one sentence."""

import datetime
import io
import struct
import zipfile

import pytest
from openpyxl import Workbook

from exports.incoming.limits import SPREADSHEET
from exports.sheets.reading import holds_tracker, read_sheets
from tests.exports.sheets.making import xlsx
from tests.faults.hostile import packages
from workbook.operations import Refused


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_text_file_is_read_in_any_encoding_and_with_any_separator(encoding: str, separator: str) -> None:
    rows = [("Institución", "Ort"), ("Fundación Añil", "Cité"), ('Say "hi"\nthere', f"a{separator}b"), ("São João", "")]
    text = "\r\n".join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    (sheet,) = read_sheets(text.encode(encoding), "list.csv")
    assert sheet.rows == tuple(rows)
    assert sheet.name == "list"


def test_a_line_that_names_the_separator_is_no_row() -> None:
    (sheet,) = read_sheets(b"sep=;\nName;City\nA, B;C\n", "x.csv")
    assert sheet.rows == (("Name", "City"), ("A, B", "C"))


def test_an_old_workbook_is_read_apart_and_one_that_is_cut_off_does_no_harm(capfd: pytest.CaptureFixture[str]) -> None:
    cut = bytearray(512)
    cut[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", cut, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", cut, 44, 1, 1)
    with pytest.raises(Refused, match="damaged"):
        read_sheets(bytes(cut), "cut.xls")
    assert capfd.readouterr().err == ""


def _zip(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 no archive", "damaged"),
        (_zip("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'), "entities"),
        (_zip("xl/worksheets/sheet1.xml", b'<sheetData><c r="A99999999">1</c>'), "row 99,999,999"),
        (_zip("content.xml", b'<c table:number-columns-repeated="99999999"/>'), "repeated"),
        (_zip("META-INF/manifest.xml", b"<manifest:encryption-data/>"), "password"),
        (_zip("xl/big.bin", bytes(SPREADSHEET.most_unpacked + 1)), "unpacks to far more"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"<?xml version='1.0'?><!DOCTYPE project [<!ENTITY a 'b'>]><project/>", "entities"),
        (b"<?xml version='1.0'?><rss/>", "no work plan"),
        (b"BEGIN:VCARD\nFN:Ada\n", "complete"),
        (b"\x89PNG\r\n" + bytes(range(256)) * 8, "neither a spreadsheet nor a text"),
        (b",".join([b"x"] * (SPREADSHEET.most_columns + 1)), "column 501"),
    ],
)
def test_a_file_that_could_do_harm_or_is_none_is_refused_with_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(Refused) as refused:
        read_sheets(content, "file.xlsx")
    (problem,) = refused.value.problems
    assert says in problem.sentence
    assert problem.place.startswith("file.xlsx")


def test_a_workbook_keeps_its_sheets_days_and_joined_cells_and_a_tracker_is_known() -> None:
    day = datetime.date(2027, 3, 4)
    (first, second) = read_sheets(
        xlsx({"Read me": [["Hello"]], "Data": [["", ""], ["A", day], ["", 2]]}, ["A2:A3"]), "x.xlsx"
    )
    assert (first.name, second.name) == ("Read me", "Data")
    assert second.rows == (("", ""), ("A", day), ("", 2.0))
    assert second.merged == ((1, 0, 2, 0),)
    assert not holds_tracker((first, second))
    assert holds_tracker(read_sheets(xlsx({"Front": [["x"]], "_meta": [["y"]]}), "x.xlsx"))


def test_cards_become_rows_with_what_a_contact_has_a_place_for() -> None:
    cards = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lovelace;Ada;;;\r\nFN:Ada Lovelace\r\nORG:City Museum\\; Art;Education\r\n"
        "item1.EMAIL;TYPE=work:ada@museum.example\r\nEMAIL:second@museum.example\r\nTEL:tel:+49 30 1\r\n"
        "NOTE:First line\\nsec\r\n ond line\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6=\r\nrg\r\nEND:VCARD\r\n"
    )
    (sheet,) = read_sheets(cards.encode(), "people.vcf")
    assert sheet.rows[1] == (
        "Ada Lovelace",
        "City Museum; Art",
        "",
        "ada@museum.example",
        "+49 30 1",
        "First line\nsecond line",
        "Education; second@museum.example",
    )
    assert sheet.rows[2][0] == "Jörg Müller"


def test_cards_of_the_newest_kind_keep_what_is_preferred_and_what_else_there_is() -> None:
    cards = (
        'BEGIN:VCARD\nVERSION:4.0\nFN:Bo\\, Ltd \\\\n\nTEL;TYPE="home:evening";VALUE=uri:tel:+49-1\n'
        "TEL;PREF=1;VALUE=uri:tel:+49-2\nEMAIL;PREF=2:b@c.example\nURL:https://bo.example\nORG:Choir;Altos\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Zo=EB\n"
        "NOTE;QUOTED-PRINTABLE:one=0D=0Atwo\nEND:VCARD\n"
    )
    (sheet,) = read_sheets(cards.encode(), "people.vcf")
    assert sheet.rows[1] == ("Bo, Ltd \\n", "Choir", "", "b@c.example", "+49-2", "", "+49-1; https://bo.example; Altos")
    assert sheet.rows[2][0] == "Zoë"
    assert str(sheet.rows[2][5]).split() == ["one", "two"]


def test_work_plans_of_two_programs_become_tasks_with_days_parts_and_what_comes_before() -> None:
    gantt = b"""<?xml version="1.0"?><project><tasks>
      <task id="1" name="Prepare" start="2027-03-04" duration="3" complete="50"><depend id="3" type="2"/>
        <task id="2" name="Invite" start="2027-03-05" duration="1"/></task>
      <task id="3" name="Opening" meeting="true" start="2027-03-09" duration="0"/></tasks></project>"""
    project = b"""<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks>
      <Task><UID>0</UID><Name>All</Name></Task>
      <Task><UID>5</UID><Name>Prepare</Name><OutlineLevel>1</OutlineLevel><Start>2027-03-04T08:00:00</Start>
        <Finish>2027-03-08T17:00:00</Finish><PercentComplete>50</PercentComplete></Task>
      <Task><UID>6</UID><Name>Invite</Name><OutlineLevel>2</OutlineLevel><Start>2027-03-05T08:00:00</Start></Task>
      <Task><UID>7</UID><Name>Opening</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone>
        <PredecessorLink><PredecessorUID>5</PredecessorUID></PredecessorLink></Task></Tasks></Project>"""
    day, last = datetime.date(2027, 3, 4), datetime.date(2027, 3, 8)  # Thursday; Monday after a weekend
    (sheet,) = read_sheets(gantt, "plan.gan")
    assert sheet.rows[1][:9] == ("1", "Prepare", day, last, "", 50, "", "", "")
    assert sheet.rows[2][6] == "1"
    assert sheet.rows[3][4:8] == ("yes", "", "", "1")
    (sheet,) = read_sheets(project, "plan.xml")
    assert sheet.rows[1][:9] == ("5", "Prepare", day, last, "", 50, "", "", "")
    assert sheet.rows[2][6] == "5"
    assert sheet.rows[3][4:8] == ("yes", "", "", "5")


def test_a_work_plan_keeps_its_free_days_its_people_and_ties_that_are_no_order() -> None:
    plan = b"""<?xml version="1.0"?><project><calendars><day-types><default-week fri="1" sat="1" sun="0" mon="0" tue="0"
      wed="0" thu="0"/></day-types><date year="2027" month="3" date="7" type="HOLIDAY"/></calendars><tasks>
      <task id="1" name="Prepare" start="2027-03-04" duration="3"><depend id="2" type="1"/></task>
      <task id="2" name="Print" start="2027-03-04" duration="1"/></tasks>
      <resources><resource id="0" name="Ada"/><resource id="1" name="Bo"/></resources><allocations>
      <allocation task-id="1" resource-id="0"/><allocation task-id="1" resource-id="1" responsible="true"/>
      </allocations></project>"""
    (sheet,) = read_sheets(plan, "plan.gan")
    by_heading = dict(zip(sheet.rows[0], sheet.rows[1], strict=True))
    assert by_heading["Due"] == datetime.date(2027, 3, 9)  # Friday, Saturday and the holiday are free
    assert by_heading["Owner"] == "Bo"
    assert dict(zip(sheet.rows[0], sheet.rows[2], strict=True))["Other links"] == "begins with Prepare"


def test_a_project_keeps_what_was_agreed_and_what_really_happened() -> None:
    plan = b"""<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Tasks>
      <Task><UID>5</UID><Name>Prepare</Name><OutlineLevel>1</OutlineLevel><Start>2027-03-05T08:00:00</Start>
        <Finish>2027-03-09T17:00:00</Finish><ActualStart>2027-03-06T08:00:00</ActualStart>
        <Baseline><Number>0</Number><Start>2027-03-04T08:00:00</Start><Finish>2027-03-08T17:00:00</Finish></Baseline>
      </Task><Task><UID>6</UID><Name>Print</Name><PredecessorLink><PredecessorUID>5</PredecessorUID><Type>3</Type>
      </PredecessorLink></Task></Tasks><Resources><Resource><UID>1</UID><Name>Ada</Name></Resource></Resources>
      <Assignments><Assignment><TaskUID>5</TaskUID><ResourceUID>1</ResourceUID></Assignment></Assignments></Project>"""
    (sheet,) = read_sheets(plan, "plan.xml")
    prepare = dict(zip(sheet.rows[0], sheet.rows[1], strict=True))
    assert [
        str(prepare[name]) for name in ("Agreed start", "Agreed due", "Really started", "Really done", "Owner")
    ] == [
        *("2027-03-04", "2027-03-08", "2027-03-06", "", "Ada"),
    ]
    printed = dict(zip(sheet.rows[0], sheet.rows[2], strict=True))
    assert (printed["After"], printed["Other links"]) == ("", "begins with Prepare")


def test_cells_that_hold_nothing_do_not_count_however_far_out_they_are() -> None:
    """People give whole columns a colour, and LibreOffice writes the empty rest of a sheet as one repeated row."""
    coloured = b'<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>'
    (sheet,) = read_sheets(packages.book(packages.ROW + packages.NEXT + coloured), "list.xlsx")
    assert sheet.rows == (("Name",), ("Choir",))
    rest = b'<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    (sheet,) = read_sheets(packages.ods(packages.ods_row(b"Name") + packages.ods_row(b"Choir") + rest), "list.ods")
    assert sheet.rows[:2] == (("Name",), ("Choir",))


@pytest.mark.parametrize(("number", "shown_as"), [(-1e12, "yyyy-mm-dd"), (1e10, "[h]:mm")])
def test_a_number_that_no_calendar_has_is_told_with_its_row(number: float, shown_as: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Date"])
    sheet.append(["Choir", number])
    sheet["B2"].number_format = shown_as
    held = io.BytesIO()
    book.save(held)
    with pytest.raises(Refused, match="such as a date that no calendar has") as refused:
        read_sheets(held.getvalue(), "list.xlsx")
    assert refused.value.problems[0].place == "list.xlsx, Sheet, row 2"
