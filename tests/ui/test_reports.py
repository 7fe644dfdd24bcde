"""Reports in the window: words for each section, and issuing one for good."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.journeys.reading import pages_of
from tests.ui.driving import answering
from tests.ui.test_form import panel_of
from ui.forms.fields_dialog import FieldsDialog
from ui.pages.reports_panel import ReportsPanel
from ui.preview.fixing import SealDialog
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import AddRecord
from workbook.records import Report, ReportNarrative, Seal


def test_a_report_gets_its_words_and_is_issued(workspace: Workspace, session: Session, qtbot: QtBot) -> None:
    bridge = session.bridge
    added = AddRecord("reports", {"title": "Autumn report", "sections": ("summary", "risks")})
    assert bridge.do(added)
    panel = panel_of(session, "reports", added.record_id)
    assert isinstance(panel, ReportsPanel)
    assert len(panel.narratives.buttons) == 2

    def write(dialog: FieldsDialog) -> None:
        dialog.rows["wording"].editor.put_draft("The roof is the one thing that worries us.")
        dialog.accept()

    answering(FieldsDialog, write)
    panel.narratives.buttons[1].click()
    (narrative,) = bridge.book.where(ReportNarrative, report=added.record_id)
    assert narrative.section == "risks"

    def issue(dialog: SealDialog) -> None:
        assert not dialog.keep.isEnabled()
        qtbot.waitUntil(dialog.keep.isEnabled, timeout=20_000)
        dialog.accept()

    answering(SealDialog, issue)
    workspace.run("issue_report")
    report, (seal,) = bridge.book.one(Report, added.record_id), bridge.book.all(Seal)
    assert report is not None
    assert report.status == "issued"
    pages = " ".join(pages_of(bridge.workbook.content(seal.sha256)))
    assert "worries us" in pages
    assert "Draft" not in pages
    assert "matches what was recorded" in " ".join(one.text() for one in panel.issued.findChildren(QLabel))
    assert "issue_report" not in panel.offers()
    assert not panel.narratives.buttons
    workspace.run("undo")
    assert "issue_report" in panel.offers()
    assert panel.issued.isHidden()
