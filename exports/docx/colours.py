"""The colours of Word documents: those of our PDF files, bound to the theme of the file where it has them."""

from typing import Any

from exports.charts.marks import Tone
from exports.docx.xml import Element, make, put
from exports.pdf import styles as pdf


def hex_of(color: Any) -> str:
    """Return a colour as six digits."""
    return str(color.hexval())[2:].upper()


THEME = {
    "dk1": hex_of(pdf.INK),
    "lt1": "FFFFFF",
    "dk2": hex_of(pdf.MUTED),
    "lt2": hex_of(pdf.TINT),
    "accent1": hex_of(pdf.ACCENT),
    "accent2": hex_of(pdf.TONES["soft"]),
    "accent3": hex_of(pdf.TONES["on_track"]),
    "accent4": hex_of(pdf.TONES["at_risk"]),
    "accent5": hex_of(pdf.TONES["off_track"]),
    "accent6": hex_of(pdf.TONES["no_data"]),
    "hlink": hex_of(pdf.ACCENT),
    "folHlink": hex_of(pdf.MUTED),
}
_SLOTS = {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2"}
_TONES: dict[Tone, str] = {
    "accent": "accent1",
    "ink": "dk1",
    "muted": "dk2",
    "on_track": "accent3",
    "at_risk": "accent4",
    "off_track": "accent5",
    "no_data": "accent6",
}


def color(tone: Tone) -> Element:
    """Return the colour of words, bound to the theme, so that whoever changes the theme changes all of them."""
    slot = _TONES[tone]
    return make("w:color", val=THEME[slot], themeColor=_SLOTS.get(slot, slot))


def border(side: str, points: float, tone: str = "accent1", space: int = 0) -> Element:
    """Return one edge of a paragraph, cell or table; `tone` is a colour of the theme, or six digits."""
    known = THEME.get(tone)
    made = make(f"w:{side}", val="single", sz=round(points * 8), space=space, color=known or tone)
    if known:
        put(made, themeColor=_SLOTS.get(tone, tone))
    return made


def tint() -> Element:
    """Return the quiet ground of group rows and notices."""
    return make("w:shd", val="clear", color="auto", fill=THEME["lt2"], themeFill="background2")
