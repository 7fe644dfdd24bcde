import dataclasses
import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from exports.edition import Cancelled
from exports.outline import (
    Block,
    BulletList,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Party,
    Rated,
    Row,
    SignatureBlock,
    Table,
    body,
    total,
)
from exports.pdf import fonts, measuring, render, styles
from exports.pdf.gluing import glued
from exports.pdf.widths import APART, PADDING, shared_widths
from tests.golden.plans import AS_OF
from tests.golden.reading import flat, fonts_of, pages_of, widest

ARABIC = "تم إبرام هذه الاتفاقية بين بلدية الميناء والشركاء المحليين بميزانية قدرها 125,000 دولار"
WORDS = "The parties will work together in the old depot from spring to autumn. "


def document(*blocks: Block, language: str = "en-GB") -> Document:
    edges = ("The head", ("Ref. X", "State 7"))
    return Document("A title: Партнёрство", language, blocks, "A subject", "A city", *edges, day=AS_OF)


def table(rows: int, cell: str = "words") -> Table:
    columns = (Column("Code", 1), Column("What", 3, strong=True), Column("Value", 1, "end"))
    return Table(columns, body((f"C-{n}", f"{cell} {n}", f"{n * 1000:,}") for n in range(rows)))


def test_the_same_document_gives_the_same_bytes() -> None:
    one = document(Heading(1, "Start"), Paragraph(ARABIC), table(30))
    other = document(Heading(1, "Another"), Paragraph("مختلف تمامًا لا يشبه الأول"))

    first = render(one)
    render(other)  # what was drawn in between must not show

    assert render(one) == first


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_every_page_says_which_it_is_and_of_how_many(page: str) -> None:
    pages = pages_of(render(document(Cover("Report", "Title"), PageBreak(), table(120)), page=page))

    assert len(pages) > 3
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Ref. X · State 7" in " ".join(text.split())


def test_the_page_has_the_size_asked_for() -> None:
    with pikepdf.open(io.BytesIO(render(document(Paragraph("x")), page="Letter"))) as pdf:
        assert [float(x) for x in pdf.pages[0].mediabox] == [0, 0, 612, 792]


def test_the_contents_list_names_the_right_pages_and_links_to_them() -> None:
    made = render(
        document(Contents(), Heading(1, "One", new_page=True), table(90), Heading(1, "Two", new_page=True), table(3))
    )
    pages = pages_of(made)
    listed = pages[0].split("\n")
    two = next(number for number, text in enumerate(pages, 1) if "Two" in text and number > 1)

    assert str(two) in listed[listed.index("Two") + 1 :] or f"Two {two}" in " ".join(listed)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages[0].obj["/Annots"]) == 2
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["One", "Two"]


def test_headings_that_skip_a_level_still_make_bookmarks() -> None:
    with (
        pikepdf.open(io.BytesIO(render(document(Heading(3, "Deep"), Heading(1, "Top"), Heading(3, "Below"))))) as pdf,
        pdf.open_outline() as outline,
    ):
        assert [item.title for item in outline.root] == ["Deep", "Top"]
        assert [item.title for item in outline.root[1].children] == ["Below"]


def test_the_file_says_when_it_was_made_by_the_day_that_it_speaks_of() -> None:
    with pikepdf.open(io.BytesIO(render(document(Paragraph(WORDS))))) as pdf, pdf.open_metadata() as metadata:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000Z"
        assert metadata["xmp:CreateDate"] == "2026-11-23T00:00:00Z"


def test_the_file_says_its_title_and_language() -> None:
    with pikepdf.open(io.BytesIO(render(document(Paragraph(WORDS))))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "A title: Партнёрство"
        assert str(pdf.Root["/Lang"]) == "en-GB"
        assert str(pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]) in ("true", "True")


