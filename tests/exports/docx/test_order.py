"""Word refuses files whose elements stand in another order than ISO/IEC 29500-1 wants; other programs do not mind."""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import pytest
from lxml import etree

from exports import agreement, report, workplan
from exports.docx import render
from exports.outline import Document
from tests.golden.plans import arabic, edition
from tests.golden.small import small_plan
from workbook.records import Agreement, Report

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs shd rtl lang",
    "tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference pgSz pgMar cols titlePg bidi",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "styles": "docDefaults style",
    "numbering": "abstractNum num",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator",
}


def documents() -> Iterator[Document]:
    small, other = edition(small_plan()), edition(arabic(), language="ar")
    for made in (small, other):
        yield agreement.document(made, made.book.all(Agreement)[0].id)
    yield report.document(small, small.book.all(Report)[0].id)
    yield workplan.document(small)


@pytest.mark.parametrize("number", range(4))
def test_elements_stand_in_the_order_of_the_standard(number: int) -> None:
    with zipfile.ZipFile(io.BytesIO(render(list(documents())[number]))) as package:
        parts = [package.read(name) for name in package.namelist() if name.startswith("word/") and ".xml" in name]
    for part in parts:
        for element in etree.fromstring(part).iter(f"{_W}*"):
            name = etree.QName(element).localname
            inside = [etree.QName(child).localname for child in element]
            places = [_ORDER[name].split().index(child) for child in inside] if name in _ORDER else []
            if name == "sectPr":  # heads and feet may stand in any order
                places = [max(place, 1) for place in places]
            assert places == sorted(places), (name, inside)


def test_two_tables_never_meet_and_none_ends_the_document() -> None:
    for document in documents():
        with zipfile.ZipFile(io.BytesIO(render(document))) as package:
            (body,) = etree.fromstring(package.read("word/document.xml"))
        tags = [etree.QName(child).localname for child in body]
        pairs = list(pairwise(tags))

        assert ("tbl", "tbl") not in pairs
        assert ("tbl", "sectPr") not in pairs
