"""The page: its size, and what stands at its head and foot."""

from typing import Any

from exports.docx.colours import border
from exports.docx.fields import page_of_pages
from exports.docx.paragraphs import Manner, paragraph
from exports.docx.words import Tongue, elements, held, runs_right_to_left
from exports.docx.xml import Element, flag, make, twips
from exports.outline import Cover, Document, Run, runs
from exports.outline.text import one_line
from exports.pdf import styles


def set_edges(section: Any, document: Document, size: tuple[float, float]) -> None:
    """Fill the head and foot of every page; a cover has no head."""
    if document.sheets:
        for place, style in ((section.header, "Header"), (section.footer, "AfterTable")):
            _fill(place, paragraph("", document, Manner(style)))
        _set_page(section._sectPr, document, size)  # noqa: SLF001 - no public name for the frame of a page
        return
    covered = bool(document.blocks) and isinstance(document.blocks[0], Cover)
    width = size[0] - 2 * styles.MARGIN_SIDE
    section.different_first_page_header_footer = covered
    _fill(section.header, paragraph(one_line(document.header), document, Manner("Header")))
    _fill(section.footer, _foot(document, width))
    if covered:
        _fill(section.first_page_header, paragraph("", document, Manner("Header")))
        _fill(section.first_page_footer, _foot(document, width))
    _set_page(section._sectPr, document, size)  # noqa: SLF001 - no public name for a page from the right


def _fill(place: Any, made: Element) -> None:
    place.is_linked_to_previous = False
    old = place.paragraphs[0]._p  # noqa: SLF001 - the element behind it
    old.addprevious(made)
    old.getparent().remove(old)


def _foot(document: Document, width: float) -> Element:
    """Return what stands at the start and, after a tab, which page this is; both at the edges of the document."""
    from_right = document.right_to_left
    said: list[Run] = []
    for part in filter(None, map(one_line, document.footer)):
        said += [Run("  ·  ")] if said else []
        own = runs_right_to_left(part, from_right)
        said += runs(part) if own in (None, from_right) else held(part, bool(own))
    properties = make(
        "w:pPr",
        make("w:pStyle", val="Footer"),
        make("w:tabs", make("w:tab", val="right", pos=twips(width))),
        flag("w:bidi", from_right),
    )
    words = elements(tuple(said), from_right, Tongue(document.language))
    return make("w:p", properties, *words, make("w:r", make("w:tab")), *page_of_pages(document))


def _frame() -> Element:
    """Return the frame of a page that stands for itself."""
    sides = ("top", "left", "bottom", "right")
    return make("w:pgBorders", *(border(side, 2.25, space=24) for side in sides), offsetFrom="page")


def _set_page(properties: Element, document: Document, size: tuple[float, float]) -> None:
    """Replace what the section says of its page; what names heads and feet stays."""
    for old in list(properties):
        if not old.tag.endswith("Reference"):
            properties.remove(old)
    covered = bool(document.blocks) and isinstance(document.blocks[0], Cover)
    page = make("w:pgSz", w=twips(size[0]), h=twips(size[1]))
    if document.landscape:
        page = make("w:pgSz", w=twips(size[0]), h=twips(size[1]), orient="landscape")
    margins = {"left": styles.MARGIN_SIDE, "right": styles.MARGIN_SIDE}
    margins |= {"top": styles.MARGIN_TOP, "bottom": styles.MARGIN_BOTTOM, "header": styles.HEADER - 4}
    margins |= {"footer": styles.FOOTER, "gutter": 0.0}
    properties.extend(
        part
        for part in (
            page,
            make("w:pgMar", **{name: twips(room) for name, room in margins.items()}),
            _frame() if document.sheets else None,
            make("w:cols", space=720),
            flag("w:titlePg", covered),
            flag("w:bidi", document.right_to_left),
        )
        if part is not None
    )
