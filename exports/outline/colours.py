"""Colours of a document that words are written in: dark enough to be read on white paper."""

import re

from exports.edition import NotMade

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
_READABLE = 4.5
_STEP = 0.97

Rgb = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""


class NoColour(NotMade):
    """A colour was asked for in a way that nobody can know."""

    def __init__(self, given: str) -> None:
        super().__init__(f"“{given}” is no colour. Write it as six digits, for example #1F5F6B.")


def rgb(hexadecimal: str) -> Rgb:
    """Read a colour such as #1F5F6B; raise `NoColour` for anything else."""
    found = _HEX.fullmatch(hexadecimal.strip())
    if found is None:
        raise NoColour(hexadecimal)
    red, green, blue = bytes.fromhex(found[1])
    return red / 255, green / 255, blue / 255


def contrast_with_white(colour: Rgb) -> float:
    """Return the contrast of a colour with white paper, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def legible(colour: Rgb) -> Rgb:
    """Return the colour itself, or where words in it could not be read on white, the nearest darker one."""
    while contrast_with_white(colour) < _READABLE:
        colour = (colour[0] * _STEP, colour[1] * _STEP, colour[2] * _STEP)
    return colour


def paler(colour: Rgb, white: float) -> Rgb:
    """Mix a colour with white; `white` is its share, from 0 to 1."""
    red, green, blue = (part + (1 - part) * white for part in colour)
    return red, green, blue
