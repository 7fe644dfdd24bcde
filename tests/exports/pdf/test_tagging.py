"""What a document consists of, as its file says it."""

import io
from collections.abc import Iterator
from decimal import Decimal

import pikepdf
import pytest

from exports.charts import Bar, StackedBars
from exports.outline import (
    Block,
    BulletList,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Party,
    Rated,
    Run,
    SignatureBlock,
    Status,
    Table,
    body,
    group,
    total,
)
from exports.pdf import render
from exports.pdf.tagging.languages import language_of, pieces
from exports.pdf.tagging.structure import HeadingLevels
from tests.exports.pdf_checker import problems
from tests.exports.pdf_checker.tree import Node, Tree
from tests.golden.plans import AS_OF

WORDS = "The parties will work together in the old depot from spring to autumn. "
ARABIC = "تم إبرام هذه الاتفاقية بين بلدية الميناء والشركاء المحليين "
COLUMNS = (Column("Code"), Column("What", 3), Column("Value", 1, "end"))


def tree_of(*blocks: Block, language: str = "en-GB") -> Tree:
    made = render(Document("A title", language, blocks, footer=("Ref. X",), day=AS_OF))
    assert problems(made) == []
    return Tree(pikepdf.open(io.BytesIO(made)))


def drawn(tree: Tree) -> str:
    """Return the tree in few words: `Table(TBody(TR(TH TD)))`."""
    return " ".join(_drawn(tree.roots[0].children))


def _drawn(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        below = " ".join(_drawn(node.children))
        yield f"{node.role}({below})" if below else node.role


def of(tree: Tree, role: str) -> list[Node]:
    return [node for node in tree.walk() if node.role == role]


def test_blocks_are_what_they_are() -> None:
    chart = StackedBars(("Cash",), (Bar("City", (Decimal(1),), "1"),))
    tree = tree_of(
        Cover("Report", "Title", (("As of", "today"),), "Notice"),
        Heading(1, "One"),
        Paragraph("words"),
        BulletList(("a",)),
        NumberedList(("a", "b"), start=4),
        Status("at_risk", "Overall: at risk", "because"),
        Figure(chart, "Cash of one partner: City 1.", "Contributions"),
        Note("source"),
        Note("notice", "notice"),
        SignatureBlock((Party("City", "lead", name="A"),)),
    )

    assert drawn(tree) == (
        "P H1 Table(TBody(TR(TH TD))) P H2 P L(LI(Lbl LBody)) L(LI(Lbl LBody) LI(Lbl LBody)) P P "
        "Div(Caption Figure) Note Note "
        "Div(P P L(LI(Lbl LBody) LI(Lbl) LI(Lbl) LI(Lbl) LI(Lbl) LI(Lbl)))"
    )
    assert [str(node.attribute("/ListNumbering")) for node in of(tree, "L")] == ["/Disc", "/Decimal", "None"]


def test_a_table_says_what_its_cells_head() -> None:
    rows = (group("First"), *body([("A", "a", Rated("at_risk", "At risk"))]), total("", "All", "2"))
    tree = tree_of(Table(COLUMNS, rows, "What there is"))

    assert drawn(tree) == "Table(Caption THead(TR(TH TH TH)) TBody(TR(TH) TR(TH TD TD) TR(TD TD TD)))"
    assert [str(node.attribute("/Scope")) for node in of(tree, "TH")] == ["/Column"] * 4 + ["/Row"]
    assert [int(node.attribute("/ColSpan") or 1) for node in of(tree, "TH")] == [1, 1, 1, 3, 1]


def test_strong_columns_name_the_rows() -> None:
    tree = tree_of(Table((Column("Code"), Column("Name", strong=True)), body([("A", "a"), ("B", "")])))

    assert [node.role for row in of(tree, "TBody")[0].children for node in row.children] == ["TD", "TH", "TD", "TD"]


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_what_goes_over_pages_is_one_element(language: str) -> None:
    rows = body([("A", "a", "1"), ("B", ARABIC * 190, "2"), ("C", WORDS * 90, "3")])
    tree = tree_of(
        Heading(1, "One"),
        Paragraph(WORDS * 90),
        Paragraph(ARABIC * 120),
        BulletList((WORDS * 90,)),
        Table(COLUMNS, (*rows, *body((f"C-{n}", "c", "4") for n in range(60)))),
        language=language,
    )

    assert [node.role for node in tree.roots[0].children] == ["H1", "P", "P", "L", "Table"]
    assert len({page for node in of(tree, "P") for page, _ in node.marks}) > 2
    assert len(of(tree, "TR")) == 64
    assert len({page for page, _ in of(tree, "Table")[0].children[1].children[1].children[1].marks}) > 1
    assert all(len(node.marks) == 1 for node in of(tree, "THead")[0].children[0].children)


def test_a_right_to_left_table_is_read_from_its_first_column() -> None:
    made = render(Document("عنوان", "ar", (Table(COLUMNS, body([("First", "second", "third")])),), day=AS_OF))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        row = [node for node in Tree(pdf).walk() if node.role == "TR"][1]
        # Numbers of marks count what is drawn, and on paper the last column comes first.
        assert [node.marks[0][1] for node in row.children] == sorted(
            (n.marks[0][1] for n in row.children), reverse=True
        )
        assert row.children[0].role == "TH"


def test_the_contents_list_is_made_of_links_with_their_pages() -> None:
    tree = tree_of(Contents(depth=2), PageBreak(), Heading(1, "One"), Heading(2, "Two"), Paragraph("x"))

    assert drawn(tree) == "H1 TOC(TOCI(Reference(Link)) TOCI(Reference(Link))) H1 H2 P"
    assert [(len(node.marks), len(node.annotations)) for node in of(tree, "Link")] == [(2, 1), (2, 1)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((0, 1, 2, 1), "H1 H2 H3 H2"),
        ((0, 2, 2, 1, 2), "H1 H2 H2 H2 H3"),
        ((3, 1, 3), "H1 H1 H2"),
        ((1, 1), "H1 H1"),
        ((1, 2, 3, 4, 5, 6, 7, 8), "H1 H2 H3 H4 H5 H6 H6 H6"),
    ],
)
def test_headings_never_skip(levels: tuple[int, ...], expected: str) -> None:
    counting = HeadingLevels()

    assert " ".join(counting.role(level) for level in levels) == expected


