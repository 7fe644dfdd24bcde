"""The overview answers in ten seconds, and each of its figures leads to its rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.pages.overview import OverviewPage
from ui.session import Session
from ui.widgets.card import LineButton
from workbook.measures.deadlines import late
from workbook.operations import EditRecord
from workbook.vocabularies import FOUNDATIONS, GUIDING_QUESTIONS


@pytest.fixture
def overview(session: Session, qtbot: QtBot) -> OverviewPage:
    session.open_section("overview")
    page = session.page
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: session.findings.is_ready and page.glance.status.accessibleName() != "")
    page.refresh()
    return page


def test_the_figures_of_a_leader_are_there_in_words(overview: OverviewPage) -> None:
    said = [tile.accessibleName() for tile in overview.glance.tiles]
    assert said[0].startswith("Status: At risk. O-01: ")
    days = len(late(overview.desk.bridge.book, overview.desk.bridge.today()))
    assert f"Late: {days}." in said[2]
    assert said[4].startswith("Money secured: 95%. EUR 105,000 of EUR 110,600")
    assert said[6].endswith("1 no data")


@pytest.mark.parametrize(
    ("tile", "section"), [("status", "objectives"), ("secured", "resources"), ("trained", "capacity")]
)
def test_each_figure_leads_to_its_rows(overview: OverviewPage, session: Session, tile: str, section: str) -> None:
    getattr(overview.glance, tile).setFocus()
    QTest.keyClick(getattr(overview.glance, tile), Qt.Key.Key_Return)
    assert session.section == section


def test_late_opens_the_whole_list_in_place(overview: OverviewPage) -> None:
    overview.glance.late.click()
    focused = QApplication.focusWidget()
    assert isinstance(focused, LineButton)
    assert overview.coming.isAncestorOf(focused)


def test_every_foundation_and_question_has_its_count_and_its_next_step(overview: OverviewPage) -> None:
    cards = {**overview.foundations.cards, **overview.questions.cards}
    assert set(cards) == {*FOUNDATIONS.keys, *GUIDING_QUESTIONS.keys}
    for card in cards.values():
        assert " checks met" in card.accessibleName()
        assert "Next: " in card.accessibleName()


def test_a_question_leads_to_what_brings_it_on(overview: OverviewPage, session: Session) -> None:
    overview.questions.cards["Q2"].click()
    assert session.section == "resources"


def test_the_overview_follows_a_change(overview: OverviewPage, session: Session, qtbot: QtBot) -> None:
    before = overview.glance.late.accessibleName()
    one = next(d for d in late(session.bridge.book, session.bridge.today()) if d.type == "activities")
    assert session.bridge.do(EditRecord("activities", one.id, {"status": "done"}))
    qtbot.waitUntil(lambda: overview.glance.late.accessibleName() != before)
    qtbot.waitUntil(lambda: any("2 changes by Tester" in line.words for line in overview.changes._shown or ()))


def test_a_blank_plan_shows_the_next_step_and_no_empty_figures(session: Session, overview: OverviewPage) -> None:
    assert session.bridge.book.plan.vision
    assert session.bridge.do(EditRecord("plan", session.bridge.book.plan.id, {"vision": ""}))
    overview.refresh()
    assert overview.step.title.text() == "Say what this partnership is for"
    overview.step.button.click()
    assert session.section == "partnership"
