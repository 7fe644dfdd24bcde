"""The contents list: a field that Word can renew, filled with the headings so that it reads before that.

The pages are Word's to count, so they are there once the list is renewed, and never guessed before.
"""

from exports.docx import words
from exports.docx.fields import closing, opening
from exports.docx.paragraphs import Manner, paragraph, properties
from exports.docx.words import Tongue
from exports.docx.xml import Element, make, put
from exports.outline import Contents, Document, Heading
from exports.outline.text import one_line

_FIRST_MARK = 100_000_000


def mark_name(number: int) -> str:
    """Return the name of the place of the nth heading, in the way of Word's own."""
    return f"_Toc{_FIRST_MARK + number}"


def marked(made: Element, number: int) -> Element:
    """Make a heading's paragraph findable."""
    start = make("w:bookmarkStart", id=number + 1, name=mark_name(number))
    end = make("w:bookmarkEnd", id=number + 1)
    made.insert(1, start)
    made.append(end)
    return made


def contents(block: Contents, document: Document) -> Element:
    """Return the list, in the frame by which Word knows a contents list and offers to renew it."""
    listed = [(number, each) for number, each in enumerate(document.headings()) if each.level <= block.depth]
    lines = [_entry(number, heading, document) for number, heading in listed]
    lines = lines or [paragraph("", document, Manner("Toc1"))]
    first, last = lines[0], lines[-1]
    for place, run in enumerate(opening(f'TOC \\o "1-{block.depth}" \\h \\z \\u'), 1):
        first.insert(place, run)
    last.append(closing())
    gallery = make("w:docPartObj", make("w:docPartGallery", val="Table of Contents"), make("w:docPartUnique"))
    return make(
        "w:sdt",
        make("w:sdtPr", make("w:id", val=_FIRST_MARK), gallery),
        make("w:sdtContent", paragraph(block.title, document, Manner("TOCHeading")), *lines),
    )


def _entry(number: int, heading: Heading, document: Document) -> Element:
    own = words.runs_right_to_left(heading.text, document.right_to_left)
    own = document.right_to_left if own is None else own
    runs = words.elements(one_line(heading.text), own, Tongue(document.language))
    link = put(make("w:hyperlink", *runs), anchor=mark_name(number), history=1)
    return make("w:p", properties(Manner(f"Toc{heading.level}"), document, own), link)
