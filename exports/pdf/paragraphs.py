"""Running text: reportlab's own paragraph where no shaping is needed, ours for everything else."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final, Literal, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from exports.outline import Run, Runs, plain, runs
from exports.outline.text import TICK_BOX
from exports.pdf import bidi, fonts, measuring
from exports.pdf.gluing import glued
from exports.pdf.shaping import Shaped, Styled, shaped
from exports.pdf.tagging import Element
from exports.pdf.tagging.marking import MarkedCanvas
from workbook.isolating import direction_in, first_direction, without_isolates

Edge = Literal["left", "center", "right"]
Piece = tuple[Shaped, int, int]
"""A part of a shaped text: from a place to before another."""

BLANK = HexColor("#8A4B08")
_FILLED: Final = 0
_UNSEEN: Final = 3
"""How the letters of a line are painted (ISO 32000-1, 9.3.6)."""
_EDGES: dict[Any, Edge] = {TA_LEFT: "left", TA_CENTER: "center", TA_RIGHT: "right"}


def paragraph(
    text: str | Runs,
    style: ParagraphStyle,
    right_to_left: bool = False,
    *,
    own_edge: bool = False,
    element: Element | None = None,
) -> Flowable:
    """Return a flowable for words that begins at the edge where the document's language begins.

    `right_to_left` is the direction of the document; with `own_edge` a text of the other direction begins at its own.
    The words are content of the element; without one, whoever draws the flowable says what they are.
    """
    edge: Edge = "center" if style.alignment == TA_CENTER else "right" if right_to_left else "left"
    words, simple, own = _read(text, right_to_left)
    if simple and edge != "right":
        return _simple(words, style, element)
    return BidiParagraph(words, style, own, ("right" if own else "left") if own_edge else edge, element)


def cell_paragraph(
    text: str | Runs, style: ParagraphStyle, right_to_left: bool, element: Element | None = None
) -> Flowable:
    """Return a flowable for words in a table, at the edge that the style names whatever their direction."""
    words, simple, own = _read(text, right_to_left)
    if simple and not own:
        return _simple(words, style, element)
    return BidiParagraph(words, style, own, _EDGES[style.alignment], element)


def _read(text: str | Runs, right_to_left: bool) -> tuple[list[Run], bool, bool]:
    """Return what can be drawn, whether it needs no shaping, and its own direction."""
    words = [Run(glued(fonts.in_order(run.text)), run.bold, run.italic, run.blank) for run in runs(text)]
    whole = plain(tuple(words))
    own = direction_in(whole, right_to_left)
    own, simple = right_to_left if own is None else own, fonts.is_simple(without_isolates(whole))
    if simple and not own:
        words = [Run(without_isolates(run.text), run.bold, run.italic, run.blank) for run in words]
    return words, simple, own


class PlainParagraph(Paragraph):
    """reportlab's paragraph as content of an element; the halves of a split one are the same element."""

    element: Element | None = None

    def split(self, available: float, height: float) -> list[Any]:
        """Split, and let both halves be what the whole was."""
        halves: list[Any] = super().split(available, height)
        for half in halves:
            half.element = self.element
        return halves

    def draw(self) -> None:
        """Draw the lines, marked as content."""
        if self.element is None:
            super().draw()
        else:
            with self.canv.content(self.element):  # type: ignore[attr-defined]
                super().draw()


def _simple(words: Sequence[Run], style: ParagraphStyle, element: Element | None) -> PlainParagraph:
    made = PlainParagraph("".join(map(_markup, words)), style)
    made.element = element
    return made


