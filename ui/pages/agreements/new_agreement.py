"""Begins an agreement: what kind of paper it is, with what each kind is for, and who takes part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.editors.chosen import Box
from ui.layouts import button, column, label, scrolled
from ui.widgets.dialog import Dialog
from ui.widgets.to_do import holder
from workbook.agreements import BeginAgreement
from workbook.measures.partners import is_active
from workbook.records import Partner
from workbook.vocabularies import AGREEMENT_LEVELS

_LEVELS = ("letter_of_intent", "terms_of_reference", "mou", "agreement", "annex")
"""An amendment begins from what it changes, on the tab with what changed since signing."""


class NewAgreementDialog(Dialog):
    """A title, a level and parties; the clauses that the level needs come with it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.operation: BeginAgreement | None = None
        self.setWindowTitle("New agreement")
        self.setMinimumWidth(560)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Such as: Memorandum for the depot lab")
        self.level = Box()
        self.level.setAccessibleName("Level")
        for key in _LEVELS:
            self.level.addItem(AGREEMENT_LEVELS.title(key), key)
        self.level.setCurrentIndex(_LEVELS.index("mou"))
        self.level.currentIndexChanged.connect(lambda _row: self._show_help())
        self.help = label("", "muted", wrap=True)
        self.ticks: dict[str, QCheckBox] = {}
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self._lay_out()
        self._show_help()

    def accept(self) -> None:
        """Begin it, or say why not and stay."""
        from exports.agreement.library import clause_library  # only who drafts needs it read

        parties = tuple(one for one, tick in self.ticks.items() if tick.isChecked())
        operation = BeginAgreement(self.line.text(), str(self.level.currentData()), parties, clause_library())
        problems = self.desk.bridge.attempt(operation, self)
        self.error.setText(" ".join(problem.sentence for problem in problems))
        self.error.setVisible(bool(problems))
        if not problems:
            self.operation = operation
            super().accept()

    def _lay_out(self) -> None:
        box = column(self, "small", "wide")
        box.addWidget(label("New agreement", "heading"))
        for words, control in (("&Title", self.line), ("&Level", self.level)):
            named = label(words, "label")
            named.setBuddy(control)
            box.addWidget(named)
            box.addWidget(control)
        box.addWidget(self.help)
        box.addSpacing(4)
        box.addWidget(label("Parties", "label"))
        box.addWidget(self._parties(), 1)
        box.addWidget(self.error)
        box.addSpacing(4)
        said = label("Clauses come from the library; Undo takes all of it back.", "caption", wrap=True)
        box.addLayout(self.feet(button("Begin it", "primary"), said))

    def _parties(self) -> QWidget:
        book = self.desk.bridge.book
        inner = holder("hair")
        place = inner.layout()
        assert place is not None
        for partner in book.all(Partner):
            name = book.label("partners", partner.id)
            tick = QCheckBox(name.replace("&", "&&"))
            tick.setAccessibleName(name)
            tick.setChecked(is_active(partner))
            self.ticks[partner.id] = tick
            place.addWidget(tick)
        if not self.ticks:
            place.addWidget(label("No partner is in the plan yet; parties can be named later.", "muted", wrap=True))
        place.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = scrolled(inner, "Parties")
        area.setMinimumHeight(min(260, 34 * max(1, len(self.ticks)) + 8))
        return area

    def _show_help(self) -> None:
        self.help.setText(AGREEMENT_LEVELS[str(self.level.currentData())].help)
        self.level.setAccessibleDescription(self.help.text())


def begin_agreement(desk: Desk, parent: QWidget) -> str:
    """Ask for a new agreement and add it; returns its id, or nothing."""
    dialog = NewAgreementDialog(desk, parent)
    dialog.exec()
    done = dialog.operation
    dialog.deleteLater()
    if done is None:
        return ""
    said = f"Began {desk.bridge.book.label('agreements', done.record_id)} with {done.values['count']} clauses."
    desk.say(said, "information", ("Undo", lambda: desk.start("undo")))
    return done.record_id
