"""Running text: reportlab's own paragraph where no shaping is needed, ours for everything else."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from exports.outline import Run, Runs, plain, runs
from exports.pdf import bidi, fonts, measuring
from exports.pdf.gluing import glued
from exports.pdf.shaping import Shaped, Styled, shaped

Edge = Literal["left", "center", "right"]
BLANK = HexColor("#8A4B08")
_EDGES: dict[Any, Edge] = {TA_LEFT: "left", TA_CENTER: "center", TA_RIGHT: "right"}


def paragraph(
    text: str | Runs, style: ParagraphStyle, right_to_left: bool = False, *, own_edge: bool = False
) -> Flowable:
    """Return a flowable for words that begins at the edge where the document's language begins.

    `right_to_left` is the direction of the document; with `own_edge` a text of the other direction begins at its own.
    """
    edge: Edge = "center" if style.alignment == TA_CENTER else "right" if right_to_left else "left"
    words, simple, own = _read(text, right_to_left)
    if simple and edge != "right":
        return Paragraph("".join(map(_markup, words)), style)
    return BidiParagraph(words, style, own, ("right" if own else "left") if own_edge else edge)


def cell_paragraph(text: str | Runs, style: ParagraphStyle, right_to_left: bool) -> Flowable:
    """Return a flowable for words in a table, at the edge that the style names whatever their direction."""
    words, simple, own = _read(text, right_to_left)
    if simple and not own:
        return Paragraph("".join(map(_markup, words)), style)
    return BidiParagraph(words, style, own, _EDGES[style.alignment])


def _read(text: str | Runs, right_to_left: bool) -> tuple[list[Run], bool, bool]:
    """Return what can be drawn, whether it needs no shaping, and its own direction."""
    words = [Run(glued(fonts.drawable(run.text)), run.bold, run.italic, run.blank) for run in runs(text)]
    whole = plain(tuple(words))
    own = fonts.runs_right_to_left(whole)
    return words, fonts.is_simple(whole), right_to_left if own is None else own


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

    def __init__(self, words: Sequence[Run], style: ParagraphStyle, right_to_left: bool, edge: Edge) -> None:
        super().__init__()
        self.style = style
        self.right_to_left = right_to_left
        self.edge: Edge = edge
        heavy = style.fontName.endswith("Bold")
        pieces = [Styled(run.text, run.bold or heavy, run.italic, run.blank) for run in words]
        self._parts = _parts(pieces, style.fontSize, right_to_left)
        self._lines: list[tuple[Shaped, int, int]] | None = None
        self._width = -1.0

    def getPlainText(self) -> str:  # noqa: N802 - reportlab's name
        """Return the words, as reportlab's paragraph does."""
        return "\n".join(part.text for part in self._parts)

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
        if self._lines is None or (self._width != available and self._width >= 0):
            room = available - self.style.leftIndent - self.style.rightIndent
            self._lines = [(part, start, end) for part in self._parts for start, end in _broken(part, max(room, 10.0))]
        self._width = self.width = available
        self.height = len(self._lines) * self.leading
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Give as many lines as fit to this page and the rest to the next; never a single line alone."""
        self.wrap(available, height)
        lines = self._lines or []
        fitting = int(height // self.leading)
        if fitting < 2 or len(lines) - fitting < 1:
            return []
        if len(lines) - fitting == 1:
            fitting -= 1
        return [self._with(lines[:fitting]), self._with(lines[fitting:])] if fitting else []

    def _with(self, lines: list[tuple[Shaped, int, int]]) -> "BidiParagraph":
        part = BidiParagraph((), self.style, self.right_to_left, self.edge)
        part._lines, part._width = lines, self._width
        return part

    def draw(self) -> None:
        """Draw each line from its own start edge."""
        y = self.height - self.baseline
        for part, start, end in self._lines or ():
            room = self.width - part.line_width(start, end)
            x = {"left": self.style.leftIndent, "center": room / 2, "right": room - self.style.rightIndent}[self.edge]
            draw_line(self.canv, part, start, end, x, y, self.style.textColor)
            y -= self.leading


def _parts(pieces: Sequence[Styled], size: float, right_to_left: bool) -> list[Shaped]:
    """Shape each line that the writer began anew, with its own direction."""
    lines: list[list[Styled]] = [[]]
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(piece._replace(text=part))
    return [shaped(line, size, right_to_left) for line in lines] if pieces else []


def _broken(part: Shaped, room: float) -> list[tuple[int, int]]:
    """Break at spaces, and inside a word only where it is longer than a line."""
    lines: list[tuple[int, int]] = []
    start, used, space = 0, 0.0, -1
    for place, char in enumerate(part.text):
        if char == " ":
            space = place
        elif used + part.advances[place] > room and place > start:
            end = space + 1 if space >= start else place
            lines.append((start, end))
            start, used = end, sum(part.advances[end:place])
        used += part.advances[place]
    lines.append((start, len(part.text)))
    return lines


def draw_line(canvas: Canvas, part: Shaped, start: int, end: int, x: float, y: float, color: Any) -> None:
    """Draw one line of shaped text. Runs are written in reading order, so that they are read back in it."""
    end = start + len(part.text[start:end].rstrip(" "))
    found = part.runs(start, end)
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
        line._textOut(part.drawn(level, first, last))  # type: ignore[attr-defined]  # noqa: SLF001 - the only door for shaped text
        canvas.drawText(line)
    canvas.restoreState()


class Ink(NamedTuple):
    """How words of one line are drawn."""

    size: float
    color: Any
    bold: bool = False


def draw_words(canvas: Canvas, x: float, y: float, text: str, ink: Ink, align: Edge = "left") -> None:
    """Draw words of one line at a place: `x` is their left edge, right edge or middle."""
    text = fonts.drawable(text)
    part = None
    if not fonts.is_simple(text):
        part = shaped((Styled(text, ink.bold),), ink.size, fonts.runs_right_to_left(text) or False)
    width = measuring.width(text, ink.size, ink.bold) if part is None else part.width
    left = x - {"left": 0.0, "right": width, "center": width / 2}[align]
    if part is not None:
        draw_line(canvas, part, 0, len(part.text), left, y, ink.color)
        return
    canvas.setFillColor(ink.color)
    canvas.setFont(fonts.face(ink.bold), ink.size)
    canvas.drawString(left, y, text)
