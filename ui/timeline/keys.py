"""What the keys do on the timeline; each thing that a hand can do has one."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.timeline.gestures import Part

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PARTS: dict[int, Part] = {Qt.Key.Key_M: "whole", Qt.Key.Key_S: "start", Qt.Key.Key_E: "end"}
HELP = (
    "Left and Right move the bar by a day, with Shift by a week; with Ctrl its end, with Ctrl+Shift its start. "
    "E, S and M choose whether they move end, start or all of it. Enter keeps it, Esc leaves it as it was. "
    "L links, P sets first dates, + and - zoom."
)


class Step(NamedTuple):
    """An arrow key: what it moves and how many days."""

    part: Part
    days: int


def step_of(event: QKeyEvent, part: Part, *, mirrored: bool) -> Step | None:
    """Return what an arrow key means; where time runs to the left, so do the keys."""
    direction = _ARROWS.get(Qt.Key(event.key()))
    if direction is None:
        return None
    if mirrored:
        direction = -direction
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    if held == control | shift:
        return Step("start", direction)
    if held == control:
        return Step("end", direction)
    if held == shift:
        return Step(part, 7 * direction)
    return Step(part, direction) if held == Qt.KeyboardModifier.NoModifier else None
