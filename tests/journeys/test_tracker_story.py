"""Trackers go to two partners and come home, by keyboard alone; then the power goes, and everything is still there."""

import datetime
import shutil
from pathlib import Path

import storage
from tests.journeys.test_stories import live, reopened
from tests.ui.conftest import OpenWindow
from workbook.operations import AddRecord
from workbook.records import Activity, Tracker
from workbook.returning.register import register_of
from workbook.workbook import Author

YESTERDAY = datetime.datetime.now().astimezone().date() - datetime.timedelta(1)


def test_trackers_go_out_come_home_and_one_is_overdue(tmp_path: Path, example: Path, open_window: OpenWindow) -> None:
    depot = Path(shutil.copy(example, tmp_path / "depot.cpw"))
    with storage.open_workbook(depot, Author("Last month")) as opened:
        software = opened.workbook.book.by_code("partners", "P-05")
        assert software is not None
        out = {"file": "sent last month.xlsx", "partner": software.id, "due": YESTERDAY}
        opened.workbook.do(AddRecord("trackers", out))
    live("trackers", tmp_path, depot)
    book = reopened(depot, open_window)
    found = {
        book.label("partners", line.tracker.partner or "")[:4]: (line.group, line.tracker.returned_file)
        for line in register_of(book, YESTERDAY + datetime.timedelta(1))
    }
    assert found == {
        "P-05": ("overdue", ""),
        "P-03": ("returned", "museum.xlsx"),
        "P-04": ("returned", "university.xlsx"),
    }
    activity = book.by_code("activities", "A-05")
    assert isinstance(activity, Activity)
    assert activity.done == 70
    assert all(one.state == 2 for one in book.all(Tracker) if one.status == "returned")
    with storage.open_workbook(depot, Author("Later"), read_only=True) as opened:
        steps = [step.title for step in opened.workbook.history(3)]
    assert steps == [
        "Send trackers to 2 partners",
        "Mark tracker from P-03 as returned: museum.xlsx",
        "Accept tracker from P-04: university.xlsx",
    ]
