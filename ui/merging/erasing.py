"""Whom the other copy erased: named, and erased here too if somebody says so."""

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.layouts import column, label
from workbook.merging import Meeting, erased_there
from workbook.records import RECORD_TYPES

_MOST_NAMED = 5


class ErasingOffer(QWidget):
    """Is hidden where nobody was erased; not ticked to begin with, as erasing is for good."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        people = erased_there(meeting)
        self._tick = QCheckBox("&Erase here too, for good, from the history as well")
        self._tick.setToolTip("As “Erase this person” does. It cannot be undone, and bringing together can.")
        box = column(self, "tight")
        box.addWidget(
            label(f"Erased in the other copy, and still named here: {_named(meeting)}.", "warning", wrap=True)
        )
        box.addWidget(self._tick)
        if not people:
            self.hide()

    @property
    def is_wanted(self) -> bool:
        return self._tick.isChecked()


def _named(meeting: Meeting) -> str:
    people = erased_there(meeting)
    names = [
        meeting.ours.label(*one) if meeting.ours.get(*one) is not None else RECORD_TYPES[one[0]].title.lower()
        for one in people[:_MOST_NAMED]
    ]
    more = len(people) - _MOST_NAMED
    return ", ".join([*names, *([f"{more} more"] if more > 0 else [])])
