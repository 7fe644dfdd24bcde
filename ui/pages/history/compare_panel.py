"""Any two moments side by side: what was added, changed and removed between them."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.layouts import button, column, label, row
from ui.pages.history.comparing import Comparing
from ui.pages.history.naming import name_or_rename, naming_title
from ui.pages.panel import Panel
from ui.theme import space
from ui.widgets.marked_text import MarkedText
from workbook.differences import HEADINGS, Comparison, FieldChange, Telling, field_changes
from workbook.guarding import guarded
from workbook.pasted import text_of
from workbook.records import Snapshot
from workbook.states import backwards, state_at

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_MOST_STEPS = 40
_WIDTHS = (130, 80, 240, 150)


class ComparisonModel(QAbstractTableModel):
    """A row for each field that differs; put into words when it is first looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FieldChange] = []
        self._telling: Telling | None = None
        self._lines: dict[int, tuple[str, ...]] = {}

    def show_comparison(self, found: Comparison, telling: Telling) -> None:
        """Show what differs, in place of what differed before."""
        self.beginResetModel()
        self.rows, self._telling, self._lines = field_changes(found.changes), telling, {}
        self.endResetModel()

    def line(self, number: int) -> tuple[str, ...]:
        if number not in self._lines and self._telling is not None:
            self._lines[number] = self._telling.line(self.rows[number])
        return self._lines[number]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self.line(index.row())[index.column()] or "–"
            return text if role == Qt.ItemDataRole.ToolTipRole else text.replace("\n", " ")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADINGS[section] if is_shown else None


class ComparePanel(Panel):
    """Two boxes of moments: now, named states, days and the last steps; Enter on a row leads to the record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.earlier, self.later = self._box("From"), self._box("To")
        self.model = ComparisonModel(self)
        self.table = QTableView()
        self.said = label("", "muted", wrap=True)
        self.marked = MarkedText()
        self.compare = button("Compare", "primary")
        self.worker: Comparing | None = None
        self._lay_out()
        self.compare.clicked.connect(self.start)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_marked())
        self.model.modelReset.connect(self._show_marked)
        self.follow()
        desk.at_end.append(self._stop)

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"name_state": self.name_state}
        return {**found, "copy": self.copy} if self.model.rows else found

    def name_state(self) -> None:
        """Name the state that is chosen in the box with the focus, or rename it."""
        box = self.later if self.later.hasFocus() else self.earlier
        if box.currentData() is not None:
            name_or_rename(self.desk, int(box.currentData()), self)

    def enter(self) -> None:
        self.earlier.setFocus()

    def start(self) -> None:
        """Compare the two moments that are chosen."""
        if self.worker is not None:
            return
        workbook = self.desk.bridge.workbook
        states = (int(self.earlier.currentData()), int(self.later.currentData()))
        self.said.setText("Comparing …")
        self.compare.setEnabled(False)
        self.worker = Comparing(workbook.history, workbook.book, workbook.seq, states, self.desk.bridge)
        self.worker.finished.connect(self._on_finished)
        self.worker.start()

    def copy(self) -> None:
        """Copy the whole comparison as a table for a spreadsheet."""
        lines = [HEADINGS, *(self.model.line(number) for number in range(self.model.rowCount()))]
        QGuiApplication.clipboard().setText(text_of([[*map(guarded, line)] for line in lines]).removesuffix("\n"))
        self.desk.say(f"Copied {self.model.rowCount()} rows.")

    def _on_finished(self) -> None:
        worker, self.worker = self.worker, None
        if worker is None:
            return
        self.compare.setEnabled(True)
        worker.deleteLater()
        if worker.error is not None:
            raise worker.error
        if worker.comparison is not None:
            self._show(worker.comparison)

    def _show(self, found: Comparison) -> None:
        bridge = self.desk.bridge
        self.model.show_comparison(found, Telling(bridge.book, found.earlier, found.later, bridge.formats))
        counts = found.count("added"), found.count("edited"), found.count("removed")
        parts = [f"{count} {word}" for count, word in zip(counts, ("added", "changed", "removed"), strict=True)]
        same = "Nothing differs between these two moments."
        self.said.setText(f"Records: {', '.join(parts)}. Enter leads to a record." if found.changes else same)
        self.offers_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        change = self.model.rows[index.row()].change
        if self.desk.bridge.book.get(change.type, change.id) is None:
            self.desk.say("This record is not in the plan any more; the list of changes can restore it.")
        else:
            self.desk.go_to(change.type, change.id, self.model.rows[index.row()].field.name)

    def _show_marked(self) -> None:
        """Mark the words that changed in the text of the chosen line."""
        number = self.table.currentIndex().row()
        is_text = 0 <= number < len(self.model.rows) and self.model.rows[number].is_written
        self.marked.show_change(*(self.model.line(number)[4:] if is_text else ("", "")))

    def show_book(self) -> None:
        points = self._points()
        for box, wanted in ((self.earlier, 1), (self.later, 0)):
            held = box.currentText()
            box.clear()
            for words, state in points:
                box.addItem(words, state)
            box.setCurrentIndex(max(0, box.findText(held)) if held else min(wanted, len(points) - 1))

    def _points(self) -> list[tuple[str, int]]:
        """Return the moments that can be chosen, in words and as numbers of states."""
        bridge = self.desk.bridge
        workbook, formats = bridge.workbook, bridge.formats
        points = [("Now", workbook.seq), ("When this sitting began", bridge.began_at)]
        midnight = datetime.datetime.combine(bridge.today(), datetime.time()).astimezone()
        for days, words in ((0, "The end of yesterday"), (7, "7 days ago"), (30, "30 days ago")):
            moment = midnight - datetime.timedelta(days=days)
            points.append((words, state_at(workbook.history, workbook.seq, moment)))
        named = reversed(bridge.book.all(Snapshot))
        points += [(f"“{one.name}”", one.state) for one in named if one.state is not None and one.state <= workbook.seq]
        for step, _ in zip(backwards(workbook.history, workbook.seq), range(_MOST_STEPS), strict=False):
            points.append((f"After {step.seq}: {step.title} ({formats.moment(step.at.astimezone())})", step.seq))
        points.append(("Before the first change", 0))
        return points

    def _stop(self) -> None:
        worker, self.worker = self.worker, None
        if worker is not None:
            worker.wait()

    def _box(self, name: str) -> Box:
        made = Box()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(26)
        made.setToolTip("F2 names the state that is chosen here, or renames it")
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda where: self._on_menu_wanted(made, where))
        return made

    def _on_menu_wanted(self, box: Box, where: QPoint) -> None:
        menu, state = QMenu(self), int(box.currentData())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = naming_title(self.desk, state).replace("&", "&&")
        menu.addAction(title, lambda: name_or_rename(self.desk, state, self))
        menu.popup(box.mapToGlobal(where))

    def _lay_out(self) -> None:
        tools = row()
        for title, box in (("From", self.earlier), ("To", self.later)):
            words = label(title, "label")
            words.setBuddy(box)
            tools.addWidget(words)
            tools.addWidget(box, 1)
        tools.addWidget(self.compare)
        self.table.setModel(self.model)
        self.table.setAccessibleName("What differs between the two moments")
        self.table.setProperty("role", "lines")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(space("row"))
        heads = self.table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for number, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(number, width)
        for number in (4, 5):
            heads.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.said.setText("Choose two moments: named states, days or steps. Everything that differs is listed here.")
        whole = column(self, "small")
        whole.addLayout(tools)
        whole.addWidget(self.said)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.marked)
