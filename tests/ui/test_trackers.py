"""Trackers that come back: dropped on the window, put on record, taken in one after the other."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from exports.tracker import to_partner_xlsx
from tests.exports.tracker.returning import edited, put
from tests.ui.driving import answering, pressed
from tests.ui.test_dropping import drop
from ui.exporting.runs import edition_of
from ui.trackers.review import TrackerReview
from ui.workspace import Workspace
from workbook.records import Tracker


def sent_to(workspace: Workspace, code: str, folder: Path) -> Path:
    """Make the tracker of a partner, as it goes out."""
    session = workspace.session
    assert session is not None
    partner = session.bridge.book.by_code("partners", code)
    assert partner is not None
    path = folder / f"{code}.xlsx"
    path.write_bytes(to_partner_xlsx(edition_of(session.desk, session.opened.workbook_id), partner.id))
    return path


def test_an_unedited_tracker_is_marked_as_returned_as_one_step(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.session
    assert session is not None
    bridge, back = session.bridge, sent_to(workspace, "P-04", tmp_path)
    drop(workspace, back)
    qtbot.waitUntil(lambda: bridge.book.count("trackers") == 1)
    assert "nothing to take in, and it is marked as returned" in workspace.message.text.text()
    assert bridge.workbook.next_undo is not None
    assert bridge.workbook.next_undo.title == "Mark tracker from P-04 as returned: P-04.xlsx"
    seq = bridge.workbook.seq
    drop(workspace, back)
    qtbot.waitUntil(lambda: "unless that step is undone" in workspace.message.text.text())
    assert bridge.workbook.seq == seq
    (kept,) = bridge.book.all(Tracker)
    assert kept.returned_file == "P-04.xlsx"
    workspace.run("undo")
    assert bridge.book.count("trackers") == 0


def test_several_trackers_dropped_at_once_are_taken_in_one_after_the_other(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.session
    assert session is not None
    session.open_section("risks")
    bridge = session.bridge
    unedited, changed = (sent_to(workspace, code, tmp_path) for code in ("P-03", "P-04"))
    changed.write_bytes(edited(changed.read_bytes(), put("Activities", "A-05", "Done", 0.7)))
    broken = tmp_path / "P-05.xlsx"
    broken.write_bytes(sent_to(workspace, "P-05", tmp_path).read_bytes()[:-900] + b"\0" * 900)
    titles: list[str] = []

    def decide(dialog: TrackerReview) -> None:
        titles.append(dialog.windowTitle())
        pressed(dialog.take, dialog, qtbot)

    answering(TrackerReview, decide)
    drop(workspace, unedited, changed)
    qtbot.waitUntil(lambda: not workspace.trackers.is_busy and bridge.book.count("trackers") == 2)
    assert titles == ["Returned tracker 2 of 2"]
    said = workspace.message.text.text()
    assert "P-03.xlsx says what the plan says" in said
    assert "Took in the tracker of P-04." in said
    assert [action.text() for action in workspace.message.offered] == ["Undo the last"]
    drop(workspace, unedited, broken)
    assert "P-05.xlsx is no tracker of ours" in workspace.message.text.text()
