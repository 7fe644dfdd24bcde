"""Signature blocks and covers: the parts with room to write in or to breathe."""

from itertools import zip_longest

from exports.docx import look
from exports.docx.colours import border, hex_of
from exports.docx.paragraphs import Manner, paragraph
from exports.docx.tables import cell, frame
from exports.docx.xml import Element, make, put, twips
from exports.outline import Cover, Document, Party, SignatureBlock, bold
from exports.outline.signing import SignatureLine, heading_of, languages_of, signature_lines
from exports.pdf import styles

_BETWEEN = 22.0
_NAMES = 76.0
_LOW, _TALL = 21.0, 46.0


def signatures(block: SignatureBlock, document: Document, width: float) -> list[Element]:
    """Return a table for each two parties, who sign beside each other; no page cuts one."""
    made: list[Element] = []
    languages = languages_of(block, document.language)
    for first in range(0, len(block.parties), 2):
        pair = block.parties[first : first + 2]
        made += [_pair(pair, languages, document, width), paragraph("", document, Manner("AfterSignatures"))]
    return made


def _pair(parties: tuple[Party, ...], languages: tuple[str, ...], document: Document, width: float) -> Element:
    room = (width - _BETWEEN) / 2
    widths = [_NAMES, room - _NAMES, _BETWEEN, _NAMES, room - _NAMES]
    made = frame(widths, document, look.PLAIN_TABLE_STYLE)
    made.append(_row([_heading(party, languages, room, document) for party in parties], room, document, 0.0))
    for lines in zip_longest(*(signature_lines(party, languages) for party in parties)):
        height = max(_TALL if line.tall else _LOW for line in lines)
        made.append(_row([_line(line, room, document) for line in lines], room, document, height))
    return made


def _row(sides: list[list[Element]], room: float, document: Document, height: float) -> Element:
    """Return a row of one or two sides with room between them."""
    gap = cell(_BETWEEN, paragraph("", document, Manner("SignatureText")))
    other = sides[1] if len(sides) > 1 else [cell(room, paragraph("", document, Manner("SignatureText")), span=2)]
    least = make("w:trHeight", val=twips(height), hRule="atLeast") if height else None
    return make("w:tr", make("w:trPr", make("w:cantSplit"), least), *sides[0], gap, *other)


def _heading(party: Party, languages: tuple[str, ...], room: float, document: Document) -> list[Element]:
    lines = [paragraph(bold(heading_of(party, languages)), document, Manner("SignatureText"))]
    if party.capacity:
        lines.append(paragraph(party.capacity, document, Manner("SignatureName")))
    return [cell(room, *lines, span=2)]


def _line(line: SignatureLine, room: float, document: Document) -> list[Element]:
    def bottom() -> Element:
        return make("w:vAlign", val="bottom")

    rule = make("w:tcBorders", border("bottom", 0.75, hex_of(styles.MUTED)))
    return [
        cell(_NAMES, paragraph(line.name, document, Manner("SignatureName")), properties=(bottom(),)),
        cell(room - _NAMES, paragraph(line.value, document, Manner("SignatureText")), properties=(rule, bottom())),
    ]


def cover(block: Cover, document: Document, width: float, height: float) -> list[Element]:
    """Return the first page: a wide margin above, the title, and what it is about."""
    kind = paragraph(block.kind, document, Manner("Kind"))
    spacing = make("w:spacing", before=twips(height * 0.1))
    _insert_spacing(kind, spacing)
    made = [kind, paragraph(block.title, document, Manner("CoverTitle"))]
    if block.lines:
        widths = [width * 0.26, width * 0.74]
        facts = frame(widths, document, look.PLAIN_TABLE_STYLE)
        for name, value in block.lines:
            named = cell(widths[0], paragraph(name, document, Manner("CoverName")))
            facts.append(make("w:tr", named, cell(widths[1], paragraph(value, document, Manner("CoverValue")))))
        made += [facts, paragraph("", document, Manner("AfterTable"))]
    if block.notice:
        made.append(paragraph(block.notice, document, Manner("Small")))
    return made


def _insert_spacing(made: Element, spacing: Element) -> None:
    """Put the room above a paragraph where Word wants it: before indents and edges."""
    properties = made[0]
    edge = next((child for child in properties if child.tag.endswith(("}ind", "}jc"))), None)
    if edge is None:
        properties.append(spacing)
    else:
        edge.addprevious(put(spacing))
