"""Certificates: one page each, its words in the middle, lines to sign on below them."""

from exports.docx import look
from exports.docx.colours import border, hex_of
from exports.docx.paragraphs import Manner, paragraph
from exports.docx.tables import cell, frame
from exports.docx.xml import Element, make, twips
from exports.outline import Certificate, Document
from exports.pdf import measuring, styles

_LINE = "_" * 46
_LEAST_TO_SIGN, _MOST_TO_SIGN = 36.0, 96.0
_BETWEEN = 60.0
_LONG = 60
_LEADING = 1.35
_FOOT = 44.0
_SIZES = {f"Certificate{name.replace(' ', '')}": (size, after) for name, size, _, _, after in look.CERTIFICATE}

_Said = list[tuple[str, str]]


def certificate(block: Certificate, document: Document, room: tuple[float, float], *, above: float) -> list[Element]:
    """Return one page of this width and height, of which what stands `above` the words takes some.

    What it taught gives way where the rest needs the room. It begins on a new page unless it is the first of the
    document, or something stands above it.
    """
    learned = list(block.learned)
    while learned and _height(_said(block, learned), room[0]) > _free(room[1], above):
        learned.pop()
    said = _said(block, learned)
    spare = _free(room[1], above) - _height(said, room[0])
    is_new = not above and block is not document.blocks[0]
    made = [
        paragraph(text, document, Manner(style, "center", new_page=is_new and number == 0))
        for number, (style, text) in enumerate(said)
    ]
    foot = paragraph(block.foot, document, Manner("CertificateSmall", "center"))
    to_sign = min(max(_LEAST_TO_SIGN + spare * 0.6, _LEAST_TO_SIGN), _MOST_TO_SIGN)
    return [*made, _signers(block, document, room[0], to_sign), foot]


def _free(height: float, above: float) -> float:
    return height - above - _LEAST_TO_SIGN - _FOOT


def _said(block: Certificate, learned: list[str]) -> _Said:
    """Return styles and words, from the heading down to what was learned."""
    title = "CertificateTitle" if len(block.title) <= _LONG else "CertificateLongTitle"
    found = [
        ("CertificateHeading", block.heads),
        ("CertificateText", block.opening),
        ("CertificateName", block.name or _LINE),
        ("CertificateSmall", "" if block.name else block.blank),
        ("CertificateText", block.said),
        (title, block.title),
        ("CertificateText", "   ·   ".join(block.facts)),
        ("CertificateSmall", block.about if learned else ""),
        *(("CertificateText", point) for point in learned),
    ]
    return [(style, text) for style, text in found if text]


def _height(said: _Said, width: float) -> float:
    """Estimate how high words will be."""
    whole = 0.0
    for style, text in said:
        size, after = _SIZES[style]
        whole += (1 + measuring.width(text, size) // width) * size * _LEADING + after
    return whole


def _signers(block: Certificate, document: Document, width: float, height: float) -> Element:
    room = (width - _BETWEEN * (len(block.signers) - 1)) / len(block.signers)
    widths: list[float] = []
    cells: list[Element] = []
    for place, signer in enumerate(block.signers):
        if place:
            widths.append(_BETWEEN)
            cells.append(cell(_BETWEEN, paragraph("", document, Manner("CertificateSmall"))))
        widths.append(room)
        line = make("w:tcBorders", border("top", 0.75, hex_of(styles.MUTED)))
        words = paragraph(signer, document, Manner("CertificateSmall", "center"))
        cells.append(cell(room, words, properties=(line,)))
    made = frame(widths, document, look.PLAIN_TABLE_STYLE)
    blank = [cell(room, paragraph("", document, Manner("CertificateSmall"))) for room in widths]
    room_to_sign = make("w:trPr", make("w:cantSplit"), make("w:trHeight", val=twips(height), hRule="atLeast"))
    made.append(make("w:tr", room_to_sign, *blank))
    made.append(make("w:tr", make("w:trPr", make("w:cantSplit")), *cells))
    return made
