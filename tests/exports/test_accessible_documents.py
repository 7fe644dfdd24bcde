"""Every document of every kind can be read aloud and kept: for a full plan, an empty one, and one written in Arabic."""

from collections.abc import Callable

import pytest

from exports import agreement, brief, report, review, statement, workplan
from exports.edition import Edition
from tests.exports.pdf_checker import problems
from tests.golden.plans import Maker, arabic, edition, example
from workbook.book import Book
from workbook.records import Agreement, Partner


def blank() -> Book:
    maker = Maker().plan(title="A")
    maker.add("agreements", title="B", level="mou")
    return maker.book


def first_agreement(made: Edition) -> bytes:
    return agreement.to_pdf(made, made.book.all(Agreement)[0].id)


def first_statement(made: Edition) -> bytes:
    partners = made.book.all(Partner)
    return statement.to_pdf(made, partners[0].id if partners else None)


KINDS: dict[str, Callable[[Edition], bytes]] = {
    "agreement": first_agreement,
    "report": report.to_pdf,
    "brief": brief.to_pdf,
    "review pack": review.to_pdf,
    "statement": first_statement,
    "work plan": workplan.to_pdf,
}
PLANS: dict[str, tuple[Callable[[], Book], str]] = {
    "example": (example, "en-GB"),
    "blank": (blank, "en-GB"),
    "arabic": (arabic, "ar"),
}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_document_conforms(kind: str, plan: str) -> None:
    make, language = PLANS[plan]

    assert problems(KINDS[kind](edition(make(), language=language))) == []
