"""The page of the resources: needs are matched, lines move on, contributions are valued, figures lead to their rows."""

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.driving import answering, entered, panel_of
from ui.pages.capacity.page import CapacityPage
from ui.pages.capacity.sessions_panel import SessionsPanel
from ui.pages.resources.answer_dialog import AnswerDialog
from ui.pages.resources.calculator import InKindDialog
from ui.pages.resources.exchange_panel import ExchangePanel
from ui.pages.resources.ledger import LedgerPanel
from ui.pages.resources.move_dialog import MoveDialog
from ui.pages.resources.needs_model import COVERED
from ui.pages.resources.needs_panel import NeedsPanel
from ui.pages.resources.page import ResourcesPage
from ui.pages.resources.shares_panel import SharesPanel
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.records import Resource


@pytest.fixture
def page(session: Session) -> ResourcesPage:
    return entered(session, "resources", ResourcesPage)


@pytest.fixture
def needs(page: ResourcesPage) -> NeedsPanel:
    return panel_of(page, NeedsPanel)


@pytest.fixture
def ledger(session: Session, page: ResourcesPage) -> LedgerPanel:
    session.go_to("resources")
    return page.ledger


def line(session: Session, code: str) -> Resource:
    found = session.bridge.book.by_code("resources", code)
    assert isinstance(found, Resource)
    return found


def partner(session: Session, code: str) -> str:
    found = session.bridge.book.by_code("partners", code)
    assert found is not None
    return found.id


def add(session: Session, **given: Any) -> str:
    operation = AddRecord("resources", given)
    assert session.bridge.do(operation)
    return operation.record_id


