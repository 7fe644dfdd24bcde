"""Every document of every kind can be read aloud and kept: for a full plan, an empty one, and one written in Arabic."""

from collections.abc import Callable

import pytest

from exports.edition import Edition
from tests.exports.pdf_checker import problems
from tests.golden.making import pdf_of
from tests.golden.plans import Maker, arabic, edition, example
from workbook.book import Book
from workbook.records import Agreement, Partner


def blank() -> Book:
    maker = Maker().plan(title="A")
    maker.add("agreements", title="B", level="mou")
    return maker.book


def first_agreement(made: Edition) -> str:
    return made.book.all(Agreement)[0].id


def first_partner(made: Edition) -> str:
    partners = made.book.all(Partner)
    return partners[0].id if partners else ""


def everything(_made: Edition) -> str:
    return ""


SUBJECTS: dict[str, Callable[[Edition], str]] = {
    "agreement": first_agreement,
    "report": everything,
    "brief": everything,
    "review": everything,
    "statement": first_partner,
    "workplan": everything,
}
PLANS: dict[str, tuple[Callable[[], Book], str]] = {
    "example": (example, "en-GB"),
    "blank": (blank, "en-GB"),
    "arabic": (arabic, "ar"),
}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("kind", SUBJECTS)
def test_a_document_conforms(kind: str, plan: str) -> None:
    make, language = PLANS[plan]

    made = edition(make(), language=language)
    assert problems(pdf_of(kind, made, SUBJECTS[kind](made))) == []