def test_every_font_is_embedded_also_in_tables_signatures_and_notes() -> None:
    made = render(
        document(
            Heading(1, "Ελληνικά"),
            Paragraph(f"Русский текст. {ARABIC}"),
            Note("A notice", "notice"),
            BulletList(("a", "b")),
            NumberedList(("a", ARABIC)),
            table(3),
            SignatureBlock((Party("One"), Party("شركة النور"), Party("Three"))),
        )
    )

    fonts = fonts_of(made)
    assert any("NotoSans" in name for name in fonts)
    assert any("NotoNaskhArabic" in name for name in fonts)
    assert all(fonts.values()), fonts


@pytest.mark.parametrize(
    "text",
    [
        "Δημοτικό Θέατρο Κοζάνης",
        "Муниципальное учреждение «Дом творчества»",
        "Île-de-France, Łódź, Đà Nẵng, İstanbul",
        "naïve café co-operation (2027) – 50 %",
        "مختبر الإبداع في محطة الترام القديمة",
        "لا إله الله عبد الله",
        "پێشمەرگە و یاری",
    ],
)
def test_text_of_any_alphabet_can_be_read_back(text: str) -> None:
    assert text in flat(render(document(Paragraph(text))))


def test_vowel_marks_stay_with_their_letters() -> None:
    # pdfium puts a space after a letter with a mark, because the mark is drawn over it.
    text = flat(render(document(Paragraph("السيد محمّدٌ الأحمد"))))

    assert "السيد محمّدٌ" in text.replace("\u200d", "").replace("ّ ", "ّ")


def test_mixed_text_is_read_back_in_the_order_in_which_it_was_written() -> None:
    text = flat(render(document(Paragraph(ARABIC))))

    assert text.index("الاتفاقية") < text.index("الميناء") < text.index("125,000") < text.index("دولار")


def test_a_right_to_left_document_mirrors_its_tables_and_edges() -> None:
    made = render(document(Heading(1, "العنوان"), table(2), language="he"))  # which has no catalogue
    pdf = pypdfium2.PdfDocument(made)
    text = pdf[0].get_textpage()
    places = {}
    for word in ("Code", "Value", "Page 1"):
        found = text.search(word)
        index, _ = found.get_next()
        places[word] = text.get_charbox(index)[0]
    pdf.close()

    assert places["Code"] > places["Value"]
    assert places["Page 1"] < 200


def test_nothing_is_written_outside_the_margins() -> None:
    long = "x" * 400 + " https://example.org/" + "path-without-a-break-" * 20
    columns = (Column("A very long heading of a column", 1), Column("B", 1), Column("C", 1, "end"), Column("D", 1))
    rows = [(long, ARABIC * 2, "EUR 123,456,789,012", Rated("at_risk", long))] * 3
    made = render(document(Heading(1, long[:120]), Paragraph(long), Table(columns, body(rows)), BulletList((long,))))

    left, right = widest(made)
    assert left > 55
    assert right < 595 - 55


def test_a_cell_longer_than_a_page_goes_on_on_the_next() -> None:
    columns = (Column("Code", 1), Column("Long", 2))
    made = render(document(Table(columns, body([("A", "a"), ("B", WORDS * 260), ("C", "the last")]))))

    assert len(pages_of(made)) > 3
    assert "the last" in flat(made)


def test_table_headers_are_repeated() -> None:
    pages = pages_of(render(document(table(150))))

    assert len(pages) > 2
    assert all("Value" in page for page in pages)


def test_no_heading_ends_a_page() -> None:
    blocks: list[Block] = []
    for number in range(40):
        blocks += [Heading(2, f"Heading {number}"), table(number % 7 + 1), Paragraph(WORDS * (number % 5 + 1))]
    for page in pages_of(render(document(*blocks))):
        lines = [line for line in page.split("\n") if line and "Page " not in line and "Ref. X" not in line]
        assert not lines[-1].startswith("Heading ")


