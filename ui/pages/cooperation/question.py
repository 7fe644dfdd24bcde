"""One statement on the whole screen, with the keys that answer it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.layouts import button, column, label, row, wrapping_row
from ui.theme import room
from ui.widgets.meter import Meter
from workbook.operations import Answer
from workbook.vocabularies import FOUNDATIONS, HEALTH_SCALE, HEALTH_STATEMENTS

DONT_KNOW = 0
_WIDEST = 980
_KEYS = "Keys: 1 to 5 answer, 0 or D means “don't know”, C goes to the comment, Enter or → goes on, ← goes back."


class _AnswerButton(QPushButton):
    """One point of the scale; arrows and Enter belong to the screen around it, Space presses it."""

    def __init__(self, score: int, title: str) -> None:
        super().__init__(f"{score or '?'}\n{title}")
        self.setProperty("role", "answer")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setMinimumHeight(76)
        self.setAccessibleName(f"{score}, {title}" if score else title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Question(QWidget):
    """Shows a statement and takes an answer; what was answered is told to nobody else.

    `answered` carries a score, `DONT_KNOW` for “don't know”; `step_requested` 1 for on and -1 for back.
    """

    answered = Signal(int)
    step_requested = Signal(int)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = label("", "label")
        self.place = label("", "lead")
        self.meter = Meter()
        self.dimension = label("", "lead")
        self.statement = label("", "display", wrap=True)
        self.statement.setMinimumHeight(110)
        self.statement.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.buttons = {int(term.key): _AnswerButton(int(term.key), term.title) for term in HEALTH_SCALE}
        self.buttons[DONT_KNOW] = _AnswerButton(DONT_KNOW, "Don't know")
        self.comment = QLineEdit()
        self.comment.setPlaceholderText("In a few words, if you like")
        self.said = label("", "muted", wrap=True)
        self.back = button("Back", "", "The statement before (←)")
        self.on = button("Go on", "primary", "The next statement (Enter or →)")
        self.stop = button("Stop here", "quiet", "What is answered stays answered; go on later (Esc)")
        for score, one in self.buttons.items():
            one.clicked.connect(lambda _on=False, chosen=score: self.answered.emit(chosen))
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.on.clicked.connect(lambda: self.step_requested.emit(1))
        self.stop.clicked.connect(self.stop_requested)
        self._lay_out()

    def show_statement(self, who: str, place: int, given: Answer | None, said: str) -> None:
        """Show a statement by its place, with the answer that this person gave in this sitting, if any."""
        keys = HEALTH_STATEMENTS.keys
        term = HEALTH_STATEMENTS[keys[place]]
        self.who.setText(who)
        self.place.setText(f"{place + 1} of {len(keys)}")
        self.meter.show_part(place + 1, len(keys), f"Statement {place + 1} of {len(keys)}")
        self.dimension.setText(FOUNDATIONS.title(term.group))
        self.statement.setText(term.title)
        self.statement.setAccessibleName(f"Statement {place + 1} of {len(keys)}: {term.title}")
        self.comment.setText("" if given is None else given.comment)
        self.back.setEnabled(place > 0)
        self.on.setText("Go on" if place + 1 < len(keys) else "Finish")
        self.show_answer(given)
        self.say(said)
        self.setAccessibleName(self.statement.accessibleName())
        self.setFocus()

    def show_answer(self, given: Answer | None) -> None:
        chosen = None if given is None else given.score or DONT_KNOW
        for score, one in self.buttons.items():
            one.setChecked(score == chosen)

    def say(self, text: str, role: str = "muted") -> None:
        """Say something about this answer: that it is kept, or why not."""
        self.said.setText(text)
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().polish(self.said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        forward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forward, backward = backward, forward
        if typed in ("1", "2", "3", "4", "5"):
            self.answered.emit(int(typed))
        elif typed == "0" or typed.casefold() == "d":
            self.answered.emit(DONT_KNOW)
        elif typed.casefold() == "c":
            self.comment.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, forward, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.step_requested.emit(1)
        elif key in (backward, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            self.step_requested.emit(-1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = row(gap="medium")
        head.addWidget(self.who, 1)
        head.addWidget(self.place)
        scale = wrapping_row(gap="small")
        for score, one in self.buttons.items():
            if score == DONT_KNOW:
                scale.addSpacing(12)
            scale.addWidget(one, 1)
        named = label("Comment (shown without your name)", "label")
        named.setBuddy(self.comment)
        feet = wrapping_row(gap="small")
        feet.addWidget(self.back)
        feet.addWidget(self.stop)
        feet.addStretch(1)
        feet.addWidget(self.on)
        middle = QWidget()
        middle.setMaximumWidth(room(_WIDEST))
        box = column(middle, "medium")
        box.addLayout(head)
        box.addWidget(self.meter)
        box.addStretch(2)
        box.addWidget(self.dimension)
        box.addWidget(self.statement)
        box.addStretch(1)
        box.addLayout(scale)
        box.addSpacing(8)
        box.addWidget(named)
        box.addWidget(self.comment)
        box.addWidget(self.said)
        box.addStretch(3)
        box.addWidget(label(_KEYS, "caption", wrap=True))
        box.addLayout(feet)
        centred = row(self, "", "wide")
        centred.addStretch(1)
        centred.addWidget(middle, 20)
        centred.addStretch(1)
