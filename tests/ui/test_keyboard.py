"""A whole piece of work without touching the pointer."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import ACTIONS
from ui.forms.new_record import NewRecordDialog
from ui.icons import icon
from ui.sections import SECTIONS
from ui.session import Session
from ui.tables.view import RecordView
from ui.workspace import Workspace


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def answering(answer: Callable[[NewRecordDialog], None]) -> None:
    """Answer the dialog that is about to open."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, NewRecordDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(5, now)
            return
        try:
            answer(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(0, now)


def test_adding_naming_and_undoing_a_partner(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    window = workspace.window
    qtbot.waitUntil(window.isActiveWindow)
    window.navigation.setFocus()
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert session.section == "partners"

    def answer(dialog: NewRecordDialog) -> None:
        QTest.keyClicks(focused(), "Radio Quarter")
        QTest.keyClick(focused(), Qt.Key.Key_Return)

    answering(answer)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.activateWindow()  # a desktop does this by itself
    qtbot.waitUntil(window.isActiveWindow)
    names = [getattr(record, "name", "") for record in session.bridge.book.records("partners")]
    assert names[-1] == "Radio Quarter"
    view = focused()
    assert isinstance(view, RecordView)
    assert view.current_name() == "sector"  # the first that is still open, so that typing on harms nothing
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "!")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(session.bridge.book.records("partners")) == len(names) - 1


def test_a_refused_addition_stays_open_and_says_why(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    session.go_to("resources")
    said: list[str] = []

    def answer(dialog: NewRecordDialog) -> None:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        said.append(dialog.rows["title"].error.text())
        said.append(dialog.rows["kind"].error.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    answering(answer)
    workspace.run("add")
    assert said == ["Resource cannot be empty.", "Need or offer cannot be empty."]


def test_shortcuts_mean_one_thing_each() -> None:
    keys = [key for spec in ACTIONS for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


def test_every_icon_exists(qapp: QApplication) -> None:
    for name in {section.icon for section in SECTIONS} | {spec.icon for spec in ACTIONS if spec.icon}:
        assert not icon(name).isNull()


def test_every_control_that_takes_focus_has_a_name(workspace: Workspace, session: Session) -> None:
    from PySide6.QtGui import QAccessible

    for section in SECTIONS:
        session.open_section(section.key)
        assert session.page is not None
        for widget in session.page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                seen = QAccessible.queryAccessibleInterface(widget)
                name = seen.text(QAccessible.Text.Name)
                assert name or widget.focusProxy(), f"{section.key}: {widget}"
