"""The records of one type: a table with its tools, and the form of the record that is chosen in it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QSplitter, QStackedWidget, QWidget

from ui.desk import Desk
from ui.forms.new_record import NewRecordDialog
from ui.forms.record_form import RecordForm
from ui.icons import icon
from ui.layouts import button, column, frame, label, row
from ui.pages.owner_filter import OwnerFilter
from ui.pages.panel import Panel
from ui.pages.teaching import teaching
from ui.tables import cells
from ui.tables.model import RecordModel
from ui.tables.view import RecordView
from ui.unkept import Unkept
from ui.widgets.empty_state import EmptyState
from workbook.kinds import KINDS
from workbook.operations import AddRecord, EditRecord, RemoveRecords
from workbook.records import RECORD_TYPES
from workbook.surfaces import TABLE_COLUMNS

_FILTER_WAITS = 120


class RecordPanel(Panel):
    """A table, a form beside it, and what can be done with the records."""

    def __init__(self, desk: Desk, type_name: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.type_name = type_name
        self.record_type = RECORD_TYPES[type_name]
        self.model = RecordModel(desk.bridge, desk.findings, type_name, TABLE_COLUMNS[type_name], self)
        self.view = RecordView(self.model, self.record_type.titles)
        self.form = RecordForm(desk, type_name)
        self.empty = EmptyState(icon_name, *teaching(self.record_type))
        self._make_tools()
        self._lay_out()
        self._connect()
        self._show_count()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.add, "filter": self.filter.setFocus}
        if self.view.current_id():
            found |= {
                "remove": self.remove,
                "details": self.go_to_details,
                "next_finding": self.go_to_next_finding,
                "copy": self.copy,
                "paste": self.paste,
            }
            if not self.record_type.key:
                found["duplicate"] = self.duplicate
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        if record_id and self.model.rows.place(record_id) < 0:
            self.show_owner("")
            self.filter.clear()
            self._apply_filter()
        if not self.view.go_to(record_id, field):
            return
        if field and field in self.form.rows:
            self.form.go_to(field)
        else:
            self.view.setFocus()

    def enter(self) -> None:
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
        (self.view if self.model.rowCount() else self.empty.button).setFocus()

    def add(self) -> None:
        dialog = NewRecordDialog(self.desk.bridge, self.type_name, self._given(), self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        if added:
            self.go_to(added)

    def duplicate(self) -> None:
        record = self.desk.bridge.book.get(self.type_name, self.view.current_id())
        if record is None:
            return
        skipped = {"code", *(field.name for field in self.record_type.fields if field.internal)}
        given: dict[str, Any] = {name: getattr(record, name) for name in self.record_type.names if name not in skipped}
        name = self.record_type.label
        if KINDS[self.record_type.by_name[name].kind].name == "line":
            given[name] = f"{given[name]} (copy)"
        operation = AddRecord(self.type_name, given)
        if self.desk.bridge.do(operation, self):
            self.go_to(operation.record_id)

    def remove(self) -> None:
        """Remove the chosen records; taking it back is offered instead of asking first."""
        ids, row_number = self.view.chosen_ids(), self.view.currentIndex().row()
        if not ids:
            return
        operation = RemoveRecords(self.type_name, ids)
        if not self.desk.bridge.do(operation, self):
            return
        left = self.model.rowCount()
        if left:
            self.view.setCurrentIndex(self.model.index(min(row_number, left - 1), 0))
        self.desk.say(
            f"Removed {operation.values['record']}.", "information", ("Undo", lambda: self.desk.start("undo"))
        )

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(cells.copied(self.view))

    def paste(self) -> None:
        operation, problems = cells.pasting(self.view, QGuiApplication.clipboard().text())
        if problems:
            more = f" ({len(problems) - 1} more cells like this; nothing was changed.)" if problems[1:] else ""
            self.desk.say(f"{problems[0]}{more}", "warning")
        elif operation is not None:
            self.desk.bridge.do(operation, self)

    def go_to_details(self) -> None:
        first = next(iter(self.form.rows.values()), None)
        if first is not None:
            first.editor.setFocus()

    def go_to_next_finding(self) -> None:
        """Go round the records of this table that the checks have something to say about."""
        ids = self.model.rows.ids
        start = self.view.currentIndex().row() + 1
        for record_id in ids[start:] + ids[:start]:
            found = self.desk.findings.of_record(self.type_name, record_id)
            if found:
                self.go_to(record_id, found[0].field)
                return
        self.desk.say("There are no findings in this table.")

    def commit(self) -> None:
        self.view.commit()
        self.form.commit()

    def unkept(self) -> list[Unkept]:
        return [*self.view.unkept(), *self.form.unkept()]

    def add_tool(self, tool: QWidget) -> None:
        """Put something that only this table has beside its other tools."""
        self.tools.insertWidget(2, tool)

    @property
    def chosen_owner(self) -> str:
        """The whole whose parts alone are shown, or nothing."""
        return self.owners.current if self.owners is not None else ""

    def show_owner(self, record_id: str) -> None:
        """Show only the parts of one record, or with nothing all."""
        if self.owners is not None:
            self.owners.show_owner(record_id)

    def _given(self) -> dict[str, Any]:
        """Return what a new record takes from the one that is chosen: what it is a part of."""
        if self.chosen_owner and self.record_type.owner is not None:
            return {self.record_type.owner.name: self.chosen_owner}
        record = self.desk.bridge.book.get(self.type_name, self.view.current_id())
        owner = self.record_type.owner
        return {} if record is None or owner is None else {owner.name: getattr(record, owner.name)}

    def _make_tools(self) -> None:
        title = self.record_type.title.lower()
        self.add_button = button("Add", "primary", f"Add: {title} (Ctrl+N)")
        self.add_button.setIcon(icon("plus", "on_accent"))
        self.remove_button = button("Remove", "", "Remove the chosen rows (Ctrl+Backspace); it can be undone")
        self.remove_button.setIcon(icon("trash"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter (Ctrl+F)")
        self.filter.setAccessibleName(f"Filter {self.record_type.titles.lower()}")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(240)
        self.count = label("", "caption")
        owner = self.record_type.owner
        self.owners = None if owner is None else OwnerFilter(self.desk, owner)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_FILTER_WAITS)

    def _lay_out(self) -> None:
        tools = self.tools = row()
        tools.addWidget(self.add_button)
        tools.addWidget(self.remove_button)
        tools.addSpacing(8)
        tools.addWidget(self.filter, 1)
        if self.owners is not None:
            tools.addWidget(self.owners)
            self.owners.chosen.connect(self._on_owner_chosen)
        tools.addStretch(1)
        tools.addWidget(self.count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        side = frame("card")
        side.setMinimumWidth(300)
        side_box = column(side, "")
        self.heading = label("", "heading", wrap=True)
        self.heading.setContentsMargins(16, 12, 16, 4)
        side_box.addWidget(self.heading)
        side_box.addWidget(self.form, 1)
        self.side = side
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(side)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setHandleWidth(10)
        self.splitter.setSizes(self.desk.preferences.splitters.get("records", [660, 380]))
        box = column(self, "small")
        box.addLayout(tools)
        box.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        self.empty.action_requested.connect(self._on_empty_action)
        self.filter.textChanged.connect(lambda _text: self._waiting.start())
        self._waiting.timeout.connect(self._apply_filter)
        leave = QShortcut(QKeySequence("Esc"), self.filter, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._on_filter_left)
        self.filter.returnPressed.connect(self.enter)
        self.model.edit_requested.connect(self._on_edit_requested)
        self.model.count_changed.connect(self._show_count)
        self.view.record_chosen.connect(self._on_record_chosen)
        self.view.remove_requested.connect(self.remove)
        self.view.clear_requested.connect(self._on_clear_requested)
        self.view.menu_requested.connect(self._on_menu_requested)
        self.desk.bridge.changed.connect(self._show_heading)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)

    def _on_edit_requested(self, record_id: str, field: str, value: object) -> None:
        problems = self.desk.bridge.attempt(EditRecord(self.type_name, record_id, {field: value}), self.model)
        if problems:
            self.model.refuse(" ".join(problem.sentence for problem in problems))

    def _on_clear_requested(self) -> None:
        operation = cells.emptying(self.view)
        if operation is not None:
            self.desk.bridge.do(operation, self)

    def _on_menu_requested(self, where: QPoint) -> None:
        menu = QMenu(self)
        offered = self.offers()
        for action_id, title in _MENU:
            if action_id in offered:
                menu.addAction(title).triggered.connect(offered[action_id])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _on_record_chosen(self, record_id: str) -> None:
        self.form.show_record(record_id)
        self._show_heading()
        self.offers_changed.emit()

    def _on_owner_chosen(self, owner_id: str) -> None:
        owner = self.record_type.owner
        if owner is not None:
            name = owner.name
            self.model.restrict((lambda record: getattr(record, name) == owner_id) if owner_id else None)

    def _on_filter_left(self) -> None:
        self.filter.clear()
        self._apply_filter()
        self.enter()

    def _on_empty_action(self) -> None:
        if self.model.rows.filter:
            self._on_filter_left()
        else:
            self.add()

    def _on_splitter_moved(self, _position: int, _number: int) -> None:
        self.desk.preferences.splitters["records"] = self.splitter.sizes()

    def _apply_filter(self) -> None:
        self._waiting.stop()
        self.model.show_only(self.filter.text().strip())

    def _show_heading(self) -> None:
        book, record_id = self.desk.bridge.book, self.form.record_id
        is_there = book.get(self.type_name, record_id) is not None
        self.heading.setText(book.label(self.type_name, record_id) if is_there else "")

    def _show_count(self) -> None:
        shown, whole = self.model.rowCount(), self.desk.bridge.book.count(self.type_name)
        self.count.setText(f"{shown} of {whole} shown" if shown != whole else f"{whole} in all")
        self.count.setAccessibleName(f"{shown} of {whole} {self.record_type.titles.lower()} shown")
        if self.model.rows.filter and whole:
            self.empty.say("Nothing matches", f"No row holds “{self.model.rows.filter}”.", "Show all rows")
        else:
            self.empty.say(*teaching(self.record_type))
        self.stack.setCurrentWidget(self.view if shown else self.empty)
        self.side.setVisible(bool(shown))
        self.remove_button.setEnabled(bool(shown))
        if shown and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.offers_changed.emit()


_MENU = (
    ("add", "Add…"),
    ("duplicate", "Duplicate"),
    ("remove", "Remove"),
    ("copy", "Copy cells"),
    ("paste", "Paste cells"),
    ("details", "Go to details"),
)
