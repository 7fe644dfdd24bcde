"""Paragraphs: a style, a direction, an edge, and runs."""

from typing import Literal, NamedTuple

from exports.docx import words
from exports.docx.xml import Element, flag, make, put, twips
from exports.outline import Align, Document, Runs
from exports.outline.blocks import runs_right_to_left as written_from_right

Edge = Literal["own", "start", "center", "end"]


class Manner(NamedTuple):
    """How a paragraph stands. `edge` is counted in the document's direction; “own” in that of the words.

    `number` is the list that it is a point of; `indent` in points, at the start.
    """

    style: str = ""
    edge: Edge | Align = "start"
    keep_next: bool = False
    new_page: bool = False
    number: int = 0
    indent: float = 0.0


def paragraph(text: str | Runs, document: Document, manner: Manner, language: str = "") -> Element:
    """Return a paragraph of words, in a language where that is not the document's."""
    own = _direction(text, document, language)
    if manner.number and own != document.right_to_left:
        text, own = words.held(text, own), document.right_to_left
    runs = words.elements(text, own, words.tongue_of(document, language))
    return make("w:p", properties(manner, document, own), *runs)


def empty(style: str, document: Document) -> Element:
    """Return a paragraph without words, such as the one that has to stand after a table."""
    return paragraph("", document, Manner(style))


def keep_with_next(made: Element) -> None:
    """Let no page end between a paragraph and what follows it."""
    made[0].get_or_add_keepNext()


def _direction(text: str | Runs, document: Document, language: str) -> bool:
    own = words.runs_right_to_left(text, document.right_to_left)
    if own is None:
        return written_from_right(language) if language else document.right_to_left
    return own


def properties(manner: Manner, document: Document, own: bool) -> Element:
    """Return what a paragraph says of itself; its words run in the direction `own`."""
    number = None
    if manner.number:
        number = make("w:numPr", make("w:ilvl", val=0), make("w:numId", val=manner.number))
    return make(
        "w:pPr",
        make("w:pStyle", val=manner.style) if manner.style else None,
        flag("w:keepNext", manner.keep_next),
        flag("w:pageBreakBefore", manner.new_page),
        number,
        flag("w:bidi", own),
        put(make("w:ind"), left=twips(manner.indent)) if manner.indent else None,
        _edge(manner.edge, own == document.right_to_left),
    )


def _edge(edge: Edge | Align, at_home: bool) -> Element | None:
    """Word calls the edge at which a paragraph's own direction begins left, whichever side that is."""
    if edge == "center":
        return make("w:jc", val="center")
    if edge == "own" or (edge == "start") == at_home:
        return None
    return make("w:jc", val="right")
