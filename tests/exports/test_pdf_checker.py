"""The checker itself: a good document passes, and each damage is told."""

import datetime
import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest

from exports.charts import CountBars, CountRow
from exports.outline import (
    BulletList,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Party,
    SignatureBlock,
    Table,
    body,
    group,
)
from exports.pdf import render
from tests.exports.pdf_checker import problems
from tests.golden.plans import AS_OF

DAY = datetime.date(2026, 11, 23)


@cache
def good() -> bytes:
    columns = (Column("Code"), Column("What", 3), Column("Value", 1, "end"))
    chart = CountBars((CountRow("Cooperation", 2, 5),))
    return render(
        Document(
            "Report: Harbour Hall",
            "en-GB",
            (
                Cover("Report", "Harbour Hall", (("As of", "today"),), "A notice."),
                Contents(),
                Heading(1, "One", new_page=True),
                BulletList(("a point", "another point")),
                Table(columns, (group("First"), *body([("A", "a", "1"), ("B", "b", "2")])), "What there is"),
                Heading(2, "Below one"),
                Figure(chart, "One square for each check: 2 of 5 are met.", "Checks"),
                Note("Where it comes from"),
                Note("To be known", "notice"),
                Paragraph("With a name in Greek: Αιγαίο."),
                Heading(1, "Two"),
                SignatureBlock((Party("City"), Party("Choir", name="A. Singer"))),
            ),
            footer=("Ref. X",),
            day=AS_OF,
        )
    )


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    return [each for each in found if each.get("/Type") == "/StructElem" and each.get("/S") == f"/{role}"]


def first(pdf: pikepdf.Pdf, role: str) -> Any:
    return elements(pdf, role)[0]


def rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes, page: int = 1) -> None:
    """Change the first place of the drawing of a page, counted from 0."""
    content = pdf.pages[page].obj.Contents
    before = content.read_bytes()
    assert old in before
    content.write(before.replace(old, new, 1))


def every(pdf: pikepdf.Pdf, name: str, change: Callable[[Any], None]) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            change(each)


def drop(name: str) -> Callable[[Any], None]:
    def change(each: Any) -> None:
        del each[name]

    return change


