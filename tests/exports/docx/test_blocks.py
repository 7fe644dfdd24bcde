"""Every kind of block, read back with another reader than the one that wrote it."""

import datetime
import io
import zipfile
from decimal import Decimal

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from PIL import Image

from exports.charts import Bar, StackedBars
from exports.docx import render
from exports.docx.story import MAKERS
from exports.edition import Cancelled
from exports.outline import (
    Block,
    BulletList,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Logo,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Party,
    Rated,
    Run,
    SignatureBlock,
    Spoken,
    Status,
    Table,
    body,
    group,
    total,
)

DAY = datetime.date(2026, 11, 23)
CHART = StackedBars(("Cash", "In kind"), (Bar("City", (Decimal(3), Decimal(1)), "4"),), "EUR")
NUMBERS = Table((Column("Partner"), Column("Amount", align="end")), body([("City", "4")]))
ARABIC = "مختبر الإبداع"


def outline(*blocks: Block, language: str = "en-GB", landscape: bool = False) -> Document:
    edges = ("The head", ("Ref. AG-01", "State 7"))
    return Document("A title", language, blocks, "A subject", "A city", *edges, landscape=landscape, day=DAY)


def word(*blocks: Block, language: str = "en-GB") -> WordFile:
    return docx.Document(io.BytesIO(render(outline(*blocks, language=language))))


def styles_of(file: WordFile) -> list[tuple[str, str]]:
    return [(str(each.style and each.style.name), each.text) for each in file.paragraphs]


def values(element: object, tag: str, attribute: str = "val") -> list[str]:
    return [found.get(qn(f"w:{attribute}")) for found in element.iter(qn(f"w:{tag}"))]  # type: ignore[attr-defined]


def test_every_kind_of_block_has_a_maker() -> None:
    assert set(MAKERS) | {Spoken} == set(Block.__args__)


def test_headings_and_manners_are_words_own_styles() -> None:
    file = word(
        Paragraph("Agreement", "kind"),
        Paragraph("On the depot", "title"),
        Heading(1, "Part", new_page=True),
        Heading(2, "Clause"),
        Heading(3, "Point"),
        Heading(4, "Deeper"),
        Paragraph("Words"),
        Paragraph("Lead", "lead"),
        Paragraph("Small", "small"),
        Note("Where from"),
        Note("What to know", "notice"),
    )

    assert styles_of(file) == [
        ("Kind", "Agreement"),
        ("Title", "On the depot"),
        ("Heading 1", "Part"),
        ("Heading 2", "Clause"),
        ("Heading 3", "Point"),
        ("Heading 3", "Deeper"),
        ("Normal", "Words"),
        ("Lead", "Lead"),
        ("Small", "Small"),
        ("Source", "Where from"),
        ("Notice", "What to know"),
    ]
    assert file.paragraphs[2].paragraph_format.page_break_before


def test_each_numbered_list_begins_where_it_should() -> None:
    file = word(BulletList(("a", "b")), NumberedList(("x", "y")), NumberedList(("z",), start=4))
    numbering = file.part.numbering_part.element
    used = [each._p.pPr.numPr.numId.val for each in file.paragraphs]  # type: ignore[union-attr]
    starts = {each.get(qn("w:numId")): values(each, "startOverride") for each in numbering.iter(qn("w:num"))}

    assert [name for name, _ in styles_of(file)] == ["List Bullet"] * 2 + ["List Number"] * 3
    assert len(set(used)) == 3
    assert used[2] == used[3]
    assert [starts[str(used[2])], starts[str(used[4])]] == [["1"], ["4"]]


def test_a_rating_is_said_in_words_beside_its_symbol() -> None:
    file = word(
        Status("at_risk", "Overall: at risk", "Two are late."),
        Table((Column("Code"), Column("Rating")), body([("A-1", Rated("no_data", "No data"))])),
    )

    assert styles_of(file)[:2] == [("Status", "▲ Overall: at risk"), ("Normal", "Two are late.")]
    assert file.tables[0].cell(1, 1).text == "○ No data"


