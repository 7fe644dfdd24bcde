"""Agreements in two languages: what stands beside what, in which order it is read, and what both formats make of it."""

import io

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from exports import agreement as agreements
from exports.agreement.library import clause_library
from exports.agreement.preview import preview
from exports.docx import render as as_word
from exports.languages import formats_in
from exports.outline import (
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Parallel,
    SignatureBlock,
    Spoken,
    Table,
    plain,
)
from exports.outline.blocks import told
from exports.pdf import render as as_pdf
from exports.pdf.pages import heading_spots
from exports.pdf.story import bookmark_of
from tests.exports.agreement.test_agreement import small
from tests.exports.pdf_checker import problems
from tests.exports.pdf_checker.tree import Tree
from tests.golden.plans import edition
from tests.golden.reading import flat
from workbook.agreements import composed
from workbook.book import Book
from workbook.isolating import without_isolates
from workbook.operations import AddRecord, EditRecord, Translate
from workbook.records import Agreement, Clause

TITLE, PURPOSE = "مذكرة المستودع", "فتح المستودع (Depot 7) قبل عام 2028"


def bilingual(layout: str = "side_by_side", first: str = "en", second: str = "ar", **values: object) -> Book:
    book = small()
    (one,) = book.all(Agreement)
    given = {"language": first, "second_language": second, "layout": layout, **values}
    for step in (
        EditRecord("agreements", one.id, given),
        Translate("agreements", one.id, "ar", {"title": TITLE}),
        Translate("plan", book.plan.id, "ar", {"title": "المستودع", "purpose": PURPOSE}),
    ):
        book = book.apply(step.plan(book))
    return book


def outline(book: Book, language: str = "en") -> Document:
    return agreements.document(edition(book, language=language), book.all(Agreement)[0].id)


def test_each_clause_stands_beside_itself_and_is_signed_once() -> None:
    made = outline(bilingual())

    pairs = [block for block in made.blocks if isinstance(block, Parallel)]
    headings = [tuple(next(told((side,))) for side in (pair.first, pair.second)) for pair in pairs[1:-1]]
    assert len(headings) > 10
    for one, other in headings:
        assert isinstance(one, Heading)
        assert isinstance(other, Heading)
        if one.level == 2:
            assert one.text.partition(".")[0] == other.text.partition(".")[0]
    assert {(pair.first.language, pair.second.language) for pair in pairs} == {("en", "ar")}
    (signed,) = [block for block in told(made.blocks) if isinstance(block, SignatureBlock)]
    assert signed.second_language == "ar"
    assert made.second_language == "ar"
    wide = [block for block in made.blocks if isinstance(block, Table)]
    again = [block for part in made.blocks if isinstance(part, Spoken) for block in part.blocks]
    assert len(wide) == len([block for block in again if isinstance(block, Table)]) > 2


def test_one_text_after_the_other_begins_anew_with_its_own_title() -> None:
    made = outline(bilingual("one_after_other", prevailing_language="en"))

    part = made.blocks[-1]
    assert isinstance(part, Spoken)
    assert isinstance(made.blocks[-2], PageBreak)
    assert plain([one for one in part.blocks if isinstance(one, Paragraph)][1].text) == TITLE
    signed = [block for block in told(made.blocks) if isinstance(block, SignatureBlock)]
    assert [one.second_language for one in signed] == ["en"]
    said = [plain(block.text) for block in told(made.blocks) if isinstance(block, Paragraph)]
    assert len([text for text in said if text.endswith("the text in this language decides: English.")]) == 1
    assert len([text for text in said if "الإنجليزية" in without_isolates(text).rpartition(":")[2]]) == 1


def test_without_a_prevailing_language_both_count_alike_and_one_that_is_asked_for_stands_alone() -> None:
    said = [plain(block.text) for block in told(outline(bilingual()).blocks) if isinstance(block, Paragraph)]
    for language in ("en", "ar"):
        alike = formats_in(language).say("Both texts count alike.")
        assert [text for text in said if text.endswith(alike)]

    alone = outline(bilingual(), language="fr")
    assert (alone.language, alone.second_language) == ("fr", "")
    assert not [block for block in alone.blocks if isinstance(block, Parallel | Spoken)]