def accept(dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_the_matrix_says_in_words_what_is_missing(needs: NeedsPanel, session: Session) -> None:
    need = line(session, "R-03")
    assert needs.grid.go_to(need.id, COVERED)
    face = needs.model.face(need.id, COVERED)
    assert (face.words, face.mark, face.small) == ("In part", "circle-half", "10,000 of EUR 14,000")
    assert needs.card.missing.text() == "Missing: EUR 4,000 of EUR 14,000. EUR 10,000 committed."
    hall = line(session, "R-04")
    needs.grid.go_to(hall.id, COVERED)
    assert needs.card.missing.text().startswith("Nothing is missing of 24 months. 24 months committed")


def test_one_key_matches_the_only_offer_of_a_partner_and_delete_unlinks(
    needs: NeedsPanel, session: Session, workspace: Workspace
) -> None:
    need, traders = line(session, "R-03"), partner(session, "P-07")
    for held in session.bridge.book.where(Resource, provider=traders, covers=None):
        session.bridge.do(RemoveRecords("resources", (held.id,)))
    offer = add(session, title="Gift", kind="offer", status="offered", provider=traders, value="4000 EUR")
    needs.grid.go_to(need.id, traders)
    workspace.run("match_offer")
    linked = session.bridge.book.one(Resource, offer)
    assert linked is not None
    assert linked.covers == need.id
    assert needs.model.face(need.id, COVERED).words == "Covered"
    assert needs.model.face(need.id, traders).small == "offered"
    QTest.keyClick(needs.grid, Qt.Key.Key_Delete)
    assert needs.model.face(need.id, COVERED).words == "In part"
    session.bridge.undo()
    assert needs.model.face(need.id, COVERED).words == "Covered"


def test_an_unused_offer_is_used_with_enter(needs: NeedsPanel, session: Session) -> None:
    need, giver = line(session, "R-03"), partner(session, "P-08")
    offer = add(session, title="More", kind="offer", status="offered", provider=giver, category="cash", value="9 EUR")
    needs.grid.go_to(need.id, COVERED)
    assert offer in {one.id for one in needs.unused.lines}
    needs.list.setCurrentIndex(needs.unused.index([one.id for one in needs.unused.lines].index(offer)))
    QTest.keyClick(needs.list, Qt.Key.Key_Return)
    used = session.bridge.book.one(Resource, offer)
    assert used is not None
    assert used.covers == need.id
    assert needs.grid.current() == (need.id, giver)


def test_adding_an_offer_begins_with_what_is_missing(needs: NeedsPanel, session: Session, workspace: Workspace) -> None:
    need, giver = line(session, "R-03"), partner(session, "P-07")
    needs.grid.go_to(need.id, giver)
    answering(AnswerDialog, accept)
    workspace.run("add")
    (made,) = session.bridge.book.where(Resource, covers=need.id, provider=giver)
    assert (made.kind, made.status, str(made.value)) == ("offer", "offered", "4000 EUR")
    assert needs.model.face(need.id, COVERED).words == "Covered"


def test_an_in_kind_need_is_answered_through_the_calculator(
    needs: NeedsPanel, session: Session, workspace: Workspace
) -> None:
    hall, giver = line(session, "R-04"), partner(session, "P-07")
    session.bridge.do(EditRecord("resources", hall.id, {"quantity": Decimal(30)}))
    needs.grid.go_to(hall.id, giver)
    said: list[str] = []

    def answer(dialog: InKindDialog) -> None:
        said.append(dialog.amount.text())
        accept(dialog)

    answering(InKindDialog, answer)
    workspace.run("add")
    (made,) = session.bridge.book.where(Resource, covers=hall.id, provider=giver)
    assert said == ["EUR 4,500"]
    assert (made.quantity, made.unit, str(made.rate), made.type) == (Decimal(6), "month", "750 EUR", "in_kind")


def test_without_needs_the_page_teaches(needs: NeedsPanel, session: Session) -> None:
    ids = tuple(one.id for one in session.bridge.book.where(Resource, kind="need"))
    session.bridge.do(RemoveRecords("resources", ids))
    assert needs.stack.currentWidget() is needs.empty
    session.bridge.undo()
    assert needs.stack.currentWidget() is needs.whole


def test_only_the_needs_in_one_state_are_shown(needs: NeedsPanel, session: Session) -> None:
    needs.states.setCurrentIndex(needs.states.findData("partly"))
    needs.states.activated.emit(needs.states.currentIndex())
    assert needs.model.row_keys == (line(session, "R-03").id,)


def test_next_state_needs_one_key_where_nothing_is_asked(
    ledger: LedgerPanel, session: Session, workspace: Workspace
) -> None:
    offer = add(session, title="Gift", kind="offer", status="offered", provider=partner(session, "P-07"))
    session.go_to("resources", offer)
    assert ledger.next_button.text() == "Next: pledged"
    workspace.run("next_state")
    moved = session.bridge.book.one(Resource, offer)
    assert moved is not None
    assert (moved.status, moved.kind) == ("pledged", "commitment")
    assert ledger.next_button.text() == "Next: committed"


def test_delivery_asks_with_what_was_promised_filled_in(
    ledger: LedgerPanel, session: Session, workspace: Workspace
) -> None:
    session.go_to("resources", line(session, "R-11").id)
    said: list[str] = []

    def answer(dialog: MoveDialog) -> None:
        said.append(str(dialog.fields.readable("delivered_value")))
        accept(dialog)

    answering(MoveDialog, answer)
    workspace.run("next_state")
    moved = line(session, "R-11")
    assert said == ["10000 EUR"]
    assert (moved.status, str(moved.delivered_value), moved.delivered_on) == (
        "delivered",
        "10000 EUR",
        session.bridge.today(),
    )
    session.bridge.undo()
    assert line(session, "R-11").status == "committed"


def test_verifying_without_evidence_stays_and_says_why(ledger: LedgerPanel, session: Session) -> None:
    bare = add(session, title="Books", kind="commitment", status="delivered", provider=partner(session, "P-03"))
    session.go_to("resources", bare)
    said: list[str] = []

    def answer(dialog: MoveDialog) -> None:
        dialog.accept()
        said.append(dialog.fields.rows["evidence"].error.text())
        assert dialog.isVisible()
        dialog.fields.rows["evidence"].editor.put_draft("Receipt 14")
        dialog.accept()

    answering(MoveDialog, answer)
    ledger.move_on()
    assert "needs its evidence" in said[0]
    moved = session.bridge.book.one(Resource, bare)
    assert moved is not None
    assert (moved.status, moved.evidence) == ("verified", "Receipt 14")


def test_lines_that_go_different_ways_are_told_apart_before_they_move(ledger: LedgerPanel, session: Session) -> None:
    giver = partner(session, "P-03")
    promised = add(session, title="Books", kind="offer", status="offered", provider=giver)
    kept = add(session, title="Shelves", kind="commitment", status="delivered", provider=giver, evidence="Receipt 14")
    bare = add(session, title="Lamps", kind="commitment", status="delivered", provider=giver)
    said: list[str] = []

    def answer(dialog: MoveDialog) -> None:
        said.extend(one.text() for one in dialog.findChildren(QLabel) if one.text())
        dialog.fields.rows["evidence"].editor.put_draft("Folder 7")
        dialog.accept()

    answering(MoveDialog, answer)
    ledger.move_lines({promised: "pledged", kept: "verified", bare: "verified"})
    assert "3 lines, each to its own next state: 1 to “Pledged”, 2 to “Verified”." in said
    assert "Evidence is filed with the line that has none yet; what others have stays." in said
    book = session.bridge.book
    moved = [one for one in (book.one(Resource, each) for each in (promised, kept, bare)) if one is not None]
    assert [one.status for one in moved] == ["pledged", "verified", "verified"]
    assert [one.evidence for one in moved] == ["", "Receipt 14", "Folder 7"]


def test_the_menu_of_states_offers_only_what_the_ladder_knows(ledger: LedgerPanel, session: Session) -> None:
    session.go_to("resources", line(session, "R-09").id)
    menu = ledger.state_menu()
    enabled = [entry.text() for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator()]
    menu.deleteLater()
    assert "Delivered" in enabled
    assert "Withdrawn" not in enabled
    assert "Needed" not in enabled
    assert ledger.next_button.isEnabled() is False


def test_the_calculator_works_live_and_proposes_the_rate_used_before(ledger: LedgerPanel, session: Session) -> None:
    giver = partner(session, "P-03")
    hours = add(session, title="Guides", kind="offer", status="offered", provider=giver, category="staff_time")
    session.go_to("resources", hours)
    said: list[str] = []

    def answer(dialog: InKindDialog) -> None:
        said.append(dialog.amount.text())
        said.append(dialog.remembered_words.text())
        QTest.keyClicks(dialog.fields.rows["quantity"].editor.control, "40")
        dialog.use_rate.click()
        said.append(dialog.amount.text())
        dialog.accept()

    answering(InKindDialog, answer)
    ledger.value_in_kind()
    assert said[0] == "–"
    assert "as in R-16" in said[1]
    assert said[2] == "EUR 1,000"
    valued = session.bridge.book.one(Resource, hours)
    assert valued is not None
    assert (valued.quantity, str(valued.rate), valued.basis) == (Decimal(40), "25 EUR", "pay_rate")


def test_give_and_gain_leads_to_the_partner(page: ResourcesPage, session: Session) -> None:
    page.tabs.setCurrentIndex(page.keys.index("exchange"))
    panel = page.current
    assert isinstance(panel, ExchangePanel)
    city = partner(session, "P-01")
    assert panel.model.face(city, "cash").words == "EUR 20,000"
    assert panel.model.face(city, "in_kind").words == "EUR 12,000"
    session.bridge.do(EditRecord("partners", city, {"expected_benefit": ""}))
    assert panel.model.face(city, "missing").words == "1 thing"
    panel.grid.go_to(city, "expected_benefit")
    assert "what it expects to gain is not known" in panel.missing.text()
    QTest.keyClick(panel.grid, Qt.Key.Key_Return)
    assert session.section == "partners"


def test_figures_lead_to_the_lines_behind_them(page: ResourcesPage, session: Session) -> None:
    page.tabs.setCurrentIndex(page.keys.index("shares"))
    panel = page.current
    assert isinstance(panel, SharesPanel)
    names = [card.accessibleName() for card in panel.cards]
    assert names[:4] == ["Secured: 95%", "Delivered: 52%", "In-kind share: 43%", "Leverage: 1.78 : 1"]
    assert [chart.accessibleName() for chart in panel.charts] == [
        "From need to delivery, EUR",
        "Committed by partner, EUR",
        "Budget against actual, EUR",
    ]
    panel.charts[0].copy()
    assert "Needed\t" in QGuiApplication.clipboard().text()
    panel.cards[1].rows_button.click()
    assert page.tabs.currentIndex() == page.keys.index("resources")
    assert page.ledger.behind.isVisible()
    assert page.ledger.model.rowCount() == 15
    page.ledger.show_all()
    assert page.ledger.model.rowCount() == session.bridge.book.count("resources")


def test_what_training_costs_leads_to_all_of_its_sessions(page: ResourcesPage, session: Session) -> None:
    page.tabs.setCurrentIndex(page.keys.index("shares"))
    panel = page.current
    assert isinstance(panel, SharesPanel)
    costs = panel.cards[-1].rows_button
    shown = int(costs.text().split()[1])
    assert shown > 1
    costs.click()
    assert session.section == "capacity"
    assert isinstance(session.page, CapacityPage)
    sessions = session.page.current
    assert isinstance(sessions, SessionsPanel)
    assert sessions.model.rowCount() == shown < session.bridge.book.count("training_sessions")
    assert sessions.behind.isVisible()
    sessions.behind.all_button.click()
    assert sessions.model.rowCount() == session.bridge.book.count("training_sessions")
    assert not sessions.behind.isVisible()


def test_a_line_that_is_not_among_the_rows_of_a_figure_is_still_found(
    qtbot: QtBot, page: ResourcesPage, session: Session
) -> None:
    other = line(session, "R-01")
    page.show_rows((("resources", line(session, "R-09").id),), "Secured")
    assert page.ledger.model.rowCount() == 1
    session.go_to("resources", other.id)
    assert page.ledger.view.current_id() == other.id
    assert not page.ledger.behind.isVisible()