def metadata(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    stream: Any = pdf.Root.Metadata
    stream.write(stream.read_bytes().replace(old, new))


def foreign_mark(pdf: pikepdf.Pdf) -> None:
    paragraph, heading = first(pdf, "P"), first(pdf, "H1")
    paragraph.K, heading.K = heading.K, paragraph.K


def shorter_row(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[-1]
    row.K = row.K[0]


def transparent(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Resources.ExtGState = pikepdf.Dictionary(a=pikepdf.Dictionary(ca=0.5))


def script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.beep()"))


def no_letters(pdf: pikepdf.Pdf) -> None:
    every(pdf, "/ToUnicode", lambda font: font.ToUnicode.write(b"<41> <0000>"))


def set_(element: Any, name: str, value: Any) -> None:
    element[name] = value


Damage = Callable[[pikepdf.Pdf], object]
DAMAGES: dict[str, tuple[Damage, str]] = {
    "no language": (lambda pdf: drop("/Lang")(pdf.Root), "does not say its language"),
    "not marked": (lambda pdf: drop("/MarkInfo")(pdf.Root), "does not say that it is tagged"),
    "no tree": (lambda pdf: drop("/StructTreeRoot")(pdf.Root), "no structure tree"),
    "title hidden": (lambda pdf: drop("/ViewerPreferences")(pdf.Root), "title is not shown"),
    "no title": (lambda pdf: drop("/Title")(pdf.docinfo), "has no title"),
    "another title": (lambda pdf: metadata(pdf, b"Harbour Hall", b"Town Hall"), "another title"),
    "another language told": (lambda pdf: metadata(pdf, b"en-GB", b"fr"), "another language"),
    "no claim of PDF/UA": (lambda pdf: metadata(pdf, b"pdfuaid:part>1", b"pdfuaid:part>7"), "do not say part 1"),
    "no claim of level A": (lambda pdf: metadata(pdf, b"conformance>A", b"conformance>B"), "do not say conformance A"),
    "no metadata": (lambda pdf: drop("/Metadata")(pdf.Root), "has no metadata"),
    "no colours": (lambda pdf: drop("/OutputIntents")(pdf.Root), "which colours it means"),
    "another profile": (lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"x" * 99), "colour profile"),
    "a script": (script, "does something by itself: /OpenAction"),
    "see-through": (transparent, "can be seen through"),
    "untagged text": (lambda pdf: rewrite(pdf, b"/H2 <</MCID", b"/H2 <</Not"), "neither content nor decoration"),
    "untagged rule": (lambda pdf: rewrite(pdf, b"/Artifact <<", b"/Span <<"), "neither content nor decoration"),
    "open mark": (lambda pdf: rewrite(pdf, b"EMC", b""), "marked content never ends"),
    "closed twice": (lambda pdf: rewrite(pdf, b"EMC", b"EMC EMC"), "ends that never began"),
    "mark in a mark": (
        lambda pdf: rewrite(pdf, b"BDC", b"BDC /P <</MCID 99>> BDC EMC"),
        "content lies in other marked content",
    ),
    "mark twice": (lambda pdf: rewrite(pdf, b"/MCID 1>>", b"/MCID 0>>"), "a mark is there twice"),
    "marks exchanged": (foreign_mark, "leads to another element"),
    "mark of nobody": (lambda pdf: drop("/K")(first(pdf, "Note")), "is not in the tree"),
    "mark missing": (lambda pdf: set_(first(pdf, "H1"), "/K", 77), "mark 77 of the tree is not on the page"),
    "page not in the tree": (lambda pdf: drop("/StructParents")(pdf.pages[1].obj), "does not lead to the tree"),
    "page out of order": (lambda pdf: drop("/Tabs")(pdf.pages[0].obj), "not read in the order"),
    "element without parent": (lambda pdf: drop("/P")(first(pdf, "P")), "does not lead back"),
    "unknown role": (lambda pdf: set_(first(pdf, "Note"), "/S", pikepdf.Name.Remark), "no standard structure type"),
    "skipping heading": (lambda pdf: set_(first(pdf, "H2"), "/S", pikepdf.Name.H4), "skips from level 1 to 4"),
    "list item astray": (lambda pdf: set_(first(pdf, "L"), "/S", pikepdf.Name.Div), "LI stands in Div"),
    "cell astray": (lambda pdf: set_(first(pdf, "TR"), "/S", pikepdf.Name.P), "has no place in"),
    "header without scope": (lambda pdf: drop("/A")(first(pdf, "TH")), "does not say what it heads"),
    "irregular table": (shorter_row, "a table has rows of"),
    "figure without words": (lambda pdf: drop("/Alt")(first(pdf, "Figure")), "says nothing of what it shows"),
    "figure with a file's name": (
        lambda pdf: set_(first(pdf, "Figure"), "/Alt", pikepdf.String("chart-1.png")),
        "says nothing of what it shows",
    ),
    "figure nowhere": (lambda pdf: drop("/A")(first(pdf, "Figure")), "where it stands"),
    "note without name": (lambda pdf: drop("/ID")(first(pdf, "Note")), "a note has no name"),
    "notes of one name": (
        lambda pdf: set_(elements(pdf, "Note")[1], "/ID", first(pdf, "Note").ID),
        "two notes have the same name",
    ),
    "link without words": (lambda pdf: drop("/Contents")(pdf.pages[0].obj.Annots[0]), "where it leads"),
    "link not printed": (lambda pdf: drop("/F")(pdf.pages[0].obj.Annots[0]), "a link is not printed"),
    "link without element": (
        lambda pdf: set_(first(pdf, "Link"), "/S", pikepdf.Name.Span),
        "a link is not in the tree",
    ),
    "link astray": (lambda pdf: drop("/StructParent")(pdf.pages[0].obj.Annots[0]), "a link does not lead back"),
    "font not embedded": (lambda pdf: every(pdf, "/FontFile2", drop("/FontFile2")), "is not embedded"),
    "font without letters": (lambda pdf: every(pdf, "/ToUnicode", drop("/ToUnicode")), "which letters it has"),
    "letters that are none": (no_letters, "stands for"),
}


def damaged(damage: Damage) -> bytes:
    with pikepdf.open(io.BytesIO(good())) as pdf:
        damage(pdf)
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def test_a_good_document_passes() -> None:
    assert problems(good()) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_told(name: str) -> None:
    damage, expected = DAMAGES[name]

    assert expected.lower() in " ".join(problems(damaged(damage))).lower()


def test_an_encrypted_document_is_told() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="x", user="", aes=True))

    assert "The document is encrypted." in problems(target.getvalue())
