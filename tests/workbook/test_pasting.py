"""Rows that come from a spreadsheet: how text becomes lines, and lines one step or none."""

import pytest

from tests.properties.sittings import starter
from workbook.book import PLAN_ID, Book
from workbook.kinds import Reading
from workbook.operations import EditRecord, EditSeveral, PasteRows, Refused
from workbook.pasted import headed, new_columns, read_cell, read_lines, table_of, text_of
from workbook.pasted_pages import table_in_html
from workbook.records import RECORD_TYPES, Activity, Contact, Partner
from workbook.workbook import Workbook

PARTNERS = RECORD_TYPES["partners"]


@pytest.fixture
def workbook() -> Workbook:
    return starter()


def reading(workbook: Workbook) -> Reading:
    return Reading(label=workbook.book.label, find=workbook.book.find)


def pasted(workbook: Workbook, type_name: str, text: str) -> PasteRows:
    record_type, table = RECORD_TYPES[type_name], table_of(text)
    head = headed(record_type, table)
    assert head is not None
    lines, problems = read_lines(workbook.book, record_type, head.fields, table[1:], reading(workbook), 2)
    assert not problems
    return PasteRows(type_name, lines)


@pytest.mark.parametrize(
    "table",
    [
        [["plain", "two"], ["three", ""]],
        [["a\ttab", "two\nlines"], ['says "no"', "=SUM(A1)"]],
        [['"', "''"], ["", "  "]],
    ],
)
def test_a_table_comes_back_as_it_was_written(table: list[list[str]]) -> None:
    assert table_of(text_of(table)) == table


def test_text_that_no_spreadsheet_wrote_is_split_at_tabs() -> None:
    assert table_of('"Open" house\t5" nails\nnext') == [['"Open" house', '5" nails'], ["next"]]
    assert table_of("a\r\nb\r\n") == [["a"], ["b"]]
    assert table_of("") == []


def test_a_page_gives_its_first_table() -> None:
    html = "<p>x</p><table><tr><th>Name</th></tr><tr><td>Old &amp; new<br>house</td></tr></table><table><tr><td>no"
    assert table_in_html(html) == [["Name"], ["Old & new\nhouse"]]


EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td {color:black}--></style></head>
<body><!--StartFragment--><table border=0><col width=64 span=2><tr height=20>
<td rowspan=2 height=40>Old<br style='mso-data-placement:same-cell'>
  house</td><td colspan=2>&nbsp;wide&nbsp;one </td><td align=right x:num="1234.5">1,234.50</td></tr>
<tr><td>b</td><td></td><td>c</td></tr><tr><td>d<td>e</tr><!--EndFragment--></table></body></html>"""
OFFICE = """<table cellspacing="0"><colgroup span="2"></colgroup><tr><td height="20"><font>City Museum</font></td>
<td><font>first line<br>second &quot;q&quot;</font></td><td sdval="12" sdnum="1033;"><font>12</font></td></tr>
<tr><td><font><br></font></td></tr></table>"""
WORD = """<table class=MsoTable><tr><td><p class=MsoNormal>One<o:p></o:p></p><p>Two</p></td><td><style>p {}</style>
<table><tr><td>in</td><td>ner</td></tr></table></td></tr></table>"""


@pytest.mark.parametrize(
    ("html", "table"),
    [
        (EXCEL, [["Old\nhouse", "wide one", "", "1,234.50"], ["", "b", "", "c"], ["d", "e"]]),
        (OFFICE, [["City Museum", 'first line\nsecond "q"', "12"], [""]]),
        (WORD, [["One\nTwo", "in ner"]]),
    ],
)
def test_pages_of_office_programs_give_the_cells_that_one_sees(html: str, table: list[list[str]]) -> None:
    assert table_in_html(html) == table


def test_plain_text_of_office_programs_gives_the_cells_that_one_sees() -> None:
    written = 'City Museum\t"first line\nsecond\tline ""q"""\t1,234.50\r\nA\xa0&\xa0B\t\t\r\n\r\n'
    assert table_of(written) == [["City Museum", 'first line\nsecond\tline "q"', "1,234.50"], ["A\xa0&\xa0B", "", ""]]
    assert table_of("a\r\n\r\n") == [["a"]]
    name, note = PARTNERS.by_name["name"], PARTNERS.by_name["note"]
    book = Book.empty()
    assert read_cell(book, PARTNERS, name, "\xa0A\xa0&\u202fB ", Reading(), 1) == ("A & B", None)
    assert read_cell(book, PARTNERS, note, "«\xa0Oui\xa0»", Reading(), 1) == ("«\xa0Oui\xa0»", None)


def test_headings_are_known_by_title_with_what_people_add_to_them() -> None:
    table = [["NAME *", "Sector:", "Website (URL)", "Fax"], ["x", "", "", ""]]
    head = headed(PARTNERS, table)
    assert head is not None
    assert [field.name if field else "" for field in head.fields] == ["name", "sector", "website", ""]
    assert head.unknown == ("Fax",)
    assert headed(PARTNERS, table[:1]) is None
    assert headed(PARTNERS, [["City Library", "Media"], ["Name", "Sector"]]) is None


