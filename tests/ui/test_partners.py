"""Partners: who is there already, the coverage of the sectors, cards and contacts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import answering, panel_of
from ui.desk import Desk
from ui.dialogs.ask_text import TextDialog
from ui.forms.new_record import NewRecordDialog
from ui.forms.record_form import RecordForm
from ui.pages.history import HistoryPage
from ui.pages.partners.contacts_panel import ContactsPanel
from ui.pages.partners.coverage_panel import CoveragePanel
from ui.pages.partners.page import PartnersPage
from ui.pages.partners.partners_panel import PartnersPanel
from ui.session import Session
from ui.widgets.card import LineButton
from ui.workspace import Workspace
from workbook.erasing import ERASED
from workbook.operations import AddRecord, EditRecord
from workbook.records import Contact, Partner


@pytest.fixture
def page(session: Session) -> PartnersPage:
    session.go_to("partners")
    shown = session.page
    assert isinstance(shown, PartnersPage)
    return shown


@pytest.fixture
def coverage(page: PartnersPage) -> CoveragePanel:
    page.go_to("sector_waivers")
    return panel_of(page, CoveragePanel)


def added(desk: Desk, name: str, **given: object) -> str:
    operation = AddRecord("partners", {"name": name, **given})
    assert desk.bridge.do(operation)
    return operation.record_id


def test_a_new_partner_that_is_there_already_can_be_opened_instead(qtbot: QtBot, desk: Desk) -> None:
    museum = added(desk, "City Museum")
    dialog = NewRecordDialog(desk.bridge, "partners", {})
    qtbot.addWidget(dialog)
    line = dialog.rows["name"].editor.control
    QTest.keyClicks(line, "museum, city e.V.")
    qtbot.waitUntil(lambda: bool(dialog.similar.found))
    (button,) = dialog.similar.findChildren(LineButton)
    assert button.accessibleName().startswith("This looks like P-01 City Museum: open it")
    button.click()
    assert dialog.added == museum
    assert desk.bridge.book.count("partners") == 1


def test_a_likeness_does_not_stand_in_the_way(qtbot: QtBot, desk: Desk) -> None:
    added(desk, "City Museum")
    dialog = NewRecordDialog(desk.bridge, "partners", {})
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog.rows["name"].editor.control, "City Museum")
    dialog.accept()
    assert desk.bridge.book.count("partners") == 2


def test_the_form_warns_while_a_name_is_changed_but_never_of_itself(qtbot: QtBot, desk: Desk) -> None:
    added(desk, "City Museum")
    other = added(desk, "Library")
    form = RecordForm(desk, "partners")
    qtbot.addWidget(form)
    form.show_record(other)
    form.similar.look()
    assert not form.similar.found
    control = form.rows["name"].editor.control
    assert isinstance(control, QLineEdit)
    control.selectAll()
    QTest.keyClicks(control, "City museum, the")
    form.similar.look()
    assert [getattr(one.record, "name", "") for one in form.similar.found] == ["City Museum"]


def test_the_coverage_says_who_fills_each_sector(coverage: CoveragePanel) -> None:
    coverage.list.go_to("cultural_institution")
    assert coverage.chosen.state == "filled"
    assert "sectors filled" in coverage.summary.text()
    assert not coverage.out_button.isVisible()


def test_a_sector_is_left_out_with_a_reason_and_needed_again(
    qtbot: QtBot, coverage: CoveragePanel, session: Session
) -> None:
    missing = next(one for one in coverage._coverage.values() if one.state == "missing")
    coverage.list.go_to(missing.sector)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, TextDialog)
        QTest.keyClicks(dialog.line, "Another city does it")
        dialog.accept()

    answering(QDialog, answer)
    coverage.out_button.click()
    qtbot.waitUntil(lambda: coverage.chosen.state == "not_needed")
    assert coverage.chosen.reason == "Another city does it"
    coverage.again_button.click()
    qtbot.waitUntil(lambda: coverage.chosen.state == "missing")


def test_a_partner_is_added_for_the_missing_sector(qtbot: QtBot, coverage: CoveragePanel, session: Session) -> None:
    missing = next(one for one in coverage._coverage.values() if one.state == "missing" and not one.candidates)
    coverage.list.go_to(missing.sector)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewRecordDialog)
        QTest.keyClicks(dialog.rows["name"].editor.control, "Newcomer")
        dialog.accept()

    answering(QDialog, answer)
    QTest.keyClick(coverage.list, Qt.Key.Key_Return)
    (newcomer,) = session.bridge.book.where(Partner, name="Newcomer")
    assert newcomer.sector == missing.sector


def test_cards_and_table_show_the_same_partners_and_the_choice_is_remembered(
    qtbot: QtBot, page: PartnersPage, session: Session
) -> None:
    panel = page.panel("partners")
    assert isinstance(panel, PartnersPanel)
    panel.switch.click()
    qtbot.waitUntil(lambda: len(panel.cards.cards.cards) == panel.model.rowCount())
    assert page.desk.preferences.cards == {"partners": True}
    assert not panel.splitter.isVisible()
    first = panel.cards.cards.cards[0]
    partner = session.bridge.book.one(Partner, first.record_id)
    assert partner is not None
    assert first.name == partner.name
    assert any(line.text.startswith("Gives ") for card in panel.cards.cards.cards for line in card.lines)
    panel.model.show_only("Museum")
    qtbot.waitUntil(lambda: len(panel.cards.cards.cards) == 1)


def test_a_card_is_opened_with_enter_in_the_table_and_form(qtbot: QtBot, page: PartnersPage, session: Session) -> None:
    panel = page.panel("partners")
    assert isinstance(panel, PartnersPanel)
    panel.switch.click()
    qtbot.waitUntil(lambda: bool(panel.cards.cards.cards))
    QTest.keyClick(panel.cards, Qt.Key.Key_Right)
    chosen = panel.cards.current_id()
    assert chosen == panel.model.rows.ids[1]
    QTest.keyClick(panel.cards, Qt.Key.Key_Return)
    assert panel.splitter.isVisible()
    assert (panel.view.current_id(), panel.form.record_id) == (chosen, chosen)


def test_five_hundred_partners_are_painted_without_a_widget_each(qtbot: QtBot, desk: Desk) -> None:
    for number in range(500):
        added(desk, f"Partner {number}", sector="media")
    panel = PartnersPanel(desk, "users-three")
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    panel.switch.click()
    qtbot.waitUntil(lambda: len(panel.cards.cards.cards) == 500)
    assert not panel.grab().isNull()
    assert len(panel.cards.findChildren(QWidget)) < 20


def test_who_has_not_been_asked_is_found_and_written_down(qtbot: QtBot, page: PartnersPage, session: Session) -> None:
    page.go_to("contacts")
    panel = page.current
    assert isinstance(panel, ContactsPanel)
    contact = session.bridge.book.all(Contact)[0]
    session.bridge.do(EditRecord("contacts", contact.id, {"consent": False}))
    missing = session.bridge.book.count_where(Contact, consent=False)
    assert panel.unasked.text() == f"Not asked yet ({missing})"
    panel.unasked.click()
    assert panel.model.rowCount() == missing
    panel.go_to(contact.id)
    assert panel.reminder.isVisible()
    assert "the person has to know that this is kept" in panel.reminder_words.text()
    panel.write_consent()
    changed = session.bridge.book.one(Contact, contact.id)
    assert changed is not None
    assert changed.consent
    assert panel.model.rowCount() == missing - 1


def test_a_list_pasted_from_a_spreadsheet_adds_partners(qtbot: QtBot, page: PartnersPage, session: Session) -> None:
    panel = page.panel("partners")
    assert isinstance(panel, PartnersPanel)
    before = session.bridge.book.count("partners")
    QGuiApplication.clipboard().setText("Name\tSector\nRiver Radio\tMedia\nStreet Kitchen\tCommunity group")
    panel.paste_as_new()
    assert session.bridge.book.count("partners") == before + 2
    assert [one.sector for one in session.bridge.book.all(Partner)[-2:]] == ["media", "community_group"]


def test_a_person_is_erased_after_one_question_that_says_what_goes(
    page: PartnersPage, session: Session, workspace: Workspace
) -> None:
    book = session.bridge.book
    contact = book.all(Contact)[0]
    assert session.bridge.do(AddRecord("activities", {"title": f"Ask {contact.name}"}))
    page.go_to("contacts", contact.id)
    panel = page.current
    assert isinstance(panel, ContactsPanel)
    told: list[str] = []

    def say_yes(dialog: QDialog) -> None:
        told.extend(one.text() for one in dialog.findChildren(QLabel))
        cancel, erase = dialog.findChildren(QPushButton)
        assert cancel.isDefault(), "Enter alone erases nobody"
        erase.click()

    answering(QDialog, lambda dialog: dialog.reject())
    workspace.run("erase_person")
    assert session.bridge.book.one(Contact, contact.id) == contact
    answering(QDialog, say_yes)
    workspace.run("erase_person")
    assert any("cannot be undone" in text and "E-mail" in text and "Backups" in text for text in told)
    assert any(f"Ask {contact.name}" in text for text in told), "where the name stays is said"
    held = session.bridge.book.one(Contact, contact.id)
    assert held is not None
    assert (held.name, held.email, held.phone) == (ERASED, "", "")
    assert panel.model.index(panel.model.rows.place(contact.id), 0).data() == contact.code
    session.show_history("contacts", contact.id)
    history = session.page
    assert isinstance(history, HistoryPage)
    rows = range(history.changes.model.rowCount())
    assert all("personal data erased" in str(history.changes.model.index(row, 3).data()) for row in rows)
    detail = history.changes.detail.model()
    assert {detail.index(row, 3).data() for row in range(detail.rowCount())} == {"erased"}
    workspace.run("undo")
    assert session.bridge.book.one(Contact, contact.id) == held
    assert len(session.bridge.book.records("activities")) == len(book.records("activities"))
