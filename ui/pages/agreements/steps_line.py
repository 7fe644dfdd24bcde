"""Where a version stands on its way: each step with a symbol and its word, the present one marked and said."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.icons import icon
from ui.layouts import clear, label, row, wrapping_row
from ui.pages.agreements.words import STATUSES
from ui.theme import room, set_role
from workbook.vocabularies import AGREEMENT_STATUSES

_WAY = ("draft", "in_review", "partner_approval", "ready_to_sign", "part_signed", "in_force")


class StepsLine(QFrame):
    """Steps that lie behind are ticked, the present one is bold, and those to come are circles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._box = wrapping_row(self, "small", "small")
        self._shown = ("", False)

    def show_status(self, status: str, *, is_sealed: bool) -> None:
        """Show the way of a version that has come so far."""
        if (status, is_sealed) == self._shown:
            return
        self._shown = (status, is_sealed)
        clear(self._box)
        way = [*_WAY, "sealed"] if status in _WAY else [*_WAY, "sealed", status]
        at = way.index("sealed" if is_sealed and status == "in_force" else status)
        said = []
        for place, key in enumerate(way):
            title = "Sealed" if key == "sealed" else AGREEMENT_STATUSES.title(key)
            is_done = place < at and (key != "sealed" or is_sealed)
            self._add(key, title, is_done=is_done, is_now=place == at)
            said.append(title + (" (now)" if place == at else " (done)" if is_done else ""))
        self._box.addStretch(1)
        self.setAccessibleName("The way of this version: " + ", ".join(said))

    def _add(self, key: str, title: str, *, is_done: bool, is_now: bool) -> None:
        mark, role = ("lock", "good") if key == "sealed" else STATUSES[key]
        if not is_now:
            mark, role = ("check", "good") if is_done else ("circle", "faint")
        step = QWidget()
        box = row(step, "tight")
        picture = QLabel()
        picture.setPixmap(icon(mark, role).pixmap(QSize(room(16), room(16))))
        words = label(title, "label" if is_now else "text" if is_done else "muted")
        box.addWidget(picture)
        box.addWidget(words)
        self._box.addWidget(step)
