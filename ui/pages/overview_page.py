"""The partnership at a glance: what is met, what needs attention, what comes next, what is there and what happened."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.findings import SEVERITIES, SEVERITY_WORDS
from ui.layouts import button, column, frame, label, row
from ui.pages.base import Page
from ui.pages.money_table import MoneyTable
from ui.pages.next_step import next_step
from ui.sections import Section
from ui.tables.drawing import SEVERITY_ICONS
from ui.widgets.card import Card, Line
from ui.widgets.meter import Meter
from workbook.checks import Score
from workbook.measures.capacity import people_trained
from workbook.measures.work import Dated, late, upcoming
from workbook.vocabularies import FOUNDATIONS, GUIDING_QUESTIONS

_MOST, _MOST_LATE, _MOST_RECENT = 7, 4, 5


class OverviewPage(Page):
    """Made of cards; each is written anew a moment after something changed, and only while the page is seen."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(desk, section, parent)
        self.box.setContentsMargins(24, 8, 12, 8)
        self.step = frame("card_accent")
        self.step_title = label("", "heading", wrap=True)
        self.step_sentence = label("", wrap=True)
        self.step_button = button("", "primary")
        self._run: Callable[[], object] = lambda: None
        self.step_button.clicked.connect(self._on_step_chosen)
        self.scores = {key: (Meter(), label("", "caption")) for key in (*FOUNDATIONS.keys, *GUIDING_QUESTIONS.keys)}
        self.attention = Card("Needs attention")
        self.coming = Card("Overdue, and the next 90 days")
        self.money = MoneyTable(desk)
        self.people = Card("People trained")
        self.recent = Card("What changed lately")
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(0)
        self._waiting.timeout.connect(self.refresh)
        desk.bridge.changed.connect(self._on_changed)
        desk.findings.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Write every card from the book and the findings as they stand."""
        self._waiting.stop()
        self._show_step()
        self._show_scores()
        self._show_attention()
        self._show_coming()
        self.money.refresh()
        self._show_people()
        self._show_recent()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._waiting.start()

    def enter(self) -> None:
        self.step_button.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMaximumWidth(1240)
        whole = column(inner, "medium")
        whole.setContentsMargins(0, 8, 12, 16)
        self._lay_out_step()
        whole.addWidget(self.step)
        whole.addLayout(self._foundations())
        columns = row(gap="medium")
        columns.addLayout(_stacked((self.attention, self._questions(), self.recent)), 6)
        columns.addLayout(_stacked((self.coming, self.money, self.people)), 5)
        whole.addLayout(columns)
        whole.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("Overview")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.box.addWidget(scroll)

    def _lay_out_step(self) -> None:
        words = column(gap="hair")
        for text in (label("Next step", "caption"), self.step_title, self.step_sentence):
            words.addWidget(text)
        box = row(self.step, "large")
        box.setContentsMargins(16, 12, 16, 12)
        box.addLayout(words, 1)
        box.addWidget(self.step_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _foundations(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, term in enumerate(FOUNDATIONS):
            card = frame("card")
            card.setToolTip(term.help)
            box = column(card, "tight")
            box.setContentsMargins(12, 10, 12, 10)
            box.addWidget(label(term.title, "label", wrap=True), 1)
            meter, words = self.scores[term.key]
            box.addWidget(meter)
            box.addWidget(words)
            grid.addWidget(card, 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _questions(self) -> QFrame:
        card = Card("The five questions")
        grid = QGridLayout()
        grid.setContentsMargins(2, 0, 2, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, term in enumerate(GUIDING_QUESTIONS):
            question = label(term.title, wrap=True)
            question.setToolTip(term.help)
            meter, words = self.scores[term.key]
            meter.setFixedWidth(90)
            grid.addWidget(question, place, 0)
            grid.addWidget(meter, place, 1)
            grid.addWidget(words, place, 2)
        grid.setColumnStretch(0, 1)
        card.lines.addLayout(grid)
        return card

    def _show_scores(self) -> None:
        findings = self.desk.findings
        if not findings.is_ready:
            for _, words in self.scores.values():
                words.setText("…")
            return
        for key, score in {**findings.foundations(), **findings.questions()}.items():
            meter, words = self.scores[key]
            meter.show_part(score.met, score.of, score.title)
            words.setText(_short(score))

    def _show_step(self) -> None:
        step = next_step(self.desk)
        self._run = step.run
        self.step_title.setText(step.title)
        self.step_sentence.setText(step.sentence)
        self.step_button.setText(step.action.replace("&", "&&"))

    def _on_step_chosen(self) -> None:
        self._run()

    def _show_attention(self) -> None:
        go_to = self.desk.go_to
        found = sorted(self.desk.findings.open, key=lambda one: SEVERITIES.index(one.severity))
        lines = [
            Line(
                one.title,
                SEVERITY_WORDS[one.severity],
                SEVERITY_ICONS[one.severity],
                one.severity,
                partial(go_to, one.type, one.id, one.field),
                f"{one.type} {one.id} {one.field}",
            )
            for one in found[:_MOST]
        ]
        if len(found) > _MOST:
            lines.append(Line(f"And {len(found) - _MOST} more; the numbers at the side say where.", role="caption"))
        is_ready = self.desk.findings.is_ready
        nothing = "The checks find nothing that needs attention." if is_ready else "The checks are reading the plan …"
        self.attention.show_lines(lines or [Line(nothing)])

    def _show_coming(self) -> None:
        book, today, formats = self.desk.bridge.book, self.desk.bridge.today(), self.desk.bridge.formats
        overdue, ahead = late(book, today), upcoming(book, today)
        lines = [self._dated(one, _late_by(one.days_late(today)), "clock", "error") for one in overdue[:_MOST_LATE]]
        if len(overdue) > _MOST_LATE:
            lines.append(Line(f"And {len(overdue) - _MOST_LATE} more are overdue.", role="caption"))
        lines += [self._dated(one, formats.date(one.date), "calendar-blank", "muted") for one in ahead[:_MOST]]
        if len(ahead) > _MOST:
            lines.append(Line(f"And {len(ahead) - _MOST} more in the next 90 days.", role="caption"))
        nothing = "Nothing is due. Dates come from activities, contributions, sessions and agreements."
        self.coming.show_lines(lines or [Line(nothing)])

    def _dated(self, one: Dated, remark: str, mark: str, role: str) -> Line:
        words = f"{one.title} ({one.what})"
        return Line(words, remark, mark, role, lambda: self.desk.go_to(one.type, one.id), one.id)

    def _show_people(self) -> None:
        figure = people_trained(self.desk.bridge.book)
        if figure.value is None:
            self.people.show_lines([Line("No session has been counted yet.")])
        else:
            self.people.show_lines(
                [Line(f"{figure.value} {figure.unit}", role="number"), Line(figure.formula, role="caption")]
            )

    def _show_recent(self) -> None:
        workbook, formats = self.desk.bridge.workbook, self.desk.bridge.formats
        steps = list(workbook.history(max(1, workbook.seq - _MOST_RECENT), workbook.seq)) if workbook.seq else []
        lines = [
            Line(
                step.title,
                f"{step.operator}, {formats.date(step.at.astimezone().date())}",
                run=lambda: self.desk.open_section("history"),
                target=step.id,
            )
            for step in reversed(steps)
        ]
        self.recent.show_lines(lines or [Line("Nothing has been changed yet.")])

    def _on_changed(self) -> None:
        if self.isVisible():
            self._waiting.start()


def _late_by(days: int) -> str:
    return "1 day late" if days == 1 else f"{days} days late"


def _short(score: Score) -> str:
    said = f"{score.met} of {score.of} met"
    return f"{said} ({score.accepted} accepted)" if score.accepted else said


def _stacked(widgets: Iterable[QWidget]) -> QVBoxLayout:
    box = column(gap="medium")
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return box
