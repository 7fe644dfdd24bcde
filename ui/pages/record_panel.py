"""The records of one type: a table with its tools, and the form of the record that is chosen in it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from ui.desk import Desk
from ui.layouts import column, split
from ui.offered_menu import fill_menu
from ui.pages.erasing import erase_person
from ui.pages.new_records import NewRecords
from ui.pages.owner_filter import OwnerFilter
from ui.pages.panel import Panel
from ui.pages.record_clipboard import RecordClipboard
from ui.pages.record_menus import ARRANGE, record_menu
from ui.pages.record_side import RecordSide
from ui.pages.record_stack import RecordStack
from ui.pages.record_tools import RecordTools
from ui.pages.table_file import save_table
from ui.pages.translating import translating_offers
from ui.tables.arranging import Arranging
from ui.tables.model import RecordModel
from ui.tables.summing import choice_in_words
from ui.tables.terms_bar import TermsBar
from ui.tables.view import RecordView
from ui.unkept import Unkept
from workbook.operations import EditRecord, RemoveRecords
from workbook.records import RECORD_TYPES
from workbook.surfaces import TABLE_COLUMNS

_CHOICE_SETTLES = 40
"""Milliseconds after which what is chosen is counted; dragging over a table chooses many times a second."""


class RecordPanel(Panel):
    """A table, a form beside it, and what can be done with the records."""

    def __init__(self, desk: Desk, type_name: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.type_name = type_name
        self.record_type = RECORD_TYPES[type_name]
        self.model = RecordModel(desk.bridge, desk.findings, type_name, TABLE_COLUMNS[type_name], self)
        self.view = RecordView(self.model, self.record_type.titles)
        self.side = RecordSide(desk, type_name)
        self.form, self.heading = self.side.form, self.side.heading
        self.stack = RecordStack(self.record_type, icon_name, self.view)
        self.empty = self.stack.empty
        owner = self.record_type.owner
        self.owners = None if owner is None else OwnerFilter(desk, owner)
        self.tools = RecordTools(self.record_type, self.owners)
        self.filter = self.tools.filter
        self.new = NewRecords(desk, type_name, self.view, lambda: self.chosen_owner)
        self.clipboard = RecordClipboard(desk, self.view, self.new.given_by_owner, self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_CHOICE_SETTLES)
        self._lay_out()
        self.arranging = Arranging(desk, self.view, self.bar, self.splitter, self)
        self._connect()
        self._show_count()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            "add": self.add,
            "filter": self.filter.setFocus,
            "paste": self.paste,
            "paste_as_new": self.paste_as_new,
            **self.arranging.offers(),
        }
        if self.model.rows.total:
            found["save_table"] = partial(save_table, self.desk, self.view)
        if self.chosen_owner or "show_all" in found:
            found["show_all"] = self.show_all
        if self.view.current_id():
            found |= {
                "remove": self.remove,
                "record_history": self.show_history,
                **translating_offers(self.desk, self.type_name, self.view.current_id(), self),
                "details": self.go_to_details,
                "next_finding": self.go_to_next_finding,
                "copy": self.clipboard.copy,
                "copy_with_headings": self.clipboard.copy_with_headings,
                "cut": self.clipboard.cut,
                "fill_down": self.clipboard.fill_down,
            }
            if not self.record_type.key:
                found["duplicate"] = self.duplicate
            if self.record_type.is_person:
                found["erase_person"] = self.erase_person
        return found

    def go_to(self, record_id: str, field: str = "") -> None:
        if record_id and self.model.rows.place(record_id) < 0:
            self._let_in(record_id)
        if not self.view.go_to(record_id, field):
            return
        if field and field in self.form.rows:
            self.form.go_to(field)
        else:
            self.view.setFocus()

    def in_front(self, type_name: str) -> str:
        return self.view.current_id() if type_name == self.type_name else ""

    def enter(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.go_to_first()
        (self.view if self.model.rowCount() else self.empty.button).setFocus()

    def add(self) -> None:
        added = self.new.ask()
        if added:
            self.go_to(added)
            self.view.go_to(added, self.new.first_open(added))

    def duplicate(self) -> None:
        made = self.new.duplicate(self)
        if made:
            self.go_to(made)

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
        else:
            self.enter()
        self.desk.say(
            f"Removed {operation.values['record']}.", "information", ("Undo", lambda: self.desk.start("undo"))
        )

    def erase_person(self) -> None:
        """Erase the chosen person for good, having asked."""
        erase_person(self.desk, self.type_name, self.view.current_id(), self.window())

    def paste(self) -> None:
        """Paste over the cells from the current one on; what lies below the last row is added."""
        self._show_pasted(self.clipboard.paste())

    def paste_as_new(self) -> None:
        self._show_pasted(self.clipboard.paste_as_new())

    def show_all(self) -> None:
        """Take every filter away, whichever way it was made."""
        self.show_owner("")
        self.filter.clear()
        self.tools.apply_filter()
        self.arranging.show_all()

    def go_to_details(self) -> None:
        first = next(iter(self.form.rows.values()), None)
        if first is not None:
            first.editor.setFocus()

    def show_history(self) -> None:
        """Show what happened to the chosen record."""
        self.desk.show_history(self.type_name, self.view.current_id())

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
        self.arranging.keep()

    def unkept(self) -> list[Unkept]:
        return [*self.view.unkept(), *self.form.unkept()]

    def add_tool(self, tool: QWidget, *, begins: bool = False) -> None:
        """Put something that only this table has beside its other tools; `begins`: it is of use in an empty one."""
        self.tools.add_tool(tool, begins=begins)
        self.tools.show_for(self.desk.bridge.book.count(self.type_name))

    @property
    def chosen_owner(self) -> str:
        """The whole whose parts alone are shown, or nothing."""
        return self.owners.current if self.owners is not None else ""

    def show_owner(self, record_id: str) -> None:
        """Show only the parts of one record, or with nothing all."""
        if self.owners is not None:
            self.owners.show_owner(record_id)

    def _lay_out(self) -> None:
        self.splitter = split(self.stack, self.side, sizes=(660, 380), stretch=(1,))
        self.bar = TermsBar()
        box = column(self, "small")
        box.addWidget(self.tools)
        box.addWidget(self.bar)
        box.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        tools, view = self.tools, self.view
        tools.add_button.clicked.connect(self.add)
        tools.remove_button.clicked.connect(self.remove)
        tools.filtered.connect(self.model.show_only)
        tools.left.connect(self._on_filter_left)
        tools.fill_menus(self.arranging.filter_menu, self._fill_arrange_menu)
        self.filter.returnPressed.connect(self.enter)
        self.empty.action_requested.connect(self._on_empty_action)
        if self.owners is not None:
            self.owners.chosen.connect(self._on_owner_chosen)
        self.model.edit_requested.connect(self._on_edit_requested)
        self.model.several_requested.connect(self._on_several_requested)
        self.form.spread.connect(self.clipboard.say_set)
        self.model.count_changed.connect(self._show_count)
        view.record_chosen.connect(self._on_record_chosen)
        view.choice_changed.connect(self._on_choice_changed)
        view.remove_requested.connect(self.remove)
        view.clear_requested.connect(self.clipboard.clear)
        view.menu_requested.connect(self._on_menu_requested)
        self._settling.timeout.connect(self._show_choice)
        self.arranging.changed.connect(self.offers_changed)
        self.desk.bridge.changed.connect(self._show_heading)

    def _on_edit_requested(self, record_id: str, field: str, value: object) -> None:
        problems = self.desk.bridge.attempt(EditRecord(self.type_name, record_id, {field: value}), self.model)
        if problems:
            self.model.refuse(" ".join(problem.sentence for problem in problems))

    def _on_several_requested(self, record_ids: tuple[str, ...], name: str, value: object) -> None:
        problems = self.clipboard.set_in(record_ids, name, value)
        if problems:
            self.model.refuse(" ".join(dict.fromkeys(problem.sentence for problem in problems)))

    def _on_menu_requested(self, where: QPoint) -> None:
        record_menu(self.desk, (self.type_name, self.view.current_id()), self.offers(), self).popup(where)

    def _fill_arrange_menu(self, menu: QMenu) -> None:
        fill_menu(menu, ARRANGE, self.offers())
        self.arranging.group_menu(menu.addMenu("Group by"))

    def _on_record_chosen(self, record_id: str) -> None:
        self.side.show_record(record_id)
        self._show_heading()
        self.offers_changed.emit()

    def _on_choice_changed(self) -> None:
        self.side.begin_choice()
        self._settling.start()

    def _show_choice(self) -> None:
        """Say how many rows are chosen, and that the form now means all of them."""
        self.side.show_choice(self.view.chosen_ids())
        self._show_count()

    def _show_pasted(self, added: str) -> None:
        if added:
            self.go_to(added)

    def _let_in(self, record_id: str) -> None:
        """Let a record be shown that a fold or a filter hides."""
        group = self.model.rows.group_of(record_id)
        if group is not None:
            self.model.fold(group, folded=False)
        elif self.desk.bridge.book.get(self.type_name, record_id) is not None:
            self.show_all()

    def _on_owner_chosen(self, owner_id: str) -> None:
        owner = self.record_type.owner
        if owner is not None:
            name = owner.name
            self.model.restrict((lambda record: getattr(record, name) == owner_id) if owner_id else None)

    def _on_filter_left(self) -> None:
        self.filter.clear()
        self.tools.apply_filter()
        self.enter()

    def _on_empty_action(self) -> None:
        if self.model.rows.filter or self.model.rows.wanted:
            self.show_all()
            self.enter()
        else:
            self.add()

    def _show_heading(self) -> None:
        group = self.model.rows.heading(self.view.currentIndex().row())
        self.side.show_heading(self.model.rows.said(group) if group is not None else "")

    def _show_count(self) -> None:
        rows, formats = self.model.rows, self.desk.bridge.formats
        shown, whole = rows.total, self.desk.bridge.book.count(self.type_name)
        counted = f"{formats.number(shown)} of {formats.number(whole)}"
        text = choice_in_words(self.view) or (
            f"{counted} shown" if shown != whole else f"{formats.number(whole)} in all"
        )
        self.tools.show_count(text, f"{counted} {self.record_type.titles.lower()} shown. {text}")
        self.stack.show_rows(rows, whole)
        self.side.setVisible(bool(shown))
        self.tools.remove_button.setEnabled(bool(shown))
        self.tools.show_for(whole)
        if shown and not self.view.currentIndex().isValid():
            self.view.go_to_first()
        self.offers_changed.emit()
