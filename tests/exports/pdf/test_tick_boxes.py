"""Boxes to tick: drawn as squares, read as boxes, in PDF and in Word."""

import io
import itertools
import re

import docx
import pikepdf
from docx.oxml.ns import qn

from exports.docx import render as as_word
from exports.outline import Column, Document, Paragraph, Table, body
from exports.outline.text import TICK_BOX
from exports.pdf import render as as_pdf
from tests.exports.pdf_checker import problems
from tests.golden.plans import AS_OF
from tests.golden.reading import pages_of

TICKED = f"{TICK_BOX} yes   {TICK_BOX} no"


def asked(language: str = "en") -> Document:
    """Ask in words and in a table."""
    columns = (Column("What", 2, strong=True), Column("Answer", 1))
    answers = Table(columns, body((("Agreed", f"{TICK_BOX} yes\n{TICK_BOX} no"),)))
    return Document("Boxes", language, (Paragraph(TICKED), Paragraph(f"{TICK_BOX} نعم"), answers), day=AS_OF)


def squares(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of each rectangle that is stroked and not filled."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        drawn = pikepdf.parse_content_stream(opened.pages[0])
    return [
        (float(one.operands[2]), float(one.operands[3]))
        for one, following in itertools.pairwise(drawn)
        if str(one.operator) == "re" and str(following.operator) == "S"
    ]


def test_a_box_is_a_square_that_is_read_as_a_box() -> None:
    for language in ("en", "ar"):
        made = as_pdf(asked(language))
        assert problems(made) == []
        drawn = squares(made)
        assert len(drawn) == 5
        assert all(5 < width == height < 9 for width, height in drawn)
        words = "".join(pages_of(made))
        assert words.count(TICK_BOX) == 5
        assert "[ ]" not in words
    assert re.search(rf"{TICK_BOX} ?yes +{TICK_BOX} ?no", "".join(pages_of(as_pdf(asked()))))


def test_in_word_a_box_has_a_font_that_holds_it() -> None:
    opened = docx.Document(io.BytesIO(as_word(asked())))
    runs = [one for one in opened.element.body.iter(qn("w:r")) if TICK_BOX in one.text]
    assert [one.text for one in runs] == [TICK_BOX] * 5
    assert {one.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:ascii")) for one in runs} == {"MS Gothic"}
