"""A tracker that comes back: dropped on the window, looked at, taken in as one step."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exports.tracker import to_partner_xlsx
from tests.exports.tracker.returning import all_of, edited, put
from tests.ui.driving import answering
from tests.ui.test_dropping import drop
from ui.exporting.runs import edition_of
from ui.trackers.review import TrackerReview
from ui.workspace import Workspace
from workbook.operations import EditRecord
from workbook.records import Activity, Tracker


def test_a_tracker_dropped_on_the_window_is_reviewed_and_taken_in(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    session = workspace.session
    assert session is not None
    bridge = session.bridge
    partner, activity = (bridge.book.by_code(*one) for one in (("partners", "P-04"), ("activities", "A-05")))
    assert partner is not None
    assert activity is not None
    sent = to_partner_xlsx(edition_of(session.desk, session.opened.workbook_id), partner.id)
    bridge.workbook.do(EditRecord("activities", activity.id, {"done": 50}))
    edits = (("Done", 0.7), ("Comment", "All is well"), ("Status", "nearly"), ("Activity", "Renamed"))
    returned = tmp_path / "back.xlsx"
    returned.write_bytes(edited(sent, all_of(*(put("Activities", "A-05", *edit) for edit in edits))))
    seen: list[list[str]] = []

    def decide(dialog: TrackerReview) -> None:
        table = dialog.table
        rows, places = range(table.rowCount()), range(2, 7)
        seen.extend([table.item(row, place).text() for place in places] for row in rows)  # type: ignore[union-attr]
        assert dialog.left.count() == 2
        dialog.only_conflicts.setChecked(True)
        assert [table.isRowHidden(row) for row in range(2)] == [one[4] != "Both changed it" for one in seen]
        conflict = next(row for row in range(2) if not table.isRowHidden(row))
        assert table.item(conflict, 0).checkState() == Qt.CheckState.Unchecked  # type: ignore[union-attr]
        dialog.tick_all(ticked=True)
        dialog.note.setText("Thank you")
        dialog.take.click()

    answering(TrackerReview, decide)
    drop(workspace, returned)
    qtbot.waitUntil(lambda: bridge.book.count("trackers") == 1)
    assert ["Done", "35", "70", "50", "Both changed it"] in seen
    assert ["Notes", "", "All is well", "", "Changed by them"] in seen
    after = bridge.book.one(Activity, activity.id)
    assert after is not None
    assert (after.done, after.note, after.title) == (70, "All is well", "Run the digital making course")
    (kept,) = bridge.book.all(Tracker)
    assert (kept.status, kept.note, kept.partner) == ("returned", "Thank you", partner.id)
    drop(workspace, returned)
    qtbot.waitUntil(lambda: "already" in workspace.message.text.text())
    bridge.workbook.undo()
    before = bridge.book.one(Activity, activity.id)
    assert before is not None
    assert (before.done, bridge.book.count("trackers")) == (50, 0)


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
    qtbot.waitUntil(lambda: "taken in already" in workspace.message.text.text())
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
        dialog.take.click()

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
