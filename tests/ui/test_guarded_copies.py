"""What is copied from a table never becomes a formula in a spreadsheet, and comes back into a table as it was."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from exports.charts import Bar, StackedBars
from tests.exports.test_active_text import PAYLOADS
from tests.ui.test_table_cells import panel_of
from ui.charts.words import as_text, table_of
from ui.pages.record_panel import RecordPanel
from ui.session import Session
from workbook.formats import Formats
from workbook.operations import AddRecord, EditRecord
from workbook.pasted import table_of as read_table
from workbook.records import Partner

ACTIVE = ("=", "@", "＝", "\t", "\r", "\n")


@pytest.fixture
def partners(session: Session) -> RecordPanel:
    for payload in PAYLOADS:
        session.bridge.do(AddRecord("partners", {"name": payload, "note": payload}), session)
    first = session.bridge.book.all(Partner)[0]
    session.bridge.do(EditRecord("partners", first.id, {"name": "'=1+1"}), session)
    return panel_of(session, "partners")


def copied(panel: RecordPanel) -> QMimeData:
    panel.view.selectAll()
    panel.clipboard.copy()
    data = QGuiApplication.clipboard().mimeData()
    kept = QMimeData()
    for kind in data.formats():
        kept.setData(kind, data.data(kind))
    return kept


def test_no_cell_begins_as_a_formula_does(partners: RecordPanel) -> None:
    data = copied(partners)
    cells = [cell for line in read_table(data.text()) for cell in line]
    assert len(cells) > len(PAYLOADS)
    assert [cell for cell in cells if cell.startswith(ACTIVE) or cell.lstrip().startswith(("+cmd", "-cmd", "="))] == []
    for payload in ("=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"):
        assert f"'{payload}" in cells
    for line in data.html().split("</td>"):
        text = line.rpartition(">")[2]
        assert "mso-number-format" in line or not text.startswith(("=", "@", "+", "-")), line


@pytest.mark.parametrize("only_text", [False, True])
def test_what_is_pasted_back_is_as_it_was(partners: RecordPanel, session: Session, *, only_text: bool) -> None:
    before, data = session.bridge.workbook.seq, copied(partners)
    if only_text:
        QGuiApplication.clipboard().setText(data.text())
    partners.view.setCurrentIndex(partners.model.index(0, 0))
    partners.paste()
    assert session.bridge.workbook.seq == before


def test_the_table_of_a_chart_holds_no_formula() -> None:
    chart = StackedBars(("Cash",), tuple(Bar(payload, (Decimal(1),), payload) for payload in PAYLOADS), "EUR")
    cells = [cell for line in read_table(as_text(table_of(chart, Formats()))) for cell in line]
    assert [cell for cell in cells if cell.startswith(ACTIVE)] == []
