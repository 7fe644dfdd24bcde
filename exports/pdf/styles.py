"""How documents look: one accent colour, generous margins, quiet tables. The only place with sizes and colours."""

from functools import cache
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from exports.charts.marks import Tone
from exports.pdf import fonts

PAGES = {"A4": A4, "Letter": LETTER}
MARGIN_SIDE = 22 * mm
MARGIN_TOP = 24 * mm
MARGIN_BOTTOM = 23 * mm
TALLEST_ROW = 560.0
FOOTER = 11 * mm
HEADER = 14 * mm

ACCENT = HexColor("#1F5F6B")
INK = HexColor("#1E2326")
MUTED = HexColor("#5B666B")
RULE = HexColor("#C9D2D4")
ZEBRA = HexColor("#F5F8F8")
TINT = HexColor("#E6EFF0")

TONES: dict[Tone, Color] = {
    "accent": ACCENT,
    "soft": HexColor("#A9C8CC"),
    "paper": HexColor("#EDF2F2"),
    "ink": INK,
    "muted": MUTED,
    "rule": RULE,
    "off_track": HexColor("#A32A1F"),
    "at_risk": HexColor("#B26A00"),
    "on_track": HexColor("#2C6E49"),
    "no_data": HexColor("#6C757A"),
}

_ALIGN: dict[str, Literal[0, 1, 2]] = {"start": 0, "center": 1, "end": 2}
CELL_SIZE = 8.0
CELL_LEADING = 10.6


def style(name: str) -> ParagraphStyle:
    """Return a style by its name."""
    return _styles()[name]


@cache
def cell(align: str, bold: bool = False, small: bool = False) -> ParagraphStyle:
    """Return the style of words in a table."""
    size = CELL_SIZE - (0.7 if small else 0)
    return ParagraphStyle(
        f"cell-{align}",
        fontName=fonts.face(bold),
        fontSize=size,
        leading=CELL_LEADING - (0.7 if small else 0),
        textColor=INK,
        alignment=_ALIGN[align],
        splitLongWords=1,
    )


@cache
def header_cell(align: str) -> ParagraphStyle:
    """Return the style of a column's title."""
    return ParagraphStyle(f"header-{align}", parent=cell(align, bold=True), textColor=ACCENT)


@cache
def _styles() -> dict[str, ParagraphStyle]:
    fonts.register()
    base = ParagraphStyle(
        "body",
        fontName=fonts.face(),
        fontSize=9.6,
        leading=14,
        textColor=INK,
        spaceAfter=6,
        allowWidows=0,
        allowOrphans=0,
    )

    def derived(name: str, **values: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent=base, **values)

    bold = fonts.face(bold=True)
    found = [
        base,
        derived("lead", fontSize=11, leading=16, spaceAfter=8),
        derived("small", fontSize=8, leading=11, textColor=MUTED, spaceAfter=4),
        derived("source", fontSize=7.2, leading=9.8, textColor=MUTED, spaceBefore=0, spaceAfter=7),
        derived("notice", fontSize=8.6, leading=12.4, textColor=INK, spaceAfter=0),
        derived("caption", fontName=bold, fontSize=8.6, leading=11.5, spaceBefore=7, spaceAfter=4),
        derived("item", leftIndent=14, bulletIndent=2, spaceAfter=3),
        derived("number", leftIndent=20, bulletIndent=0, spaceAfter=4),
        derived("h1", fontName=bold, fontSize=16, leading=21, textColor=ACCENT, spaceBefore=14, spaceAfter=5),
        derived("h2", fontName=bold, fontSize=11.6, leading=16, textColor=INK, spaceBefore=9, spaceAfter=4),
        derived("h3", fontName=bold, fontSize=9.8, leading=14, textColor=INK, spaceBefore=7, spaceAfter=3),
        derived("kind", fontSize=10.5, leading=14, textColor=ACCENT, fontName=bold, spaceAfter=6),
        derived("title", fontSize=24, leading=30, fontName=bold, spaceAfter=10),
        derived("status", fontSize=12, leading=16, fontName=bold, spaceAfter=2),
        derived("cover-name", fontSize=8.6, leading=13, textColor=MUTED, spaceAfter=0),
        derived("cover-value", fontSize=9.6, leading=13, spaceAfter=0),
        derived("certificate-heads", fontSize=30, leading=40, fontName=bold, textColor=ACCENT, alignment=1),
        derived("certificate-said", fontSize=11, leading=15, textColor=MUTED, alignment=1, spaceAfter=4),
        derived("certificate-name", fontSize=26, leading=35, fontName=bold, alignment=1, spaceAfter=8),
        derived("certificate-long-name", fontSize=17, leading=24, fontName=bold, alignment=1, spaceAfter=8),
        derived("certificate-title", fontSize=19, leading=26, fontName=bold, textColor=ACCENT, alignment=1),
        derived("certificate-long-title", fontSize=14.5, leading=20, fontName=bold, textColor=ACCENT, alignment=1),
        derived("certificate-longest-title", fontSize=11, leading=15, fontName=bold, textColor=ACCENT, alignment=1),
        derived("certificate-fact", fontSize=10.5, leading=15, alignment=1, spaceAfter=10),
        derived("certificate-about", fontSize=9, leading=13, fontName=bold, textColor=MUTED, alignment=1, spaceAfter=2),
        derived("certificate-learned", fontSize=9.4, leading=13.4, alignment=1, spaceAfter=1),
        derived("certificate-signer", fontSize=8.6, leading=11.4, textColor=MUTED, alignment=1, spaceAfter=0),
        derived("certificate-foot", fontSize=7.2, leading=9.6, textColor=MUTED, alignment=1, spaceAfter=0),
    ]  # fmt: skip
    return {each.name: each for each in found}
