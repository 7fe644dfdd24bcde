"""Erasing a person from a table of people: it is said what goes and what stays, asked once, and then done."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.dialogs.confirm import confirm
from workbook.erasing import ERASED, mentions
from workbook.records import RECORD_TYPES

_MOST_NAMED = 3


def erase_person(desk: Desk, type_name: str, record_id: str, window: QWidget) -> None:
    """Ask, and then erase the person in a record for good."""
    name = desk.bridge.book.label(type_name, record_id)
    sentence = what_is_erased(desk, type_name, record_id)
    if not confirm(f"Erase {name}?", sentence, "Erase for good", window, is_final=True):
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        is_done = desk.bridge.erase(type_name, record_id)
    finally:
        QApplication.restoreOverrideCursor()
    if is_done:
        show = ("Show the history", partial(desk.show_history, type_name, record_id))
        desk.say("The person is erased, from the history too.", "information", show)


def what_is_erased(desk: Desk, type_name: str, record_id: str) -> str:
    """Say what erasing a person means: what goes, what stays, and that nothing brings it back."""
    record_type, book = RECORD_TYPES[type_name], desk.bridge.book
    titles = _listed([field.title for field in record_type.fields if field.personal])
    goes = (
        f"{titles}: all of it goes, here and from every earlier step of the history, and from attendance lists that "
        f"hold the same name. What the person is linked with stays, linked with “{ERASED}”."
    )
    said = [
        goes,
        "This cannot be undone, and neither can the steps that held any of it.",
    ]
    name = str(getattr(book.get(type_name, record_id), record_type.label, ""))
    named = mentions(book, name)
    if named:
        labels = [book.label(*one) for one in named[:_MOST_NAMED]]
        more = [f"{len(named) - _MOST_NAMED} more"] if len(named) > _MOST_NAMED else []
        said.append(f"The name also stands in texts that stay as they are, in {_listed([*labels, *more])}.")
    if name in desk.bridge.workbook.people():
        said.append("That this person worked in this workbook stays: the history says who made each change.")
    settings = desk.preferences.path
    where = f" (in {settings.parent / 'backups'})" if settings is not None else ""
    said.append(
        f"Attached files and sealed documents stay. Backups{where} and copies of this workbook that were "
        "made before still hold it all, until they are replaced or you delete them."
    )
    return "\n\n".join(said)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
