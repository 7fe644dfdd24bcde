"""Ctrl+K finds records, sections and actions."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.palette import Palette
from ui.session import Session
from ui.workspace import Workspace


def palette(workspace: Workspace, session: Session) -> Palette:
    made = Palette(session.desk, session.search, workspace.window.actions_by_id, workspace.run, workspace.window)
    made.show()
    return made


def test_enter_goes_to_the_record(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    QTest.keyClicks(found.line, "p-04")
    QTest.keyClick(found.line, Qt.Key.Key_Return)
    page = session.page
    assert session.section == "partners"
    assert isinstance(page, TablesPage)
    panel = page.panel("partners")
    assert isinstance(panel, RecordPanel)
    assert panel.heading.text().startswith("P-04")


def test_actions_are_found_by_their_words(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    QTest.keyClicks(found.line, "theme dark")
    assert found.list.item(0).text() == "Theme: dark"
    QTest.keyClick(found.line, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_words_inside_other_fields_are_found_and_shown(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    hits = session.search.find("trammuseum", 10)
    assert [hit.type for hit in hits] == ["contacts"]
    assert "trammuseum" in hits[0].where


def test_a_search_without_answer_says_so(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    QTest.keyClicks(found.line, "qqqqq")
    assert found.said.text() == "Nothing holds “qqqqq”."
    QTest.keyClick(found.line, Qt.Key.Key_Escape)


def test_places_that_are_named_exactly_come_first_and_tabs_are_places(workspace: Workspace, session: Session) -> None:
    palette = Palette(session.desk, session.search, workspace.window.actions_by_id, workspace.run, workspace.window)
    palette.line.setText("partners")
    assert palette.list.item(0).text() == "Partners & contacts"
    palette.line.setText("clauses")
    assert palette.list.item(0).text() == "Clauses"
    palette.accept()
    assert session.section == "agreements"
    palette.deleteLater()
