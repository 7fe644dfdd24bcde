"""Saves what a table shows as a file of its own, for people who go on in another program."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from exports.table import to_csv
from exports.writing import NotWritten, write_whole
from ui.desk import Desk
from ui.dialogs.confirm import confirm
from ui.exporting.naming import file_name
from ui.tables import cells
from ui.tables.view import RecordView

_SUFFIX = ".csv"


def save_table(desk: Desk, view: RecordView) -> None:
    """Ask where to, and write every record that the table shows; names of people only after asking."""
    shown, preferences = cells.whole(view), desk.preferences
    titles, window = view.records.rows.record_type.titles, view.window()
    if any(field.personal for field in shown.fields):
        said = "The columns that are shown say something about people. Whoever gets the file can read it."
        if not confirm(f"Save {titles.lower()} with personal data?", said, "Save them", window):
            return
    folder = Path(preferences.export_folder or Path.home())
    suggested = str(folder / file_name(desk.bridge.book, (titles,), _SUFFIX))
    name, _ = QFileDialog.getSaveFileName(window, f"Save {titles.lower()} as CSV", suggested, f"CSV (*{_SUFFIX})")
    if not name:
        return
    path = Path(name) if name.lower().endswith(_SUFFIX) else Path(name + _SUFFIX)
    preferences.export_folder = str(path.parent)
    content = to_csv([field.title for field in shown.fields], shown.lines, shown.numeric, desk.bridge.formats)
    try:
        write_whole(path, content)
    except NotWritten as error:
        desk.say(str(error), "warning")
        return
    count = desk.bridge.formats.number(len(shown.lines))
    desk.say(f"{path.name} is in {path.parent}, with {count} {'row' if len(shown.lines) == 1 else 'rows'}.")
