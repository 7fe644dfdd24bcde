"""Names of states: given where a state has none, changed where it has one."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.ask_text import ask_text
from workbook.operations import NameSnapshot, RenameSnapshot, snapshot_of

_EXAMPLE = "Such as: as sent to the council"


def name_or_rename(desk: Desk, state: int, asking: QWidget) -> None:
    """Ask for the name of a state, and keep it."""
    held = snapshot_of(desk.bridge.book, state)
    title = "Name this state" if held is None else f"Rename “{held.name}”"
    name = ask_text(title, "&Name", _EXAMPLE, asking.window(), "" if held is None else held.name)
    if not name:
        return
    if held is None:
        desk.bridge.do(NameSnapshot(name, state, desk.bridge.today()), asking)
    else:
        desk.bridge.do(RenameSnapshot(held.id, name), asking)


def naming_title(desk: Desk, state: int) -> str:
    """Say what naming means for a state."""
    held = snapshot_of(desk.bridge.book, state)
    return "Name this state…" if held is None else f"Rename “{held.name}”…"
