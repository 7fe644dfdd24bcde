"""The library of mechanisms: searched, read and adopted with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.driving import answering, entered, panel_of
from ui.forms.new_record import NewRecordDialog
from ui.pages.mechanisms.adopt_dialog import AdoptDialog
from ui.pages.mechanisms.library_panel import LibraryPanel
from ui.pages.mechanisms.page import MechanismsPage
from ui.session import Session
from workbook.records import Activity, Mechanism, Objective


@pytest.fixture
def library(session: Session) -> LibraryPanel:
    return panel_of(entered(session, "mechanisms", MechanismsPage), LibraryPanel)


def titles(library: LibraryPanel) -> list[str]:
    return [entry.title for entry in library.list.entries.entries]


def test_the_library_is_searched_by_words_and_choices(qtbot: QtBot, library: LibraryPanel) -> None:
    assert len(titles(library)) == len(library.by_key)
    QTest.keyClicks(library.search, "night noise")
    assert titles(library) == ["Night mayor or night-time office"]
    library.search.clear()
    library.challenges.setCurrentIndex(library.challenges.findData("health"))
    assert "Museum on prescription" in titles(library)
    library.levels.setCurrentIndex(library.levels.findData("international"))
    assert titles(library) == []
    assert library.stack.currentWidget() is library.empty
    library.empty.button.click()
    assert len(titles(library)) == len(library.by_key)


def test_what_is_chosen_can_be_read_with_its_source(library: LibraryPanel) -> None:
    library.list.go_to("percent_for_art")
    said = " ".join(one.text() for one in library.reading.findChildren(QLabel))
    assert "Philadelphia" in said
    assert "Checked on 26" in said
    assert library.by_key["percent_for_art"].url in said


def test_adopting_from_the_list_with_enter_links_the_objective(
    qtbot: QtBot, library: LibraryPanel, session: Session
) -> None:
    book = session.bridge.book
    objective, before = book.all(Objective)[0], book.count("activities")
    library.list.go_to("museum_on_prescription")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, AdoptDialog)
        dialog.objectives.setCurrentIndex(dialog.objectives.findData(objective.id))
        dialog.ticks["activity:0"].setChecked(False)
        dialog.accept()

    answering(QDialog, answer)
    QTest.keyClick(library.list, Qt.Key.Key_Return)
    book = session.bridge.book
    (mechanism,) = book.where(Mechanism, library="museum_on_prescription")
    changed = book.one(Objective, objective.id)
    assert changed is not None
    assert mechanism.id in changed.mechanisms
    assert book.count("activities") == before + len(library.by_key["museum_on_prescription"].responsibilities) - 1
    assert book.all(Activity)[-1].objective == objective.id
    current = library.list.entries.entries[library.list.currentIndex().row()]
    assert current.mark == "In use"
    session.bridge.undo()
    assert session.bridge.book.count("activities") == before
    assert library.adopt_button.text() == "Adopt…"


def test_a_mechanism_in_use_is_opened_and_not_adopted_again(
    qtbot: QtBot, library: LibraryPanel, session: Session
) -> None:
    library.list.go_to("creative_hub")
    answering(QDialog, lambda dialog: dialog.accept())
    library.adopt_button.click()
    (mechanism,) = session.bridge.book.where(Mechanism, library="creative_hub")
    assert library.adopt_button.text() == f"In use: open {mechanism.code}"
    library.adopt_button.click()
    page = session.page
    assert isinstance(page, MechanismsPage)
    assert page.current is page.panels["mechanisms"]
    assert session.bridge.book.count_where(Mechanism, library="creative_hub") == 1


def test_one_can_add_a_mechanism_of_ones_own(qtbot: QtBot, library: LibraryPanel, session: Session) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewRecordDialog)
        QTest.keyClicks(dialog.rows["title"].editor.control, "Repair street")
        dialog.accept()

    answering(QDialog, answer)
    library.own_button.click()
    (own,) = session.bridge.book.where(Mechanism, title="Repair street")
    assert own.adopted
    assert not own.library
