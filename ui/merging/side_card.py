"""One side of a conflict: what it holds, what of that is new, who wrote it and when."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QFrame, QRadioButton, QTextEdit

from ui import theme
from ui.layouts import column, label
from workbook.formats import Formats
from workbook.marking import changed_words
from workbook.merging import Hand

_EMPTY = "(empty)"


class SideCard(QFrame):
    """Is chosen by its radio button; the frame of the chosen one is in the colour of the accent as well."""

    chosen = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.choice = QRadioButton(title)
        self.hand = label("", "caption", wrap=True)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "marked")
        self.text.setFixedHeight(theme.room(96))
        self.text.setAccessibleName(title.replace("&", ""))
        box = column(self, "tight", "small")
        box.addWidget(self.choice)
        box.addWidget(self.hand)
        box.addWidget(self.text, 1)
        self.choice.toggled.connect(self._on_toggled)
        self.show_choice()

    def show_side(self, was: str, text: str, hand: Hand | None, formats: Formats, *, is_open: bool) -> None:
        """Show what stands on this side; words that were not there before are bold and underlined."""
        self.choice.setEnabled(is_open)
        when = "" if hand is None else f"{hand.operator}, {formats.moment(hand.at.astimezone())}"
        self.hand.setText(when or "as it was")
        self.text.clear()
        cursor = self.text.textCursor()
        plain, new = QTextCharFormat(), QTextCharFormat()
        new.setFontWeight(QFont.Weight.Bold)
        new.setFontUnderline(True)
        if was and text:
            for piece in changed_words(was, text):
                if piece.fate != "removed":
                    cursor.insertText(piece.text, new if piece.fate == "added" else plain)
        else:
            cursor.insertText(text or _EMPTY, plain)
        self.text.moveCursor(cursor.MoveOperation.Start)

    def show_choice(self) -> None:
        """Show by the frame whether this side stays."""
        theme.set_role(self, "card_accent" if self.choice.isChecked() else "card")

    def _on_toggled(self, is_chosen: bool) -> None:
        self.show_choice()
        if is_chosen:
            self.chosen.emit()
