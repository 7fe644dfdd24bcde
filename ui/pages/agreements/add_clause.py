"""Chooses a clause of the library that an agreement has not, or begins one of the partners' own."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desk import Desk
from ui.layouts import button, column, label
from ui.pages.agreements.words import NEEDS
from ui.widgets.dialog import Dialog
from ui.widgets.entry_list import Entry, EntryList
from workbook.agreements import AddLibraryClause, AddOwnClause, ClauseLibrary, offered
from workbook.operations import Operation
from workbook.records import Agreement

_ICONS = {"required": "warning", "recommended": "star", "optional": "plus-circle"}


class AddClauseDialog(Dialog):
    """What the library offers, the needed clauses first; a line under it begins a clause without the library."""

    def __init__(
        self, desk: Desk, agreement: Agreement, library: ClauseLibrary, after: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.agreement, self.library, self.after = desk, agreement, library, after
        self.added = ""
        self.setWindowTitle("Add a clause")
        self.resize(560, 480)
        self.list = EntryList("Clauses of the library")
        found = offered(desk.bridge.book, agreement, library)
        self.list.show_entries(
            [Entry(one.topic, one.heading, one.often_missing, "", NEEDS[need], _ICONS[need]) for one, need in found]
        )
        self.list.entry_opened.connect(lambda _key: self.accept())
        self.line = QLineEdit()
        self.line.setPlaceholderText("Such as: Use of the kiln")
        self.line.textChanged.connect(lambda _text: self._show_which())
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.keep = button("Add the chosen clause", "primary")
        self._lay_out(bool(found))
        self._show_which()

    def accept(self) -> None:
        """Add it, or say why not and stay."""
        own = self.line.text().strip()
        operation: AddOwnClause | AddLibraryClause
        if own:
            operation = AddOwnClause(self.agreement.id, own, self.after)
        elif self.list.current_key():
            operation = AddLibraryClause(self.agreement.id, self.list.current_key(), self.library)
        else:
            return
        if self._attempt(operation):
            self.added = operation.record_id
            super().accept()

    def _attempt(self, operation: Operation) -> bool:
        problems = self.desk.bridge.attempt(operation, self)
        self.error.setText(" ".join(problem.sentence for problem in problems))
        self.error.setVisible(bool(problems))
        return not problems

    def _lay_out(self, offers_any: bool) -> None:
        box = column(self, "small", "wide")
        box.addWidget(label("Add a clause", "heading"))
        if offers_any:
            box.addWidget(label("From the library, with wording for this level:", "muted", wrap=True))
            box.addWidget(self.list, 1)
        else:
            box.addWidget(label("Every clause of the library for this level is in it already.", "muted", wrap=True))
        named = label("&Or a clause of your own, by its heading", "label")
        named.setBuddy(self.line)
        box.addWidget(named)
        box.addWidget(self.line)
        box.addWidget(self.error)
        box.addLayout(self.feet(self.keep))

    def _show_which(self) -> None:
        own = bool(self.line.text().strip())
        self.keep.setText("Add your own clause" if own else "Add the chosen clause")
        self.keep.setEnabled(own or bool(self.list.current_key()))
