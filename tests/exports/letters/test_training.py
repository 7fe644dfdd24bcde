"""Sign-in sheets and certificates: names only where they may stand, room to write where they may not."""

import datetime
from decimal import Decimal

import pytest
from pypdfium2 import PdfDocument

from exports.docx import render as to_word
from exports.outline import Certificate, Document, Table
from exports.pdf import render as to_pdf
from exports.training import certificates, sign_in_sheet
from exports.training.sessions import NoSuchSession
from tests.exports.letters.reading import words_of
from tests.golden.plans import Maker, edition, titled_only
from tests.golden.reading import flat, pages_of
from workbook.book import Book


def session(**given: object) -> tuple[Book, str]:
    maker = Maker().plan(title="Hall", code="HALL", municipality="Town")
    school = maker.add("partners", name="School", legal_name="School of Song", status="engaged")
    taught = "- breathe from below\n- read four voices"
    action = maker.add("capacity_actions", code="C-01", title="Sing", learning_objectives=taught, provider=school)
    values = {"title": "Singing", "date": datetime.date(2026, 5, 5), "hours": Decimal(6), "venue": "The hall"}
    held = maker.add("training_sessions", code="S-01", action=action, **(values | given))
    day = datetime.date(2027, 12, 31)
    maker.add("participants", session=held, name="Ada Voice", completed=True, organisation="Choir", delete_after=day)
    return maker.book, held


def sheets_of(document: Document) -> list[Certificate]:
    return [block for block in document.blocks if isinstance(block, Certificate)]


def test_a_sheet_to_sign_in_on_says_what_the_names_are_for_and_keeps_counts_apart_from_them() -> None:
    book, held = session(registered=7, stakeholder_types=("artist",))
    document = sign_in_sheet(edition(book), held)
    lines, strokes = (block for block in document.blocks if isinstance(block, Table))
    assert lines.as_text()[0] == ("No.", "Name", "Organisation", "A", "B", "Signature")
    assert lines.as_text()[1:] == tuple((str(n), "", "", "", "", "") for n in range(1, 13))
    assert (lines.to_fill, strokes.to_fill, document.landscape) == (True, True, True)
    assert not {"Women", "With a disability"} & set(lines.as_text()[0])
    assert {"Women", "With a disability", "18 to 29"} <= set(strokes.as_text()[0])
    words = words_of(document)
    assert "Date: 5 May 2026   ·   Hours: 6 hours   ·   Place: The hall   ·   Held by: School of Song" in words
    assert "your name is kept by School of Song until 31 Dec 2027" in words
    assert "Please tick who you are: A artist or creative, B other." in words
    assert "Ada Voice" not in words


def test_known_names_stand_on_the_sheet_only_where_people_may_be_named() -> None:
    book, held = session(registered=7)
    named = sign_in_sheet(edition(book, personal=True), held)
    assert next(block for block in named.blocks if isinstance(block, Table)).as_text()[1][:3] == (
        "1",
        "Ada Voice",
        "Choir",
    )


def test_a_certificate_says_who_did_what_when_and_what_it_taught() -> None:
    book, held = session(completed=2)
    document = certificates(edition(book, personal=True), held)
    first, second = sheets_of(document)
    assert (first.name, second.name, second.blank) == ("Ada Voice", "", "Name")
    assert (first.title, first.facts) == ("Singing", ("5 May 2026", "6 hours", "The hall"))
    assert first.learned == ("breathe from below", "read four voices")
    assert first.signers[0] == "School of Song"
    assert first.foot == "Certificate no. HALL-S-01-01  ·  Hall  ·  State 42 · c0ffee12"
    blank = sheets_of(certificates(edition(book), held))
    assert [one.name for one in blank] == ["", ""]


def test_certificates_are_wide_sheets_each_on_its_own_page_whatever_stands_on_them() -> None:
    long = {"title": "Singing together with the whole neighbourhood " * 4, "topics": "x", "completed": 3}
    book, held = session(**long)
    document = certificates(edition(book, personal=True, language="ar"), held)
    content = to_pdf(document)
    pages = pages_of(content)
    assert len(pages) == 3
    assert all("HALL-S-01-0" in page for page in pages)
    width, height = PdfDocument(content)[0].get_size()
    assert width > height
    assert to_word(document).startswith(b"PK")


def test_a_session_with_hardly_anything_known_still_gives_both() -> None:
    maker = Maker(titled_only())
    held = maker.add("training_sessions", title="Singing")
    sheet = sign_in_sheet(edition(maker.book), held)
    assert "Date: ______" in words_of(sheet)
    assert "20" in flat(to_pdf(sheet))
    (only,) = sheets_of(certificates(edition(maker.book), held))
    assert (only.name, only.facts, only.learned, only.about) == ("", (), (), "")
    with pytest.raises(NoSuchSession, match="not in this state"):
        certificates(edition(maker.book), "nothing")
