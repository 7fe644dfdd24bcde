"""Which lines of a review are shown: a chip for each group with its count, and a line to look for words."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from ui import theme
from ui.layouts import button, wrapping_row

ALL = ""
_LOOK_FOR = "Look for words (Ctrl+F)"
_WIDTH = 220


class ReviewFilters(QWidget):
    """Alt and a number chooses the group at that place from everywhere in the dialog; one without lines is not offered.

    `left` says that somebody goes on from the words to what was found.
    """

    changed = Signal(str, str)
    left = Signal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._titles = {ALL: "All", **titles}
        self.group = ALL
        self.chips: dict[str, QPushButton] = {}
        self._together = QButtonGroup(self)
        self.text = _Words()
        self.text.left.connect(self.left)
        self.text.setAccessibleName("Look for words")
        self.text.setPlaceholderText(_LOOK_FOR)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(theme.room(_WIDTH))
        self.text.textChanged.connect(lambda _: self._tell())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), parent, self.text.setFocus)
        box = wrapping_row(self, "tight")
        for number, group in enumerate(self._titles, 1):
            chip = self.chips[group] = button("", "chip")
            chip.setCheckable(True)
            self._together.addButton(chip)
            QShortcut(QKeySequence(f"Alt+{number}"), parent, partial(self._choose_offered, number))
            chip.clicked.connect(lambda _=False, group=group: self.choose(group))
            box.addWidget(chip)
        box.addStretch(1)
        box.addWidget(self.text)
        self.chips[ALL].setChecked(True)

    def show_counts(self, total: int, counts: Mapping[str, int]) -> None:
        """Say how many lines each group has."""
        for group, chip in self.chips.items():
            count = total if group == ALL else counts.get(group, 0)
            chip.setText(f"{self._titles[group]} {count:,}")
            chip.setVisible(bool(count) or group in (ALL, self.group))
        for number, chip in enumerate(self._offered(), 1):
            chip.setToolTip(f"Alt+{number}")

    def _offered(self) -> list[QPushButton]:
        return [chip for chip in self.chips.values() if not chip.isHidden()]

    def _choose_offered(self, number: int) -> None:
        offered = self._offered()
        if number <= len(offered):
            offered[number - 1].click()

    def choose(self, group: str) -> None:
        """Show one group only."""
        self.group = group
        self.chips[group].setChecked(True)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.group, self.text.text())


class _Words(QLineEdit):
    """Enter and the arrow lead on to what was found, and Escape takes the words away, before either ends the dialog."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
