"""One text before and after a change, in one run: what went is struck through, what came is bold and underlined."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.layouts import column, label
from workbook.marking import Piece, changed_words

_LINES = 5


class MarkedText(QWidget):
    """Shows where two texts differ; the description that screen readers read says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = read_only_text("The text with its changes marked")
        self.text.setFixedHeight(_LINES * QFontMetrics(self.text.font()).lineSpacing() + 18)
        self.legend = label("Struck through: taken out. Bold and underlined: put in.", "caption")
        box = column(self, "tight")
        box.addWidget(self.text)
        box.addWidget(self.legend)
        self.show_change("", "")

    def show_change(self, before: str, after: str) -> None:
        """Mark how one text became the other; with one of them empty, or both the same, there is nothing to mark."""
        pieces = changed_words(before, after) if before and after and before != after else ()
        write_pieces(self.text, pieces)
        self.setVisible(bool(pieces))


def read_only_text(name: str, role: str = "marked") -> QTextEdit:
    """Return a text that is read and copied, and that Tab leads out of; `name` is what screen readers call it."""
    made = QTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setProperty("role", role)
    made.setAccessibleName(name)
    return made


def write_pieces(text: QTextEdit, pieces: Iterable[Piece]) -> None:
    """Write a text with its changes marked; where there are any, a screen reader hears them in words."""
    held = tuple(pieces)
    text.clear()
    cursor = text.textCursor()
    for piece in held:
        cursor.insertText(piece.text, format_of(piece))
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    text.setTextCursor(cursor)
    text.setAccessibleDescription(in_words(held) if any(piece.fate != "kept" for piece in held) else "")


def in_words(pieces: tuple[Piece, ...]) -> str:
    """Return the text with what went and what came said in brackets, as it is read aloud."""
    said = (piece.text if piece.fate == "kept" else f"[{piece.fate}: {piece.text.strip()}] " for piece in pieces)
    return "".join(said).strip()


def format_of(piece: Piece) -> QTextCharFormat:
    """Return how a piece of a changed text looks, wherever it stands."""
    made = QTextCharFormat()
    if piece.fate == "removed":
        made.setFontStrikeOut(True)
    elif piece.fate == "added":
        made.setFontWeight(QFont.Weight.Bold)
        made.setFontUnderline(True)
    return made
