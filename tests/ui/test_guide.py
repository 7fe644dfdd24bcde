"""Every page says which question it answers, helps to begin and shows an example, until somebody hides that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.guidance import guidance_of
from ui.preferences import Preferences
from ui.sections import SECTIONS
from ui.session import Session
from workbook.vocabularies import GUIDING_QUESTIONS


@pytest.mark.parametrize("key", [section.key for section in SECTIONS if section.key != "overview"])
def test_every_section_has_help_that_can_be_read_in_a_breath(key: str) -> None:
    guidance = guidance_of(key)
    assert guidance is not None
    assert guidance.question in GUIDING_QUESTIONS
    assert 40 < len(guidance.help) < 260
    assert 1 <= len(guidance.example) <= 3
    assert all(len(line) < 130 for line in guidance.example)


def test_every_question_is_answered_somewhere() -> None:
    asked = {guidance.question for section in SECTIONS if (guidance := guidance_of(section.key)) is not None}
    assert asked == set(GUIDING_QUESTIONS.keys)


def test_the_help_is_hidden_where_work_has_begun_and_comes_back_by_key(
    session: Session, preferences: Preferences
) -> None:
    session.enter_section("risks")
    page = session.page
    assert page is not None
    assert page.guide is not None
    assert not page.guide.isVisible()
    QTest.keyClick(page.window(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert page.guide.isVisible()
    assert preferences.guides == {"risks": True}


def test_the_choice_is_remembered_for_the_next_sitting(preferences: Preferences) -> None:
    preferences.guides["risks"] = False
    preferences.save()
    assert preferences.path is not None
    assert Preferences.load(preferences.path).guides == {"risks": False}


def test_the_history_needs_its_room_and_a_described_partnership_no_help(session: Session) -> None:
    for key in ("history", "partnership"):
        session.open_section(key)
        assert session.page is not None
        assert session.page.guide is not None
        assert not session.page.guide.isVisible()
