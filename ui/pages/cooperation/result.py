"""The result of one round: the foundations, every statement, what to talk about and what follows."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QSplitter, QWidget

from ui.desk import Desk
from ui.layouts import button, column, frame, label, row
from ui.pages.cooperation.follow_ups import FollowUps
from ui.pages.cooperation.hand_over import how_far
from ui.pages.cooperation.over_time import OverTime
from ui.pages.cooperation.single_answers import SingleAnswers
from ui.pages.cooperation.statements import StatementRow, StatementsModel, StatementsTable, row_of
from ui.pages.cooperation.tracks import Track, Tracks
from ui.theme import room
from ui.widgets.card import Card, Line
from ui.widgets.stack import Stack
from workbook.book import Book
from workbook.formats import Formats
from workbook.measures.cooperation import RoundResult, round_result
from workbook.measures.rounds import (
    Dimension,
    answers_of,
    asked_partners,
    comments_on,
    dimensions,
    rounds_in_order,
    shown_mean,
)
from workbook.records import HealthResponse, HealthRound
from workbook.vocabularies import FOUNDATIONS, HEALTH_STATEMENTS

_RINGS = 3
_MOST_GAPS = 4
_SINGLE = 2


class Result(QWidget):
    """`follow_up_requested` carries a statement; `ask_requested` a partner."""

    follow_up_requested = Signal(str)
    ask_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.round: HealthRound | None = None
        self.tracks, self.over_time, self.single = Tracks(), OverTime(), SingleAnswers()
        self.model = StatementsModel(self)
        self.table = StatementsTable(self.model)
        self.comments = label("", "muted", wrap=True)
        self.plan = button("Plan a follow-up…", "", "Promise something about this statement, with a day (Enter)")
        self.who = Card("Who has answered")
        self.talk = Card("Talk about this")
        self.follow_ups = FollowUps(desk)
        self._lay_out()
        self.table.follow_up_requested.connect(self._on_follow_up_requested)
        self.plan.clicked.connect(self._on_follow_up_requested)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_statement())

    def show_round(self, round: HealthRound) -> None:
        """Show a round as the book stands."""
        self.round = round
        book, formats = self.desk.bridge.book, self.desk.bridge.formats
        result = round_result(book, round)
        self.tracks.show_tracks(tuple(_tracks(book, round, formats)))
        self.over_time.show_rounds(book, formats)
        self.views.button(1).setEnabled(self.over_time.columnCount() > 1)
        self.single.show_round(book, round)
        self.views.button(_SINGLE).setVisible(round.show_single)
        if not round.show_single and self.views.checkedId() == _SINGLE:
            self.views.button(0).setChecked(True)
        self.model.show_rows(tuple(row_of(one, formats) for one in result.statements))
        self.table.fit(self.model.rows)
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.who.show_lines(self._who(book, round))
        self.talk.show_lines(self._talk(result, formats))
        self.follow_ups.show_round(round.id)
        self._show_statement()

    def statement(self) -> str:
        """Return the chosen statement."""
        found = self._row()
        return "" if found is None else found.statement.key

    def choose(self, statement: str) -> None:
        """Make a statement the chosen one."""
        self.table.setCurrentIndex(self.model.index(HEALTH_STATEMENTS.keys.index(statement), 0))
        self.table.setFocus()

    def put_below_who(self, tool: QWidget) -> None:
        """Put something to do with those who answered below their names."""
        self._cards.insertWidget(self._cards.indexOf(self.who) + 1, tool)

    def _who(self, book: Book, round: HealthRound) -> list[Line]:
        lines = []
        for partner in asked_partners(book, round):
            count = len(answers_of(book, round.id, partner.id))
            done = count == len(HEALTH_STATEMENTS)
            mark, role = ("check-circle", "good") if done else ("circle", "muted")
            name = book.label("partners", partner.id)
            lines.append(Line(name, how_far(count), mark, role, partial(self.ask_requested.emit, partner.id)))
        return lines or [Line("Nobody is asked yet. Add active partners, or choose who is asked in the round.")]

    def _talk(self, result: RoundResult, formats: Formats) -> list[Line]:
        gaps = sorted(result.perception_gaps, key=lambda one: -(one.spread or 0))[:_MOST_GAPS]
        lines = [self._line(one.key, "seen differently", "arrows-left-right", "warning") for one in gaps]
        told = {one.key for one in gaps}
        low = [one for one in result.lowest if one.key not in told]
        lines += [self._line(one.key, f"low: {row_of(one, formats).texts[2]}", "arrow-down", "muted") for one in low]
        return lines or [Line("Once two partners have answered, the lowest statements and the gaps stand here.")]

    def _line(self, statement: str, remark: str, mark: str, role: str) -> Line:
        return Line(HEALTH_STATEMENTS.title(statement), remark, mark, role, partial(self.choose, statement))

    def _row(self) -> StatementRow | None:
        number = self.table.currentIndex().row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def _show_statement(self) -> None:
        found = self._row()
        if found is None or self.round is None:
            return
        told = comments_on(self.desk.bridge.book, self.round, found.statement.key)
        text = "Comments: " + "  ·  ".join(f"“{one}”" for one in told) if told else ""
        self.comments.setText(text or f"{found.texts[0]}. {found.texts[1]}")

    def _on_follow_up_requested(self) -> None:
        if self.statement():
            self.follow_up_requested.emit(self.statement())

    def _lay_out(self) -> None:
        top = frame("card")
        top_box = column(top, "tight", "medium")
        top_box.addLayout(self._heading())
        self.shown = Stack()
        self.shown.addWidget(self.tracks)
        self.shown.addWidget(self.over_time)
        self.shown.addWidget(self.single)
        top_box.addWidget(self.shown)
        below = QWidget()
        below_box = column(below, "tight")
        below_box.addWidget(self.table, 1)
        foot = row()
        foot.addWidget(self.comments, 1)
        foot.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignTop)
        below_box.addLayout(foot)
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(top)
        left.addWidget(below)
        left.setChildrenCollapsible(False)
        left.setStretchFactor(1, 1)
        left.setHandleWidth(8)
        box = row(self, "medium")
        box.addWidget(left, 1)
        box.addWidget(self._side())

    def _heading(self) -> QHBoxLayout:
        head = row(gap="tight")
        head.addWidget(label("Result by foundation", "heading"), 1)
        self.views = QButtonGroup(self)
        for number, title in enumerate(("This round", "Over time", "By partner")):
            one = QPushButton(title)
            one.setProperty("role", "toggle")
            one.setCheckable(True)
            one.setChecked(number == 0)
            self.views.addButton(one, number)
            head.addWidget(one)
        self.views.idToggled.connect(self._on_view_toggled)
        return head

    def _on_view_toggled(self, number: int, is_on: bool) -> None:
        if is_on:
            self.shown.setCurrentIndex(number)

    def _side(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        cards = self._cards = column(inner, "small")
        for card in (self.talk, self.follow_ups, self.who):
            cards.addWidget(card)
        cards.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFrameShape(QScrollArea.Shape.NoFrame)
        side.setAccessibleName("Who has answered, what to talk about, what follows")
        side.setWidget(inner)
        side.setFixedWidth(room(340))
        return side


def _tracks(book: Book, round: HealthRound, formats: Formats) -> list[Track]:
    before = [one for one in _before(book, round) if book.count_where(HealthResponse, round=one.id)]
    results = [round_result(book, one).dimensions for one in before[-_RINGS:]]
    found = []
    for one in dimensions(book, round):
        earlier = tuple(value for value in (result[one.key] for result in results) if value is not None)
        found.append(Track(FOUNDATIONS.title(one.key), one, earlier, _mean(one, formats), _remark(one, formats)))
    return found


def _before(book: Book, round: HealthRound) -> list[HealthRound]:
    found = list(rounds_in_order(book))
    return found[: found.index(round)]


def _mean(one: Dimension, formats: Formats) -> str:
    return "–" if one.mean is None or one.band is None else f"{formats.number(shown_mean(one.mean))} {one.band}"


def _remark(one: Dimension, formats: Formats) -> str:
    answered = f"{one.partners} of {one.asked}"
    if one.mean is None:
        return f"{answered} answered; shown from two on"
    if one.spread is None:
        return f"{answered} answered, {'far apart' if one.is_wide else 'close together'}"
    return f"{answered} answered, spread {formats.number(round(one.spread, 1))}"
