"""The colours of one document: its own accent and what is derived from it, in place of ours."""

from reportlab.lib.colors import Color

from exports.outline.colours import legible, paler, rgb
from exports.pdf import styles

Palette = dict[Color, Color]

# How much white our own colours have in them, beside the accent.
_SHARES: tuple[tuple[Color, float], ...] = (
    (styles.ACCENT, 0.0),
    (styles.TINT, 0.89),
    (styles.TONES["soft"], 0.62),
    (styles.TONES["paper"], 0.92),
)


def palette(accent: str) -> Palette:
    """Return what to draw in place of each of our colours; raise `NoColour` where the accent is none."""
    if not accent:
        return {}
    chosen = legible(rgb(accent))
    return {ours: Color(*paler(chosen, white)) for ours, white in _SHARES}
