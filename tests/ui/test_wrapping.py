"""Rows of tools go on in a next line: nothing is squeezed, and what stands at the end stays together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.layouts import wrapping_row


def _tools(qtbot: QtBot, width: int, *, mirrored: bool = False) -> list[str]:
    """Return the lines in which five buttons of 100 pixels stand, the last two pushed to the end."""
    holder = QWidget()
    qtbot.addWidget(holder)
    if mirrored:
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = wrapping_row(holder, "small")
    buttons = [QPushButton(name) for name in "abcde"]
    for made in buttons:
        made.setFixedSize(100, 30)
    for made in buttons[:3]:
        box.addWidget(made)
    box.addStretch()
    for made in buttons[3:]:
        box.addWidget(made)
    holder.resize(width, box.heightForWidth(width))
    holder.show()
    assert all(holder.rect().contains(made.geometry()) for made in buttons)
    rows: dict[int, list[str]] = {}
    for made in sorted(buttons, key=lambda one: one.x()):
        rows.setdefault(made.y(), []).append(f"{made.text()}{made.x()}")
    return [" ".join(rows[top]) for top in sorted(rows)]


def test_tools_go_on_in_the_next_line_and_those_at_the_end_stay_there(qtbot: QtBot) -> None:
    assert _tools(qtbot, 600) == ["a0 b108 c216 d392 e500"]
    assert _tools(qtbot, 500) == ["a0 b108 c216", "d292 e400"]
    assert _tools(qtbot, 250) == ["a0 b108", "c0", "d42 e150"]
    assert _tools(qtbot, 500, mirrored=True) == ["c184 b292 a400", "e0 d108"]
