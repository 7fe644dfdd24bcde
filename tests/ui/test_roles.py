"""The grid of roles is filled from the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.pages.roles_page import RolesPage, RolesPanel
from ui.session import Session


@pytest.fixture
def roles(session: Session) -> RolesPanel:
    session.open_section("roles")
    page = session.page
    assert isinstance(page, RolesPage)
    page.enter()
    return page.roles


def shown(roles: RolesPanel, row: int, column: int) -> str:
    return str(roles.model.index(row, column).data())


def test_letters_are_set_and_taken_away_by_typing(qtbot: QtBot, roles: RolesPanel) -> None:
    roles.grid.setCurrentIndex(roles.model.index(0, 8))
    assert shown(roles, 0, 8) == ""
    QTest.keyClicks(roles.grid, "r")
    assert shown(roles, 0, 8) == "R"
    QTest.keyClicks(roles.grid, "C")
    assert shown(roles, 0, 8) == "RC"
    QTest.keyClicks(roles.grid, "r")
    assert shown(roles, 0, 8) == "C"
    QTest.keyClick(roles.grid, Qt.Key.Key_Delete)
    assert shown(roles, 0, 8) == ""


def test_arrows_move_and_enter_goes_down(qtbot: QtBot, roles: RolesPanel) -> None:
    roles.grid.setCurrentIndex(roles.model.index(0, 1))
    QTest.keyClick(roles.grid, Qt.Key.Key_Right)
    QTest.keyClick(roles.grid, Qt.Key.Key_Return)
    assert (roles.grid.currentIndex().row(), roles.grid.currentIndex().column()) == (1, 2)


def test_a_second_accountable_is_found_while_typing(qtbot: QtBot, roles: RolesPanel, session: Session) -> None:
    roles.grid.setCurrentIndex(roles.model.index(0, 1))
    assert shown(roles, 0, 0) == "ok"
    with qtbot.waitSignal(session.findings.changed):
        QTest.keyClicks(roles.grid, "a")
    assert shown(roles, 0, 0) == "1"
    said = " ".join(label.text() for label in roles.below.findChildren(QLabel))
    assert "accountable" in said.casefold()
    with qtbot.waitSignal(session.findings.changed):
        session.bridge.undo()
    assert shown(roles, 0, 0) == "ok"


def test_without_partners_the_grid_says_what_comes_first(qtbot: QtBot, roles: RolesPanel, session: Session) -> None:
    from workbook.operations import RemoveRecords

    ids = tuple(record.id for record in session.bridge.book.records("partners"))
    assert session.bridge.do(RemoveRecords("partners", ids))
    assert roles.stack.currentWidget() is roles.empty
    session.bridge.undo()
    assert roles.stack.currentWidget() is roles.grid
