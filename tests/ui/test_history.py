"""The history page: what happened, and the ways back."""

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.pages.history import HistoryPage, naming
from ui.pages.history import panel as history_panel
from ui.pages.history.panel import HistoryPanel
from ui.session import Session
from ui.widgets.marked_text import MarkedText
from ui.workspace import Workspace
from workbook.operations import AddRecord, EditRecord


@pytest.fixture
def history(session: Session) -> HistoryPanel:
    for name in ("First", "Second", "Third"):
        partner = session.bridge.book.records("partners")[0]
        assert session.bridge.do(EditRecord("partners", partner.id, {"name": name}))
    session.open_section("history")
    page = session.page
    assert isinstance(page, HistoryPage)
    return page.changes


def name(session: Session) -> str:
    return str(getattr(session.bridge.book.records("partners")[0], "name", ""))


def choose(history: HistoryPanel, row: int) -> None:
    history.steps.setCurrentIndex(history.model.index(row, 0))


def test_steps_are_listed_newest_first_with_before_and_after(history: HistoryPanel) -> None:
    assert [history.model.index(row, 0).data() for row in range(4)] == ["4", "3", "2", "1"]
    choose(history, 0)
    shown = [history.detail.model().index(0, at).data() for at in range(4)]
    assert shown == ["P-01 Third", "Name", "Second", "Third"]


def test_one_step_is_taken_back_if_nothing_was_built_on_it(history: HistoryPanel, session: Session) -> None:
    choose(history, 0)
    history.take_back()
    assert name(session) == "Second"


def test_a_step_that_others_built_on_says_why_it_stays(history: HistoryPanel, session: Session, qtbot: QtBot) -> None:
    choose(history, 2)
    with qtbot.waitSignal(session.bridge.refused) as told:
        history.take_back()
    assert "changed again since" in str(told.args)
    assert name(session) == "Third"


def test_going_back_to_a_moment_is_one_step(
    history: HistoryPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_panel, "confirm", lambda *_: True)
    choose(history, 2)
    history.go_back()
    assert name(session) == "First"
    session.bridge.undo()
    assert name(session) == "Third"


def test_a_record_is_restored_to_before_a_step(history: HistoryPanel, session: Session) -> None:
    choose(history, 1)
    history.restore_record()
    assert name(session) == "First"


def test_filtering_reads_the_whole_log(history: HistoryPanel) -> None:
    history.filters.text.setText("import plan")
    assert [history.model.index(row, 0).data() for row in range(history.model.rowCount())] == ["1"]
    history.filters.text.clear()
    assert history.model.rowCount() == 4


def shown(history: HistoryPanel) -> list[str]:
    return [history.model.index(row, 0).data() for row in range(history.model.rowCount())]


def test_steps_are_narrowed_by_person_kind_and_time(history: HistoryPanel, session: Session) -> None:
    filters = history.filters
    filters.type.setCurrentIndex(filters.type.findData("meetings"))
    assert shown(history) == ["1"]
    filters.type.setCurrentIndex(0)
    filters.time.setCurrentIndex(1)
    assert shown(history) == ["4", "3", "2"], "this sitting"
    filters.time.setCurrentIndex(4)
    filters.since.setDate(filters.since.date().addDays(-3))
    filters.until.setDate(filters.until.date().addDays(-2))
    assert shown(history) == []
    filters.time.setCurrentIndex(0)
    filters.person.setCurrentIndex(filters.person.findData("Tester"))
    assert len(shown(history)) == 4


def test_a_record_leads_to_its_own_history(history: HistoryPanel, session: Session, workspace: Workspace) -> None:
    session.go_to("partners", session.bridge.book.records("partners")[1].id)
    workspace.run("record_history")
    assert session.section == "history"
    assert shown(history) == ["1"]
    assert history.filters.record.text().startswith("Only P-02")
    history.filters.record.click()
    assert shown(history) == ["4", "3", "2", "1"]


def test_two_moments_are_compared_beside_the_window(history: HistoryPanel, session: Session, qtbot: QtBot) -> None:
    page = session.page
    assert isinstance(page, HistoryPage)
    page.tabs.setCurrentIndex(1)
    compare = page.comparison
    compare.earlier.setCurrentIndex(compare.earlier.findData(2))
    compare.later.setCurrentIndex(0)
    compare.compare.click()
    qtbot.waitUntil(lambda: compare.model.rowCount() > 0)
    assert compare.model.line(0)[1:] == ("Changed", "P-01 Third", "Name", "First", "Third")
    assert compare.said.text().startswith("Records: 0 added, 1 changed, 0 removed")
    compare.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1].endswith("First\tThird")
    compare.table.activated.emit(compare.model.index(0, 0))
    assert session.section == "partners"


