"""Recording who came to a session: paste a list or type the numbers; names stay only where somebody ticks it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QWidget

from ui.bridge import Bridge
from ui.layouts import button, column, frame, label, row, scrolled
from ui.pages.capacity.counts_form import CountsForm
from ui.pages.capacity.list_side import ListSide
from ui.widgets.dialog import Dialog
from workbook.measures.dates import months_later
from workbook.records import TrainingSession
from workbook.training import KeptNames, RecordAttendance, counted, counts_of

_KEPT_MONTHS = 12
_SIZE = QSize(1080, 660)
_EDGE = 40


class AttendanceDialog(Dialog):
    """The list on one side, the numbers it gives on the other; one step writes them into the session."""

    def __init__(self, bridge: Bridge, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.session = bridge, session
        self.operation: RecordAttendance | None = None
        title = f"Attendance of {bridge.book.label('training_sessions', session.id)}"
        self.setWindowTitle(title)
        self.resize(_fitting(parent))
        self.list = ListSide()
        self.form = CountsForm()
        self.form.show_counts(counts_of(bridge.book, session))
        self._began = self.form.counts()
        self.keep = QCheckBox("Keep the names too")
        self.consent = QLineEdit()
        self.until = QLineEdit(bridge.formats.date(months_later(bridge.today(), _KEPT_MONTHS)))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.record = button("Record attendance", "primary")
        self._lay_out(title)
        self._connect()
        self._show_keeping()
        self.list.text.setFocus()

    def accept(self) -> None:
        """Record it, or say what does not fit and stay."""
        operation = RecordAttendance(self.session.id, self.form.counts(), self._names())
        problems = self.bridge.attempt(operation, self)
        self.error.setText(" ".join(problem.sentence for problem in problems))
        self.error.setVisible(bool(problems))
        if not problems:
            self.operation = operation
            super().accept()
            return
        field = problems[0].field
        if field == "consent":
            self.consent.setFocus()
        elif field == "delete_after":
            self.until.setFocus()
        else:
            self.form.go_to(field)

    def _names(self) -> KeptNames | None:
        if not self.keep.isChecked() or not self.list.listed.people:
            return None
        try:
            until = self.bridge.formats.read_date(self.until.text())
        except ValueError:
            until = None
        return KeptNames(self.list.listed.people, self.consent.text().strip(), until)

    def _on_list_read(self) -> None:
        """Fill in what the list tells; without a list the form is what it was."""
        listed = self.list.listed
        self.form.show_counts(counted(listed) if listed.people else self._began)
        self._show_keeping()

    def _show_keeping(self) -> None:
        has_names = any(person.name for person in self.list.listed.people)
        self.keep.setEnabled(has_names)
        if not has_names:
            self.keep.setChecked(False)
        self.keeping.setVisible(self.keep.isChecked())
        said = (
            "Only the numbers are kept; the list is forgotten." if has_names else "Without a list there are no names."
        )
        self.forgotten.setText("" if self.keep.isChecked() else said)
        self.forgotten.setVisible(not self.keep.isChecked())

    def _lay_out(self, title: str) -> None:
        box = column(self, "small", "large")
        box.addWidget(label(title, "heading", wrap=True))
        sides = row(gap="medium")
        left = column(gap="small")
        left.addWidget(self.list, 1)
        keep_line = row(gap="small")
        self.forgotten = label("", "caption")
        keep_line.addWidget(self.keep)
        keep_line.addWidget(self.forgotten)
        keep_line.addStretch(1)
        left.addLayout(keep_line)
        self.keeping = self._made_keeping()
        left.addWidget(self.keeping)
        sides.addLayout(left, 3)
        side = frame("card")
        side.setMinimumWidth(360)
        inner = column(side, "")
        inner.setContentsMargins(14, 10, 6, 10)
        self.form.setContentsMargins(0, 0, 8, 0)
        inner.addWidget(label("Numbers", "label"))
        inner.addWidget(scrolled(self.form, "Numbers of the session"), 1)
        inner.addSpacing(6)
        inner.addWidget(self.form.sums)
        sides.addWidget(side, 2)
        box.addLayout(sides, 1)
        box.addWidget(self.error)
        box.addLayout(self.feet(self.record))

    def _made_keeping(self) -> QFrame:
        made = frame("guide")
        box = row(made, "small")
        box.setContentsMargins(12, 8, 12, 8)
        for words, line, stretch in (
            ("How they agreed", self.consent, 3),
            ("Delete the names after", self.until, 1),
        ):
            named = label(words, "label")
            named.setBuddy(line)
            part = column(gap="hair")
            part.addWidget(named)
            part.addWidget(line)
            box.addLayout(part, stretch)
        self.consent.setPlaceholderText("Such as: ticked on the attendance sheet")
        return made

    def _connect(self) -> None:
        self.list.read.connect(self._on_list_read)
        self.keep.toggled.connect(lambda _on: self._show_keeping())


def _fitting(parent: QWidget | None) -> QSize:
    """Return a size that lies within the window, which is small where everything is shown large."""
    return _SIZE if parent is None else _SIZE.boundedTo(parent.size() - QSize(_EDGE, _EDGE))
