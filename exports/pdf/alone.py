"""One chart as a page of its own, for formats that cannot draw it themselves."""

import io

from reportlab.pdfgen.canvas import Canvas

from exports.charts import Chart, picture_of
from exports.pdf import fonts, measuring
from exports.pdf.pictures import draw_mark
from exports.pdf.turns import ONE_AT_A_TIME


def chart_page(chart: Chart, width: float, *, right_to_left: bool = False) -> tuple[bytes, float]:
    """Return a PDF of one page that is exactly as large as the chart, and its height; lengths in points."""
    with ONE_AT_A_TIME:
        fonts.register()
        picture = picture_of(chart, width, measuring.width, right_to_left=right_to_left)
        target = io.BytesIO()
        canvas = Canvas(target, pagesize=(picture.width, picture.height), invariant=1, initialFontName=fonts.face())  # type: ignore[arg-type]
        for mark in picture.marks:
            draw_mark(canvas, mark, picture.height)
        canvas.showPage()
        canvas.save()
    return target.getvalue(), picture.height
