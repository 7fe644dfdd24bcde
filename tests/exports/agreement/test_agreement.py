import datetime
from decimal import Decimal

import pytest

from exports import agreement as agreements
from exports.agreement.library import clause_library
from exports.agreement.outline import NoSuchAgreement
from exports.outline import Document, Heading, Note, SignatureBlock, Table, plain
from tests.golden.making import pdf_of
from tests.golden.plans import Maker, case, edition, example, large
from tests.golden.reading import flat, fonts_of, pages_of
from tests.workbook.sealing import signing
from workbook.agreements import DraftClauses
from workbook.book import Book
from workbook.money import Money
from workbook.records import Agreement, Partner
from workbook.vocabularies import AGREEMENT_LEVELS


def of(book: Book, **values: object) -> bytes:
    return pdf_of("agreement", edition(book, **values), book.all(Agreement)[0].id)  # type: ignore[arg-type]


def small(level: str = "mou") -> Book:
    maker = Maker().plan(title="Depot", code="DEP", currency="EUR", purpose="open the depot", area="Old town")
    city = maker.add("partners", name="City of Harbour", short_name="the City", status="engaged", roles=("lead",))
    studio = maker.add("partners", name="Στούντιο Αλφα", status="engaged", own_objective="A roof")
    maker.add("contacts", partner=city, name="Ada Example", position="Mayor", is_signatory=True, authority="Council")
    work = maker.add("activities", title="Open the depot", end=datetime.date(2027, 5, 1))
    maker.add("responsibilities", activity=work, partner=city, letters=("A",))
    maker.add("responsibilities", activity=work, partner=studio, letters=("R",))
    for amount, code, kind in ((1000, "EUR", "cash"), (700, "USD", "cash"), (500, "EUR", "in_kind")):
        maker.add(
            "resources",
            title=f"Gift in {code}",
            kind="commitment",
            type=kind,
            provider=city,
            value=Money(Decimal(amount), code),
            status="pledged",
        )
    maker.add("resources", title="A permit", kind="commitment", type="non_valued", provider=city, status="pledged")
    maker.add("agreements", title="Depot paper", level=level, parties=(city, studio), notice_days=60)
    return maker.book


def outline(book: Book) -> Document:
    return agreements.document(edition(book), book.all(Agreement)[0].id)


@pytest.mark.parametrize("level", ["mou", "letter_of_intent", "terms_of_reference"])
def test_what_does_not_bind_says_so_at_once_and_in_its_clause(level: str) -> None:
    made = of(small(level))

    assert "is not legally binding" in " ".join(pages_of(made)[0].split())
    assert flat(made).count("legally binding") >= 2


def test_an_agreement_that_binds_says_that() -> None:
    text = flat(of(small("agreement")))

    assert "meant to be legally binding once all parties have signed" in text
    assert "is not legally binding" not in text


@pytest.mark.parametrize("level", AGREEMENT_LEVELS.keys)
def test_every_level_can_be_made_and_is_a_drafting_aid(level: str) -> None:
    text = flat(of(small(level)))

    assert "Drafting aid, not legal advice" in text
    assert "City of Harbour" in text


def test_every_page_names_reference_version_page_and_state() -> None:
    pages = pages_of(of(example()))

    for number, page in enumerate(pages, 1):
        words = " ".join(page.split())
        assert "Ref. AG-01 · Version 1 · As of 23 Nov 2026 · State 42 · c0ffee12" in words
        assert f"Page {number} of {len(pages)}" in words


def test_missing_values_are_blank_lines_and_are_listed() -> None:
    book = small()
    text = flat(of(book))

    assert "__________ (not yet in the plan: review date)" in text
    assert "Still to be filled in" in text
    assert ("review date", "Term, review and renewal") in agreements.gaps(edition(book), book.all(Agreement)[0].id)


def test_the_annexes_hold_the_plan() -> None:
    maker = Maker(small())
    maker.add("capacity_actions", title="A course")
    maker.add("risks", title="Rain")
    headings = [heading.text for heading in outline(maker.book).headings() if heading.level == 1]

    assert headings == [
        "Annex A: Parties",
        "Annex B: Shared objectives",
        "Annex C: Roles and responsibilities",
        "Annex D: Contributions",
        "Annex E: Work plan and milestones",
        "Annex F: Capacity building and training",
        "Annex G: Indicators",
        "Annex H: Risks",
    ]


