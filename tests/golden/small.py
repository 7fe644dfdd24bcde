"""A small plan that never changes, and the documents made from it."""

import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from exports import agreement, calendar
from exports.docx import render
from tests.golden.making import pdf_of
from tests.golden.plans import Maker, edition
from tests.golden.reading import lines_of, pages_of
from workbook.book import Book
from workbook.money import Money
from workbook.records import Agreement, Partner, Report

FOLDER = Path(__file__).parent
_DAY = datetime.date


def small_plan() -> Book:
    """Make a plan of two partners with one of everything that a document shows."""
    maker = Maker().plan(
        title="Harbour Hall – Дом у гавани",
        code="HH-27",
        municipality="Harbour City",
        currency="EUR",
        vision="A hall that is open to all.",
        purpose="open the old hall as a place to work and to learn",
        area="Old harbour",
        start=_DAY(2026, 1, 1),
        end=_DAY(2028, 12, 31),
    )
    city = maker.add(
        "partners",
        name="Harbour City",
        short_name="the City",
        sector="local_government",
        status="signed",
        roles=("lead", "accountable_body"),
        own_objective="Fewer empty buildings.",
    )
    choir = maker.add(
        "partners", name="Χορωδία «Αιγαίο»", sector="civil_society", status="signed", expected_benefit="A room."
    )
    objective = maker.add("objectives", statement="Open the hall to 500 visitors", lead=city)
    work = maker.add(
        "activities",
        title="Repair the roof",
        objective=objective,
        start=_DAY(2026, 3, 1),
        end=_DAY(2026, 10, 31),
        baseline_end=_DAY(2026, 9, 30),
        status="in_progress",
        done=60,
    )
    maker.add("activities", title="Open the doors", milestone=True, objective=objective, end=_DAY(2027, 5, 1))
    maker.add("responsibilities", activity=work, partner=city, letters=("A", "R"))
    maker.add("responsibilities", activity=work, partner=choir, letters=("C",))
    indicator = maker.add(
        "indicators",
        title="Visitors",
        objective=objective,
        unit="people",
        baseline=Decimal(0),
        target=Decimal(500),
        target_date=_DAY(2027, 12, 31),
        frequency="half_yearly",
    )
    maker.add("indicators", title="Hours open", objective=objective, unit="hours", target=Decimal(900))
    maker.add("readings", indicator=indicator, date=_DAY(2026, 6, 30), value=Decimal(80))
    maker.add("readings", indicator=indicator, date=_DAY(2026, 10, 31), value=Decimal(190))
    _money(maker, city, choir, work)
    maker.add("risks", title="The roof costs more", likelihood=3, impact=4, response="A reserve of ten per cent.")
    maker.add(
        "agreements",
        title="Memorandum on Harbour Hall",
        level="mou",
        parties=(city, choir),
        effective=_DAY(2026, 1, 1),
        expiry=_DAY(2028, 12, 31),
        notice_days=60,
    )
    maker.add(
        "reports",
        title="Report for autumn 2026",
        period_start=_DAY(2026, 7, 1),
        period_end=_DAY(2026, 10, 31),
        achievements="190 visitors in ten months.",
        concerns="The roof is late.",
        decisions_requested="Council: release the reserve by 1 December 2026.",
    )
    return maker.book


def _money(maker: Maker, city: str, choir: str, work: str) -> None:
    need = maker.add("resources", title="Money for the roof", kind="need", value=Money(Decimal(9000), "EUR"))
    maker.add(
        "resources",
        title="Roof budget",
        kind="commitment",
        type="cash",
        provider=city,
        activity=work,
        covers=need,
        value=Money(Decimal(6000), "EUR"),
        status="committed",
        due=_DAY(2026, 12, 1),
    )
    maker.add(
        "resources",
        title="Evenings of work",
        kind="commitment",
        type="in_kind",
        provider=choir,
        quantity=Decimal(40),
        unit="hour",
        rate=Money(Decimal(15), "EUR"),
        status="delivered",
    )
    maker.add(
        "resources",
        title="A gift from overseas",
        kind="commitment",
        type="cash",
        provider=choir,
        value=Money(Decimal(250), "USD"),
        status="committed",
    )


@cache
def documents() -> dict[str, str]:
    """Return the text of each document, page by page; the annex of findings is left to the tests of the checks."""
    book = small_plan()
    made = edition(book)
    found = {
        "agreement": pdf_of("agreement", made, book.all(Agreement)[0].id),
        "report": pdf_of("report", made, book.all(Report)[0].id),
        "brief": pdf_of("brief", made, book.all(Report)[0].id),
        "review": pdf_of("review", made),
        "statement": pdf_of("statement", made, book.all(Partner)[1].id),
        "workplan": pdf_of("workplan", made),
    }
    word = render(agreement.document(made, book.all(Agreement)[0].id))
    return {
        **{name: _pages(pages_of(document)) for name, document in found.items()},
        "agreement_word": lines_of(word),
        "calendar": calendar.to_ics(made).decode().replace("\r\n", "\n"),
    }


def _pages(pages: list[str]) -> str:
    parts = []
    for number, page in enumerate(pages, 1):
        if page.lstrip().split("\n")[1:2] and any("Structure checks" in line for line in page.split("\n")[:6]):
            break
        parts.append(f"=== page {number}\n{page.strip()}\n")
    return "\n".join(parts)
