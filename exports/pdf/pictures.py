"""Draws a chart's marks, and a figure with its caption around them."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from exports.charts import Box, Chart, Label, Picture, Shape, Stroke, picture_of
from exports.charts.marks import RATING_SHAPES, Mark
from exports.pdf import measuring
from exports.pdf.paragraphs import Ink, draw_words
from exports.pdf.styles import TONES
from exports.pdf.tagging import Element
from exports.pdf.tagging.marking import MarkedCanvas
from workbook.isolating import direction_in


class ChartFlowable(Flowable):
    """A chart as wide as the page allows, as one figure whose element says in words what it shows."""

    def __init__(self, chart: Chart, element: Element, *, right_to_left: bool = False) -> None:
        super().__init__()
        self.chart, self.element = chart, element
        self._rtl = right_to_left
        self._picture: Picture | None = None

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Lay the chart out for this width."""
        if self._picture is None or self._picture.width != available:
            self._picture = picture_of(self.chart, available, measuring.width, right_to_left=self._rtl)
        self.width, self.height = self._picture.width, self._picture.height
        return self.width, self.height

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        return 6.0

    def draw(self) -> None:
        """Draw every mark; the place of the figure on its page is told too (ISO 32000-1, 14.8.5.4.3)."""
        if self._picture is None:
            return
        canvas: Any = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with canvas.content(self.element):
            for mark in self._picture.marks:
                draw_mark(canvas, mark, self.height, self._rtl)


def draw_mark(canvas: MarkedCanvas, mark: Mark, height: float, right_to_left: bool = False) -> None:
    """Draw one mark of a picture whose top lies `height` above the present origin, in a document of this direction."""
    if isinstance(mark, Box):
        _box(canvas, mark, height)
    elif isinstance(mark, Stroke):
        _stroke(canvas, mark, height)
    elif isinstance(mark, Label):
        y = height - mark.y
        ink = Ink(mark.size, TONES[mark.tone], mark.bold, direction_in(mark.text, right_to_left))
        draw_words(canvas, mark.x, y, mark.text, ink, mark.align)
    else:
        draw_shape(canvas, mark, mark.x, height - mark.y)


def _box(canvas: Canvas, box: Box, height: float) -> None:
    color, y = TONES[box.tone], height - box.y - box.height
    canvas.saveState()
    canvas.setStrokeColor(color)
    canvas.setFillColor(color)
    canvas.setLineWidth(0.6)
    if box.pattern == "solid":
        canvas.rect(box.x, y, box.width, box.height, stroke=0, fill=1)
    else:
        canvas.rect(box.x, y, box.width, box.height, stroke=1, fill=0)
        if box.pattern == "striped":
            _stripes(canvas, box, y)
        elif box.pattern == "dotted":
            _dots(canvas, box, y)
    canvas.restoreState()


def _clip(canvas: Canvas, box: Box, y: float) -> None:
    path = canvas.beginPath()
    path.rect(box.x, y, box.width, box.height)
    canvas.clipPath(path, stroke=0, fill=0)


def _stripes(canvas: Canvas, box: Box, y: float) -> None:
    _clip(canvas, box, y)
    x = box.x - box.height
    while x < box.x + box.width:
        canvas.line(x, y, x + box.height, y + box.height)
        x += 3.2


def _dots(canvas: Canvas, box: Box, y: float) -> None:
    _clip(canvas, box, y)
    x = box.x + 2
    while x < box.x + box.width:
        for up in range(2, int(box.height) + 1, 4):
            canvas.circle(x, y + up, 0.6, stroke=0, fill=1)
        x += 4


def _stroke(canvas: Canvas, stroke: Stroke, height: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(TONES[stroke.tone])
    canvas.setLineWidth(stroke.width)
    if stroke.dashed:
        canvas.setDash(2, 2)
    path = canvas.beginPath()
    (x, y), *rest = stroke.points
    path.moveTo(x, height - y)
    for x, y in rest:
        path.lineTo(x, height - y)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


_CORNERS = {
    "triangle": ((-0.5, -0.42), (0.5, -0.42), (0.0, 0.5)),
    "square": ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "diamond": ((0.0, -0.6), (0.6, 0.0), (0.0, 0.6), (-0.6, 0.0)),
}


def draw_shape(canvas: Canvas, shape: Shape, x: float, y: float) -> None:
    """Draw a symbol around a point."""
    color: Any = TONES[shape.tone]
    canvas.saveState()
    canvas.setStrokeColor(color)
    canvas.setFillColor(color)
    canvas.setLineWidth(0.9)
    if shape.kind == "circle":
        canvas.circle(x, y, shape.size / 2, stroke=int(shape.hollow), fill=int(not shape.hollow))
    else:
        path = canvas.beginPath()
        first, *rest = _CORNERS[shape.kind]
        path.moveTo(x + first[0] * shape.size, y + first[1] * shape.size)
        for right, up in rest:
            path.lineTo(x + right * shape.size, y + up * shape.size)
        path.close()
        canvas.drawPath(path, stroke=int(shape.hollow), fill=int(not shape.hollow))
    canvas.restoreState()


def draw_rating(canvas: MarkedCanvas, rating: str, x: float, y: float) -> None:
    """Draw the symbol of a rating around a point; the words beside it say the same."""
    with canvas.artifact():
        draw_shape(canvas, RATING_SHAPES[rating], x, y)
