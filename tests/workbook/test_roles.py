"""Filling the grid of roles: letters as people write them, ranges as one step, refusals that name each cell."""

import pytest

from tests.properties.sittings import starter
from workbook.measures.coverage import RoleCounts, role_load
from workbook.operations import AddRecord, DescribeRole, EditRecord, PasteRoles, Refused, SetResponsibilities
from workbook.operations.roles import Cell, cell_id, copied_over, emptied, letters_from, letters_of, toggled
from workbook.records import Activity, Contact, Partner, Responsibility
from workbook.workbook import Workbook


@pytest.fixture
def workbook() -> Workbook:
    return starter()


@pytest.fixture
def cells(workbook: Workbook) -> list[list[Cell]]:
    """Two activities down, two partners across."""
    book = workbook.book
    return [[(activity.id, partner.id) for partner in book.all(Partner)] for activity in book.all(Activity)]


def shown(workbook: Workbook, cells: list[list[Cell]]) -> list[list[str]]:
    return [["".join(letters_of(workbook.book, cell)) for cell in line] for line in cells]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("R, A", "RA"),
        ("ar", "RA"),
        ("r/a", "RA"),
        ("A + C ; i", "ACI"),
        ("Responsible, Informed", "RI"),
        ("consulted", "C"),
        (" – ", ""),
        ("", ""),
        ("x", None),
        ("R2", None),
        ("yes", None),
    ],
)
def test_letters_are_read_as_people_write_them(text: str, letters: str | None) -> None:
    assert letters_from(text) == (None if letters is None else tuple(letters))


def test_a_letter_is_set_in_all_cells_and_then_taken_from_all(workbook: Workbook, cells: list[list[Cell]]) -> None:
    chosen = [*cells[0], cells[1][0]]
    workbook.do(SetResponsibilities({cells[0][0]: ("A",)}))
    workbook.do(toggled(workbook.book, chosen, "R"))
    assert shown(workbook, cells) == [["RA", "R"], ["R", ""]]
    workbook.do(toggled(workbook.book, chosen, "R"))
    assert shown(workbook, cells) == [["A", ""], ["", ""]]
    assert workbook.next_undo is not None
    assert workbook.next_undo.title == "Set roles in 3 cells"
    workbook.undo()
    workbook.undo()
    assert shown(workbook, cells) == [["A", ""], ["", ""]]


def test_emptying_and_filling_leave_persons_where_letters_stay(workbook: Workbook, cells: list[list[Cell]]) -> None:
    partner = cells[0][0][1]
    workbook.do(AddRecord("contacts", {"name": "Mara Kovač", "partner": partner}))
    person = workbook.book.all(Contact)[0].id
    workbook.do(DescribeRole(*cells[0][0], ("R",), person, "Mondays"))
    workbook.do(SetResponsibilities({cells[1][0]: ("C",)}))
    workbook.do(copied_over(workbook.book, {cells[0][0]: cells[1][0], cells[0][1]: cells[1][0]}))
    assert shown(workbook, cells) == [["C", "C"], ["C", ""]]
    held = workbook.book.where(Responsibility, person=person)
    assert [(one.letters, one.note) for one in held] == [(("C",), "Mondays")]
    workbook.do(emptied(workbook.book, [cell for line in cells for cell in line]))
    assert not workbook.book.count("responsibilities")


def test_one_cell_is_named_in_the_step(workbook: Workbook, cells: list[list[Cell]]) -> None:
    done = workbook.do(SetResponsibilities({cells[0][0]: ("A",), cells[0][1]: ()}))
    assert done is not None
    assert done.title == "Set roles of P-01 Museum in A-01 Open the workshop"
    assert workbook.do(SetResponsibilities({cells[0][0]: ("A",)})) is None


def test_a_pasted_table_is_one_step(workbook: Workbook, cells: list[list[Cell]]) -> None:
    done = workbook.do(PasteRoles([["R, A", "c"], ["", "Informed"]], cells, {}))
    assert done is not None
    assert shown(workbook, cells) == [["RA", "C"], ["", "I"]]
    assert done.title == "Paste roles into 3 cells"


def test_a_pasted_table_is_refused_whole_and_names_each_cell(workbook: Workbook, cells: list[list[Cell]]) -> None:
    places = {cells[0][1]: "A-01, P-02", cells[1][0]: "A-02, P-01"}
    with pytest.raises(Refused) as refused:
        workbook.do(PasteRoles([["R", "yes"], ["x", "A"]], cells, places))
    assert [str(problem).split(";")[0] for problem in refused.value.problems] == [
        "A-01, P-02: “yes” is no role",
        "A-02, P-01: “x” is no role",
    ]
    assert not workbook.book.count("responsibilities")
    with pytest.raises(Refused, match="3 rows and 1 columns, and from here on the grid has room for 2 and 2"):
        workbook.do(PasteRoles([["R"], ["R"], ["R"]], cells, places))


def test_only_a_contact_of_the_partner_is_its_person(workbook: Workbook, cells: list[list[Cell]]) -> None:
    workbook.do(AddRecord("contacts", {"name": "Ada", "partner": cells[0][1][1]}))
    ada = workbook.book.all(Contact)[0].id
    with pytest.raises(Refused, match="Ada belongs to P-02 School; choose a contact of P-01 Museum"):
        workbook.do(DescribeRole(*cells[0][0], ("R",), ada))
    with pytest.raises(Refused, match="Give the partner a letter first"):
        workbook.do(DescribeRole(*cells[0][1], (), ada))


def test_the_reading_of_a_column(workbook: Workbook, cells: list[list[Cell]]) -> None:
    workbook.do(SetResponsibilities({cells[0][0]: ("R",), cells[1][0]: ("R",), cells[0][1]: ("I",)}))
    assert [load.remark for load in role_load(workbook.book)] == ["accountable for nothing", "only informed"]
    workbook.do(SetResponsibilities({cells[0][0]: ("R", "A"), cells[0][1]: ()}))
    assert [load.remark for load in role_load(workbook.book)] == ["", "no role yet"]


def test_counts_that_follow_each_cell_are_those_counted_anew(workbook: Workbook, cells: list[list[Cell]]) -> None:
    workbook.do(EditRecord("activities", cells[1][0][0], {"status": "cancelled"}))
    counts = RoleCounts(workbook.book)
    for cell, letters in ((cells[0][0], ("R", "A")), (cells[0][1], ("C",)), (cells[1][0], ("A",)), (cells[0][0], ())):
        before = workbook.book.one(Responsibility, cell_id(*cell))
        workbook.do(SetResponsibilities({cell: letters}))
        counts.follow(before, workbook.book.one(Responsibility, cell_id(*cell)))
        assert tuple(counts.load(one) for one in workbook.book.all(Partner)) == role_load(workbook.book)
