"""A round in the room: one partner after another answers on one screen that hides the answers of the others."""

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.layouts import column
from ui.pages.cooperation.hand_over import HandOver
from ui.pages.cooperation.question import DONT_KNOW, Question
from ui.widgets.dialog import Dialog
from ui.widgets.stack import Stack
from workbook.measures.rounds import Answers, answers_of, next_open
from workbook.operations import Answer, KeepAnswers
from workbook.records import HealthRound
from workbook.vocabularies import HEALTH_STATEMENTS

_EARLIER = "Answered earlier; what was said is not shown. Answer again to replace it."
_ALONE = "Choose an answer too, or “don't know”; a comment alone is not kept."


class AskingDialog(Dialog):
    """Each answer is on disk before the screen says that it is kept, so a round can stop at any moment.

    Only what the person at the screen answered in this sitting is shown when going back; `_given` forgets it when the
    next partner sits down.
    """

    def __init__(self, desk: Desk, round_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.round_id = desk, round_id
        self.partner_id = ""
        self.place = 0
        self._given: dict[str, Answer] = {}
        self.setWindowTitle("Cooperation check")
        self.hand_over = HandOver(desk.bridge)
        self.question = Question()
        self.stack = Stack()
        self.stack.addWidget(self.hand_over)
        self.stack.addWidget(self.question)
        column(self, "").addWidget(self.stack)
        self.hand_over.begin_requested.connect(self.begin)
        self.hand_over.leave_requested.connect(self.accept)
        self.question.answered.connect(self._on_answered)
        self.question.step_requested.connect(self._on_step_requested)
        self.question.stop_requested.connect(self.stop)
        if parent is not None:
            self.resize(parent.window().size())
        self._hand_over()

    def begin(self, partner_id: str) -> None:
        """Let a partner answer, from the first statement that it has not answered."""
        self.partner_id, self._given = partner_id, {}
        place = next_open(self._kept())
        self.place = 0 if place == len(HEALTH_STATEMENTS) else place
        self.stack.setCurrentWidget(self.question)
        self._show_statement()

    def stop(self) -> None:
        """Leave the partner's answers as they are and go back to who answers."""
        if self._comment_is_kept():
            self._hand_over(self._thanks())

    def reject(self) -> None:
        """Esc steps back: first out of the comment, then from the partner, then out."""
        if self.question.comment.hasFocus():
            self.question.setFocus()
        elif self.stack.currentWidget() is self.question:
            self.stop()
        else:
            super().reject()

    @property
    def _statement(self) -> str:
        return HEALTH_STATEMENTS.keys[self.place]

    def _kept(self) -> Answers:
        return answers_of(self.desk.bridge.book, self.round_id, self.partner_id)

    def _hand_over(self, thanks: str = "") -> None:
        self.partner_id, self._given = "", {}
        round_ = self.desk.bridge.book.one(HealthRound, self.round_id)
        if round_ is not None:
            self.stack.setCurrentWidget(self.hand_over)
            self.hand_over.show_partners(round_, thanks)

    def _thanks(self) -> str:
        count, whole = len(self._kept()), len(HEALTH_STATEMENTS)
        name = self.desk.bridge.book.label("partners", self.partner_id)
        if count == whole:
            return f"Thank you, {name}. All {whole} answers are kept."
        return f"{name}: {count} of {whole} answers are kept. The others can be given later."

    def _show_statement(self) -> None:
        name = self.desk.bridge.book.label("partners", self.partner_id)
        given = self._given.get(self._statement)
        said = "Kept." if given is not None else _EARLIER if self._statement in self._kept() else ""
        self.question.show_statement(name, self.place, given, said)

    def _on_answered(self, score: int) -> None:
        self._keep(Answer(None if score == DONT_KNOW else score, self.question.comment.text().strip()))

    def _on_step_requested(self, step: int) -> None:
        if not self._comment_is_kept():
            return
        place = self.place + step
        if place >= len(HEALTH_STATEMENTS):
            self._hand_over(self._thanks())
        elif place >= 0:
            self.place = place
            self._show_statement()

    def _comment_is_kept(self) -> bool:
        """Keep a comment that was typed or changed after the answer; say what is missing where there is no answer."""
        typed = self.question.comment.text().strip()
        given = self._given.get(self._statement)
        if typed == (given.comment if given is not None else ""):
            return True
        if given is None:
            self.question.say(_ALONE, "error")
            return False
        return self._keep(Answer(given.score, typed))

    def _keep(self, answer: Answer) -> bool:
        operation = KeepAnswers(self.round_id, {self.partner_id: {self._statement: answer}})
        problems = self.desk.bridge.attempt(operation, self)
        if problems:
            self.question.show_answer(self._given.get(self._statement))
            self.question.say(" ".join(problem.sentence for problem in problems), "error")
            return False
        self._given[self._statement] = answer
        self.question.show_answer(answer)
        self.question.say("Kept.")
        return True
