"""A table saved as CSV: what it shows and no more, whole, and never a formula."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.exports.test_active_text import PAYLOADS
from tests.ui.test_table_cells import panel_of
from ui.dialogs.confirm import ConfirmDialog
from ui.pages.record_panel import RecordPanel
from ui.session import Session
from ui.workspace import Workspace
from workbook.operations import AddRecord

ACTIVE = ("=", "@", "＝", "\t", "\r", "\n")


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    return path


def save(panel: RecordPanel) -> None:
    panel.offers()["save_table"]()


def read(path: Path, separator: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=separator))


def test_no_partner_name_begins_as_a_formula_does(session: Session, target: Path) -> None:
    for payload in PAYLOADS:
        session.bridge.do(AddRecord("partners", {"name": payload}), session)
    save(panel_of(session, "partners"))
    cells = [cell for line in read(target) for cell in line]
    assert [cell for cell in cells if cell.startswith(ACTIVE) or cell.lstrip().startswith(("+cmd", "-cmd", "="))] == []
    assert "'=cmd|' /C calc'!A0" in cells


def test_it_holds_what_the_table_shows_also_in_folded_groups(session: Session, target: Path) -> None:
    panel = panel_of(session, "activities")
    panel.filter.setText("depot")
    panel.tools.apply_filter()
    shown = panel.model.rows.total
    assert 0 < shown < session.bridge.book.count("activities")
    panel.model.group_by("status")
    panel.offers()["fold_all"]()
    save(panel)
    table = read(target)
    assert table[0] == [field.title for field in panel.model.rows.fields]
    assert len(table) == 1 + shown


def test_people_are_saved_only_after_asking(session: Session, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = panel_of(session, "contacts")
    monkeypatch.setattr(ConfirmDialog, "exec", lambda _dialog: 0)
    save(panel)
    assert not target.exists()
    monkeypatch.setattr(ConfirmDialog, "exec", lambda _dialog: 1)
    save(panel)
    assert len(read(target)) == 1 + session.bridge.book.count("contacts")


def test_a_table_that_cannot_be_written_is_told_in_one_sentence(
    workspace: Workspace, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "gone" / "t.csv"), ""))
    panel_of(session, "partners")
    workspace.run("save_table")
    assert "the folder does not exist" in workspace.message.text.text()
