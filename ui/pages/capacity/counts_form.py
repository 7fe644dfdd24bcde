"""Counts of a session in one compact form; an empty line is *not counted*, and the sums are checked while one types."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.layouts import clear, column, label
from ui.theme import room, set_role
from workbook.records import RECORD_TYPES
from workbook.training import Counts, sums
from workbook.training.counts import AGE_FIELDS, SEX_FIELDS
from workbook.vocabularies import STAKEHOLDER_TYPES

_MOST = 99_999
_FIRST = ("registered", "attended", "completed", "with_disability")
_WIDTH = 58


class CountsForm(QWidget):
    """Emits `changed` whenever a number does; `counts()` is what is written in it.

    `sums` says how the numbers fit together; whoever shows the form puts it where it stays in sight.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, QLineEdit] = {}
        titles = {field.name: field.title for field in RECORD_TYPES["training_sessions"].fields}
        box = column(self, "tight")
        box.addLayout(self._block("", {name: titles[name] for name in _FIRST}))
        box.addLayout(self._block("By sex", {name: titles[name] for name in SEX_FIELDS.values()}))
        box.addLayout(self._block("By age", {name: titles[name] for name in AGE_FIELDS.values()}))
        groups = {f"group:{term.key}": term.title for term in STAKEHOLDER_TYPES}
        box.addLayout(self._block("By group", groups))
        box.addStretch(1)
        self.sums = QWidget()
        self._sums = column(self.sums, "hair")
        self._check()

    def counts(self) -> Counts:
        """Return the numbers as they stand in the form."""
        return Counts(
            self._number("attended"),
            self._number("completed"),
            self._number("registered"),
            {key: self._number(name) for key, name in SEX_FIELDS.items()},
            {key: self._number(name) for key, name in AGE_FIELDS.items()},
            self._number("with_disability"),
            {key: number for key in STAKEHOLDER_TYPES.keys if (number := self._number(f"group:{key}")) is not None},
        )

    def show_counts(self, counts: Counts) -> None:
        """Write these numbers into the form."""
        held: dict[str, int | None] = {name: getattr(counts, name) for name in _FIRST}
        held |= {name: counts.by_sex.get(key) for key, name in SEX_FIELDS.items()}
        held |= {name: counts.by_age.get(key) for key, name in AGE_FIELDS.items()}
        held |= {f"group:{key}": counts.by_group.get(key) for key in STAKEHOLDER_TYPES.keys}
        for name, line in self.lines.items():
            number = held.get(name)
            line.setText("" if number is None else str(number))

    def go_to(self, field: str) -> None:
        """Put the cursor where a number has to be mended."""
        name = "group:artist" if field == "by_group" else field
        line = self.lines.get(name)
        if line is not None:
            line.setFocus()

    def _block(self, title: str, fields: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        start = 0
        if title:
            grid.addWidget(label(title, "label"), 0, 0, 1, 4)
            start = 1
        for place, (name, words) in enumerate(fields.items()):
            line = self.lines[name] = QLineEdit()
            line.setValidator(QIntValidator(0, _MOST, line))
            line.setFixedWidth(room(_WIDTH))
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.setAccessibleName(f"{title}: {words}" if title else words)
            line.textChanged.connect(self._check)
            named = label(words, wrap=True)
            named.setBuddy(line)
            grid.addWidget(named, start + place // 2, place % 2 * 2)
            grid.addWidget(line, start + place // 2, place % 2 * 2 + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _number(self, name: str) -> int | None:
        text = self.lines[name].text().strip()
        return int(text) if text.isdecimal() else None

    def _check(self) -> None:
        clear(self._sums)
        found = sums(self.counts())
        wrong = {one.field for one in found if one.wrong}
        for one in found:
            self._sums.addWidget(label(one.words, "error" if one.wrong else "caption", wrap=True))
        if not found:
            words = "What is left empty counts as not recorded, not as zero."
            self._sums.addWidget(label(words, "caption", wrap=True))
        for name, line in self.lines.items():
            refused = name in wrong or (name.startswith("group:") and "by_group" in wrong)
            if bool(line.property("refused")) != refused:
                line.setProperty("refused", refused)
                set_role(line, "count_refused" if refused else "count")
        self.changed.emit()
