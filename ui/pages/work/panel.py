"""The activities: their table, their timeline in the same scroll, and the form of one of them when it is wanted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QSplitter, QWidget

from ui.desk import Desk
from ui.layouts import column, label, wrapping_row
from ui.pages.record_panel import RecordPanel
from ui.pages.work.filters import WorkFilters
from ui.pages.work.menu import WorkMenu
from ui.pages.work.planning import Planning
from ui.pages.work.together import keep_together
from ui.pages.work.zoom_bar import ZoomBar
from ui.timeline.model import TimelineModel
from ui.timeline.plan_view import PlanView
from ui.timeline.view import STEP
from workbook.scheduling import span_of

_SIZES = "work_plan"


class WorkPanel(RecordPanel):
    """A table of activities with a timeline beside it; the form is folded away until F4 asks for it."""

    def __init__(self, desk: Desk, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "activities", icon_name, parent)
        self.filters = WorkFilters(desk.bridge)
        self.zoom_bar = ZoomBar()
        self.timeline = PlanView(TimelineModel(self.model, self))
        self.planning = Planning(desk, self)
        self.words = label("", "caption", wrap=True)
        self.words.setAccessibleName("What the timeline shows")
        self._put_beside()
        self._follow()
        self._show_plan()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        if self.model.rowCount():
            found |= {
                "timeline_nearer": lambda: self.timeline.zoom_by(STEP),
                "timeline_farther": lambda: self.timeline.zoom_by(1 / STEP),
                "timeline_all": self.timeline.fit_all,
                "timeline_today": self.timeline.go_to_today,
                "agree_all": self.planning.agree,
                "agree_chosen": lambda: self.planning.agree(self.chosen_activities()),
                "shift_following": lambda: self.planning.shift_around(self.view.current_id()),
                "link_activity": lambda: self.planning.link(self.view.current_id()),
            }
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        if record_id and self.model.rows.place(record_id) < 0:
            self.filters.clear()
        if field in self.form.rows:
            self.show_details(shown=True)
        super().go_to(record_id, field)

    def go_to_details(self) -> None:
        """Unfold the form and go there; from inside it, fold it away again."""
        if self.is_unfolded and self.side.isAncestorOf(self.window().focusWidget()):
            self.form.commit()
            self.show_details(shown=False)
            self.view.setFocus()
            return
        self.show_details(shown=True)
        super().go_to_details()

    @property
    def is_unfolded(self) -> bool:
        return not self.fold.isHidden()

    def chosen_activities(self) -> tuple[str, ...]:
        """The activities that are chosen in the table, without the rows that head groups."""
        book = self.desk.bridge.book
        return tuple(one for one in self.view.chosen_ids() if book.get("activities", one) is not None)

    def show_details(self, *, shown: bool) -> None:
        """Fold the form out or away."""
        self.fold.setVisible(shown)
        self.zoom_bar.details.setChecked(shown)

    def commit(self) -> None:
        self.timeline.finish()
        super().commit()

    def _put_beside(self) -> None:
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.both.setChildrenCollapsible(False)
        self.both.setHandleWidth(6)
        self.fold = QWidget()
        self.splitter.replaceWidget(0, self.both)
        self.splitter.replaceWidget(1, self.fold)
        column(self.fold, "").addWidget(self.side)
        self.fold.hide()
        self.both.addWidget(self.stack)
        self.both.addWidget(self.timeline)
        self.both.setStretchFactor(1, 1)
        self.both.setSizes(self.desk.preferences.splitters.get(_SIZES, [440, 640]))
        self.both.splitterMoved.connect(self._on_both_moved)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        line = wrapping_row()
        line.addWidget(self.filters)
        line.addStretch(1)
        line.addWidget(self.zoom_bar)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.insertLayout(1, line)
            box.addWidget(self.words)
        keep_together(self.view, self.timeline)

    def _follow(self) -> None:
        zoom = self.zoom_bar
        zoom.nearer_requested.connect(lambda: self.timeline.zoom_by(STEP))
        zoom.farther_requested.connect(lambda: self.timeline.zoom_by(1 / STEP))
        zoom.all_requested.connect(self.timeline.fit_all)
        zoom.today_requested.connect(self.timeline.go_to_today)
        zoom.zoom_requested.connect(self.timeline.zoom_to)
        zoom.details_requested.connect(lambda shown: self.show_details(shown=shown))
        self.timeline.zoom_changed.connect(zoom.show_zoom)
        timeline = self.timeline
        timeline.menu_requested.connect(self._on_timeline_menu_requested)
        timeline.operation_wanted.connect(lambda wish: self.planning.carry_out(wish, self.view.current_id()))
        timeline.link_wanted.connect(lambda: self.planning.link(self.view.current_id()))
        timeline.dates_wanted.connect(lambda: self.planning.place(self.view.current_id()))
        timeline.details_wanted.connect(self.go_to_details)
        timeline.said.connect(self.words.setText)
        self.filters.changed.connect(lambda: self.model.restrict(self.filters.wanted()))
        self.model.count_changed.connect(self._show_plan)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def _on_timeline_menu_requested(self, where: QPoint) -> None:
        WorkMenu(self.planning, self.view.current_id(), self.go_to_details).show_for(where)

    def _on_row_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        activity = self.timeline.current_activity()
        span = None if activity is None else span_of(activity)
        if span is not None and self.timeline.hasFocus():
            self.timeline.show_span(span)

    def _on_both_moved(self, _position: int, _number: int) -> None:
        self.desk.preferences.splitters[_SIZES] = self.both.sizes()

    def _on_empty_action(self) -> None:
        if self.filters.is_set:
            self.filters.clear()
            self.enter()
        else:
            super()._on_empty_action()

    def _show_plan(self) -> None:
        """An empty plan has nothing to draw; one that is only filtered says by what."""
        shown, whole = self.model.rowCount(), self.desk.bridge.book.count("activities")
        self.timeline.setVisible(bool(shown))
        self.words.setVisible(bool(shown))
        self.zoom_bar.setEnabled(bool(shown))
        self.zoom_bar.setVisible(bool(whole))
        self.filters.setVisible(bool(whole))
        if not shown and whole and self.filters.is_set:
            self.empty.say("Nothing to show", self.filters.nothing(), "Show all activities")
