"""Fields: places that Word fills itself, such as the number of a page."""

import re

from exports.docx.words import Tongue, elements, runs_right_to_left
from exports.docx.xml import Element, make, text_of
from exports.languages import formats_in
from exports.outline import Document
from workbook.wording import source

_PLACES = re.compile(r"(\{page\}|\{pages\})")
_CODES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_PAGE_OF_PAGES = source("Page {page} of {pages}")


def field(code: str, shown: str) -> list[Element]:
    """Return the runs of a field, with what it shows until Word works it out."""
    return [
        *opening(code),
        make("w:r", text_of("w:t", shown)),
        make("w:r", make("w:fldChar", fldCharType="end")),
    ]


def opening(code: str) -> list[Element]:
    """Return the runs that begin a field; what it shows has to follow, and `closing` after that."""
    return [
        make("w:r", make("w:fldChar", fldCharType="begin")),
        make("w:r", text_of("w:instrText", f" {code} ")),
        make("w:r", make("w:fldChar", fldCharType="separate")),
    ]


def closing() -> Element:
    """Return the run that ends a field."""
    return make("w:r", make("w:fldChar", fldCharType="end"))


def page_of_pages(document: Document) -> list[Element]:
    """Return the runs that say which page this is and of how many, in a paragraph of the document's direction."""
    said = formats_in(document.language).say(_PAGE_OF_PAGES)
    from_right = bool(runs_right_to_left(said))
    made: list[Element] = []
    for part in filter(None, _PLACES.split(said)):
        if part in _CODES:
            made += field(_CODES[part], "1")
        else:
            made += elements(part, from_right, Tongue(document.language))
    if from_right == document.right_to_left:
        return made
    mark = "\u200f" if from_right else "\u200e"
    before, after = (elements(mark, from_right, Tongue(document.language)) for _ in range(2))
    return [*before, *made, *after]
