"""An agreement on its way through the window: composed, approved, signed, sealed, and amended when the plan moved."""

import datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.driving import answering
from ui.forms.fields_dialog import FieldsDialog
from ui.pages.agreements import AgreementsPage
from ui.pages.agreements.compose_panel import ComposePanel
from ui.pages.agreements.drift_panel import DriftPanel
from ui.pages.agreements.new_agreement import NewAgreementDialog
from ui.pages.agreements.parties_panel import PartiesPanel
from ui.pages.agreements.signing_panel import SigningPanel
from ui.preview.fixing import SealDialog
from ui.session import Session
from ui.workspace import Workspace
from workbook.agreements import findings_in_the_way
from workbook.operations import AcceptFinding, EditRecord
from workbook.records import Agreement, Approval, Clause, Seal


@pytest.fixture
def page(session: Session) -> AgreementsPage:
    session.open_section("agreements")
    page = session.page
    assert isinstance(page, AgreementsPage)
    return page


def begun(page: AgreementsPage) -> Agreement:
    """Begin a memorandum of the first two partners in the dialog."""

    def fill(dialog: NewAgreementDialog) -> None:
        dialog.line.setText("Memorandum for the harbour hall")
        for place, tick in enumerate(dialog.ticks.values()):
            tick.setChecked(place < 2)
        dialog.accept()

    answering(NewAgreementDialog, fill)
    panel = page.current
    assert isinstance(panel, ComposePanel)
    panel.offers()["add"]()
    agreement = page.chosen.agreement
    assert agreement is not None
    return agreement


def test_an_agreement_goes_all_its_way(
    workspace: Workspace, session: Session, page: AgreementsPage, qtbot: QtBot
) -> None:
    bridge = session.bridge
    agreement = begun(page)
    assert len(agreement.parties) == 2
    assert bridge.book.count_where(Clause, agreement=agreement.id) > 20
    page.show_tab("signing")
    signing = page.current
    assert isinstance(signing, SigningPanel)
    workspace.run("next_step")
    assert status(session, agreement) == "in_review"

    signing.next.go_on.click()
    parties = page.current
    assert isinstance(parties, PartiesPanel)
    for partner_id in agreement.parties:

        def ask(dialog: FieldsDialog) -> None:
            dialog.rows["step"].editor.show_value("legal")
            dialog.accept()

        answering(FieldsDialog, ask)
        parties.parties[partner_id].add.click()
        next(one for one in parties.parties[partner_id].buttons if "Approved today" in one.text()).click()
    answers = bridge.book.where(Approval, agreement=agreement.id)
    assert [one.status for one in answers] == ["approved", "approved"]

    assert bridge.do(EditRecord("agreements", agreement.id, {"notice_days": 60}))
    today = bridge.today()
    for one in findings_in_the_way(bridge.book, current(session, agreement), today):
        assert bridge.do(AcceptFinding(one.rule, one.id, "Settled by hand.", today))
    is_signed_and_sealed(workspace, session, page, qtbot)
    drifts_and_is_amended(workspace, session, page, qtbot)


def is_signed_and_sealed(workspace: Workspace, session: Session, page: AgreementsPage, qtbot: QtBot) -> None:
    """Make it ready, record every signature, and keep the document."""
    bridge, agreement = session.bridge, page.chosen.agreement
    signing = page.panel("signing")
    assert agreement is not None
    assert isinstance(signing, SigningPanel)
    page.show_tab("signing")
    qtbot.waitUntil(lambda: signing.next.go_on.text() == "Make ready to sign" and signing.next.go_on.isVisible())
    workspace.run("next_step")
    for _ in agreement.parties:
        answering(FieldsDialog, FieldsDialog.accept)
        workspace.run("next_step")
    assert status(session, agreement) == "in_force"

    def seal(dialog: SealDialog) -> None:
        qtbot.waitUntil(dialog.keep.isEnabled, timeout=20_000)
        dialog.accept()

    answering(SealDialog, seal)
    workspace.run("next_step")
    (made,) = bridge.book.all(Seal)
    assert (made.record_id, made.state) == (agreement.id, bridge.workbook.seq - 1)
    assert bridge.workbook.content(made.sha256).startswith(b"%PDF")
    assert "matches what was recorded" in " ".join(one.text() for one in signing.sealed.findChildren(QLabel))
    page.show_tab("compose")
    composing = page.current
    assert isinstance(composing, ComposePanel)
    assert "Sealed" in composing.editor.standing.text()
    assert composing.editor.text.isReadOnly()
    assert "leave_out" not in composing.offers()


def drifts_and_is_amended(workspace: Workspace, session: Session, page: AgreementsPage, qtbot: QtBot) -> None:
    """Move the end of the plan: the tab weighs it, and one step begins the amendment."""
    bridge, sealed = session.bridge, page.chosen.agreement
    assert sealed is not None
    end = bridge.book.plan.end or datetime.date(2027, 1, 1)
    assert bridge.do(EditRecord("plan", bridge.book.plan.id, {"end": end + datetime.timedelta(days=200)}))
    page.show_tab("drift")
    drift = page.current
    assert isinstance(drift, DriftPanel)
    qtbot.waitUntil(lambda: bool(drift.drifts), timeout=10_000)
    assert drift.drifts[0].weight.asks == "amendment"
    assert "1 of them material" in drift.summary.text()
    workspace.run("draft_amendment")
    assert isinstance(page.current, ComposePanel)
    amendment = page.chosen.agreement
    assert amendment is not None
    assert (amendment.level, amendment.parent, amendment.number) == ("amendment", sealed.id, 1)


def current(session: Session, agreement: Agreement) -> Agreement:
    found = session.bridge.book.one(Agreement, agreement.id)
    assert found is not None
    return found


def status(session: Session, agreement: Agreement) -> str:
    return current(session, agreement).status or "draft"
