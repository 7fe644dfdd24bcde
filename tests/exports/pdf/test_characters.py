"""Text as people paste it: from word processors, spreadsheets and the web."""

import pytest
from reportlab.pdfbase import pdfmetrics

from exports.outline import BulletList, Contents, Cover, Document, Heading, Note, Paragraph, Table, body
from exports.outline.tables import Column
from exports.pdf import render
from exports.pdf.characters import clean
from exports.pdf.shaping import Styled, shaped
from tests.exports.pdf_checker import problems
from tests.golden.plans import AS_OF
from tests.golden.reading import flat

PASTED = (
    "漢字 and more",
    "emoji 🎭 here",
    "a bullet \uf0b7 of a word processor, \ue001",
    "controls \x01\x07\x0b\x1f\x7f\x85 within",
    "no characters \ufffe\uffff\U0001ffff",
    "zero\u200bwidth\u200djoined\u2060 \ufeff",
    "an order \u202eturned\u202c and \u2066isolated\u2069",
    "a\u0301\u0308\u0323 é",
    "שלום עולם",
    "नमस्ते, ไทย",
    "x" * 400,
    "a\ttab\r\nand lines",
    "",
    " ",
    "السيد محمّدٌ الأحمد",
)


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans", ""])
def test_whatever_is_pasted_the_document_conforms(language: str) -> None:
    made = render(
        Document(
            "Title \uf0b7 <&> 漢\x01",
            language,
            (
                Cover(PASTED[2], PASTED[3], ((PASTED[0], PASTED[1]),), PASTED[4]),
                Contents(),
                *(Heading(1, text or "x") for text in PASTED[:4]),
                *map(Paragraph, PASTED),
                Table((Column("A\x02"), Column("B")), body((text, text) for text in PASTED), PASTED[3]),
                BulletList(PASTED),
                Note(PASTED[3], "notice"),
                Note(""),
            ),
            subject="about \x03",
            author="\ud800 somebody",
            header=PASTED[3],
            day=AS_OF,
        )
    )

    assert problems(made) == []
    assert "controls within" in flat(made)


@pytest.mark.parametrize(
    "document",
    [
        Document("", "en", (), day=AS_OF),
        Document("A", "ar", (Cover("", "ا"), Contents()), day=AS_OF),
        Document("x", "en", (Paragraph("x", "title"), Table((Column(""),), ())), day=AS_OF),
    ],
)
def test_the_emptiest_documents_conform(document: Document) -> None:
    assert problems(render(document)) == []


def test_what_no_font_has_is_shown_as_unknown_and_read_as_it_is() -> None:
    text = shaped((Styled("漢"),), 10.0, right_to_left=False)
    font = pdfmetrics.getFont(text.fonts[0])
    glyph = font.face.charToGlyph[ord(text.glyphs[0][0].code)]  # type: ignore[attr-defined]

    assert glyph == font.face.charToGlyph[0xFFFD]  # type: ignore[attr-defined]
    assert "漢" in flat(render(Document("t", "en", (Paragraph("漢"),), day=AS_OF)))


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("plain", "plain"),
        ("a\x00b", "ab"),
        ("a\x0bb\r\nc", "a\nb\nc"),
        ("\uf0b7 a \ue000", "• a \ufffd"),
        ("漢é", "漢é"),
    ],
)
def test_only_characters_are_left(pasted: str, expected: str) -> None:
    assert clean(pasted) == expected
