"""The statement of a partner: what it brings and gets, kinds and currencies apart, and a reply."""

import datetime
from decimal import Decimal

import pytest

from exports import statement
from exports.outline import Heading, SignatureBlock, Table
from exports.statement.outline import NoSuchPartner
from tests.exports.letters.reading import tables_of, words_of
from tests.golden.making import pdf_of
from tests.golden.plans import Maker, arabic, edition, example, large, titled_only
from tests.golden.reading import flat
from workbook.book import Book
from workbook.money import Money
from workbook.records import Partner

_DAY = datetime.date


def hall() -> tuple[Book, str]:
    maker = Maker().plan(title="Hall", municipality="Town")
    choir = maker.add("partners", name="Choir", code="P-01", address="Song Street 1", status="engaged")
    town = maker.add("partners", name="Town", code="P-02", sector="local_government", status="engaged")
    maker.add("contacts", name="Ada Voice", partner=choir, is_main=True, is_signatory=True, position="Chair")
    given = {"provider": choir, "kind": "commitment", "type": "cash"}
    euros, pounds = Money(Decimal(100), "EUR"), Money(Decimal(50), "GBP")
    maker.add("resources", code="R-1", title="Grant", value=euros, status="committed", due=_DAY(2026, 1, 31), **given)
    maker.add("resources", code="R-2", title="Gift", value=pounds, status="delivered", **given)
    voices = {"provider": choir, "recipient": town, "kind": "commitment", "type": "in_kind"}
    maker.add("resources", code="R-3", title="Voices", quantity=Decimal(8), unit="hour", status="pledged", **voices)
    name = {"provider": choir, "kind": "offer", "type": "non_valued", "status": "offered"}
    maker.add("resources", code="R-4", title="A good name", **name)
    roof = maker.add("activities", code="A-01", title="Mend the roof", end=_DAY(2027, 1, 5), status="in_progress")
    maker.add("responsibilities", activity=roof, partner=choir, letters=("A", "R"))
    session = maker.add("training_sessions", code="S-01", title="Breathing", date=_DAY(2026, 5, 5), status="held")
    maker.add("participants", session=session, name="Bo Deep", partner=choir)
    return maker.book, choir


def test_a_partner_reads_what_it_promised_what_arrived_and_what_is_due() -> None:
    book, choir = hall()
    document = statement.document(edition(book), choir)
    brings = tables_of(document)["What you bring"]
    assert brings[1:] == (
        ("In cash",),
        ("R-1", "Grant", "committed", "EUR 100", "nothing recorded", "EUR 100", "31 Jan 2026 (overdue)"),
        ("R-2", "Gift", "committed", "GBP 50", "GBP 50", "nothing", "–"),
        ("", "Together", "", "EUR 100\nGBP 50", "GBP 50", "EUR 100", ""),
        ("In kind",),
        ("R-3", "Voices", "pledged", "8 hours", "nothing recorded", "8 hours", "no date yet"),
        ("", "Together", "", "no value yet", "nothing recorded", "not known", ""),
        ("Never valued in money",),
        ("R-4", "A good name", "offered", "not valued", "nothing recorded", "not promised", "–"),
    )
    words = words_of(document)
    assert "confirm or correct it on the page of your reply by 7 Dec 2026, in 14 days." in words
    assert "A-01 | Mend the roof | accountable, responsible | 5 Jan 2027 | In progress" in words
    assert "S-01 Breathing | one of your people came" in words
    assert "What you want for yourself from this partnership." in words


def test_people_are_named_only_where_that_is_asked_for() -> None:
    book, choir = hall()
    without = words_of(statement.document(edition(book), choir))
    assert not any(name in without for name in ("Ada Voice", "Chair", "Bo Deep"))
    named = words_of(statement.document(edition(book, personal=True), choir))
    assert all(name in named for name in ("For the attention of Ada Voice", "Bo Deep", "Choir Ada Voice"))


def test_what_is_meant_for_a_partner_names_who_brings_it() -> None:
    book, _ = hall()
    town = book.where(Partner, name="Town")[0].id
    meant = tables_of(statement.document(edition(book), town))["What is meant for you"]
    assert meant[2][:4] == ("R-3", "Voices", "Choir", "pledged")


def test_without_a_partner_each_one_begins_on_a_new_page_with_a_reply_of_its_own() -> None:
    book, _ = hall()
    document = statement.document(edition(book))
    begins = [block for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert [(block.text, block.new_page) for block in begins] == [
        ("Statement for Choir", False),
        ("Statement for Town", True),
    ]
    replies = [block for block in document.blocks if isinstance(block, SignatureBlock)]
    assert [block.parties[0].organisation for block in replies] == ["Choir", "Town"]
    assert sum(isinstance(block, Table) and block.to_fill for block in document.blocks) == 2


def test_a_plan_without_partners_says_so_and_an_unknown_partner_is_refused() -> None:
    assert "names no partner yet" in words_of(statement.document(edition(titled_only())))
    with pytest.raises(NoSuchPartner, match="not in this state"):
        statement.document(edition(example()), "nobody")


def test_sixty_partners_and_arabic_fit_their_pages() -> None:
    assert words_of(statement.document(edition(large()))).count("Your reply") == 60
    assert "Statement for Alpha Studio" in flat(pdf_of("statement", edition(arabic(), language="ar")))
