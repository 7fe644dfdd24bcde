"""Who was there: the members of the body to tick, and whether they are enough to decide."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from ui.bridge import Bridge
from ui.icons import icon
from ui.layouts import button, column, label, row
from ui.theme import room
from workbook.measures.governance import Attendance, attendance
from workbook.records import Contact, GovernanceBody, Meeting, Partner
from workbook.vocabularies import SEATS

_ROW = 28
_MOST = 10


class Presence(QWidget):
    """`wanted` carries the partners that were there."""

    wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.list = QListWidget()
        self.list.setAccessibleName("Present")
        self.list.setProperty("role", "results")
        self.mark = label("")
        self.quorum = label("", wrap=True)
        self.guests = QMenu(self)
        self.guest = button("Somebody else was there…", "quiet")
        self.guest.setMenu(self.guests)
        said = row(gap="small")
        said.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.quorum, 1)
        box = column(self, "small")
        box.addWidget(self.list)
        box.addLayout(said)
        box.addWidget(self.guest, 0, Qt.AlignmentFlag.AlignLeading)
        self.list.itemChanged.connect(lambda _item: self._on_ticked())

    def present(self) -> tuple[str, ...]:
        """Return the partners that are ticked."""
        items = (self.list.item(number) for number in range(self.list.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the members of the body that met, and those who came as guests."""
        seen = attendance(self.bridge.book, meeting)
        offers = [(seat.partner, self._said(seat.partner, seat.seat, seat.person)) for seat in seen.present]
        offers += [(seat.partner, self._said(seat.partner, seat.seat, seat.person)) for seat in seen.missing]
        offers.sort(key=lambda offer: offer[1])
        offers += [(guest, f"{self.bridge.book.label('partners', guest)}, guest") for guest in seen.guests]
        self._fill(offers, set(meeting.attendees))
        self._show_quorum(meeting, seen)
        self._offer_guests({partner for partner, _words in offers})

    def _fill(self, offers: list[tuple[str, str]], ticked: set[str]) -> None:
        shown = [str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count())]
        self.list.blockSignals(True)
        if shown != [partner for partner, _words in offers]:
            self.list.clear()
            for partner, _words in offers:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, partner)
                item.setSizeHint(QSize(0, room(_ROW)))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                self.list.addItem(item)
            if offers:
                self.list.setCurrentRow(0)
        for number, (partner, words) in enumerate(offers):
            state = Qt.CheckState.Checked if partner in ticked else Qt.CheckState.Unchecked
            self.list.item(number).setText(words)
            self.list.item(number).setCheckState(state)
        self.list.blockSignals(False)
        self.list.setVisible(bool(offers))
        self.list.setFixedHeight(min(_MOST, len(offers)) * room(_ROW) + 8)

    def _show_quorum(self, meeting: Meeting, seen: Attendance) -> None:
        body = self.bridge.book.one(GovernanceBody, meeting.body)
        words, name, role = _quorum_in_words(body, seen, is_over=meeting.status == "held")
        self.quorum.setText(words)
        self.mark.setPixmap(icon(name, role).pixmap(QSize(room(16), room(16))))

    def _offer_guests(self, listed: set[str]) -> None:
        self.guests.clear()
        for partner in self.bridge.book.all(Partner):
            if partner.id not in listed:
                action = self.guests.addAction(self.bridge.book.label("partners", partner.id))
                action.triggered.connect(partial(self._on_guest_chosen, partner.id))
        self.guest.setVisible(not self.guests.isEmpty())

    def _said(self, partner: str, seat: str, person: str | None) -> str:
        contact = self.bridge.book.one(Contact, person)
        words = f"{self.bridge.book.label('partners', partner)}, {SEATS.title(seat).lower()}"
        return f"{words} ({contact.name})" if contact is not None else words

    def _on_guest_chosen(self, partner: str, _checked: bool = False) -> None:
        self.wanted.emit((*self.present(), partner))

    def _on_ticked(self) -> None:
        self.wanted.emit(self.present())


def _quorum_in_words(body: GovernanceBody | None, seen: Attendance, *, is_over: bool) -> tuple[str, str, str]:
    if body is None:
        return "Choose the body that meets; then its members can be ticked here.", "info", "information"
    if not seen.present and not seen.missing:
        return "This body has no members yet; give partners a seat under Bodies.", "warning", "warning"
    votes = "1 vote is" if seen.voting == 1 else f"{seen.voting} votes are"
    if not seen.present and not is_over:
        needed = f" {seen.needed} votes are needed to decide." if seen.needed is not None else ""
        return f"Tick those who are there.{needed}", "info", "information"
    if seen.reached is None:
        why = (
            f"the quorum “{body.quorum}” gives no number to count" if body.quorum else "no quorum is set for this body"
        )
        return f"{votes} there; {why}.", "info", "information"
    if seen.reached:
        return f"{votes} there, {seen.needed} are needed: enough to decide.", "check-circle", "good"
    return f"{votes} there, {seen.needed} are needed: not enough to decide.", "warning", "warning"
