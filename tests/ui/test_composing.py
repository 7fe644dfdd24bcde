"""Composing in the window: clauses are moved and added with the keyboard, and the pages follow what is typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from exports.edition import Progress
from tests.journeys.reading import pages_of
from tests.ui.driving import answering
from ui.pages.agreements import AgreementsPage
from ui.pages.agreements.add_clause import AddClauseDialog
from ui.pages.agreements.compose_panel import ComposePanel
from ui.preview import Drawing
from ui.session import Session
from ui.workspace import Workspace
from workbook.agreements import in_order
from workbook.records import Agreement, Clause


def composing(session: Session) -> tuple[ComposePanel, Agreement]:
    session.open_section("agreements")
    page = session.page
    assert isinstance(page, AgreementsPage)
    page.enter()
    panel = page.current
    assert isinstance(panel, ComposePanel)
    assert panel.agreement is not None
    return panel, panel.agreement


def headings(session: Session, agreement: Agreement) -> list[str]:
    return [clause.heading for clause in in_order(session.bridge.book, agreement.id)]


def test_clauses_are_moved_added_and_left_out_with_the_keyboard(workspace: Workspace, session: Session) -> None:
    panel, agreement = composing(session)
    before = headings(session, agreement)
    panel.list.go_to(panel.list.entries.entries[3].key)
    QTest.keyClick(panel.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert headings(session, agreement)[2:4] == [before[3], before[2]]
    assert panel.list.currentIndex().row() == 2
    workspace.run("undo")
    assert headings(session, agreement) == before

    def own(dialog: AddClauseDialog) -> None:
        dialog.line.setText("Use of the kiln")
        dialog.accept()

    answering(AddClauseDialog, own)
    workspace.run("add_clause")
    place = headings(session, agreement).index("Use of the kiln")
    assert panel.list.currentIndex().row() == place
    entry = panel.list.entries.entries[place]
    assert "own clause" in entry.said
    assert "Not assessed" in entry.said
    workspace.run("leave_out")
    assert "Left out" in panel.list.entries.entries[place].said
    workspace.run("remove")
    assert headings(session, agreement) == before
    answering(AddClauseDialog, AddClauseDialog.accept)
    workspace.run("add_clause")
    assert len(headings(session, agreement)) == len(before) + 1


def test_the_pages_follow_the_chosen_clause_and_what_is_typed(session: Session, qtbot: QtBot) -> None:
    panel, agreement = composing(session)
    clause = next(one for one in in_order(session.bridge.book, agreement.id) if one.topic == "principles")
    panel.list.go_to(clause.id)
    qtbot.waitUntil(lambda: panel.preview.is_current, timeout=20_000)
    assert panel.preview.made is not None
    spot = panel.preview.made.spots[clause.id]
    assert panel.preview.pages.page == spot.page
    assert f"Page {spot.page + 1} of" in panel.preview.pages.accessibleName()
    assert "Principles" in panel.preview.pages.accessibleName()
    steps = session.bridge.workbook.seq
    panel.editor.text.setFocus()
    panel.editor.text.setPlainText("We mend what we break, by {nonsense} and {notice_days}.")
    qtbot.waitUntil(lambda: "We mend what we break" in shown(panel), timeout=20_000)
    assert session.bridge.workbook.seq == steps
    assert "no such value" in " ".join(one.text() for one in panel.editor.filled.findChildren(QLabel))
    panel.commit()
    kept = session.bridge.book.one(Clause, clause.id)
    assert kept is not None
    assert kept.body.startswith("We mend")
    assert panel.editor.reset.isEnabled()
    panel.editor.reset.click()
    assert session.bridge.book.one(Clause, clause.id) == clause


def shown(panel: ComposePanel) -> str:
    """Read the pages once nobody draws: PDFium serves one thread at a time."""
    made = panel.preview.made
    return " ".join(pages_of(made.pdf)) if made is not None and panel.preview.is_current else ""


def test_only_the_newest_wish_is_drawn(qtbot: QtBot) -> None:
    holder = QObject()
    at_end: list[Callable[[], object]] = []
    drawing = Drawing(at_end, holder)
    drawn: list[int] = []
    drawing.drawn.connect(drawn.append)

    def making(number: int, _progress: Progress) -> int:
        return number

    for number in range(20):
        drawing.ask(partial(making, number))
    qtbot.waitUntil(lambda: not drawing.is_busy)
    assert drawn == [0, 19]
    drawing.leave()
    assert not at_end


def test_a_clause_that_is_dragged_lands_where_it_is_dropped(session: Session) -> None:
    panel, agreement = composing(session)
    before, chosen = headings(session, agreement), panel.list
    chosen.go_to(chosen.entries.entries[1].key)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton

    def dropped(point: QPoint) -> list[int]:
        given = QMimeData()
        chosen.dropEvent(QDropEvent(QPointF(point), move, given, left, Qt.KeyboardModifier.NoModifier))
        return [before.index(heading) for heading in headings(session, agreement)[:6]]

    row_4, row_2 = (chosen.visualRect(chosen.entries.index(row)) for row in (4, 2))
    assert dropped(row_4.bottomLeft() - QPoint(0, 2)) == [0, 2, 3, 4, 1, 5]
    assert dropped(row_4.topLeft() + QPoint(0, 2)) == [0, 2, 3, 4, 1, 5]
    assert dropped(row_2.topLeft() + QPoint(0, 2)) == [0, 2, 1, 3, 4, 5]
