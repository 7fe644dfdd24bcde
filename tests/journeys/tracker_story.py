"""A coordinator's week with trackers, key by key: they go to two partners, one comes back changed and one as it was."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.exports.tracker.returning import edited, put
from tests.journeys.person import Press, Step, Story, TabTo, Until, Write, dialog_in_front, focused, window_in_front
from tests.journeys.stories import Teller, book_of, going_to
from ui.trackers.review import TrackerReview
from ui.trackers.send_dialog import SendDialog
from ui.workspace import Workspace
from workbook.records import Tracker


def trackers(workspace: Workspace) -> Story:
    """Send two trackers, take both back in at once, and remind the one whose tracker is overdue."""
    folder = Path(workspace.preferences.export_folder)
    yield Until("the workbook", lambda: workspace.session is not None)
    yield from going_to(workspace, "trackers", "trackers")
    yield from _sending(workspace, folder)
    _fill_in(folder)
    yield from _taking_in(workspace)
    yield Until("the page again", window_in_front)
    yield Press("Home")
    yield Press("Ctrl+Shift+R")
    yield Until("a reminder", lambda: "was due back on" in QGuiApplication.clipboard().text())


def _sending(workspace: Workspace, folder: Path) -> Iterator[Step]:
    """Choose the museum and the university alone, and let their trackers be made."""
    yield Press("Ctrl+N")
    yield Until("the dialog", lambda: isinstance(dialog_in_front(), SendDialog))
    yield TabTo("Send to nobody")
    yield Press("Space")
    yield TabTo("To whom trackers go")
    yield Press("Ctrl+Home")
    yield Press("Down", 2)
    yield Press("Space")
    yield Press("Down")
    yield Press("Space")
    yield Press("Return")
    yield Until("both files", lambda: len(list(folder.glob("OTD-2026 Tracker P-0*.xlsx"))) == 2)
    yield Until("both on record", lambda: book_of(workspace).count("trackers") == 3)
    yield Until("the page again", window_in_front)


def _fill_in(folder: Path) -> None:
    """What the partners do: the university fills a figure in, the museum sends its file back as it is."""
    museum, university = (next(folder.glob(f"OTD-2026 Tracker {code}*.xlsx")) for code in ("P-03", "P-04"))
    (folder / "museum.xlsx").write_bytes(museum.read_bytes())
    (folder / "university.xlsx").write_bytes(edited(university.read_bytes(), put("Activities", "A-05", "Done", 0.7)))


def _taking_in(workspace: Workspace) -> Iterator[Step]:
    yield Press("Ctrl+K")
    yield Until("the palette", dialog_in_front)
    yield Write("take in a returned tracker")
    yield Press("Return")
    yield Until("the file dialog", lambda: isinstance(dialog_in_front(), QFileDialog))
    yield Write('"museum.xlsx" "university.xlsx"')
    yield Press("Return")
    yield Until("the review", lambda: isinstance(dialog_in_front(), TrackerReview))
    yield TabTo("Take in 1 change")
    yield Press("Space")
    yield Until("both back", partial(_are_back, workspace))


def _are_back(workspace: Workspace) -> bool:
    back = [one for one in book_of(workspace).all(Tracker) if one.status == "returned"]
    return len(back) == 2 and not workspace.trackers.is_busy and focused() is not None


STORIES: dict[str, Teller] = {"trackers": trackers}