def test_currencies_stand_apart_and_what_is_not_valued_has_no_amount() -> None:
    text = flat(of(small()))

    assert "EUR 1,000 USD 700" in text
    assert "1,700" not in text
    assert "2,200" not in text
    assert "not valued" in text


def test_names_of_persons_are_there_only_if_asked_for() -> None:
    book = small()

    assert "Ada Example" not in flat(of(book))
    assert "Ada Example" in flat(of(book, personal=True))


def test_each_party_has_room_to_sign() -> None:
    blocks = [block for block in outline(small()).blocks if isinstance(block, SignatureBlock)]

    assert [party.organisation for party in blocks[0].parties] == ["City of Harbour", "Στούντιο Αλφα"]
    assert "For Στούντιο Αλφα" in flat(of(small()))


def test_edited_clauses_are_used() -> None:
    book = small()
    book = book.apply(DraftClauses(book.all(Agreement)[0].id, clause_library()).plan(book))
    assert flat(of(book)) == flat(of(small()))


def test_one_line_says_that_nothing_is_recorded() -> None:
    maker = Maker().plan(title="Only a title")
    maker.add("agreements", title="Paper", level="mou")
    text = flat(of(maker.book))

    assert "Nothing recorded yet." in text
    assert "No parties are named yet." in text


@pytest.mark.parametrize("name", ["bradford_2025", "parramatta_2012"])
def test_real_partnerships_can_be_put_in_writing(name: str) -> None:
    book = case(name)
    made = of(book)

    assert all(fonts_of(made).values())
    assert all(partner.name.split()[0] in flat(made) for partner in parties(book))
    assert made == of(book)


def parties(book: Book) -> list[Partner]:
    found = [book.one(Partner, partner) for partner in book.all(Agreement)[0].parties]
    return [partner for partner in found if partner is not None]


@pytest.mark.slow
def test_sixty_parties_and_three_hundred_activities() -> None:
    made = of(large())

    assert len(pages_of(made)) > 60
    assert all(fonts_of(made).values())


def test_no_agreement_no_document() -> None:
    with pytest.raises(NoSuchAgreement):
        pdf_of("agreement", edition(small()), "nothing")


def test_the_outline_knows_its_structure() -> None:
    document = outline(example())

    assert document.language == "en-GB"
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert all(len(row.cells) == len(table.columns) for table in tables for row in table.rows if row.kind != "group")
    assert any(isinstance(block, Note) and "Drafting aid" in plain(block.text) for block in document.blocks)
    assert next(block.level for block in document.blocks if isinstance(block, Heading)) == 2


def test_names_stand_in_the_order_of_the_partners_whatever_ids_say() -> None:
    maker = Maker().plan(title="x")
    partners = [maker.add("partners", name=name, status="signed") for name in ("Zoo", "Museum", "Academy", "Firm")]
    work = maker.add("activities", title="Work")
    board = maker.add("governance_bodies", name="Board")
    for partner in reversed(partners):
        maker.add("responsibilities", activity=work, partner=partner, letters=("R",))
        maker.add("members", body=board, partner=partner)
    maker.add("agreements", title="Memorandum", level="mou", code="AG-01")

    text = flat(of(maker.book))
    assert text.count("Zoo, Museum, Academy, Firm") >= 2


def test_a_sealed_agreement_that_is_made_again_says_that_it_is_not_what_was_signed() -> None:
    workbook = signing.partnership()

    def says_so() -> bool:
        notes = [block for block in outline(workbook.book).blocks if isinstance(block, Note)]
        return any("made again after the document was signed" in plain(note.text) for note in notes)

    signing.sign(workbook, 0)
    signing.seal(workbook, reason="The school signs in March.")
    signing.sign(workbook, 1)
    assert not says_so(), "what is sealed next is the document itself"
    signing.edit(workbook, "agreements", workbook.book.records("agreements")[0].id, status="in_force")
    signing.seal(workbook)
    assert says_so()
