"""The floor for documents: the words of an outline in the same tables, laid out by platypus and nothing else.

Fonts of the same files, plain strings where they fit; no headers, footers, bookmarks, contents list, charts, shaping.
"""

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid

from exports.charts import picture_of
from exports.outline import BulletList, Document, Figure, Heading, Note, NumberedList, Paragraph, Table, plain
from exports.outline.tables import cell_text
from exports.pdf import measuring, styles
from exports.pdf.widths import shared_widths
from resources.lookup import font

WIDTH = 470.55


def bare(document: Document) -> int:
    """Lay the document out in the plainest way; returns the number of pages."""
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Bare{name}", str(font(f"NotoSans-{name}"))))
    words = ParagraphStyle("words", fontName="BareRegular", fontSize=9.6, leading=14, spaceAfter=6)
    heading = ParagraphStyle("heading", fontName="BareBold", fontSize=14, leading=20, spaceBefore=12, spaceAfter=6)
    story: list[Flowable] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            story += [PageBreak()] if block.new_page else []
            story.append(Words(escape(block.text), heading))
        elif isinstance(block, Paragraph | Note):
            story.append(Words(escape(plain(block.text)), words))
        elif isinstance(block, BulletList | NumberedList):
            story += [Words(escape(plain(item)), words, bulletText="-") for item in block.items]
        elif isinstance(block, Table):
            story.append(_grid(block))
        elif isinstance(block, Figure):
            story.append(Spacer(1, picture_of(block.chart, WIDTH, measuring.width).height))
    template = SimpleDocTemplate(io.BytesIO(), pagesize=styles.PAGES["A4"], leftMargin=56, rightMargin=56, invariant=1)
    template.build(story)
    return int(template.page)


def _grid(table: Table) -> Grid:
    normal = ParagraphStyle("cell", fontName="BareRegular", fontSize=8, leading=10.6)
    strong = ParagraphStyle("strong", parent=normal, fontName="BareBold")
    widths = shared_widths(table.columns, [row for row in table.rows if row.kind != "group"], WIDTH)
    rows: list[list[Any]] = [[Words(escape(column.title), strong) for column in table.columns]]
    for row in table.rows:
        texts = [cell_text(cell) for cell in row.cells] + [""] * (len(widths) - len(row.cells))
        looks = [strong if column.strong else normal for column in table.columns]
        rows.append(
            [
                text if _fits(text, look, room) else Words(escape(text).replace("\n", "<br/>"), look)
                for text, look, room in zip(texts, looks, widths, strict=True)
            ]
        )
    look: list[Any] = [
        ("FONT", (0, 0), (-1, -1), "BareRegular", 8, 10.6),
        ("LINEBELOW", (0, 0), (-1, -1), 0.35, "#cccccc"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Grid(rows, colWidths=widths, repeatRows=1, style=look)


def _fits(text: str, look: ParagraphStyle, room: float) -> bool:
    return "\n" not in text and pdfmetrics.stringWidth(text, look.fontName, 8) <= room - 12