def test_a_state_gets_a_name_and_another_one_from_wherever_it_is_shown(
    history: HistoryPanel, session: Session, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["As sent to the council", "As adopted", "As adopted in May"])
    asked: list[str] = []

    def answered(*given: Any) -> str:
        asked.append(given[-1])
        return next(names)

    monkeypatch.setattr(naming, "ask_text", answered)
    choose(history, 1)
    workspace.run("name_state")
    snapshot = session.bridge.book.records("snapshots")[-1]
    assert (getattr(snapshot, "name", ""), getattr(snapshot, "state", 0)) == ("As sent to the council", 3)
    history.steps.setCurrentIndex(history.model.index(2, 0))
    assert "“As sent to the council”" in history.model.index(2, 3).data()
    assert history.name.text() == "Rename “As sent to the council”…"
    history.name.click()
    page = session.page
    assert isinstance(page, HistoryPage)
    page.tabs.setCurrentIndex(1)
    box = page.comparison.earlier
    box.setCurrentIndex(box.findText("“As adopted”"))
    workspace.run("name_state")
    assert asked == ["", "As sent to the council", "As adopted"]
    assert [getattr(one, "name", "") for one in session.bridge.book.records("snapshots")] == ["As adopted in May"]
    session.bridge.undo()
    assert [getattr(one, "name", "") for one in session.bridge.book.records("snapshots")] == ["As adopted"]


def test_one_field_is_restored_and_the_rest_is_left_alone(history: HistoryPanel, session: Session) -> None:
    partner = session.bridge.book.records("partners")[0]
    assert session.bridge.do(EditRecord("partners", partner.id, {"website": "tram.example"}))
    choose(history, 1)
    assert history.detail.model().index(0, 1).data() == "Name"
    history.restore_one.click()
    assert name(session) == "Second"
    assert getattr(session.bridge.book.records("partners")[0], "website", "") == "tram.example"


def test_a_step_that_added_a_record_has_no_field_to_restore(history: HistoryPanel) -> None:
    choose(history, 3)
    assert not history.restore_one.isEnabled()


def test_a_step_does_not_show_what_a_single_partner_answered(history: HistoryPanel, session: Session) -> None:
    book = session.bridge.book
    round_ = AddRecord("health_rounds", {"title": "Spring", "show_single": False})
    assert session.bridge.do(round_)
    given = {"partner": book.records("partners")[0].id, "round": round_.record_id, "statement": "s01", "score": 2}
    assert session.bridge.do(AddRecord("health_responses", {**given, "comment": "Nobody listens"}))
    choose(history, 0)
    model = history.detail.model()
    shown = {model.index(row, 1).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    assert (shown["Score"], shown["Comment"]) == ("not shown", "not shown")


def test_words_that_changed_in_a_text_are_marked_by_more_than_colour_and_read_aloud(
    history: HistoryPanel, session: Session, qtbot: QtBot
) -> None:
    partner = session.bridge.book.records("partners")[0]
    for note in ("The choir sings on Tuesdays.", "The choir sings on Fridays."):
        assert session.bridge.do(EditRecord("partners", partner.id, {"note": note}))
    choose(history, 0)
    assert marks(history.marked) == {"Tuesdays.": "struck", "Fridays.": "bold, underlined"}
    assert history.marked.text.accessibleDescription() == ("The choir sings on [removed: Tuesdays.] [added: Fridays.]")
    choose(history, 1)
    assert not history.marked.isVisible(), "a text that was first written has no changed words"
    page = session.page
    assert isinstance(page, HistoryPage)
    page.tabs.setCurrentIndex(1)
    compare = page.comparison
    compare.earlier.setCurrentIndex(compare.earlier.findData(session.bridge.workbook.seq - 1))
    compare.start()
    qtbot.waitUntil(lambda: compare.model.rowCount() > 0)
    compare.table.selectRow(0)
    assert marks(compare.marked) == {"Tuesdays.": "struck", "Fridays.": "bold, underlined"}


def marks(marked: MarkedText) -> dict[str, str]:
    """Return the runs of a text that are set apart, with how."""
    found = {}
    part = marked.text.document().begin().begin()
    while not part.atEnd():
        font, text = part.fragment().charFormat().font(), part.fragment().text().strip()
        if font.strikeOut():
            found[text] = "struck"
        elif font.bold() and font.underline():
            found[text] = "bold, underlined"
        part += 1
    return found
