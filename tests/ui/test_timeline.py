"""The timeline by itself: it draws what is seen, and the links that pass by, however long the plan is."""

import datetime
import random
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.desk import Desk
from ui.tables.model import RecordModel
from ui.timeline.model import TimelineModel
from ui.timeline.passing import Reaches
from ui.timeline.plan_view import PlanView
from workbook.operations import AddRecord
from workbook.records import Activity
from workbook.scheduling import LinkActivities, UnlinkActivities

_DAY = datetime.date(2027, 3, 1)


class Counting(TimelineModel):
    """Counts how often it is asked for an activity."""

    asked = 0

    def activity(self, row: int) -> Activity | None:
        self.asked += 1
        return super().activity(row)


def add(desk: Desk, count: int) -> None:
    for number in range(count):
        given = {"title": f"Do {number}", "start": _DAY, "end": _DAY + datetime.timedelta(days=20)}
        assert desk.bridge.do(AddRecord("activities", given))


@contextmanager
def shown(desk: Desk) -> Iterator[tuple[PlanView, Counting]]:
    """A timeline over all activities, scrolled to its middle."""
    source = RecordModel(desk.bridge, desk.findings, "activities", ("code", "title"))
    model = Counting(source, source)
    view = PlanView(model)
    view.setVerticalScrollMode(PlanView.ScrollMode.ScrollPerPixel)
    view.resize(700, 330)
    view.show()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    try:
        yield view, model
    finally:
        view.close()
        view.deleteLater()
        source.deleteLater()


def picture(view: PlanView) -> QImage:
    return view.viewport().grab().toImage()


def asked_for_a_frame(view: PlanView, model: Counting) -> int:
    view.viewport().repaint()
    before = model.asked
    view.viewport().repaint()
    return model.asked - before


def test_a_frame_asks_for_as_much_in_a_long_plan_as_in_a_short_one(desk: Desk) -> None:
    add(desk, 30)
    with shown(desk) as (view, model):
        few = asked_for_a_frame(view, model)
        add(desk, 170)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        assert abs(asked_for_a_frame(view, model) - few) <= 3
        assert 0 < few < 60


def test_a_link_between_rows_above_and_below_passes_through_what_is_seen(desk: Desk) -> None:
    add(desk, 60)
    years = datetime.timedelta(days=4000)
    later = {"title": "Much later", "start": _DAY + years, "end": _DAY + years}
    assert desk.bridge.do(AddRecord("activities", later))
    ids = [one.id for one in desk.bridge.book.all(Activity)]
    with shown(desk) as (view, _model):
        view.zoom_to("week")
        view.go_to_day(_DAY)
        without = picture(view)
        assert desk.bridge.do(LinkActivities(ids[2], ids[57]))
        assert picture(view) != without
        assert desk.bridge.do(UnlinkActivities(ids[2], ids[57]))
        assert picture(view) == without
        assert desk.bridge.do(LinkActivities(ids[2], ids[60]))
        assert picture(view) == without, "an arrow that goes down out of sight leaves no trace"


def test_the_pairs_that_reach_across_are_those_that_looking_at_each_would_find() -> None:
    dice = random.Random(7)
    for count in (0, 1, 2, 3, 50, 333):
        rows = [sorted(dice.sample(range(100), 2)) for _ in range(count)]
        pairs = [(top, bottom, (str(number), "")) for number, (top, bottom) in enumerate(rows)]
        reaches = Reaches(pairs)
        for _ in range(40):
            first = dice.randrange(100)
            last = first + dice.randrange(30)
            wanted = {link for top, bottom, link in pairs if top < first and bottom > last}
            assert set(reaches.across(first, last)) == wanted
