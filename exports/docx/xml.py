"""Making elements of WordprocessingML in one expression."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any
"""An element of lxml, which comes without types."""


def make(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return an element; children that are None are left out."""
    made = OxmlElement(tag)
    made.extend([child for child in children if child is not None])
    return put(made, **attributes)


def put(element: Element, **attributes: object) -> Element:
    """Set attributes of the namespace of WordprocessingML, and return the element."""
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def flag(tag: str, wanted: bool) -> Element | None:
    """Return an element that says yes by being there."""
    return make(tag) if wanted else None


def text_of(tag: str, text: str) -> Element:
    """Return an element that holds text, with the spaces at its ends."""
    made = make(tag)
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def twips(points: float) -> int:
    """Return a length in twentieths of a point, which is how most lengths are written."""
    return round(points * 20)
