"""What another copy would bring: counts, who worked on it, and each place where both did something different."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.layouts import button, column, label, wrapping_row
from ui.merging.erasing import ErasingOffer
from ui.merging.lines import COLUMNS, GROUPS, WORDS, hands_of, review_lines
from ui.reviewing.dialog import ReviewDialog
from ui.reviewing.panel import ReviewPanel
from workbook.formats import Formats
from workbook.merging import Choices, Meeting, told_conflicts

_SIZE, _SMALL = QSize(1320, 700), 520
_EDGE = QSize(40, 40)


class MergeDialog(ReviewDialog):
    """Decides conflict by conflict, or all of them; whatever is not decided stays as it is here."""

    def __init__(
        self, meeting: Meeting, formats: Formats, parent: QWidget | None = None, notices: tuple[str, ...] = ()
    ) -> None:
        """`notices` are what was met when the other file was opened."""
        super().__init__(parent)
        self._formats = formats
        self.setWindowTitle(f"Bring together with {meeting.name}")
        told = told_conflicts(meeting, meeting.comparison.conflicts, formats)
        self._hands = {one.conflict.key: hands_of(one, formats) for one in told}
        self.panel = ReviewPanel(
            COLUMNS,
            GROUPS,
            WORDS,
            "Where both sides did something different",
            lambda line: self._hands[line.key],
        )
        self.said = label("", "muted", wrap=True)
        self.erasing = ErasingOffer(meeting)
        self.go_on = button("Bring together", "primary")
        self.setMinimumWidth(_SMALL)
        self._lay_out(meeting, notices, has_conflicts=bool(told))
        self.go_on.clicked.connect(self.accept)
        self.panel.decided.connect(self._show_waiting)
        self.panel.show_lines(review_lines(told))
        if parent is not None and told:
            self.resize(_SIZE.boundedTo(parent.size() - _EDGE))
        if told:
            self.panel.table.setFocus()

    @property
    def choices(self) -> Choices:
        return dict(self.panel.model.choices)

    def _show_waiting(self) -> None:
        waiting, rows = self.panel.model.waiting, len(self.panel.model.lines)
        if not rows:
            self.said.setText("Both sides did different things, so there is nothing to decide.")
        elif waiting:
            places = "1 place is" if waiting == 1 else f"{waiting:,} places are"
            self.said.setText(f"{places} not decided; what you do not decide stays as it is here.")
        else:
            self.said.setText("Everything is decided.")

    def _lay_out(self, meeting: Meeting, notices: tuple[str, ...], *, has_conflicts: bool) -> None:
        box = column(self, "small", "large")
        box.addWidget(label(f"Bring together with “{meeting.name}”", "heading", wrap=True))
        box.addWidget(label(in_numbers(meeting, self._formats), wrap=True))
        for notice in notices:
            box.addWidget(label(notice, "warning", wrap=True))
        box.addWidget(self.erasing)
        box.addWidget(self.panel, 1)
        self.panel.setVisible(has_conflicts)
        box.addWidget(self.said)
        feet = wrapping_row()
        for one in (self.panel.take_shown, self.panel.keep_shown):
            feet.addWidget(one)
            one.setVisible(has_conflicts)
        feet.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        feet.addWidget(cancel)
        feet.addWidget(self.go_on)
        self.go_on.setDefault(True)
        box.addLayout(feet)


def in_numbers(meeting: Meeting, formats: Formats) -> str:
    """Say in numbers what a copy would bring, and whose work it is."""
    steps, changes = meeting.new_steps, meeting.comparison.changes
    people = ", ".join(dict.fromkeys(step.operator for step in steps))
    first, last = (formats.moment(step.at.astimezone()) for step in (steps[0], steps[-1]))
    when = f"on {first}" if first == last else f"between {first} and {last}"
    made = "1 change was" if len(steps) == 1 else f"{len(steps)} changes were"
    counts = (sum(change.action == action for change in changes) for action in ("added", "edited", "removed"))
    parts = ", ".join(f"{n} {word}" for n, word in zip(counts, ("added", "changed", "removed"), strict=True))
    conflicts = len(meeting.comparison.open_conflicts)
    asked = "" if not conflicts else " 1 place" if conflicts == 1 else f" {conflicts} places"
    asked = asked and f"{asked} where both did something different {'has' if conflicts == 1 else 'have'} to be decided."
    return (
        f"{made} made there by {people} {when}. Records that nobody else touched: {parts}.{asked} "
        "It is one step here, and it can be undone; the other copy stays as it is."
    )
