"""Forms: labels, editing, refusals, findings beside their fields, and the editors of all kinds."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.editors import EDITORS, editor_for
from ui.editors.checklist import ChoicesEditor
from ui.editors.chosen import ChoiceEditor
from ui.forms.field_row import FindingLine
from ui.forms.new_record import NewRecordDialog
from ui.forms.record_form import RecordForm
from ui.pages.partnership_page import PartnershipPage
from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.session import Session
from workbook.fields import Field
from workbook.kinds import KINDS, Unacceptable
from workbook.money import Money
from workbook.operations import AddRecord
from workbook.records import RECORD_TYPES
from workbook.surfaces import FORM_SECTIONS


def panel_of(session: Session, type_name: str, record_id: str = "") -> RecordPanel:
    session.go_to(type_name, record_id)
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel(type_name)
    assert isinstance(panel, RecordPanel)
    panel.enter()
    return panel


def field_of_kind(kind: str) -> Field:
    fields = (field for record_type in RECORD_TYPES.values() for field in record_type.fields)
    return next(field for field in fields if field.kind == kind)


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_editor_gives_back_what_it_was_shown(qtbot: QtBot, bridge: Bridge, kind: str) -> None:
    field = field_of_kind(kind)
    editor = editor_for(field, bridge)
    qtbot.addWidget(editor)
    for value in (KINDS[kind].blank, field.default):
        editor.show_value(value)
        assert not editor.is_touched()
        assert editor.value() == value


def test_an_amount_without_letters_is_in_the_currency_of_the_plan(qtbot: QtBot, bridge: Bridge) -> None:
    assert bridge.do(AddRecord("plan", {"title": "Plan", "currency": "EUR"}))
    editor = editor_for(field_of_kind("money"), bridge)
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.control, "1250.50")
    assert editor.value() == Money(Decimal("1250.50"), "EUR")


def test_a_record_is_found_by_a_part_of_its_name(qtbot: QtBot, bridge: Bridge) -> None:
    museum = AddRecord("partners", {"name": "Museum"})
    assert bridge.do(museum)
    editor = editor_for(RECORD_TYPES["contacts"].by_name["partner"], bridge)
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.control, "P-01")
    assert editor.value() == museum.record_id
    QTest.keyClicks(editor.control, " Muse xyz")
    with pytest.raises(Unacceptable):
        editor.value()


def test_every_field_has_a_label_that_leads_to_it(session: Session) -> None:
    session.open_section("partnership")
    page = session.page
    assert isinstance(page, PartnershipPage)
    for name, field_row in page.form.rows.items():
        assert field_row.editor.control.accessibleName(), name
        buddies = [one for one in field_row.findChildren(QLabel) if one.buddy() is field_row.editor.control]
        assert buddies or field_row.field.kind == "flag", name


@pytest.mark.parametrize("type_name", sorted(RECORD_TYPES))
def test_each_form_shows_the_fields_of_its_surface(qtbot: QtBot, desk: Desk, type_name: str) -> None:
    form = RecordForm(desk, type_name)
    qtbot.addWidget(form)
    assert list(form.rows) == [name for _, names in FORM_SECTIONS[type_name] for name in names]


def test_leaving_a_field_keeps_it(qtbot: QtBot, session: Session) -> None:
    panel = panel_of(session, "partners")
    line = panel.form.rows["website"].editor.control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, "tram.example")
    assert session.bridge.workbook.seq == 1, "nothing is kept while typing"
    with qtbot.waitSignal(session.bridge.changed):
        panel.form.rows["mission"].editor.control.setFocus()
    record = session.bridge.book.get("partners", panel.view.current_id())
    assert getattr(record, "website", "") == "tram.example"


def test_a_refused_value_keeps_its_text_and_a_sentence_stands_beside_it(qtbot: QtBot, session: Session) -> None:
    panel = panel_of(session, "partners")
    field_row = panel.form.rows["joined"]
    line = field_row.editor.control
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClicks(line, "sometime")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field_row.error.isVisibleTo(field_row)
    assert "sometime" in field_row.error.text()
    assert line.text() == "sometime"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() != "sometime"
    assert not field_row.error.isVisibleTo(field_row)


def test_a_finding_stands_beside_its_field(session: Session) -> None:
    found = next(one for one in session.findings.open if one.type == "resources" and one.field)
    panel = panel_of(session, "resources", found.id)
    said = [line.findChildren(QLabel)[-1].text() for line in panel.form.rows[found.field].findChildren(FindingLine)]
    assert any(found.title in one for one in said)


def test_settling_a_finding_takes_it_away(qtbot: QtBot, session: Session) -> None:
    found = next(one for one in session.findings.open if one.type == "contacts")
    panel = panel_of(session, "contacts", found.id)
    field_row = panel.form.rows["authority"]
    line = field_row.editor.control
    line.setFocus()
    QTest.keyClicks(line, "Board resolution of 3 March")
    with qtbot.waitSignal(session.findings.changed):
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert not session.findings.of_record("contacts", found.id)
    settle()
    assert not panel.form.rows["authority"].findChildren(FindingLine)


def test_ticking_a_list_is_one_step(qtbot: QtBot, session: Session) -> None:
    panel = panel_of(session, "partners")
    editor = panel.form.rows["subfields"].editor
    assert isinstance(editor, ChoicesEditor)
    before = session.bridge.workbook.seq
    editor.open_up()
    popup = editor.popup
    assert popup is not None
    popup.list.item(0).setCheckState(Qt.CheckState.Checked)
    popup.list.item(2).setCheckState(Qt.CheckState.Checked)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert session.bridge.workbook.seq == before + 1
    keys = editor.field.vocabulary.keys  # type: ignore[union-attr]
    assert editor.value() == (keys[0], keys[2])


def test_undo_while_nothing_is_typed_belongs_to_the_workbook(qtbot: QtBot, session: Session) -> None:
    panel = panel_of(session, "partners")
    line = panel.form.rows["website"].editor.control
    line.setFocus()
    QTest.keyClicks(line, "tram.example")
    QTest.keyClick(line, Qt.Key.Key_Return)
    seq = session.bridge.workbook.seq
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.bridge.workbook.seq == seq + 1
    assert isinstance(line, QLineEdit)
    assert line.text() == ""


def test_a_choice_that_was_missing_is_no_longer_called_missing(qtbot: QtBot, bridge: Bridge) -> None:
    dialog = NewRecordDialog(bridge, "agreements", {"title": "Memorandum"})
    qtbot.addWidget(dialog)
    dialog.accept()
    row = dialog.rows["level"]
    assert row.error.text()
    assert isinstance(row.editor, ChoiceEditor)
    row.editor.box.setCurrentIndex(2)
    row.editor.box.activated.emit(2)
    assert not row.error.text()
