"""The library of mechanisms: searched by words, challenge, level and sector; read, and adopted into the plan."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.elided import Elided
from ui.forms.new_record import NewRecordDialog
from ui.icons import icon
from ui.layouts import button, column, frame, label, row, split, wrapping_row
from ui.mechanism_library import mechanism_library
from ui.pages.mechanisms.adopt_dialog import AdoptDialog
from ui.pages.mechanisms.reading import Reading
from ui.pages.panel import Panel
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.stack import Stack
from ui.wrapping import WrappingRow
from workbook import vocabularies as terms
from workbook.mechanisms import LibraryMechanism, Wanted, adopted_as
from workbook.vocabularies.base import Vocabulary


class LibraryPanel(Panel):
    """A list with its search on one side, the chosen mechanism on the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.by_key = {entry.key: entry for entry in mechanism_library()}
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the library (Ctrl+F)")
        self.search.setAccessibleName("Search the library of mechanisms")
        self.search.setClearButtonEnabled(True)
        self.challenges = _choice("Any challenge", "Urban challenge", terms.URBAN_CHALLENGES)
        self.levels = _choice("Any level", "Level", terms.LEVELS)
        self.sectors = _choice("Any sector", "Sector that takes part", terms.SECTORS)
        self.count = Elided()
        self.count.setProperty("role", "caption")
        self.list = EntryList("Mechanisms of the library")
        self.reading = Reading(desk.bridge)
        self.empty = EmptyState("magnifying-glass", "Nothing in the library fits", _NOTHING, "Show all mechanisms")
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def chosen(self) -> LibraryMechanism | None:
        """The entry that is being read."""
        return self.by_key.get(self.list.current_key())

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"add": self.add_own, "filter": self.search.setFocus}
        if self.chosen is not None:
            found |= {"adopt": self.adopt_or_open, "details": self.reading.setFocus}
        return found

    def enter(self) -> None:
        (self.list if self.list.entries.entries else self.search).setFocus()

    def adopt_or_open(self) -> None:
        """Ask what to adopt of the chosen mechanism; go to it where the plan uses it already."""
        entry = self.chosen
        if entry is None:
            return
        there = adopted_as(self.desk.bridge.book, entry)
        if there is not None:
            self.desk.go_to("mechanisms", there.id)
            return
        dialog = AdoptDialog(self.desk.bridge, entry, self.window())
        dialog.exec()
        adopted = dialog.adopted
        dialog.deleteLater()
        if adopted:
            self.desk.say(
                f"{entry.title} is now part of the plan.",
                "information",
                ("Show it", lambda: self.desk.go_to("mechanisms", adopted)),
                ("Undo", lambda: self.desk.start("undo")),
            )

    def add_own(self) -> None:
        """Add a mechanism that is not in the library."""
        dialog = NewRecordDialog(self.desk.bridge, "mechanisms", {"adopted": True}, self.window())
        dialog.exec()
        added = dialog.added
        dialog.deleteLater()
        if added:
            self.desk.go_to("mechanisms", added)

    def show_book(self) -> None:
        wanted = Wanted(
            self.search.text(), self.challenges.currentData(), self.levels.currentData(), self.sectors.currentData()
        )
        fitting = [entry for entry in self.by_key.values() if wanted.fits(entry)]
        self.list.show_entries([self._entry(entry) for entry in fitting])
        self.count.setText(f"{len(fitting)} of {len(self.by_key)} mechanisms")
        self.count.setToolTip(self.count.text())
        self.stack.setCurrentWidget(self.splitter if fitting else self.empty)
        self._show_chosen()

    def _entry(self, entry: LibraryMechanism) -> Entry:
        used = adopted_as(self.desk.bridge.book, entry) is not None
        mark = ("In use", "check-circle", "good") if used else (terms.LEVELS.title(entry.level), "", "muted")
        return Entry(entry.key, entry.title, entry.summary, "puzzle-piece", *mark)

    def _show_chosen(self) -> None:
        entry = self.chosen
        self.reading.show_entry(entry)
        if entry is not None:
            self.title.setText(entry.title)
            used = adopted_as(self.desk.bridge.book, entry)
            self.adopt_button.setText("Adopt…" if used is None else f"In use: open {used.code}")
        self.offers_changed.emit()

    def _show_all(self) -> None:
        for choice in (self.challenges, self.levels, self.sectors):
            choice.setCurrentIndex(0)
        self.search.clear()
        self.enter()

    def _make_buttons(self) -> None:
        self.title = label("", "heading", wrap=True)
        self.adopt_button = button("Adopt…", "primary", "Bring this mechanism into the plan (Enter in the list)")
        self.own_button = button("Add one's own…", "", "Add a mechanism that is not in the library (Ctrl+N)")
        self.own_button.setIcon(icon("plus"))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self.enter)
        leave = QShortcut(QKeySequence("Esc"), self.search, context=Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._show_all)
        for choice in (self.challenges, self.levels, self.sectors):
            choice.currentIndexChanged.connect(self.refresh)
        self.list.entry_chosen.connect(self._show_chosen)
        self.list.entry_opened.connect(self.adopt_or_open)
        self.adopt_button.clicked.connect(self.adopt_or_open)
        self.own_button.clicked.connect(self.add_own)
        self.empty.action_requested.connect(self._show_all)
        self.follow("mechanisms")

    def _tools(self) -> WrappingRow:
        tools = wrapping_row()
        tools.addWidget(self.search, 1)
        for choice in (self.challenges, self.levels, self.sectors):
            tools.addWidget(choice)
        tools.addWidget(self.count)
        tools.addWidget(self.own_button)
        return tools

    def _lay_out(self) -> None:
        side = frame("card")
        side.setMinimumWidth(360)
        inner = column(side, "small")
        head = row()
        head.setContentsMargins(16, 12, 16, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.adopt_button, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(head)
        inner.addWidget(self.reading, 1)
        self.splitter = split(self.list, side, sizes=(460, 600))
        self.stack = Stack()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        box = column(self, "small")
        box.addLayout(self._tools())
        box.addWidget(self.stack, 1)


_NOTHING = "Take a word or a choice away, or add the mechanism that you know from your own city."


def _choice(anything: str, name: str, vocabulary: Vocabulary) -> QComboBox:
    made = Box()
    made.setAccessibleName(name)
    made.addItem(anything, "")
    for term in vocabulary:
        made.addItem(term.title, term.key)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(11)
    return made
