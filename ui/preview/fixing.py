"""Fixes a document for good: shows the very pages that are kept, says what is fixed, and does it in one step."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from exports.edition import Edition, Progress
from exports.pdf.pages import Drawn
from ui.desk import Desk
from ui.layouts import button, column, label
from ui.preview.pane import PreviewPane
from ui.widgets.dialog import Dialog
from workbook.contents import fingerprint_of
from workbook.operations import Operation
from workbook.sealing.operations import SealedBy

Make = Callable[[Edition, Progress], Drawn]
Fix = Callable[[bytes, SealedBy, str], Operation]
"""Turns the document, who fixes it and a reason into the operation."""


class SealDialog(Dialog):
    """`make` draws the document, `fix` keeps it; a reason is asked for where `words` have a `why`."""

    def __init__(
        self,
        desk: Desk,
        words: Mapping[str, str],
        edition: Edition,
        make: Make,
        fix: Fix,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.words, self._make, self._fix = desk, words, make, fix
        self._edition = edition
        self.operation: Operation | None = None
        self._state = desk.bridge.workbook.state
        self.setWindowTitle(words["title"])
        self.resize(760, 680)
        self.preview = PreviewPane(desk.at_end, "Pages to be kept")
        self.preview.drawn.connect(self._on_drawn)
        self.names = QCheckBox("&Name the people in it: who signs, and contact officers")
        self.names.setChecked(edition.personal)
        self.names.toggled.connect(lambda _ticked: self._draw())
        self.facts = label("", "caption", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Such as: the museum's board signs in March")
        self.reason.setAccessibleName("Reason")
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.keep = button(words["action"], "primary")
        self.keep.setEnabled(False)
        self._lay_out()
        (self.reason if words.get("why") else self.preview.pages).setFocus()
        self._draw()

    def accept(self) -> None:
        """Fix the document, or say why not and stay."""
        made = self.preview.made
        if made is None or self.preview.drawing.is_busy:
            return
        by = SealedBy(self._state, datetime.datetime.now(datetime.UTC), self.desk.preferences.operator)
        operation = self._fix(made.pdf, by, self.reason.text())
        problems = self.desk.bridge.attempt(operation, self)
        self.error.setText(" ".join(problem.sentence for problem in problems))
        self.error.setVisible(bool(problems))
        if not problems:
            self.operation = operation
            super().accept()

    def done(self, result: int) -> None:
        self.preview.leave()
        super().done(result)

    def _lay_out(self) -> None:
        box = column(self, "small", "wide")
        box.addWidget(label(self.words["title"], "heading", wrap=True))
        box.addWidget(label(self.words["lead"], "muted", wrap=True))
        box.addWidget(self.preview, 1)
        box.addWidget(self.names)
        box.addWidget(self.facts)
        if self.words.get("why"):
            asked = label(self.words["why"], "label", wrap=True)
            asked.setBuddy(self.reason)
            box.addWidget(asked)
            box.addWidget(self.reason)
        box.addWidget(self.error)
        box.addLayout(self.feet(self.keep))

    def _draw(self) -> None:
        self.keep.setEnabled(False)
        edition = replace(self._edition, personal=self.names.isChecked())
        self.preview.show_made(partial(self._make, edition))

    def _on_drawn(self, made: Drawn) -> None:
        self.keep.setEnabled(True)
        formats = self.desk.bridge.formats
        language = self.words["language"]
        pages = "1 page" if len(made.sizes) == 1 else f"{len(made.sizes)} pages"
        self.facts.setText(
            f"Kept in this file: {pages} ({formats.size(len(made.pdf))}), language {language}; the state of the plan "
            f"after change {self._state.seq}; fingerprint {fingerprint_of(made.pdf)[:16]}."
        )
