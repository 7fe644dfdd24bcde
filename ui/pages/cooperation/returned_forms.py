"""What is in the forms that came back, before anything is kept: counts only, never an answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.bridge import Bridge
from ui.layouts import button, column, label, wrapping_row
from ui.widgets.dialog import Dialog
from workbook.operations import KeepAnswers
from workbook.problems import Problem
from workbook.records import HealthRound
from workbook.vocabularies import HEALTH_STATEMENTS

if TYPE_CHECKING:
    from exports.cooperation import Returned, Taken

_HEADS = ("Partner", "Answers", "Against what is kept", "File")
_SIZE, _SMALLEST = QSize(860, 520), QSize(480, 320)
_EDGE = 40


class ReturnedForms(Dialog):
    """Lists what can be taken and what cannot; one step keeps all that can."""

    def __init__(self, bridge: Bridge, round: HealthRound, taken: "Taken", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.round, self.taken = bridge, round, taken
        self.operation: KeepAnswers | None = None
        self.setWindowTitle("Returned forms")
        self.forms = self._made_table()
        self.refused = QListWidget()
        self.refused.setAccessibleName("Files and cells that cannot be taken in")
        self.refused.setWordWrap(True)
        self.refused.addItems([_told(problem) for problem in taken.problems])
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.keep = button(self._what(), "primary")
        self.keep.setDefault(True)
        self.keep.setEnabled(any(one.new or one.different for one in taken.forms))
        self.keep.clicked.connect(self.accept)
        self._lay_out()
        if parent is not None:
            self.resize(_SIZE.boundedTo(parent.size() - QSize(_EDGE, _EDGE)).expandedTo(_SMALLEST))
        (self.keep if self.keep.isEnabled() else self.refused if taken.problems else self.forms).setFocus()

    def accept(self) -> None:
        """Keep the answers of all forms in one step, or say why not and stay."""
        changed = [one.form for one in self.taken.forms if one.new or one.different]
        operation = KeepAnswers(self.round.id, {form.partner_id: form.answers for form in changed})
        problems = self.bridge.attempt(operation, self)
        self.error.setText(" ".join(problem.sentence for problem in problems))
        self.error.setVisible(bool(problems))
        if not problems:
            self.operation = operation
            super().accept()

    def _what(self) -> str:
        count = sum(bool(one.new or one.different) for one in self.taken.forms)
        if not count:
            return "Nothing new to take in"
        return f"Take in {count} form{'s' if count != 1 else ''}"

    def _made_table(self) -> QTableWidget:
        made = QTableWidget(len(self.taken.forms), len(_HEADS))
        made.setAccessibleName("Forms that can be taken in")
        made.setHorizontalHeaderLabels(_HEADS)
        made.setProperty("role", "lines")
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setTabKeyNavigation(False)
        made.setShowGrid(False)
        made.verticalHeader().hide()
        heads = made.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in ((1, 90), (2, 270), (3, 220)):
            made.setColumnWidth(place, width)
        for number, one in enumerate(self.taken.forms):
            for place, said in enumerate(self._texts(one)):
                item = QTableWidgetItem(said)
                item.setToolTip(said)
                made.setItem(number, place, item)
        return made

    def _texts(self, one: "Returned") -> tuple[str, ...]:
        name = self.bridge.book.label("partners", one.form.partner_id)
        return name, f"{len(one.form.answers)} of {len(HEALTH_STATEMENTS)}", _against(one), one.form.file

    def _lay_out(self) -> None:
        box = column(self, "small", "large")
        name = self.bridge.book.label("health_rounds", self.round.id)
        box.addWidget(label(f"Returned forms of {name}", "heading", wrap=True))
        lead = "Only counts are shown, never what was answered. A comment beside no answer cannot be kept."
        box.addWidget(label(lead, "muted", wrap=True))
        if self.taken.forms:
            box.addWidget(self.forms, 3)
        else:
            self.forms.hide()
        if self.taken.problems:
            box.addWidget(label("Not taken in", "label"))
            box.addWidget(self.refused, 2)
        else:
            self.refused.hide()
        box.addWidget(self.error)
        cancel = button("Cancel" if self.keep.isEnabled() else "Close")
        cancel.clicked.connect(self.reject)
        feet = wrapping_row()
        feet.addStretch(1)
        feet.addWidget(cancel)
        feet.addWidget(self.keep)
        box.addLayout(feet)


def _against(one: "Returned") -> str:
    parts = [f"{one.new} new"] if one.new else []
    parts += [f"{one.different} differ{'s' if one.different == 1 else ''}"] if one.different else []
    if one.form.lone_comments:
        count = one.form.lone_comments
        parts.append(f"{count} comment{'s' if count != 1 else ''} left out")
    return ", ".join(parts) or "nothing new"


def _told(problem: Problem) -> str:
    return f"{problem.place}: {problem.sentence}" if problem.place else problem.sentence
