"""Ranges of cells: through the clipboard and back, filled down, set in several rows at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui import files
from ui.dialogs.problem_list import ProblemListDialog
from ui.editors import Editor
from ui.editors.chosen import ChoiceEditor
from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.preferences import Preferences
from ui.session import Session
from ui.workspace import Workspace
from workbook.records import Contact, Partner, Resource

CONTROL = Qt.KeyboardModifier.ControlModifier


def panel_of(session: Session, type_name: str) -> RecordPanel:
    session.go_to(type_name)
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel(type_name)
    assert isinstance(panel, RecordPanel)
    panel.enter()
    return panel


@pytest.fixture
def partners(session: Session) -> RecordPanel:
    return panel_of(session, "partners")


@pytest.fixture
def blank(open_window: OpenWindow, preferences: Preferences, tmp_path: Path) -> Session:
    path = tmp_path / "blank.cpw"
    files.made(path, files.blank_start("A partnership that begins today"), preferences).close()
    session = open_window(path).session
    assert session is not None
    return session


def column(panel: RecordPanel, name: str) -> int:
    return [field.name for field in panel.model.rows.fields].index(name)


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def choose(panel: RecordPanel, rows: range, *names: str) -> None:
    """Choose cells; the first of them is the current one."""
    selection, flags = panel.view.selectionModel(), QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(panel.model.index(rows[0], column(panel, names[0])), flags.ClearAndSelect)
    for row in rows:
        for name in names:
            selection.select(panel.model.index(row, column(panel, name)), flags.Select)


def shown(panel: RecordPanel, name: str, count: int) -> list[str]:
    return [panel.model.index(row, column(panel, name)).data() for row in range(count)]


def answering(answer: Callable[[ProblemListDialog], None]) -> None:
    def now() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ProblemListDialog):
            QTimer.singleShot(5, now)
            return
        answer(dialog)
        dialog.close()

    QTimer.singleShot(0, now)


def test_copying_gives_text_and_a_table(partners: RecordPanel, session: Session) -> None:
    first = session.bridge.book.all(Partner)[0]
    partners.model.setData(partners.model.index(0, column(partners, "name")), '=1+1 "quoted"')
    choose(partners, range(2), "code", "name")
    partners.clipboard.copy_with_headings()
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert lines[:2] == ["Code\tName", f'{first.code}\t"\'=1+1 ""quoted"""']
    assert "<th" in data.html()
    assert f'<td style="mso-number-format:\'\\@\'" sdnum="1033;0;@">{first.code}</td>' in data.html()
    assert "=1+1 &quot;quoted&quot;" in data.html()


def test_what_was_copied_can_be_pasted_unchanged(partners: RecordPanel, session: Session) -> None:
    before = session.bridge.workbook.seq
    partners.view.selectAll()
    partners.clipboard.copy()
    partners.view.setCurrentIndex(partners.model.index(0, 0))
    partners.paste()
    assert session.bridge.workbook.seq == before


def test_keys_copy_cut_and_paste_a_range(qtbot: QtBot, partners: RecordPanel, workspace: Workspace) -> None:
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    partners.view.setFocus()
    levels = shown(partners, "level", 3)
    choose(partners, range(2), "level")
    QTest.keyClick(partners.view, Qt.Key.Key_X, CONTROL)
    assert shown(partners, "level", 2) == ["", ""]
    partners.view.setCurrentIndex(partners.model.index(2, column(partners, "level")))
    QTest.keyClick(partners.view, Qt.Key.Key_V, CONTROL)
    assert shown(partners, "level", 4)[2:] == levels[:2]


def test_keys_in_a_field_of_the_form_stay_there(
    qtbot: QtBot, partners: RecordPanel, workspace: Workspace, session: Session
) -> None:
    workspace.window.activateWindow()
    qtbot.waitUntil(workspace.window.isActiveWindow)
    put("pasted")
    partners.form.go_to("website")
    control = partners.form.rows["website"].editor.control
    before = session.bridge.workbook.seq
    QTest.keyClick(control, Qt.Key.Key_V, CONTROL)
    assert partners.form.rows["website"].editor.draft().endswith("pasted")
    assert session.bridge.workbook.seq == before
    partners.form.rows["website"].editor.revert()


