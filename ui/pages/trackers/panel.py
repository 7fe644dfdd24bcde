"""The register of trackers: what is overdue, what is out, what came back, and the next thing to do about each."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QScrollArea, QWidget

from exports.languages import formats_in
from ui.desk import Desk
from ui.forms.fields_dialog import asked
from ui.icons import icon
from ui.layouts import button, column, label, scrolled, split, wrapping_row
from ui.pages.panel import Panel
from ui.pages.trackers.asking import due_dialog, giving_up_dialog
from ui.pages.trackers.chosen import ChosenTracker
from ui.pages.trackers.model import RegisterModel
from ui.pages.trackers.table import RegisterTable
from ui.pages.trackers.words import LOOKS
from ui.theme import room
from ui.widgets.empty_state import EmptyState
from ui.widgets.stack import Stack
from workbook.returning.expecting import ExpectTracker
from workbook.returning.register import GROUPS, Line
from workbook.returning.reminding import reminder

_LEAST_BELOW = 150
_SEND = "Send trackers…"
_NOTHING = ("No tracker is out", "Each partner gets a spreadsheet with its own rows; what comes back shows up here.")
_NO_MATCH = ("Nothing matches", "No tracker holds all of these words.", "Show all")


class RegisterPanel(Panel):
    """A table in groups, with the chosen tracker below it."""

    def __init__(self, desk: Desk, show_details: Callable[[str], object]) -> None:
        super().__init__(desk)
        self._show_details = show_details
        self.model = RegisterModel(desk.bridge, self)
        self.table = RegisterTable(self.model)
        self.chosen = ChosenTracker(desk.bridge)
        self.filter = QLineEdit()
        self.counts = label("", "muted")
        self.empty = EmptyState("paper-plane-tilt", *_NOTHING, _SEND)
        self._lay_out()
        self.table.line_chosen.connect(self._show_chosen)
        self.table.line_opened.connect(self._on_opened)
        self.table.menu_requested.connect(self._on_menu_wanted)
        self.filter.textChanged.connect(lambda _text: self.refresh())
        self.filter.returnPressed.connect(self.enter)
        self.empty.action_requested.connect(self._on_empty_action)
        self.follow("trackers", "partners", "plan")
        self.refresh()

    @property
    def line(self) -> Line | None:
        return self.model.line(self.table.currentIndex().row())

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.send}
        return found | {"filter": self.filter.setFocus, **self._ways()} if self.model.lines else found

    def in_front(self, type_name: str) -> str:
        return self.line.tracker.id if type_name == "trackers" and self.line is not None else ""

    def go_to(self, record_id: str, field: str = "") -> None:
        self.refresh()
        if self.model.row_of(record_id) < 0:
            self.filter.clear()
        self.table.go_to(record_id)
        self.enter()

    def enter(self) -> None:
        (self.table if self.model.rows else self.empty.button).setFocus()

    def show_book(self) -> None:
        held = self.line.tracker.id if self.line is not None else ""
        self.model.refresh(self.filter.text())
        self.table.show_groups()
        self.table.go_to(held)
        counts = [(LOOKS[group].title, self.model.count(group)) for group in GROUPS]
        self.counts.setText("   ·   ".join(f"{title}: {count}" for title, count in counts if count))
        self.empty.say(*(_NO_MATCH if self.model.lines else (*_NOTHING, _SEND)))
        self.stack.setCurrentWidget(self.splitter if self.model.rows else self.empty)
        self.filter.setVisible(bool(self.model.lines))
        self._show_chosen()

    def send(self) -> None:
        """Ask to whom trackers go."""
        self.desk.send_trackers(())

    def take_in(self) -> None:
        """Ask which files came back."""
        self.desk.start("take_in_tracker")

    def copy_reminder(self, line: Line) -> None:
        """Put a reminder on the clipboard, in the language of the tracker."""
        bridge = self.desk.bridge
        formats = formats_in(line.tracker.language or bridge.book.plan.language)
        sentences = reminder(bridge.book, line.tracker, bridge.today())
        QGuiApplication.clipboard().setText(" ".join(formats.tell(one) for one in sentences))
        self.desk.say("A reminder is on the clipboard; paste it into an e-mail.")

    def _ways(self) -> dict[str, Callable[[], object]]:
        """Return what can be done about the chosen line, by the ids of actions."""
        line = self.line
        if line is None:
            return {}
        tracker = line.tracker
        ways: dict[str, Callable[[], object]] = {"send_again": partial(self.desk.send_trackers, (tracker.partner,))}
        if line.is_waited_for:
            ways["take_in"] = self.take_in
            ways["change_due"] = lambda: asked(due_dialog(self.desk, tracker, self.window()))
            ways["copy_reminder"] = partial(self.copy_reminder, line)
            ways["stop_waiting"] = lambda: asked(giving_up_dialog(self.desk, tracker, self.window()))
        elif line.group == "not_expected":
            ways["wait_again"] = lambda: self.desk.bridge.do(ExpectTracker(tracker.id, is_expected=True), self)
        ways["details"] = partial(self._show_details, tracker.id)
        ways["record_history"] = partial(self.desk.show_history, "trackers", tracker.id)
        return ways

    def _show_chosen(self) -> None:
        line = self.line
        self.below.setVisible(line is not None)
        if line is not None:
            self.chosen.show_line(line, self.model.to_whom(line), self._ways())
        self.offers_changed.emit()

    def _on_opened(self) -> None:
        """Do what comes next: take in what is waited for, else show what is kept."""
        ways = self._ways()
        (ways.get("take_in") or ways.get("details", self.enter))()

    def _on_menu_wanted(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in self._ways():
            one = self.chosen.buttons[key]
            menu.addAction(one.text(), one.click)
        menu.popup(where)

    def _on_empty_action(self) -> None:
        if self.model.lines:
            self.filter.clear()
            self.enter()
        else:
            self.send()

    def _lay_out(self) -> None:
        send = button(_SEND, "primary", "Make trackers for partners, or of the whole plan (Ctrl+N)")
        send.setIcon(icon("paper-plane-tilt", "on_accent"))
        send.clicked.connect(self.send)
        back = button("Take in returned files…", "", "One or several; they can be dropped on the window, too")
        back.setIcon(icon("download-simple"))
        back.clicked.connect(self.take_in)
        self.filter.setPlaceholderText("Filter (Ctrl+F)")
        self.filter.setAccessibleName("Filter trackers")
        self.filter.setClearButtonEnabled(True)
        tools = wrapping_row()
        for one in (send, back, self.filter):
            tools.addWidget(one)
        tools.addStretch(1)
        tools.addWidget(self.counts)
        around = QWidget()
        column(around, "").addWidget(self.chosen)
        self.below: QScrollArea = scrolled(around, "Chosen tracker")
        self.below.setMinimumHeight(room(_LEAST_BELOW))
        self.splitter = split(self.table, self.below, stretch=(1,), direction=Qt.Orientation.Vertical)
        self.stack = Stack()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        box = column(self, "small")
        box.addLayout(tools)
        box.addWidget(self.stack, 1)
