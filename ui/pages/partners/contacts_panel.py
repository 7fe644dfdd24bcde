"""The contacts, with whether each person knows that they are kept here."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button, frame, label, row
from ui.pages.record_panel import RecordPanel
from workbook.operations import EditRecord
from workbook.records import Contact, Record


class ContactsPanel(RecordPanel):
    """The table of contacts, a filter for those who have not been asked, and a reminder beside each of them."""

    def __init__(self, desk: Desk, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "contacts", icon_name, parent)
        self.unasked = button("", "chip", "Show only people who have not agreed to be stored")
        self.unasked.setCheckable(True)
        self.unasked.setIcon(icon("shield-warning"))
        self.add_tool(self.unasked)
        self.reminder = frame("say_warning")
        line = row(self.reminder, "small", "small")
        self.reminder_words = label("", wrap=True)
        agreed = button("They know and agree", "", "Write down that this person agreed to be stored")
        agreed.clicked.connect(self.write_consent)
        line.addWidget(self.reminder_words, 1)
        line.addWidget(agreed)
        self.reminder.hide()
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.insertWidget(box.indexOf(self.splitter), self.reminder)
        self.unasked.toggled.connect(self._narrow)
        self.follow("contacts")
        self.view.record_chosen.connect(self.refresh)
        if self.owners is not None:
            self.owners.chosen.connect(self._narrow)
        self.refresh()

    def show_all(self) -> None:
        self.unasked.setChecked(False)
        super().show_all()

    def write_consent(self) -> None:
        """Write down that the chosen person knows and agrees."""
        if self.desk.bridge.do(EditRecord("contacts", self.view.current_id(), {"consent": True}), self):
            self._narrow()

    def _narrow(self) -> None:
        owner, only_unasked = self.chosen_owner, self.unasked.isChecked()

        def belongs(record: Record) -> bool:
            if not isinstance(record, Contact):
                return False
            return (not owner or record.partner == owner) and not (only_unasked and record.consent)

        self.model.restrict(belongs if owner or only_unasked else None)

    def show_book(self) -> None:
        book = self.desk.bridge.book
        missing = book.count_where(Contact, consent=False)
        self.unasked.setText(f"Not asked yet ({missing})" if missing else "Everybody was asked")
        self.unasked.setVisible(bool(missing) or self.unasked.isChecked())
        contact = book.one(Contact, self.view.current_id())
        self.reminder.setVisible(contact is not None and not contact.consent)
        if contact is not None:
            self.reminder_words.setText(f"Ask {contact.name}: the person has to know that this is kept.")
