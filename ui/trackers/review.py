"""What a returned tracker would change: was, theirs and ours side by side, decided line by line, taken as one step."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from exports.edition import Progress
from exports.languages import formats_in
from ui.bridge import Bridge
from ui.dialogs.confirm import confirm
from ui.exporting.job import Job
from ui.layouts import button, column, label, row, wrapping_row
from ui.problems import problems_of
from ui.reviewing.dialog import ReviewDialog
from ui.reviewing.panel import ReviewPanel, one_of
from ui.trackers.dates import DatesQuestion
from ui.trackers.lines import COLUMNS, GROUPS, WORDS, review_lines
from workbook.merging import Side
from workbook.returning.accepting import AcceptTracker
from workbook.returning.deciding import Decisions
from workbook.returning.preview import Preview
from workbook.returning.replying import reply_to
from workbook.returning.typed import DayOrder

ReadAgain = Callable[[DayOrder], Callable[[Progress], Preview]]
"""Returns the work that reads the same file again, with its dates in an order."""
_SIZE, _SMALLEST, _EDGE = QSize(1320, 700), QSize(560, 360), 40
_POLICIES: tuple[tuple[str, Side | None], ...] = (
    ("Decide row by row", None),
    ("Leave all of them in the plan", "ours"),
    ("Close all of them", "theirs"),
)


class TrackerReview(ReviewDialog):
    """Takes in nothing by itself but what only they changed; stays open where it could not be done."""

    def __init__(self, bridge: Bridge, preview: Preview, read_again: ReadAgain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.preview, self._read_again = bridge, preview, read_again
        self.operation: AcceptTracker | None = None
        self.job: Job | None = None
        self.setWindowTitle("Returned tracker")
        self.lead = label("", "muted", wrap=True)
        self.dates = DatesQuestion(preview.unsure, bridge.formats) if preview.unsure else None
        self.panel = ReviewPanel(COLUMNS, GROUPS, WORDS, "What the tracker says")
        self.missing = QComboBox()
        for words, side in _POLICIES:
            self.missing.addItem(words, side)
        self.note = QLineEdit()
        self.said, self.error = label("", wrap=True), label("", "error", wrap=True)
        self.error.hide()
        self.copy = button("Copy a reply", "", "Put a short answer for the partner on the clipboard, for a mail")
        self.take, self.cancel = button("", "primary"), button("Cancel")
        self.take.setDefault(True)
        self._lay_out()
        self.panel.decided.connect(self._show_decided)
        self.missing.activated.connect(self._on_policy)
        self.copy.clicked.connect(self.copy_reply)
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        if self.dates is not None:
            self.dates.answered.connect(self.read_with)
        self.show_preview(preview)
        if parent is not None:
            self.resize(_SIZE.boundedTo(parent.size() - QSize(_EDGE, _EDGE)).expandedTo(_SMALLEST))
        self.panel.table.setFocus()

    @property
    def decisions(self) -> Decisions:
        return Decisions(dict(self.panel.model.choices))

    def show_preview(self, preview: Preview) -> None:
        """Review what a file says; what was decided before stays decided."""
        self.preview = preview
        self.panel.show_lines(review_lines(preview, self.bridge.formats))
        known = "" if preview.is_known else " Another copy of this workbook made it, so nobody knows what was before."
        self.lead.setText(f"{_origin(preview, self.bridge)}{known}")
        self.missing_row.setVisible(any(row.field for row in preview.missing))

    def read_with(self, order: DayOrder) -> None:
        """Read the file again with its dates in an order."""
        self._run(self._read_again(order), self.show_preview, "Reading the dates …")

    def accept(self) -> None:
        """Take in what counts as one step, or say why not and stay; the changes are worked out beside the window.

        What is open still is asked about first, since a file is taken in once.
        """
        if not self._wants_to_go_on():
            return
        choices, note = self.decisions.choices, self.note.text().strip()
        operation = AcceptTracker(self.preview, self.bridge.today(), choices, "ask", note)
        self._run(lambda _progress: operation.prepared(), self._apply, "Taking it in …")

    def _wants_to_go_on(self) -> bool:
        if self.job is not None or not (self.panel.model.waiting or self.preview.unsure):
            return True
        sentence = f"{self.said.text()} A file is taken in once: to decide them later, undo that step first."
        return confirm("Leave what is not decided as it is?", sentence, self.take.text(), self)

    def done(self, result: int) -> None:
        job, self.job = self.job, None
        if job is not None:
            job.cancel()
            job.wait()
        super().done(result)

    def copy_reply(self) -> None:
        """Put an answer to the partner on the clipboard, in the language of the tracker."""
        formats = formats_in(self.preview.origin.language)
        QGuiApplication.clipboard().setText(reply_to(self.preview, self.decisions, self.note.text(), formats))
        self.said.setText("The reply is copied: paste it into a mail to the partner.")

    def _apply(self, operation: AcceptTracker) -> None:
        problems = self.bridge.attempt(operation, self)
        self._refuse(" ".join(problem.sentence for problem in problems))
        if not problems:
            self.operation = operation
            super().accept()

    def _run(self, work: Callable[[Progress], object], then: Callable[..., None], meanwhile: str) -> None:
        if self.job is not None:
            return
        job = self.job = Job(work, self)
        job.finished.connect(lambda made: self._when_current(job, lambda: then(made)))
        job.failed.connect(lambda error: self._when_current(job, lambda: self._on_failed(error)))
        self._refuse("")
        self.said.setText(meanwhile)
        self._set_busy(busy=True)
        job.start()

    def _when_current(self, job: Job, then: Callable[[], None]) -> None:
        job.deleteLater()
        if self.job is job:
            self.job = None
            self._set_busy(busy=False)
            self._show_decided()
            then()

    def _on_failed(self, error: Exception) -> None:
        problems = problems_of(error)
        if not problems:
            raise error
        self._refuse(" ".join(problem.sentence for problem in problems))

    def _refuse(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.panel, self.dates, self.missing, self.note, self.copy, self.take):
            if widget is not None:
                widget.setEnabled(not busy)

    def _on_policy(self, place: int) -> None:
        side: Side | None = self.missing.itemData(place)
        lines = [line for line in self.panel.model.lines if "missing" in line.groups]
        if side is not None:
            self.panel.model.choose(side, lines)

    def _show_decided(self) -> None:
        """Say what will be taken in and what waits; the box for missing rows follows what is decided of them."""
        model = self.panel.model
        taken, waiting = model.taken, model.waiting
        coming = f"{one_of(taken, 'change', 'changes')} will be taken in."
        parts = [coming if taken else "Nothing will be taken in; the tracker counts as returned."]
        if waiting:
            undecided = one_of(waiting, "is not decided and stays", "are not decided and stay")
            parts.append(f"{undecided} as the plan has it.")
        if self.preview.unsure:
            unsure = one_of(
                len(self.preview.unsure), "date that could be two days is", "dates that could be two days are"
            )
            parts.append(f"{unsure} left out: say above how the file means its dates.")
        self.said.setText(" ".join(parts))
        self.take.setText(f"Take in {one_of(taken, 'change', 'changes')}" if taken else "Mark as returned")
        sides = {model.side(line) for line in model.lines if "missing" in line.groups and line.is_open}
        same = sides.pop() if len(sides) == 1 else None
        self.missing.setCurrentIndex(self.missing.findData(same))

    def _lay_out(self) -> None:
        box = column(self, "small", "large")
        box.addWidget(label(f"What {self.preview.file} would change", "heading", wrap=True))
        box.addWidget(self.lead)
        if self.dates is not None:
            box.addWidget(self.dates)
        box.addWidget(self.panel, 1)
        asked = wrapping_row()
        self.missing_row = _named_row("Rows that were taken o&ut", self.missing)
        asked.addWidget(self.missing_row)
        asked.addWidget(_named_row("&Note to the partner, kept with the tracker", self.note), 1)
        box.addLayout(asked)
        box.addWidget(self.said)
        box.addWidget(self.error)
        feet = wrapping_row()
        for one in (self.panel.take_shown, self.panel.keep_shown, self.copy):
            feet.addWidget(one)
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.take)
        box.addLayout(feet)


def _named_row(title: str, widget: QWidget) -> QWidget:
    made = QWidget()
    inside: QHBoxLayout = row(made)
    words = label(title, "label")
    words.setBuddy(widget)
    widget.setAccessibleName(title.replace("&", ""))
    inside.addWidget(words)
    inside.addWidget(widget, 1)
    return made


def _origin(preview: Preview, bridge: Bridge) -> str:
    partner = preview.origin.partner_id
    who = bridge.book.label("partners", partner) if partner else "the whole plan"
    day = bridge.formats.date(preview.origin.as_of)
    return f"The tracker of {who}, as it went out on {day}. What only they changed is taken in unless you leave it out."