def test_a_table_repeats_its_header_and_no_page_cuts_its_rows() -> None:
    columns = (Column("Code", 1), Column("What", 3, strong=True), Column("Value", 1, "end"))
    rows = (group("First"), *body([("A-1", "words", "1,000")]), total("", "All", "1,000"))
    file = word(Table(columns, rows, "What it costs"))
    table = file.tables[0]

    assert styles_of(file)[0] == ("Caption", "What it costs")
    assert table.style is not None
    assert table.style.name == "Plan Table"
    assert [cell.text for cell in table.rows[0].cells] == ["Code", "What", "Value"]
    assert [cell.text for cell in table.rows[2].cells] == ["A-1", "words", "1,000"]
    assert [len(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows] == [1, 0, 0, 0]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    assert values(table.rows[1]._tr, "gridSpan") == ["3"]
    assert [values(cell._tc, "jc") for cell in table.rows[2].cells] == [[], [], ["right"]]
    assert values(table._tbl, "tblCaption") == ["What it costs"]


def test_columns_fill_the_page_and_share_it_as_asked() -> None:
    table = word(Table((Column("Code", 1), Column("What", 3)), body([("A", "b")]))).tables[0]
    grid = [int(room) for room in values(table._tbl, "gridCol", "w")]

    assert sum(grid) == pytest.approx((595.27 - 2 * 62.36) * 20, abs=3)
    assert grid[1] == pytest.approx(3 * grid[0], abs=3)


def test_a_row_longer_than_half_a_page_may_be_cut() -> None:
    rows = word(Table((Column("Code", 1), Column("Long", 2)), body([("A", "words " * 900), ("B", "b")]))).tables[0].rows

    assert [row._tr.find(f".//{qn('w:cantSplit')}") is None for row in rows] == [False, True, False]


def test_codes_dates_and_amounts_hold_together_in_tables() -> None:
    cell = word(Table((Column("Codes"),), body([("P-01, OTD-2026 by 13 Mar 2026",)]))).tables[0].cell(1, 0)

    assert len(list(cell._tc.iter(qn("w:noBreakHyphen")))) == 2
    assert cell.text == "P-01, OTD-2026 by 13\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2026"


def test_a_figure_is_a_picture_with_its_words_and_its_numbers() -> None:
    file = word(Figure(CHART, "The City brings\n4 EUR.", "Who brings what", NUMBERS))
    shape = file.inline_shapes[0]
    picture = file.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed]

    assert styles_of(file)[0] == ("Caption", "Who brings what")
    assert shape._inline.docPr.get("descr") == "The City brings 4 EUR."
    assert shape.width == pytest.approx(Pt(470.55), rel=0.001)
    assert picture.image.px_width == pytest.approx(470.55 * 3, abs=2)
    assert [cell.text for cell in file.tables[0].rows[1].cells] == ["City", "4"]


def test_the_contents_list_is_a_field_that_reads_before_it_is_renewed() -> None:
    headings = (Heading(1, "One"), Heading(2, "Below"), Heading(3, "Deep"), PageBreak(), Heading(1, "Two"))
    file = word(Contents(depth=2), *headings)
    body_element = file.element.body
    frame = body_element[0]
    links = list(frame.iter(qn("w:hyperlink")))
    marks = values(body_element, "bookmarkStart", "name")

    assert frame.tag == qn("w:sdt")
    assert values(frame, "fldChar", "fldCharType") == ["begin", "separate", "end"]
    assert [each.text for each in frame.iter(qn("w:instrText"))] == [' TOC \\o "1-2" \\h \\z \\u ']
    assert [[each.text for each in link.iter(qn("w:t"))] for link in links] == [["One"], ["Below"], ["Two"]]
    assert [link.get(qn("w:anchor")) for link in links] == [marks[0], marks[1], marks[3]]
    assert values(file.settings.element, "updateFields") == []
    assert values(body_element, "br", "type") == ["page"]


