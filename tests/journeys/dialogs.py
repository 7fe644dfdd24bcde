"""Every dialog of the window as it comes up at work: for pictures, and for looking for leaks."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from ui.dialogs.about import AboutDialog, KeysDialog
from ui.dialogs.ask_name import NameDialog
from ui.dialogs.ask_text import TextDialog
from ui.dialogs.choose_record import ChooseRecordDialog
from ui.dialogs.confirm import ConfirmDialog
from ui.dialogs.new_workbook import NewWorkbookDialog
from ui.dialogs.problem import FaultDialog, ProblemDialog
from ui.forms.new_record import NewRecordDialog
from ui.palette import Palette
from ui.workspace import Workspace


def dialogs(workspace: Workspace) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Yield each dialog by its name, made when it is asked for."""
    window = workspace.window
    session = workspace.session
    assert session is not None
    sentence = (
        "“Depot.cpw” is open elsewhere: by Anna Berg on CULTURE-07, since 09:12; ask her to close it, or open a copy."
    )
    yield "new", lambda: NewWorkbookDialog(window)
    yield "name", lambda: NameDialog("Anna Berg", window)
    yield "text", lambda: TextDialog("Name this state", "&Name", "Such as: as sent to the council", window)
    yield "add-contact", lambda: NewRecordDialog(session.bridge, "contacts", {}, window)
    yield "add-resource", lambda: NewRecordDialog(session.bridge, "resources", {}, window)
    yield "choose", lambda: ChooseRecordDialog(session.bridge, "agreements", "Agreement", window)
    yield (
        "confirm",
        lambda: ConfirmDialog(
            "Go back to this moment?", "12 records will change. It can be undone.", "Go back", window
        ),
    )
    yield (
        "problem",
        lambda: ProblemDialog("This workbook was not opened", sentence, window, {"read": "Open a copy for reading"}),
    )
    yield "fault", lambda: FaultDialog("Traceback (most recent call last):\n  …\nKeyError: 'x'", window)
    yield "keys", lambda: KeysDialog(window)
    yield "about", lambda: AboutDialog(window)

    def palette(text: str) -> QWidget:
        found = Palette(session.desk, session.search, window.actions_by_id, workspace.run, window)
        found.line.setText(text)
        return found

    yield "search", lambda: palette("")
    yield "search-words", lambda: palette("tram")
