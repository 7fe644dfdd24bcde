"""Charts as pictures: drawn as for PDF, then turned into points fine enough for print."""

import io
import threading
from typing import Any, NamedTuple

import pypdfium2
from docx.shared import Pt
from PIL import Image

from exports.charts import Chart
from exports.docx.xml import Element, make
from exports.outline import Document, Logo
from exports.outline.text import one_line
from exports.pdf.alone import chart_page
from exports.pdf.logo import opaque, size_of

_DOTS_FOR_EACH_POINT = 3.0
_SHADES, _WHITE = 64, 255

# pdfium keeps one state for the whole program.
_ONE_AT_A_TIME = threading.Lock()


def png(chart: Chart, width: float, document: Document) -> tuple[bytes, float]:
    """Return a chart as PNG for a width in points, and its height; it runs and is coloured as its document is."""
    page, height = chart_page(chart, width, right_to_left=document.right_to_left, accent=document.accent)
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


class Shown(NamedTuple):
    """A picture with its size in points, and what it says to those who do not see it."""

    content: bytes
    width: float
    height: float
    alt: str


def of_chart(chart: Chart, alt: str, document: Document, width: float, height: float) -> Shown:
    """Return a chart as wide as the page, or smaller where it would be higher than there is room."""
    content, high = png(chart, width, document)
    fitting = min(1.0, height / high)
    return Shown(content, width * fitting, high * fitting, alt)


def of_logo(logo: Logo) -> Shown:
    """Return the sign of who a document comes from; raise `NoPicture` where it cannot be read."""
    image = opaque(logo.content)
    target = io.BytesIO()
    image.save(target, "PNG")
    return Shown(target.getvalue(), *size_of(image), logo.alt)


def picture_run(part: Any, shown: Shown, number: int) -> Element:
    """Return the run that shows a picture."""
    inline = part.new_pic_inline(io.BytesIO(shown.content), Pt(shown.width), Pt(shown.height))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.id = number
    inline.docPr.name = f"Picture {number}"
    inline.docPr.set("descr", one_line(shown.alt))
    return make("w:r", make("w:drawing", inline))
