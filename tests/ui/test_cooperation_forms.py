"""The check by Excel form in the window: one file for each partner goes out, and all that come back are one step."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.pages.cooperation.check_panel import CheckPanel
from ui.pages.cooperation.page import CooperationPage
from ui.pages.cooperation.returned_forms import ReturnedForms
from ui.session import Session
from ui.workspace import Workspace
from workbook.measures.rounds import answers_of
from workbook.operations import AddRecord


@pytest.fixture
def check(session: Session) -> CheckPanel:
    session.enter_section("cooperation")
    page = session.page
    assert isinstance(page, CooperationPage)
    added = AddRecord("health_rounds", {"title": "Autumn", "date": session.bridge.today()})
    assert session.bridge.do(added)
    page.check.go_to(added.record_id)
    return page.check


@pytest.fixture
def folder(check: CheckPanel, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the forms of the round, made by the action of the window."""
    made = tmp_path / "forms"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    session.desk.start("make_forms")
    qtbot.waitUntil(lambda: check.forms.job is None, timeout=20_000)
    return made


def answer(path: Path, *given: int | str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["Form"]
    rows = [cell.row for cell in sheet["A"] if str(cell.value).startswith("s")]
    for row, value in zip(rows, given, strict=False):
        sheet.cell(row, 4).value = value
    book.save(path)


def test_one_form_for_each_partner_and_none_is_ever_replaced(
    check: CheckPanel, session: Session, folder: Path, workspace: Workspace, qtbot: QtBot
) -> None:
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 8
    assert names[0] == "Autumn - P-01.xlsx"
    assert workspace.message.text.text() == f"8 forms are in {folder}, one for each partner asked."
    answer(folder / names[0], 4)
    filled = (folder / names[0]).read_bytes()
    session.desk.start("make_forms")
    qtbot.waitUntil(lambda: check.forms.job is None, timeout=20_000)
    assert (folder / names[0]).read_bytes() == filled
    assert (folder / "Autumn - P-01 (2).xlsx").exists()
    assert "7 stood there already" in workspace.message.text.text()


def test_returned_forms_are_shown_by_counts_and_kept_in_one_step(
    check: CheckPanel, session: Session, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = sorted(folder.iterdir())[:3]
    answer(paths[0], 4, "don't know", 2)
    answer(paths[1], 1)
    answer(paths[2], "three")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    session.desk.start("take_in_forms")
    qtbot.waitUntil(lambda: check.forms.dialog is not None, timeout=20_000)
    dialog = check.forms.dialog
    assert dialog is not None
    shown = [[dialog.forms.item(row, place).text() for place in range(1, 4)] for row in range(2)]  # type: ignore[union-attr]
    assert shown == [["3 of 20", "3 new", paths[0].name], ["1 of 20", "1 new", paths[1].name]]
    assert dialog.refused.count() == 1
    assert "“three” is no answer" in dialog.refused.item(0).text()
    before = session.bridge.workbook.seq
    dialog.keep.click()
    assert session.bridge.workbook.seq == before + 1
    partner = (
        check.round.asked[0] if check.round and check.round.asked else session.bridge.book.records("partners")[0].id
    )
    assert check.round is not None
    kept = answers_of(session.bridge.book, check.round.id, partner)
    assert {key: one.score for key, one in kept.items()} == {"s01": 4, "s02": None, "s03": 2}
    session.desk.start("undo")
    assert not answers_of(session.bridge.book, check.round.id, partner)


def test_reading_many_forms_says_how_far_it_is_and_can_be_given_up(
    check: CheckPanel, session: Session, folder: Path, workspace: Workspace, qtbot: QtBot
) -> None:
    assert check.round is not None
    paths = sorted(folder.iterdir())
    check.forms.read(check.round, paths)
    assert not check.forms.bar.isHidden()
    QTest.keyClick(check.forms.bar.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: check.forms.job is None, timeout=20_000)
    assert not check.window().findChildren(ReturnedForms)
    assert check.forms.bar.isHidden()
    assert workspace.message.text.text() == "Nothing was made or taken in; it was cancelled."
    check.forms.read(check.round, paths)
    job, said = check.forms.job, list[str]()
    assert job is not None
    job.progressed.connect(lambda what, done, of: said.append(f"{what}, {done} of {of}"))
    qtbot.waitUntil(lambda: check.forms.dialog is not None, timeout=20_000)
    assert said[-1] == "Reading forms, 7 of 8"
    check.window().findChildren(ReturnedForms)[0].reject()
