"""Text that was typed and cannot be kept: nobody loses it without being asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.test_form import panel_of
from ui.editors import Editor
from ui.pages.record_panel import RecordPanel
from ui.session import Session
from ui.workspace import Workspace


def typed_nonsense(panel: RecordPanel) -> QLineEdit:
    line = panel.form.rows["joined"].editor.control
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClicks(line, "31 Feb")
    QTest.keyClick(line, Qt.Key.Key_Return)
    return line


def answer(monkeypatch: pytest.MonkeyPatch, *, leave: bool) -> list[str]:
    asked: list[str] = []

    def confirmed(_title: str, sentence: str, *_more: object) -> bool:
        asked.append(sentence)
        return leave

    monkeypatch.setattr("ui.workspace.confirm", confirmed)
    return asked


def test_closing_asks_before_refused_text_is_lost(
    workspace: Workspace, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = typed_nonsense(panel_of(session, "partners"))
    asked = answer(monkeypatch, leave=False)
    workspace.window.close()
    assert workspace.window.isVisible()
    assert "31 Feb" in asked[0]
    assert line.text() == "31 Feb"
    answer(monkeypatch, leave=True)
    workspace.window.close()
    assert not workspace.window.isVisible()


def test_another_workbook_asks_too(
    workspace: Workspace, session: Session, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_nonsense(panel_of(session, "partners"))
    answer(monkeypatch, leave=False)
    assert not workspace.open(example)
    assert workspace.session is session
    workspace.run("start")
    assert workspace.session is session


def test_refused_text_waits_while_another_record_is_shown(session: Session) -> None:
    panel = panel_of(session, "partners")
    line = typed_nonsense(panel)
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    assert line.text() != "31 Feb"
    assert [one.text for one in session.unkept()] == ["31 Feb"]
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    assert line.text() == "31 Feb"
    assert "31 Feb" in panel.form.rows["joined"].error.text()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not session.unkept()


def test_what_is_being_typed_in_a_cell_is_kept_when_the_window_closes(
    qtbot: QtBot, workspace: Workspace, session: Session
) -> None:
    panel = panel_of(session, "partners")
    name = [field.name for field in panel.model.rows.fields].index("name")
    panel.view.setCurrentIndex(panel.model.index(0, name))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    editor = panel.view.findChildren(Editor)[0]
    qtbot.waitUntil(editor.isVisible)
    assert isinstance(editor.control, QLineEdit)
    editor.control.setText("Half a name")
    book = session.bridge
    assert workspace.may_leave()
    assert getattr(book.book.records("partners")[0], "name", "") == "Half a name"
