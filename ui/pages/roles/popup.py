"""All of one cell of the grid in one place: letters, the person whom the partner names, and a note."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.layouts import column, label, row
from ui.theme import room
from workbook.operations import DescribeRole, Refused
from workbook.operations.roles import cell_id
from workbook.records import Contact, Responsibility
from workbook.vocabularies import RACI

_WIDTH = 380


class RolePopup(QFrame):
    """Enter or a click outside is the answer, Esc gives it up. `closed` carries what is wanted, or None."""

    closed = Signal(object)

    def __init__(self, bridge: Bridge, activity: str, partner: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAccessibleName("Role in one activity")
        self._given_up = False
        self._book = bridge.book
        self._cell = (activity, partner)
        held = bridge.book.one(Responsibility, cell_id(activity, partner)) or Responsibility("new")
        self.letters = {term.key: QCheckBox(f"{term.key}  {term.title}") for term in RACI}
        for term in RACI:
            self.letters[term.key].setChecked(term.key in held.letters)
            self.letters[term.key].setToolTip(term.help)
        self.person = Box()
        self._fill(bridge, partner, held.person)
        self.note = QLineEdit(held.note)
        self.refusal = label("", "error", wrap=True)
        self.refusal.hide()
        self._before = self._wanted()
        self._lay_out(bridge)

    def open_at(self, cell: QRect, view: QWidget) -> None:
        """Open below a cell of a view, or above it where there is no room."""
        self._fit()
        screen = view.screen().availableGeometry()
        corner = view.mapToGlobal(cell.bottomLeft())
        mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = view.mapToGlobal(cell.topRight()).x() - _WIDTH if mirrored else corner.x()
        above = corner.y() + self.height() > screen.bottom()
        top = view.mapToGlobal(cell.topLeft()).y() - self.height() if above else corner.y()
        self.move(max(screen.left(), min(left, screen.right() - _WIDTH)), max(screen.top(), top))
        self.show()
        any_letter = any(box.isChecked() for box in self.letters.values())
        (self.person if any_letter and self.person.isEnabled() else self.letters["R"]).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        wanted = self._wanted()
        self.closed.emit(None if self._given_up or wanted == self._before else wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter finish and letters set themselves, wherever the focus is."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text().upper()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish()
                return True
            if isinstance(watched, QCheckBox) and letter in self.letters:
                self.letters[letter].toggle()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._given_up = True
            self.close()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Take the height that the words need at our width; Qt alone would guess it from another width."""
        box = self.layout()
        self.setFixedWidth(room(_WIDTH))
        if box is not None:
            box.invalidate()
            self.setFixedHeight(box.totalHeightForWidth(room(_WIDTH)))

    def _finish(self) -> None:
        """Close, unless what is written here would be refused: then say so while it can still be changed."""
        try:
            self._wanted().plan(self._book)
        except Refused as refused:
            self.refusal.setText(refused.problems[0].sentence)
            self.refusal.show()
            self._fit()
        else:
            self.close()

    def _wanted(self) -> DescribeRole:
        letters = tuple(key for key, box in self.letters.items() if box.isChecked())
        return DescribeRole(*self._cell, letters, self.person.currentData(), self.note.text().strip())

    def _fill(self, bridge: Bridge, partner: str, person: str | None) -> None:
        contacts = bridge.book.where(Contact, partner=partner)
        self.person.addItem("– nobody named –" if contacts else "This partner has no contacts yet", None)
        for contact in contacts:
            words = f"{contact.name}, {contact.position}" if contact.position else contact.name
            self.person.addItem(words, contact.id)
        self.person.setCurrentIndex(max(0, self.person.findData(person)))
        self.person.setEnabled(bool(contacts))

    def _lay_out(self, bridge: Bridge) -> None:
        activity, partner = self._cell
        box = column(self, "small", "medium")
        box.addWidget(label(bridge.book.label("partners", partner), "label", wrap=True))
        box.addWidget(label(f"in {bridge.book.label('activities', activity)}", "muted", wrap=True))
        letters = QGridLayout()
        for number, check in enumerate(self.letters.values()):
            letters.addWidget(check, number // 2, number % 2)
        box.addLayout(letters)
        box.addLayout(_line("Person", self.person))
        box.addLayout(_line("Note", self.note))
        box.addWidget(self.refusal)
        box.addWidget(label("R, A, C, I or Space tick, Enter keeps it, Esc leaves it as it was.", "caption"))
        for control in (*self.letters.values(), self.person, self.note):
            control.installEventFilter(self)


def _line(title: str, control: QWidget) -> QHBoxLayout:
    said = label(title, "muted")
    said.setFixedWidth(room(64))
    said.setBuddy(control)
    control.setAccessibleName(title)
    line = row()
    line.addWidget(said)
    line.addWidget(control, 1)
    return line
