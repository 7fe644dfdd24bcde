"""Draws the cells of a review: whose word counts, the values in the colours of their sides, changed words marked."""

from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.layouts import leading
from ui.reviewing.lines import Part, ReviewLine
from ui.reviewing.model import Index, ReviewModel
from ui.tables.writing import reads_to_the_left
from ui.widgets.marked_text import format_of
from workbook.marking import Piece, changed_words
from workbook.merging import Side

_EDGE, _MARK = 8, 16
_COMPARED = 1_500
"""So much of a text is compared for a line; the card below the table compares all of it."""
_LEAD = 14
_COLOURS = {"theirs": "information", "ours": "good"}
_ICONS = {"theirs": "check-square", "ours": "square", "": "question"}
_TONE_ICONS = {"warning": "warning", "error": "x-circle", "information": "pencil-simple", "good": "plus-circle"}


class ReviewDelegate(QStyledItemDelegate):
    """Asks the model once for each cell; the model keeps lines in words."""

    def __init__(self, model: ReviewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, part = self._model.shown[index.row()], self._model.columns[index.column()].part
        shown, rect = theme.current(), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        side = self._model.side(line) if line.is_open else None
        if selected:
            painter.fillRect(rect, shown.colour("selection"))
        elif part in ("theirs", "ours") and part == side and self._model.said(line, part):
            painter.fillRect(rect.adjusted(1, 1, -1, -1), shown.colour(f"{_COLOURS[part]}_soft"))
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        mark, ink = self._mark_and_ink(line, part, side)
        ink = "on_selection" if selected else ink
        if mark:
            inner = _with_icon(painter, inner, mark, ink, option)
        _draw(painter, inner, self._pieces(line, part, inner.width(), option.fontMetrics), shown.colour(ink), option)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(option.rect.width(), theme.space("row"))

    def _mark_and_ink(self, line: ReviewLine, part: Part, side: Side | None) -> tuple[str, str]:
        """Return the icon before the words of a cell, and the role of their colour: a value that is new has its own."""
        if part == "standing":
            return _TONE_ICONS.get(line.tone, "minus"), line.tone
        if part == "side" and line.is_open:
            return _ICONS[side or ""], _COLOURS.get(side or "", "warning")
        if part in ("theirs", "ours"):
            is_new = self._model.said(line, part) != self._model.said(line, "was")
            return "", _COLOURS[part] if is_new else "muted"
        return "", "muted" if part in ("side", "place", "was") else "text"

    def _pieces(self, line: ReviewLine, part: Part, width: int, metrics: QFontMetrics) -> tuple[Piece, ...]:
        text = self._model.said(line, part)
        if part not in ("was", "theirs", "ours"):
            return (Piece("kept", _flat(text)),)
        told = self._model.told(line)
        if part == "was" or not told.is_written or not told.was or not text or text == told.was:
            return (Piece("kept", _flat(text) or "–"),)
        pieces = _marked(_flat(told.was)[:_COMPARED], _flat(text)[:_COMPARED])
        return _from_change(pieces, width, metrics)


def _flat(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=512)
def _marked(was: str, text: str) -> tuple[Piece, ...]:
    return tuple(piece for piece in changed_words(was, text) if piece.fate != "removed")


def _from_change(pieces: tuple[Piece, ...], width: int, metrics: QFontMetrics) -> tuple[Piece, ...]:
    """Begin shortly before the first new word where it would else be cut off."""
    first = pieces[0]
    if first.fate == "added" or len(pieces) == 1 or metrics.horizontalAdvance(first.text) < width / 2:
        return pieces
    return (Piece("kept", f"… {first.text[-_LEAD:].partition(' ')[2] or first.text[-_LEAD:]}"), *pieces[1:])


def _with_icon(painter: QPainter, inner: QRect, name: str, role: str, option: QStyleOptionViewItem) -> QRect:
    """Draw an icon where the cell begins, and return the room that is left."""
    side = theme.room(_MARK)
    mark = QRect(inner.left(), inner.center().y() - side // 2 + 1, side, side)
    rest = inner.adjusted(side + 6, 0, 0, 0)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        mark.moveRight(inner.right())
        rest = inner.adjusted(0, 0, -side - 6, 0)
    icons.paint(painter, name, mark, role)
    return rest


def _draw(
    painter: QPainter, inner: QRect, pieces: tuple[Piece, ...], colour: QColor, option: QStyleOptionViewItem
) -> None:
    """Draw a run of words in one line, as its letters go, from the side on which the window begins."""
    whole = "".join(piece.text for piece in pieces)
    is_marked = any(piece.fate != "kept" for piece in pieces)
    face = QFont(option.font)
    widest = QFont(face)
    widest.setBold(is_marked)
    text = QFontMetrics(widest).elidedText(whole, Qt.TextElideMode.ElideRight, inner.width())
    layout = QTextLayout(text, face)
    how = QTextOption()
    how.setWrapMode(QTextOption.WrapMode.NoWrap)
    to_the_left = reads_to_the_left(text)
    how.setTextDirection(Qt.LayoutDirection.RightToLeft if to_the_left else Qt.LayoutDirection.LeftToRight)
    how.setAlignment(leading(Qt.AlignmentFlag.AlignTop) | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(how)
    if is_marked:
        layout.setFormats(_ranges(pieces, len(text)))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(inner.width())
    layout.endLayout()
    painter.setPen(colour)
    layout.draw(painter, QPointF(inner.left(), inner.top() + (inner.height() - line.height()) / 2))


def _ranges(pieces: tuple[Piece, ...], length: int) -> list[QTextLayout.FormatRange]:
    ranges, at = [], 0
    for piece in pieces:
        if piece.fate != "kept" and at < length:
            one = QTextLayout.FormatRange()
            one.start, one.length = at, min(len(piece.text), length - at)
            one.format = QTextCharFormat(format_of(piece))
            ranges.append(one)
        at += len(piece.text)
    return ranges
