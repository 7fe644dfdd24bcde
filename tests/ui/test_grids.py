"""The grid that pages share: its keys, its selection, its copies and what it says."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.grids import Badge, Face, MatrixModel, MatrixView, Title

FILLED = {("b", "2"): "x", ("c", "2"): "y", ("e", "2"): "=1+1", ("b", "3"): "<z>"}


class Letters(MatrixModel):
    """Five rows, four columns, some of them filled."""

    def row_title(self, row: str) -> Title:
        return Title(row.upper(), "row", "warning", "2", "warning")

    def column_title(self, column: str) -> Title:
        return Title(column, f"column {column}")

    def face(self, row: str, column: str) -> Face:
        text = FILLED.get((row, column), "")
        return Face(badges=(Badge(text),)) if text else Face()

    def said(self, row: str, column: str) -> str:
        return f"{row}{column}: {FILLED.get((row, column), 'nothing')}"


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[MatrixView]:
    model = Letters()
    model.show("abcde", "1234")
    made = MatrixView(model, "Letters")
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    made.go_to("a", "2")
    yield made
    made.hide()


def press(view: MatrixView, keys: str) -> None:
    for key in keys.split():
        *held, name = key.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= Qt.KeyboardModifier[f"{one}Modifier"]
        QTest.keyClick(view, Qt.Key[f"Key_{name}"], modifiers)


def test_control_and_an_arrow_go_to_the_edge_of_what_is_filled(view: MatrixView) -> None:
    stops = []
    for _ in range(4):
        press(view, "Control+Down")
        stops.append(view.current()[0])
    assert stops == ["b", "c", "e", "e"]
    press(view, "Control+Left")
    assert view.current() == ("e", "1")
    press(view, "Control+Home")
    assert view.current() == ("a", "1")
    press(view, "End")
    assert view.current() == ("a", "4")


def test_shift_extends_and_goes_back(view: MatrixView) -> None:
    press(view, "Control+Down Control+Shift+Down Shift+Right")
    assert view.chosen() == [("b", "2"), ("b", "3"), ("c", "2"), ("c", "3")]
    press(view, "Control+Shift+Up")
    assert view.chosen() == [("b", "2"), ("b", "3")]


def test_a_range_is_copied_as_text_and_as_a_table(view: MatrixView) -> None:
    view.go_to("b", "2")
    press(view, "Shift+Down Shift+Down Shift+Down Shift+Right Control+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "x\t<z>\ny\t\n\t\n'=1+1\t"
    assert "<tr><td>x</td><td>&lt;z&gt;</td></tr>" in data.html()
    press(view, "Control+Shift+C")
    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["\t2 column 2\t3 column 3", "B row\tx\t<z>"]


def test_wishes_come_from_the_keyboard(view: MatrixView, qtbot: QtBot) -> None:
    for key, signal in (("Return", view.open_requested), ("F2", view.open_requested), ("Delete", view.clear_requested)):
        with qtbot.waitSignal(signal):
            press(view, key)
    with qtbot.waitSignal(view.typed) as typed:
        press(view, "R")
    assert typed.args == ["r"]
    with qtbot.waitSignal(view.paste_requested):
        press(view, "Control+V")


def test_transposed_it_shows_the_same_cell_and_stays_there(view: MatrixView) -> None:
    view.go_to("c", "2")
    view.matrix.transpose(True)
    assert (view.matrix.rowCount(), view.matrix.columnCount()) == (4, 5)
    assert view.current() == ("c", "2")
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)
    assert view.matrix.headerData(2, Qt.Orientation.Horizontal) == "C row"
    view.matrix.show("ce", "1234")
    assert view.current() == ("c", "2")


def test_cells_and_titles_speak(view: MatrixView) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert view.matrix.index_of("b", "2").data(spoken) == "b2: x"
    assert view.matrix.headerData(1, Qt.Orientation.Vertical, spoken) == "B row, 2"


def test_titles_are_made_wider_with_the_keyboard(view: MatrixView) -> None:
    before = view.titles.width()
    press(view, "Alt+Shift+Right")
    assert view.titles.width() == before + 40
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(view, "Alt+Shift+Right")
    assert view.titles.width() == before


def test_in_right_to_left_the_arrows_follow_the_eye(view: MatrixView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(view, "Control+Left")
    assert view.current() == ("a", "4")
