"""Charts as pictures: drawn as for PDF, then turned into points fine enough for print."""

import io
import threading
from typing import Any, NamedTuple

import pypdfium2
from docx.shared import Pt
from PIL import Image

from exports.charts import Chart
from exports.docx.xml import Element, make
from exports.pdf.alone import chart_page

_DOTS_FOR_EACH_POINT = 3.0
_SHADES, _WHITE = 64, 255

# pdfium keeps one state for the whole program.
_ONE_AT_A_TIME = threading.Lock()


def png(chart: Chart, width: float) -> tuple[bytes, float]:
    """Return a chart as PNG for a width in points, and its height."""
    page, height = chart_page(chart, width)
    with _ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(page)
        try:
            picture = pdf[0].render(scale=_DOTS_FOR_EACH_POINT).to_pil()
        finally:
            pdf.close()
    target = io.BytesIO()
    _few_colours(picture).save(target, "PNG")
    return target.getvalue(), height


def _few_colours(picture: Image.Image) -> Image.Image:
    """Return a picture of a quarter of the size that looks the same; its ground stays as white as the paper."""
    reduced = picture.convert("RGB").quantize(_SHADES, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    reduced.putpalette([_WHITE if value >= _WHITE - 1 else value for value in reduced.getpalette() or ()])
    return reduced


class Room(NamedTuple):
    """How much of a page there is, in points."""

    width: float
    height: float


def picture_run(part: Any, chart: Chart, room: Room, alt: str, number: int) -> Element:
    """Return the run that shows a chart; `alt` is what it says to those who do not see it."""
    content, height = png(chart, room.width)
    fitting = min(1.0, room.height / height)
    inline = part.new_pic_inline(io.BytesIO(content), Pt(room.width * fitting), Pt(height * fitting))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.id = number
    inline.docPr.name = f"Chart {number}"
    inline.docPr.set("descr", alt)
    return make("w:r", make("w:drawing", inline))