def test_signatures_are_lines_to_write_on_and_no_page_cuts_them() -> None:
    known = Party("The Museum", capacity="called “the Museum” here", name="A. Name", date="1 May 2027")
    file = word(Paragraph("Signed by:"), SignatureBlock((Party("The City"), known, Party("Third"))))
    first = [[cell.text for cell in row.cells] for row in file.tables[0].rows]

    assert len(file.tables) == 2
    assert first[0][0] == "For The City"
    assert first[0][3] == "For The Museum\ncalled “the Museum” here"
    assert first[1] == ["Name", "", "", "Name", "A. Name"]
    assert [row[0] for row in first[1:]] == [
        "Name",
        "Function",
        "Authority",
        "Place, date",
        "Signature, stamp",
        "Witness",
    ]
    assert len(list(file.tables[0]._tbl.iter(qn("w:bottom")))) == 12
    assert len(list(file.tables[1]._tbl.iter(qn("w:bottom")))) == 6
    assert file.paragraphs[0].paragraph_format.keep_with_next


def test_a_cover_has_no_head_and_names_what_it_is_about() -> None:
    file = word(Cover("Progress report", "The depot", (("Period", "2026"),), "For the council."), Paragraph("x"))

    assert [name for name, _ in styles_of(file)] == ["Kind", "Cover Title", "After Table", "Small", "Normal"]
    assert [cell.text for cell in file.tables[0].rows[0].cells] == ["Period", "2026"]
    assert file.sections[0].first_page_header.paragraphs[0].text == ""
    assert file.sections[0].header.paragraphs[0].text == "The head"
    assert "Ref. AG-01  ·  State 7" in file.sections[0].first_page_footer.paragraphs[0].text


def test_blanks_are_seen_and_can_be_found_by_their_style() -> None:
    file = word(Paragraph((Run("Starts on "), Run("____ (not yet in the plan: start)", blank=True))))

    assert [(run.text, run.style.name) for run in file.paragraphs[0].runs][1] == (
        "____ (not yet in the plan: start)",
        "Blank to fill in",
    )


def test_each_page_says_which_it_is_and_of_how_many() -> None:
    footer = word(Paragraph("x")).sections[0].footer.paragraphs[0]

    assert footer.text == "Ref. AG-01  ·  State 7\tPage 1 of 1"
    assert [each.text for each in footer._p.iter(qn("w:instrText"))] == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(
    ("page", "landscape", "size"),
    [("A4", False, (595.27, 841.89)), ("Letter", False, (612, 792)), ("A4", True, (841.89, 595.27))],
)
def test_the_page_has_the_size_asked_for(page: str, landscape: bool, size: tuple[float, float]) -> None:
    section = docx.Document(io.BytesIO(render(outline(landscape=landscape), page=page))).sections[0]

    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.pt, section.page_height.pt) == pytest.approx(size, abs=0.1)
    assert (str(section.orientation).startswith("LANDSCAPE")) is landscape


def test_the_file_says_what_it_is() -> None:
    file = docx.Document(io.BytesIO(render(Document("T" * 300 + "\x00", "en-GB", (), "S", "A city", day=DAY))))
    properties = file.core_properties

    assert properties.title == "T" * 254 + "…"
    assert (properties.subject, properties.author, properties.language) == ("S", "A city", "en-GB")
    assert properties.created == properties.modified == datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    assert values(file.styles.element, "lang") == ["en-GB"]


def test_what_no_xml_file_may_hold_is_left_out_and_lines_are_kept() -> None:
    file = word(
        Paragraph("a\x00b\x0bc\r\nd\te\ud800\ufffe"),
        Heading(1, "=1+1\x1b"),
        Table((Column("C\x07"),), body([("-x\x02",)]), "@caption\x03"),
        Figure(CHART, "alt\x04"),
    )

    assert styles_of(file)[:2] == [("Normal", "ab\nc\nd\te"), ("Heading 1", "=1+1")]
    assert [row.cells[0].text for row in file.tables[0].rows] == ["C", "-x"]


