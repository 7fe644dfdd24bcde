"""The tab of the names: the table, and a notice with one gesture when names should have been deleted."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import button, frame, label, row
from ui.pages.record_panel import RecordPanel
from ui.theme import room
from workbook.training import DeleteNames, names_to_delete


class ParticipantsPanel(RecordPanel):
    """Names are kept for as long as they are needed; this says when that is over."""

    def __init__(self, desk: Desk, icon_name: str) -> None:
        super().__init__(desk, "participants", icon_name)
        self.notice = frame("say_warning")
        self.notice.setAccessibleName("Names to be deleted")
        self.words = label("", wrap=True)
        self.delete = button("Delete these names", "", "Their figures stay in the sessions; it can be undone")
        self.delete.clicked.connect(self.delete_names)
        picture = label("")
        picture.setPixmap(icon("warning", "warning").pixmap(QSize(room(18), room(18))))
        line = row(self.notice, "small")
        line.setContentsMargins(12, 6, 6, 6)
        line.addWidget(picture)
        line.addWidget(self.words, 1)
        line.addWidget(self.delete)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(0, self.notice)
        self._past = 0
        self.follow("participants")
        self.refresh()

    def offers(self) -> Mapping[str, Callable[[], object]]:
        found = dict(super().offers())
        if self._past:
            found["delete_names"] = self.delete_names
        return found

    def delete_names(self) -> None:
        """Delete every name that is past its day, in one step."""
        operation = DeleteNames(self.desk.bridge.today())
        if self.desk.bridge.do(operation, self):
            self.desk.say(
                f"Deleted {operation.values['count']} names; every figure stays. The history still holds them.",
                "information",
                ("Undo", partial(self.desk.start, "undo")),
            )

    def show_book(self) -> None:
        past = self._past = len(names_to_delete(self.desk.bridge.book, self.desk.bridge.today()))
        count = "1 name is" if past == 1 else f"{past} names are"
        self.words.setText(f"{count} past the day after which they were to be deleted. What was counted stays.")
        self.notice.setVisible(bool(past))
        self.offers_changed.emit()
