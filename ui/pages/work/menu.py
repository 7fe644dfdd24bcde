"""What the menu of the timeline offers for the chosen activity."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from ui.pages.work.planning import Planning
from workbook.records import Activity
from workbook.scheduling.links import short, waits_for


class WorkMenu(QMenu):
    """Everything that can be done to a bar, in words; made for one moment and gone when it closes."""

    def __init__(self, planning: Planning, activity_id: str, details: Callable[[], object]) -> None:
        super().__init__(planning.owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        activity = planning.desk.bridge.book.one(Activity, activity_id)
        if activity is not None:
            self._fill(planning, activity)
            self._offer("Details (F4)", details)

    def show_for(self, where: QPoint) -> None:
        """Open at a place of the screen."""
        self.popup(where)

    def _fill(self, planning: Planning, activity: Activity) -> None:
        book, one = planning.desk.bridge.book, activity.id
        if activity.start is None and activity.end is None:
            self._offer("Set first dates (P)", lambda: planning.place(one))
        self._offer("Let another begin after it… (L)", lambda: planning.link(one))
        for before in waits_for(book, activity):
            words = f"No longer wait for {short(book, before.id)}"
            self._offer(words, lambda before=before: planning.unlink(before.id, one))  # type: ignore[misc]
        self._offer("Shift what follows as needed", lambda: planning.shift_around(one))
        self.addSeparator()
        self._offer("Set the agreed dates from the present ones", lambda: planning.agree((one,)))

    def _offer(self, words: str, run: Callable[[], object]) -> None:
        self.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False: run())