def test_every_run_in_another_language_says_so() -> None:
    file = word(Paragraph("Bonjour", language="fr"), Paragraph(f"Called {ARABIC} here"), Paragraph("שלום"))
    first, second, third = (each._p for each in file.paragraphs)

    assert values(first, "lang") == ["fr"]
    assert values(second, "lang", "bidi") == ["ar"]
    assert len(list(second.iter(qn("w:rtl")))) == 1
    assert values(third, "lang", "bidi") == ["he"]
    assert len(list(third.iter(qn("w:bidi")))) == 1


def test_a_right_to_left_document_runs_from_the_right_throughout() -> None:
    blocks: tuple[Block, ...] = (
        Heading(1, ARABIC),
        Paragraph(f"{ARABIC} 125,000 (Old Depot)."),
        NumberedList(("Written in English.",)),
        Table((Column("القيمة", align="end"),), body([("5",)])),
        SignatureBlock((Party(ARABIC),)),
    )
    file = word(*blocks, language="ar")
    paragraphs = [each._p for each in file.paragraphs]

    assert all(len(list(each.iter(qn("w:bidi")))) == 1 for each in paragraphs)
    assert [run.text for run in file.paragraphs[1].runs] == [f"{ARABIC} 125,000 (", "Old Depot", ")."]
    assert [len(list(run._r.iter(qn("w:rtl")))) for run in file.paragraphs[1].runs] == [1, 0, 1]
    assert file.paragraphs[2].text == "\u200eWritten in English.\u200e"
    assert all(values(table._tbl, "bidiVisual") == [None] for table in file.tables)
    assert values(file.tables[0].cell(1, 0)._tc, "jc") == ["right"]
    assert values(file.styles.element, "lang", "bidi") == ["ar"]
    assert file.element.body.sectPr.find(qn("w:bidi")) is not None


def test_the_same_document_gives_the_same_bytes() -> None:
    document = outline(Contents(), Heading(1, "One"), Figure(CHART, "alt"), NumberedList(("a",)))
    made = render(document)

    assert render(document) == made
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name or "customXml" in name]
        theme = etree.fromstring(package.read("word/theme/theme1.xml"))
    assert "1F5F6B" in theme.xpath("//*[local-name()='accent1']/*/@val")


def test_a_document_wears_the_colour_and_the_sign_of_who_makes_it() -> None:
    sign = io.BytesIO()
    Image.new("RGBA", (40, 10), (200, 0, 0, 128)).save(sign, "PNG")
    blocks = (Heading(1, "One"), Note("Note", "notice"), Figure(CHART, "alt"))
    dressed = Document("t", "en", blocks, accent="#8A1C5B", logo=Logo(sign.getvalue(), "The arms of the city"), day=DAY)
    content = render(dressed)
    file = docx.Document(io.BytesIO(content))
    (logo, chart) = file.inline_shapes

    assert logo._inline.docPr.get("descr") == "The arms of the city"
    assert logo.width == 4 * logo.height
    assert "8A1C5B" in values(file.styles.element, "color")
    for element in (file.styles.element, file.part.numbering_part.element):
        assert b"1F5F6B" not in etree.tostring(element)
    place = chart._inline.graphic.graphicData.pic.blipFill.blip.embed
    picture = Image.open(io.BytesIO(file.part.related_parts[place].blob))
    colours = [colour for _, colour in picture.convert("RGB").getcolors(256) or ()]
    assert any(abs(red - 0x8A) < 4 and abs(blue - 0x5B) < 4 for red, _, blue in colours)  # type: ignore[misc]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"8A1C5B" in package.read("word/theme/theme1.xml")


def test_progress_is_told_and_can_stop_the_work() -> None:
    def follow(_what: str, done: int, of: int) -> None:
        assert done <= of
        if done > 40:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(outline(*[Paragraph("words")] * 100), progress=follow)
