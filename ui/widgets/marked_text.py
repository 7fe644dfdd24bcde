"""One text before and after a change, in one run: what went is struck through, what came is bold and underlined."""

from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.layouts import column, label
from workbook.marking import Piece, changed_words

_LINES = 5


class MarkedText(QWidget):
    """Shows where two texts differ; the description that screen readers read says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("role", "marked")
        self.text.setAccessibleName("The text with its changes marked")
        self.text.setFixedHeight(_LINES * QFontMetrics(self.text.font()).lineSpacing() + 18)
        self.legend = label("Struck through: taken out. Bold and underlined: put in.", "caption")
        box = column(self, "tight")
        box.addWidget(self.text)
        box.addWidget(self.legend)
        self.show_change("", "")

    def show_change(self, before: str, after: str) -> None:
        """Mark how one text became the other; with one of them empty, or both the same, there is nothing to mark."""
        pieces = changed_words(before, after) if before and after and before != after else ()
        self.text.clear()
        cursor = self.text.textCursor()
        for piece in pieces:
            cursor.insertText(piece.text, _format(piece))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.text.setTextCursor(cursor)
        self.text.setAccessibleDescription(in_words(pieces))
        self.setVisible(bool(pieces))


def in_words(pieces: tuple[Piece, ...]) -> str:
    """Return the text with what went and what came said in brackets, as it is read aloud."""
    said = (piece.text if piece.fate == "kept" else f"[{piece.fate}: {piece.text.strip()}] " for piece in pieces)
    return "".join(said).strip()


def _format(piece: Piece) -> QTextCharFormat:
    made = QTextCharFormat()
    if piece.fate == "removed":
        made.setFontStrikeOut(True)
    elif piece.fate == "added":
        made.setFontWeight(QFont.Weight.Bold)
        made.setFontUnderline(True)
    return made
