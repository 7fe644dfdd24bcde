"""The grid of roles is filled from the keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from ui.pages.roles.panel import RolesPanel
from ui.pages.roles_page import RolesPage
from ui.session import Session
from ui.widgets.message_bar import MessageBar
from ui.workspace import Workspace
from workbook.operations import AddRecord, RemoveRecords, SetResponsibilities
from workbook.records import Contact, Responsibility

SHIFT = Qt.KeyboardModifier.ShiftModifier
ACROSS = Qt.Orientation.Horizontal
DOWN = Qt.Orientation.Vertical


@pytest.fixture
def roles(session: Session) -> RolesPanel:
    session.open_section("roles")
    page = session.page
    assert isinstance(page, RolesPage)
    page.enter()
    return page.roles


def stand(roles: RolesPanel, row: int, column: int, *, down: int = 0, across: int = 0) -> None:
    """Go to a cell and choose some beyond it, with the keyboard."""
    roles.grid.go_to(*roles.model.keys_at(roles.model.index(row, column)))
    for _ in range(down):
        QTest.keyClick(roles.grid, Qt.Key.Key_Down, SHIFT)
    for _ in range(across):
        QTest.keyClick(roles.grid, Qt.Key.Key_Right, SHIFT)


def shown(roles: RolesPanel, row: int, column: int) -> str:
    return str(roles.model.index(row, column).data())


def block(roles: RolesPanel, rows: int, columns: int, row: int = 0, column: int = 0) -> list[list[str]]:
    return [[shown(roles, row + down, column + across) for across in range(columns)] for down in range(rows)]


def note(roles: RolesPanel, row: int) -> str:
    return roles.model.title_at(row, DOWN).note


def carry_out(roles: RolesPanel, action: str) -> None:
    """Start an action of the window, as its shortcut does."""
    found = roles.window().findChild(QAction, action)
    assert isinstance(found, QAction)
    assert found.isEnabled()
    found.trigger()


def last_step(session: Session) -> str:
    step = session.bridge.workbook.next_undo
    return "" if step is None else step.title


def test_letters_are_set_and_taken_away_by_typing(roles: RolesPanel) -> None:
    stand(roles, 0, 7)
    assert shown(roles, 0, 7) == ""
    QTest.keyClicks(roles.grid, "r")
    assert shown(roles, 0, 7) == "R"
    QTest.keyClicks(roles.grid, "C")
    assert shown(roles, 0, 7) == "R, C"
    QTest.keyClicks(roles.grid, "r")
    assert shown(roles, 0, 7) == "C"
    QTest.keyClick(roles.grid, Qt.Key.Key_Delete)
    assert shown(roles, 0, 7) == ""


def test_a_letter_over_a_selection_is_one_step(roles: RolesPanel, session: Session) -> None:
    before = block(roles, 3, 3)
    stand(roles, 0, 0, down=2, across=2)
    QTest.keyClicks(roles.grid, "i")
    assert all("I" in text for line in block(roles, 3, 3) for text in line)
    QTest.keyClick(roles.grid, Qt.Key.Key_Delete)
    assert block(roles, 3, 3) == [[""] * 3] * 3
    assert last_step(session) == "Set roles in 9 cells"
    session.bridge.undo()
    session.bridge.undo()
    assert block(roles, 3, 3) == before


def test_filling_down_and_across_is_one_step_each(roles: RolesPanel) -> None:
    stand(roles, 0, 7)
    QTest.keyClicks(roles.grid, "c")
    stand(roles, 0, 7, down=2)
    carry_out(roles, "fill_down")
    assert [shown(roles, row, 7) for row in range(3)] == ["C", "C", "C"]
    stand(roles, 0, 6)
    QTest.keyClick(roles.grid, Qt.Key.Key_Delete)
    QTest.keyClicks(roles.grid, "i")
    stand(roles, 0, 7)
    carry_out(roles, "fill_right")
    assert shown(roles, 0, 7) == "I"


def test_a_range_goes_to_a_spreadsheet_and_comes_back(roles: RolesPanel, session: Session) -> None:
    before = block(roles, 2, 3)
    stand(roles, 0, 0, down=1, across=2)
    carry_out(roles, "copy")
    assert QGuiApplication.clipboard().text() == "\n".join("\t".join(line) for line in before)
    stand(roles, 5, 2)
    carry_out(roles, "paste")
    assert block(roles, 2, 3, 5, 2) == before
    assert last_step(session).startswith("Paste roles into")
    QGuiApplication.clipboard().setText("RA\n")
    stand(roles, 0, 6, down=1, across=1)
    carry_out(roles, "paste")
    assert block(roles, 2, 2, 0, 6) == [["R, A"] * 2] * 2
    page = QMimeData()
    page.setHtml("<table><tr><td>&nbsp;C</td><td>I<br></td></tr></table>")
    QGuiApplication.clipboard().setMimeData(page)
    stand(roles, 0, 6)
    carry_out(roles, "paste")
    assert block(roles, 1, 2, 0, 6) == [["C", "I"]]


def test_pasted_text_that_is_no_role_is_named_and_changes_nothing(roles: RolesPanel) -> None:
    before = block(roles, 2, 2)
    stand(roles, 0, 0)
    QGuiApplication.clipboard().setText("RA\tr/a\nyes\tx\n")
    carry_out(roles, "paste")
    assert block(roles, 2, 2) == before
    said = " ".join(bar.text.text() for bar in roles.window().findChildren(MessageBar))
    assert f"{roles.model.title_at(1, DOWN).plain}, P-01: “yes” is no role" in said
    assert "1 more cells like this" in said


def test_a_second_accountable_is_found_while_typing(qtbot: QtBot, roles: RolesPanel, session: Session) -> None:
    stand(roles, 0, 0)
    assert note(roles, 0) == "ok"
    with qtbot.waitSignal(session.findings.changed):
        QTest.keyClicks(roles.grid, "a")
    assert note(roles, 0) == "1"
    said = " ".join(label.text() for label in roles.below.findChildren(QLabel))
    assert "accountable" in said.casefold()
    with qtbot.waitSignal(session.findings.changed):
        session.bridge.undo()
    assert note(roles, 0) == "ok"


def test_the_head_of_a_column_counts_along(roles: RolesPanel) -> None:
    stand(roles, 0, 7)
    spoken = roles.model.headerData(7, ACROSS, Qt.ItemDataRole.AccessibleTextRole)
    before = int(spoken.split("× responsible")[0].split()[-1])
    QTest.keyClicks(roles.grid, "r")
    assert roles.model.title_at(7, ACROSS).note.startswith(f"R {before + 1} ")


def test_a_person_is_named_in_a_cell_with_the_keyboard(roles: RolesPanel, session: Session) -> None:
    book = session.bridge.book
    held = next(cell for cell in book.all(Responsibility) if book.where(Contact, partner=cell.partner))
    roles.grid.go_to(str(held.activity), str(held.partner))
    QTest.keyClick(roles.grid, Qt.Key.Key_F2)
    popup = roles.popup
    assert popup is not None
    named = [popup.person.itemData(at) for at in range(1, popup.person.count())]
    assert named == [contact.id for contact in book.where(Contact, partner=held.partner)]
    QTest.keyClick(popup.person, Qt.Key.Key_End)
    popup.note.clear()
    QTest.keyClicks(popup.note, "Mondays only")
    QTest.keyClick(popup.note, Qt.Key.Key_Return)
    assert roles.popup is None
    cell = session.bridge.book.one(Responsibility, held.id)
    assert cell is not None
    assert (cell.letters, cell.person, cell.note) == (held.letters, named[-1], "Mondays only")
    assert roles.model.face(str(held.activity), str(held.partner)).small.endswith("· note")
    assert "Mondays only" in roles.below.held.text()


def test_escape_leaves_the_cell_as_it_was(roles: RolesPanel, session: Session) -> None:
    stand(roles, 0, 7)
    seq = session.bridge.workbook.seq
    QTest.keyClick(roles.grid, Qt.Key.Key_Return)
    popup = roles.popup
    assert popup is not None
    QTest.keyClicks(popup.letters["R"], "ra")
    assert popup.letters["A"].isChecked()
    QTest.keyClick(popup.letters["R"], Qt.Key.Key_Escape)
    assert session.bridge.workbook.seq == seq
    assert shown(roles, 0, 7) == ""


def test_a_note_without_a_letter_is_answered_in_place(roles: RolesPanel) -> None:
    stand(roles, 0, 7)
    QTest.keyClick(roles.grid, Qt.Key.Key_F2)
    popup = roles.popup
    assert popup is not None
    QTest.keyClicks(popup.note, "later")
    QTest.keyClick(popup.note, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert "letter first" in popup.refusal.text()
    QTest.keyClicks(popup.letters["R"], "i")
    QTest.keyClick(popup.note, Qt.Key.Key_Return)
    assert shown(roles, 0, 7) == "I"


def test_filters_narrow_the_rows_and_come_off_again(qtbot: QtBot, roles: RolesPanel, session: Session) -> None:
    whole = len(roles.model.row_keys)
    partner = roles.model.column_keys[3]
    roles.bar.partner.setCurrentIndex(roles.bar.partner.findData(partner))
    takes_part = {str(cell.activity) for cell in session.bridge.book.where(Responsibility, partner=partner)}
    assert set(roles.model.row_keys) == takes_part
    assert 0 < len(takes_part) < whole
    carry_out(roles, "filter")
    QTest.keyClicks(roles.bar.text, "zzzz")
    qtbot.waitUntil(lambda: roles.stack.currentWidget() is roles.empty)
    carry_out(roles, "show_all")
    assert len(roles.model.row_keys) == whole
    carry_out(roles, "group")
    assert not roles.model.is_cell(roles.model.row_keys[0])
    assert sum(roles.model.is_cell(key) for key in roles.model.row_keys) == whole


def test_the_grid_is_seen_again_as_it_was_left(
    workspace: Workspace, qtbot: QtBot, roles: RolesPanel, session: Session
) -> None:
    partner = roles.model.column_keys[3]
    roles.bar.partner.setCurrentIndex(roles.bar.partner.findData(partner))
    roles.bar.text.setText("the")
    carry_out(roles, "group")
    carry_out(roles, "transpose")
    roles.bar.text.clear()
    qtbot.waitUntil(lambda: not roles.model.filter.text)
    left, wanted, path = roles.model.row_keys, roles.bar.wanted(), session.opened.path
    workspace.show_start()
    assert workspace.open(path)
    assert workspace.session is not None
    workspace.session.open_section("roles")
    page = workspace.session.page
    assert isinstance(page, RolesPage)
    assert page.roles.model.is_transposed
    assert page.roles.bar.transposed.isChecked()
    assert (page.roles.bar.wanted(), page.roles.model.row_keys) == (wanted, left)
    carry_out(page.roles, "show_all")
    assert not page.roles.model.filter.narrows
    assert page.roles.model.filter.grouped


def test_transposed_letters_go_into_the_same_cell(roles: RolesPanel) -> None:
    stand(roles, 2, 7)
    cell, before = roles.grid.current(), shown(roles, 2, 7)
    carry_out(roles, "transpose")
    assert roles.grid.current() == cell
    assert shown(roles, 7, 2) == before
    QTest.keyClicks(roles.grid, "c")
    after = shown(roles, 7, 2)
    assert after != before
    carry_out(roles, "transpose")
    assert shown(roles, 2, 7) == after


def test_the_next_finding_is_gone_to(qtbot: QtBot, roles: RolesPanel, session: Session) -> None:
    with qtbot.waitSignal(session.findings.changed):
        stand(roles, 4, 0, across=1)
        QTest.keyClick(roles.grid, Qt.Key.Key_Delete)
        QTest.keyClicks(roles.grid, "a")
    stand(roles, 0, 0)
    carry_out(roles, "next_finding")
    assert roles.grid.currentIndex().row() == 4


def test_without_partners_the_grid_says_what_comes_first(roles: RolesPanel, session: Session) -> None:
    ids = tuple(record.id for record in session.bridge.book.records("partners"))
    assert session.bridge.do(RemoveRecords("partners", ids))
    assert roles.stack.currentWidget() is roles.empty
    session.bridge.undo()
    assert roles.stack.currentWidget() is roles.grid


def test_a_new_partner_becomes_a_column_and_the_place_is_kept(roles: RolesPanel, session: Session) -> None:
    stand(roles, 3, 2)
    kept = roles.grid.current()
    assert session.bridge.do(AddRecord("partners", {"name": "Library"}))
    assert roles.grid.current() == kept
    assert roles.model.title_at(8, ACROSS).note == "no role yet"


def test_what_changed_while_nobody_looked_is_there_afterwards(roles: RolesPanel, session: Session) -> None:
    before = shown(roles, 0, 7)
    cell = roles.model.keys_at(roles.model.index(0, 7))
    session.open_section("partners")
    assert session.bridge.do(SetResponsibilities({cell: ("R", "I")}))
    assert shown(roles, 0, 7) == before
    session.open_section("roles")
    assert shown(roles, 0, 7) == "R, I"
    assert roles.model.title_at(7, ACROSS).note.startswith("R 1 ")


def test_the_menu_of_a_cell_lists_its_keys(roles: RolesPanel) -> None:
    stand(roles, 0, 0)
    roles.grid.customContextMenuRequested.emit(QPoint(10, 10))
    menu = roles.findChildren(QMenu)[-1]
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert "Fill &down\tCtrl+D" in titles
    assert titles[0] == "&Person and note…\tF4"
    menu.close()