def test_signs_that_the_fonts_lack_are_written_in_other_ways() -> None:
    text = flat(render(document(Paragraph("from A → B, ≤ 5, 7 − 2"))))

    assert "A -> B" in text
    assert "<= 5" in text


def test_characters_of_no_font_of_ours_can_still_be_copied() -> None:
    assert "漢字" in flat(render(document(Paragraph("A name in other letters: 漢字"))))


def test_progress_is_told_and_can_stop_the_work() -> None:
    told: list[tuple[int, int]] = []

    def follow(_what: str, done: int, of: int) -> None:
        told.append((done, of))
        if done > 40:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(document(*[Paragraph(WORDS)] * 200), progress=follow)

    assert told
    assert all(done <= of for done, of in told)


def test_an_empty_document_is_still_a_page() -> None:
    assert len(pages_of(render(document()))) == 1


def test_importing_exports_brings_no_reportlab() -> None:
    code = (
        "import sys, exports, exports.pdf, exports.report, exports.agreement, exports.outline, exports.charts\n"
        "assert not any(name.startswith(('reportlab', 'uharfbuzz', 'bidi')) for name in sys.modules), sys.modules"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_documents_are_values() -> None:
    one = document(Paragraph("a"))

    assert one == document(Paragraph("a"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.title = "b"  # type: ignore[misc]


def test_dates_amounts_and_registrations_hold_together() -> None:
    space = "\N{NO-BREAK SPACE}"
    for text in ("13 Mar 2026", "Mar 13, 2026", "GBP 45,000,000", "ABN 49 907 174 773", "94.4 %"):
        assert glued(f"before {text} after") == f"before {text.replace(' ', space)} after"
    assert glued("From 2028 the 14 trainees") == "From 2028 the 14 trainees"
    assert glued("45\N{NARROW NO-BREAK SPACE}000\N{NARROW NO-BREAK SPACE};") == f"45{space}000{space};"


@pytest.mark.parametrize("right_to_left", [False, True])
def test_a_narrow_column_keeps_its_words_whole_beside_wide_ones(right_to_left: bool) -> None:
    columns = (Column("Long", 3), Column("Reached", 0.7, "end"), Column("Rating", 1), Column("Reason", 3))
    rows = [Row(("word " * 20, "unfinished", "Renforcement", "word " * 20))]
    shown = columns[::-1] if right_to_left else columns
    cells = [Row(row.cells[::-1]) if right_to_left else row for row in rows]
    fonts.register()
    widths = shared_widths(shown, cells, 300, right_to_left)

    for place, (word, apart) in {1: ("unfinished", right_to_left), 2: ("Renforcement", not right_to_left)}.items():
        room = widths[::-1][place] if right_to_left else widths[place]
        assert room - (APART if apart else PADDING) - PADDING >= measuring.width(word, styles.CELL_SIZE)


def test_the_sum_of_a_column_is_never_broken() -> None:
    columns = (Column("Code", 0.6), Column("What", 3), Column("Why", 2.2), Column("Amount", 1, "end"), Column("Due", 2))
    rows = (
        *body([("R-1", "Grant " * 20, "For " * 20, "GBP 4,950,000", "later " * 9)]),
        total("", "All", "", "GBP 30,250,000", ""),
    )
    made = render(Document("t", "en", (Table(columns, rows),), day=AS_OF))

    assert "GBP 30,250,000" in " ".join(flat(made).split())


def test_no_label_of_a_signature_runs_into_what_is_written_beside_it() -> None:
    made = render(document(SignatureBlock((Party("One", signed="Feito"),)), language="pt"))
    pdf = pypdfium2.PdfDocument(made)
    text = pdf[0].get_textpage()

    ends = [text.get_charbox(text.search(label).get_next()[0] + len(label) - 1)[2] for label in ("carimbo", "Local e")]
    begins = text.get_charbox(text.search("Feito").get_next()[0])[0]
    pdf.close()
    assert max(ends) < begins
