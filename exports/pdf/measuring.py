"""How wide words are on paper, shaped where they need shaping."""

from functools import lru_cache

from reportlab.pdfbase import pdfmetrics

from exports.charts.words import cut
from exports.pdf import fonts
from exports.pdf.shaping import Styled, shaped


def width(text: str, size: float, bold: bool = False) -> float:
    """Measure words of one line."""
    text = fonts.one_line(text)
    if fonts.is_simple(text):
        return float(pdfmetrics.stringWidth(text, fonts.face(bold), size))
    return _shaped_width(text, bold) * size / 10


@lru_cache(maxsize=5_000)
def _shaped_width(text: str, bold: bool) -> float:
    return shaped((Styled(text, bold),), 10.0, right_to_left=False).width


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """Return text cut to a width, with an ellipsis where something is missing."""
    return cut(fonts.in_order(text).replace("\n", " "), room, width, size, bold)
