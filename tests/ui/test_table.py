"""Tables: editing in cells, refusals, adding, removing, copying, sorting and filtering."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.editors import Editor
from ui.editors.chosen import ChoiceEditor
from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.session import Session
from ui.tables.view import RecordView
from ui.workspace import Workspace
from workbook.operations import NameSnapshot


@pytest.fixture
def partners(session: Session) -> RecordPanel:
    session.go_to("partners")
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel("partners")
    assert isinstance(panel, RecordPanel)
    panel.enter()
    return panel


def column(view: RecordView, name: str) -> int:
    return [field.name for field in view.records.rows.fields].index(name)


def open_editor(panel: RecordPanel, name: str, row: int = 0) -> Editor:
    panel.view.setCurrentIndex(panel.model.index(row, column(panel.view, name)))
    panel.view.edit(panel.view.currentIndex())
    return panel.view.findChildren(Editor)[-1]


def type_over(qtbot: QtBot, editor: Editor, text: str) -> None:
    editor.control.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(editor.control, text)


def test_typing_into_a_cell_reaches_the_workbook(qtbot: QtBot, partners: RecordPanel, session: Session) -> None:
    editor = open_editor(partners, "name")
    type_over(qtbot, editor, "Office of Culture")
    with qtbot.waitSignal(session.bridge.changed):
        QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert partners.model.index(0, column(partners.view, "name")).data() == "Office of Culture"
    assert session.bridge.workbook.next_undo is not None
    assert "Name" in session.bridge.workbook.next_undo.title


def test_a_refused_cell_keeps_its_text_and_says_why(qtbot: QtBot, partners: RecordPanel, session: Session) -> None:
    editor = open_editor(partners, "name")
    type_over(qtbot, editor, " ")
    with qtbot.waitSignal(partners.view.delegate.refused) as told:
        QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert told.args == ["Name cannot be empty."]
    assert editor.isVisible()
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)
    assert partners.model.index(0, column(partners.view, "name")).data() != ""


def test_a_code_that_is_taken_is_refused_with_a_free_one(qtbot: QtBot, partners: RecordPanel) -> None:
    editor = open_editor(partners, "code")
    type_over(qtbot, editor, "P-02")
    with qtbot.waitSignal(partners.view.delegate.refused) as told:
        QTest.keyClick(editor.control, Qt.Key.Key_Return)
    assert "already belongs to P-02" in str(told.args)
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)


def test_tab_keeps_the_cell_and_goes_on(qtbot: QtBot, partners: RecordPanel) -> None:
    editor = open_editor(partners, "code")
    type_over(qtbot, editor, "P-77")
    QTest.keyClick(editor.control, Qt.Key.Key_Tab)
    assert partners.model.index(0, 0).data() == "P-77"
    assert partners.view.currentIndex().column() == 1


def test_removing_is_undone_with_its_name(partners: RecordPanel, workspace: Workspace) -> None:
    count = partners.model.rowCount()
    label = partners.heading.text()
    workspace.run("remove")
    assert partners.model.rowCount() == count - 1
    assert workspace.message.text.text() == f"Removed {label}."
    assert label[:20] in workspace.window.actions_by_id["undo"].text()
    workspace.run("undo")
    assert partners.model.rowCount() == count
    assert workspace.message.text.text() == f"Undone: Remove {label}"
    assert label[:20] in workspace.window.actions_by_id["redo"].text()
    workspace.run("redo")
    assert partners.model.rowCount() == count - 1
    assert workspace.message.text.text() == f"Done again: Remove {label}"


def test_duplicating_makes_a_record_with_its_own_code(partners: RecordPanel, workspace: Workspace) -> None:
    partners.view.setCurrentIndex(partners.model.index(2, 0))
    workspace.run("duplicate")
    last = partners.model.rowCount() - 1
    assert partners.view.currentIndex().row() == last
    assert partners.model.index(last, 1).data().endswith("(copy)")
    assert partners.model.index(last, 0).data() != partners.model.index(2, 0).data()


def test_a_range_goes_through_the_clipboard_as_one_step(partners: RecordPanel, session: Session) -> None:
    before = session.bridge.workbook.seq
    sector = column(partners.view, "sector")
    partners.view.setCurrentIndex(partners.model.index(0, sector))
    QGuiApplication.clipboard().setText("Media\tNational\nResearch\tLocal")
    partners.paste()
    assert session.bridge.workbook.seq == before + 1
    shown = [[partners.model.index(row, sector + at).data() for at in (0, 1)] for row in (0, 1)]
    assert shown == [["Media", "National"], ["Research", "Local"]]


def test_a_pasted_cell_that_cannot_be_read_changes_nothing(
    partners: RecordPanel, session: Session, workspace: Workspace
) -> None:
    before = session.bridge.workbook.seq
    partners.view.setCurrentIndex(partners.model.index(0, column(partners.view, "sector")))
    QGuiApplication.clipboard().setText("Media\tNational\nSorcery\tLocal")
    partners.paste()
    assert session.bridge.workbook.seq == before
    assert "Row 2" in workspace.message.text.text()


def test_delete_empties_the_chosen_cells(qtbot: QtBot, partners: RecordPanel) -> None:
    at = column(partners.view, "level")
    partners.view.setCurrentIndex(partners.model.index(1, at))
    QTest.keyClick(partners.view, Qt.Key.Key_Delete)
    assert partners.model.index(1, at).data() == ""


def test_filtering_shows_rows_that_hold_every_word(partners: RecordPanel) -> None:
    whole = partners.model.rowCount()
    partners.model.show_only("museum harbour")
    assert partners.model.rowCount() == 1
    partners.model.show_only("nobody has this name")
    assert partners.stack.currentWidget() is partners.empty
    partners.model.show_only("")
    assert partners.model.rowCount() == whole


def test_sorting_keeps_the_current_record_and_blanks_last(partners: RecordPanel) -> None:
    chosen = partners.view.current_id()
    at = column(partners.view, "name")
    partners.view.sortByColumn(at, Qt.SortOrder.DescendingOrder)
    names = [partners.model.index(row, at).data() for row in range(partners.model.rowCount())]
    assert names == sorted(names, key=str.casefold, reverse=True)
    assert partners.view.current_id() == chosen


def test_renaming_a_partner_changes_where_it_is_named(partners: RecordPanel, session: Session, qtbot: QtBot) -> None:
    session.go_to("contacts")
    page = session.page
    assert isinstance(page, TablesPage)
    contacts = page.panel("contacts")
    assert isinstance(contacts, RecordPanel)
    at = column(contacts.view, "partner")
    assert "Culture Department" in contacts.model.index(0, at).data()
    with qtbot.waitSignal(contacts.model.dataChanged):
        partners.model.setData(partners.model.index(0, column(partners.view, "name")), "Office of Culture")
    assert "Office of Culture" in contacts.model.index(0, at).data()


def test_an_editor_of_a_refused_value_stays_when_focus_goes(qtbot: QtBot, partners: RecordPanel) -> None:
    editor = open_editor(partners, "code")
    type_over(qtbot, editor, "P-02")
    partners.filter.setFocus()
    QApplication.processEvents()
    assert editor.isVisible()
    editor.setFocus()
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)


def test_a_list_in_a_cell_takes_the_focus_without_closing_its_editor(qtbot: QtBot, session: Session) -> None:
    session.go_to("partners")
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel("partners")
    assert isinstance(panel, RecordPanel)
    sector = [field.name for field in panel.model.rows.fields].index("sector")
    panel.view.setCurrentIndex(panel.model.index(0, sector))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    editor = panel.view.findChildren(ChoiceEditor)[0]
    qtbot.wait(60)
    assert not editor.property("closing")
    assert editor.isVisible()
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)


def test_columns_make_room_for_the_first_rows(session: Session) -> None:
    session.go_to("snapshots")
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel("snapshots")
    assert isinstance(panel, RecordPanel)
    assert not panel.model.rowCount()
    name = [field.name for field in panel.model.rows.fields].index("name")
    before = panel.view.columnWidth(name)
    assert session.bridge.do(NameSnapshot("As it was sent to the council in the spring", 1, session.bridge.today()))
    assert panel.view.columnWidth(name) > before