def _markup(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br/>")
    if run.blank:
        text = f'<font color="{BLANK.hexval().replace("0x", "#")}">{text}</font>'
    if run.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if run.bold else text


class BidiParagraph(Flowable):
    """Text of mixed direction: broken into lines in reading order, each line then put into visual order.

    Split over pages, both halves share the shaped text and each keeps its own lines.
    """

    def __init__(
        self,
        words: Sequence[Run],
        style: ParagraphStyle,
        right_to_left: bool,
        edge: Edge,
        element: Element | None = None,
    ) -> None:
        super().__init__()
        self.element = element
        self.style = style
        self.right_to_left = right_to_left
        self.edge: Edge = edge
        heavy = style.fontName.endswith("Bold")
        pieces = [Styled(run.text, run.bold or heavy, run.italic, run.blank) for run in words]
        self._pieces: list[Piece] = [
            (part, 0, len(part.text)) for part in _parts(pieces, style.fontSize, right_to_left)
        ]
        self._lines: list[Piece] = []
        self._width = -1.0

    def getPlainText(self, identify: Any = None) -> str:  # noqa: N802 - reportlab's name
        """Return the words, as reportlab's paragraph does."""
        return "\n".join(part.text[start:end] for part, start, end in self._pieces)

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        return float(self.style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        return float(self.style.spaceAfter)

    def minWidth(self) -> float:  # noqa: N802 - reportlab's name
        return 2 * float(self.style.fontSize)

    @property
    def leading(self) -> float:
        """Room for one line; Arabic letters reach higher and lower than Latin ones."""
        return max(float(self.style.leading), 1.55 * float(self.style.fontSize))

    @property
    def baseline(self) -> float:
        """How far below the top the first line stands."""
        return float(self.style.fontSize) + 0.8 * (self.leading - float(self.style.leading))

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break the text into lines for this width."""
        if self._width != available:
            room = max(available - self.style.leftIndent - self.style.rightIndent, 10.0)
            self._lines = [
                (part, *line) for part, start, end in self._pieces for line in _broken(part, start, end, room)
            ]
        self._width = self.width = available
        self.height = len(self._lines) * self.leading
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Give as many lines as fit to this page and the rest to the next; never a single line alone."""
        self.wrap(available, height)
        lines = self._lines
        fitting = int(height // self.leading)
        if fitting < 2 or len(lines) - fitting < 1:
            return []
        if len(lines) - fitting == 1:
            fitting -= 1
        return [self._with(lines[:fitting]), self._with(lines[fitting:])] if fitting else []

    def _with(self, lines: list[Piece]) -> "BidiParagraph":
        """Return what stands on these lines; it may have to be broken anew, because a cell tells its width twice."""
        half = BidiParagraph((), self.style, self.right_to_left, self.edge, self.element)
        for _, members in groupby(lines, key=lambda line: id(line[0])):
            of_one = list(members)
            half._pieces.append((of_one[0][0], of_one[0][1], of_one[-1][2]))
        half._lines, half._width = lines, self._width
        return half

    def draw(self) -> None:
        """Draw the lines, marked as content."""
        if self.element is None:
            self._draw_lines()
        else:
            with self.canv.content(self.element):  # type: ignore[attr-defined]
                self._draw_lines()

    def _draw_lines(self) -> None:
        """Draw each line from its own start edge."""
        canvas: Any = self.canv
        y = self.height - self.baseline
        for part, start, end in self._lines:
            room = self.width - part.line_width(start, end)
            x = {"left": self.style.leftIndent, "center": room / 2, "right": room - self.style.rightIndent}[self.edge]
            draw_line(canvas, part, start, end, x, y, self.style.textColor)
            y -= self.leading


def _parts(pieces: Sequence[Styled], size: float, right_to_left: bool) -> list[Shaped]:
    """Shape each line that the writer began anew, with its own direction."""
    lines: list[list[Styled]] = [[]]
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines[-1].append(piece._replace(text=" "))
                lines.append([])
            lines[-1].append(piece._replace(text=part))
    return [shaped(line, size, right_to_left) for line in lines] if pieces else []


def _broken(part: Shaped, start: int, end: int, room: float) -> list[tuple[int, int]]:
    """Break at spaces, and inside a word only where it is longer than a line."""
    lines: list[tuple[int, int]] = []
    used, space, last = 0.0, -1, end
    for place in range(start, last):
        char = part.text[place]
        if char == " ":
            space = place
        elif used + part.advances[place] > room and place > start:
            end = space + 1 if space >= start else place
            lines.append((start, end))
            start, used = end, sum(part.advances[end:place])
        used += part.advances[place]
    lines.append((start, last))
    return lines


def draw_line(canvas: MarkedCanvas, part: Shaped, start: int, end: int, x: float, y: float, color: Any) -> None:
    """Draw one line of shaped text. Runs are written in reading order, so that they are read back in it."""
    last = start + len(part.text[start:end].rstrip(" "))
    if last < end:
        # The space between two lines is drawn too, beyond the edge: it tells their words apart (14.8.2.5).
        last += 1
        x -= part.advances[last - 1] if part.right_to_left else 0.0
    found = part.runs(start, last)
    edges = [0.0] * len(found)
    for place in bidi.visual_order([level for level, _, _ in found]):
        edges[place] = x
        x += sum(part.advances[found[place][1] : found[place][2]])
    canvas.saveState()
    for (level, first, last), edge in zip(found, edges, strict=True):
        name = part.fonts[first]
        line = canvas.beginText(edge, y)
        line.setFont(name, fonts.enlarged(name, part.size))
        line.setFillColor(BLANK if part.blanks[first] else color)
        is_box = part.text[first] == TICK_BOX
        if is_box:
            line.setTextRenderMode(_UNSEEN)
        line._textOut(part.drawn(level, first, last))  # noqa: SLF001 - the only door for shaped text
        if is_box:
            line.setTextRenderMode(_FILLED)
        with canvas.spoken(part.text[first:last]):
            canvas.drawText(line)
            if is_box:
                canvas.setStrokeColor(color)
                _draw_boxes(canvas, edge, y, part.advances[first:last], part.size)
    canvas.restoreState()


def _draw_boxes(canvas: MarkedCanvas, x: float, y: float, widths: Sequence[float], size: float) -> None:
    """Draw the squares of boxes to tick, as high as capital letters, beside each other from `x` on."""
    canvas.setLineWidth(size * 0.07)
    for width in widths:
        canvas.rect(x + size * 0.06, y - size * 0.03, size * 0.68, size * 0.68)
        x += width


class Ink(NamedTuple):
    """How words of one line are drawn; their direction is that of their first letter unless it is told."""

    size: float
    color: Any
    bold: bool = False
    right_to_left: bool | None = None


def draw_words(canvas: MarkedCanvas, x: float, y: float, text: str, ink: Ink, align: Edge = "left") -> None:
    """Draw words of one line at a place: `x` is their left edge, right edge or middle."""
    ordered, text = fonts.in_order(text).replace("\n", " "), fonts.one_line(text)
    part = None
    turned = ink.right_to_left and not text.isdecimal() and first_direction(ordered) is None  # such as “1.”
    if turned or not fonts.is_simple(text):
        own = first_direction(ordered) if ink.right_to_left is None else ink.right_to_left
        part = shaped((Styled(ordered, ink.bold),), ink.size, own or False)
    width = measuring.width(text, ink.size, ink.bold) if part is None else part.width
    left = x - {"left": 0.0, "right": width, "center": width / 2}[align]
    if part is not None:
        draw_line(canvas, part, 0, len(part.text), left, y, ink.color)
        return
    canvas.setFillColor(ink.color)
    canvas.setFont(fonts.face(ink.bold), ink.size)
    canvas.drawString(left, y, text)
