"""What stands beside a table of records: the form of the chosen one, or what is meant while several are chosen."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.desk import Desk
from ui.forms.record_form import RecordForm
from ui.layouts import column, frame, label, row


class RecordSide(QFrame):
    """A heading, a word about several chosen rows, and the form."""

    def __init__(self, desk: Desk, type_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.type_name = desk, type_name
        self.setProperty("role", "card")
        self.setMinimumWidth(300)
        self.form = RecordForm(desk, type_name)
        self.heading = label("", "heading", wrap=True)
        self.heading.setContentsMargins(16, 12, 16, 4)
        self.several_words = label("", wrap=True)
        self.several = frame("say_information")
        row(self.several, "small", "small").addWidget(self.several_words)
        self.several.hide()
        around = row(gap="")
        around.setContentsMargins(16, 0, 16, 4)
        around.addWidget(self.several)
        box = column(self, "")
        box.addWidget(self.heading)
        box.addLayout(around)
        box.addWidget(self.form, 1)
        box.addStretch()

    def show_record(self, record_id: str) -> None:
        """Show the form of a record, or with nothing no form at all."""
        self.form.show_record(record_id)
        self.form.setVisible(bool(record_id))

    def show_heading(self, group: str) -> None:
        """Name the shown record, or in its place the group whose heading is current."""
        book, record_id = self.desk.bridge.book, self.form.record_id
        is_there = book.get(self.type_name, record_id) is not None
        self.heading.setText(book.label(self.type_name, record_id) if is_there else group)

    def begin_choice(self) -> None:
        """What was typed for several rows goes to them before others are chosen."""
        if self.form.several:
            self.form.commit()
            self.form.show_several(())

    def show_choice(self, record_ids: tuple[str, ...]) -> None:
        """Let the form mean all chosen records, if it shows one of several."""
        is_meant = len(record_ids) > 1 and self.form.record_id in record_ids
        self.form.show_several(record_ids if is_meant else ())
        if is_meant:
            number = self.desk.bridge.formats.number(len(record_ids))
            self.several_words.setText(f"{number} chosen: what you enter here goes into all {number}.")
        self.several.setVisible(is_meant)
