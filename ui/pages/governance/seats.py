"""The seats of one body: a table, and one line that gives a seat, changes it or takes it away."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.layouts import button, column, label, wrapping_row
from ui.theme import space
from workbook.measures.governance import Seat, seats, unrepresented, without_seat
from workbook.operations import AddRecord, EditRecord, Operation, RemoveRecords
from workbook.records import Contact, GovernanceBody, Partner
from workbook.vocabularies import SEATS

_HEADINGS = ("Partner", "Seat", "Person", "Stands in")
_LEAST, _MOST = 3, 9


class SeatsEditor(QWidget):
    """`wanted` carries the operation; the row that is chosen in the table stands in the line below, to be changed."""

    wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.body = ""
        self._seats: tuple[Seat, ...] = ()
        self.table = QTableWidget(0, len(_HEADINGS))
        self.partner, self.seat, self.person, self.alternate = Box(), Box(), Box(), Box()
        self.give = button("Give a seat", "primary")
        self.take = button("Take away", "", "Take the seat away (Delete in the table); it can be undone")
        self.missing = label("", "muted", wrap=True)
        self.nowhere = label("", "warning", wrap=True)
        self._set_up_table()
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._on_row_chosen)
        self.partner.currentIndexChanged.connect(lambda _row: self._on_partner_chosen())
        self.give.clicked.connect(self._on_give)
        self.take.clicked.connect(self.remove)

    def show_body(self, body_id: str) -> None:
        """Show the seats of a body, staying at the partner that is chosen."""
        kept = self.partner.currentData() if body_id == self.body else None
        self.body = body_id
        body = self.bridge.book.one(GovernanceBody, body_id)
        self._seats = seats(self.bridge.book, body) if body is not None else ()
        self._fill_table()
        self._fill_partners(body, kept)
        book = self.bridge.book
        outside = unrepresented(book)
        lacking = [one for one in (without_seat(book, body) if body is not None else ()) if one not in outside]
        _say(self.missing, "Without a seat here", lacking)
        _say(self.nowhere, "Warning: without a seat in any body", outside)

    def remove(self) -> None:
        """Take away the seat of the chosen partner."""
        seat = self._seat_of(self.partner.currentData())
        if seat is not None and seat.member:
            self.wanted.emit(RemoveRecords("members", (seat.member,)))

    def _set_up_table(self) -> None:
        self.table.setHorizontalHeaderLabels(_HEADINGS)
        self.table.setAccessibleName("Seats of this body")
        self.table.setProperty("role", "lines")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.table.verticalHeader(), self.table.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(space("row"))
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        for term in SEATS:
            self.seat.addItem(term.title, term.key)
        names = ((self.partner, "Partner"), (self.seat, "Seat"), (self.person, "Person"), (self.alternate, "Stands in"))
        line = wrapping_row()
        for one, name in names:
            one.setAccessibleName(name)
            one.setToolTip(name)
            one.setSizeAdjustPolicy(Box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            one.setMinimumContentsLength(5)
            line.addWidget(one, 2 if one is self.partner else 1)
        line.addWidget(self.give)
        line.addWidget(self.take)
        box = column(self, "small")
        box.addWidget(self.table)
        box.addWidget(self.nowhere)
        box.addWidget(self.missing)
        box.addLayout(line)

    def _fill_table(self) -> None:
        book = self.bridge.book
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._seats))
        for number, seat in enumerate(self._seats):
            texts = (
                book.label("partners", seat.partner),
                SEATS.title(seat.seat),
                _name(book.one(Contact, seat.person)),
                _name(book.one(Contact, seat.alternate)),
            )
            for at, text in enumerate(texts):
                self.table.setItem(number, at, QTableWidgetItem(text or "–"))
        self.table.blockSignals(False)
        rows = max(_LEAST, min(_MOST, len(self._seats)))
        self.table.setFixedHeight(rows * space("row") + self.table.horizontalHeader().sizeHint().height() + 4)

    def _fill_partners(self, body: GovernanceBody | None, kept: Any) -> None:
        book = self.bridge.book
        seated = {seat.partner for seat in self._seats}
        first = [one.id for one in without_seat(book, body)] if body is not None else []
        others = [one.id for one in book.all(Partner) if one.id not in seated and one.id not in first]
        self.partner.blockSignals(True)
        self.partner.clear()
        for partner in (*first, *others, *(seat.partner for seat in self._seats)):
            self.partner.addItem(book.label("partners", partner), partner)
        self.partner.setCurrentIndex(max(0, self.partner.findData(kept)))
        self.partner.blockSignals(False)
        self._on_partner_chosen()

    def _seat_of(self, partner: Any) -> Seat | None:
        return next((seat for seat in self._seats if seat.partner == partner), None)

    def _on_row_chosen(self) -> None:
        number = self.table.currentRow()
        if 0 <= number < len(self._seats):
            self.partner.setCurrentIndex(self.partner.findData(self._seats[number].partner))

    def _on_partner_chosen(self) -> None:
        partner = self.partner.currentData()
        held = self._seat_of(partner)
        contacts = self.bridge.book.where(Contact, partner=partner) if partner else ()
        for box, chosen in ((self.person, held.person if held else None), (self.alternate, held and held.alternate)):
            box.clear()
            box.addItem("– nobody –", None)
            for contact in contacts:
                box.addItem(contact.name, contact.id)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self.seat.setCurrentIndex(max(0, self.seat.findData(held.seat if held else "voting")))
        is_member = held is not None and bool(held.member)
        self.give.setText("Change seat" if is_member else "Give a seat")
        self.give.setEnabled(bool(partner) and bool(self.body))
        self.take.setEnabled(is_member)

    def _on_give(self) -> None:
        partner = self.partner.currentData()
        held = self._seat_of(partner)
        given = {
            "seat": self.seat.currentData(),
            "person": self.person.currentData(),
            "alternate": self.alternate.currentData(),
        }
        operation: Operation
        if held is not None and held.member:
            operation = EditRecord("members", held.member, given)
        else:
            operation = AddRecord("members", {"body": self.body, "partner": partner, **given})
        self.wanted.emit(operation)


def _say(words: QLabel, what: str, partners: Sequence[Partner]) -> None:
    names = ", ".join(f"{one.code} {one.short_name or one.name}".strip() for one in partners)
    words.setText(f"{what}: {names}.")
    words.setVisible(bool(partners))


def _name(contact: Contact | None) -> str:
    return "" if contact is None else contact.name
