"""Asks who came to a session, from wherever somebody has a list, and says what was recorded."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.pages.capacity.attendance_dialog import AttendanceDialog
from workbook.records import TrainingSession


def record_attendance(desk: Desk, session: TrainingSession, window: QWidget, listed: str = "") -> bool:
    """Ask in a dialog that begins with a list, if there is one; say whether anything was recorded."""
    dialog = AttendanceDialog(desk.bridge, session, window)
    if listed:
        dialog.list.text.setPlainText(listed)
    dialog.exec()
    done = dialog.operation
    dialog.deleteLater()
    if done is None:
        return False
    kept = f" {len(done.names.people)} names are kept." if done.names is not None else " No name is kept."
    desk.say(
        f"{done.values['count']} people recorded for {done.values['session']}.{kept}",
        "information",
        ("Undo", partial(desk.start, "undo")),
    )
    return True
