"""Paints the marks of a chart: each tone is a role of the theme, each pattern can be told apart in grey."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from exports.charts import Box, Label, Picture, Shape, Stroke
from exports.charts.marks import Mark, Tone
from ui import theme

ROLES: dict[Tone, str] = {
    "accent": "accent",
    "soft": "accent_soft",
    "paper": "sunken",
    "ink": "text",
    "muted": "muted",
    "rule": "line",
    "off_track": "error",
    "at_risk": "warning",
    "on_track": "good",
    "no_data": "faint",
}
"""The role of the theme that each tone of a chart has on the screen."""

_EDGES: dict[Tone, str] = {"soft": "accent", "paper": "line"}
"""Pale tones need an edge to be seen on a pale ground."""

_CORNERS = {
    "triangle": ((-0.5, 0.42), (0.5, 0.42), (0.0, -0.5)),
    "square": ((-0.5, 0.5), (0.5, 0.5), (0.5, -0.5), (-0.5, -0.5)),
    "diamond": ((0.0, 0.6), (0.6, 0.0), (0.0, -0.6), (-0.6, 0.0)),
}


@dataclass(frozen=True)
class Face:
    """The type of a chart: the widget's family, in the layout's own points."""

    family: str

    def font(self, size: float, bold: bool) -> QFont:
        """Return the font for a size; measured ten times as large, because pixel sizes are whole numbers."""
        made = QFont(self.family)
        made.setPixelSize(round(size * 10))
        made.setBold(bold)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made

    def measure(self, text: str, size: float, bold: bool = False) -> float:
        return QFontMetricsF(self.font(size, bold)).horizontalAdvance(text) / 10


class Painting:
    """Paints one picture with a painter that is already scaled to its points."""

    def __init__(self, painter: QPainter, picture: Picture, face: Face, *, mirrored: bool) -> None:
        self._painter, self._picture, self._face, self._mirrored = painter, picture, face, mirrored

    def paint(self) -> None:
        """Paint every mark in the order of the layout."""
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for mark in self._picture.marks:
            self._paint_mark(mark)

    def _paint_mark(self, mark: Mark) -> None:
        if isinstance(mark, Box):
            self._paint_box(mark)
        elif isinstance(mark, Stroke):
            self._paint_stroke(mark)
        elif isinstance(mark, Label):
            self._paint_label(mark)
        else:
            self._paint_shape(mark)

    def _x(self, x: float) -> float:
        return self._picture.width - x if self._mirrored else x

    def _paint_box(self, box: Box) -> None:
        painter = self._painter
        x = self._x(box.x) - (box.width if self._mirrored else 0)
        rect = QRectF(x, box.y, box.width, box.height)
        edge = _colour(_EDGES.get(box.tone, ROLES[box.tone]))
        painter.setPen(QPen(edge, 0.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if box.pattern == "solid":
            painter.fillRect(rect, _colour(ROLES[box.tone]))
            if box.tone in _EDGES:
                painter.drawRect(rect)
            return
        painter.drawRect(rect)
        if box.pattern != "hollow":
            painter.save()
            painter.setClipRect(rect)
            (self._stripes if box.pattern == "striped" else self._dots)(rect, edge)
            painter.restore()

    def _stripes(self, rect: QRectF, _colour: QColor) -> None:
        x, lines = rect.left() - rect.height(), []
        while x < rect.right():
            lines.append(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
            x += 3.2
        self._painter.drawLines(lines)

    def _dots(self, rect: QRectF, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        x = rect.left() + 2
        while x < rect.right():
            y = rect.top() + 2.2
            while y < rect.bottom():
                self._painter.drawEllipse(QPointF(x, y), 0.7, 0.7)
                y += 4
            x += 4

    def _paint_stroke(self, stroke: Stroke) -> None:
        pen = QPen(_colour(ROLES[stroke.tone]), stroke.width)
        if stroke.dashed:
            pen.setDashPattern([2 / stroke.width, 2 / stroke.width])
        self._painter.setPen(pen)
        self._painter.drawPolyline(QPolygonF([QPointF(self._x(x), y) for x, y in stroke.points]))

    def _paint_label(self, label: Label) -> None:
        """Write words; the painter is enlarged back, because type has whole pixel sizes."""
        wide = self._face.measure(label.text, label.size, label.bold)
        align = {"left": "right", "right": "left"}.get(label.align, "center") if self._mirrored else label.align
        x = self._x(label.x) - {"left": 0.0, "center": wide / 2, "right": wide}[align]
        painter = self._painter
        painter.save()
        painter.translate(x, label.y)
        painter.scale(0.1, 0.1)
        painter.setFont(self._face.font(label.size, label.bold))
        painter.setPen(_colour(ROLES[label.tone]))
        painter.drawText(QPointF(0, 0), label.text)
        painter.restore()

    def _paint_shape(self, shape: Shape) -> None:
        colour = _colour(ROLES[shape.tone])
        self._painter.setPen(QPen(colour, 0.9) if shape.hollow else Qt.PenStyle.NoPen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush if shape.hollow else colour)
        middle = QPointF(self._x(shape.x), shape.y)
        if shape.kind == "circle":
            self._painter.drawEllipse(middle, shape.size / 2, shape.size / 2)
            return
        path = QPainterPath()
        corners = [middle + QPointF(x * shape.size, y * shape.size) for x, y in _CORNERS[shape.kind]]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
        self._painter.drawPath(path)


def _colour(role: str) -> QColor:
    return theme.current().colour(role)
