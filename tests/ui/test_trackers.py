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
