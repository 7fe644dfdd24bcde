"""The colours of one document: its own accent and what is derived from it, in place of ours."""

from collections.abc import Iterable

from docx.oxml.ns import qn

from exports.docx.colours import hex_of
from exports.docx.xml import Element
from exports.pdf.palette import palette

_COLOURED = tuple(qn(name) for name in ("w:val", "w:color", "w:fill"))

Shades = dict[str, str]
"""What stands in place of each of our colours, both as six digits."""


def shades(accent: str) -> Shades:
    """Return the colours of an accent; none where the document keeps ours."""
    return {hex_of(ours): hex_of(chosen) for ours, chosen in palette(accent).items()}


def recolour(roots: Iterable[Element], chosen: Shades) -> None:
    """Put the colours of a document in place of ours, in every element below some roots."""
    for root in roots:
        for element in root.iter():
            for name in _COLOURED:
                other = chosen.get(element.get(name, ""))
                if other is not None:
                    element.set(name, other)
