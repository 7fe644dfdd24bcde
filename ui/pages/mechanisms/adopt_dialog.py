"""Shows what adopting a mechanism would add to the plan, with a tick for each thing, and for which objective."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QScrollArea, QWidget

from ui.bridge import Bridge
from ui.editors.chosen import Box
from ui.layouts import button, column, label, scrolled
from ui.widgets.dialog import Dialog
from workbook.mechanisms import AdoptMechanism, LibraryMechanism, parts_of
from workbook.records import Objective

_HEADINGS = {"Activity": "Activities and roles", "Need": "Resources needed", "Indicator": "Indicators"}


class AdoptDialog(Dialog):
    """Everything is ticked to begin with; `adopted` holds the new record's id."""

    def __init__(self, bridge: Bridge, entry: LibraryMechanism, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.entry, self.adopted = bridge, entry, ""
        self.setWindowTitle(f"Adopt: {entry.title}")
        self.setMinimumSize(560, 420)
        self.resize(620, 600)
        self.ticks: dict[str, QCheckBox] = {}
        self.objectives = Box()
        self.objectives.setAccessibleName("Objective that it serves")
        self.objectives.addItem("No objective yet", "")
        for objective in bridge.book.all(Objective):
            if objective.status != "dropped":
                self.objectives.addItem(bridge.book.label("objectives", objective.id), objective.id)
        self.objectives.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.objectives.setMinimumContentsLength(24)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self._lay_out()

    def accept(self) -> None:
        """Adopt what is ticked in one step; or say why not and stay."""
        left_out = frozenset(key for key, tick in self.ticks.items() if not tick.isChecked())
        operation = AdoptMechanism(self.entry, self.objectives.currentData() or "", left_out)
        problems = self.bridge.attempt(operation, self)
        if problems:
            self.error.setText(" ".join(problem.sentence for problem in problems))
            self.error.show()
            return
        self.adopted = operation.record_id
        super().accept()

    def _lay_out(self) -> None:
        box = column(self, "small", "wide")
        box.addWidget(label(f"Adopt: {self.entry.title}", "title", wrap=True))
        intro = "This comes into the plan in one step, which can be undone. Take the tick from what you do not need."
        box.addWidget(label(intro, "muted", wrap=True))
        named = label("For the &objective", "label")
        named.setBuddy(self.objectives)
        box.addWidget(named)
        box.addWidget(self.objectives)
        box.addWidget(self._parts(), 1)
        box.addWidget(self.error)
        box.addSpacing(8)
        box.addLayout(self.feet(button("Adopt", "primary")))

    def _parts(self) -> QScrollArea:
        inner = QWidget()
        box = column(inner, "hair")
        heading = ""
        for part in parts_of(self.entry, self.bridge.book):
            if part.kind != heading:
                heading = part.kind
                title = label(_HEADINGS[heading], "label")
                title.setContentsMargins(0, 8, 0, 0)
                box.addWidget(title)
            tick = QCheckBox(part.title.replace("&", "&&"))
            tick.setChecked(True)
            tick.setAccessibleDescription(part.text)
            box.addWidget(tick)
            text = label(part.text, "caption", wrap=True)
            text.setContentsMargins(30, 0, 30, 0)
            box.addWidget(text)
            self.ticks[part.key] = tick
        box.addStretch(1)
        return scrolled(inner, "What comes with it")
