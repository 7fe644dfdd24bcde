"""The annual review pack: register entry, checklist, the year, risks, what is asked."""

from exports import review
from exports.outline import Document, SignatureBlock
from tests.exports.letters.reading import tables_of, words_of
from tests.golden.making import pdf_of
from tests.golden.plans import edition, example, large, titled_only
from tests.golden.reading import pages_of


def parts(document: Document) -> list[str]:
    return [heading.text for heading in document.headings() if heading.level == 1]


def test_the_pack_of_the_example_holds_every_part_with_figures_and_their_rows() -> None:
    document = review.document(edition(example()))
    tables, words = tables_of(document), words_of(document)

    assert parts(document) == [
        "1. Register entry",
        "2. Approval checklist",
        "3. Review of the year",
        "4. Risks, exit and legacy",
        "5. What the committee is asked",
    ]
    entry = dict(row for row in tables["1. Register entry"] if len(row) == 2)
    assert entry["Money committed, cash"] == "EUR 60,000"
    assert entry["Lead partner"] == "City of Port Lindell, Culture Department"
    assert "version 1" in entry["Governing document"]
    assert entry["Significance, to be ticked"] == "☐ high   ☐ medium   ☐ low"
    cash = next(row for row in tables["Delivered against committed"] if row[0] == "In cash, EUR")
    assert cash[1:] == ("EUR 60,000", "EUR 35,000", "58%", "EUR 25,000", "R-09, R-10, R-11, R-12, R-13, R-14")
    assert tables["Meetings and attendance"][1][3:] == ("3", "4", "–", "27 of 32 (84%)", "4 of 4")
    assert "Decisions carried out: 2 of 3." in words
    assert "Progress report, January to September 2026 | 30 Sept 2026 | not issued | no, 54 days so far" in words
    assert isinstance(document.blocks[-1], SignatureBlock)


def test_answers_come_from_the_plan_and_what_it_cannot_know_is_left_to_be_ticked() -> None:
    rows = {row[1]: row for row in tables_of(review.document(edition(example())))["2. Approval checklist"] if row[1:]}
    needs = rows["Is every need covered by what is committed?"]
    assert needs[2:] == ("partly", "7 of 9 needs are covered by what is committed", "Resources: R-03, R-25")
    law = rows["Does the law allow this body to take part?"]
    assert law[2:] == ("☐ yes\n☐ partly\n☐ no", "The plan cannot know it", "–")


def test_neither_names_nor_single_answers_are_in_the_pack() -> None:
    book = example()
    words = words_of(review.document(edition(book)))
    people = [record.name for record in book.records("contacts")] + [one.name for one in book.records("participants")]  # type: ignore[attr-defined]
    assert not [name for name in people if name in words]
    comments = {one.comment for one in book.records("health_responses") if one.comment}  # type: ignore[attr-defined]
    assert not [comment for comment in comments if comment in words]


def test_a_blank_plan_says_in_words_what_is_not_there() -> None:
    words = words_of(review.document(edition(titled_only())))
    for said in (
        "There is none.",
        "Nothing is committed with a value yet.",
        "No decision is recorded as taken in this period.",
        "No cooperation check has been answered yet.",
        "There is no governing document.",
        "Nothing is written about this in the plan.",
    ):
        assert said in words


def test_a_large_plan_fits_its_pages() -> None:
    pages = pages_of(pdf_of("review", edition(large())))
    assert "For Groß-Überlingen" in pages[-1]
    assert len(pages) < 30
