"""The spine of the plan: four foundations with what lasts, and the five questions, each with its own next step."""

from collections.abc import Callable
from textwrap import shorten

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.desk import Desk
from ui.icons import icon
from ui.layouts import column, label, leading, row
from ui.theme import room, set_role
from ui.widgets.meter import Meter
from ui.widgets.tile import PressableCard
from ui.widgets.tile_grid import TileGrid
from workbook.checks import Score
from workbook.guiding import Step, step_of
from workbook.vocabularies import FOUNDATIONS, GUIDING_QUESTIONS
from workbook.vocabularies.base import Term

_CARD = 130


_LONGEST, _LONGEST_WIDE = 64, 110


class ScoreCard(PressableCard):
    """One foundation or question: how many of its checks are met, why it matters, and what brings it on."""

    def __init__(self, desk: Desk, term: Term, *, wide: bool) -> None:
        super().__init__()
        self.desk, self.term = desk, term
        self._step: Step | None = None
        self._longest = _LONGEST_WIDE if wide else _LONGEST
        self.meter = Meter()
        self.words = label("…", "caption")
        self.next = label("", "caption", wrap=True)
        self._mark = label("")
        (self._lay_out_wide if wide else self._lay_out)()
        self.setToolTip(term.help)
        self.let_through()
        self.clicked.connect(self._on_clicked)

    def show_score(self, score: Score) -> None:
        """Show a score and the step that follows from it."""
        self.meter.show_part(score.met, score.of, score.title)
        self.words.setText(_short(score))
        self._step = step_of(score)
        is_done = self._step is None
        self._mark.setPixmap(
            icon(self._mark_name(is_done=is_done), "good" if is_done else "muted").pixmap(QSize(room(14), room(14)))
        )
        self.next.setText(
            "All checks are met." if self._step is None else shorten(self._step.title, self._longest, placeholder="…")
        )
        self.setToolTip(self.term.help if self._step is None else f"{self.term.help}\n{self._step.why}")
        self.setAccessibleName(f"{self.term.title}: {score.title}. Next: {self.next.text()}")
        self.updateGeometry()

    def _mark_name(self, *, is_done: bool) -> str:
        onwards = "arrow-left" if self.isRightToLeft() else "arrow-right"
        return "check-circle" if is_done else onwards

    def _lay_out(self) -> None:
        box = column(self, "tight")
        box.setContentsMargins(12, 12, 12, 8)
        box.addWidget(self.meter)
        box.addWidget(label(self.term.title, "label", wrap=True))
        box.addWidget(self.words)
        why = label(self.term.help, "caption", wrap=True)
        why.setAlignment(leading(Qt.AlignmentFlag.AlignTop))
        box.addWidget(why, 1)
        box.addLayout(self._next_line())

    def _lay_out_wide(self) -> None:
        set_role(self, "row_card")
        self.meter.setFixedWidth(room(90))
        self.words.setMinimumWidth(room(68))
        box = column(self, "hair")
        box.setContentsMargins(8, 6, 8, 6)
        first = row(gap="small")
        first.addWidget(label(f"{self.term.key[1:]}", "number_small"), 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(label(self.term.title, "label", wrap=True), 1)
        first.addWidget(self.meter, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.words)
        box.addLayout(first)
        second = self._next_line()
        second.setContentsMargins(20, 0, 0, 0)
        box.addLayout(second)

    def _next_line(self) -> QHBoxLayout:
        line = row(gap="tight")
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.next, 1)
        return line

    def _on_clicked(self) -> None:
        if self._step is not None:
            self.desk.go_to(self._step.type, self._step.id, self._step.field)
        else:
            self.desk.say(f"{self.term.title}: all checks are met.")


class Foundations(TileGrid):
    """The foundations side by side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_CARD, parent)
        self.cards = {term.key: ScoreCard(desk, term, wide=False) for term in FOUNDATIONS}
        self.hold(tuple(self.cards.values()))


class Questions(QFrame):
    """The five guiding questions one below the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.setAccessibleName("The five questions")
        self.cards = {term.key: ScoreCard(desk, term, wide=True) for term in GUIDING_QUESTIONS}
        box = column(self, "hair")
        box.setContentsMargins(10, 12, 10, 12)
        heading = label("The five questions", "heading")
        heading.setContentsMargins(6, 0, 6, 4)
        box.addWidget(heading)
        for card in self.cards.values():
            box.addWidget(card)


def show_scores(desk: Desk, foundations: Foundations, questions: Questions) -> None:
    """Bring all scores up to what the checks say, once they have read the plan."""
    findings = desk.findings
    if not findings.is_ready:
        return
    shown: tuple[tuple[dict[str, ScoreCard], Callable[[], dict[str, Score]]], ...] = (
        (foundations.cards, findings.foundations),
        (questions.cards, findings.questions),
    )
    for cards, scores in shown:
        for key, score in scores().items():
            cards[key].show_score(score)


def _short(score: Score) -> str:
    said = f"{score.met} of {score.of} met"
    return f"{said} ({score.accepted} accepted)" if score.accepted else said