def test_new_rows_go_into_the_shown_columns_and_codes_only_where_codes_came() -> None:
    shown = [PARTNERS.by_name[name] for name in ("code", "name", "sector")]
    assert [field.name for field in new_columns(PARTNERS, shown, ["Library", "Media"])] == ["name", "sector"]
    assert [field.name for field in new_columns(PARTNERS, shown, ["P-09", "Library"])] == ["code", "name", "sector"]


def test_known_records_are_edited_and_new_ones_added_in_one_step(workbook: Workbook) -> None:
    before = workbook.seq
    operation = pasted(workbook, "partners", "Name\tSector\nMuseum\tMedia\nCity Library\tResearch\nRadio\t\n")
    done = workbook.do(operation)
    assert done is not None
    assert done.title == "Paste 3 Partners"
    assert workbook.seq == before + 1
    partners = workbook.book.all(Partner)
    assert [(one.code, one.name) for one in partners[2:]] == [("P-03", "City Library"), ("P-04", "Radio")]
    assert next(one.sector for one in partners if one.name == "Museum") == "media"
    assert operation.added == tuple(one.id for one in partners[2:])
    workbook.undo()
    assert len(workbook.book.all(Partner)) == 2


def test_pasting_the_same_list_twice_adds_nothing(workbook: Workbook) -> None:
    text = "Name\tWebsite\nCity Library\tlibrary.example\n"
    assert workbook.do(pasted(workbook, "partners", text)) is not None
    assert workbook.do(pasted(workbook, "partners", text)) is None


def test_references_are_found_by_code_or_name(workbook: Workbook) -> None:
    workbook.do(pasted(workbook, "contacts", "Name\tPartner\nAna\tP-01\nBo\tmuseum\n"))
    assert [contact.partner for contact in workbook.book.all(Contact)] == [workbook.book.all(Partner)[0].id] * 2


def test_formulas_are_text(workbook: Workbook) -> None:
    workbook.do(pasted(workbook, "partners", "Name\tNotes\n=1+1\t@SUM(A1)\n"))
    last = workbook.book.all(Partner)[-1]
    assert (last.name, last.note) == ("=1+1", "@SUM(A1)")


@pytest.mark.parametrize(
    ("currency", "typed", "value"),
    [
        ("EUR", "1,250", "1250 EUR"),
        ("EUR", "€ 1,250.50", "1250.50 EUR"),
        ("EUR", "£99", "99 GBP"),
        ("USD", "$1,000", "1000 USD"),
        ("USD", "12 CHF", "12 CHF"),
        ("EUR", "$5", None),
        ("", "5", None),
    ],
)
def test_amounts_come_with_letters_signs_or_neither(
    workbook: Workbook, currency: str, typed: str, value: str | None
) -> None:
    workbook.do(EditRecord("plan", PLAN_ID, {"currency": currency}))
    field = RECORD_TYPES["resources"].by_name["value"]
    read, problem = read_cell(workbook.book, RECORD_TYPES["resources"], field, typed, reading(workbook), 3)
    assert (None if problem else str(read)) == value
    assert problem is None or problem.place == "Row 3, Value"


def test_every_problem_is_named_by_row_and_column_and_nothing_is_half_done(workbook: Workbook) -> None:
    before = workbook.book
    table = table_of("Name\tSector\tJoined\nLibrary\tsorcery\tsoon\n\tMedia\t\n")
    head = headed(PARTNERS, table)
    assert head is not None
    lines, problems = read_lines(workbook.book, PARTNERS, head.fields, table[1:], reading(workbook), 2)
    assert [problem.place for problem in problems] == ["Row 2, Sector", "Row 2, Joined"]
    with pytest.raises(Refused) as refused:
        workbook.do(PasteRows("partners", lines))
    assert [str(problem) for problem in refused.value.problems] == ["Row 3, Name: Name cannot be empty."]
    assert workbook.book is before


def test_two_lines_cannot_mean_one_record(workbook: Workbook) -> None:
    with pytest.raises(Refused) as refused:
        workbook.do(pasted(workbook, "partners", "Name\tLevel\nMuseum\tLocal\nmuseum\tNational\n"))
    assert refused.value.problems[0].place == "Row 3"
    assert "the same partner as in row 2" in refused.value.problems[0].sentence


def test_a_code_is_nobody_elses_even_in_one_step(workbook: Workbook) -> None:
    with pytest.raises(Refused, match="would belong to two partners"):
        workbook.do(pasted(workbook, "partners", "Code\tName\nP-09\tOne\nP-09\tTwo\n"))
    activities = [activity.id for activity in workbook.book.all(Activity)]
    with pytest.raises(Refused, match="would belong to two activities"):
        workbook.do(EditSeveral("activities", {one: {"code": "A-50"} for one in activities}))


def test_an_edit_of_several_is_named_after_its_fields(workbook: Workbook) -> None:
    activities = [activity.id for activity in workbook.book.all(Activity)]
    done = workbook.do(EditSeveral("activities", {one: {"place": "Hall"} for one in activities}))
    assert done is not None
    assert done.title == "Edit 2 Activities: Place"
