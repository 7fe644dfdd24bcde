"""The ledger: the table of the lines, with their way from promise to delivery in one gesture."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button
from ui.pages.record_panel import RecordPanel
from ui.pages.resources.calculator import value_in_kind
from ui.pages.resources.move_dialog import MoveDialog
from ui.pages.resources.states import STATE_ICONS, state_title
from ui.pages.rows_behind import RowsBehind
from workbook.measures import Rows
from workbook.operations import title_of
from workbook.records import Resource
from workbook.resources import SHOWN_ORDER, MoveLines, asked_for_all, next_state, steps_from, undecided


class LedgerPanel(RecordPanel):
    """A line moves to its next state with one key; other states, and valuing it in kind, are beside that."""

    def __init__(self, desk: Desk, icon_name: str) -> None:
        super().__init__(desk, "resources", icon_name)
        self.next_button = button("Next state", "", "Move the chosen lines to their next state (Ctrl+E)")
        self.next_button.setIcon(icon("arrow-right"))
        self.next_button.clicked.connect(self.move_on)
        self.state_button = button("State", "", "Choose another state for the chosen lines (Ctrl+Shift+E)")
        self.state_button.setIcon(icon("caret-down"))
        self.state_button.setAccessibleName("Choose a state")
        self.state_button.clicked.connect(self.choose_state)
        self.value_button = button("Value in kind…", "", "Work out what a contribution is worth (Ctrl+Shift+K)")
        self.value_button.setIcon(icon("calculator"))
        self.value_button.clicked.connect(self.value_in_kind)
        for tool in (self.value_button, self.state_button, self.next_button):
            self.add_tool(tool)
        self.behind = RowsBehind(self)
        self.view.selectionModel().selectionChanged.connect(lambda _now, _before: self.refresh())
        self.view.record_chosen.connect(lambda _id: self.refresh())
        self.follow("resources")
        self.refresh()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        found["value_in_kind"] = self.value_in_kind
        if self._chosen():
            found["choose_state"] = self.choose_state
        if self._next_targets():
            found["next_state"] = self.move_on
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        if self.behind.hides(record_id):
            self.behind.leave()
        super().go_to(record_id, field)

    def show_rows(self, rows: Rows, about: str) -> None:
        self.behind.show_rows(rows, about)

    def show_all(self) -> None:
        self.behind.leave()
        super().show_all()

    def move_on(self) -> None:
        """Move each chosen line to the state that comes next for it."""
        self.move_lines(self._next_targets())

    def choose_state(self) -> None:
        """Offer every state that the chosen lines may have."""
        menu = self.state_menu()
        corner = self.state_button.rect().bottomLeft()
        if self.isRightToLeft():
            corner = self.state_button.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(self.state_button.mapToGlobal(corner))

    def state_menu(self) -> QMenu:
        """Return the states; those that not every chosen line may have are there, and cannot be taken."""
        lines = self._chosen()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state in SHOWN_ORDER:
            entry = menu.addAction(icon(STATE_ICONS[state]), state_title(state))
            entry.setEnabled(bool(lines) and all(state in steps_from(line) for line in lines))
            entry.triggered.connect(partial(self._on_state_chosen, state))
            if state in ("needed", "verified"):
                menu.addSeparator()
        return menu

    def move_lines(self, targets: dict[str, str]) -> None:
        """Move lines to states as one step, after asking for what the states need and nobody has said."""
        book = self.desk.bridge.book
        lines = tuple(line for line in map(partial(book.one, Resource), targets) if line is not None)
        if not lines:
            return
        asked = asked_for_all(book, lines, targets)
        operation: MoveLines | None = MoveLines(targets, self.desk.bridge.today())
        if asked:
            operation = self._ask(lines, targets, asked)
        elif operation is not None and not self.desk.bridge.do(operation, self):
            return
        if operation is not None:
            said = f"{title_of(operation)}.{self._left_open(targets)}"
            self.desk.say(said, "information", ("Undo", lambda: self.desk.start("undo")))

    def value_in_kind(self) -> None:
        """Work out what the chosen line is worth; without one, begin a new in-kind offer."""
        chosen = self.desk.bridge.book.one(Resource, self.view.current_id())
        added = value_in_kind(self.desk, self.window(), line=chosen)
        if added:
            self.go_to(added)

    def _left_open(self, targets: dict[str, str]) -> str:
        """Say how many lines are committed now by an agreement that nobody named, though there are several."""
        book = self.desk.bridge.book
        committed = (book.one(Resource, one) for one, state in targets.items() if state == "committed")
        count = len(undecided(book, (line for line in committed if line is not None)))
        return f" {count} of them name no agreement yet." if count else ""

    def _ask(self, lines: tuple[Resource, ...], targets: dict[str, str], asked: tuple[str, ...]) -> MoveLines | None:
        dialog = MoveDialog(self.desk.bridge, lines, targets, asked, self.window())
        dialog.exec()
        done = dialog.done_move
        dialog.deleteLater()
        return done

    def _on_state_chosen(self, state: str, _checked: bool = False) -> None:
        self.move_lines({line.id: state for line in self._chosen()})

    def _chosen(self) -> tuple[Resource, ...]:
        book = self.desk.bridge.book
        return tuple(line for line in (book.one(Resource, one) for one in self.view.chosen_ids()) if line is not None)

    def _next_targets(self) -> dict[str, str]:
        """Return the next state of each chosen line; nothing where one of them has none."""
        steps = {line.id: next_state(line) for line in self._chosen()}
        found = {record_id: state for record_id, state in steps.items() if state is not None}
        return found if len(found) == len(steps) else {}

    def show_book(self) -> None:
        targets = self._next_targets()
        states = set(targets.values())
        name = f"Next: {state_title(next(iter(states))).lower()}" if len(states) == 1 else "Next state"
        self.next_button.setText(name)
        self.next_button.setEnabled(bool(targets))
        self.state_button.setEnabled(bool(self.view.current_id()))
        self.offers_changed.emit()
