"""The chosen line in full: what was, what they wrote and what stands here, beside each other, with new words marked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QRadioButton, QWidget

from ui import theme
from ui.layouts import column, label, row
from ui.reviewing.lines import ReviewLine, SideWords
from ui.widgets.marked_text import read_only_text, write_pieces
from workbook.marking import Piece, changed_words
from workbook.merging import Side
from workbook.returning.telling import Told

_EMPTY, _NOTHING = "(empty)", "Nothing is added."
_LEAST = 46


class SideCard(QFrame):
    """Is chosen by its radio button; the frame of the chosen one is in the colour of its side as well."""

    chosen = Signal()

    def __init__(self, title: str, side: Side) -> None:
        super().__init__()
        self.side = side
        self.choice = QRadioButton(title)
        self.choice.setProperty("role", side)
        self.choice.setAutoExclusive(False)
        self.hand = label("", "caption", wrap=True)
        self.text = read_only_text(title, "in_card")
        self.text.document().setDocumentMargin(0)
        self.text.setMinimumHeight(theme.room(_LEAST))
        box = column(self, "tight", "small")
        box.addWidget(self.choice)
        box.addWidget(self.hand)
        box.addWidget(self.text, 1)
        self.choice.clicked.connect(self.chosen)
        self.show_choice(counts=False, is_open=False)

    def show_text(self, was: str, text: str, hand: str) -> None:
        """Show what stands on this side; words that were not there before are bold and underlined."""
        pieces = changed_words(was, text) if was and text else (Piece("kept", text or _EMPTY),)
        write_pieces(self.text, (piece for piece in pieces if piece.fate != "removed"))
        self.hand.setText(hand)
        self.hand.setVisible(bool(hand))

    def show_choice(self, *, counts: bool, is_open: bool) -> None:
        """Show whether the word of this side counts."""
        self.choice.setEnabled(is_open)
        self.choice.setChecked(counts and is_open)
        theme.set_role(self, f"card_{self.side}" if counts and is_open else "card")


class SideCards(QWidget):
    """Was, theirs and ours; a line that has only one thing to say says it in one card.

    `place` says where the line stands; the panel around gives it its room.
    """

    chosen = Signal(str)

    def __init__(self, words: SideWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.place, self.why = label("", "label", wrap=True), label("", "muted", wrap=True)
        self.was = QFrame()
        self.was.setProperty("role", "card")
        self.was_text = read_only_text("Was", "in_card")
        self.was_text.document().setDocumentMargin(0)
        self.was_text.setMinimumHeight(theme.room(_LEAST))
        was_box = column(self.was, "tight", "small")
        title = label("Was", "label")
        was_box.addWidget(title)
        was_box.addWidget(self.was_text, 1)
        self.theirs, self.ours = SideCard(words.theirs, "theirs"), SideCard(words.ours, "ours")
        title.setMinimumHeight(self.theirs.choice.sizeHint().height())
        sides = row()
        for card in (self.was, self.theirs, self.ours):
            sides.addWidget(card, 1)
        box = column(self, "tight")
        box.addWidget(self.why)
        box.addLayout(sides, 1)
        for side in (self.theirs, self.ours):
            side.chosen.connect(lambda side=side: self.chosen.emit(side.side))

    def show_line(self, line: ReviewLine | None, told: Told | None, hands: tuple[str, str] = ("", "")) -> None:
        """Show a line; `hands` say who wrote theirs and ours, and when."""
        if line is None or told is None:
            told = Told("", "", "", "", "", "", "", "Choose a line to see it in full.")
        about = ", ".join(part for part in (told.record, told.field) if part)
        self.place.setText(": ".join(part for part in (told.place, about) if part))
        self.place.setVisible(bool(self.place.text()))
        self.why.setText(told.why)
        single = line is None or line.detail is not None or not (told.was or told.theirs or told.ours)
        self.was.setVisible(not single)
        self.ours.setVisible(not single or (line is not None and line.is_open))
        self.theirs.setVisible(line is not None and (line.is_open or bool(told.theirs)))
        write_pieces(self.was_text, (Piece("kept", told.was or _EMPTY),))
        known = (told.was or told.ours, told.was or told.theirs) if told.is_written else ("", "")
        detail = "" if line is None or line.detail is None else line.detail()
        self.theirs.show_text(known[0], detail or told.theirs, hands[0])
        self.ours.show_text(known[1], _NOTHING if detail else told.ours, hands[1])

    def show_side(self, line: ReviewLine | None, side: Side | None) -> None:
        """Show whose word counts in the line."""
        words = line.words if line is not None and line.is_open else self._words
        for card, title in ((self.theirs, words.theirs), (self.ours, words.ours)):
            card.choice.setText(title)
            card.text.setAccessibleName(title)
            card.show_choice(counts=side == card.side, is_open=line is not None and line.is_open)