def test_a_text_in_other_letters_says_its_language() -> None:
    tree = tree_of(
        Paragraph("Χορωδία Αιγαίο"),
        Paragraph(ARABIC),
        Paragraph("Plain words"),
        Paragraph("Bonjour", language="fr"),
        Table((Column("Кто"),), body([("Дом",)])),
        Heading(1, "Ελληνικά"),
    )

    assert [str(node.source.get("/Lang", "")) for node in of(tree, "P")] == ["el", "ar", "", "fr"]
    assert [str(node.source.get("/Lang", "")) for node in of(tree, "TH") + of(tree, "H1")] == ["ru", "ru", "el"]


def test_a_name_in_other_letters_is_marked_inside_the_words_around_it() -> None:
    text = (Run("With the choir "), Run("Αιγαίο και", bold=True), Run(" and the city."))
    blocks = (Paragraph(text), Paragraph(f"Signed by {ARABIC}"), Paragraph("α" * 900))
    made = render(Document("t", "en", blocks, day=AS_OF))

    assert problems(made) == []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        begun = [each for each in pikepdf.parse_content_stream(pdf.pages[0]) if str(each.operator) == "BDC"]
        spans = [str(each.operands[1].Lang) for each in begun if str(each.operands[0]) == "/Span"]
    assert spans == ["el", "ar"]


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        ("plain", "en", (("", "plain"),)),
        ("see «Дом народа», all", "en", (("", "see «"), ("ru", "Дом народа"), ("", "», all"))),
        ("Alpha شركة", "ar", (("fr", "Alpha"), ("", " شركة"))),
        ("12/03/2026", "ar", (("", "12/03/2026"),)),
        ("東京 2027", "fr", (("zh", "東京"), ("", " 2027"))),
    ],
)
def test_texts_are_cut_where_their_letters_change(
    text: str, around: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert pieces(text, around, "fr") == expected


def test_the_language_of_a_script_is_the_documents_own_where_it_can_be() -> None:
    assert language_of("Українська", "en", "uk_UA") == "uk-UA"
    assert language_of("Українська", "uk", "uk_UA") == ""
    assert language_of("2027", "uk", "uk_UA") == ""


def shown(document: bytes) -> list[bytes]:
    """Return the pieces of text of the first page as they are drawn, as codes of their fonts; 32 is always a space."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        drawn = [each for each in pikepdf.parse_content_stream(pdf.pages[0]) if str(each.operator) in ("Tj", "TJ")]
        pieces_of = [each.operands[0] if str(each.operator) == "TJ" else each.operands for each in drawn]
        return [b"".join(bytes(part) for part in each if isinstance(part, pikepdf.String)) for each in pieces_of]


@pytest.mark.parametrize("text", ["one\ntwo", "واحد\nاثنان"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_of_two_lines_are_told_apart_by_a_space(text: str, language: str) -> None:
    pieces_of = shown(render(Document("t", language, (Paragraph(text),), day=AS_OF)))

    assert any(piece[-1:] == b" " for piece in pieces_of[:2]), pieces_of
