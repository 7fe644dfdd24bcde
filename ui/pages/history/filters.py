"""Which steps are listed: by person, kind of record, time and words; each choice says itself in words."""

import datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.layouts import button, wrapping_row
from workbook.brought import BROUGHT
from workbook.changes import ChangeSet
from workbook.looking_back import Wanted
from workbook.records import RECORD_TYPES

_ANY, _SITTING, _TODAY, _WEEK, _SPAN = range(5)
_TIMES = ("any time", "this sitting", "today", "the last 7 days", "from … to …")


class HistoryFilters(QWidget):
    """Emits `changed` when something else is wanted; `wanted` says what."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._record = ("", "")
        self.text = QLineEdit()
        self.text.setPlaceholderText("Filter (Ctrl+F)")
        self.text.setAccessibleName("Filter the history by words")
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(110)
        self.person = _box("Show only the steps of one person")
        self.type = _box("Show only the steps that touch one kind of record")
        self.time = _box("Show only the steps of a time")
        self.time.addItems(_TIMES)
        self.type.addItem("all records", "")
        for record_type in RECORD_TYPES.values():
            self.type.addItem(record_type.titles, record_type.name)
        self.since, self.until = self._day("From day"), self._day("To day")
        self.record = button("", "chip", "Show the steps of all records again")
        self.record.clicked.connect(lambda: self.show_record("", ""))
        self.record.hide()
        box = wrapping_row(self, "tight")
        for widget in (self.text, self.person, self.type, self.time, self.since, self.until, self.record):
            box.addWidget(widget)
        box.addStretch(1)
        self._connect()
        self.show_people()

    @property
    def wanted(self) -> Wanted:
        """Return what a step has to be to be listed."""
        since, until, after = self._span()
        type_name, record_id = self._record
        return Wanted(
            person=str(self.person.currentData() or ""),
            type=type_name or str(self.type.currentData() or ""),
            record_id=record_id,
            since=since,
            until=until,
            after=after,
            text=self.text.text().strip(),
        )

    def show_record(self, type_name: str, record_id: str) -> None:
        """List only the steps that touch one record, or with nothing those of all."""
        self._record = (type_name, record_id)
        name = self.desk.bridge.book.label(type_name, record_id) if type_name else ""
        self.record.setText(f"Only {name}  ×".replace("&", "&&"))
        self.record.setAccessibleName(f"Only the steps of {name}; press to list all")
        self.record.setVisible(bool(type_name))
        self.changed.emit()

    def show_people(self) -> None:
        """Offer everybody who ever changed the workbook."""
        held = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem("everybody", "")
        for person in self.desk.bridge.workbook.people():
            self.person.addItem(person, person)
        self.person.setCurrentIndex(max(0, self.person.findData(held)))
        self.person.blockSignals(False)

    def _on_changed(self, step: ChangeSet, _initiator: object) -> None:
        """Offer whoever worked in a copy that was brought in."""
        if BROUGHT in step.values:
            self.show_people()

    def _connect(self) -> None:
        self.desk.bridge.changed.connect(self._on_changed)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.time.currentIndexChanged.connect(self._on_time_chosen)
        for box in (self.person, self.type):
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
        for day in (self.since, self.until):
            day.dateChanged.connect(lambda _day: self.changed.emit())

    def _span(self) -> tuple[datetime.datetime | None, datetime.datetime | None, int]:
        today = _start_of(self.desk.bridge.today())
        chosen = self.time.currentIndex()
        if chosen == _SITTING:
            return None, None, self.desk.bridge.began_at
        if chosen == _TODAY:
            return today, None, 0
        if chosen == _WEEK:
            return today - datetime.timedelta(days=7), None, 0
        if chosen == _SPAN:
            first, last = (_start_of(_day_of(edit)) for edit in (self.since, self.until))
            return first, last + datetime.timedelta(days=1), 0
        return None, None, 0

    def _on_time_chosen(self, chosen: int) -> None:
        for day in (self.since, self.until):
            day.setVisible(chosen == _SPAN)
        self.changed.emit()

    def _day(self, name: str) -> QDateEdit:
        made = QDateEdit(QDate.currentDate())
        made.setCalendarPopup(True)
        made.setDisplayFormat("yyyy-MM-dd")
        made.setAccessibleName(name)
        made.hide()
        return made


def _box(name: str) -> Box:
    made = Box()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(11)
    return made


def _day_of(edit: QDateEdit) -> datetime.date:
    day = edit.date()
    return datetime.date(day.year(), day.month(), day.day())


def _start_of(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time()).astimezone()
