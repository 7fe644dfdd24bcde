"""Agreements: clauses from the library as one step, and the parts of one agreement by themselves."""

import pytest

from tests.ui.test_form import panel_of
from ui.pages.agreements import AgreementsPage
from ui.pages.tables_page import TablesPage
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import AddRecord
from workbook.records import Clause


def second_agreement(session: Session) -> str:
    operation = AddRecord("agreements", {"title": "Letter", "level": "mou"})
    assert session.bridge.do(operation)
    return operation.record_id


def test_clauses_are_drafted_as_one_step_and_shown(workspace: Workspace, session: Session) -> None:
    agreement = second_agreement(session)
    panel_of(session, "agreements", agreement)
    before = session.bridge.workbook.seq
    workspace.run("draft_clauses")
    assert session.bridge.workbook.seq == before + 1
    drafted = session.bridge.book.where(Clause, agreement=agreement)
    assert len(drafted) > 5
    page = session.page
    assert isinstance(page, AgreementsPage)
    clauses = panel_of(session, "clauses")
    assert clauses.chosen_owner == agreement
    assert clauses.model.rowCount() == len(drafted)
    workspace.run("undo")
    assert not session.bridge.book.where(Clause, agreement=agreement)


def test_drafting_twice_says_that_all_is_there(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = second_agreement(session)
    panel_of(session, "agreements", agreement)
    workspace.run("draft_clauses")
    before = session.bridge.workbook.seq
    workspace.run("draft_clauses")
    assert session.bridge.workbook.seq == before
    assert "already" in workspace.message.text.text()


def test_parts_are_narrowed_to_their_whole_and_found_again(session: Session) -> None:
    agreement = second_agreement(session)
    panel = panel_of(session, "clauses")
    every = panel.model.rowCount()
    assert every
    first = panel.model.rows.ids[0]
    panel.show_owner(agreement)
    assert panel.model.rowCount() == 0
    session.go_to("clauses", first)
    assert panel.model.rowCount() == every
    assert panel.view.current_id() == first


def test_tabs_are_reached_from_the_keyboard(workspace: Workspace, session: Session) -> None:
    session.enter_section("partners")
    workspace.run("tab_next")
    page = session.page
    assert isinstance(page, TablesPage)
    assert page.keys[page.tabs.currentIndex()] == "contacts"
