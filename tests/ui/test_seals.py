"""Seals in the window: looked at, checked, opened as copies; never made or removed by hand."""

import pytest
from PySide6.QtCore import QUrl

from tests.workbook.sealing.signing import NOW, PDF, add
from ui.pages.seals_panel import SealsPanel
from ui.pages.tables_page import TablesPage
from ui.session import Session
from ui.workspace import Workspace
from workbook.records import Agreement
from workbook.sealing.operations import IssueReport, SealAgreement, SealedBy


def panel_of(session: Session) -> SealsPanel:
    session.go_to("seals")
    page = session.page
    assert isinstance(page, TablesPage)
    panel = page.panel("seals")
    assert isinstance(panel, SealsPanel)
    return panel


def test_seals_are_checked_and_opened_and_nothing_else(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def noted(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr("ui.copies.QDesktopServices.openUrl", noted)
    panel, bridge, said = panel_of(session), session.bridge, workspace.message.text
    for attempt in (panel.add, panel.check_all):
        attempt()
        assert "nobody adds one by hand" in said.text()
    agreement = next(one for one in bridge.book.all(Agreement) if one.status == "in_force")
    by = SealedBy(bridge.workbook.state, NOW, "Anna")
    assert bridge.do(SealAgreement(agreement.id, PDF, by, reason="One signs later."))
    panel.check_all()
    assert said.text() == "Agreement AG-01 matches what was recorded on Mar 1, 2027."
    panel.enter()
    panel.open_document()
    assert opened[0].endswith(".pdf")
    assert {"remove", "duplicate"}.isdisjoint(panel.offers())
    report = add(bridge.workbook, "reports", title="Autumn")
    assert bridge.do(IssueReport(report, PDF + b"2", SealedBy(bridge.workbook.state, NOW, "Anna")))
    panel.check_all()
    assert said.text() == "All 2 sealed documents match what was recorded."
    session.opened.store.raw.execute("DELETE FROM contents")
    panel.check_all()
    assert "is not in this file any more" in said.text()
    panel.open_document()
    assert "is not in this workbook" in said.text()
