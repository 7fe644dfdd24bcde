"""The log of decisions, with those that are asked for or still to be carried out at one choice."""

import datetime
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.pages.record_panel import RecordPanel
from workbook.measures.governance import is_asked, is_overdue, is_to_be_done
from workbook.records import Decision, Record


class DecisionsPanel(RecordPanel):
    """The table of decisions with one more way to narrow it."""

    def __init__(self, desk: Desk, type_name: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, type_name, icon_name, parent)
        self.standing = Box()
        self.standing.setAccessibleName("Which decisions to show")
        for words, key in (
            ("all decisions", ""),
            ("asked for", "asked"),
            ("taken, to be carried out", "to do"),
            ("overdue", "overdue"),
        ):
            self.standing.addItem(words, key)
        self.standing.currentIndexChanged.connect(lambda _row: self._narrow())
        self.add_tool(self.standing)

    def show_all(self) -> None:
        self.standing.setCurrentIndex(0)
        super().show_all()

    def _narrow(self) -> None:
        today = self.desk.bridge.today()
        tests: dict[str, Callable[[Decision, datetime.date], bool]] = {
            "asked": lambda decision, _day: is_asked(decision),
            "to do": lambda decision, _day: is_to_be_done(decision),
            "overdue": is_overdue,
        }
        test = tests.get(str(self.standing.currentData() or ""))

        def belongs(record: Record) -> bool:
            return test is not None and isinstance(record, Decision) and test(record, today)

        self.model.restrict(belongs if test is not None else None)
