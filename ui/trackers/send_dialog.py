"""Asks to whom trackers go, in which language, due back when, and where the files are put."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.exporting.language_box import language_box
from ui.forms.field_row import FieldRow, values_of
from ui.layouts import button, column, label, row, wrapping_row
from ui.theme import space
from ui.trackers.recipients_table import RecipientsTable
from ui.widgets.dialog import Dialog
from ui.wrapping import WrappingRow
from workbook.records import RECORD_TYPES
from workbook.returning.register import usual_due

_LEAD = (
    "Each partner gets an Excel file with its own rows only, and sends it back filled in. The files are put into a "
    "folder; you send them on as you like."
)
_LINES = 6


@dataclass(frozen=True)
class Wish:
    """What somebody wants to be made; None among `to` is the whole plan."""

    to: tuple[str | None, ...]
    language: str
    due: datetime.date | None
    folder: Path
    names: bool
    replaces: bool


class SendDialog(Dialog):
    """`wish` is set once it is accepted."""

    def __init__(self, desk: Desk, chosen: Collection[str | None] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.wish: Wish | None = None
        self.setWindowTitle("Send trackers")
        self.setMinimumWidth(560)
        self.resize(820, 640)
        self.table = RecipientsTable(desk.bridge, chosen)
        self.due = FieldRow(RECORD_TYPES["trackers"].by_name["due"], desk.bridge)
        self.due.put_value(usual_due(desk.bridge.today()))
        self.language = language_box("The plan's own", desk.preferences.document_language)
        self.folder = QLineEdit(desk.preferences.export_folder or str(Path.home()))
        self.names = QCheckBox("&Name people: contacts, owners, those who answer")
        self.replaces = QCheckBox("&Wait no longer for the trackers that they have already")
        self.replaces.setChecked(True)
        self.said = label("", "muted", wrap=True)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.make = button("Make trackers", "primary")
        self.table.ticked.connect(self._show_choice)
        self._lay_out()
        self._show_choice()
        self.table.setFocus()

    def accept(self) -> None:
        """Take what was asked for, if it can be done; else say why not and stay."""
        values = values_of({"due": self.due})
        if values is None:
            return
        today, due = self._desk.bridge.today(), values["due"]
        folder = Path(self.folder.text().strip())
        if due is not None and due < today:
            self.due.refuse("Due back has to be today or later.")
            self.due.editor.setFocus()
        elif not self.folder.text().strip() or not folder.is_dir():
            self._refuse("This folder is not there; choose another.")
        else:
            language, names = str(self.language.currentData()), self.names.isChecked()
            replaces = self.replaces.isEnabled() and self.replaces.isChecked()
            self.wish = Wish(self.table.chosen(), language, due, folder, names, replaces)
            super().accept()

    def _refuse(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.folder.setFocus()

    def _show_choice(self) -> None:
        count, doubled = len(self.table.chosen()), self.table.have_one()
        self.make.setEnabled(bool(count))
        self.make.setText("Make 1 tracker" if count == 1 else f"Make {count} trackers" if count else "Make trackers")
        self.replaces.setEnabled(bool(doubled))
        has = "1 of them has" if doubled == 1 else f"{doubled} of them have"
        said = "Nobody is chosen yet." if not count else f"{has} a tracker already." if doubled else ""
        self.said.setText(said or "None of those ticked has a tracker that is still out.")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder for the trackers", self.folder.text())
        if name:
            self.folder.setText(name)
            self._refuse("")

    def _lay_out(self) -> None:
        box = column(self, "small", "wide")
        box.addWidget(label("Send trackers", "heading"))
        box.addWidget(label(_LEAD, "muted", wrap=True))
        box.addLayout(self._tools())
        self.table.setMinimumHeight(_LINES * space("row"))
        box.addWidget(self.table, 1)
        box.addWidget(self.said)
        box.addWidget(self.replaces)
        box.addLayout(self._fields())
        self.names.setToolTip("Without it the files name organisations only, and leave out addresses and telephones.")
        box.addWidget(self.names)
        box.addWidget(self.error)
        box.addLayout(self.feet(self.make))

    def _tools(self) -> WrappingRow:
        tools = wrapping_row()
        for words, every in (("Everybody with rows of its own", True), ("Nobody", False)):
            one = button(words, "quiet")
            one.setAccessibleName(f"Send to {words[:1].lower()}{words[1:]}")
            one.clicked.connect(lambda _checked=False, every=every: self.table.tick(all_of_them=every))
            tools.addWidget(one)
        tools.addStretch(1)
        return tools

    def _fields(self) -> QVBoxLayout:
        choose = button("Choose…")
        choose.setAccessibleName("Choose the folder")
        choose.clicked.connect(self._choose_folder)
        self.folder.setAccessibleName("Folder")
        where = row(gap="small")
        where.addWidget(self.folder, 1)
        where.addWidget(choose)
        speaking = column(gap="tight")
        speaking.addWidget(_named("&Language", self.language))
        speaking.addWidget(self.language)
        first = row(gap="small")
        first.addWidget(self.due, 1, Qt.AlignmentFlag.AlignTop)
        first.addLayout(speaking, 2)
        first.setAlignment(speaking, Qt.AlignmentFlag.AlignTop)
        fields = column(gap="small")
        fields.addLayout(first)
        fields.addWidget(_named("Fol&der", self.folder))
        fields.addLayout(where)
        return fields


def _named(title: str, control: QWidget) -> QLabel:
    named = label(title, "label")
    named.setBuddy(control)
    return named
