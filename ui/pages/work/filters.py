"""Which activities the work plan shows: late ones, those of this week or month, of one objective, of somebody."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.icons import icon
from ui.layouts import button, label, row, wrapping_row
from ui.theme import room
from workbook.book import Book
from workbook.changes import ChangeSet
from workbook.formats import Formats
from workbook.records import Activity, Contact, Objective, Partner, Record, Responsibility
from workbook.scheduling import broken_links, in_period, is_late
from workbook.scheduling.scales import week_around

Wanted = Callable[[Record], bool]
_TIMES = (
    ("late", "Late", "warning-circle", "Only what should be finished and is not"),
    ("week", "This week", "calendar-blank", "Only what there is to do between the first and the last day of this week"),
    ("month", "Next 30 days", "calendar", "Only what there is to do from today on, for 30 days"),
    ("broken", "Broken links", "link-break", "Only what begins before what it waits for has ended"),
)
_NOTHING = {
    "late": "No activity that is shown here is late.",
    "week": "Nothing is planned for this week.",
    "month": "Nothing is planned for the next 30 days.",
    "broken": "Every activity begins after what it waits for.",
}


class WorkFilters(QWidget):
    """Chips and two lists; `changed` is emitted when another choice is made."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.time = ""
        self.chips: dict[str, QPushButton] = {}
        box = wrapping_row(self, "tight")
        for key, title, mark, tip in _TIMES:
            chip = button(title, "chip", tip)
            chip.setIcon(icon(mark))
            chip.setCheckable(True)
            chip.clicked.connect(lambda checked, key=key: self._on_chip(key if checked else ""))
            self.chips[key] = chip
            box.addWidget(chip)
        box.addSpacing(8)
        self.objective = _box("Show only activities of one objective")
        self.person = _box("Show only activities of one partner or owner")
        of, by = label("of", "muted"), label("by", "muted")
        of.setBuddy(self.objective)
        by.setBuddy(self.person)
        for words, one in ((of, self.objective), (by, self.person)):
            both = QWidget()
            inside = row(both, "tight")
            inside.addWidget(words)
            inside.addWidget(one)
            box.addWidget(both)
        self._fill()
        self.objective.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.person.currentIndexChanged.connect(lambda _row: self.changed.emit())
        bridge.changed.connect(self._on_changed)

    @property
    def is_set(self) -> bool:
        return bool(self.time or self.objective.currentData() or self.person.currentData())

    def clear(self) -> None:
        """Show everything again."""
        for widget in (self.objective, self.person):
            widget.blockSignals(True)
            widget.setCurrentIndex(0)
            widget.blockSignals(False)
        self._on_chip("")

    def wanted(self) -> Wanted | None:
        """Return what decides whether an activity is shown, or nothing where all are."""
        tests: list[Wanted] = []
        book, objective, person = self.bridge.book, self.objective.currentData(), self.person.currentData()
        if self.time:
            tests.append(in_time(self.time, book, self.bridge.today(), self.bridge.formats))
        if objective:
            tests.append(lambda record: getattr(record, "objective", None) == objective)
        if person:
            ids = of_somebody(book, person)
            tests.append(lambda record: record.id in ids)
        return (lambda record: all(test(record) for test in tests)) if tests else None

    def nothing(self) -> str:
        """Say why nothing is shown."""
        if self.time and not self.objective.currentData() and not self.person.currentData():
            return _NOTHING[self.time]
        return "No activity fits all of these filters."

    def _on_chip(self, key: str) -> None:
        self.time = key
        for name, chip in self.chips.items():
            chip.setChecked(name == key)
        self.changed.emit()

    def _on_changed(self, change_set: ChangeSet, _initiator: object) -> None:
        if any(change.type in ("objectives", "partners", "contacts", "activities") for change in change_set.changes):
            self._fill()

    def _fill(self) -> None:
        book = self.bridge.book
        owners = {one.owner for one in book.all(Activity) if one.owner}
        objectives = [(book.label("objectives", one.id), one.id) for one in book.all(Objective)]
        partners = [(book.label("partners", one.id), one.id) for one in book.all(Partner)]
        people = [(book.label("contacts", one.id), one.id) for one in book.all(Contact) if one.id in owners]
        _refill(self.objective, "all objectives", objectives)
        _refill(self.person, "everybody", [*partners, *people])


def in_time(key: str, book: Book, today: datetime.date, formats: Formats) -> Wanted:
    """Return what decides whether an activity belongs to a time, or has a broken link."""
    if key == "broken":
        ids = {found.after.id for found in broken_links(book)}
        return lambda record: record.id in ids
    if key == "late":
        return lambda record: isinstance(record, Activity) and is_late(record, today)
    if key == "week":
        first, after = week_around(today, formats)
        last = after - datetime.timedelta(days=1)
    else:
        first, last = today, today + datetime.timedelta(days=30)
    return lambda record: isinstance(record, Activity) and in_period(record, first, last)


def of_somebody(book: Book, someone: str) -> frozenset[str]:
    """Return the activities that a partner has a role in or whose owner is theirs, or that a person owns."""
    roles = {cell.activity for cell in book.where(Responsibility, partner=someone) if cell.activity}
    people = {someone, *(contact.id for contact in book.where(Contact, partner=someone))}
    owned = {one.id for person in people for one in book.where(Activity, owner=person)}
    return frozenset(roles | owned)


def _box(name: str) -> Box:
    box = Box()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(9)
    box.setMaximumWidth(room(200))
    return box


def _refill(box: Box, everything: str, entries: list[tuple[str, str]]) -> None:
    current = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for title, record_id in entries:
        box.addItem(title, record_id)
    box.setCurrentIndex(max(0, box.findData(current)))
    box.blockSignals(False)
    if box.currentData() != current and current:
        box.currentIndexChanged.emit(box.currentIndex())
