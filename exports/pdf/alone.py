"""One chart as a page of its own, for formats that cannot draw it themselves."""

import io

from exports.charts import Chart, picture_of
from exports.pdf import fonts, measuring
from exports.pdf.palette import palette
from exports.pdf.pictures import draw_mark
from exports.pdf.tagging.marking import MarkedCanvas
from exports.pdf.turns import ONE_AT_A_TIME


def chart_page(chart: Chart, width: float, *, right_to_left: bool = False, accent: str = "") -> tuple[bytes, float]:
    """Return a PDF of one page that is exactly as large as the chart, and its height; lengths in points.

    `accent` is the colour of its document, in place of ours.
    """
    with ONE_AT_A_TIME:
        fonts.register()
        picture = picture_of(chart, width, measuring.width, right_to_left=right_to_left)
        target = io.BytesIO()
        size = (picture.width, picture.height)
        canvas = MarkedCanvas(target, pagesize=size, invariant=1, initialFontName=fonts.face())
        canvas.palette = palette(accent)
        for mark in picture.marks:
            draw_mark(canvas, mark, picture.height, right_to_left)
        canvas.showPage()
        canvas.save()
    return target.getvalue(), picture.height
