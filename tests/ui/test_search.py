"""Ctrl+K finds records, sections and actions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.answers import in_order
from ui.pages.record_panel import RecordPanel
from ui.pages.tables_page import TablesPage
from ui.palette import Palette
from ui.search import Search
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import AddRecord, EditRecord, RemoveRecords, SetResponsibilities
from workbook.vocabularies import HEALTH_STATEMENTS


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


def titles(found: Palette) -> list[str]:
    return [found.list.item(number).text() for number in range(found.list.count())]


def test_signs_narrow_to_things_to_do_and_to_people(workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    found.line.setText("> theme")
    assert len(titles(found)) == 5
    assert all(title.startswith("Theme") for title in titles(found)[:4])
    assert titles(found)[4] == "Preferences"
    found.line.setText("@museum")
    assert any("Tram and Harbour Museum" in title for title in titles(found))
    assert not {"Partners", "Partners & contacts"} & set(titles(found))
    found.line.setText("@")
    assert "P-01 Culture Department" in titles(found)
    found.reject()


def test_actions_are_found_by_the_beginnings_of_their_words(workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    found.line.setText(">thdark")
    assert titles(found) == ["Theme: dark"]
    found.line.setText("zx")
    assert titles(found) == []
    found.reject()


@pytest.mark.parametrize(
    ("letters", "title", "stands"),
    [
        ("thd", "Theme: dark", True),
        ("td", "Theme: dark", True),
        ("thmdrk", "Theme: dark", True),
        ("nw", "New workbook", True),
        ("dt", "Theme: dark", False),
        ("hd", "Theme: dark", False),
    ],
)
def test_letters_stand_in_order(letters: str, title: str, *, stands: bool) -> None:
    assert in_order(letters, title) is stands


def test_what_was_chosen_lately_stands_first(workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    QTest.keyClicks(found.line, "p-04")
    QTest.keyClick(found.line, Qt.Key.Key_Return)
    again = palette(workspace, session)
    assert titles(again)[0].startswith("P-04")
    assert "Overview" in titles(again)
    again.reject()


def test_ctrl_enter_copies_the_name_and_stays(workspace: Workspace, session: Session) -> None:
    found = palette(workspace, session)
    QTest.keyClicks(found.line, "p-04")
    QTest.keyClick(found.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("P-04 ")
    assert found.isVisible()
    found.reject()


def test_a_code_comes_before_names_and_names_before_what_is_inside(session: Session) -> None:
    bridge = session.bridge
    for name, website in (
        ("Hall of p-04", ""),
        ("Xylophone school", ""),
        ("Old xylophone", ""),
        ("Choir", "xylophone"),
    ):
        assert bridge.do(AddRecord("partners", {"name": name, "website": website}))
    assert session.search.find("p-04", 1)[0].label.startswith("P-04")
    found = [hit.label.partition(" ")[2] for hit in session.search.find("xylophone", 10)]
    assert found == ["Xylophone school", "Old xylophone", "Choir"]


def test_the_search_follows_every_change(session: Session) -> None:
    bridge, search = session.bridge, session.search
    choir = AddRecord("partners", {"name": "Quartz choir"})
    assert search.find("quartz", 5) == []
    assert bridge.do(choir)
    assert [hit.id for hit in search.find("quartz", 5)] == [choir.record_id]
    assert bridge.do(EditRecord("partners", choir.record_id, {"name": "Granite choir"}))
    assert search.find("quartz", 5) == []
    activity = bridge.book.records("activities")[0].id
    assert bridge.do(SetResponsibilities({(activity, choir.record_id): ("C",)}))
    assert {hit.type for hit in search.find("granite", 5)} == {"partners", "responsibilities"}
    assert bridge.do(RemoveRecords("partners", (choir.record_id,)))
    assert search.find("granite", 5) == []
    bridge.undo()
    assert {hit.type for hit in search.find("granite", 5)} == {"partners", "responsibilities"}


def test_typing_on_finds_what_typing_at_once_finds(session: Session) -> None:
    for text in ("museum of", "p-0", "the depot"):
        by_letters = [session.search.find(text[:end], 40) for end in range(1, len(text) + 1)][-1]
        assert by_letters == Search(session.bridge).find(text, 40)


def test_answers_of_the_cooperation_check_stay_with_their_round(session: Session) -> None:
    bridge = session.bridge
    partner = bridge.book.records("partners")[0].id
    check = AddRecord("health_rounds", {"title": "Spring", "show_single": True})
    assert bridge.do(check)
    given = {"round": check.record_id, "partner": partner, "statement": HEALTH_STATEMENTS.keys[0], "comment": "zircon"}
    assert bridge.do(AddRecord("health_responses", given))
    assert [hit.type for hit in session.search.find("zircon", 5)] == ["health_responses"]
    assert bridge.do(EditRecord("health_rounds", check.record_id, {"show_single": False}))
    assert session.search.find("zircon", 5) == []


def test_reading_goes_on_in_small_pieces(session: Session) -> None:
    search = Search(session.bridge)
    pieces = 0
    while not search.index.build(0.0):
        pieces += 1
        assert pieces < 10_000
    assert search.find_so_far("museum", 5)
