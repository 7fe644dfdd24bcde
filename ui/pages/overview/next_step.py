"""The card that leads on: what to do next, why it matters, and one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.desk import Desk
from ui.layouts import button, column, label, row
from ui.pages.teaching import teaching
from ui.theme import set_role
from workbook.guiding import Step, next_step
from workbook.records import RECORD_TYPES


class NextStep(QFrame):
    """Always one thing; when nothing is open, the report."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card_accent")
        self.setAccessibleName("Next step")
        self.desk = desk
        self._step: Step | None = None
        self.title = label("", "heading", wrap=True)
        self.sentence = label("", wrap=True)
        self.button = button("", "primary")
        self.button.clicked.connect(self._on_chosen)
        words = column(gap="hair")
        for text in (label("Next step", "caption"), self.title, self.sentence):
            words.addWidget(text)
        box = row(self, "large")
        box.setContentsMargins(16, 10, 16, 10)
        box.addLayout(words, 1)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def refresh(self) -> None:
        """Show what is to be done next, from the book and the findings as they stand."""
        findings = self.desk.findings
        self._step = next_step(self.desk.bridge.book, findings.open)
        if self._step is not None:
            action, why = _way(self._step)
            self._show(self._step.title, why, action)
        elif findings.is_ready:
            said = "The checks find nothing to settle. A report shows partners and leadership where you stand."
            self._show("Tell others about it", said, "Make the report")
        else:
            self._show(
                "The checks are reading the plan", "In a moment the next step stands here.", "Go to the work plan"
            )

    def _show(self, title: str, sentence: str, action: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(action.replace("&", "&&"))
        self.button.setAccessibleDescription(f"{title}. {sentence}")

    def _on_chosen(self) -> None:
        if self._step is not None:
            self.desk.go_to(self._step.type, self._step.id, self._step.field)
        elif self.desk.findings.is_ready:
            self.desk.start("export_report")
        else:
            self.desk.go_to("activities")


def _way(step: Step) -> tuple[str, str]:
    """Return the words of the button and the reason."""
    if step.begins_table:
        return f"Go to {RECORD_TYPES[step.type].titles.lower()}", teaching(RECORD_TYPES[step.type])[1]
    return ("Write the vision" if step.field == "vision" else "Go there"), step.why