def test_a_list_from_a_spreadsheet_fills_an_empty_plan(qtbot: QtBot, blank: Session) -> None:
    panel = panel_of(blank, "partners")
    put('Name\tSector\tNotes\nCity Library\tCultural institution\t"two\nlines"\nRadio\tMedia\t\n')
    QTest.keyClick(panel.empty.button, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert [(one.code, one.name, one.note) for one in blank.bridge.book.all(Partner)] == [
        ("P-01", "City Library", "two\nlines"),
        ("P-02", "Radio", ""),
    ]
    assert blank.bridge.undo() is not None
    assert not blank.bridge.book.count("partners")


def test_names_alone_fill_an_empty_table(blank: Session) -> None:
    panel = panel_of(blank, "partners")
    put("City Library\nRadio\n")
    panel.paste()
    assert [one.name for one in blank.bridge.book.all(Partner)] == ["City Library", "Radio"]


def test_rows_below_the_last_are_added(partners: RecordPanel, session: Session, workspace: Workspace) -> None:
    before, count = session.bridge.workbook.seq, partners.model.rowCount()
    partners.view.setCurrentIndex(partners.model.index(count - 1, column(partners, "name")))
    put("The last one\tMedia\nA new one\tResearch\nAnother\t")
    partners.paste()
    assert session.bridge.workbook.seq == before + 1
    assert partners.model.rowCount() == count + 2
    assert shown(partners, "name", count + 2)[-3:] == ["The last one", "A new one", "Another"]
    assert workspace.message.text.text() == "2 partners added, 1 partner pasted over."
    workspace.run("undo")
    assert partners.model.rowCount() == count


def test_new_rows_are_added_wherever_the_cursor_is(partners: RecordPanel, workspace: Workspace) -> None:
    count = partners.model.rowCount()
    put("A new one\tMedia")
    workspace.run("paste_as_new")
    assert partners.model.rowCount() == count + 1
    assert partners.heading.text().endswith("A new one")


def test_headings_that_mean_nothing_are_named(partners: RecordPanel, workspace: Workspace) -> None:
    put("Name\tFax\nRadio\t12 34\n")
    partners.paste()
    said = "1 partner added. Left out, because no field is called so: Fax."
    assert workspace.message.text.text() == said


def test_many_problems_are_listed_by_row_and_column(partners: RecordPanel, session: Session) -> None:
    before = session.bridge.workbook.seq
    put("Name\tSector\tLevel\nOne\tx\ty\nTwo\tz\tLocal\n")
    said: list[str] = []
    answering(lambda dialog: said.extend(dialog.text.toPlainText().split("\n")))
    partners.paste()
    assert [line.split(":")[0] for line in said] == ["Row 2, Sector", "Row 2, Level", "Row 3, Sector"]
    assert session.bridge.workbook.seq == before


def test_a_table_without_text_is_read_from_its_page(partners: RecordPanel) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>Name</td></tr><tr><td>From a page</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    partners.paste()
    assert partners.heading.text().endswith("From a page")


def test_amounts_without_a_currency_are_in_that_of_the_plan(session: Session) -> None:
    resources = panel_of(session, "resources")
    put("Resource\tNeed or offer\tValue\nPaint\tNeed\t1,250\n")
    resources.paste()
    last = session.bridge.book.all(Resource)[-1]
    assert str(last.value) == f"1250 {session.bridge.book.plan.currency}"


def test_parts_are_pasted_into_the_whole_that_is_shown(session: Session) -> None:
    contacts = panel_of(session, "contacts")
    partner = session.bridge.book.all(Partner)[2]
    contacts.show_owner(partner.id)
    put("Name\tPosition\nAna Lind\tDirector\n")
    contacts.paste()
    assert session.bridge.book.all(Contact)[-1].partner == partner.id


def test_filling_down_gives_all_the_value_of_the_first(
    partners: RecordPanel, session: Session, workspace: Workspace
) -> None:
    before = session.bridge.workbook.seq
    choose(partners, range(1, 4), "sector", "level")
    wanted = (shown(partners, "sector", 2)[1], shown(partners, "level", 2)[1])
    workspace.run("fill_down")
    assert shown(partners, "sector", 4)[1:] == [wanted[0]] * 3
    assert shown(partners, "level", 4)[1:] == [wanted[1]] * 3
    assert session.bridge.workbook.seq == before + 1
    choose(partners, range(5, 6), "sector")
    above = shown(partners, "sector", 5)[4]
    workspace.run("fill_down")
    assert shown(partners, "sector", 6)[5] == above


def test_whole_rows_are_filled_without_their_codes(partners: RecordPanel, workspace: Workspace) -> None:
    codes = shown(partners, "code", 3)
    choose(partners, range(2), *(field.name for field in partners.model.rows.fields))
    workspace.run("fill_down")
    assert shown(partners, "code", 3) == codes
    assert len(set(shown(partners, "name", 2))) == 1


def test_ctrl_enter_in_a_cell_goes_into_every_chosen_row(partners: RecordPanel, session: Session) -> None:
    before = session.bridge.workbook.seq
    choose(partners, range(3), "name")
    partners.view.edit(partners.view.currentIndex())
    editor = partners.view.findChildren(Editor)[-1]
    editor.control.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(editor.control, "One name")
    QTest.keyClick(editor.control, Qt.Key.Key_Return, CONTROL)
    assert shown(partners, "name", 3) == ["One name"] * 3
    assert session.bridge.workbook.seq == before + 1


def test_ctrl_enter_that_is_refused_keeps_its_text(partners: RecordPanel, session: Session, qtbot: QtBot) -> None:
    before = session.bridge.workbook.seq
    choose(partners, range(3), "code")
    partners.view.edit(partners.view.currentIndex())
    editor = partners.view.findChildren(Editor)[-1]
    editor.control.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(editor.control, "P-99")
    with qtbot.waitSignal(partners.view.delegate.refused) as told:
        QTest.keyClick(editor.control, Qt.Key.Key_Return, CONTROL)
    assert told.args == ["The code P-99 would belong to two partners; give each its own."]
    assert session.bridge.workbook.seq == before
    QTest.keyClick(editor.control, Qt.Key.Key_Escape)


def test_the_form_means_all_chosen_rows_and_says_so(qtbot: QtBot, partners: RecordPanel, session: Session) -> None:
    before = session.bridge.workbook.seq
    choose(partners, range(4), "name")
    qtbot.waitUntil(partners.side.several.isVisible)
    assert partners.side.several_words.text() == "4 chosen: what you enter here goes into all 4."
    assert partners.form.rows["name"].marker.text() == "differs among the chosen"
    line = partners.form.rows["website"].editor
    partners.form.go_to("website")
    QTest.keyClicks(line.control, "city.example")
    QTest.keyClick(line.control, Qt.Key.Key_Return)
    assert [partner.website for partner in session.bridge.book.all(Partner)[:5]].count("city.example") == 4
    assert session.bridge.workbook.seq == before + 1
    partners.view.setCurrentIndex(partners.model.index(5, 0))
    qtbot.waitUntil(lambda: not partners.side.several.isVisible())
    assert partners.form.rows["name"].marker.text() == "required"


def test_any_value_can_be_given_to_rows_that_differ(qtbot: QtBot, partners: RecordPanel, session: Session) -> None:
    partners.view.setCurrentIndex(partners.model.index(0, column(partners, "level")))
    held = session.bridge.book.all(Partner)[0].level
    assert {partner.level for partner in session.bridge.book.all(Partner)[:7]} != {held}
    choose(partners, range(7), "level")
    qtbot.waitUntil(partners.side.several.isVisible)
    editor = partners.form.rows["level"].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.value() is None
    partners.form.go_to("level")
    editor.box.setCurrentIndex(editor.box.findData(held))
    editor.box.activated.emit(editor.box.currentIndex())
    assert {partner.level for partner in session.bridge.book.all(Partner)[:7]} == {held}
    session.bridge.undo()
    assert editor.value() is None
    partners.view.setCurrentIndex(partners.model.index(1, 0))
    assert editor.value() == session.bridge.book.all(Partner)[1].level


def test_what_is_typed_for_several_reaches_them_when_others_are_chosen(
    qtbot: QtBot, partners: RecordPanel, session: Session
) -> None:
    choose(partners, range(2), "name")
    qtbot.waitUntil(partners.side.several.isVisible)
    QTest.keyClicks(partners.form.rows["website"].editor.control, "two.example")
    partners.view.setCurrentIndex(partners.model.index(4, 0))
    websites = [partner.website for partner in session.bridge.book.all(Partner)]
    assert websites.count("two.example") == 2


def test_what_is_chosen_is_counted_and_added_up(qtbot: QtBot, session: Session) -> None:
    resources = panel_of(session, "resources")
    choose(resources, range(3), "value")
    qtbot.waitUntil(lambda: "3 rows chosen" in resources.tools.count.text())
    values = [resources.model.record(row).value for row in range(3)]  # type: ignore[union-attr]
    total = sum(value.amount for value in values if value is not None)
    assert session.bridge.formats.number(total) in resources.tools.count.text()
