"""The history as a page: the steps, what each changed, and the ways back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.confirm import confirm
from ui.layouts import button, column, label, row, split, wrapping_row
from ui.pages.history.brought import BroughtDialog
from ui.pages.history.filters import HistoryFilters
from ui.pages.history.model import Difference, HistoryModel, differences
from ui.pages.history.naming import name_or_rename, naming_title
from ui.pages.history.reaching import EarlierStates
from ui.pages.panel import Panel
from ui.theme import space
from ui.widgets.marked_text import MarkedText
from workbook.book import Book
from workbook.brought import BROUGHT, memory_of
from workbook.changes import ChangeSet
from workbook.looking_back import Listed
from workbook.operations import RestoreRecord, RestoreState, TakeBack
from workbook.records import RECORD_TYPES

_WIDTHS = (60, 190, 130, 0, 110, 80)
_MOST_SHOWN = 500
_NAME = "Name this state…"


class HistoryPanel(Panel):
    """Choose a step above, see what it changed below, and go back from there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.model = HistoryModel(desk.bridge, self)
        self.steps = QTableView()
        self.detail = QTableWidget(0, 4)
        self.states = EarlierStates(desk, self)
        self._differences: list[Difference] = []
        self._make_tools()
        self._make_tables()
        self._lay_out()
        self.steps.selectionModel().currentRowChanged.connect(self._on_step_chosen)
        self.steps.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.steps.customContextMenuRequested.connect(self._on_menu_wanted)
        self.detail.itemSelectionChanged.connect(self._on_line_chosen)
        if self.model.rowCount():
            self.steps.setCurrentIndex(self.model.index(0, 0))
        self._show_ways()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"filter": self.filters.text.setFocus}
        if self.step() is not None:
            found["name_state"] = self.name_state
        return found

    def enter(self) -> None:
        self.steps.setFocus()

    def listed(self) -> Listed | None:
        """Return what is chosen, be it a step of this workbook or one that came with a copy."""
        number = self.steps.currentIndex().row()
        return self.model.shown[number] if 0 <= number < len(self.model.shown) else None

    def step(self) -> ChangeSet | None:
        """Return the chosen step of this workbook, from which there are ways back; none was ever at one of a copy."""
        chosen = self.listed()
        return chosen.step if chosen is not None and not chosen.place else None

    def take_back(self) -> None:
        """Take back the chosen step alone, if nothing was built on it since."""
        step = self.step()
        if step is not None and self.desk.bridge.do(TakeBack(step), self):
            self.desk.say(f"Undone: {step.title}")

    def go_back(self) -> None:
        """Make the plan what it was right after the chosen step, in one step that can be undone."""
        step = self.step()
        if step is None:
            return
        self.states.reach(step.seq, lambda earlier: self._ask_to_go_back(step, earlier))

    def _ask_to_go_back(self, step: ChangeSet, earlier: Book) -> None:
        count = len(self.desk.bridge.book.difference(earlier))
        moment = f"change {step.seq}, {self.desk.bridge.formats.moment(step.at.astimezone())}"
        sentence = (
            f"The plan will be what it was after “{step.title}”. {_records(count)} will change. "
            "This is one step, and it can be undone."
        )
        if confirm("Go back to this moment?", sentence, "Go back", self.window()):
            self.desk.bridge.do(RestoreState(earlier, moment), self)

    def restore_record(self) -> None:
        """Make the record of the chosen line what it was before the chosen step."""
        self._restore()

    def restore_field(self) -> None:
        """Make the field of the chosen line what it was before the chosen step, and leave the rest alone."""
        found = self._chosen_difference()
        if found is not None:
            self._restore(found.field)

    def _restore(self, *fields: str) -> None:
        step, found = self.step(), self._chosen_difference()
        if step is None or found is None:
            return
        self.states.reach(step.seq - 1, lambda earlier: self._restore_from(earlier, found, fields))

    def _restore_from(self, earlier: Book, found: Difference, fields: tuple[str, ...]) -> None:
        if self.desk.bridge.do(RestoreRecord(earlier, found.change.type, found.change.id, fields), self):
            what = f"{found.title} of {found.record}" if fields else found.record
            self.desk.say(f"{what} is what it was before that step.")

    def show_brought(self) -> None:
        """Show what was done in the copy that the chosen step brought in."""
        step = self.step()
        memory = memory_of(step) if step is not None else None
        if step is not None and memory is not None:
            dialog = BroughtDialog(step.title, memory, self.desk.bridge.formats, self.window())
            dialog.exec()
            dialog.deleteLater()

    def name_state(self) -> None:
        """Give the state after the chosen step a name, or another one."""
        step = self.step()
        if step is None:
            return
        name_or_rename(self.desk, step.seq, self)
        self._show_ways()

    def _make_tools(self) -> None:
        self.filters = HistoryFilters(self.desk)
        self.filters.changed.connect(lambda: self.model.show_only(self.filters.wanted))
        self.undo = button("Undo this step", "", "Take back this one step, if nothing was built on it since")
        self.undo.clicked.connect(self.take_back)
        self.back = button("Go back to this moment…", "", "Make the whole plan what it was after this step")
        self.back.clicked.connect(self.go_back)
        self.restore = button(
            "Restore this record", "", "Make the record in the list below what it was before this step"
        )
        self.restore.clicked.connect(self.restore_record)
        self.restore_one = button(
            "Restore this field", "", "Make only the field in the list below what it was before this step"
        )
        self.restore_one.clicked.connect(self.restore_field)
        self.brought = button("What was done there…", "", "Who did what in the other copy, and how it was decided")
        self.brought.clicked.connect(self.show_brought)
        self.name = button(_NAME, "quiet", "Name the state after this step, or rename it (F2)")
        self.name.clicked.connect(self.name_state)

    def _make_tables(self) -> None:
        self.steps.setModel(self.model)
        self.steps.setAccessibleName("Steps, newest first")
        self.detail.setAccessibleName("What this step changed")
        self.detail.setHorizontalHeaderLabels(["Record", "Field", "Before", "After"])
        for table in (self.steps, self.detail):
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.setProperty("role", "lines")
            table.setTabKeyNavigation(False)
            table.setWordWrap(False)
            table.setShowGrid(False)
            table.verticalHeader().hide()
            table.verticalHeader().setDefaultSectionSize(space("row"))
            table.horizontalHeader().setHighlightSections(False)
            table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for number, width in enumerate(_WIDTHS):
            if width:
                self.steps.setColumnWidth(number, width)
        self.steps.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for number in (2, 3):
            self.detail.horizontalHeader().setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        wide = QFontMetrics(self.font()).averageCharWidth()
        self.detail.setColumnWidth(0, 34 * wide)
        self.detail.setColumnWidth(1, 20 * wide)

    def _lay_out(self) -> None:
        tools = wrapping_row()
        tools.addStretch(1)
        for one in (self.name, self.undo, self.back):
            tools.addWidget(one)
        below = QWidget()
        below_box = column(below, "tight")
        head = row()
        self.heading = label("", "heading", wrap=True)
        head.addWidget(self.heading, 1)
        head.addWidget(self.brought)
        head.addWidget(self.restore_one)
        head.addWidget(self.restore)
        below_box.addLayout(head)
        below_box.addWidget(self.detail, 1)
        self.marked = MarkedText()
        below_box.addWidget(self.marked)
        box = column(self, "small")
        box.addWidget(self.filters)
        box.addWidget(split(self.steps, below, sizes=(360, 240), direction=Qt.Orientation.Vertical), 1)
        box.addLayout(tools)

    def _on_step_chosen(
        self, _current: QModelIndex | QPersistentModelIndex, _previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = self.listed()
        self._differences = [] if chosen is None else differences(self.desk.bridge, chosen.step, _MOST_SHOWN)
        self.heading.setText("" if chosen is None else _heading(chosen))
        self.detail.setRowCount(len(self._differences))
        for number, one in enumerate(self._differences):
            for at, text in enumerate((one.record, one.title, one.before or "–", one.after or "–")):
                item = QTableWidgetItem(text.replace("\n", " "))
                item.setToolTip(text)
                self.detail.setItem(number, at, item)
        if self._differences:
            self.detail.setCurrentCell(0, 0)
        self._on_line_chosen()

    def _on_line_chosen(self) -> None:
        found = self._chosen_difference()
        texts = (found.before, found.after) if found is not None and found.is_written else ("", "")
        self.marked.show_change(*texts)
        self._show_ways()

    def _chosen_difference(self) -> Difference | None:
        number = self.detail.currentRow()
        return self._differences[number] if 0 <= number < len(self._differences) else None

    def _on_menu_wanted(self, where: QPoint) -> None:
        """List what can be done with the step under the pointer, or with the chosen one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in (self.name, self.undo, self.back):
            menu.addAction(one.text(), one.click).setEnabled(one.isEnabled())
        menu.popup(self.steps.viewport().mapToGlobal(where))

    def _show_ways(self) -> None:
        step = self.step()
        has_step = step is not None
        self.brought.setVisible(step is not None and BROUGHT in step.values)
        self.name.setText(naming_title(self.desk, step.seq).replace("&", "&&") if step is not None else _NAME)
        for one in (self.undo, self.back, self.name):
            one.setEnabled(has_step)
        found = self._chosen_difference()
        self.restore.setEnabled(has_step and found is not None)
        is_edit = found is not None and found.change.before is not None and found.change.after is not None
        self.restore_one.setEnabled(has_step and is_edit)
        title = RECORD_TYPES[found.change.type].title.lower() if found is not None else "record"
        self.restore.setText(f"Restore this {title}")


def _heading(chosen: Listed) -> str:
    """Name what is chosen; what came with a copy was done there, so nothing of it is undone here by itself."""
    if not chosen.place:
        return chosen.step.title
    lacking = "" if chosen.step.changes else "; what it changed was not kept"
    return f"{chosen.step.title} ({chosen.step.operator}, in the other copy{lacking})"


def _records(count: int) -> str:
    return "One record" if count == 1 else f"{count} records"