def test_a_draft_names_what_is_not_translated() -> None:
    notes = [plain(block.text) for block in told(outline(bilingual()).blocks) if isinstance(block, Note)]
    (lacks,) = [text for text in notes if "A-01 Open the depot (" in text]
    assert formats_in("ar").say("Purpose") not in lacks
    signed = outline(bilingual(status="in_force"))
    assert "A-01" not in " ".join(plain(one.text) for one in told(signed.blocks) if isinstance(one, Note))


def test_a_draft_names_what_was_changed_since_it_was_translated() -> None:
    book = bilingual()
    was = book.plan.purpose
    changed = book.apply(EditRecord("plan", book.plan.id, {"purpose": f"{was}, and keep it open"}).plan(book))
    told_of = formats_in("ar").say("Purpose")

    def notes(shown: Book) -> list[str]:
        found = [plain(block.text) for block in told(outline(shown).blocks) if isinstance(block, Note)]
        return [text for text in found if text.startswith("تغيّر بعد ترجمته")]

    assert notes(book) == []
    (old,) = notes(changed)
    assert told_of in old


@pytest.mark.parametrize(
    ("layout", "first", "second"),
    [("side_by_side", "en", "ar"), ("side_by_side", "fr", "pt"), ("one_after_other", "ar", "en")],
)
def test_it_can_be_read_aloud_and_kept(layout: str, first: str, second: str) -> None:
    made = as_pdf(outline(bilingual(layout, first, second)))

    assert problems(made) == []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        (document,) = Tree(pdf).roots
        parts = [node for node in document.children if node.role == "Div" and "/Lang" in node.source]
        marked = [each for node in parts for each in node.walk() if each.marks]
        spoken = {str(each.source.get("/Lang", "")) for each in marked}
    assert {second} <= spoken <= {first, second, "el"}, "what stands in a part says its language itself"


def test_both_texts_are_read_whole_one_after_the_other() -> None:
    text = flat(as_pdf(outline(bilingual())))

    for words in ("المستودع", "فتح", "Depot", "2028", "in order to open the depot"):
        assert words in text
    assert not any(sign in text for sign in "\u2066\u2067\u2068\u2069")


def test_in_word_each_column_has_its_language_and_direction() -> None:
    file = docx.Document(io.BytesIO(as_word(outline(bilingual(first="fr", second="ar")))))

    pairs = [table for table in file.tables if len(table.rows) == 1 and len(table.columns) == 2]
    assert len(pairs) > 10
    turned = [[len(cell._tc.findall(f".//{qn('w:bidi')}")) for cell in table.rows[0].cells] for table in pairs]
    assert not any(first for first, _ in turned)
    assert any(second for _, second in turned)
    assert TITLE in "\n".join(paragraph.text for paragraph in file.paragraphs)


def test_each_clause_is_found_where_its_heading_stands() -> None:
    """The clause about languages has no record, and Arabic numbers have figures of their own."""
    for begun, language in ((bilingual("side_by_side"), "en"), (bilingual(second="", first="ar-EG"), "ar-EG")):
        book = begun
        (one,) = book.all(Agreement)
        for topic in ("title_reference", "purpose", "notices", "signatures"):
            values = {"agreement": one.id, "topic": topic, "heading": topic.capitalize(), "body": "As we said."}
            book = book.apply(AddRecord("clauses", values).plan(book))
        made = preview(edition(book, language=language), one.id)
        marks = dict(reversed(heading_spots(made.pdf)))
        clauses = book.where(Clause, agreement=one.id, left_out=False)
        assert set(made.spots) == {clause.id for clause in clauses}
        (signing,) = [clause for clause in clauses if clause.topic == "signatures"]
        heading = next(each for each in outline(book, language).headings() if each.about == signing.id)
        assert made.spots[signing.id] == marks[bookmark_of(heading)]
        number = {each.clause.id: each.number for each in composed(book, one, clause_library())}[signing.id]
        assert heading.text == f"{formats_in(language).figures(number)}. Signatures"
