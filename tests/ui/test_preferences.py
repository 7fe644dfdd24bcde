"""What a person likes is applied at once, kept, and never touches the workbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from ui import appearance, theme
from ui.dialogs.preferences import PreferencesDialog
from ui.exporting.runs import edition_of
from ui.preferences import Preferences
from ui.sections import SECTIONS
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import EditRecord


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    appearance.apply(qapp, Preferences(theme="light"))


@pytest.fixture
def dialog(qtbot: QtBot, preferences: Preferences) -> PreferencesDialog:
    made = PreferencesDialog(preferences, "en-GB", lambda: None)
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_control_has_a_label_that_leads_to_it_and_help(dialog: PreferencesDialog) -> None:
    for control in (dialog.name, dialog.language, dialog.formats, dialog.paper, dialog.theme, dialog.text_size):
        assert control.accessibleName()
        assert control.toolTip()
        assert [one for one in dialog.findChildren(QLabel) if one.buddy() is control]


def test_text_grows_while_the_keys_are_pressed(dialog: PreferencesDialog, qapp: QApplication) -> None:
    usual, tall = qapp.font().pointSize(), theme.space("row")
    for _ in range(10):
        QTest.keyClick(dialog.text_size, Qt.Key.Key_Right)
    assert dialog.percent.text() == "200 %"
    assert qapp.font().pointSize() == 2 * usual
    assert theme.space("row") == 2 * tall
    assert f"font-size: {2 * 9}pt" in qapp.styleSheet()


def test_arabic_turns_the_window_round_at_once(dialog: PreferencesDialog, qapp: QApplication) -> None:
    dialog.language.setCurrentIndex(dialog.language.findData("ar"))
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_formats_show_an_example_and_follow_the_workbook_unless_chosen(dialog: PreferencesDialog) -> None:
    assert dialog.example.text().startswith("31 Mar 2027")
    dialog.formats.setCurrentIndex(dialog.formats.findData("de-DE"))
    assert "1.234.567,5" in dialog.example.text()


def test_what_is_chosen_is_kept_and_as_usual_takes_it_back(
    dialog: PreferencesDialog, preferences: Preferences, qapp: QApplication
) -> None:
    dialog.name.setText("Ana Teixeira")
    dialog.paper.setCurrentIndex(dialog.paper.findData("Letter"))
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.text_size.setValue(15)
    dialog.accept()
    assert preferences.path is not None
    kept = Preferences.load(preferences.path)
    assert (kept.operator, kept.paper, kept.theme, kept.text_size) == ("Ana Teixeira", "Letter", "dark", 150)
    assert theme.current().key == "dark"
    dialog.reset()
    kept = Preferences.load(preferences.path)
    assert (kept.operator, kept.paper, kept.theme, kept.text_size) == ("Ana Teixeira", "", "system", 100)


def test_a_settings_file_with_nonsense_costs_nothing(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"paper": "papyrus", "language": "xx", "formats": "zz", "text_size": 100000, "theme": "pink"}')
    kept = Preferences.load(path)
    appearance.apply(qapp, kept)
    assert appearance.paper_of(kept) == ""
    assert appearance.example_of(appearance.formats_of(kept, "en"))
    assert theme.space("row") == 90


def test_settings_of_another_shape_are_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"recent": [1, "b.cpw"], "text_size": true, "splitters": {"a": "wide"}, "theme": "dark", "x": 1}')
    kept = Preferences.load(path)

    assert (kept.recent, kept.text_size, kept.splitters, kept.theme) == ([], 100, {}, "dark")
    path.write_text("[]")
    assert Preferences.load(path).theme == "system"


def test_pages_follow_and_documents_stay_with_the_workbook(
    workspace: Workspace, session: Session, preferences: Preferences
) -> None:
    preferences.formats, preferences.paper = "de-DE", "Letter"
    workspace.wishes.follow()
    for section in SECTIONS:
        session.open_section(section.key)
    session.show_anew()
    settle()
    assert session.section == SECTIONS[-1].key
    assert session.bridge.formats.language == "de-DE"
    partner = session.bridge.book.records("partners")[0]
    assert session.bridge.do(EditRecord("partners", partner.id, {"website": "tram.example"}))
    settle()
    edition = edition_of(session.desk, session.opened.workbook_id)
    assert edition.formats.language == session.bridge.book.plan.language
    assert edition.paper == "Letter"


def test_the_paper_of_a_document_is_the_one_that_was_chosen(
    session: Session, preferences: Preferences, tmp_path: Path
) -> None:
    from pypdfium2 import PdfDocument

    from exports.edition import no_progress
    from ui.documents.offered import DOCUMENTS

    preferences.paper = "Letter"
    edition = edition_of(session.desk, session.opened.workbook_id)
    content = DOCUMENTS["report"].make(session.bridge.workbook, edition, "", no_progress)
    pdf = PdfDocument(content)
    assert [round(side) for side in pdf[0].get_size()] == [612, 792]
    pdf.close()
