"""The partnership at a glance: what is met, what needs attention, what comes next, what is there and what happened."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.findings import SEVERITIES, SEVERITY_WORDS
from ui.layouts import button, clear, column, frame, label, row
from ui.pages.base import Page
from ui.pages.money_table import MoneyTable
from ui.pages.next_step import next_step
from ui.sections import Section
from ui.tables.drawing import SEVERITY_ICONS
from ui.widgets.card import Card
from ui.widgets.meter import Meter
from workbook.checks import Score
from workbook.measures.capacity import people_trained
from workbook.measures.work import Dated, late, upcoming
from workbook.vocabularies import FOUNDATIONS, GUIDING_QUESTIONS

_MOST = 7


class OverviewPage(Page):
    """Made of cards; each is written anew a moment after something changed, and only while the page is seen."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(desk, section, parent)
        self.box.setContentsMargins(24, 8, 12, 8)
        self.step = frame("card_accent")
        self._step = column(self.step, "tight")
        self._step.setContentsMargins(16, 12, 16, 12)
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
        for key, score in {**self.desk.findings.foundations(), **self.desk.findings.questions()}.items():
            meter, words = self.scores[key]
            meter.show_part(score.met, score.of, score.title)
            words.setText(_short(score))
        self._show_attention()
        self._show_coming()
        self.money.refresh()
        self._show_people()
        self._show_recent()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._waiting.start()

    def enter(self) -> None:
        first = self.step.findChild(QWidget, "next_step")
        if isinstance(first, QWidget):
            first.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        inner.setMaximumWidth(1240)
        whole = column(inner, "medium")
        whole.setContentsMargins(0, 8, 12, 16)
        whole.addWidget(self.step)
        whole.addLayout(self._foundations())
        columns = row(gap="medium")
        columns.addLayout(_stacked((self.attention, self._questions(), self.recent)), 6)
        columns.addLayout(_stacked((self.coming, self.money, self.people)), 5)
        whole.addLayout(columns)
        whole.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.box.addWidget(scroll)

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

    def _show_step(self) -> None:
        clear(self._step)
        step = next_step(self.desk)
        self._step.addWidget(label("Next step", "caption"))
        line = row(gap="large")
        words = column(gap="hair")
        words.addWidget(label(step.title, "heading", wrap=True))
        words.addWidget(label(step.sentence, wrap=True))
        go = button(step.action, "primary")
        go.setObjectName("next_step")
        go.clicked.connect(lambda: step.run())
        line.addLayout(words, 1)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignVCenter)
        self._step.addLayout(line)

    def _show_attention(self) -> None:
        self.attention.begin()
        found = sorted(self.desk.findings.open, key=lambda one: SEVERITIES.index(one.severity))
        for one in found[:_MOST]:
            self.attention.offer(
                one.title,
                lambda one=one: self.desk.go_to(one.type, one.id, one.field),
                SEVERITY_WORDS[one.severity],
                SEVERITY_ICONS[one.severity],
                one.severity,
            )
        if len(found) > _MOST:
            self.attention.say(f"And {len(found) - _MOST} more; the numbers at the side say where.", "caption")
        if not found:
            self.attention.say("The checks find nothing that needs attention.")

    def _show_coming(self) -> None:
        self.coming.begin()
        book, today = self.desk.bridge.book, self.desk.bridge.today()
        overdue, ahead = late(book, today), upcoming(book, today)
        for one in overdue[:4]:
            days = one.days_late(today)
            said = "1 day late" if days == 1 else f"{days} days late"
            self._offer_dated(one, said, "clock", "error")
        if len(overdue) > 4:
            self.coming.say(f"And {len(overdue) - 4} more are overdue.", "caption")
        for one in ahead[:_MOST]:
            self._offer_dated(one, self.desk.bridge.formats.date(one.date), "calendar-blank", "muted")
        if len(ahead) > _MOST:
            self.coming.say(f"And {len(ahead) - _MOST} more in the next 90 days.", "caption")
        if not overdue and not ahead:
            self.coming.say("Nothing is due. Dates come from activities, contributions, sessions and agreements.")

    def _offer_dated(self, one: Dated, remark: str, mark: str, role: str) -> None:
        words = f"{one.title} ({one.what})"
        self.coming.offer(words, lambda: self.desk.go_to(one.type, one.id), remark, mark, role)

    def _show_people(self) -> None:
        self.people.begin()
        figure = people_trained(self.desk.bridge.book)
        if figure.value is None:
            self.people.say("No session has been counted yet.")
            return
        self.people.say(f"{figure.value} {figure.unit}", "number")
        self.people.say(figure.formula, "caption")

    def _show_recent(self) -> None:
        self.recent.begin()
        workbook = self.desk.bridge.workbook
        steps = list(workbook.history(max(1, workbook.seq - 5), workbook.seq)) if workbook.seq else []
        for step in reversed(steps):
            when = self.desk.bridge.formats.date(step.at.astimezone().date())
            self.recent.offer(step.title, lambda: self.desk.open_section("history"), f"{step.operator}, {when}")
        if not steps:
            self.recent.say("Nothing has been changed yet.")

    def _on_changed(self) -> None:
        if self.isVisible():
            self._waiting.start()


def _short(score: Score) -> str:
    said = f"{score.met} of {score.of} met"
    return f"{said} ({score.accepted} accepted)" if score.accepted else said


def _stacked(widgets: Iterable[QWidget]) -> QVBoxLayout:
    box = column(gap="medium")
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return box
