"""A document in the colour and with the sign of who makes it."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from exports.outline import Cover, Document, Heading, Logo, Paragraph, Table, body
from exports.outline.colours import NoColour, contrast_with_white, legible, rgb
from exports.outline.tables import Column, group
from exports.pdf import render
from exports.pdf.logo import NoPicture
from tests.exports.pdf_checker import problems
from tests.exports.pdf_checker.tree import Tree
from tests.golden.plans import AS_OF

BLOCKS = (Heading(1, "One"), Table((Column("A"), Column("B")), (group("First"), *body([("a", "b")]))), Paragraph("x"))
PLAIN = Document("Title", "en", BLOCKS, day=AS_OF)


def sign(kind: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (300, 100)) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, 0 if mode in ("RGBA", "LA", "1", "P") else "red").save(target, kind)
    return target.getvalue()


def colours(document: bytes) -> set[tuple[int, int, int]]:
    pdf = pypdfium2.PdfDocument(document)
    try:
        found = pdf[0].render(scale=1).to_pil().convert("RGB").getcolors(1_000_000) or []
    finally:
        pdf.close()
    return {colour for _, colour in found}


def test_the_accent_of_the_document_takes_the_place_of_ours() -> None:
    ours, theirs = colours(render(PLAIN)), colours(render(replace(PLAIN, accent="#7A1F5C")))

    assert (0x1F, 0x5F, 0x6B) in ours
    assert (0x1F, 0x5F, 0x6B) not in theirs
    assert (0x7A, 0x1F, 0x5C) in theirs
    assert (0xE6, 0xEF, 0xF0) in ours - theirs


@pytest.mark.parametrize("pale", ["#FFFF00", "#FFFFFF", "#A0D0FF", "#1F5F6B"])
def test_an_accent_can_always_be_read_on_white(pale: str) -> None:
    assert contrast_with_white(legible(rgb(pale))) >= 4.5


def test_an_accent_that_is_dark_enough_stays_as_it_is() -> None:
    assert legible(rgb("1f5f6b")) == rgb("#1F5F6B")
    assert contrast_with_white(rgb("#000000")) == pytest.approx(21)


@pytest.mark.parametrize("wrong", ["blue", "#12345", "#1234567", "  "])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(NoColour, match="is no colour"):
        render(replace(PLAIN, accent=wrong))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "RGB"), ("JPEG", "CMYK")]
)
def test_a_logo_is_a_figure_at_the_head_of_the_first_page(kind: str, mode: str, language: str) -> None:
    logo = Logo(sign(kind, mode), "Coat of arms of Harbour City")
    document = Document("Title", language, (Cover("Report", "Title"), *BLOCKS), logo=logo, day=AS_OF)
    made = render(document)

    assert problems(made) == []
    assert made == render(document)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        first = Tree(pdf).roots[0].children[0]
        assert (first.role, str(first.source.Alt)) == ("Figure", "Coat of arms of Harbour City")
        left, _, right, top = (float(edge) for edge in first.attribute("/BBox"))
    assert (right > 500) if language == "ar" else (left < 70)
    assert top > 740


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n nothing", sign()[:60], sign(mode="1", size=(9000, 9000))]
)
def test_what_is_no_picture_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(NoPicture, match="The logo"):
        render(replace(PLAIN, logo=Logo(content, "A sign of somebody")))
